// Cells over several rows: which rows must stay together, and what each row carries when a page may end between them.
import type { Fragment } from "../fragment.ts";
import { type Atom, gap, moved, stacked } from "./atoms.ts";
import type { Piece } from "./columns.ts";

export interface Spread {
  readonly row: number;
  readonly rows: number;
  readonly piece: Piece;
}

export interface SpanPlan {
  /** Pieces to add, by row. */
  readonly pieces: ReadonlyMap<number, readonly Piece[]>;
  /** Rows that keep with the next. */
  readonly kept: ReadonlySet<number>;
  /** Rows that cannot be divided because a cell reaches over them. */
  readonly whole: ReadonlySet<number>;
  /** What is printed again when a page begins at a row: the first words of the cell that goes on. */
  readonly labels: ReadonlyMap<number, readonly Fragment[]>;
}

/** Divides the lines of a cell over its rows: what fits each row, and all that is left in the last. */
function dealt(atoms: readonly Atom[], rooms: readonly number[]): readonly (readonly Atom[])[] {
  let at = 0;
  return rooms.map((room, index) => {
    const mine: Atom[] = [];
    let y = 0;
    for (; at < atoms.length; at++) {
      const atom = atoms[at];
      if (!atom) break;
      y += gap(mine.at(-1), atom) + atom.height;
      const must = index === rooms.length - 1 || (index === 0 && mine.length === 0);
      if (y > room + 0.01 && !must) break;
      mine.push(atom);
    }
    return mine;
  });
}

/** Rows that spans tie together, as the last row of each row's group. */
export function groupEnds(spreads: readonly Spread[], count: number): readonly number[] {
  const ends = Array.from({ length: count }, (_, index) => index);
  for (const { row, rows } of spreads) ends[row] = Math.max(ends[row] ?? row, row + rows - 1);
  let from = 0;
  let end = 0;
  for (let index = 0; index < count; index++) {
    if (index > end) from = index;
    end = Math.max(end, ends[index] ?? index);
    for (let r = from; r <= Math.min(end, count - 1); r++) ends[r] = end;
  }
  return ends;
}

/** Plans spans for rows of known heights; groups up to `together` high are not divided, nor the words of a cell up to twice that. */
export function planSpans(
  spreads: readonly Spread[],
  heights: readonly number[],
  padY: number,
  together: number,
): SpanPlan {
  const pieces = new Map<number, Piece[]>();
  const kept = new Set<number>();
  const whole = new Set<number>();
  const labels = new Map<number, Fragment[]>();
  const ends = groupEnds(spreads, heights.length);
  const over = (from: number, to: number): number => heights.slice(from, to).reduce((a, b) => a + b, 0);
  const put = (row: number, piece: Piece): void => {
    pieces.set(row, [...(pieces.get(row) ?? []), piece]);
  };
  for (const spread of spreads) {
    const { row, rows, piece } = spread;
    const end = ends[row] ?? row;
    const start = ends.indexOf(end);
    const small = over(start, end + 1) <= together;
    const need = stacked(piece.atoms).height + 2 * padY;
    let covered = 1;
    while (covered < rows && over(row, row + covered) < need - 0.01) covered++;
    let ended = row + covered;
    if (small || over(row, row + covered) <= 2 * together) {
      const last = small ? row + rows : row + covered;
      put(row, { ...piece, overflowing: true, under: over(row, row + rows) });
      for (let r = row; r < last; r++) whole.add(r);
      for (let r = row; r < last - 1; r++) kept.add(r);
    } else {
      const rooms = heights.slice(row, row + rows).map((height) => height - 2 * padY);
      dealt(piece.atoms, rooms).forEach((atoms, index) => {
        put(row + index, { ...piece, atoms, drop: 0 });
        if (atoms.length > 0) ended = row + index + 1;
      });
    }
    for (let r = ended; r < row + rows; r++) {
      const label = labelOf(piece, over(r, row + rows) - 2 * padY, padY);
      if (label) labels.set(r, [...(labels.get(r) ?? []), ...label]);
    }
  }
  return { pieces, kept, whole, labels };
}

/** The first paragraph of a cell, when there is room for it. */
function labelOf(piece: Piece, room: number, padY: number): readonly Fragment[] | undefined {
  const end = piece.atoms.findIndex((atom) => !atom.keep);
  const first = piece.atoms.slice(0, end < 0 ? 1 : end + 1);
  const { placed, height } = stacked(first);
  if (height > room || first.length > 4) return undefined;
  return placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, piece.x, padY + y)));
}
