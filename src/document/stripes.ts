// Which rows of a table stand on a stripe: the rule that page layout and Word's tables have in common.
import type { Row, Table } from "./document.ts";

/** A row with how far its cells reach down. */
export interface Reaching {
  readonly kind: Row["kind"];
  /** Rows that its longest cell covers, 1 for its own. */
  readonly covers: number;
}

export interface Stripe {
  readonly tinted: boolean;
  /** The next row belongs to the same stripe, because a cell covers both. */
  readonly joined: boolean;
}

/**
 * Every second body row is tinted; rows that a cell ties together count as one. It begins anew after a row of another kind,
 * whose look already sets it off: under a header or the head of a group the first row is plain.
 */
export function stripesOf(rows: readonly Reaching[]): readonly Stripe[] {
  let count = 0;
  let end = 0;
  return rows.map(({ kind, covers }, index) => {
    if (kind !== "body") {
      count = 0;
      end = index + 1;
      return { tinted: false, joined: false };
    }
    if (index >= end) count++;
    end = Math.max(end, index + covers);
    return { tinted: count % 2 === 0, joined: end > index + 1 && rows[index + 1]?.kind === "body" };
  });
}

/** Whether a thin rule closes a row: between stripes there is none. */
export function isRuledBelow(rows: readonly Reaching[], stripes: readonly Stripe[], index: number): boolean {
  const between = rows[index]?.kind === "body" && rows[index + 1]?.kind === "body";
  return !between || stripes[index]?.joined === true;
}

/** Tables that may have stripes: those of the other looks have boxes, tints or nothing between their rows. */
export function mayHaveStripes({ look }: Pick<Table, "look">): boolean {
  return look === "ruled";
}
