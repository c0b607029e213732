// Stripes of a table's rows: by the table's style, which an editor's new rows follow, wherever Word counts rows as the pages do.
import type { Table } from "../../document/document.ts";
import { isRuledBelow, mayHaveStripes, type Stripe, stripesOf } from "../../document/stripes.ts";
import type { Placed } from "./table-grid.ts";

export interface Stripes {
  readonly rows: readonly Stripe[];
  /** The style's own bands tint the right rows; otherwise each cell has its ground. */
  readonly byStyle: boolean;
  readonly isRuledBelow: (row: number) => boolean;
}

/** Stripes of a table that may have them. */
export function tableStripes(node: Table, grid: readonly (readonly Placed[])[]): Stripes | undefined {
  if (!mayHaveStripes(node)) return undefined;
  const rows = node.rows.map(({ kind }, r) => ({
    kind,
    covers: (grid[r] ?? []).reduce((most, { rowSpan }) => Math.max(most, rowSpan), 1),
  }));
  const stripes = stripesOf(rows);
  return {
    rows: stripes,
    byStyle: countsAsWord(rows),
    isRuledBelow: (row) => isRuledBelow(rows, stripes, row),
  };
}

/** Word leaves out the first row and the last where they have a look of their own, and counts every other one by itself. */
function countsAsWord(
  rows: readonly { readonly kind: Table["rows"][number]["kind"]; readonly covers: number }[],
): boolean {
  const first = rows[0]?.kind === "header" ? 1 : 0;
  const last = rows.at(-1)?.kind === "total" ? rows.length - 1 : rows.length;
  return rows.slice(first, last).every(({ kind, covers }) => kind === "body" && covers === 1);
}
