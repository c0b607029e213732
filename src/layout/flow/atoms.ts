// Atoms: the pieces of a page that are placed whole, from top to bottom, with the rules for breaks between them.
import type { Fragment } from "../fragment.ts";

/** A tinted ground with a rule at its left, behind all its atoms on a page. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly fill?: string;
  readonly rule?: string;
}

/** Printed again on each page that begins inside a table. */
export interface Repeat {
  readonly height: number;
  readonly parts: readonly Fragment[];
}

export interface Atom {
  readonly height: number;
  /** Space wanted above and below; the larger of two neighbours counts, and none at the top of a page. */
  readonly before: number;
  readonly after: number;
  /** No page break between this and the next. */
  readonly keep: boolean;
  /** Would rather have no page break here; gives way when that would leave much of a page empty. */
  readonly clings?: boolean;
  /** `below`: touches the next atom; `above`: touches the one before. */
  readonly touches?: "below" | "above";
  /** Positions from the atom's own top left. */
  readonly parts: readonly Fragment[];
  /** Footnotes first cited here. */
  readonly notes: readonly string[];
  readonly frames: readonly Frame[];
  readonly repeat?: Repeat;
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
  return Math.max(above.after, below.before);
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
  const { split } = atom;
  return {
    ...atom,
    parts: atom.parts.map((part) => moved(part, by, 0)),
    frames: atom.frames.map((frame) => shifted(frame, by)),
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

// The atoms of one frame share the frame object; moving keeps that.
const shiftedFrames = new WeakMap<Frame, Map<number, Frame>>();

function shifted(frame: Frame, by: number): Frame {
  const known = shiftedFrames.get(frame) ?? new Map<number, Frame>();
  shiftedFrames.set(frame, known);
  const found = known.get(by) ?? { ...frame, x: frame.x + by };
  known.set(by, found);
  return found;
}

/** Cuts an atom in two; both parts stay in its frames, and what the whole had above and below it goes to the ends. */
export function divide(atom: Atom, room: number): readonly [Atom, Atom] | undefined {
  const cut = atom.split?.(room);
  if (!cut) return undefined;
  const { before, after, keep, frames, repeat, chapter } = atom;
  const shared = { frames, ...(repeat ? { repeat } : {}) };
  return [
    { ...cut[0], ...shared, before, after: 0, keep: false, ...(chapter === undefined ? {} : { chapter }) },
    { ...cut[1], ...shared, before: 0, after, keep },
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
