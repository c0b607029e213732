// Standing words of the control tables and labels.
import type { Front } from "./registers.ts";

/** A kind of document in words. */
export const kindWords: Readonly<Record<Front["kind"], string>> = {
  obc: "Outline business case",
  fbc: "Full business case",
  "scrutiny-report": "Scrutiny report",
  "bcf-plan": "Better Care Fund plan",
  "bcf-part-2": "Better Care Fund plan, Part 2",
  "savings-summary": "Savings summary",
};

export const classificationWords: Readonly<Record<Front["classification"], string>> = {
  public: "Public",
  "part-exempt": "Part exempt",
  exempt: "Exempt",
};
