// Section by section: added, removed, renamed, moved or changed, with the words that went in and out.
import type { Span } from "../source.ts";
import { type Hunk, hunks } from "./hunks.ts";
import { keptInOrder, match, type Pair } from "./match.ts";
import type { Section } from "./reading.ts";
import { isWord } from "./words.ts";

export interface SectionChange {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly level: number;
  /** Number and title as printed, where the section is in that document. */
  readonly before?: string;
  readonly after?: string;
  /** Under another title than before. */
  readonly renamed: boolean;
  /** After others than before; the sections below it went with it. */
  readonly moved: boolean;
  readonly wordsIn: number;
  readonly wordsOut: number;
  /** Empty for a section that only moved, or whose words are the same in another look. */
  readonly hunks: readonly Hunk[];
  /** In the later document, or in the earlier one for a removed section. */
  readonly at?: Span;
}

/** What differs, in the order of the later document, each removed section before what followed it. */
export function compareSections(before: readonly Section[], after: readonly Section[]): readonly SectionChange[] {
  const pairs = match(before, after);
  const kept = keptInOrder(pairs);
  const moved = movedAlone(before, after, pairs, kept);
  const earlierOf = new Map(pairs.map((pair) => [pair[1], pair]));
  const gone = new Set(before.keys());
  for (const [b] of pairs) gone.delete(b);
  const made: SectionChange[] = [];
  let next = 0;
  const removedBefore = (end: number) => {
    for (; next < end; next++) {
      const section = before[next];
      if (section && gone.has(next)) made.push(removed(section));
    }
  };
  for (const [a, section] of after.entries()) {
    const pair = earlierOf.get(a);
    const earlier = pair && before[pair[0]];
    if (!pair || !earlier) {
      made.push(added(section));
      continue;
    }
    if (kept.has(pair)) removedBefore(pair[0]);
    const renamed = earlier.title !== section.title;
    if (earlier.form === section.form && !moved.has(pair)) continue;
    const changes = hunks(earlier.words, section.words);
    made.push({
      id: section.id,
      change: "changed",
      level: section.level,
      before: earlier.label,
      after: section.label,
      renamed,
      moved: moved.has(pair),
      ...count(changes),
      hunks: changes,
      ...(section.origin ? { at: section.origin } : {}),
    });
  }
  removedBefore(before.length);
  return made;
}

function added({ id, level, label, words, origin }: Section): SectionChange {
  const changes = hunks([], words);
  const facts = { id, change: "added" as const, level, after: label, renamed: false, moved: false };
  return { ...facts, ...count(changes), hunks: changes, ...(origin ? { at: origin } : {}) };
}

function removed({ id, level, label, words, origin }: Section): SectionChange {
  const changes = hunks(words, []);
  const facts = { id, change: "removed" as const, level, before: label, renamed: false, moved: false };
  return { ...facts, ...count(changes), hunks: changes, ...(origin ? { at: origin } : {}) };
}

function count(changes: readonly Hunk[]): { readonly wordsIn: number; readonly wordsOut: number } {
  const words = (lists: readonly (readonly string[])[]) => lists.flat().filter(isWord).length;
  return { wordsIn: words(changes.map((h) => h.in)), wordsOut: words(changes.map((h) => h.out)) };
}

/** Pairs out of order, but for those that only went with the section above them. */
function movedAlone(
  before: readonly Section[],
  after: readonly Section[],
  pairs: readonly Pair[],
  kept: ReadonlySet<Pair>,
): ReadonlySet<Pair> {
  const earlierAbove = above(before);
  const laterAbove = above(after);
  const laterOf = new Map(pairs.map(([b, a]) => [b, a]));
  const out = pairs.filter((pair) => !kept.has(pair));
  const places = new Set(out.map(([, a]) => a));
  return new Set(
    out.filter(([b, a]) => {
      const [from, to] = [earlierAbove[b], laterAbove[a]];
      const together = from !== undefined && to !== undefined && laterOf.get(from) === to;
      return !(together && places.has(to ?? -1));
    }),
  );
}

/** Index of the section that each stands under. */
function above(sections: readonly Section[]): readonly (number | undefined)[] {
  return sections.map((section, i) => {
    for (let at = i - 1; at >= 0; at--) if ((sections[at]?.level ?? 0) < section.level) return at;
    return undefined;
  });
}
