// Column widths from the content: as wide as needed, no wider than the page.
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

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

const balanceStep = 9;
/** A column of sentences is not made narrower than this for the sake of the others. */
const readableWidth = 84;

/** A narrower column of sentences reads as a list of words. */
const crampedWidth = 60;

/** Widths cut down to one that makes them fit: a column with one endless word takes nothing from those that are narrow. */
function capped(widths: readonly number[], room: number): readonly number[] {
  const ascending = [...widths].sort((a, b) => a - b);
  let rest = room;
  for (const [index, width] of ascending.entries()) {
    const share = rest / (ascending.length - index);
    if (width > share) return widths.map((w) => Math.min(w, share));
    rest -= width;
  }
  return widths;
}

/** Shares `room` among columns: what fits gets its natural width, the others by the root of theirs. */
export function allot(least: readonly number[], natural: readonly number[], room: number): readonly number[] {
  if (sum(natural) <= room) return natural;
  const total = sum(least);
  if (total >= room) return capped(least, room);
  const given = new Map<number, number>();
  // A column that asks for little has it, or every cell of it would wrap for a few points.
  natural.forEach((width, index) => {
    if (width <= room / (2 * natural.length)) given.set(index, width);
  });
  for (;;) {
    const free = natural.flatMap((_, index) => (given.has(index) ? [] : [index]));
    const rest = room - sum([...given.values()]);
    const weights = sum(free.map((index) => Math.sqrt(natural[index] ?? 0)));
    const share = (index: number): number => (rest * Math.sqrt(natural[index] ?? 0)) / weights;
    const narrow = free.filter((index) => (least[index] ?? 0) > share(index));
    const content = narrow.length > 0 ? [] : free.filter((index) => (natural[index] ?? 0) <= share(index));
    if (narrow.length === 0 && content.length === 0) {
      return natural.map((_, index) => given.get(index) ?? share(index));
    }
    for (const index of narrow) given.set(index, least[index] ?? 0);
    for (const index of content) given.set(index, natural[index] ?? 0);
    if (given.size === natural.length) return natural.map((_, index) => given.get(index) ?? 0);
  }
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
  block.rows.forEach((row, rowIndex) => {
    for (const cell of row.cells) {
      const need = extentOf(cell.body, kit);
      if (cell.colSpan > 1) {
        wide.push({ cell, need });
        continue;
      }
      raise(least, cell.column, need.min + pad);
      raise(natural, cell.column, Math.max(need.min, need.max / cell.rowSpan, Math.min(need.max, readableWidth)) + pad);
      // The words of a cell over several rows are shared out among them.
      const paragraphs = paragraphsOf(cell.body, pad, kit).map((p) => ({ ...p, width: p.width / cell.rowSpan }));
      for (let r = 0; r < cell.rowSpan; r++) passages.push({ row: rowIndex + r, column: cell.column, paragraphs });
      const text = cell.align === "decimal" ? onlyText(cell) : undefined;
      if (!text || !/\d/.test(text.text.text) || row.kind === "header") continue;
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
  const shared = isWeighted ? squeezed(least, grown(natural, content, width), width) : allot(least, natural, width);
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

/** Room that is left over goes to the columns whose words still wrap. */
function grown(natural: readonly number[], content: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (;;) {
    const spare = room - sum(widths);
    const wrapped = widths.flatMap((width, c) => ((content[c] ?? 0) > width + 0.01 ? [c] : []));
    if (spare <= 0.01 || wrapped.length === 0) return widths;
    const each = spare / wrapped.length;
    for (const c of wrapped) widths[c] = Math.min(content[c] ?? 0, (widths[c] ?? 0) + each);
  }
}

/** Declared widths, less what is too much, taken from the columns that have room to spare. */
function squeezed(least: readonly number[], natural: readonly number[], room: number): readonly number[] {
  const excess = sum(natural) - room;
  if (excess <= 0) return natural;
  const spare = sum(natural) - sum(least);
  if (spare <= excess) return allot(least, natural, room);
  return natural.map((width, index) => width - (excess * (width - (least[index] ?? 0))) / spare);
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

/** Columns that ask for widths closer than this are alike. */
const alike = 1.02;

/** Neighbouring columns of numbers that ask for about the same, such as years, get the same where some of them wrap. */
export function evened(
  widths: readonly number[],
  least: readonly number[],
  content: readonly number[],
  isNumber: readonly boolean[],
): readonly number[] {
  const made = [...widths];
  for (let from = 0; from < widths.length; ) {
    let to = from + 1;
    let [low, high] = [content[from] ?? 0, content[from] ?? 0];
    for (; isNumber[from] && isNumber[to]; to++) {
      low = Math.min(low, content[to] ?? 0);
      high = Math.max(high, content[to] ?? 0);
      if (high > low * alike) break;
    }
    const each = sum(widths.slice(from, to)) / (to - from);
    const wraps = widths.slice(from, to).some((width, c) => width < (content[from + c] ?? 0) - 0.01);
    if (wraps && least.slice(from, to).every((width) => width <= each)) made.fill(each, from, to);
    from = to;
  }
  return made;
}

const nearlyWhole = 0.7;

/** A table that is nearly as wide as the page is as wide as the page. */
function stretched(widths: readonly number[], width: number, isFixed: boolean): readonly number[] {
  const total = sum(widths);
  if (total >= width || total < width * nearlyWhole || isFixed) return widths;
  return widths.map((w) => (w * width) / total);
}
