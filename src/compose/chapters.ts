// The author's text, cut into chapters and appendices before anything of it is composed.

import { slug } from "../compute/numbers/slug.ts";
import { type Context, claim, problem } from "./context.ts";
import { readHeading } from "./headings.ts";
import {
  fileScope,
  type HeadingFacts,
  headingAttributes,
  isLabel,
  type Markdown,
  type Scope,
  wordsOf,
} from "./scope.ts";

/** A heading with one # and what follows it, perhaps over several files. */
export interface Chapter {
  readonly id: string;
  /** Its title as written. */
  readonly title: string;
  readonly heading: Markdown;
  readonly scope: Scope;
  readonly parts: readonly Part[];
}

interface Part {
  readonly scope: Scope;
  readonly nodes: readonly Markdown[];
}

/** What a `:::appendix` holds. */
export interface Appendix {
  readonly id: string;
  readonly explicit: boolean;
  readonly label: Markdown | undefined;
  readonly author: string | undefined;
  readonly node: Markdown;
  readonly scope: Scope;
  readonly nodes: readonly Markdown[];
}

export interface Text {
  readonly chapters: readonly Chapter[];
  readonly appendices: readonly Appendix[];
  /** What stands above the first chapter: footnotes, and text that has no place but is checked like any other. */
  readonly early: readonly Part[];
}

interface Open {
  id: string;
  title: string;
  heading: Markdown;
  scope: Scope;
  parts: { scope: Scope; nodes: Markdown[] }[];
}

/** Cuts the bodies of a document; text before the first chapter is reported. */
export function cut(context: Context): Text {
  const chapters: Open[] = [];
  const appendices: Appendix[] = [];
  const early: Part[] = [];
  let lost = false;
  for (const body of context.document.document.bodies) {
    const root: Markdown = body.tree;
    const headings = new Map<Markdown, HeadingFacts>();
    const scope: Scope = { ...fileScope(context, body.file, root), headings };
    readHeadings(root, scope, headings);
    for (const node of root.children ?? []) {
      if (node.type === "containerDirective" && node.name === "appendix") {
        appendices.push(appendix(node, scope));
        continue;
      }
      if (node.type === "heading" && node.depth === 1) {
        const id = headings.get(node)?.id ?? "";
        chapters.push({ id, title: wordsOf(node), heading: node, scope, parts: [] });
        continue;
      }
      const chapter = chapters.at(-1);
      if (chapter) {
        const part = chapter.parts.at(-1);
        if (part?.scope === scope) part.nodes.push(node);
        else chapter.parts.push({ scope, nodes: [node] });
        continue;
      }
      early.push({ scope, nodes: [node] });
      if (lost || ["footnoteDefinition", "definition", "html"].includes(node.type)) continue;
      problem(context, "document/text-before-sections", scope.place(node), {});
      lost = true;
    }
  }
  return { chapters, appendices, early };
}

// Ids are given in source order, wherever the template puts the sections.
function readHeadings(node: Markdown, scope: Scope, into: Map<Markdown, HeadingFacts>): void {
  for (const explicit of [true, false]) visit(node, explicit, scope, into);
}

function visit(node: Markdown, explicit: boolean, scope: Scope, into: Map<Markdown, HeadingFacts>): void {
  if (node.type === "heading" && (headingAttributes(node).id !== undefined) === explicit)
    into.set(node, readHeading(node, scope));
  for (const child of node.children ?? []) visit(child, explicit, scope, into);
}

function appendix(node: Markdown, scope: Scope): Appendix {
  const { context } = scope;
  const origin = scope.place(node);
  const label = (node.children ?? []).find(isLabel);
  if (!label)
    problem(context, "document/missing-attribute", origin, { directive: "appendix", name: "a title in brackets" });
  for (const key of Object.keys(node.attributes ?? {}))
    if (key !== "id" && key !== "author")
      problem(context, "document/unknown-attribute", origin, { directive: "appendix", name: key });
  const given = node.attributes?.id ?? undefined;
  if (given !== undefined) claim(context, given, origin);
  return {
    id: given ?? `appendix-${slug(label ? wordsOf(label) : "")}`,
    explicit: given !== undefined,
    label,
    author: node.attributes?.author ?? undefined,
    node,
    scope,
    nodes: (node.children ?? []).filter((child) => !isLabel(child)),
  };
}
