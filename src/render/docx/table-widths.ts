// Column widths from the content: as wide as needed, within the room there is. The same rules as in the PDF.
import type { Block, Inline, Table } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import { breakable } from "./long-words.ts";
import type { DecimalIndents } from "./table-align.ts";
import type { Placed } from "./table-grid.ts";
import type { CellNames } from "./table-names.ts";
import { type Paragraph, type Passage, readableWidth, shares } from "./table-shares.ts";

export interface ColumnWidths {
  readonly widths: readonly number[];
  /** True when words are wider than their columns at this text size. */
  readonly tight: boolean;
  /** True when many columns would break their lines often. */
  readonly crowded: boolean;
  /** True when a column breaks its sentences after every word or two. */
  readonly cramped: boolean;
}

interface Need {
  /** Longest word. */
  readonly least: number;
  /** Longest line. */
  readonly most: number;
}

type Measure = (text: string, size: number, bold: boolean) => number;

/** A title across columns may wrap; it does not make the table wide. */
const widestTitle = 220;

/** A narrower column of sentences reads as a list of words. */
const crampedWidth = 60;

/** Widths in points; declared weights are where sharing starts, and no column is narrower than its longest word. */
export function columnWidths(
  table: Table,
  rows: readonly (readonly Placed[])[],
  room: number,
  size: number,
  padding: number,
  measure: Measure,
  { indents, isBold }: { readonly indents: DecimalIndents; readonly isBold: CellNames["isBold"] },
): ColumnWidths {
  const least = table.columns.map(() => padding);
  const content = table.columns.map(() => padding);
  const passages: Passage[] = [];
  const wide: { readonly placed: Placed; readonly need: Need }[] = [];
  for (const [row, cells] of rows.entries()) {
    for (const placed of cells) {
      const bold = isBold(row, placed);
      const need = cellNeed(placed.cell.blocks, size, bold, measure);
      if (placed.colSpan > 1) {
        wide.push({ placed, need });
        continue;
      }
      const beside = padding + (indents.get(placed.cell) ?? 0);
      raise(least, placed.at, need.least + beside);
      const most = Math.max(need.least, need.most / placed.rowSpan, Math.min(need.most, readableWidth));
      raise(content, placed.at, most + beside);
      // The words of a cell over several rows are shared out among them.
      const paragraphs = paragraphsOf(placed.cell.blocks, size, bold, padding, measure).map((p) => ({
        ...p,
        width: p.width / placed.rowSpan,
      }));
      for (let r = 0; r < placed.rowSpan; r++) passages.push({ row: row + r, column: placed.at, paragraphs });
    }
  }
  for (const { placed, need } of wide) {
    spread(least, placed, need.least + padding);
    spread(content, placed, Math.min(need.most, widestTitle) + padding);
    for (const [c, width] of least.entries()) raise(content, c, width);
  }
  const { widths, wanted } = shares(table, { least, content, passages }, room);
  const asked = total(content);
  const columns = table.columns.length;
  return {
    widths,
    tight: total(least) > room + 0.5,
    cramped: widths.some((width, c) => width < crampedWidth && (content[c] ?? 0) > 2 * width),
    crowded: (columns >= 7 && wanted > room * 1.15) || (columns >= 6 && asked > room * 2),
  };
}

function raise(widths: number[], column: number, to: number): void {
  widths[column] = Math.max(widths[column] ?? 0, to);
}

/** A cell over several columns asks its columns for what they lack together. */
function spread(widths: number[], { at, colSpan }: Placed, wanted: number): void {
  const lack = wanted - total(widths.slice(at, at + colSpan));
  if (lack <= 0) return;
  for (let c = at; c < at + colSpan; c++) widths[c] = (widths[c] ?? 0) + lack / colSpan;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function paragraphsOf(
  blocks: readonly Block[],
  size: number,
  bold: boolean,
  padding: number,
  measure: Measure,
): readonly Paragraph[] {
  return lines(blocks).map(({ text, indent, bold: strong = bold }) => ({
    width: measure(text, size, strong),
    indent: indent + padding,
  }));
}

function cellNeed(blocks: readonly Block[], size: number, bold: boolean, measure: Measure): Need {
  let least = 0;
  let most = 0;
  for (const { text, indent, bold: strong = bold } of lines(blocks)) {
    most = Math.max(most, measure(text, size, strong) * 1.01 + indent + 1);
    for (const word of breakable(text).split(/[ \u2003\u200b]|(?<=[-–—])/)) {
      least = Math.max(least, measure(word, size, strong) * 1.01 + indent + 1);
    }
  }
  return { least, most };
}

/** About how many lines a cell takes at a width. */
export function cellLineCount(blocks: readonly Block[], width: number, size: number, measure: Measure): number {
  return total(
    lines(blocks).map(({ text, indent }) =>
      Math.max(1, Math.ceil(measure(text, size, false) / Math.max(size, width - indent))),
    ),
  );
}

interface Line {
  readonly text: string;
  readonly indent: number;
  /** A chip's words are bold wherever they stand. */
  readonly bold?: boolean;
}

function lines(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap(blockLines);
}

function blockLines(block: Block): readonly Line[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return brokenLines(block.children);
    case "list":
      return moved(
        block.items.flatMap((item) => lines(item.blocks)),
        18,
      );
    case "definition-list":
      return block.items.flatMap((item) => [...brokenLines(item.term), ...lines(item.blocks)]);
    case "quote":
    case "callout":
    case "card":
    case "prompt":
    case "answer":
      return moved(lines(block.blocks), 30);
    case "exhibit":
    case "picture":
    case "table":
    case "card-grid":
      return [{ text: "", indent: 120 }];
    case "cover":
    case "contents":
    case "sign-off":
    case "page-break":
      return [];
  }
}

function moved(all: readonly Line[], by: number): readonly Line[] {
  return all.map((line) => ({ ...line, indent: line.indent + by }));
}

function brokenLines(children: readonly Inline[]): readonly Line[] {
  const pieces: Inline[][] = [[]];
  for (const inline of children) {
    if (inline.type === "line-break") pieces.push([]);
    else pieces.at(-1)?.push(inline);
  }
  return pieces.map((piece) => ({
    text: plainText(piece.flatMap(measured)),
    indent: 14 * piece.filter((inline) => inline.type === "tick" || inline.type === "rating").length,
    ...(piece.some((inline) => inline.type === "rating" || inline.type === "strong") ? { bold: true } : {}),
  }));
}

/** A chip stays on one line; a tick prints its sign, not its label. */
function measured(inline: Inline): readonly Inline[] {
  if (inline.type === "tick") return [];
  return [inline.type === "rating" ? { ...inline, text: inline.text.replaceAll(" ", "\u00a0") } : inline];
}
