// Columns of percentages that come near to a whole without reaching it.

import type { ColumnModel, DocumentModel, TableModel } from "../compute/model.ts";
import { digits, inUnit } from "../compute/numbers/format.ts";
import { exact, halfUnit, sum } from "../compute/numbers/money.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";

const whole = exact(100);
const point = exact(1);
/** Two shares often come to 100 by chance, and a table of fewer parts says nothing. */
const fewest = 3;

/** Reports authored columns of percentages whose sum misses 100 by more than rounding and by no more than a point. */
export function checkPercentages(document: DocumentModel): readonly Diagnostic[] {
  return [...document.tables.values()].flatMap((table) =>
    table.kind === "table" ? table.columns.flatMap((column) => checkColumn(document, table, column)) : [],
  );
}

function checkColumn(document: DocumentModel, table: TableModel, column: ColumnModel): readonly Diagnostic[] {
  if (column.type !== "number" || column.as !== "%" || column.cumulative) return [];
  const declared = document.document.registers.data.tables?.[table.id]?.columns[column.key];
  if (typeof declared === "object" && declared["adds-to"] !== undefined) return [];
  const body = table.rows.filter((row) => row.kind === "body");
  const parts = body.flatMap((row) => {
    const content = row.cells.get(column.key)?.content;
    return content?.type === "number" ? [inUnit(content, "%")] : [];
  });
  if (parts.length < fewest || parts.length < body.length || parts.some((part) => part.isNegative())) return [];
  const total = sum(parts);
  const off = total.minus(whole).abs();
  const slack = halfUnit(column.decimals).times(parts.length);
  if (off.isZero() || off.greaterThan(point) || off.lessThanOrEqualTo(slack)) return [];
  const shown = `${digits(total, Math.min(total.decimalPlaces(), 4), document.style)}%`;
  const at = table.place(["columns", column.key, "label"]) ?? table.place(["columns", column.key]) ?? table.origin;
  return [report("table/percent-sum", at, { column: column.label, sum: shown })];
}
