// Text with the few marks that every form of a comparison has.
import type { Span } from "../source.ts";
import { type Hunk, hunks } from "./hunks.ts";
import { cellEnd, isWord, joinWords, lineEnd, wordsOf } from "./words.ts";

/** `out` and `in` are words that went and came; `quiet` is said beside. */
export interface Piece {
  readonly mark: "plain" | "strong" | "out" | "in" | "quiet";
  readonly text: string;
}

export type Rich = readonly Piece[];

/** `file:line` of a place; "" where it is not known. The earlier document has files of its own. */
export type Place = (span: Span, side: "before" | "after") => string;

export const plain = (text: string): Piece => ({ mark: "plain", text });
export const strong = (text: string): Piece => ({ mark: "strong", text });
export const quiet = (text: string): Piece => ({ mark: "quiet", text });

/** Longest text that is shown whole on both sides of an arrow. */
const short = 48;
/** Most words shown of a run that went or came. */
const shown = 60;

/** "old → new"; of long texts only what differs. */
export function changed(before: string, after: string): Rich {
  if (before === "" || after === "")
    return [
      ...(before === "" ? [] : run("out", wordsOf([before]))),
      ...(after === "" ? [] : run("in", wordsOf([after]))),
    ];
  if (before.length <= short && after.length <= short)
    return [{ mark: "out", text: before }, plain("→"), { mark: "in", text: after }];
  return inOneLine(hunks(wordsOf([before]), wordsOf([after])));
}

/** Hunks between the words that stay round them; those that the same few words part stand in one passage. */
export function passages(changes: readonly Hunk[]): readonly Rich[] {
  const stays = (words: readonly string[]): Rich => (words.length === 0 ? [] : [plain(joinWords(words))]);
  const made: Rich[] = [];
  for (const [i, hunk] of changes.entries()) {
    const previous = changes[i - 1];
    const between = previous ? hunk.at - previous.at - previous.out.length : 0;
    const goesOn = previous !== undefined && between > 0 && previous.after.length === between;
    const words = [...run("out", hunk.out), ...run("in", hunk.in), ...stays(hunk.after)];
    if (goesOn) made.push([...(made.pop() ?? []), ...words]);
    else made.push([...stays(hunk.before), ...words]);
  }
  return made;
}

/** The passages of one text, with dots for what lies between. */
export function inOneLine(changes: readonly Hunk[]): Rich {
  return passages(changes).flatMap((rich, i) => [...(i > 0 ? [plain("…")] : []), ...rich]);
}

/** Words that went or came, cut where there are many. */
export function run(mark: "out" | "in", words: readonly string[]): Rich {
  if (words.length === 0) return [];
  const kept = words.length > shown + 10 ? words.slice(0, shown) : words;
  const rest = words.slice(kept.length).filter(isWord).length;
  const text = shownWords(kept);
  if (text === "") return [{ mark, text: words.includes(lineEnd) ? "(line break)" : joinWords(words) }];
  return [{ mark, text }, ...(rest > 0 ? [quiet(`and ${rest} more ${rest === 1 ? "word" : "words"}`)] : [])];
}

/** Line ends at the edges say nothing. */
function shownWords(words: readonly string[]): string {
  let [start, end] = [0, words.length];
  while (start < end && words[start] === lineEnd) start += 1;
  while (end > start && words[end - 1] === lineEnd) end -= 1;
  const kept = words.slice(start, end);
  return kept.every((word) => word === lineEnd || word === cellEnd) ? "" : joinWords(kept);
}

/** Pieces as one text, each set by `set`; punctuation stands close to the word before it. */
export function setRich(rich: Rich, set: (piece: Piece) => string): string {
  return rich.reduce((made, piece) => {
    const text = set(piece);
    if (made === "" || text === "") return made + text;
    return `${made}${piece.mark === "plain" && /^[.,;:!?)\]’”]/u.test(piece.text) ? "" : " "}${text}`;
  }, "");
}

/** "1 risk", "2 risks". */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
