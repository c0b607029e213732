// What differs between two documents, by meaning first and then section by section. Plain JSON; places in the sources are
// carried along and never compared.
import type { Document, TableSubject } from "../document/document.ts";
import { type ChangedSection, changedSections } from "./affected.ts";
import { compareEntries, type EntryChange, entriesOf, tablesOf } from "./entries.ts";
import { compareMoney, type MoneyChanges } from "./money.ts";
import { readSections } from "./reading.ts";
import {
  compareDecisions,
  compareMilestones,
  compareOptions,
  compareRisks,
  type DecisionChange,
  type MilestoneChange,
  type OptionChanges,
  type RiskChange,
  type Tables,
} from "./registers.ts";
import { compareSections, type SectionChange } from "./sections.ts";

/** In the order in which a reviewer asks. */
export interface Comparison {
  readonly document: Identity;
  /** Facts about the document that differ. */
  readonly identity: readonly IdentityChange[];
  readonly decisions: readonly DecisionChange[];
  readonly money: MoneyChanges;
  readonly options: OptionChanges;
  readonly risks: readonly RiskChange[];
  readonly milestones: readonly MilestoneChange[];
  readonly approvals: readonly EntryChange[];
  readonly benefits: readonly EntryChange[];
  readonly outcomes: readonly EntryChange[];
  readonly dependencies: readonly EntryChange[];
  readonly sections: readonly SectionChange[];
  /** Chapters whose content a reader sees differ; empty where only control matter does. */
  readonly affected: readonly ChangedSection[];
}

export interface Identity {
  /** `<programme>/<document>` of the later document. */
  readonly id: string;
  readonly title: string;
  readonly versions: { readonly before: string; readonly after: string };
}

export interface IdentityChange {
  readonly fact: "id" | "title" | "version" | "status" | "date" | "classification" | "marking";
  readonly before: string;
  readonly after: string;
}

/** Compares two documents; a document and itself give a comparison in which nothing differs. */
export function compare(before: Document, after: Document): Comparison {
  const tables: Tables = { before: tablesOf(before), after: tablesOf(after) };
  const rows = (subject: TableSubject) =>
    compareEntries(entriesOf(tables.before, subject), entriesOf(tables.after, subject));
  return {
    document: {
      id: after.id,
      title: after.properties.title,
      versions: { before: before.properties.version, after: after.properties.version },
    },
    identity: compareIdentity(before, after),
    decisions: compareDecisions(before, after),
    money: compareMoney(before, after, tables),
    options: compareOptions(tables),
    risks: compareRisks(tables),
    milestones: compareMilestones(tables),
    approvals: rows("approvals"),
    benefits: rows("benefits"),
    outcomes: rows("outcomes"),
    dependencies: rows("dependencies"),
    sections: compareSections(readSections(before), readSections(after)),
    affected: changedSections(before, after),
  };
}

function compareIdentity(before: Document, after: Document): readonly IdentityChange[] {
  const facts = ({ id, properties }: Document): readonly (readonly [IdentityChange["fact"], string])[] => [
    ["id", id],
    ["title", properties.title],
    ["version", properties.version],
    ["status", properties.status],
    ["date", properties.dateText],
    ["classification", properties.classification],
    ["marking", properties.marking ?? ""],
  ];
  const later = new Map(facts(after));
  return facts(before).flatMap(([fact, from]) => {
    const to = later.get(fact) ?? "";
    return from === to ? [] : [{ fact, before: from, after: to }];
  });
}

/** True where nothing differs that a comparison tells. */
export function isEmpty(comparison: Comparison): boolean {
  const { document: _, money, options, ...lists } = comparison;
  const { rows, ranking, preferred } = options;
  return (
    Object.values(lists).every((list) => list.length === 0) &&
    [money.figures, money.totals, rows, ranking].every((list) => list.length === 0) &&
    preferred === undefined
  );
}
