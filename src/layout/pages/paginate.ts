// Fills pages with atoms: what belongs together stays together, footnotes stand at the foot of the page that cites them.
import { type Atom, divide, gap, isTied, type Placed, type Repeat, stacked } from "../flow/atoms.ts";
import { above, add, addNote, dropNote, empty, heightOf, noteSpace, noteTop, type State, topOf } from "./filling.ts";

export interface Filled {
  readonly placed: readonly Placed[];
  readonly repeat: Repeat | undefined;
  /** What stands below the last of `placed`. */
  readonly foot: { readonly repeat: Repeat; readonly y: number } | undefined;
  /** From the top of the notes, the rule above them included. */
  readonly notes: readonly Placed[];
  readonly notesHeight: number;
  /** Share of the room taken. */
  readonly fill: number;
  readonly ended: "full" | "forced" | "section";
}

export interface PageRoom {
  readonly height: number;
  /** Atoms of a footnote at this page's width. */
  readonly note: (id: string) => readonly Atom[];
  /** Told of an atom that fits no page. */
  readonly tooTall: (by: number) => void;
  /** Breaks pages as word processors do: wherever nothing is kept, however empty the page stays. */
  readonly plain?: boolean;
}

/** A page that is emptier than this is not left for the sake of keeping things together. */
const leastFill = 1 / 3;
/** Nor is one that is emptier than this for the sake of what only clings together. */
const clingFill = 0.65;
/** An atom higher than this share of a page may be divided wherever it falls. */
const tallShare = 0.5;
/** Notes that go on from the page before leave room for text. */
const notesShare = 0.6;
/** Dividing an atom is worth while with this share of a page left. */
const worthShare = 0.18;
/** Least height of what is left of a divided atom. */
const leastRest = 70;
const slack = 0.01;

