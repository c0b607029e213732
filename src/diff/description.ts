// A comparison as headings, tables and lines, in the order in which a reviewer asks; the forms of output only set it.
import type { Document } from "../document/document.ts";
import type { Span } from "../source.ts";
import { type Comparison, type IdentityChange, isEmpty } from "./compare.ts";
import type { EntryChange } from "./entries.ts";
import type { FigureChange, TotalChange } from "./money.ts";
import type { NumberChange } from "./number.ts";
import type { DecisionChange, MilestoneChange, OptionChanges, RiskChange } from "./registers.ts";
import {
  changed,
  counted,
  inOneLine,
  type Piece,
  type Place,
  passages,
  plain,
  quiet,
  type Rich,
  run,
  strong,
} from "./rich.ts";
import type { SectionChange } from "./sections.ts";
import { lineEnd } from "./words.ts";

export interface Description {
  readonly id: string;
  /** "Riverside Depot: v0.3 → v0.4". */
  readonly title: string;
  readonly verdict: { readonly level: "changed" | "control" | "none"; readonly text: string };
  readonly parts: readonly Part[];
}

export interface Part {
  readonly title: string;
  /** What is in it, in numbers. */
  readonly count: string;
  readonly columns?: readonly Column[];
  readonly lines: readonly Line[];
  /** Long by nature, and read last. */
  readonly folded?: boolean;
}

export interface Column {
  readonly label: string;
  readonly align: "left" | "right";
}

export interface Line {
  /** A cell for each column of the part, or one without columns. */
  readonly cells: readonly Rich[];
  readonly place: string;
  /** Lines that belong to it. */
  readonly below?: readonly Rich[];
}

/** What each output says; the words of `from` and `to` name the two sides where they are commits. */
export function describe(
  comparison: Comparison,
  place: Place,
  sides?: { readonly from: string; readonly to: string },
): Description {
  const { document } = comparison;
  const { before, after } = document.versions;
  const versions = before === after ? version(after) : `${version(before)} → ${version(after)}`;
  const between = sides ? ` (${sides.from} → ${sides.to})` : "";
  return {
    id: document.id,
    title: `${document.title}: ${versions}${between}`,
    verdict: verdictOf(comparison),
    parts: partsOf(comparison, place).filter((part) => part.lines.length > 0),
  };
}

/** What is said of a document that one side does not have. */
export function describeAlone(
  document: Document,
  state: "new" | "removed",
  sides: { readonly from: string; readonly to: string },
): Description {
  const { title, version: written } = document.properties;
  const text =
    state === "new" ? `New document: ${sides.from} does not have it.` : `Removed: ${sides.to} does not have it.`;
  return { id: document.id, title: `${title}: ${version(written)}`, verdict: { level: "changed", text }, parts: [] };
}

const version = (written: string): string => `v${written.replace(/^v/i, "")}`;

function verdictOf(comparison: Comparison): Description["verdict"] {
  if (isEmpty(comparison)) return { level: "none", text: "No differences." };
  const { affected, identity } = comparison;
  if (affected.length === 0) {
    const facts = identity.map((i) => factWords[i.fact].toLowerCase());
    const what = facts.length > 0 ? ` (${facts.join(", ")})` : "";
    return { level: "control", text: `Only what the document says of itself differs${what}; its content is the same.` };
  }
  const named = affected.slice(0, 8).map((a) => a.label);
  const more = affected.length > named.length ? ` and ${affected.length - named.length} more` : "";
  return {
    level: "changed",
    text: `The content differs in ${named.join(", ")}${more}. An approval of the earlier text does not cover it.`,
  };
}

