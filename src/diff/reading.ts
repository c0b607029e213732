// A document as its reader goes through it: the text before the first heading, then a section for each heading.
import type { Block, Document, Footnote, Heading } from "../document/document.ts";
import { plainText, visitBlocks } from "../document/visit.ts";
import type { Span } from "../source.ts";
import { type Context, type Form, formOf, numberOf } from "./form.ts";
import { linesOf } from "./lines.ts";
import { wordsOf } from "./words.ts";

/** A heading and what stands under it down to the next one. */
export interface Section {
  /** Id of the heading; "" for what stands before the first one. */
  readonly id: string;
  /** 0 for what stands before the first heading. */
  readonly level: number;
  /** Number and title as printed: "3.1 Strategic case". */
  readonly label: string;
  readonly title: string;
  /** Equal where a reader sees no difference. */
  readonly form: string;
  /** The title's and the text's. */
  readonly words: readonly string[];
  readonly origin?: Span;
}

export const frontLabel = "Front page";

/** Sections in reading order, the one before the first heading always among them. */
export function readSections(document: Document): readonly Section[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const context = contextOf(document, blocks);
  const starts = blocks.flatMap((block, i) => (block.type === "heading" ? [i] : []));
  const front = frontOf(document, blocks.slice(0, starts[0] ?? blocks.length), context);
  return [front, ...starts.map((start, i) => sectionOf(blocks.slice(start, starts[i + 1] ?? blocks.length), context))];
}

function contextOf(document: Document, blocks: readonly Block[]): Context {
  const notes = new Map<string, Footnote>(document.footnotes.map((note) => [note.id, note]));
  const numbers = new Map<string, string>();
  visitBlocks(blocks, {
    block: (block) => {
      for (const [id, number] of numberOf(block)) numbers.set(id, number);
    },
  });
  const pictures = new Map(Object.entries(document.assets).map(([id, asset]) => [id, JSON.stringify(asset)]));
  return { notes, numbers, pictures };
}

/** Title, classification and marking are printed on every page; they stand with the front. */
function frontOf({ properties }: Document, blocks: readonly Block[], context: Context): Section {
  const { title, classification, marking } = properties;
  const facts: readonly Form[] = [title, classification, marking];
  const origin = originOf(blocks);
  return {
    id: "",
    level: 0,
    label: frontLabel,
    title: frontLabel,
    form: JSON.stringify([...facts, ...formOf(blocks, context)]),
    words: wordsOf(linesOf(blocks, context.notes)),
    ...(origin ? { origin } : {}),
  };
}

function sectionOf(blocks: readonly Block[], context: Context): Section {
  const [heading] = blocks;
  if (heading?.type !== "heading") throw new Error("a section begins with its heading");
  const origin = originOf(blocks);
  return {
    id: heading.id,
    level: heading.level,
    label: labelOf(heading),
    title: plainText(heading.children),
    form: JSON.stringify(formOf(blocks, context)),
    words: wordsOf(linesOf(blocks, context.notes)),
    ...(origin ? { origin } : {}),
  };
}

function labelOf(heading: Heading): string {
  const title = plainText(heading.children);
  return (heading.number === undefined ? title : `${heading.number} ${title}`).replace(/\s+/gu, " ").trim();
}

/** Place of the first node that has one. */
export function originOf(blocks: readonly Block[]): Span | undefined {
  let found: Span | undefined;
  const look = (node: { readonly origin?: Span }) => {
    found ??= node.origin;
  };
  visitBlocks(blocks, {
    block: look,
    item: look,
    row: look,
    inline: (inline) => ("origin" in inline ? look(inline) : undefined),
  });
  return found;
}
