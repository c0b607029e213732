// Pieces beside each other as one atom: the row of a table, of cards, of labels and values.
import type { Fragment } from "../fragment.ts";
import {
  type Atom,
  divide,
  type Frame,
  frameParts,
  gap,
  isTied,
  moved,
  noAtom,
  type Placed,
  stacked,
} from "./atoms.ts";

export interface Piece {
  readonly x: number;
  readonly width: number;
  readonly atoms: readonly Atom[];
  /** A frame that is as high as the whole row. */
  readonly ground?: Frame;
  /** Free height above the content: none, half of it, all of it. */
  readonly drop?: 0 | 0.5 | 1;
  /** Reaches below the row (a cell over several rows); does not count for the height. */
  readonly overflowing?: boolean;
  /** Height of all the rows it covers. */
  readonly under?: number;
}

export interface RowLook {
  readonly padTop: number;
  readonly padBottom: number;
  readonly least?: number;
  /** Grounds and rules of the row, or of a part of it. */
  readonly ground?: (height: number, part: "whole" | "first" | "last") => readonly Fragment[];
}

function heightOf(pieces: readonly Piece[], look: RowLook): number {
  const content = pieces.reduce((h, p) => (p.overflowing ? h : Math.max(h, stacked(p.atoms).height)), 0);
  return Math.max(content + look.padTop + look.padBottom, look.least ?? 0);
}

function pieceParts(piece: Piece, look: RowLook, height: number): readonly Fragment[] {
  const { placed, height: own } = stacked(piece.atoms);
  const free = (piece.under ?? height) - look.padTop - look.padBottom - own;
  const top = look.padTop + free * (piece.drop ?? 0);
  const whole = piece.ground;
  const frames = whole
    ? [...frameParts([{ atom: { ...noAtom, height, frames: [whole] }, y: -look.padTop }]), ...grounds(placed, whole)]
    : frameParts(placed);
  return [
    ...frames.map((part) => moved(part, piece.x, top)),
    ...placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, piece.x, top + y))),
  ];
}

function grounds(placed: readonly Placed[], besides: Frame): readonly Fragment[] {
  return frameParts(
    placed.map(({ atom, y }) => ({ y, atom: { ...atom, frames: atom.frames.filter((f) => f !== besides) } })),
  );
}

/** How many atoms fit a height without breaking a keep; 0 when none do. */
function fitting(atoms: readonly Atom[], room: number): number {
  let y = 0;
  let last: Atom | undefined;
  let count = 0;
  let safe = 0;
  for (const [index, atom] of atoms.entries()) {
    y += gap(last, atom) + atom.height;
    if (y > room + 0.01) return safe > 0 ? safe : count;
    if (!isTied(atom)) count = index + 1;
    if (!atom.keep) safe = index + 1;
    last = atom;
  }
  return atoms.length;
}

/** The atoms of a piece that fit a height and those that do not; a high one is divided itself. */
function cutAt(atoms: readonly Atom[], room: number): readonly [readonly Atom[], readonly Atom[]] {
  const count = fitting(atoms, room);
  const next = atoms[count];
  if (!next || (count > 0 && next.height < room / 2)) return [atoms.slice(0, count), atoms.slice(count)];
  const before = atoms.slice(0, count);
  const cut = divide(next, room - stacked(before).height - gap(before.at(-1), next));
  return cut
    ? [
        [...before, cut[0]],
        [cut[1], ...atoms.slice(count + 1)],
      ]
    : [before, atoms.slice(count)];
}

/** One atom from pieces; splits between the lines of its pieces. */
export function columnsAtom(pieces: readonly Piece[], look: RowLook, part: "whole" | "first" | "last" = "whole"): Atom {
  const height = heightOf(pieces, look);
  const ground = look.ground?.(height, part) ?? [];
  const rest = part === "first" || part === "whole" ? look : { ...look, least: 0 };
  return {
    ...noAtom,
    height,
    parts: [...ground, ...pieces.flatMap((piece) => pieceParts(piece, rest, height))],
    notes: pieces.flatMap((piece) => piece.atoms.flatMap((atom) => atom.notes)),
    split(room) {
      const inner = room - look.padTop - look.padBottom;
      const cuts = pieces.map((piece) => cutAt(piece.atoms, inner));
      if (cuts.some(([first, rest]) => first.length === 0 && rest.length > 0)) return undefined;
      if (cuts.every(([, rest]) => rest.length === 0)) return undefined;
      const cutLook = { ...look, least: 0 };
      const first = pieces.map((piece, index) => ({ ...piece, atoms: cuts[index]?.[0] ?? [] }));
      // What has ended has no ground beside what goes on.
      const second = pieces.map(({ ground, ...piece }, index) => {
        const atoms = cuts[index]?.[1] ?? [];
        return { ...piece, atoms, ...(ground && atoms.length > 0 ? { ground } : {}) };
      });
      return [columnsAtom(first, cutLook, "first"), columnsAtom(second, cutLook, "last")];
    },
  };
}
