// Control tables as data, filled from front matter, history, registers and git facts.
import type { Span } from "../source.ts";

export interface Control {
  /** Oldest first; the last row is the version being built. */
  readonly history: readonly HistoryRow[];
  readonly approvals: readonly ApprovalRow[];
  readonly location: Location;
  readonly marks: { readonly watermark?: string; readonly marking?: string };
  /** "uncommitted changes", shown on working builds only. */
  readonly working?: string;
}

export interface HistoryRow {
  readonly version: string;
  /** ISO. */
  readonly date: string;
  readonly author: string;
  readonly initials: string;
  readonly name: string;
  /** Markdown. */
  readonly change: string;
  readonly sections: readonly string[];
  readonly status: string;
  readonly origin?: Span;
}

export interface ApprovalRow {
  readonly start: string;
  readonly end: string;
  readonly written: string;
  readonly organisation: string;
  readonly meeting: string;
  readonly purpose: string;
  /** Judged against the document's own date. */
  readonly state: "planned" | "held" | "overdue";
  readonly outcome: string;
  readonly phase: string;
  readonly origin?: Span;
}

export interface Location {
  /** Path of the document's folder in the repository. */
  readonly path: string;
  /** Name of the tag that seals the version on release. */
  readonly tag: string;
}
