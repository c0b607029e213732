// Counts typed in prose, against the registers, lists and tables that their nouns name.

import type { DocumentModel } from "../compute/model.ts";
import { countWords } from "../compute/numbers/format.ts";
import { countOf } from "../compute/registers/count.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../source.ts";
import { type Line, typedAt } from "./lines.ts";
import { placeOf } from "./place.ts";
import { stem } from "./words.ts";

/** Registers whose names are nouns that mean their entries and little else. */
const registers = [
  "projects",
  "workstreams",
  "risks",
  "milestones",
  "objectives",
  "recommendations",
  "assumptions",
  "dependencies",
  "outcomes",
  "benefits",
  "boards",
  "stakeholders",
];

interface Counted {
  /** As `{{count …}}` takes it. */
  readonly name: string;
  readonly count: number;
}

type Nouns = ReadonlyMap<string, readonly Counted[]>;

const nobody: DocumentModel["style"] = { money: "£", rounding: "half-up" };
const numbers = new Map(Array.from({ length: 98 }, (_, i) => [countWords(i + 2, nobody), i + 2] as const));
const counted = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,£/–−-])(${[...numbers.keys()].reverse().join("|")}|[2-9]|[1-9]\d)(?:\s+)((?:\p{L}+(?:[’-]\p{L}+)*\s+){0,2}\p{L}+(?:[’-]\p{L}+)*)`,
  "giu",
);

/** Reports counts that do not agree with what they count. */
export function checkCounts(
  document: DocumentModel,
  lines: readonly Line[],
  files: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  const nouns = nounsOf(document);
  return lines.flatMap((line) =>
    [...line.text.matchAll(counted)].flatMap((match) => {
      const [, typed = "", after = ""] = match;
      const found = phraseOf(after, nouns);
      const end = match.index + match[0].length - after.length + (found?.length ?? 0);
      if (!found || !typedAt(line, match.index, end)) return [];
      const said = numbers.get(typed.toLowerCase()) ?? Number(typed);
      if (found.counted.some((c) => c.count === said)) return [];
      const meant = found.counted.find((c) => claims(line, match.index, end, said, c));
      if (!meant) return [];
      const as = /\d/.test(typed) ? "" : " as=words";
      const details = {
        typed: line.text.slice(match.index, end),
        name: meant.name,
        count: meant.count,
        instead: `{{count ${meant.name}${as}}}`,
      };
      const at = placeOf(files, line, match.index, match.index + typed.length);
      return at ? [report("figure/count-differs", at, details)] : [];
    }),
  );
}

/**
 * True where the words can only mean all of them. More than there are is always wrong; fewer may be some of them, so
 * something must say that they are all, and no clause may choose among them.
 */
function claims(line: Line, start: number, end: number, said: number, { name, count }: Counted): boolean {
  // Options are dropped on the way to a short list.
  const option = name.startsWith("options.");
  // A colon opens a list of its own, which the count is of.
  if (/^\s*:/.test(line.text.slice(end))) return false;
  const before = line.text.slice(Math.max(0, start - 40), start).toLowerCase();
  if (
    /\b(?:other|another|further|more|least|most|than|up to|over|about|around|some|or|to|and|between)\s+$/.test(before)
  )
    return false;
  if (said > count && !option) return true;
  const after = line.text.slice(end, end + 30).toLowerCase();
  if (
    /^\s+(?:that|which|who|whose|of|in|for|with|from|above|below|on|at|to|are|were|is|have|can|may|must|need)\b/.test(
      after,
    )
  )
    return /\ball\s+$/.test(before);
  if (
    /\b(?:all|its|their|our|has|have|comprises|contains|following|into|consists of|made up of|there are)\s+(?:the\s+)?$/.test(
      before,
    )
  )
    return true;
  return /\bthe\s+$/.test(before) && count - said <= 2;
}

interface Phrase {
  readonly length: number;
  readonly counted: readonly Counted[];
}

/** The longest beginning of some words that names something countable, in the plural. */
function phraseOf(words: string, nouns: Nouns): Phrase | undefined {
  const parts = [...words.matchAll(/\S+/gu)];
  for (let n = parts.length; n > 0; n--) {
    const last = parts[n - 1];
    if (!last || !/s$/i.test(last[0])) continue;
    const key = parts
      .slice(0, n)
      .map(([word]) => stem(word))
      .join(" ");
    const counted = nouns.get(key);
    if (counted) return { length: last.index + last[0].length, counted };
  }
  return undefined;
}

function nounsOf(document: DocumentModel): Nouns {
  const nouns = new Map<string, Counted[]>();
  const add = (words: string, name: string) => {
    const count = countOf(document, name);
    const key = words
      .split(/[\s-]+/)
      .map(stem)
      .join(" ");
    if (count === undefined || count === 0 || document.leftOut(name)) return;
    nouns.set(key, [...(nouns.get(key) ?? []), { name, count }]);
  };
  const { data } = document.document.registers;
  for (const register of registers) add(register, register);
  for (const id of Object.keys(data.lists ?? {})) if (/s$/.test(id)) add(id, id);
  for (const id of Object.keys(data.options ?? {})) add("options", `options.${id}`);
  for (const [id, table] of document.tables) {
    if (table.kind !== "table" || table.rows.every((row) => row.kind !== "body")) continue;
    const title = table.title.toLowerCase();
    for (const words of new Set([id, ...(/^\p{L}+(?: \p{L}+){0,2}$/u.test(title) ? [title] : [])]))
      if (/s$/.test(words)) add(words, id);
  }
  return nouns;
}
