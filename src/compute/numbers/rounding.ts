// Whether the numbers a reader sees add up to the total the reader sees.

import { additiveTerms, parseFormula } from "../formula/expression.ts";
import type { CellAt, CellModel, ColumnModel, Equation, NumberStyle, RowModel } from "../model.ts";
import type { ColumnShape } from "../tables/columns.ts";
import { inUnit, shownNumber } from "./format.ts";
import { type Exact, round, sum } from "./money.ts";

/** True when parts, each rounded as printed, do not add up to the rounded total. */
export function roundedPartsDiffer(
  parts: readonly Exact[],
  total: Exact,
  decimals: number,
  style: NumberStyle,
): boolean {
  const shown = sum(parts.map((p) => round(p, decimals, style.rounding)));
  return !shown.equals(round(total, decimals, style.rounding));
}

function shown(cell: CellModel | undefined, column: ColumnModel, style: NumberStyle): Exact | undefined {
  const content = cell?.content;
  return content?.type === "number" && !cell?.shown ? shownNumber(content, column, style) : undefined;
}

/** True when a printed total or subtotal differs from the printed rows it adds. */
export function columnsDisagree(
  columns: readonly ColumnModel[],
  rows: readonly RowModel[],
  style: NumberStyle,
): boolean {
  return columns.some((column) => {
    let since: Exact[] = [];
    const all: Exact[] = [];
    return rows.some((row) => {
      const value = shown(row.cells.get(column.key), column, style);
      if (row.kind === "body" && value) {
        since.push(value);
        all.push(value);
      }
      if (row.kind !== "subtotal" && row.kind !== "total") return false;
      const parts = row.kind === "total" ? all : since;
      if (row.kind === "subtotal") since = [];
      return value !== undefined && row.cells.get(column.key)?.computed === true && !sum(parts).equals(value);
    });
  });
}

/** A cell's number as it is printed, in its column's unit or its own. */
function printed(cell: CellModel | undefined, column: ColumnModel, style: NumberStyle): Exact | undefined {
  const content = cell?.content;
  if (content?.type !== "number") return undefined;
  const own = cell?.shown;
  return own ? round(inUnit(content, own.as), own.decimals, style.rounding) : shownNumber(content, column, style);
}

/** True when printed cells, added and taken off, do not make the printed cell that they should; cells that are not shown are not held against any. */
export function equationsDisagree(
  equations: readonly Equation[],
  rows: readonly RowModel[],
  columns: readonly ColumnModel[],
  style: NumberStyle,
): boolean {
  const row = new Map(rows.flatMap((r) => (r.id === undefined ? [] : [[r.id, r] as const])));
  const column = new Map(columns.map((c) => [c.key, c]));
  const value = (at: CellAt) => {
    const of = column.get(at.column);
    return of && printed(row.get(at.row)?.cells.get(at.column), of, style);
  };
  return equations.some(({ whole, plus, minus = [] }) => {
    const [total, added, taken] = [value(whole), plus.map(value), minus.map(value)];
    const all = [...added, ...taken].every((v) => v !== undefined);
    if (!total || !all) return false;
    const known = (list: readonly (Exact | undefined)[]) => sum(list.flatMap((v) => v ?? []));
    return !known(added).minus(known(taken)).equals(total);
  });
}

/** Rows whose total column is a sum of other columns printed in the same way. */
function rowsDisagree(
  columns: readonly (ColumnShape & ColumnModel)[],
  rows: readonly RowModel[],
  style: NumberStyle,
): boolean {
  return columns.some((column) => {
    if (column.formula === undefined) return false;
    const expression = parseFormula(column.formula).expression;
    const terms = expression && additiveTerms(expression);
    const parts = terms?.map((t) => ({
      sign: t.sign,
      column: columns.find((c) => c.key === t.name.segments.join(".")),
    }));
    if (!parts || parts.length < 2 || parts.some((p) => p.column === undefined || p.column.as !== column.as))
      return false;
    return rows.some((row) => {
      const total = shown(row.cells.get(column.key), column, style);
      if (!total) return false;
      const values = parts.flatMap((p) => {
        const value = p.column && shown(row.cells.get(p.column.key), p.column, style);
        return value ? [value.times(p.sign)] : [];
      });
      return values.length > 0 && !sum(values).equals(total);
    });
  });
}

/** True when a printed total of the table, down or across, differs from its printed parts. */
export function partsDisagree(
  shape: { readonly columns: readonly ColumnShape[]; readonly printed: readonly ColumnModel[] },
  rows: readonly RowModel[],
  style: NumberStyle,
): boolean {
  const numbers = shape.printed.filter((c) => c.type === "number");
  const formulas = new Map(shape.columns.map((c) => [c.key, c.formula]));
  const full = numbers.map((c) => ({ ...c, formula: formulas.get(c.key) }));
  return columnsDisagree(numbers, rows, style) || rowsDisagree(full, rows, style);
}
