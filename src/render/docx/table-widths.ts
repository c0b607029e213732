// Column widths from the content: as wide as needed, within the room there is.
import type { Block, Inline, Table } from "../../document/document.ts";
import { plain } from "./bookmarks.ts";
import type { Placed } from "./table-grid.ts";

export interface ColumnWidths {
  readonly widths: readonly number[];
  /** True when words are wider than their columns at this text size. */
  readonly tight: boolean;
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
): ColumnWidths {
  const needs: Need[] = table.columns.map(() => ({ least: size, most: size * 2 }));
  const cells = rows.flatMap((row, r) => row.map((placed) => ({ placed, bold: boldRow(table, r) })));
  for (const { placed, bold } of cells) {
    if (placed.colSpan > 1) continue;
    const own = cellNeed(placed.cell.blocks, size, bold, measure);
    const need = needs[placed.at];
    if (!need) continue;
    need.least = Math.max(need.least, own.least + padding);
    need.most = Math.max(need.most, own.most + padding);
  }
  for (const { placed, bold } of cells) {
    if (placed.colSpan > 1 && placed.colSpan < table.columns.length) {
      spread(needs, placed, cellNeed(placed.cell.blocks, size, bold, measure), padding);
    }
  }
  const weights = table.columns.map((column) => column.weight ?? 0);
  if (weights.some((weight) => weight > 0)) return weighted(table, needs, room);
  return fitted(needs, room);
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

function weighted(table: Table, needs: readonly Need[], room: number): ColumnWidths {
  const given = table.columns.map((column) => column.weight ?? 0);
  const mean = given.reduce((sum, w) => sum + w, 0) / given.filter((w) => w > 0).length;
  const shares = given.map((weight) => (weight > 0 ? weight : mean));
  const total = shares.reduce((sum, w) => sum + w, 0);
  const widths = shares.map((share) => (room * share) / total);
  return { widths, tight: widths.some((width, i) => width < (needs[i]?.least ?? 0)) };
}

function fitted(needs: readonly Need[], room: number): ColumnWidths {
  const least = needs.reduce((sum, n) => sum + n.least, 0);
  const most = needs.reduce((sum, n) => sum + n.most, 0);
  if (most <= room) return { widths: needs.map((n) => n.most), tight: false };
  if (least >= room) return { widths: needs.map((n) => (n.least * room) / least), tight: true };
  // Long texts give way first: each column gets its longest word, and the rest of the room goes by the root of what
  // it would still like, so that one long column does not starve the others.
  const wishes = needs.map((n) => Math.sqrt(Math.max(0, n.most - n.least)));
  return { widths: share(needs, wishes, room - least), tight: false };
}

function share(needs: readonly Need[], wishes: readonly number[], spare: number): readonly number[] {
  const widths = needs.map((n) => n.least);
  let rest = spare;
  let open = needs.map((_, i) => i);
  while (rest > 0.01 && open.length > 0) {
    const total = open.reduce((sum, i) => sum + (wishes[i] ?? 0), 0);
    if (total === 0) break;
    const before = rest;
    for (const i of open) {
      const wish = (before * (wishes[i] ?? 0)) / total;
      const given = Math.min(wish, (needs[i]?.most ?? 0) - (widths[i] ?? 0));
      widths[i] = (widths[i] ?? 0) + given;
      rest -= given;
    }
    open = open.filter((i) => (needs[i]?.most ?? 0) - (widths[i] ?? 0) > 0.01);
  }
  return widths;
}

function cellNeed(blocks: readonly Block[], size: number, bold: boolean, measure: Measure): Need {
  const need: Need = { least: 0, most: 0 };
  for (const { text, indent } of lines(blocks)) {
    need.most = Math.max(need.most, measure(text, size, bold) * 1.01 + indent + 1);
    for (const word of text.split(/[ \u2003-]|(?<=[–—/])/)) {
      need.least = Math.max(need.least, measure(word, size, bold) * 1.01 + indent + 4);
    }
  }
  return need;
}

interface Line {
  readonly text: string;
  readonly indent: number;
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
    text: plain(piece),
    indent: 14 * piece.filter((inline) => inline.type === "tick" || inline.type === "rating").length,
  }));
}
