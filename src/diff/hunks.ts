// What went out of a text and what came in, as the words that a reader takes as one.
import { diffArrays } from "diff";
import { alikeInOrder } from "./likeness.ts";
import { lineEnd } from "./words.ts";

/** Words that go out and in at a place; `at` counts the earlier words from 0. */
export interface Hunk {
  readonly at: number;
  readonly out: readonly string[];
  readonly in: readonly string[];
  /** A few words before and after, which stay. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Most words that stay, shown on either side of what changed. */
const around = 6;
/** More changes than this between two passages make one another's replacement. */
const mostEdits = 1500;
/** More pairs of lines than this are not held against each other. */
const mostPairs = 10_000;

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
      // What goes on in the next line is not round a line that came or went whole.
      after: (into.at(-1) ?? out.at(-1)) === lineEnd ? [] : firstLine(next.slice(0, around)),
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
    if (step.kind !== "out" || next?.kind !== "in") return [{ kind: step.kind, words: step.words.flatMap(wordsIn) }];
    return replaced(step.words, next.words);
  });
}

/** Lines in the place of others: each is held against the one that it is most like, in order. */
function replaced(before: readonly string[], after: readonly string[]): readonly Step[] {
  const pairs = before.length * after.length > mostPairs ? [] : alikeInOrder(before.map(wordsIn), after.map(wordsIn));
  // Where no line is like another, the whole is one passage in the place of another.
  if (pairs.length === 0) return steps(before.flatMap(wordsIn), after.flatMap(wordsIn));
  const made: Step[] = [];
  let [b, a] = [0, 0];
  const until = (toBefore: number, toAfter: number) => {
    made.push({ kind: "out", words: before.slice(b, toBefore).flatMap(wordsIn) });
    made.push({ kind: "in", words: after.slice(a, toAfter).flatMap(wordsIn) });
  };
  for (const [atBefore, atAfter] of pairs) {
    until(atBefore, atAfter);
    made.push(...steps(wordsIn(before[atBefore] ?? ""), wordsIn(after[atAfter] ?? "")));
    [b, a] = [atBefore + 1, atAfter + 1];
  }
  until(before.length, after.length);
  return made.filter(({ words }) => words.length > 0);
}

const wordsIn = (line: string): readonly string[] => line.split("\n");

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
