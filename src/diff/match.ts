// Which passage of a later document is which of an earlier one: by key, then by title, then by the words they share.
import { common, counted, half } from "./likeness.ts";

export interface Passage {
  readonly id: string;
  readonly level: number;
  readonly title: string;
  readonly words: readonly string[];
}

export type Pair = readonly [before: number, after: number];

/** Pairs of indexes in order of the later document. Swapping the two swaps each pair. */
export function match(before: readonly Passage[], after: readonly Passage[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const free = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const take = (b: number, a: number) => {
    free.before.delete(b);
    free.after.delete(a);
    pairs.push([b, a]);
  };
  const byKey = (key: (passage: Passage) => string) => {
    const places = (list: readonly Passage[], left: ReadonlySet<number>) => {
      const at = new Map<string, number[]>();
      for (const i of left) {
        const passage = list[i];
        if (passage) at.set(key(passage), [...(at.get(key(passage)) ?? []), i]);
      }
      return at;
    };
    const later = places(after, free.after);
    for (const [name, earlier] of places(before, free.before)) {
      const found = later.get(name) ?? [];
      // Of several with one name the first is the first, where there are as many.
      if (found.length === earlier.length) for (const [n, b] of earlier.entries()) take(b, found[n] ?? 0);
    }
  };
  byKey((p) => p.id);
  byKey((p) => `${p.level} ${p.title}`);
  byWords(before, after, free.before, free.after, take);
  return pairs.sort(([, a], [, b]) => a - b);
}

function byWords(
  before: readonly Passage[],
  after: readonly Passage[],
  left: ReadonlySet<number>,
  right: ReadonlySet<number>,
  take: (b: number, a: number) => void,
): void {
  const counts = (list: readonly Passage[], free: ReadonlySet<number>) =>
    [...free].flatMap((i) => (list[i] ? [{ i, level: list[i].level, words: counted(list[i].words) }] : []));
  const [earlier, later] = [counts(before, left), counts(after, right)];
  const candidates = earlier.flatMap((b) =>
    later.flatMap((a) => {
      const share = a.level === b.level ? common(b.words, a.words, half) : 0;
      return share >= half ? [{ b: b.i, a: a.i, share }] : [];
    }),
  );
  candidates.sort((x, y) => y.share - x.share || x.a + x.b - y.a - y.b || Math.abs(x.a - x.b) - Math.abs(y.a - y.b));
  for (const { b, a } of candidates) if (left.has(b) && right.has(a)) take(b, a);
}

/** Pairs, given in order of the later document, that keep their order: a longest run of rising earlier indexes. */
export function keptInOrder(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, [b]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? undefined : tails[low - 1];
    tails[low] = i;
  }
  const kept = new Set<Pair>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) {
    const pair = pairs[at];
    if (pair) kept.add(pair);
  }
  return kept;
}
