// Column widths from the content: as wide as needed, no wider than the page.
import { allot, evened, grown, squeezed, sum } from "../../document/column-widths.ts";
import { extent } from "../lines.ts";
import type { Prepared, PreparedCell, TableBlock, TextBlock } from "../prepare/prepared.ts";
import { balanced, type Passage } from "./balance.ts";
import type { FlowKit } from "./kit.ts";
import { decimalPoint, typeOf } from "./text.ts";

export interface ColumnWidths {
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
  /** What lacks for the longest words. */
  readonly missing: number;
  /** Width that the columns ask for, declared shares counted. */
  readonly wanted: number;
  /** Width without any line break. */
  readonly asked: number;
  /** True when a column breaks its sentences after every word or two. */
  readonly cramped: boolean;
  /** Widest part right of the decimal point, by column. */
  readonly decimals: readonly number[];
}

interface Extent {
  readonly min: number;
  readonly max: number;
}

function larger(a: Extent, b: Extent): Extent {
  return { min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) };
}

const none: Extent = { min: 0, max: 0 };

/** Least and natural width of blocks. */
export function extentOf(blocks: readonly Prepared[], kit: FlowKit): Extent {
  return blocks.map((block) => blockExtent(block, kit)).reduce(larger, none);
}

function blockExtent(block: Prepared, kit: FlowKit): Extent {
  const wider = (inner: Extent, by: number): Extent => ({ min: inner.min + by, max: inner.max + by });
  switch (block.kind) {
    case "text": {
      const { min, max } = extent(block.text);
      const { size } = typeOf(block, kit);
      return { min: min * size, max: max * size };
    }
    case "list":
      return wider(block.items.map((item) => extentOf(item.body, kit)).reduce(larger, none), block.indent * kit.scale);
    case "indent":
      return wider(extentOf(block.body, kit), block.by);
    case "frame":
      return wider(extentOf(block.body, kit), 28);
    case "figure":
      return { min: 180, max: 320 };
    case "table":
    case "grid":
    case "pairs":
      return { min: 140, max: 400 };
    default:
      return none;
  }
}

/** Widths of a paragraph between the line breaks it holds. */
function linesOf(block: TextBlock, kit: FlowKit): readonly number[] {
  const { text, edges } = block.text;
  const { size } = typeOf(block, kit);
  const ends = [...text.matchAll(/\n/g)].map((found) => found.index);
  return [...ends, text.length].map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    return ((edges[end] ?? 0) - (edges[start] ?? 0)) * size;
  });
}

/** The paragraphs of a cell, with what stands left of each. */
function paragraphsOf(blocks: readonly Prepared[], indent: number, kit: FlowKit): Passage["paragraphs"] {
  return blocks.flatMap((block): Passage["paragraphs"] => {
    switch (block.kind) {
      case "text":
        return linesOf(block, kit).map((width) => ({ width, indent }));
      case "list":
        return block.items.flatMap((item) => paragraphsOf(item.body, indent + block.indent * kit.scale, kit));
      case "indent":
        return paragraphsOf(block.body, indent + block.by, kit);
      case "frame":
        return paragraphsOf(block.body, indent + 28, kit);
      default:
        return [];
    }
  });
}

function onlyText(cell: PreparedCell): TextBlock | undefined {
  const only = cell.body.length === 1 ? cell.body[0] : undefined;
  return only?.kind === "text" ? only : undefined;
}

const balanceStep = 9;
/** A column of sentences is not made narrower than this for the sake of the others. */
const readableWidth = 84;

/** A narrower column of sentences reads as a list of words. */
const crampedWidth = 60;

/** Widths cut down to one that makes them fit: a column with one endless word takes nothing from those that are narrow. */
export function capped(widths: readonly number[], room: number): readonly number[] {
  const ascending = [...widths].sort((a, b) => a - b);
  let rest = room;
  for (const [index, width] of ascending.entries()) {
    const share = rest / (ascending.length - index);
    if (width > share) return widths.map((w) => Math.min(w, share));
    rest -= width;
  }
  return widths;
}