function partsOf(comparison: Comparison, place: Place): readonly Part[] {
  const { identity, decisions, money, options, risks, milestones, sections } = comparison;
  const at = placer(place);
  return [
    { title: "Document", count: counted(identity.length, "fact"), lines: identity.map(identityLine) },
    { title: "Decisions asked for", count: changes(decisions), lines: decisions.map((d) => decisionLine(d, at)) },
    ...moneyParts(money.figures, money.totals, at),
    optionsPart(options, at),
    risksPart(risks, at),
    milestonesPart(milestones, at),
    entriesPart("Approvals", comparison.approvals, at),
    entriesPart("Benefits", comparison.benefits, at),
    entriesPart("Outcomes", comparison.outcomes, at),
    entriesPart("Dependencies", comparison.dependencies, at),
    sectionsPart(sections, at),
  ];
}

type At = (entry: { readonly at?: Span; readonly change?: unknown }) => string;

/** What was removed stands in the earlier files. */
function placer(place: Place): At {
  return ({ at, change }) => (at ? place(at, change === "removed" ? "before" : "after") : "");
}

const factWords: Readonly<Record<IdentityChange["fact"], string>> = {
  id: "Folder",
  title: "Title",
  version: "Version",
  status: "Status",
  date: "Date",
  classification: "Classification",
  marking: "Marking",
};

function identityLine({ fact, before, after }: IdentityChange): Line {
  return { cells: [[plain(`${factWords[fact]}:`), ...changed(before, after)]], place: "" };
}

/** "1 added, 2 changed". */
function changes(entries: readonly { readonly change: "added" | "removed" | "changed" }[]): string {
  const kinds = ["added", "removed", "changed"] as const;
  return kinds
    .map((kind) => ({ kind, n: entries.filter((e) => e.change === kind).length }))
    .flatMap(({ kind, n }) => (n > 0 ? [`${n} ${kind}`] : []))
    .join(", ");
}

function decisionLine(decision: DecisionChange, at: At): Line {
  const name = strong(
    `${decision.marker === "•" ? "Recommendation" : `Recommendation ${decision.marker.replace(/[.)]$/, "")}`}`,
  );
  const before = decision.before ?? "";
  const after = decision.after ?? "";
  const words = decision.change === "changed" ? inOneLine(decision.hunks) : changed(before, after);
  return { cells: [[name, plain(`${decision.change}:`), ...words]], place: at(decision) };
}

// ---------------------------------------------------------------- money

const right = (label: string): Column => ({ label, align: "right" });
const left = (label: string): Column => ({ label, align: "left" });

function moneyParts(figures: readonly FigureChange[], totals: readonly TotalChange[], at: At): readonly Part[] {
  const moved = figures.filter((f) => f.before !== undefined && f.after !== undefined);
  const once = figures.filter((f) => f.before === undefined || f.after === undefined);
  const line = (name: string, f: { before?: string; after?: string; change?: NumberChange; at?: Span }): Line => ({
    cells: [[plain(name)], [plain(f.before ?? "")], [plain(f.after ?? "")], f.change ? moveWords(f.change) : []],
    place: f.at ? at({ at: f.at }) : "",
  });
  const totalName = (t: TotalChange) => [t.row, t.column, t.table].filter((w) => w !== "").join(", ");
  const columns = [left("Figure"), right("Before"), right("Now"), right("Change")];
  const inText = moved.filter((f) => f.inText).map((f) => line(f.label ?? f.name, f));
  const inTables = [
    ...moved.filter((f) => !f.inText).map((f) => line(f.label ?? f.name, f)),
    ...totals.map((t) => line(totalName(t), t)),
  ];
  return [
    { title: "Money and other figures", count: `${inText.length} changed in the text`, columns, lines: inText },
    { title: "Figures in tables", count: `${inTables.length} changed`, columns, lines: inTables },
    {
      title: "Figures printed on one side only",
      count: `${once.filter((f) => f.after !== undefined).length} new, ${once.filter((f) => f.before !== undefined).length} no longer printed`,
      lines: once.map((f) => ({
        cells: [[plain(`${f.label ?? f.name}:`), ...changed(f.before ?? "", f.after ?? "")]],
        place: f.at ? at({ at: f.at, change: f.after === undefined ? "removed" : "added" }) : "",
      })),
      folded: true,
    },
  ];
}

