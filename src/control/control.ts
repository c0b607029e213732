// Control tables as data, filled from front matter, history, registers and git facts.
import type { Span } from "../source.ts";
import type { Standing } from "./evidence.ts";
import type { RouteMeeting } from "./route.ts";
import type { StatusFacts } from "./status.ts";

export interface Control {
  /** Oldest first; the last row is the version being built. */
  readonly history: readonly HistoryRow[];
  readonly approvals: readonly ApprovalRow[];
  /** One for each entry of `sign-off`. */
  readonly signatures: readonly Signature[];
  /** Meetings with the days that follow from them, in order of date. */
  readonly route: readonly RouteMeeting[];
  readonly location: Location;
  readonly status: StatusFacts;
  /** What each page bears: the marking is the status's, then the front matter's. */
  readonly marks: { readonly watermark?: string; readonly marking?: string };
  /** Set on working builds only: of what is not committed, or of a version that the history has no row for. */
  readonly working?: Working;
}

export interface Working {
  /** A file that the document is made from has changes that are not committed. */
  readonly uncommitted: boolean;
  /** Full hash of the commit that last touched such a file, where it is known. */
  readonly commit?: string;
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
  /** Of the meeting, or of the record where it belongs to none. */
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly written: string;
  readonly organisation: string;
  readonly meeting: string;
  readonly purpose: string;
  /** Judged against the document's own date. */
  readonly state: "planned" | "held" | "overdue";
  readonly outcome: string;
  /** Version that the outcome is recorded for; "" where it is written at the meeting alone. */
  readonly version: string;
  /** Minute or decision reference. */
  readonly reference: string;
  /** Markdown. */
  readonly conditions: string;
  /** A decision beside that of its meeting's own row: the one that was put off, say, before it was taken. */
  readonly further?: true;
  /** Of an approval that counts: whether the document still says what was approved. */
  readonly standing?: Standing;
  readonly phase: string;
  readonly origin?: Span;
}

/** What the record says of an entry of the front matter's `sign-off`; without a date there is a line to sign on. */
export interface Signature {
  /** Id of who signed, where the record says it. */
  readonly signatory?: string;
  readonly date?: string;
  /** It was signed, for other words than these. */
  readonly lapsed?: true;
}

export interface Location {
  /** Path of the document's folder in the repository. */
  readonly path: string;
  /** Name of the tag that seals the version on release. */
  readonly tag: string;
}
