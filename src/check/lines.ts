// The words an author wrote, line by line, out of the finished tree.
import type { Block, Document, Inline, Table, Text, Value } from "../document/document.ts";
import type { Span } from "../source.ts";

/** A stretch of a line: a text that somebody typed, a value of the model, or words made by a view. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly node: Text | Value | undefined;
}

/** Running text of one paragraph, heading, cell or caption. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** False in a table's cell or header. */
  readonly prose: boolean;
}

/**
 * The lines of a document in reading order. Quotations, statements and a form's own words are somebody else's,
 * and what stands between quotation marks is blanked out.
 */
export function linesOf(document: Document): readonly Line[] {
  const lines: Line[] = [];
  for (const section of document.sections) collect(section.blocks, lines, true);
  for (const note of document.footnotes) collect(note.blocks, lines, true);
  return lines;
}

function collect(blocks: readonly Block[], lines: Line[], prose: boolean): void {
  for (const block of blocks) collectBlock(block, lines, prose);
}

function collectBlock(block: Block, lines: Line[], prose: boolean): void {
  switch (block.type) {
    case "heading":
    case "paragraph":
      lines.push(lineOf(block.children, prose));
      return;
    case "list":
      for (const item of block.items) collect(item.blocks, lines, prose);
      return;
    case "definition-list":
      for (const item of block.items) {
        lines.push(lineOf(item.term, prose));
        collect(item.blocks, lines, prose);
      }
      return;
    case "callout":
    case "answer":
      collect(block.blocks, lines, prose);
      return;
    case "table":
      collectTable(block, lines, prose);
      return;
    case "exhibit":
    case "picture":
      lines.push(lineOf(block.caption.children, prose));
      collect(block.notes, lines, prose);
      return;
    case "quote":
    case "card":
    case "card-grid":
    case "prompt":
    case "cover":
    case "contents":
    case "sign-off":
    case "page-break":
      return;
  }
}

function collectTable(table: Table, lines: Line[], prose: boolean): void {
  if (table.caption) lines.push(lineOf(table.caption.children, prose));
  for (const row of table.rows) for (const cell of row.cells) collect(cell.blocks, lines, false);
  collect(table.notes, lines, prose);
}

function lineOf(children: readonly Inline[], prose: boolean): Line {
  const pieces: Piece[] = [];
  let text = "";
  const add = (words: string, node: Piece["node"]) => {
    if (words === "") return;
    pieces.push({ start: text.length, end: text.length + words.length, node });
    text += words;
  };
  const visit = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      switch (node.type) {
        case "text":
          add(node.value, written(node.origin) ? node : undefined);
          break;
        case "value":
          add(node.text, node);
          break;
        case "emphasis":
        case "strong":
        case "superscript":
        case "link":
        case "reference":
        case "foreign":
          visit(node.children);
          break;
        case "line-break":
          add("\n", undefined);
          break;
        case "code":
        case "rating":
        case "tick":
        case "footnote-reference":
          break;
      }
    }
  };
  visit(children);
  return { text: withoutQuotations(text), pieces, prose };
}

// The standing text of a template has an empty place at its beginning.
const written = (origin: Span | undefined): boolean => origin !== undefined && origin.end > origin.start;

const withoutQuotations = (text: string): string => text.replace(/“[^”]*”/gu, (quoted) => " ".repeat(quoted.length));

/** One sentence of a line. */
export interface Sentence {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

/** The sentences of a line; a point before a digit or a small letter ends none. */
export function sentencesOf(line: Line): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of line.text.matchAll(/[.!?]["”’)]*\s+(?=[“‘(]?[\p{Lu}\d£])|\n/gu)) {
    const end = match.index + match[0].length;
    sentences.push({ line, start, end });
    start = end;
  }
  if (start < line.text.length) sentences.push({ line, start, end: line.text.length });
  return sentences;
}

/** The value inlines of a sentence. */
export function valuesIn({ line, start, end }: Sentence): readonly Value[] {
  return line.pieces.flatMap((p) => (p.node?.type === "value" && p.start >= start && p.end <= end ? [p.node] : []));
}

/** The typed text that holds a stretch of a line; undefined where it crosses nodes, or nobody typed it. */
export function typedAt(
  line: Line,
  start: number,
  end: number,
): { readonly node: Text; readonly before: string; readonly piece: Piece } | undefined {
  const piece = line.pieces.find((p) => start >= p.start && end <= p.end);
  if (piece?.node?.type !== "text") return undefined;
  return { node: piece.node, before: line.text.slice(piece.start, start), piece };
}
