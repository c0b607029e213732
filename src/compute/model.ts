// A case with every number worked out. Values are exact; rounding waits for display.

import type { Adjustment, Benefit, Outcome } from "../../schemas/benefits.ts";
import type { When } from "../../schemas/scalars.ts";
import type { Appraisal } from "../../schemas/table.ts";
import type { Span } from "../source.ts";
import type { Case, CaseDocument } from "../validate/case.ts";
import type { Exact, MoneyUnit, Rounding } from "./numbers/money.ts";

export interface Model {
  readonly case: Case;
  readonly documents: ReadonlyMap<string, DocumentModel>;
}

/** What one document can name: the programme's figures and tables with its own laid over them. */
export interface DocumentModel {
  readonly document: CaseDocument;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly tables: ReadonlyMap<string, TableModel>;
  /** Absent when the programme keeps no benefits. */
  readonly benefits: BenefitsModel | undefined;
  readonly appraisals: ReadonlyMap<string, AppraisalModel>;
  readonly outcomes: ReadonlyMap<string, OutcomeModel>;
  readonly style: NumberStyle;
  /** Differences between stated and computed values that have a reason. */
  readonly explained: readonly Explained[];
  /** True for a register, an entry or a figure's name that leans on data which could not be read; that was reported. */
  readonly leftOut: (name: string) => boolean;
}

/** How numbers are held and rounded; the programme's conventions with their defaults. */
export interface NumberStyle {
  /** Unit that amounts in data are written in. */
  readonly money: MoneyUnit;
  readonly rounding: Rounding;
}

export interface Explained {
  readonly figure: string;
  readonly stated: Value;
  readonly computed: Value;
  readonly reason: string;
  readonly origin: Span | undefined;
}

/**
 * A result, or what stands in its place. A number of unit "%" is held as a fraction: 5% is 0.05.
 * A number without a unit has unit "number".
 */
export type Value =
  | { readonly type: "number"; readonly exact: Exact; readonly unit: string }
  | { readonly type: "empty"; readonly empty: "nil" | "n/a" | "not yet agreed" | "unknown" }
  | { readonly type: "open"; readonly word: "TBC" | "TBD"; readonly owner: string; readonly due: string }
  /** An answer in words: "Year 1", "no rate exists". */
  | { readonly type: "words"; readonly words: string }
  /** Something it depends on has failed and was reported; later stages stay silent. */
  | { readonly type: "broken" };

export interface Figure {
  /** Full name: "benefits.net", "pots.pot-a.council". */
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  /** Digits after the point when nobody asks for others. */
  readonly decimals: number | undefined;
  readonly origin: Span | undefined;
  /** How it came about, for `explain` and the workbook. */
  readonly derivation: Derivation;
}

export type Derivation =
  | { readonly type: "typed" }
  | {
      readonly type: "computed";
      /** "the sum of pots.pot-a.council (£73.9m) and …" */
      readonly sentence: string;
      /** A formula without its "=", in which names of figures stand as `[[pots.pot-a.council]]`; "" where a workbook has none. */
      readonly excel: string;
      readonly inputs: readonly string[];
    };

/** What a table shows: authored rows, or what a register of the case comes to. */
export const tableKinds = [
  "table",
  "benefits",
  "benefits-phasing",
  "flows",
  "results",
  "outcomes",
  "price-index",
  "lines",
  "discount-factors",
  "option-flows",
  "option-appraisal",
  "optimism-bias",
  "economic-financial",
  "financial-case",
  "partner-shares",
  "sensitivity",
  "switching-values",
  "scenarios",
  "funding",
  "option-scores",
  "risk-values",
  "progression",
  "finance-summary",
  "contingency",
  "schemes",
  "metrics",
  "part-2-checks",
] as const;
export type TableKind = (typeof tableKinds)[number];

/** A cell by its row's id and its column's key. */
export interface CellAt {
  readonly row: string;
  readonly column: string;
}

/** Cells that a reader can add up or take from each other: `plus` less `minus` is `whole`. */
export interface Equation {
  readonly whole: CellAt;
  readonly plus: readonly CellAt[];
  readonly minus?: readonly CellAt[];
}

export interface TableModel {
  /** "pots"; for a generated one its register's entry and kind: "depot.option-appraisal", "depot.rebuild.option-flows". */
  readonly id: string;
  readonly kind: TableKind;
  /** Markdown. */
  readonly title: string;
  readonly summary: string | undefined;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly RowModel[];
  /** Markdown notes, in order. */
  readonly notes: readonly string[];
  readonly source: string | undefined;
  /** True when displayed parts do not add up to a displayed total; the note is then printed. */
  readonly roundingNote: boolean;
  /** What holds between cells besides sums down and across; a table that is cut is held against those it still shows. */
  readonly equations?: readonly Equation[];
  /** True when a total leaves out cells that are not known yet. */
  readonly incomplete: boolean;
  readonly look: "ruled" | "borderless" | "grid" | "no-header";
  readonly titleRow: boolean;
  /** True where sums are carried over the breaks of pages. */
  readonly carry?: boolean;
  /** True where the table stays on an upright page. */
  readonly upright?: boolean;
  readonly merge: readonly string[];
  readonly origin: Span | undefined;
  /** Names of figures that the rows' formulas use, printed below the table. */
  readonly parameters: readonly string[];
  /** Place of a path below the table's own source: ["rows", 2, "cost"]. */
  readonly place: (path: readonly (string | number)[]) => Span | undefined;
}

