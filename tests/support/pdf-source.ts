// What a document holds, as lists to compare a file with, and where the same things stand in the file.
import type { Block, Document, Inline, Table } from "../../src/document/document.ts";
import { visitBlocks } from "../../src/document/visit.ts";
import { printable } from "../../src/layout/metrics.ts";
import { documentWords, inlineText } from "./document-words.ts";
import type { Example } from "./pdf-examples.ts";
import { childrenOf, isTag, isWords, type Place, placeOf, type Tag, tagsOf, wordsOf } from "./pdf-file.ts";

export const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

export const printed = (words: string): string => oneLine(printable(words).replace(/[\u2010\u2011]/g, "-"));

/** All blocks in reading order: those of a footnote after the words that first cite it. */
export function blocksOf(tree: Document): readonly Block[] {
  const found: Block[] = [];
  const notes = new Map(tree.footnotes.map((note) => [note.id, note.blocks]));
  const visit = (blocks: readonly Block[]): void =>
    visitBlocks(blocks, {
      block: (block) => found.push(block),
      inline: (inline) => {
        if (inline.type !== "footnote-reference") return;
        const cited = notes.get(inline.id) ?? [];
        notes.delete(inline.id);
        visit(cited);
      },
    });
  for (const section of tree.sections) visit(section.blocks);
  for (const uncited of notes.values()) visit(uncited);
  return found;
}

export function inlinesOf(tree: Document): readonly Inline[] {
  const found: Inline[] = [];
  const blocks = [...tree.sections.flatMap((s) => s.blocks), ...tree.footnotes.flatMap((n) => n.blocks)];
  visitBlocks(blocks, { inline: (inline) => found.push(inline) });
  return found;
}

/** Words as printed, in order, without those of footnotes and of entries in contents. */
export function bodyWords(tree: Document): readonly string[] {
  const sections = tree.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.type === "contents" ? { ...block, entries: [] } : block)),
  }));
  const words = documentWords({ ...tree, sections, footnotes: [] }).flatMap((word) => printed(word).split(" "));
  return words.filter((word) => word !== "");
}

export interface Title {
  readonly level: number;
  readonly words: string;
  readonly id?: string;
}

export function titlesOf(tree: Document): readonly Title[] {
  return blocksOf(tree).flatMap((block): readonly Title[] => {
    if (block.type === "heading")
      return [
        { level: block.level, id: block.id, words: printed(`${block.number ?? ""} ${inlineText(block.children)}`) },
      ];
    if (block.type === "contents" && block.title !== "")
      return [{ level: block.of === "headings" ? 1 : 2, words: printed(block.title) }];
    return [];
  });
}

export const tablesOf = (tree: Document): readonly Table[] =>
  blocksOf(tree).filter((block): block is Table => block.type === "table");

export const figuresOf = (tree: Document) =>
  blocksOf(tree).flatMap((block) => (block.type === "exhibit" || block.type === "picture" ? [block] : []));

export const headingTags = ["H1", "H2", "H3", "H4", "H5", "H6"];

export const titleTags = ({ file }: Example) => tagsOf(file.root, ...headingTags);

export const titleOf = (tag: Tag): Title => ({
  level: Number(tag.role.slice(1)),
  words: oneLine(wordsOf(tag, "Reference")),
});

export const nearLine = 60;

/** Whether following a link shows a place, near the top of the window. */
export function leadsTo(to: Place | undefined, place: Place | undefined): boolean {
  if (!to || !place) return false;
  return to.page === place.page && to.y >= place.y && to.y - place.y < nearLine;
}

export function pagesOf(tag: Tag): readonly number[] {
  return tag.children.flatMap((child) => (isTag(child) ? pagesOf(child) : isWords(child) ? [child.page] : []));
}

/** Groups of a caption and its figure; a logo stands alone. */
export function figureGroups(e: Example): readonly Tag[] {
  return tagsOf(e.file.root, "Div").filter((tag) => childrenOf(tag).some((child) => child.role === "Figure"));
}

/** Where the headings, tables and figures of a document stand in its file, by id. */
export function targetPlaces(e: Example): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const put = (id: string | undefined, tag: Tag | undefined): void => {
    const place = tag && placeOf(tag);
    if (id !== undefined && place) places.set(id, place);
  };
  const titles = titleTags(e);
  for (const [i, title] of titlesOf(e.tree).entries()) put(title.id, titles[i]);
  const tables = tagsOf(e.file.root, "Table");
  for (const [i, table] of tablesOf(e.tree).entries()) put(table.id, tables[i]);
  const figures = figureGroups(e);
  for (const [i, figure] of figuresOf(e.tree).entries()) put(figure.id, figures[i]);
  return places;
}

export const different = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Items that are not the same in two lists, in pairs. */
export function unequal<T>(found: readonly T[], wanted: readonly T[]): readonly unknown[] {
  const length = Math.max(found.length, wanted.length);
  return Array.from({ length }, (_, i) => ({ found: found[i], wanted: wanted[i] })).filter((pair) =>
    different(pair.found, pair.wanted),
  );
}