function moveWords({ direction, amount, percent }: NumberChange): Rich {
  const sign = direction === "up" ? "▲ " : direction === "down" ? "▼ " : "";
  return [plain(`${sign}${amount}${percent === undefined ? "" : ` (${percent})`}`)];
}

// ---------------------------------------------------------------- registers

function cellsOf(entry: EntryChange, left: readonly string[] = []): Rich {
  const cells = entry.cells.filter((c) => !left.includes(c.column));
  if (entry.change !== "changed") return briefly(entry, left);
  return cells.flatMap(
    (c, i): Rich => [...(i > 0 ? [plain(";")] : []), plain(`${c.label}:`), ...changed(c.before, c.after)],
  );
}

/** The short facts of an entry that only one side has. */
function briefly(entry: EntryChange, left: readonly string[]): Rich {
  const facts = entry.cells.flatMap((c) => {
    const text = c.before === "" ? c.after : c.before;
    const says = !left.includes(c.column) && !entry.title.includes(text) && text !== entry.key && text.length <= 40;
    return says ? [`${c.label}: ${text}`] : [];
  });
  return facts.length === 0 ? [] : [quiet(`(${facts.slice(0, 4).join("; ")})`)];
}

const signs = { added: "＋ new", removed: "－ removed", changed: "~ changed" } as const;

function entryLine(entry: EntryChange, at: At): Line {
  return { cells: [[plain(signs[entry.change]), strong(entry.title), ...cellsOf(entry)]], place: at(entry) };
}

function entriesPart(title: string, entries: readonly EntryChange[], at: At): Part {
  return { title, count: changes(entries), lines: entries.map((e) => entryLine(e, at)) };
}

function optionsPart({ rows, preferred, ranking }: OptionChanges, at: At): Part {
  const none = (titles: readonly string[]) => (titles.length === 0 ? "none" : titles.join(", "));
  const preference: readonly Line[] = preferred
    ? [
        {
          cells: [
            [strong("Preferred option"), plain("changed:"), ...changed(none(preferred.before), none(preferred.after))],
          ],
          place: "",
        },
      ]
    : [];
  const ranks = ranking.map(
    (r): Line => ({ cells: [[plain(`Rank of ${r.option}:`), ...changed(r.before, r.after)]], place: "" }),
  );
  const said = [
    preferred ? "preferred option changed" : "",
    ranks.length > 0 ? counted(ranks.length, "rank") : "",
    changes(rows),
  ];
  return {
    title: "Options",
    count: said.filter((w) => w !== "").join(", "),
    lines: [...preference, ...ranks, ...rows.map((e) => entryLine(e, at))],
  };
}

function risksPart(risks: readonly RiskChange[], at: At): Part {
  const number = (which: (r: RiskChange) => boolean, word: string) => {
    const n = risks.filter(which).length;
    return n > 0 ? [`${n} ${word}`] : [];
  };
  return {
    title: "Risks",
    count: [
      ...number((r) => r.change === "added", "new"),
      ...number((r) => r.change === "removed", "no longer there"),
      ...number((r) => r.closed, "closed"),
      ...number((r) => r.rerated !== undefined, "re-rated"),
      ...number((r) => r.ownerChanged, "with another owner"),
      ...number((r) => r.change === "changed" && !r.closed && r.rerated === undefined && !r.ownerChanged, "reworded"),
    ].join(", "),
    columns: [left(""), left("Risk"), left("Before"), left("Now"), left("Owner")],
    lines: risks.map((r) => riskLine(r, at)),
  };
}

