// Comments are dropped; other HTML is refused.
import type { Html, Nodes, Parents, Root } from "mdast";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { type Place, spanAt } from "./place.ts";
import { range } from "./walk.ts";

/** Takes all HTML nodes out of the tree, and paragraphs that held nothing else. */
export function dropComments(tree: Root, text: string, place: Place): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];

  function visit(parent: Parents): void {
    for (const child of parent.children) {
      if (child.type === "html") problems.push(...check(child, text, place));
      else if ("children" in child) visit(child);
    }
    if (parent.children.some((child) => child.type === "html")) replace(parent);
  }

  visit(tree);
  return problems;
}

function replace(parent: Parents): void {
  const kept: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type === "html") continue;
    const before = kept.at(-1);
    // Where a comment stood between two spaces, one of them goes with it.
    if (child.type === "text" && before?.type === "text" && /\s$/.test(before.value) && /^\s/.test(child.value)) {
      before.value = before.value.trimEnd();
    }
    kept.push(child);
  }
  // The children are those the parent had, so they are of the kinds it takes.
  parent.children = kept as typeof parent.children;
}

function check(node: Html, text: string, place: Place): readonly Diagnostic[] {
  const [start, end] = range(node);
  const value = text.slice(start, end);
  const rest = value.replace(/<!--[\s\S]*?-->/g, (comment) => " ".repeat(comment.length));
  if (rest.trim() === "") return [];
  const at = start + rest.search(/\S/);
  const words = rest.trim();
  if (words.startsWith("<!--")) return [report("markdown/comment-open", spanAt(place, at, at + 4), {})];
  const line = words.split(/\r?\n/, 1)[0] ?? "";
  const span = spanAt(place, at, at + line.length);
  if (value.trimStart().startsWith("<!--") && !words.startsWith("<")) {
    return [report("markdown/text-after-comment", span, { text: line })];
  }
  return [report("markdown/html", span, { html: line })];
}
