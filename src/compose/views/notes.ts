// Notes under a table: short ones read on, so that small print stays a few lines and not a list of remarks.
import { text } from "../../document/build.ts";
import type { Inline, Paragraph } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";

/** About three lines of small type: what reads on is not longer. */
const longest = 300;

/** The notes with neighbours joined while they stay short; sources stand by themselves. */
export function runOn(notes: readonly Paragraph[]): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  for (const note of notes) {
    const last = joined.at(-1);
    if (!last || !joins(last, note)) joined.push(note);
    else joined.splice(-1, 1, { ...last, children: [...ended(last.children), ...note.children] });
  }
  return joined;
}

function joins(last: Paragraph, next: Paragraph): boolean {
  if (last.role !== "note" || next.role !== "note") return false;
  return plainText(last.children).length + plainText(next.children).length < longest;
}

/** A sentence and the space after it. */
function ended(children: readonly Inline[]): readonly Inline[] {
  return [...children, text(/[.!?:][)”’]*$/.test(plainText(children).trimEnd()) ? " " : ". ")];
}
