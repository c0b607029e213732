// What the rows of a table come to so far, for pages that end inside it.
import type { ColumnModel, NumberStyle, RowModel, TableModel } from "../../compute/model.ts";
import { cellText, shownNumber } from "../../compute/numbers/format.ts";
import { convert, type Exact, isMoney, nearlyEqual, sum, zero } from "../../compute/numbers/money.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Table } from "../../document/document.ts";
import type { ViewRequest } from "../view.ts";
import { choice } from "./registers.ts";

export interface Carry {
  /** By row, a text for each column, "" where nothing adds up; undefined for rows below which nothing is carried. */
  readonly sums: readonly (readonly string[] | undefined)[];
  /** True where a reader who adds what is printed comes to another sum. */
  readonly rounded: boolean;
}

/**
 * Sums down to each row that is shown, where the table or its directive asks for them. Rows of kind body count, once each;
 * what is no number does not. Nothing is carried before the first number or below the total. Undefined where nothing is asked for.
 */
export function carrySums(
  request: ViewRequest,
  model: TableModel,
  columns: readonly ColumnModel[],
  rows: readonly RowModel[],
  diagnostics: Diagnostic[],
): Carry | undefined {
  const isAsked = request.attributes.carry !== undefined;
  const carries = isAsked ? choice(request, "carry", ["yes", "no"], diagnostics) === "yes" : model.carry === true;
  if (!carries) return undefined;
  const added = columns.map((column) => addsDown(model, column));
  const lacks = !added.includes(true) ? "sums" : !added.includes(false) ? "words" : undefined;
  if (lacks) {
    if (isAsked) diagnostics.push(report("table/nothing-to-carry", request.origin, { lacks }));
    return undefined;
  }
  const { style, document } = request.document;
  const sums = columns.map(() => zero);
  const printed = columns.map(() => zero);
  let begun = false;
  let ended = false;
  let rounded = false;
  const texts = rows.map((row) => {
    ended ||= row.kind === "total";
    if (row.kind === "body") {
      columns.forEach((column, at) => {
        const value = added[at] ? amount(row, column) : undefined;
        if (!value) return;
        const total = sums[at]?.plus(value) ?? value;
        const shown = printed[at]?.plus(asPrinted(value, column, style)) ?? value;
        rounded ||= !shown.equals(asPrinted(total, column, style));
        sums[at] = total;
        printed[at] = shown;
        begun = true;
      });
    }
    if (!begun || ended) return undefined;
    return columns.map((column, at) => {
      const content = numberOf(sums[at] ?? zero, column);
      return added[at] ? cellText({ content }, column, style, document.house.dates) : "";
    });
  });
  return { sums: texts, rounded };
}

function numberOf(exact: Exact, column: ColumnModel) {
  return { type: "number", exact, unit: column.unit } as const;
}

function asPrinted(value: Exact, column: ColumnModel, style: NumberStyle): Exact {
  return shownNumber(numberOf(value, column), column, style) ?? value;
}

/** A cell's number in the unit of its column. */
function amount(row: RowModel, column: ColumnModel): Exact | undefined {
  const content = row.cells.get(column.key)?.content;
  if (content?.type !== "number") return undefined;
  const { exact, unit } = content;
  return isMoney(unit) && isMoney(column.unit) ? convert(exact, unit, column.unit) : exact;
}

/** True where the rows of a column are parts of one sum: by its own word, or, in a worked-out table, by the total below them. */
function addsDown(model: TableModel, column: ColumnModel): boolean {
  if (column.type !== "number" || !column.additive || column.cumulative) return false;
  if (model.rows.some((row) => row.cells.get(column.key)?.shown)) return false;
  if (model.kind === "table") return true;
  const total = model.rows.find((row) => row.kind === "total");
  const whole = total && amount(total, column);
  const parts = model.rows.flatMap((row) => (row.kind === "body" ? (amount(row, column) ?? []) : []));
  return whole !== undefined && nearlyEqual(sum(parts), whole);
}

/** The table with its last rows carrying these sums, one for one. */
export function withSums(table: Table, { sums }: Carry): Table {
  const from = table.rows.length - sums.length;
  const rows = table.rows.map((row, at) => {
    const carried = sums[at - from];
    return carried ? { ...row, carried } : row;
  });
  return { ...table, rows };
}
