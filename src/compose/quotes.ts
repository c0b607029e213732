// Block quotes; a last line that begins with a dash says whose words they are.
import type { Inline, Quote } from "../document/document.ts";
import type { Blocks } from "./blocks.ts";
import { inlines } from "./inlines.ts";
import type { Markdown, Scope } from "./scope.ts";

/** A quote with its attribution taken off the last paragraph. */
export function quote(node: Markdown, scope: Scope, blocks: Blocks): Quote {
  const inside: Scope = { ...scope, inside: "a quote" };
  const origin = scope.place(node);
  const { body, attribution } = split(node.children ?? []);
  const by: readonly Inline[] | undefined = attribution && inlines(attribution, inside);
  return {
    type: "quote",
    blocks: blocks(body, inside),
    ...(by && by.length > 0 ? { attribution: by } : {}),
    ...(origin ? { origin } : {}),
  };
}

interface Parts {
  readonly body: readonly Markdown[];
  readonly attribution?: readonly Markdown[];
}

const dash = /(?:^|\n)[ \t]*(?:—|--)\s*(?=\S|$)/gu;

function split(children: readonly Markdown[]): Parts {
  const last = children.at(-1);
  if (last?.type !== "paragraph") return { body: children };
  const words = last.children ?? [];
  for (let at = words.length - 1; at >= 0; at--) {
    const node = words[at];
    if (node?.type !== "text") continue;
    const value = node.value ?? "";
    const found = [...value.matchAll(dash)]
      .filter((m) => at === 0 || startsLine(words[at - 1]) || m[0].startsWith("\n"))
      .at(-1);
    if (!found) continue;
    const before = value.slice(0, found.index);
    const kept = [...words.slice(0, at), ...(before.trim() === "" ? [] : [{ ...node, value: before }])];
    const attribution = [{ ...node, value: value.slice(found.index + found[0].length) }, ...words.slice(at + 1)];
    const body = kept.length > 0 ? [...children.slice(0, -1), { ...last, children: kept }] : children.slice(0, -1);
    return { body, attribution };
  }
  return { body: children };
}

const startsLine = (before: Markdown | undefined) => before?.type === "break";