/** Pages for the atoms of one page section. */
export function paginate(atoms: readonly Atom[], room: PageRoom): readonly Filled[] {
  const pages: Filled[] = [];
  const queue = [...atoms];
  let state = empty();
  /** Notes that wait for the next page. */
  let carried: Atom[] = [];

  /** Notes to be set on the page of an atom: none while earlier ones wait. */
  const notesOf = (atom: Atom): readonly Atom[] => (carried.length > 0 ? [] : allNotesOf(atom));
  const allNotesOf = (atom: Atom): readonly Atom[] => atom.notes.flatMap((id) => room.note(id));
  const taken = (): number => (state.y + state.notesHeight) / room.height;

  function place(atom: Atom): void {
    if (carried.length > 0) carried.push(...allNotesOf(atom));
    add(state, atom, notesOf(atom));
  }

  /** How many of the atoms fit below what is placed, notes included. */
  function fitting(group: readonly Atom[], from: State): number {
    let y = from.y;
    let last = from.last;
    let notesHeight = from.notesHeight;
    let lastNote = from.notes.at(-1)?.atom;
    let count = 0;
    for (const atom of group) {
      y = (last ? y + gap(last, atom) : (above(from, atom)?.height ?? 0)) + atom.height;
      for (const note of notesOf(atom)) {
        notesHeight = (lastNote ? notesHeight + gap(lastNote, note) : noteSpace) + note.height;
        lastNote = note;
      }
      // A page may end here, so there must be room for what stands below the atom then.
      if (y + notesHeight + (atom.foot?.height ?? 0) > room.height + slack) return count;
      last = atom;
      count++;
    }
    return count;
  }

  function close(ended: Filled["ended"]): void {
    const spare = room.height - state.y - state.notesHeight;
    const stretch = state.placed.findIndex((p) => p.atom.stretch);
    const placed =
      stretch < 0 || spare <= 0
        ? state.placed
        : state.placed.map((p, index) => (index > stretch ? { atom: p.atom, y: p.y + spare } : p));
    const { repeat, notes, notesHeight } = state;
    // An atom that was forced onto its page may leave no room for it.
    const below = state.last?.foot;
    const foot = below && below.height <= spare + slack ? { repeat: below, y: state.y } : undefined;
    pages.push({ placed, repeat, foot, notes, notesHeight, fill: Math.min(1, taken()), ended });
    state = empty(below !== undefined && foot === undefined);
    const waiting = carried;
    carried = [];
    for (const note of waiting) resume(note);
  }

  /** Sets a note of the page before, where text is to have room beside it; one too high for that is divided. */
  function resume(note: Atom): void {
    const most = room.height * (queue.length > 0 ? notesShare : 1);
    const top = noteTop(state, note);
    if (carried.length === 0 && top + note.height <= most + slack) {
      addNote(state, note);
      return;
    }
    if (carried.length > 0 || state.notes.length > 0) {
      carried.push(note);
      return;
    }
    const cut =
      divide(note, most - top) ?? (top + note.height > room.height ? divide(note, room.height - top) : undefined);
    const over = top + note.height - room.height;
    if (!cut && over > slack) room.tooTall(over);
    addNote(state, cut ? cut[0] : note);
    if (cut) carried = [cut[1]];
  }

  /** What an atom lacks of room below what is placed, its own notes apart. */
  const overBy = (atom: Atom): number => topOf(state, atom) + atom.height + state.notesHeight - room.height;

  /** An atom cut so that its first part fits below what is placed, its notes apart. */
  const partOf = (atom: Atom): readonly [Atom, Atom] | undefined =>
    divide(atom, room.height - state.notesHeight - topOf(state, atom) - (atom.torn?.foot.height ?? 0));

  /** Places an atom, or the part of it that there is room for, and gives back the rest. Notes wait where they leave it no room. */
  function force(atom: Atom): Atom | undefined {
    let cut = overBy(atom) > slack ? partOf(atom) : undefined;
    while (!cut && overBy(atom) > slack && state.notes.length > 0) {
      const note = dropNote(state);
      if (note) carried.unshift(note);
      if (state.notes.length === 0 && overBy(atom) > slack) cut = partOf(atom);
    }
    if (!cut && overBy(atom) > slack) room.tooTall(overBy(atom));
    const placed = cut ? cut[0] : atom;
    const notes = allNotesOf(placed);
    add(state, placed, []);
    const foot = placed.foot?.height ?? 0;
    for (const note of notes) {
      const fits = state.y + foot + noteTop(state, note) + note.height <= room.height + slack;
      if (carried.length === 0 && fits) addNote(state, note);
      else carried.push(note);
    }
    return cut?.[1];
  }

  /** Whether there is room for the next atom and those it reaches down into, their notes apart, or on a rather empty page for a part of it. */
  function mayForce(next: Atom): boolean {
    if (!isTied(next)) return overBy(next) <= slack || (taken() < leastFill && partOf(next) !== undefined);
    const last = queue.findIndex((atom) => !isTied(atom));
    const rest = stacked(queue.slice(0, last < 0 ? queue.length : last + 1)).height - next.height;
    return overBy(next) + rest <= slack;
  }

  /** Forces the next atom, and those it reaches down into. */
  function forceTied(): void {
    let rest: Atom | undefined;
    for (let atom = queue.shift(); atom; atom = !rest && isTied(atom) ? queue.shift() : undefined) rest = force(atom);
    if (!rest) return;
    queue.unshift(rest);
    close("full");
  }

  function divided(atom: Atom, before: readonly Atom[]): readonly [Atom, Atom] | undefined {
    const trial = { ...state, placed: [...state.placed], notes: [...state.notes] };
    for (const earlier of before) add(trial, earlier, notesOf(earlier));
    let left = room.height - trial.notesHeight - topOf(trial, atom) - (atom.torn?.foot.height ?? 0);
    if (!room.plain && trial.last && left < room.height * worthShare) return undefined;
    for (let attempt = 0; attempt < 4; attempt++) {
      const cut = divide(atom, left);
      if (!cut) {
        // It is not too high itself, but with its notes.
        if (attempt > 0 || atom.height > left) return undefined;
        left -= heightOf(notesOf(atom));
        continue;
      }
      if (fitting([cut[0]], trial) === 1) {
        // Its notes had better wait than leave it so little room.
        if (!room.plain && attempt > 0 && cut[0].height < room.height * worthShare) return undefined;
        // A line or two alone on the next page look forgotten.
        const lack = leastRest - cut[1].height;
        return (!room.plain && lack > 0 && divide(atom, left - lack)) || cut;
      }
      left -= heightOf(notesOf(cut[0]));
    }
    return undefined;
  }

  /** How many atoms at the head of the queue are tied together. */
  function tied(binds: (atom: Atom) => boolean): number {
    let size = 1;
    for (let last = queue[0]; last && binds(last) && queue[size] && !queue[size]?.forced; last = queue[size - 1])
      size++;
    return size;
  }

  while (queue.length > 0) {
    const first = queue[0];
    if (!first) break;
    if (first.forced && state.last) {
      close("forced");
      continue;
    }
    let size = tied((atom) => atom.keep || atom.clings === true);
    const isGivingWay = state.last?.clings === true || (!room.plain && taken() < clingFill);
    if (isGivingWay && fitting(queue.slice(0, size), state) < size) size = tied((atom) => atom.keep);
    const group = queue.slice(0, size);
    const count = fitting(group, state);
    if (count === size) {
      for (const atom of group) place(atom);
      queue.splice(0, size);
      continue;
    }
    const next = group[count];
    const tall = next !== undefined && next.height > room.height * tallShare;
    const fitsAlone = fitting(group, empty()) === size;
    if (state.last && fitsAlone && (room.plain ? !next?.split : taken() >= leastFill && !tall)) {
      close("full");
      continue;
    }
    const cut = next && divided(next, group.slice(0, count));
    if (cut && next) {
      for (const atom of group.slice(0, count)) place(atom);
      place(cut[0]);
      queue.splice(0, count + 1, cut[1]);
      close("full");
      continue;
    }
    const whole = group.findLastIndex((atom, index) => index < count && !isTied(atom)) + 1;
    if (state.last && (fitsAlone || taken() >= leastFill)) {
      close("full");
      continue;
    }
    for (const atom of queue.splice(0, whole)) place(atom);
    // Where only the notes of the next have no room, they wait, rather than that it parts from what it belongs to.
    const [after] = queue;
    if (!state.last || (whole < size && after && mayForce(after))) forceTied();
    else close("full");
  }
  while (state.last || state.notes.length > 0 || carried.length > 0) close("section");
  return pages;
}
