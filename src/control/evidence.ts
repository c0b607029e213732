// What had to be looked up outside the sources to judge a document's record: earlier commits, hashes.

/** Whether the document still says what was approved, or released. */
export type Standing =
  | { readonly type: "holds" }
  /** Sections in which a reader sees a difference. */
  | { readonly type: "changed"; readonly sections: readonly string[] }
  | { readonly type: "unknown"; readonly reason: string };

export interface Evidence {
  /** Full hash of the commit that last touched a source of the document. */
  readonly touched?: string;
  /** Since the release of the version in the front matter, where a tag seals it. */
  readonly release?: Standing;
  /** Since each approval of the register on which something rests still, by its id. */
  readonly approvals: ReadonlyMap<string, Standing>;
  /** Ids of approvals that are not as they were written. */
  readonly edited: ReadonlySet<string>;
  /** Ids of approvals of a draft that no history tells of: their commit bears its version, or nobody can look. */
  readonly drafts?: ReadonlySet<string>;
}

/** Nothing was looked up: the record is taken at its word. */
export const noEvidence: Evidence = { approvals: new Map(), edited: new Set() };
