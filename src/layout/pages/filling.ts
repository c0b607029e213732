// A page while it is filled: what is placed on it, from its top, and its notes, from theirs.
import { type Atom, gap, type Placed, type Repeat } from "../flow/atoms.ts";

/** Space and rule above the notes. */
export const noteSpace = 16;

/** Grows while atoms are placed. */
export interface State {
  readonly placed: Placed[];
  /** From the top of the notes, the rule above them included. */
  readonly notes: Placed[];
  notesHeight: number;
  y: number;
  last: Atom | undefined;
  repeat: Repeat | undefined;
  /** The page before had no room for the sums below its last row, so none are brought forward. */
  readonly unsummed: boolean;
}

/** A page without anything. */
export function empty(unsummed = false): State {
  return { placed: [], notes: [], notesHeight: 0, y: 0, last: undefined, repeat: undefined, unsummed };
}

/** What stands above an atom that begins the page. */
export function above({ unsummed }: State, { repeat }: Atom): Repeat | undefined {
  return unsummed ? (repeat?.unsummed ?? repeat) : repeat;
}

/** Where an atom would stand. */
export function topOf(state: State, atom: Atom): number {
  return state.last ? state.y + gap(state.last, atom) : (above(state, atom)?.height ?? 0);
}

/** Where a note would stand, from the top of the notes. */
export function noteTop(state: State, note: Atom): number {
  return state.notes.length === 0 ? noteSpace : state.notesHeight + gap(state.notes.at(-1)?.atom, note);
}

/** Places a note below the others. */
export function addNote(state: State, note: Atom): void {
  const y = noteTop(state, note);
  state.notes.push({ atom: note, y });
  state.notesHeight = y + note.height;
}

/** Takes the last note off the page. */
export function dropNote(state: State): Atom | undefined {
  const dropped = state.notes.pop();
  const last = state.notes.at(-1);
  state.notesHeight = last ? last.y + last.atom.height : 0;
  return dropped?.atom;
}

/** Places an atom below the others, with its notes. */
export function add(state: State, atom: Atom, notes: readonly Atom[]): void {
  const y = topOf(state, atom);
  if (!state.last) state.repeat = above(state, atom);
  state.placed.push({ atom, y });
  state.y = y + atom.height;
  state.last = atom;
  for (const note of notes) addNote(state, note);
}

/** About what notes would take of the page. */
export function heightOf(notes: readonly Atom[]): number {
  return notes.reduce((sum, note) => sum + note.height, noteSpace);
}
