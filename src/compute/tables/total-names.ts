// Rows that are totals by their names.
import { plainText, type RowShape } from "./rows.ts";
import type { TableShape } from "./table-shape.ts";

/** Words that name a total and nothing else; "Total population" may be a row of its own. */
export const alone = /^(grand |overall )?totals?:?$|^sub-? ?totals?:?$/i;
/** Names that may be a total's. */
export const begins = /^((grand |overall )?totals?|sub-? ?totals?)\b/i;

/** True for a body row that is a total by name. */
export function isTypedTotal(shape: TableShape, row: RowShape): boolean {
  const naming = shape.columns.find((c) => c.rowHeader);
  const cell = naming && row.kind === "body" ? row.cells.get(naming.key) : undefined;
  return cell !== undefined && begins.test(plainText(cell.written));
}
