// Lists of all kinds.

import { lineBreak, paragraph, text } from "../document/build.ts";
import { marker } from "../document/counting.ts";
import type { Block, DefinitionList, ListItem, NumberStyle } from "../document/document.ts";
import type { Blocks } from "./blocks.ts";
import type { DraftList } from "./draft-nodes.ts";
import { inlines } from "./inlines.ts";
import type { Markdown, Scope } from "./scope.ts";

export interface ListLook {
  readonly style?: NumberStyle;
  readonly continues?: true;
}

/** A bulleted or numbered list; `look` is what a `:::list` round it says. */
export function list(node: Markdown, scope: Scope, blocks: Blocks, look: ListLook = {}): DraftList {
  const numbered = node.ordered === true || look.style !== undefined;
  const style = look.style ?? "decimal";
  const first = node.start ?? 1;
  const inside: Scope = { ...scope, inside: "a list", depth: scope.depth + 1 };
  const bullet = scope.depth > 0 ? "–" : "•";
  const items = (node.children ?? []).map((child, i): ListItem => {
    const origin = scope.place(child);
    const made = blocks(child.children ?? [], inside);
    const ticked = typeof child.checked === "boolean" ? withBox(made, child.checked) : made;
    return {
      marker: numbered ? marker(style, first + i) : bullet,
      ...(numbered ? { value: first + i } : {}),
      blocks: ticked,
      ...(origin ? { origin } : {}),
    };
  });
  return {
    type: "list",
    style: numbered ? style : "bullet",
    items,
    ...(look.continues ? { continues: true as const } : {}),
    ...(scope.depth > 0 ? { nested: true as const } : {}),
    ...placed(node, scope),
  };
}

function withBox(blocks: readonly Block[], checked: boolean): readonly Block[] {
  const box = {
    type: "tick",
    mark: checked ? "checked-box" : "box",
    label: checked ? "done" : "to do",
  } as const;
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return [paragraph([box]), ...blocks];
  return [{ ...first, children: [box, text("\u00a0"), ...first.children] }, ...rest];
}

/** Terms and their meanings; several meanings of a term stand under it in turn. */
export function definitionList(node: Markdown, scope: Scope, blocks: Blocks): DefinitionList {
  const items: { term: ReturnType<typeof inlines>; blocks: readonly Block[] }[] = [];
  let terms: ReturnType<typeof inlines>[] = [];
  const inside: Scope = { ...scope, inside: "a definition" };
  for (const child of node.children ?? []) {
    if (child.type === "defListTerm") {
      terms.push(inlines(child.children ?? [], scope));
      continue;
    }
    const meaning = blocks(child.children ?? [], inside);
    const last = items.at(-1);
    if (terms.length === 0 && last) items[items.length - 1] = { ...last, blocks: [...last.blocks, ...meaning] };
    else items.push({ term: joined(terms), blocks: meaning });
    terms = [];
  }
  if (terms.length > 0) items.push({ term: joined(terms), blocks: [] });
  return { type: "definition-list", items, ...placed(node, scope) };
}

const joined = (terms: readonly ReturnType<typeof inlines>[]) =>
  terms.flatMap((term, i) => (i === 0 ? term : [lineBreak, ...term]));

function placed(node: Markdown, scope: Scope) {
  const origin = scope.place(node);
  return origin ? { origin } : {};
}
