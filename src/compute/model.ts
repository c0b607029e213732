// A case with every number worked out. Values are exact; rounding waits for display.

import type { Span } from "../source.ts";
import type { Case, CaseDocument } from "../validate/case.ts";
import type { Exact } from "./money.ts";

export interface Model {
  readonly case: Case;
  readonly documents: ReadonlyMap<string, DocumentModel>;
}

/** What one document can name: the programme's figures and tables with its own laid over them. */
export interface DocumentModel {
  readonly document: CaseDocument;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly tables: ReadonlyMap<string, TableModel>;
  /** Differences between stated and computed values that have a reason. */
  readonly explained: readonly Explained[];
}

export interface Explained {
  readonly figure: string;
  readonly stated: Value;
  readonly computed: Value;
  readonly reason: string;
  readonly origin: Span | undefined;
}

/** A result, or what stands in its place. */
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
      readonly sentence: string;
      readonly excel: string;
      readonly inputs: readonly string[];
    };

export interface TableModel {
  readonly id: string;
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
  readonly look: "ruled" | "borderless" | "grid" | "no-header";
  readonly titleRow: boolean;
  readonly merge: readonly string[];
  readonly origin: Span | undefined;
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
}

export interface RowModel {
  readonly kind: "body" | "section" | "subtotal" | "total";
  readonly id: string | undefined;
  /** Words of a section row, or label of a total. */
  readonly label: string | undefined;
  /** By column key; a total row has cells only where a total makes sense. */
  readonly cells: ReadonlyMap<string, CellModel>;
  readonly origin: Span | undefined;
}

export interface CellModel {
  readonly content:
    | Value
    | { readonly type: "markdown"; readonly text: string }
    | { readonly type: "tick"; readonly on: boolean }
    | { readonly type: "rating"; readonly word: string }
    | { readonly type: "blank" };
  readonly computed: boolean;
  readonly origin: Span | undefined;
}
