// What changed in the registers that a decision rests on: decisions, options, risks, milestones.
import type { Document, ListItem, RatingTone, Table } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import type { Span } from "../source.ts";
import { type DateShift, shift } from "./date.ts";
import { compareEntries, type Entry, type EntryChange, entriesOf } from "./entries.ts";
import { type Hunk, hunks } from "./hunks.ts";
import { linesOf } from "./lines.ts";
import { readNumber } from "./number.ts";
import { originOf } from "./reading.ts";
import { cellText, readTable } from "./rows.ts";
import { joinWords, lineEnd, wordsOf } from "./words.ts";

export interface DecisionChange {
  readonly key: string;
  /** As printed before it: "2."; of the later document where it has one. */
  readonly marker: string;
  readonly change: "added" | "removed" | "changed";
  readonly before?: string;
  readonly after?: string;
  readonly hunks: readonly Hunk[];
  readonly at?: Span;
}

export interface RiskChange extends EntryChange {
  /** Likelihood, impact, score or rating differ; up is worse. */
  readonly rerated?: "up" | "down" | "same";
  readonly closed: boolean;
  readonly ownerChanged: boolean;
  /** Score and rating as printed: "16 High". */
  readonly ratingBefore: string;
  readonly ratingAfter: string;
  readonly owner: string;
  /** What it is, where its own title is not printed. */
  readonly event: string;
}

export interface MilestoneChange extends EntryChange {
  readonly dateBefore: string;
  readonly dateAfter: string;
  /** Where both dates can be read and taken from each other. */
  readonly shift?: DateShift;
}

export interface RankChange {
  /** Name of the figure, "sites.rebuild.rank". */
  readonly name: string;
  readonly option: string;
  readonly before: string;
  readonly after: string;
}

export interface OptionChanges {
  readonly rows: readonly EntryChange[];
  /** Titles of the options that say so, where they differ. */
  readonly preferred?: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly ranking: readonly RankChange[];
}

/** Both sides' tables. */
export interface Tables {
  readonly before: readonly Table[];
  readonly after: readonly Table[];
}

interface Decision {
  readonly item: ListItem;
  readonly words: readonly string[];
}

function decisionsOf(document: Document): ReadonlyMap<string, Decision> {
  const found = new Map<string, Decision>();
  for (const { blocks } of document.sections)
    visitBlocks(blocks, {
      item: (item) => {
        if (item.id?.startsWith("recommendation-"))
          found.set(item.id, { item, words: wordsOf(linesOf(item.blocks, new Map())) });
      },
    });
  return found;
}

/** Recommendations by their keys; one that only has another number now has not changed. */
export function compareDecisions(before: Document, after: Document): readonly DecisionChange[] {
  const [earlier, later] = [decisionsOf(before), decisionsOf(after)];
  const fact = (key: string, { item }: Decision) => {
    const at = originOf(item.blocks);
    return { key: key.slice("recommendation-".length), marker: item.marker, ...(at ? { at } : {}) };
  };
  const text = ({ words }: Decision) => joinWords(words.at(-1) === lineEnd ? words.slice(0, -1) : words);
  const made: DecisionChange[] = [];
  for (const [key, to] of later) {
    const from = earlier.get(key);
    const changes = hunks(from?.words ?? [], to.words);
    if (!from) made.push({ ...fact(key, to), change: "added", after: text(to), hunks: changes });
    else if (changes.length > 0)
      made.push({ ...fact(key, to), change: "changed", before: text(from), after: text(to), hunks: changes });
  }
  for (const [key, from] of earlier) {
    if (!later.has(key)) made.push({ ...fact(key, from), change: "removed", before: text(from), hunks: [] });
  }
  return made;
}

export function compareOptions({ before, after }: Tables): OptionChanges {
  const [earlier, later] = [entriesOf(before, "options"), entriesOf(after, "options")];
  const preferred = (entries: ReadonlyMap<string, Entry>) => [...entries.values()].filter((e) => e.preferred);
  const [from, to] = [preferred(earlier), preferred(later)];
  const keys = (list: readonly Entry[]) => list.map((e) => e.key).join("\n");
  const titles = (list: readonly Entry[]) => list.map((e) => e.title);
  return {
    rows: compareEntries(earlier, later).flatMap((row) => withoutPreference(row, earlier, later)),
    ...(keys(from) === keys(to) ? {} : { preferred: { before: titles(from), after: titles(to) } }),
    ranking: compareRanks({ before, after }),
  };
}

