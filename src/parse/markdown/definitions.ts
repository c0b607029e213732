// Footnotes and links by name: each use has its definition and each definition a use.
import type { Definition, FootnoteDefinition, FootnoteReference, LinkReference, Root, Text } from "mdast";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { type Place, spanAt } from "./place.ts";
import { range, walk } from "./walk.ts";

/** Reports footnotes without definition, without use, and defined twice. */
export function footnotes(tree: Root, text: string, place: Place): readonly Diagnostic[] {
  const definitions: FootnoteDefinition[] = [];
  const uses = new Set<string>();
  const texts: Text[] = [];
  walk(tree, (node) => {
    if (node.type === "footnoteDefinition") definitions.push(node);
    if (node.type === "footnoteReference") uses.add(identifierOf(node));
    if (node.type === "text") texts.push(node);
  });
  const problems: Diagnostic[] = [];
  const seen = new Map<string, FootnoteDefinition>();
  for (const definition of definitions) {
    const id = identifierOf(definition);
    const label = definition.label ?? definition.identifier;
    const [start] = range(definition);
    const span = spanAt(place, start, start + label.length + 4);
    const first = seen.get(id);
    if (first) {
      const notes = [
        {
          message: "it is defined here first",
          span: spanAt(place, range(first)[0], range(first)[0] + label.length + 4),
        },
      ];
      problems.push(report("markdown/footnote-repeated", span, { label }, { notes }));
      continue;
    }
    seen.set(id, definition);
    if (!uses.has(id)) problems.push(report("markdown/footnote-unused", span, { label }));
  }
  for (const node of texts) {
    const [start, end] = range(node);
    for (const match of text.slice(start, end).matchAll(/(\\?)\[\^([^\]\s]+)\]/g)) {
      if (match[1] !== "") continue;
      const at = start + match.index;
      const span = spanAt(place, at, at + match[0].length);
      problems.push(report("markdown/footnote-undefined", span, { label: match[2] ?? "" }));
    }
  }
  return problems;
}

function identifierOf(node: FootnoteDefinition | FootnoteReference): string {
  return node.identifier.toLowerCase();
}

/** Turns links by name into plain links, and takes their definitions out of the tree. */
export function links(tree: Root, place: Place): readonly Diagnostic[] {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  walk(tree, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return [];
  walk(tree, (node) => {
    if (!("children" in node)) return;
    for (const [index, child] of node.children.entries()) {
      if (child.type === "imageReference") used.add(child.identifier);
      if (child.type !== "linkReference") continue;
      used.add(child.identifier);
      const definition = definitions.get(child.identifier);
      if (definition) node.children.splice(index, 1, linkFrom(child, definition));
    }
  });
  const problems: Diagnostic[] = [];
  walk(tree, (node) => {
    if (!("children" in node)) return;
    for (const child of node.children) {
      if (child.type !== "definition" || used.has(child.identifier)) continue;
      const label = child.label ?? child.identifier;
      problems.push(report("markdown/definition-unused", spanAt(place, ...range(child)), { label }));
    }
    const rest = node.children.filter((child) => child.type !== "definition");
    if (rest.length < node.children.length) node.children.splice(0, node.children.length, ...rest);
  });
  return problems;
}

function linkFrom(reference: LinkReference, definition: Definition) {
  return {
    type: "link" as const,
    url: definition.url,
    title: definition.title ?? null,
    children: reference.children,
    ...(reference.position ? { position: reference.position } : {}),
  };
}