export interface ColumnModel {
  readonly key: string;
  /** Markdown. */
  readonly label: string;
  readonly type: "text" | "number" | "tick" | "rating" | "date" | "year";
  /** Unit the values are held in; "" for text. */
  readonly unit: string;
  /** Unit they are printed in. */
  readonly as: string;
  readonly decimals: number;
  readonly additive: boolean;
  readonly cumulative: boolean;
  readonly group: string | undefined;
  readonly align: "left" | "right" | "centre" | undefined;
  readonly weight: number | undefined;
  readonly rowHeader: boolean;
  readonly sign: "saving" | "cost" | "income" | "either" | undefined;
  /** Stands before each value, such as "c.". */
  readonly prefix: string | undefined;
  /** Markdown. */
  readonly note: string | undefined;
}

export interface RowModel {
  /** `group` is a tinted row with its own cells, which no total adds. */
  readonly kind: "body" | "section" | "group" | "subtotal" | "total";
  readonly id: string | undefined;
  /** Words of a section or group row, or label of a total. */
  readonly label: string | undefined;
  /** By column key; a total row has cells only where a total makes sense. */
  readonly cells: ReadonlyMap<string, CellModel>;
  /** Markdown: what the row means, printed below the table where the row is printed. */
  readonly note?: string | undefined;
  readonly origin: Span | undefined;
}

export interface CellModel {
  readonly content:
    | Value
    | { readonly type: "markdown"; readonly text: string }
    | { readonly type: "tick"; readonly on: boolean }
    | { readonly type: "date"; readonly when: When }
    | { readonly type: "rating"; readonly word: string }
    | { readonly type: "blank" };
  readonly computed: boolean;
  /** Full name of the figure a number cell is. */
  readonly name?: string;
  /** Unit and decimals of this cell where they are not its column's, with the unit then printed beside the number. */
  readonly shown?: { readonly as: string; readonly decimals: number };
  readonly origin: Span | undefined;
}

/** A low, middle and high value. */
export interface Range {
  readonly lower: Value;
  readonly central: Value;
  readonly upper: Value;
}

/** What the cost/benefit table shows: lines, totals by kind, adjustments, phasing. */
export interface BenefitsModel {
  readonly unit: MoneyUnit;
  readonly lines: readonly BenefitLine[];
  /** Organisations that have a share, in order of first mention. */
  readonly partners: readonly string[];
  /** Sum of each partner's shares, by organisation. */
  readonly partnerTotals: ReadonlyMap<string, Value>;
  readonly kinds: readonly { readonly kind: Benefit["kind"]; readonly total: Range }[];
  readonly total: Range;
  readonly combine: "multiplicative" | "additive";
  readonly adjustments: readonly AdjustmentStep[];
  /** Total after adjustments. */
  readonly net: Range;
  /** Empty when nothing is phased. */
  readonly phases: readonly { readonly year: string; readonly share: Value; readonly amount: Range }[];
  readonly phasedTotal: Range | undefined;
  /** True when whole units, as printed, do not add up to a printed total. */
  readonly roundingNote: boolean;
  /** True when a total leaves out lines that are not known yet. */
  readonly incomplete: boolean;
}

export interface BenefitLine {
  readonly id: string;
  readonly source: Benefit;
  /** True when the author gave one value rather than a range. */
  readonly single: boolean;
  readonly annual: Range;
  readonly shares: ReadonlyMap<string, Value>;
  readonly origin: Span | undefined;
}

export interface AdjustmentStep {
  readonly id: string;
  readonly label: string;
  readonly reason: string | undefined;
  readonly source: Adjustment;
  /** Signed: -10% takes off. */
  readonly by: Value;
  /** What is left after this step. */
  readonly after: Range;
  readonly origin: Span | undefined;
}

export interface AppraisalModel {
  readonly id: string;
  readonly source: Appraisal;
  readonly unit: MoneyUnit;
  readonly years: readonly {
    readonly year: string;
    /** Years after the base year; 0 is not discounted. */
    readonly index: number;
    readonly benefit: Value;
    readonly cost: Value;
    readonly net: Value;
    readonly factor: Value;
    readonly present: Value;
  }[];
  /** net, benefits, costs, roi, discounted-roi, average-discounted-roi, npv, bcr, irr, payback, discounted-payback, rate. */
  readonly results: ReadonlyMap<string, Figure>;
  /** The rate or schedule in words, with its source or reason. */
  readonly discounting: string;
  readonly origin: Span | undefined;
}

export interface OutcomeModel {
  readonly id: string;
  readonly source: Outcome;
  readonly baseline: Value | undefined;
  readonly baselineDate: string | undefined;
  /** By period; words where the author gave words. */
  readonly targets: ReadonlyMap<string, Value>;
  /** From the baseline to the last target; positive is the wanted direction when one is declared. */
  readonly change: Value | undefined;
  readonly decimals: number;
  readonly origin: Span | undefined;
}
