// Fills pages with atoms: what belongs together stays together, footnotes stand at the foot of the page that cites them.
import { type Atom, divide, gap, type Placed, type Repeat } from "../flow/atoms.ts";

export interface Filled {
  readonly placed: readonly Placed[];
  readonly repeat: Repeat | undefined;
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
}

/** Space and rule above the notes. */
const noteSpace = 16;
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

interface State {
  readonly placed: Placed[];
  readonly notes: Placed[];
  notesHeight: number;
  y: number;
  last: Atom | undefined;
  repeat: Repeat | undefined;
}

function empty(): State {
  return { placed: [], notes: [], notesHeight: 0, y: 0, last: undefined, repeat: undefined };
}

function topOf(state: State, atom: Atom): number {
  return state.last ? state.y + gap(state.last, atom) : (atom.repeat?.height ?? 0);
}

function addNote(state: State, note: Atom): void {
  const y = state.notes.length === 0 ? noteSpace : state.notesHeight + gap(state.notes.at(-1)?.atom, note);
  state.notes.push({ atom: note, y });
  state.notesHeight = y + note.height;
}

function add(state: State, atom: Atom, notes: readonly Atom[]): void {
  const y = topOf(state, atom);
  if (!state.last) state.repeat = atom.repeat;
  state.placed.push({ atom, y });
  state.y = y + atom.height;
  state.last = atom;
  for (const note of notes) addNote(state, note);
}

/** Pages for the atoms of one page section. */
export function paginate(atoms: readonly Atom[], room: PageRoom): readonly Filled[] {
  const pages: Filled[] = [];
  const queue = [...atoms];
  let state = empty();
  let carried: readonly Atom[] = [];

  const notesOf = (atom: Atom): readonly Atom[] => atom.notes.flatMap((id) => room.note(id));
  const taken = (): number => (state.y + state.notesHeight) / room.height;

  /** How many of the atoms fit below what is placed, notes included. */
  function fitting(group: readonly Atom[], from: State): number {
    let y = from.y;
    let last = from.last;
    let notesHeight = from.notesHeight;
    let lastNote = from.notes.at(-1)?.atom;
    let count = 0;
    for (const atom of group) {
      y = (last ? y + gap(last, atom) : (atom.repeat?.height ?? 0)) + atom.height;
      for (const note of notesOf(atom)) {
        notesHeight = (lastNote ? notesHeight + gap(lastNote, note) : noteSpace) + note.height;
        lastNote = note;
      }
      if (y + notesHeight > room.height + slack) return count;
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
    pages.push({ placed, repeat, notes, notesHeight, fill: Math.min(1, taken()), ended });
    state = empty();
    const waiting = carried;
    carried = [];
    for (const note of waiting) {
      const isFull = state.notes.length > 0 && state.notesHeight + note.height > room.height * notesShare;
      if (isFull || carried.length > 0) carried = [...carried, note];
      else addNote(state, note);
    }
  }

  /** Places an atom on an empty page that it does not fit; its notes may go on to the next page. */
  function force(atom: Atom): void {
    const notes = notesOf(atom);
    add(state, atom, []);
    const over = state.y - room.height;
    if (over > slack) room.tooTall(over);
    for (const note of notes) {
      if (carried.length === 0 && state.y + state.notesHeight + noteSpace + note.height <= room.height)
        addNote(state, note);
      else carried = [...carried, note];
    }
  }

  function divided(atom: Atom, before: readonly Atom[]): readonly [Atom, Atom] | undefined {
    const trial = { ...state, placed: [...state.placed], notes: [...state.notes] };
    for (const earlier of before) add(trial, earlier, notesOf(earlier));
    let left = room.height - trial.notesHeight - topOf(trial, atom);
    if (trial.last && left < room.height * worthShare) return undefined;
    for (let attempt = 0; attempt < 3; attempt++) {
      const cut = divide(atom, left);
      if (!cut) return undefined;
      if (fitting([cut[0]], trial) === 1) {
        // A line or two alone on the next page look forgotten.
        const lack = leastRest - cut[1].height;
        return (lack > 0 && divide(atom, left - lack)) || cut;
      }
      const need = notesOf(cut[0]).reduce((sum, note) => sum + note.height, noteSpace);
      left -= need;
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
    const isGivingWay = state.last?.clings === true || taken() < clingFill;
    if (isGivingWay && fitting(queue.slice(0, size), state) < size) size = tied((atom) => atom.keep);
    const group = queue.slice(0, size);
    const count = fitting(group, state);
    if (count === size) {
      for (const atom of group) add(state, atom, notesOf(atom));
      queue.splice(0, size);
      continue;
    }
    const next = group[count];
    const tall = next !== undefined && next.height > room.height * tallShare;
    const fitsAlone = fitting(group, empty()) === size;
    if (state.last && fitsAlone && taken() >= leastFill && !tall) {
      close("full");
      continue;
    }
    const cut = next && divided(next, group.slice(0, count));
    if (cut && next) {
      for (const atom of group.slice(0, count)) add(state, atom, notesOf(atom));
      add(state, cut[0], notesOf(cut[0]));
      queue.splice(0, count + 1, cut[1]);
      close("full");
      continue;
    }
    if (state.last && (fitsAlone || taken() >= leastFill || count === 0)) {
      close("full");
      continue;
    }
    if (count > 0) {
      for (const atom of group.slice(0, count)) add(state, atom, notesOf(atom));
      queue.splice(0, count);
      close("full");
      continue;
    }
    force(first);
    queue.shift();
  }
  while (state.last || state.notes.length > 0 || carried.length > 0) close("section");
  return pages;
}