/** Widths of a table's columns within a width. */
export function columnWidths(block: TableBlock, width: number, kit: FlowKit): ColumnWidths {
  const count = block.columns.length;
  const pad = 2 * kit.padX;
  const least = new Array<number>(count).fill(pad);
  const natural = new Array<number>(count).fill(pad);
  const before = new Array<number>(count).fill(0);
  const decimals = new Array<number>(count).fill(0);
  const raise = (list: number[], column: number, to: number): void => {
    list[column] = Math.max(list[column] ?? 0, to);
  };
  const wide: { readonly cell: PreparedCell; readonly need: Extent }[] = [];
  const passages: Passage[] = [];
  // Sums that are carried over need their room too, but no page has all of them.
  const carried = block.rows.flatMap(({ carried: sums }) => (sums ? [sums.brought] : []));
  [...block.rows, ...carried].forEach((row, rowIndex) => {
    for (const cell of row.cells) {
      const need = extentOf(cell.body, kit);
      if (cell.colSpan > 1) {
        wide.push({ cell, need });
        continue;
      }
      raise(least, cell.column, need.min + pad);
      raise(natural, cell.column, Math.max(need.min, need.max / cell.rowSpan, Math.min(need.max, readableWidth)) + pad);
      if (rowIndex < block.rows.length) {
        const paragraphs = paragraphsOf(cell.body, pad, kit);
        passages.push({ row: rowIndex, rows: cell.rowSpan, column: cell.column, paragraphs });
      }
      const text = cell.align === "decimal" ? onlyText(cell) : undefined;
      // A sentence with a number in it does not stand on the point.
      if (!text || !/\d/.test(text.text.text) || row.kind === "header" || need.max > 2 * readableWidth) continue;
      const point = decimalPoint(text.text);
      raise(before, cell.column, point.before * typeOf(text, kit).size);
      raise(decimals, cell.column, point.after * typeOf(text, kit).size);
    }
  });
  for (let c = 0; c < count; c++) {
    const number = (before[c] ?? 0) + (decimals[c] ?? 0) + pad;
    if ((before[c] ?? 0) === 0) continue;
    raise(least, c, number);
    raise(natural, c, number);
  }
  for (const { cell, need } of wide) widen(least, natural, cell, need, pad);
  const content = [...natural];
  const weights = block.columns.map((column) => column.weight ?? 0);
  const declared = Math.max(1, sum(weights));
  // The cells of a form line up with what stands round it; elsewhere no column is wider than its words.
  const isFixed = block.look === "form" || block.look === "grid";
  weights.forEach((weight, c) => {
    if (weight <= 0) return;
    const share = (width * weight) / declared;
    natural[c] = Math.max(least[c] ?? 0, isFixed ? share : Math.min(share, content[c] ?? share));
  });
  const wanted = sum(natural);
  const isWeighted = weights.some((weight) => weight > 0);
  const shared = isWeighted
    ? squeezed(least, grown(natural, content, width), width, capped)
    : allot(least, natural, width, capped);
  // Declared shares are where balancing starts, not where it must end: they do not know the words.
  const crowded = sum(content) > width && sum(least) < width;
  const isLong = (c: number): boolean => (content[c] ?? 0) > 2 * readableWidth;
  const readable = least.map((width, c) =>
    isLong(c) ? Math.max(width, Math.min(shared[c] ?? 0, readableWidth)) : width,
  );
  const fitted = crowded ? balanced(shared, readable, content, passages, balanceStep) : shared;
  const isNumber = block.columns.map((column) => column.align === "decimal" || column.align === "right");
  const widths = stretched(evened(fitted, least, content, isNumber), width, isFixed);
  const edges = [0];
  for (const w of widths) edges.push((edges.at(-1) ?? 0) + w);
  const cramped = widths.some((w, c) => w < crampedWidth && (content[c] ?? 0) > 2 * w);
  return { edges, missing: sum(least) - width, wanted, asked: sum(content), cramped, decimals };
}

/** A cell over several columns asks each for a share of what they lack. */
function widen(least: number[], natural: number[], cell: PreparedCell, need: Extent, pad: number): void {
  const columns = Array.from({ length: cell.colSpan }, (_, index) => cell.column + index);
  for (const [list, wanted] of [
    [least, need.min + pad],
    // A title across the table may wrap; it does not make the table wide.
    [natural, Math.min(need.max, 220) + pad],
  ] as const) {
    const lack = wanted - sum(columns.map((c) => list[c] ?? 0));
    if (lack > 0) for (const c of columns) list[c] = (list[c] ?? 0) + lack / columns.length;
  }
  for (const c of columns) natural[c] = Math.max(natural[c] ?? 0, least[c] ?? 0);
}

const nearlyWhole = 0.7;

/** A table that is nearly as wide as the page is as wide as the page. */
function stretched(widths: readonly number[], width: number, isFixed: boolean): readonly number[] {
  const total = sum(widths);
  if (total >= width || total < width * nearlyWhole || isFixed) return widths;
  return widths.map((w) => (w * width) / total);
}
