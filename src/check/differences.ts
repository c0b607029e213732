// The same figure, cell or entry with different values in two documents of a programme.

import type { DocumentModel, Figure, Model, Value } from "../compute/model.ts";
import { plainValue } from "../compute/numbers/format.ts";
import { convert, isMoney, nearlyEqual } from "../compute/numbers/money.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Span } from "../source.ts";
import { entryDifferences } from "./entries.ts";
import { likeNamed } from "./like-named.ts";

/** Two places of a programme that say different things of one figure. */
export interface Difference {
  /** Names under which a reason may stand, from the nearest to the widest. */
  readonly names: readonly string[];
  readonly what: string;
  readonly here: string;
  readonly there: string;
  readonly hereAt: Span | undefined;
  readonly thereAt: Span | undefined;
  /** True for one name in two documents, false for two tables that show the same thing. */
  readonly same: boolean;
}

/** Reports values of a programme's documents that differ without a reason, and reasons without a difference. */
export function checkDifferences(model: Model): readonly Diagnostic[] {
  const documents = [...model.documents.values()];
  if (documents.length < 2) return [];
  const between = likeNamed(documents);
  return documents.flatMap((document) => {
    const differs = document.document.registers.data.differs ?? {};
    const found = [
      ...figureDifferences(document, documents),
      ...(between.get(document) ?? []),
      ...entryDifferences(document, documents),
    ];
    const used = new Set<string>();
    const open = found.filter(({ names }) => {
      const reason = names.find((name) => Object.hasOwn(differs, name));
      if (reason !== undefined) used.add(reason);
      return reason === undefined;
    });
    return [...grouped(open).map(finding), ...idle(document, documents, used)];
  });
}

/** Folder of a document's own files. */
export function isOwn(document: DocumentModel, at: Span | undefined): boolean {
  const { file } = document.document;
  return at?.file.startsWith(file.slice(0, file.lastIndexOf("/") + 1)) === true;
}

/** A document's own figures against those of the same name elsewhere; what only follows from another entry is left to that. */
function figureDifferences(document: DocumentModel, all: readonly DocumentModel[]): readonly Difference[] {
  const found: (Difference & { readonly typed: boolean })[] = [];
  if (Object.keys(document.document.own).length === 0) return [];
  const others = all.filter((other) => other !== document);
  for (const [name, figure] of document.figures) {
    if (name !== figure.name || !declares(document.document.own, name)) continue;
    for (const other of others) {
      const there = other.figures.get(name);
      // Two documents that each have their own are told once, at the second.
      const later = declares(other.document.own, name) && all.indexOf(other) > all.indexOf(document);
      if (!there || there.name !== name || later || sameNumber(figure.value, there.value)) continue;
      const typed = figure.derivation.type === "typed";
      found.push({ names: namesOf(name), ...words(document, figure, other, there), same: true, typed });
      break;
    }
  }
  return [...found.filter((one) => one.typed), ...found.filter((one) => !one.typed)];
}

/** Registers whose entries' figures begin with the register's name; the others' begin with the entry's. */
const prefixed = [
  "benefits",
  "outcomes",
  "lines",
  "risks",
  "price-indices",
  "optimism-bias",
  "adjust",
  "phase",
] as const;
const plainly = [
  "figures",
  "tables",
  "appraisals",
  "option-appraisals",
  "funding",
  "option-scores",
  "progression",
] as const;

/** True where data give the entry that a figure belongs to. */
function declares(data: DocumentModel["document"]["own"], name: string): boolean {
  const [first = "", second = ""] = name.split(".");
  const register = prefixed.find((known) => known === first);
  if (register) return Object.hasOwn(data[register] ?? {}, second);
  if (first === "bcf") return data["better-care-fund"] !== undefined;
  return plainly.some((known) => Object.hasOwn(data[known] ?? {}, first));
}

/** `pots`, `pots.pot-a` and `pots.pot-a.council`, the whole name first. */
export function namesOf(name: string): readonly string[] {
  const segments = name.split(".");
  return segments.map((_, i) => segments.slice(0, segments.length - i).join("."));
}

/** What a difference of two figures says. */
export function words(
  document: DocumentModel,
  here: Figure,
  other: DocumentModel,
  there: Figure,
): Pick<Difference, "what" | "here" | "there" | "hereAt" | "thereAt"> {
  return {
    what: `\`${here.name}\` (${here.label})`,
    here: plainValue(here.value, here.decimals, document.style),
    there: plainValue(there.value, there.decimals, other.style),
    hereAt: here.origin,
    thereAt: there.origin,
  };
}

/** True for the same amount in any scale; words and empties say what they say and are not compared. */
export function sameNumber(a: Value, b: Value): boolean {
  if (a.type !== "number" || b.type !== "number") return true;
  if (isMoney(a.unit) && isMoney(b.unit)) return nearlyEqual(a.exact, convert(b.exact, b.unit, a.unit));
  // Other units are words that two documents may choose differently.
  const measured = (unit: string) => isMoney(unit) || unit === "%";
  return (a.unit === b.unit || !(measured(a.unit) || measured(b.unit))) && nearlyEqual(a.exact, b.exact);
}

interface Group {
  readonly first: Difference;
  readonly more: number;
}

/** One finding for each table or entry. */
function grouped(found: readonly Difference[]): readonly Group[] {
  const groups = new Map<string, Difference[]>();
  for (const one of found) {
    const key = one.names.at(-1) ?? "";
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, more: others.length }] : []));
}

function finding({ first, more }: Group): Diagnostic {
  const { what, here, there, hereAt, thereAt, same, names } = first;
  const name = names.at(-1) ?? "";
  const notes = thereAt ? [{ message: `${there} stands here`, span: thereAt }] : [];
  return report("figure/differs-between-documents", hereAt, { what, here, there, more, name, same }, { notes });
}

/** Reasons of a document's own data that excuse nothing: a reason in shared data serves whichever document differs. */
function idle(
  document: DocumentModel,
  all: readonly DocumentModel[],
  used: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { data, places } = document.document.registers;
  return Object.keys(data.differs ?? {}).flatMap((name) => {
    const at = places.key(["differs", name]);
    if (used.has(name) || !isOwn(document, at) || all.some((other) => other.leftOut(name))) return [];
    const below = (full: string) => full === name || full.startsWith(`${name}.`);
    const figures = [...document.figures].filter(([full]) => below(full));
    // What only follows from another difference may have its reason too.
    const follows = figures.some(([full, { value }]) =>
      all.some((other) => {
        const there = other.figures.get(full);
        return there !== undefined && !sameNumber(value, there.value);
      }),
    );
    if (follows) return [];
    const known = figures.length > 0 || document.tables.has(name) || isEntry(document, name);
    const close = known ? undefined : nearest(name, [...document.figures.keys(), ...document.tables.keys()]);
    return [report("figure/no-difference", at, { name, known, nearest: close })];
  });
}

/** True for `risks.R1` and the like. */
function isEntry(document: DocumentModel, name: string): boolean {
  const [register = "", id] = name.split(".");
  const entries: unknown = Object.entries(document.document.registers.data).find(([known]) => known === register)?.[1];
  return typeof entries === "object" && entries !== null && (id === undefined || Object.hasOwn(entries, id));
}
