// Shares the room among the columns of a table, and moves width between them until its rows are as low as they get.
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
  const shared = isWeighted ? squeezed(least, grown(natural, content, room), room) : allotted(least, natural, room);
  const readable = content.map((want, c) =>
    Math.max(least[c] ?? 0, want > 2 * readableWidth ? Math.min(shared[c] ?? 0, readableWidth) : 0),
  );
  const crowded = sum(content) > room && sum(least) < room;
  const fitted = crowded ? balanced(shared, readable, content, passages) : shared;
  const isNumber = table.columns.map(({ align }) => align === "decimal" || align === "right");
  const even = evened(fitted, { least, content, isNumber });
  return { widths: stretched(even, room, isFixed), wanted: sum(natural) };
}

/** Columns that ask for widths closer than this are alike. */
const alike = 1.02;

/** Neighbouring columns of numbers that ask for about the same, such as years, get the same where some of them wrap. */
function evened(
  widths: readonly number[],
  { least, content, isNumber }: Omit<Needs, "passages"> & { readonly isNumber: readonly boolean[] },
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

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** What fits gets its natural width, the others a share by the root of theirs, none less than its longest word. */
function allotted(least: readonly number[], natural: readonly number[], room: number): readonly number[] {
  if (sum(natural) <= room) return natural;
  if (sum(least) >= room) return least.map((width) => (width * room) / sum(least));
  const given = new Map<number, number>();
  // A column that asks for little has it, or every cell of it would wrap for a few points.
  for (const [c, width] of natural.entries()) if (width <= room / (2 * natural.length)) given.set(c, width);
  for (;;) {
    const free = natural.flatMap((_, c) => (given.has(c) ? [] : [c]));
    const rest = room - sum([...given.values()]);
    const roots = sum(free.map((c) => Math.sqrt(natural[c] ?? 0)));
    const share = (c: number): number => (rest * Math.sqrt(natural[c] ?? 0)) / roots;
    const narrow = free.filter((c) => (least[c] ?? 0) > share(c));
    const content = narrow.length > 0 ? [] : free.filter((c) => (natural[c] ?? 0) <= share(c));
    for (const c of narrow) given.set(c, least[c] ?? 0);
    for (const c of content) given.set(c, natural[c] ?? 0);
    if (narrow.length + content.length === 0 || given.size === natural.length) {
      return natural.map((_, c) => given.get(c) ?? share(c));
    }
  }
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
  if (spare <= excess) return allotted(least, natural, room);
  return natural.map((width, c) => width - (excess * (width - (least[c] ?? 0))) / spare);
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
