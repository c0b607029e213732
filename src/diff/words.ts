// Running text as words that stay whole where a reader takes them as one: amounts, dates, years, ids.
import { diffArrays } from "diff";

/** Words that go out and in at a place; `at` counts the earlier words from 0. */
export interface Hunk {
  readonly at: number;
  readonly out: readonly string[];
  readonly in: readonly string[];
  /** A few words before and after, which stay. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Stands between lines: paragraphs, items, rows. */
export const lineEnd = "¶";
/** Stands between the cells of a row. */
export const cellEnd = "|";

const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const piece = new RegExp(`\\d{1,2}(?:–\\d{1,2})?\\s${month}\\s\\d{4}(?![\\d/])|[“"‘([]|[^\\s“"‘([]\\S*`, "gu");
const closing = /[.,;:!?)\]”’"]+$/u;

/** The words of one line; punctuation round a word stands by itself, so that a comma does not make it another word. */
function wordsOfLine(line: string): readonly string[] {
  return (line.match(piece) ?? []).flatMap((found) => {
    const chunk = found.replace(/\s/gu, " ");
    const tail = closing.exec(chunk)?.[0] ?? "";
    const word = chunk.slice(0, chunk.length - tail.length);
    return [...(word === "" ? [] : [word]), ...tail];
  });
}

/** The words of lines, with a mark after each line. */
export function wordsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => [...wordsOfLine(line), lineEnd]);
}

/** True for what a reader counts as a word: not punctuation, not a mark of ours. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** Most words that stay, shown on either side of what changed. */
const around = 6;
/** More changes than this between two passages make one another's replacement. */
const mostEdits = 1500;

interface Step {
  readonly kind: "same" | "out" | "in";
  readonly words: readonly string[];
}

/** What turns the earlier words into the later ones, in order; no two hunks touch. Swapping the two swaps `out` and `in`. */
export function hunks(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  // Of several shortest ways the same one is found from either side.
  const isTurned =
    before.length > after.length || (before.length === after.length && before.join(" ") > after.join(" "));
  const steps = isTurned ? stepsBetween(after, before).map(turned) : stepsBetween(before, after);
  const made: Hunk[] = [];
  let at = 0;
  let free = 0;
  for (let i = 0; i < steps.length; ) {
    const step = steps[i];
    if (step?.kind === "same") {
      at += step.words.length;
      i += 1;
      continue;
    }
    const out: string[] = [];
    const into: string[] = [];
    for (; i < steps.length && steps[i]?.kind !== "same"; i++)
      (steps[i]?.kind === "out" ? out : into).push(...(steps[i]?.words ?? []));
    const next = steps[i]?.words ?? [];
    made.push({
      at,
      out,
      in: into,
      before: lastLine(before.slice(Math.max(free, at - around), at)),
      after: firstLine(next.slice(0, around)),
    });
    at += out.length;
    free = at;
  }
  return made;
}

const turned = ({ kind, words }: Step): Step => ({
  kind: kind === "out" ? "in" : kind === "in" ? "out" : "same",
  words,
});

/** Lines first, which keeps paragraphs together; then the words of lines that took each other's place. */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  const rough = steps(linesIn(before), linesIn(after));
  return rough.flatMap((step, i): readonly Step[] => {
    const next = rough[i + 1];
    if (step.kind === "in" && rough[i - 1]?.kind === "out") return [];
    const words = step.words.flatMap((line) => line.split("\n"));
    if (step.kind !== "out" || next?.kind !== "in") return [{ kind: step.kind, words }];
    return steps(
      words,
      next.words.flatMap((line) => line.split("\n")),
    );
  });
}

function steps(before: readonly string[], after: readonly string[]): readonly Step[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (!parts)
    return [
      { kind: "out", words: before },
      { kind: "in", words: after },
    ];
  return parts.map(({ added, removed, value }) => ({ kind: added ? "in" : removed ? "out" : "same", words: value }));
}

/** Words joined line by line; no word holds a line feed. */
function linesIn(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i] !== lineEnd && i < words.length - 1) continue;
    lines.push(words.slice(start, i + 1).join("\n"));
    start = i + 1;
  }
  return lines;
}

const firstLine = (words: readonly string[]) => {
  const end = words.indexOf(lineEnd);
  return end < 0 ? words : words.slice(0, end);
};
const lastLine = (words: readonly string[]) => words.slice(words.lastIndexOf(lineEnd) + 1);

/** The later words, made of the earlier ones. */
export function apply(before: readonly string[], changes: readonly Hunk[]): readonly string[] {
  const made: string[] = [];
  let at = 0;
  for (const hunk of changes) {
    made.push(...before.slice(at, hunk.at), ...hunk.in);
    at = hunk.at + hunk.out.length;
  }
  return [...made, ...before.slice(at)];
}

/** Words as a line of text. */
export function joinWords(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/ (?=[.,;:!?)\]”’])/gu, "")
    .replace(/(?<=[“‘([]) /gu, "")
    .replace(/ ?¶ ?/g, " ¶ ")
    .trim();
}
