// Headings: ids and levels.
import { slug } from "../compute/numbers/slug.ts";
import type { Heading } from "../document/document.ts";
import { claim } from "./context.ts";
import type { DraftHeading } from "./draft-nodes.ts";
import { inlines } from "./inlines.ts";
import { type HeadingFacts, headingAttributes, type Markdown, type Scope, wordsOf } from "./scope.ts";

/** The id an author gave a heading, or a slug of its words that no other heading has. */
export function readHeading(node: Markdown, scope: Scope): HeadingFacts {
  const given = headingAttributes(node).id;
  const { ids } = scope.context.notebook;
  if (given !== undefined) {
    claim(scope.context, given, scope.place(node));
    ids.add(given);
    return { id: given, explicit: true };
  }
  return { id: fresh(slug(wordsOf(node)), ids), explicit: false };
}

// Two headings may well have the same words; only ids that authors write must differ.
function fresh(wanted: string, ids: Set<string>): string {
  const base = wanted === "" ? "section" : wanted;
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  ids.add(id);
  return id;
}

/** A heading block; its level is set right for its neighbours when the document is numbered. */
export function heading(node: Markdown, scope: Scope): DraftHeading {
  const facts = scope.headings.get(node) ?? readHeading(node, scope);
  const origin = scope.place(node);
  const { runIn, unnumbered } = headingAttributes(node);
  return {
    type: "heading",
    level: levelOf((node.depth ?? 1) + scope.shift),
    id: facts.id,
    children: inlines(node.children ?? [], scope),
    inContents: true,
    ...(runIn ? { role: "run-in" as const } : {}),
    ...(runIn || unnumbered ? { numbering: "none" as const } : {}),
    ...(facts.explicit ? { explicit: true as const } : {}),
    ...(origin ? { origin } : {}),
  };
}

/** The heading level nearest to a depth. */
export function levelOf(depth: number): Heading["level"] {
  if (depth <= 1) return 1;
  if (depth === 2) return 2;
  if (depth === 3) return 3;
  if (depth === 4) return 4;
  return depth === 5 ? 5 : 6;
}
