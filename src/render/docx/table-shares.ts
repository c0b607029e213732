// Shares the room among the columns of a table, and moves width between them until its rows are as low as they get.
import { allot, evened, grown, squeezed, sum } from "../../document/column-widths.ts";
import type { Table } from "../../document/document.ts";

export interface Paragraph {
  /** Width on one line. */
  readonly width: number;
  /** What its indent and the cell's padding take. */
  readonly indent: number;
}

export interface Passage {
  readonly row: number;
  readonly column: number;
  readonly paragraphs: readonly Paragraph[];
}

interface Needs {
  /** Width of the longest word of each column. */
  readonly least: readonly number[];
  /** Width of each column without a line break. */
  readonly content: readonly number[];
  readonly passages: readonly Passage[];
}

/** A column of sentences is not made narrower than this for the sake of the others. */
export const readableWidth = 84;

/** Widths, and the width that the columns ask for, declared shares counted. */
export function shares(
  table: Table,
  { least, content, passages }: Needs,
  room: number,
): { readonly widths: readonly number[]; readonly wanted: number } {
  const weights = table.columns.map((column) => column.weight ?? 0);
  const declared = Math.max(1, sum(weights));
  // The cells of a form line up with what stands round it; elsewhere no column is wider than its words.
  const isFixed = table.look === "form" || table.look === "grid";
  const natural = content.map((want, c) => {
    const share = (room * (weights[c] ?? 0)) / declared;
    return share <= 0 ? want : Math.max(least[c] ?? 0, isFixed ? share : Math.min(share, want));
  });
  const isWeighted = weights.some((weight) => weight > 0);
  const shared = isWeighted
    ? squeezed(least, grown(natural, content, room), room, shrunk)
    : allot(least, natural, room, shrunk);
  const readable = content.map((want, c) =>
    Math.max(least[c] ?? 0, want > 2 * readableWidth ? Math.min(shared[c] ?? 0, readableWidth) : 0),
  );
  const crowded = sum(content) > room && sum(least) < room;
  const fitted = crowded ? balanced(shared, readable, content, passages) : shared;
  const isNumber = table.columns.map(({ align }) => align === "decimal" || align === "right");
  const even = evened(fitted, least, content, isNumber);
  return { widths: stretched(even, room, isFixed), wanted: sum(natural) };
}

/** Where the longest words do not fit, each column gives up its part. */
function shrunk(least: readonly number[], room: number): readonly number[] {
  return least.map((width) => (width * room) / sum(least));
}

/** A table that is nearly as wide as the page is as wide as the page. */
function stretched(widths: readonly number[], room: number, isFixed: boolean): readonly number[] {
  const whole = sum(widths);
  return whole >= room || whole < room * 0.8 || isFixed ? widths : widths.map((width) => (width * room) / whole);
}

const step = 9;
const rounds = 24;
const leastMove = 0.01;
const rowsLooked = 48;
/** Lines are not filled to the edge: a word too long for the rest of a line goes to the next. */
const ragged = 14;
const lastLine = 0.4;
/** Lines that do not make their row higher count a little: two cells equally high would never both get lower otherwise. */
const lesser = 0.15;

/** About how many lines a passage takes; not whole, so that every small move shows. */
function linesAt(passage: Passage | undefined, width: number): number {
  if (!passage) return 0;
  return passage.paragraphs.reduce((lines, p) => {
    const room = Math.max(1, width - p.indent);
    return lines + (p.width <= room ? 1 : p.width / Math.max(room - ragged, room / 2) + lastLine);
  }, 0);
}

/** The widths after moves that lower the rows; none falls below `least` or rises above `content`. */
function balanced(
  start: readonly number[],
  least: readonly number[],
  content: readonly number[],
  passages: readonly Passage[],
): readonly number[] {
  const rows = sampled(passages, start.length);
  const widths = [...start];
  const linesOf = (column: number, by: number): readonly number[] =>
    rows.map((row) => linesAt(row[column], (widths[column] ?? 0) + by));
  for (let round = 0; round < rounds; round++) {
    const now = widths.map((_, c) => linesOf(c, 0));
    const height = (from: number, less: readonly number[], to: number, more: readonly number[]): number =>
      sum(
        rows.map((_, r) => {
          const others = now.map((lines, c) => (c === from || c === to ? 0 : (lines[r] ?? 0)));
          const all = [less[r] ?? 0, more[r] ?? 0, ...others];
          return Math.max(...all) + sum(all) * lesser;
        }),
      );
    const moves = widths.flatMap((width, to) => {
      // The last move to a column is what it still lacks, or a date would break for a point.
      const by = Math.min(step, (content[to] ?? 0) - width);
      if (by < leastMove) return [];
      const more = linesOf(to, by);
      return widths.flatMap((other, from) =>
        from === to || other - by < (least[from] ?? 0)
          ? []
          : [{ from, to, by, height: height(from, linesOf(from, -by), to, more) }],
      );
    });
    let best = { from: -1, to: -1, by: 0, height: height(-1, [], -1, []) };
    for (const move of moves) if (move.height < best.height - 1e-9) best = move;
    if (best.from < 0) return widths;
    widths[best.from] = (widths[best.from] ?? 0) - best.by;
    widths[best.to] = (widths[best.to] ?? 0) + best.by;
  }
  return widths;
}

/** Passages by row and column; of a long table as many rows as tell how it falls. */
function sampled(passages: readonly Passage[], columns: number): readonly (readonly (Passage | undefined)[])[] {
  const rows = new Map<number, (Passage | undefined)[]>();
  for (const passage of passages) {
    const row = rows.get(passage.row) ?? Array.from({ length: columns }, () => undefined);
    row[passage.column] = passage;
    rows.set(passage.row, row);
  }
  const every = Math.max(1, Math.ceil(rows.size / rowsLooked));
  return [...rows.values()].filter((_, i) => i % every === 0);
}
