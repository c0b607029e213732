// Which rows of a table stay on the page of the next. The same rules as in the PDF.
import type { Row, Table } from "../../document/document.ts";
import type { Placed } from "./table-grid.ts";

/** Rows of up to so many lines are low enough to be kept beside another at the start or end of a table. */
const lowLines = 4;
/** Rows that a cell ties together are not divided up to so many lines. */
const tiedLines = 16;
/** Most rows that stay together at the end of a table. */
const longestTail = 4;

/** A header stays with the first row, a total with what it adds up, the last row with its notes; no low row stands alone. */
export function keptRows(
  node: Table,
  placed: readonly (readonly Placed[])[],
  { heights, isSmall }: { readonly heights: readonly number[]; readonly isSmall: boolean },
): ReadonlySet<number> {
  const { rows } = node;
  const tied = tiedRows(placed, heights);
  const firstBody = rows.findIndex((row) => row.kind !== "header");
  const tail = tailOf(rows);
  const isLow = (index: number): boolean => (heights[index] ?? 0) <= lowLines;
  const keeps = ({ kind }: Row, index: number): boolean => {
    const next = rows[index + 1];
    if (!next) return node.notes.length > 0 && isLow(index);
    if (isSmall || kind === "header" || kind === "section") return true;
    if (kind === "group" && !closes(rows, index)) return true;
    if (next.kind === "subtotal" || next.kind === "total" || tied.has(index)) return true;
    if (closes(rows, index + 1)) return true;
    return (index === firstBody || index >= tail) && isLow(index) && isLow(index + 1);
  };
  return new Set(rows.flatMap((row, index) => (keeps(row, index) ? [index] : [])));
}

/** Rows that go on with a cell of the row before. */
function tiedRows(rows: readonly (readonly Placed[])[], heights: readonly number[]): ReadonlySet<number> {
  const spans = rows.flatMap((cells, row) => cells.map(({ rowSpan }) => ({ row, rowSpan })));
  return new Set(
    spans.flatMap(({ row, rowSpan }) => {
      const lines = heights.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0);
      return lines > tiedLines ? [] : Array.from({ length: rowSpan - 1 }, (_, index) => row + index);
    }),
  );
}

/** Where the end of a table begins that stays together: two rows, with the totals under them. */
function tailOf(rows: readonly Row[]): number {
  const last = rows.findLastIndex((row) => row.kind === "body");
  const before = rows.findLastIndex((row, index) => row.kind === "body" && index < last);
  return before >= 0 && rows.length - before <= longestTail ? before : rows.length - 2;
}

/** True for a group row with nothing of its group below it: it closes what is above. */
function closes(rows: readonly Row[], index: number): boolean {
  if (rows[index]?.kind !== "group") return false;
  const after = rows.slice(index + 1).find((row) => row.kind !== "group");
  return after === undefined || after.kind === "section";
}