/** That an option is preferred is told by itself; its title says it in a line of its own. */
function withoutPreference(
  row: EntryChange,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): readonly EntryChange[] {
  const [from, to] = [before.get(row.key), after.get(row.key)];
  if (!from || !to || from.preferred === to.preferred) return [row];
  const only = (long: string, short: string) => long.startsWith(`${short}; `);
  const cells = row.cells.filter((c) => !(to.preferred ? only(c.after, c.before) : only(c.before, c.after)));
  return cells.length > 0 ? [{ ...row, cells }] : [];
}

/** Figures that are ranks, by name, with the option whose column they stand in. */
function ranksOf(tables: readonly Table[]): ReadonlyMap<string, { readonly option: string; readonly text: string }> {
  const found = new Map<string, { readonly option: string; readonly text: string }>();
  for (const table of tables) {
    const { rows, labels } = readTable(table);
    for (const { cells } of rows)
      for (const [column, cell] of cells)
        visitBlocks(cell.blocks, {
          inline: (inline) => {
            if (inline.type !== "value" || !isRank(inline.name) || found.has(inline.name)) return;
            const option = (labels.get(column) ?? column).replace(/: [^:]*$/, "");
            found.set(inline.name, { option, text: cellText(cell) });
          },
        });
  }
  return found;
}

/** True for the name of an option's rank; it is an order, not an amount. */
export function isRank(name: string | undefined): name is string {
  return name?.endsWith(".rank") === true;
}

function compareRanks({ before, after }: Tables): readonly RankChange[] {
  const [earlier, later] = [ranksOf(before), ranksOf(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
    const [from, to] = [earlier.get(name), later.get(name)];
    if (from?.text === to?.text) return [];
    return [{ name, option: to?.option ?? from?.option ?? name, before: from?.text ?? "", after: to?.text ?? "" }];
  });
}

const rateColumns = ["likelihood", "impact", "score", "rating"];

export function compareRisks({ before, after }: Tables): readonly RiskChange[] {
  const [earlier, later] = [entriesOf(before, "risks"), entriesOf(after, "risks")];
  return compareEntries(earlier, later).map((entry): RiskChange => {
    const [from, to] = [earlier.get(entry.key), later.get(entry.key)];
    const differs = (column: string) => entry.change === "changed" && entry.cells.some((c) => c.column === column);
    const isRerated = rateColumns.some(differs);
    const status = entry.cells.find((c) => c.column === "status");
    return {
      ...entry,
      ...(isRerated ? { rerated: direction(from, to) } : {}),
      closed: entry.change !== "removed" && status?.after === "Closed",
      ownerChanged: differs("owner"),
      ratingBefore: rating(from),
      ratingAfter: rating(to),
      event:
        ["title", "event", "cause"].map((column) => cellOf(to ?? from, column)).find((words) => words !== "") ?? "",
      owner: (to ?? from)?.cells.get("owner")?.text ?? "",
    };
  });
}

const cellOf = (entry: Entry | undefined, column: string): string => entry?.cells.get(column)?.text ?? "";

function rating(entry: Entry | undefined): string {
  return [cellOf(entry, "score"), cellOf(entry, "rating")].filter((w) => w !== "").join(" ");
}

const tones: readonly RatingTone[] = ["green", "amber-green", "amber", "amber-red", "red"];

/** By the score; where none is printed, by likelihood and impact, when these do not pull apart; else by the rating. */
function direction(before: Entry | undefined, after: Entry | undefined): "up" | "down" | "same" {
  const moved = (column: string): number => {
    const [from, to] = [readNumber(cellOf(before, column)), readNumber(cellOf(after, column))];
    return from && to ? Number(to.coefficient - from.coefficient) : 0;
  };
  const score = moved("score") || Math.sign(moved("likelihood")) + Math.sign(moved("impact"));
  const tone = (entry: Entry | undefined) => tones.indexOf(entry?.tone ?? "neutral");
  const by = score !== 0 ? score : tone(before) < 0 || tone(after) < 0 ? 0 : tone(after) - tone(before);
  return by > 0 ? "up" : by < 0 ? "down" : "same";
}

export function compareMilestones({ before, after }: Tables): readonly MilestoneChange[] {
  const [earlier, later] = [entriesOf(before, "milestones"), entriesOf(after, "milestones")];
  return compareEntries(earlier, later).map((entry): MilestoneChange => {
    const dateBefore = cellOf(earlier.get(entry.key), "date");
    const dateAfter = cellOf(later.get(entry.key), "date");
    const moved = dateBefore === dateAfter ? undefined : shift(dateBefore, dateAfter);
    return { ...entry, dateBefore, dateAfter, ...(moved ? { shift: moved } : {}) };
  });
}
