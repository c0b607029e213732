// "Did you mean": the known name closest to one that is not, by Damerau-Levenshtein distance.

/** Insertions, deletions, changes and swaps of neighbours between two words; more than `limit` counts as one more than it. */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap looks two rows back, so both must be past the limit.
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** The known name that differs least, when it differs little enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase().slice(0, 120);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly name: string; readonly steps: number } | undefined;
  for (const candidate of known) {
    const bound = best ? best.steps - 1 : limit;
    if (Math.abs(candidate.length - wanted.length) > bound) continue;
    const steps = distance(wanted, candidate.toLowerCase(), bound);
    if (steps <= bound && steps < wanted.length) best = { name: candidate, steps };
  }
  return best?.name;
}
