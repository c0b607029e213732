// Column widths from the content: as wide as needed, within the room there is.
import type { Block, Inline, Table } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { DecimalIndents } from "./table-align.ts";
import type { Placed } from "./table-grid.ts";

export interface ColumnWidths {
  readonly widths: readonly number[];
  /** True when words are wider than their columns at this text size. */
  readonly tight: boolean;
  /** True when many columns would break their lines often. */
  readonly crowded: boolean;
}

interface Need {
  /** Longest word. */
  least: number;
  /** Longest line. */
  most: number;
}

type Measure = (text: string, size: number, bold: boolean) => number;

/** Widths in points; declared weights share the room, other columns get what their text needs. */
export function columnWidths(
  table: Table,
  rows: readonly (readonly Placed[])[],
  room: number,
  size: number,
  padding: number,
  measure: Measure,
  indents: DecimalIndents,
): ColumnWidths {
  const needs: Need[] = table.columns.map(() => ({ least: size, most: size * 2 }));
  const cells = rows.flatMap((row, r) => row.map((placed) => ({ placed, bold: boldRow(table, r) })));
  for (const { placed, bold } of cells) {
    if (placed.colSpan > 1) continue;
    const own = cellNeed(placed.cell.blocks, size, bold, measure);
    const need = needs[placed.at];
    if (!need) continue;
    const beside = padding + (indents.get(placed.cell) ?? 0);
    need.least = Math.max(need.least, own.least + beside);
    need.most = Math.max(need.most, own.most + beside);
  }
  for (const { placed, bold } of cells) {
    if (placed.colSpan > 1 && placed.colSpan < table.columns.length) {
      spread(needs, placed, cellNeed(placed.cell.blocks, size, bold, measure), padding);
    }
  }
  const declared = table.columns.some((column) => (column.weight ?? 0) > 0);
  const wanted = declared ? weighted(table, needs, room) : needs;
  const least = total(wanted.map((n) => n.least));
  const most = total(wanted.map((n) => n.most));
  const crowded = table.columns.length >= 7 && most > room * 1.15;
  if (least >= room) return { widths: wanted.map((n) => (n.least * room) / least), tight: least > room + 0.5, crowded };
  const widths = most <= room ? wanted.map((n) => n.most) : allot(wanted, room);
  return { widths: declared ? widths : stretched(widths, room), tight: false, crowded };
}

function boldRow(table: Table, row: number): boolean {
  return table.rows[row]?.kind !== "body" && table.rows[row]?.kind !== "group";
}

/** A cell over several columns asks its columns for what they lack together. */
function spread(needs: readonly Need[], placed: Placed, own: Need, padding: number): void {
  const columns = needs.slice(placed.at, placed.at + placed.colSpan);
  const least = own.least + padding - columns.reduce((sum, n) => sum + n.least, 0);
  const most = own.most + padding - columns.reduce((sum, n) => sum + n.most, 0);
  for (const need of columns) {
    need.least += Math.max(0, least) / columns.length;
    need.most += Math.max(0, most) / columns.length;
  }
}

function weighted(table: Table, needs: readonly Need[], room: number): readonly Need[] {
  const declared = Math.max(
    1,
    table.columns.reduce((sum, column) => sum + (column.weight ?? 0), 0),
  );
  return needs.map((need, i) => {
    const weight = table.columns[i]?.weight ?? 0;
    if (weight <= 0) return need;
    const width = Math.max(need.least, (room * weight) / declared);
    return { least: width, most: width };
  });
}

/** Shares the room: what fits gets its natural width, the others by the root of theirs, none less than its longest word. */
function allot(needs: readonly Need[], room: number): readonly number[] {
  const given = new Map<number, number>();
  for (;;) {
    const free = needs.flatMap((_, i) => (given.has(i) ? [] : [i]));
    const rest = room - total([...given.values()]);
    const weights = total(free.map((i) => Math.sqrt(needs[i]?.most ?? 0)));
    const share = (i: number): number => (rest * Math.sqrt(needs[i]?.most ?? 0)) / weights;
    const narrow = free.filter((i) => (needs[i]?.least ?? 0) > share(i));
    const content = narrow.length > 0 ? [] : free.filter((i) => (needs[i]?.most ?? 0) <= share(i));
    for (const i of narrow) given.set(i, needs[i]?.least ?? 0);
    for (const i of content) given.set(i, needs[i]?.most ?? 0);
    if (narrow.length + content.length === 0 || given.size === needs.length) {
      return needs.map((_, i) => given.get(i) ?? share(i));
    }
  }
}

/** A table that is nearly as wide as the page is as wide as the page. */
function stretched(widths: readonly number[], room: number): readonly number[] {
  const sum = total(widths);
  return sum >= room || sum < room * 0.8 ? widths : widths.map((width) => (width * room) / sum);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function cellNeed(blocks: readonly Block[], size: number, bold: boolean, measure: Measure): Need {
  const need: Need = { least: 0, most: 0 };
  for (const { text, indent, bold: strong = bold } of lines(blocks)) {
    need.most = Math.max(need.most, measure(text, size, strong) * 1.01 + indent + 1);
    for (const word of text.split(/[ \u2003-]|(?<=[–—])/)) {
      need.least = Math.max(need.least, measure(word, size, strong) * 1.01 + indent + 4);
    }
  }
  return need;
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
