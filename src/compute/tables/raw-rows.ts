// Rows as they were written, before it is known what kind each of them is.
import type { Span } from "../../source.ts";

/** A cell as its author wrote it. */
export type Written = string | number | boolean | readonly string[];

/** A row before it is known what kind it is. */
export interface RawRow {
  readonly cells: readonly (readonly [key: string, written: Written, at: Span | undefined, keyAt: Span | undefined])[];
  readonly origin: Span | undefined;
}

/** Keys that make a row of a kind of its own. */
export const marks = ["section", "group", "subtotal"] as const;
export const isMark = (key: string): key is (typeof marks)[number] => (marks as readonly string[]).includes(key);
