// How much of two passages is the same words.
import { isWord } from "./words.ts";

/** Share of words in common from which a passage is the same one, changed. */
export const half = 0.5;
/** The same of a line, which stands among others that are paired in order. */
const third = 0.3;

/** Words by how often they stand in a passage. */
export interface Counted {
  readonly all: number;
  readonly of: ReadonlyMap<string, number>;
}

export function counted(words: readonly string[]): Counted {
  const of = new Map<string, number>();
  const real = words.filter(isWord);
  for (const word of real) of.set(word, (of.get(word) ?? 0) + 1);
  return { all: real.length, of };
}

/** Share of words that two passages have in common, 0 to 1; 0 where it cannot be `least`. */
export function common(a: Counted, b: Counted, least: number): number {
  const most = Math.max(a.all, b.all);
  if (most === 0 || Math.min(a.all, b.all) < most * least) return 0;
  let shared = 0;
  for (const [word, n] of a.of) shared += Math.min(n, b.of.get(word) ?? 0);
  return shared / most;
}

/** Pairs of lines that are alike, both in order: those that have most in common together. */
export function alikeInOrder(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): readonly (readonly [number, number])[] {
  const [from, to] = [before.map(counted), after.map(counted)];
  const share = (b: number, a: number): number => {
    const [x, y] = [from[b], to[a]];
    const found = x && y ? common(x, y, third) : 0;
    return found >= third ? found : 0;
  };
  // Most that lines from here on have in common.
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (b: number, a: number): number => best[b]?.[a] ?? 0;
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--) {
      const own = share(b, a);
      const row = best[b];
      if (row) row[a] = Math.max(at(b + 1, a), at(b, a + 1), own > 0 ? own + at(b + 1, a + 1) : 0);
    }
  const pairs: (readonly [number, number])[] = [];
  for (let [b, a] = [0, 0]; b < before.length && a < after.length; ) {
    const own = share(b, a);
    if (own > 0 && at(b, a) === own + at(b + 1, a + 1)) {
      pairs.push([b, a]);
      b += 1;
      a += 1;
    } else if (at(b, a) === at(b + 1, a)) b += 1;
    else a += 1;
  }
  return pairs;
}
