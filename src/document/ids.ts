// Names for what readers can remark on or change: the same node has the same name in every build, so that a comment
// made in a file finds its place in sources that have been edited since.
import { digest } from "./digest.ts";
import type { Block, Cell, Document, Inline, List, ListItem, Paragraph, Row, Table } from "./document.ts";

type Origin = { readonly file: string } | undefined;

/**
 * Names by heading, paragraph, list item, table row, caption, defined term, card, callout, attribution, field to sign
 * and footnote; that of a footnote is for where it is cited.
 * `_fc`, then `s` for what came from a source or `g` for what was generated, then letters and digits of what the node
 * is: its file, its kind, its own id or first words, and which of equal ones it is. Where it stands is no part of it.
 * A list item names its first paragraph too, and a row the cells of one paragraph.
 */
export function stableIds(document: Document): ReadonlyMap<object, string> {
  const ids: Ids = { names: new Map(), taken: new Set(), met: new Map() };
  for (const { blocks } of document.sections) nameBlocks(blocks, ids);
  for (const note of document.footnotes) {
    give(note, "note", note.origin ?? originIn(note.blocks), note.id, ids);
    nameBlocks(note.blocks, ids);
  }
  return ids.names;
}

interface Ids {
  readonly names: Map<object, string>;
  readonly taken: Set<string>;
  /** How many of each key have been met. */
  readonly met: Map<string, number>;
}

function nameBlocks(blocks: readonly Block[], ids: Ids): void {
  for (const block of blocks) nameBlock(block, ids);
}

function nameBlock(block: Block, ids: Ids): void {
  switch (block.type) {
    case "heading":
      give(block, "heading", block.origin, block.id, ids);
      return;
    case "paragraph":
      nameParagraph(block, ids);
      return;
    case "list":
      nameList(block, ids);
      return;
    case "definition-list":
      for (const item of block.items) {
        give(item, "term", block.origin ?? originIn(item.blocks), wordsOf(item.term), ids);
        nameBlocks(item.blocks, ids);
      }
      return;
    case "quote":
      nameBlocks(block.blocks, ids);
      if (block.attribution) {
        give(block.attribution, "attribution", block.origin ?? originIn(block.blocks), wordsOf(block.attribution), ids);
      }
      return;
    case "card": {
      const title = [block.brand, block.topic].filter((words) => words !== undefined).join(" ");
      if (title) give(block, "card", block.origin ?? originIn(block.blocks), title, ids);
      nameBlocks(block.blocks, ids);
      return;
    }
    case "card-grid":
      nameBlocks(block.cards, ids);
      return;
    case "callout":
      if (block.title) give(block, "callout", block.origin ?? originIn(block.blocks), block.title, ids);
      nameBlocks(block.blocks, ids);
      return;
    case "table":
      nameTable(block, ids);
      return;
    case "exhibit":
    case "picture":
      give(block.caption, "caption", block.origin, block.id, ids);
      nameBlocks(block.notes, ids);
      return;
    case "sign-off":
      for (const field of block.fields) give(field, "field", block.origin, `${block.id ?? ""} ${field.label}`, ids);
      return;
    case "prompt":
    case "answer":
      nameBlocks(block.blocks, ids);
      return;
    case "cover":
    case "contents":
    case "page-break":
      return;
  }
}

function nameParagraph(node: Paragraph, ids: Ids): void {
  give(node, "paragraph", originIn([node]), wordsOf(node.children), ids);
}

function nameList({ items }: List, ids: Ids): void {
  for (const item of items) {
    const [first, ...rest] = item.blocks;
    const words = first?.type === "paragraph" ? wordsOf(first.children) : "";
    give(item, "item", originOfItem(item), item.id ?? words, ids);
    nameBlocks(first?.type === "paragraph" ? rest : item.blocks, ids);
  }
}

function nameTable(table: Table, ids: Ids): void {
  const { caption } = table;
  if (caption) give(caption, "caption", table.origin, table.id ?? wordsOf(caption.children), ids);
  const scope = table.id ?? table.columns.map(({ key }) => key).join(" ");
  for (const row of table.rows) {
    give(row, `row of ${scope}`, originOfRow(row), row.id ?? labelOf(row), ids);
    for (const { blocks } of row.cells) {
      const [only] = blocks;
      if (blocks.length > 1 || only?.type !== "paragraph") nameBlocks(blocks, ids);
    }
  }
  nameBlocks(table.notes, ids);
}

function give(node: object, kind: string, origin: Origin, own: string, { names, taken, met }: Ids): void {
  if (names.has(node)) return;
  const letter = isSource(origin) ? "s" : "g";
  const key = `${origin?.file ?? ""}\n${kind}\n${own}`;
  let nth = met.get(key) ?? 0;
  let name = "";
  do name = `_fc${letter}${digest(`${key}\n${nth++}`)}`;
  while (taken.has(name));
  met.set(key, nth);
  taken.add(name);
  names.set(node, name);
}

/** Templates are the machine's words; all other files are somebody's. */
function isSource(origin: Origin): boolean {
  return origin !== undefined && !origin.file.startsWith("templates/");
}

// ---------------------------------------------------------------- where a node came from

/** Where blocks came from: the first that says so, since views make some nodes round the words of a source. */
function originIn(blocks: readonly Block[]): Origin {
  for (const block of blocks) {
    const origin =
      block.origin ??
      (block.type === "paragraph" ? originOfWords(block.children) : undefined) ??
      (block.type === "list" ? first(block.items, originOfItem) : undefined);
    if (origin) return origin;
  }
  return undefined;
}

function originOfItem(item: ListItem): Origin {
  return item.origin ?? originIn(item.blocks);
}

function originOfWords(inlines: readonly Inline[]): Origin {
  return first(inlines, (inline) =>
    inline.type === "text" ? inline.origin : "children" in inline ? originOfWords(inline.children) : undefined,
  );
}

/** A computed cell names the data it was worked out from, which did not write it. */
function originOfRow(row: Row): Origin {
  const written = row.cells.filter((cell) => !cell.computed);
  return row.origin ?? first(written, (cell) => cell.origin ?? originIn(cell.blocks));
}

function first<T>(nodes: readonly T[], origin: (node: T) => Origin): Origin {
  for (const node of nodes) {
    const found = origin(node);
    if (found) return found;
  }
  return undefined;
}

// ---------------------------------------------------------------- what a node says

/** So many words tell most nodes apart; those after them may be edited without a change of name. */
const firstWords = 6;

function wordsOf(inlines: readonly Inline[]): string {
  return spoken(inlines).trim().split(/\s+/).slice(0, firstWords).join(" ");
}

/** What the author wrote: a figure by its name and a reference by its target, whatever they come to now. */
function spoken(inlines: readonly Inline[]): string {
  return inlines.map(spokenBy).join("");
}

function spokenBy(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "value":
      return inline.kept === undefined ? (inline.name ?? "") : inline.text;
    case "rating":
      return inline.text;
    case "tick":
      return inline.label;
    case "line-break":
      return " ";
    case "footnote-reference":
      return "";
    case "reference":
      return `#${inline.target}`;
    case "emphasis":
    case "strong":
    case "superscript":
    case "link":
    case "foreign":
      return spoken(inline.children);
  }
}

/** A row is known by its first cell that has a word; by all its cells where there are numbers only. */
function labelOf({ cells }: Row): string {
  const texts = cells.map(cellWords);
  return texts.find((words) => /\p{L}/u.test(words)) ?? texts.join(" ");
}

function cellWords({ blocks }: Cell): string {
  return blocks.map((block) => (block.type === "paragraph" ? wordsOf(block.children) : "")).join(" ");
}
