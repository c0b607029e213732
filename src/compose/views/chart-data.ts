// What a chart draws: the points of a table as exact values and as printed, by category and series.
import type { CellModel, ColumnModel, RowModel, TableModel } from "../../compute/model.ts";
import { columnUnit, digits, inUnit } from "../../compute/numbers/format.ts";
import { type Exact, zero } from "../../compute/numbers/money.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { plainText } from "../../document/visit.ts";
import type { ViewRequest } from "../view.ts";
import { choice, chosenKeys } from "./registers.ts";
import { inMoney, shownText } from "./table.ts";

export const kinds = ["bars", "grouped", "stacked", "histogram", "line", "area", "waterfall"] as const;
export type Kind = (typeof kinds)[number];

export interface Point {
  /** In the printed unit; null where there is no number. */
  readonly value: Exact | null;
  readonly label: string;
  readonly origin: CellModel["origin"];
}

export interface Points {
  readonly unit: string;
  /** Words of the column or columns that the categories come from. */
  readonly axis: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[];
  /** Waterfall: which categories stand on zero. */
  readonly levels: readonly boolean[];
  /** A sum of points means something. */
  readonly isAdditive: boolean;
  /** A number of this chart as the table prints its numbers. */
  readonly print: (value: Exact) => string;
  /** Half of the last printed digit. */
  readonly tolerance: Exact;
}

/** The rows and columns asked for; undefined, with a finding, where there is nothing to draw. */
export function pointsOf(
  request: ViewRequest,
  model: TableModel,
  kind: Kind,
  diagnostics: Diagnostic[],
): Points | undefined {
  const as = request.attributes.as === undefined ? undefined : choice(request, "as", ["£", "£k", "£m"], diagnostics);
  const columns = as === undefined ? model.columns : model.columns.map((c) => inMoney(c, as));
  const keys = columns.map((c) => c.key);
  const first = columns.find((c) => c.rowHeader)?.key ?? columns.find((c) => c.type !== "number")?.key ?? keys[0] ?? "";
  const [x = first] = chosenKeys(request, "x", keys, [first], diagnostics);
  const numbers = columns.filter((c) => c.type === "number" && c.key !== x);
  const parts = numbers.filter((c) => c.key !== "total");
  const usual = (parts.length > 0 ? parts : numbers).map((c) => c.key);
  const known = numbers.map((c) => c.key);
  const y = chosenKeys(request, "y", known, usual, diagnostics);
  const series = y.flatMap((key) => columns.find((c) => c.key === key) ?? []);
  const rows = rowsOf(request, model, kind, diagnostics);
  const xColumn = columns.find((c) => c.key === x);
  const [one] = series;
  if (!one || rows.length === 0 || !xColumn) {
    diagnostics.push(report("register/nothing-to-draw", request.origin, { table: model.id }));
    return undefined;
  }
  const units = new Set(series.map((c) => columnUnit(c)));
  if (units.size > 1)
    diagnostics.push(report("register/mixed-units", request.origin, { table: model.id, units: [...units] }));
  const { style } = request.document;
  const label = (c: ColumnModel) => plainText(request.kit.inlines(c.label));
  const point = (row: RowModel, column: ColumnModel) => pointOf(request, row, column);
  const across = series.length > 1 && isOverTime(series);
  const decimals = Math.max(...series.map((c) => c.decimals));
  return {
    unit: [...units][0] ?? "",
    axis: across ? "" : label(xColumn),
    categories: across ? series.map(label) : rows.map((r) => nameOf(request, r, xColumn)),
    series: across
      ? rows.map((r) => ({ name: nameOf(request, r, xColumn), points: series.map((c) => point(r, c)) }))
      : series.map((c) => ({ name: label(c), points: rows.map((r) => point(r, c)) })),
    levels: levelsOf(request, rows, kind, diagnostics),
    isAdditive: units.size === 1 && series.every((c) => c.additive && !c.cumulative),
    print: (value) => digits(value, decimals, style),
    tolerance: zero.plus(0.5).dividedBy(zero.plus(10).pow(decimals)),
  };
}

/** Body rows, in a waterfall with sub-totals and the total among them; elsewhere those are drawn where `rows` names them. */
function rowsOf(request: ViewRequest, model: TableModel, kind: Kind, diagnostics: Diagnostic[]): readonly RowModel[] {
  const isNamed = request.attributes.rows !== undefined;
  const drawn = (r: RowModel) =>
    r.kind === "body" || ((kind === "waterfall" || isNamed) && (r.kind === "subtotal" || r.kind === "total"));
  const rows = model.rows.filter(drawn);
  const known = rows.flatMap((r) => r.id ?? []);
  const wanted = new Set(chosenKeys(request, "rows", known, known, diagnostics));
  return isNamed ? rows.filter((r) => r.id !== undefined && wanted.has(r.id)) : rows;
}

function levelsOf(
  request: ViewRequest,
  rows: readonly RowModel[],
  kind: Kind,
  diagnostics: Diagnostic[],
): readonly boolean[] {
  if (kind !== "waterfall") return [];
  const known = rows.flatMap((r) => r.id ?? []);
  const named = new Set(chosenKeys(request, "levels", known, [], diagnostics));
  return rows.map((r) => r.kind !== "body" || (r.id !== undefined && named.has(r.id)));
}

/** Years or months side by side as columns are one axis; the rows are then what is compared. */
function isOverTime(columns: readonly ColumnModel[]): boolean {
  return columns.every((c) => /^\d{4}(\/\d{2}|-\d{2})?$/.test(c.key));
}

function nameOf(request: ViewRequest, row: RowModel, column: ColumnModel): string {
  const cell = row.cells.get(column.key);
  const label = () => plainText(request.kit.inlines(row.label ?? "", row.origin));
  if (!cell || cell.content.type === "blank") return label();
  if (cell.content.type === "markdown")
    return plainText(request.kit.inlines(cell.content.text, cell.origin)) || label();
  return shownText(request, cell, column);
}

function pointOf(request: ViewRequest, row: RowModel, column: ColumnModel): Point {
  const cell = row.cells.get(column.key);
  const isNumber = cell?.content.type === "number";
  return {
    value: isNumber ? inUnit(cell.content, cell.shown?.as ?? column.as) : null,
    label: cell ? shownText(request, cell, column) : "–",
    origin: cell?.origin,
  };
}
