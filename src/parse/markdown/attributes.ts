// Attributes of directives as written: the parser keeps the last of two with one name and says nothing.
import type { Nodes } from "mdast";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { type Place, spanAt } from "./place.ts";
import { range } from "./walk.ts";

type Directive = Extract<Nodes, { type: "leafDirective" | "containerDirective" | "textDirective" }>;

// #id, .class, key, key=word, key="words", key='words'
const attribute =
  /#[^\s#.}]+|\.[^\s#.}]+|([^\s"'<=>`}#.][^\s"'<=>`}]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<=>`}]+))?/guy;

/** Reports an attribute that a directive is given twice. */
export function repeatedAttributes(node: Directive, text: string, place: Place): readonly Diagnostic[] {
  if (Object.keys(node.attributes ?? {}).length === 0) return [];
  const open = bracesAt(node, text);
  if (open === undefined) return [];
  const problems: Diagnostic[] = [];
  const first = new Map<string, readonly [number, number]>();
  for (const found of inBraces(text, open + 1)) {
    const key = found.written.startsWith("#") ? "id" : found.key;
    if (key === undefined) continue;
    const before = first.get(key);
    const at = [found.at, found.at + found.written.length] as const;
    if (!before) {
      first.set(key, at);
      continue;
    }
    const notes = [{ message: "it stands here first", span: spanAt(place, ...before) }];
    problems.push(report("markdown/repeated-attribute", spanAt(place, ...at), { name: node.name, key }, { notes }));
  }
  return problems;
}

/** Offset of the { that opens the attributes: after the name and the label, whose brackets may hold others. */
function bracesAt(node: Directive, text: string): number | undefined {
  const [start, end] = range(node);
  let at = start;
  while (text.charAt(at) === ":") at++;
  at += node.name.length;
  if (text.charAt(at) === "[") {
    let depth = 0;
    for (; at < end; at++) {
      const c = text.charAt(at);
      if (c === "\\") at++;
      else if (c === "[") depth++;
      else if (c === "]" && --depth === 0) break;
    }
    at++;
  }
  return text.charAt(at) === "{" ? at : undefined;
}

function* inBraces(text: string, from: number) {
  let at = from;
  while (at < text.length && text.charAt(at) !== "}") {
    attribute.lastIndex = at;
    const found = /\s/.test(text.charAt(at)) ? null : attribute.exec(text);
    if (!found) {
      at++;
      continue;
    }
    yield { at, written: found[0], key: found[1] };
    at += Math.max(1, found[0].length);
  }
}
