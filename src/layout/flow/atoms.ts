// Atoms: the pieces of a page that are placed whole, from top to bottom, with the rules for breaks between them.
import type { Fragment } from "../fragment.ts";

/** A tinted ground with a rule at its left, behind all its atoms on a page. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly fill?: string;
  readonly rule?: string;
}

/** Printed where a page begins or ends inside a table, besides the rows themselves. */
export interface Repeat {
  readonly height: number;
  readonly parts: readonly Fragment[];
  /** The same without sums that are brought forward. */
  readonly unsummed?: Repeat;
}

export interface Atom {
  readonly height: number;
  /** Space wanted above and below; the larger of two neighbours counts, and none at the top of a page. */
  readonly before: number;
  readonly after: number;
  /** No page break between this and the next. */
  readonly keep: boolean;
  /** Reaches down into the next, so that no page break may part them. */
  readonly tied?: boolean;
  /** Would rather have no page break here; gives way when that would leave much of a page empty. */
  readonly clings?: boolean;
  /** `below`: touches the next atom; `above`: touches the one before. */
  readonly touches?: "below" | "above";
  /** Space below it that only an atom without space above takes. */
  readonly yields?: boolean;
  /** Positions from the atom's own top left. */
  readonly parts: readonly Fragment[];
  /** Footnotes first cited here. */
  readonly notes: readonly string[];
  readonly frames: readonly Frame[];
  /** Above it where it begins a page. */
  readonly repeat?: Repeat;
  /** Below it where it ends a page. */
  readonly foot?: Repeat;
  /** Below its first part and above its next where it is divided. */
  readonly torn?: { readonly foot: Repeat; readonly repeat: Repeat };
  /** Starts a new page. */
  readonly forced?: boolean;
  readonly chapter?: string;
  /** Grows until the page is full. */
  readonly stretch?: boolean;
  /** Cuts the atom so that the first part is at most `room` high. */
  readonly split?: (room: number) => readonly [Atom, Atom] | undefined;
}

export const noAtom: Atom = { height: 0, before: 0, after: 0, keep: false, parts: [], notes: [], frames: [] };

/** Space between two atoms that follow each other. */
export function gap(above: Atom | undefined, below: Atom): number {
  if (!above || above.touches === "below" || below.touches === "above") return 0;
  if (above.yields && below.before > 0) return below.before;
  return Math.max(above.after, below.before);
}

/** True for an atom that no page break may part from the next, come what may. */
export function isTied(atom: Atom): boolean {
  return atom.tied === true || atom.touches === "below";
}

/** A fragment moved. */
export function moved(part: Fragment, dx: number, dy: number): Fragment {
  if (part.kind === "line") return { ...part, x: part.x + dx, y: part.y + dy, toX: part.toX + dx, toY: part.toY + dy };
  if (part.kind === "page-number") {
    return { ...part, x: part.x + dx, from: part.from + dx, y: part.y + dy, top: part.top + dy };
  }
  return { ...part, x: part.x + dx, y: part.y + dy };
}

/** An atom moved to the right. */
export function indented(atom: Atom, by: number): Atom {
  if (by === 0) return atom;
  const { split, repeat, foot, torn } = atom;
  return {
    ...atom,
    parts: atom.parts.map((part) => moved(part, by, 0)),
    frames: atom.frames.map((frame) => shiftedFrame(frame, by)),
    ...(repeat ? { repeat: shiftedRepeat(repeat, by) } : {}),
    ...(foot ? { foot: shiftedRepeat(foot, by) } : {}),
    ...(torn ? { torn: { foot: shiftedRepeat(torn.foot, by), repeat: shiftedRepeat(torn.repeat, by) } } : {}),
    ...(split
      ? {
          split: (room: number) => {
            const cut = split(room);
            return cut && ([indented(cut[0], by), indented(cut[1], by)] as const);
          },
        }
      : {}),
  };
}

/** Moves what several atoms share: the atoms of one frame go on sharing it, and so do the rows under one header. */
function shifting<T extends object>(move: (shared: T, by: number) => T): (shared: T, by: number) => T {
  const moves = new WeakMap<T, Map<number, T>>();
  return (shared, by) => {
    const known = moves.get(shared) ?? new Map<number, T>();
    moves.set(shared, known);
    const found = known.get(by) ?? move(shared, by);
    known.set(by, found);
    return found;
  };
}

const shiftedFrame = shifting<Frame>((frame, by) => ({ ...frame, x: frame.x + by }));
const shiftedRepeat: (repeat: Repeat, by: number) => Repeat = shifting(({ height, parts, unsummed }, by) => ({
  height,
  parts: parts.map((part) => moved(part, by, 0)),
  ...(unsummed ? { unsummed: shiftedRepeat(unsummed, by) } : {}),
}));

/** Cuts an atom in two; both parts stay in its frames, and what the whole had above and below it goes to the ends. */
export function divide(atom: Atom, room: number): readonly [Atom, Atom] | undefined {
  const cut = atom.split?.(room);
  if (!cut) return undefined;
  const { before, after, keep, frames, repeat, foot, torn, chapter, yields } = atom;
  const above = torn?.repeat ?? repeat;
  return [
    {
      ...cut[0],
      frames,
      before,
      after: 0,
      keep: false,
      ...(repeat ? { repeat } : {}),
      ...(torn ? { foot: torn.foot } : {}),
      ...(chapter === undefined ? {} : { chapter }),
    },
    {
      ...cut[1],
      frames,
      before: 0,
      after,
      keep,
      ...(yields ? { yields } : {}),
      ...(above ? { repeat: above } : {}),
      ...(foot ? { foot } : {}),
      ...(torn ? { torn } : {}),
    },
  ];
}

export interface Placed {
  readonly atom: Atom;
  readonly y: number;
}

/** Atoms under each other, from 0. */
export function stacked(atoms: readonly Atom[]): { readonly placed: readonly Placed[]; readonly height: number } {
  const placed: Placed[] = [];
  let y = 0;
  let last: Atom | undefined;
  for (const atom of atoms) {
    y += gap(last, atom);
    placed.push({ atom, y });
    y += atom.height;
    last = atom;
  }
  return { placed, height: y };
}

const ruleWeight = 3;

/** Grounds of the frames that placed atoms belong to, outer first. */
export function frameParts(placed: readonly Placed[]): readonly Fragment[] {
  const spans = new Map<Frame, { top: number; bottom: number }>();
  for (const { atom, y } of placed) {
    for (const frame of atom.frames) {
      const span = spans.get(frame);
      if (span) {
        span.top = Math.min(span.top, y);
        span.bottom = Math.max(span.bottom, y + atom.height);
      } else spans.set(frame, { top: y, bottom: y + atom.height });
    }
  }
  return [...spans].flatMap(([frame, { top, bottom }]): readonly Fragment[] => {
    const box = { kind: "rectangle", x: frame.x, y: top, height: bottom - top } as const;
    return [
      ...(frame.fill ? [{ ...box, width: frame.width, fill: frame.fill }] : []),
      ...(frame.rule ? [{ ...box, width: ruleWeight, fill: frame.rule }] : []),
    ];
  });
}

/** Fragments of placed atoms and the grounds of their frames, moved. */
export function partsOf(placed: readonly Placed[], dx: number, dy: number): readonly Fragment[] {
  const frames = frameParts(placed).map((part) => moved(part, dx, dy));
  return [...frames, ...placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, dx, dy + y)))];
}
