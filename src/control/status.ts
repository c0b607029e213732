// What a document's status is printed as, and all that follows from it: the one place that decides by status.
import type { Status } from "../../schemas/case.ts";

export interface StatusFacts {
  /** As printed, and as the files' properties say it: "For approval". */
  readonly name: string;
  /** Tint behind the text of each page. */
  readonly watermark?: string;
  /** Word in black in header and footer of each page, for paper on which a tint is lost. */
  readonly marking?: string;
  /** Its part of a file's name. */
  readonly fileName: string;
  /** What a reader who has found the file may do with it: a sentence for a download page. */
  readonly notice: string;
  /** Still with its authors: no record of it is due yet. */
  readonly draft: boolean;
  /** Claims an approval, which the record must bear out. */
  readonly approved: boolean;
  /** What the next version bears unless somebody says otherwise; what follows an issue that is done with is a draft again. */
  readonly next: Status;
}

const statusTable: Readonly<Record<Status, StatusFacts>> = {
  draft: {
    name: "Draft",
    watermark: "DRAFT",
    fileName: "draft",
    notice: "Draft: not for decision, and it may still change.",
    draft: true,
    approved: false,
    next: "draft",
  },
  "for review": {
    name: "For review",
    watermark: "DRAFT",
    fileName: "for-review",
    notice: "For review: a draft for comments, not for decision.",
    draft: false,
    approved: false,
    next: "for review",
  },
  "for approval": {
    name: "For approval",
    fileName: "for-approval",
    notice: "For approval: complete, and not yet approved.",
    draft: false,
    approved: false,
    next: "for approval",
  },
  approved: {
    name: "Approved",
    fileName: "approved",
    notice: "Approved: the version to rely on.",
    draft: false,
    approved: true,
    next: "draft",
  },
  superseded: {
    name: "Superseded",
    watermark: "SUPERSEDED",
    marking: "SUPERSEDED",
    fileName: "superseded",
    notice: "Not for use: superseded by a later version.",
    draft: false,
    approved: false,
    next: "draft",
  },
  withdrawn: {
    name: "Withdrawn",
    watermark: "WITHDRAWN",
    marking: "WITHDRAWN",
    fileName: "withdrawn",
    notice: "Not for use: withdrawn.",
    draft: false,
    approved: false,
    next: "draft",
  },
};

/** Everything that follows from a status. */
export function statusFacts(status: Status): StatusFacts {
  return statusTable[status];
}