function riskLine(risk: RiskChange, at: At): Line {
  const owner = risk.cells.find((c) => c.column === "owner");
  const rest =
    risk.change !== "changed"
      ? []
      : cellsOf(risk, [
          "owner",
          "score",
          "rating",
          ...(risk.ratingBefore === risk.ratingAfter ? [] : ["likelihood", "impact"]),
        ]);
  const name = [risk.key, risk.title === risk.key ? risk.event : risk.title].filter((w) => w !== "").join(" ");
  return {
    cells: [
      [plain(riskSign(risk))],
      [plain(name), ...(rest.length > 0 ? [plain("–"), ...rest] : [])],
      [plain(risk.change === "added" ? "–" : risk.ratingBefore)],
      [plain(risk.change === "removed" ? "–" : risk.ratingAfter)],
      risk.ownerChanged && owner ? changed(owner.before, owner.after) : [plain(risk.owner)],
    ],
    place: at(risk),
  };
}

function riskSign(risk: RiskChange): string {
  if (risk.change !== "changed") return signs[risk.change];
  if (risk.closed) return "✓ closed";
  if (risk.rerated === "up") return "▲ up";
  if (risk.rerated === "down") return "▼ down";
  return risk.rerated === "same" ? "~ re-rated" : signs.changed;
}

function milestonesPart(milestones: readonly MilestoneChange[], at: At): Part {
  const moved = milestones.filter((m) => m.change === "changed" && m.dateBefore !== m.dateAfter).length;
  const others = milestones.filter((m) => m.change !== "changed" || m.dateBefore === m.dateAfter);
  return {
    title: "Milestones",
    count: [moved > 0 ? `${moved} moved` : "", changes(others)].filter((w) => w !== "").join(", "),
    lines: milestones.map((m) => milestoneLine(m, at)),
  };
}

function milestoneLine(milestone: MilestoneChange, at: At): Line {
  const { shift, dateBefore, dateAfter } = milestone;
  const by = shift ? [quiet(`(${counted(Math.abs(shift.by), shift.unit)} ${shift.by > 0 ? "later" : "earlier"})`)] : [];
  const date: readonly Piece[] = dateBefore === dateAfter ? [] : [...changed(dateBefore, dateAfter), ...by];
  const rest = cellsOf(milestone, ["date"]);
  const joint = date.length > 0 && rest.length > 0 ? [plain(";")] : [];
  return {
    cells: [[plain(signs[milestone.change]), strong(milestone.title), ...date, ...joint, ...rest]],
    place: at(milestone),
  };
}

// ---------------------------------------------------------------- text

function sectionsPart(sections: readonly SectionChange[], at: At): Part {
  const words = (which: "wordsIn" | "wordsOut") => sections.reduce((sum, s) => sum + s[which], 0);
  return {
    title: "Text",
    count: `${counted(sections.length, "section")}, ${counted(words("wordsIn"), "word")} in, ${words("wordsOut")} out`,
    lines: sections.map((s) => sectionLine(s, at)),
    folded: true,
  };
}

function sectionLine(section: SectionChange, at: At): Line {
  const label = section.after ?? section.before ?? "";
  const how =
    section.change === "changed"
      ? [
          section.renamed ? `renamed from “${section.before ?? ""}”` : "",
          section.moved ? "moved" : "",
          !section.moved && section.hunks.length === 0 ? "the same words, set or marked otherwise" : "",
        ]
      : [section.change];
  const amounts = [
    section.wordsIn > 0 ? `${counted(section.wordsIn, "word")} in` : "",
    section.wordsOut > 0 ? `${section.wordsOut} out` : "",
  ];
  const facts = [...how, ...amounts].filter((w) => w !== "").join(", ");
  const whole = section.change === "changed" ? undefined : section.hunks[0];
  return {
    cells: [[strong(label === "" ? "(no title)" : label), quiet(facts)]],
    place: at(section),
    below: whole ? [belowTitle(whole.out, whole.in)] : passages(section.hunks),
  };
}

/** The title of a section stands above its text already. */
function belowTitle(out: readonly string[], into: readonly string[]): Rich {
  const body = (words: readonly string[]) => words.slice(words.indexOf(lineEnd) + 1);
  return [...run("out", body(out)), ...run("in", body(into))];
}
