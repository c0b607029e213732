// What a column promises about its cells: their sign, and what they add up to.
import type { Note } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { checkSign } from "../engine/sign.ts";
import { numberValue } from "../formula/worked.ts";
import type { CellModel, TableModel, Value } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { type Exact, exact, halfUnit, isMoney, powerOfTen, scaleBetween, sum, zero } from "../numbers/money.ts";
import type { RowShape } from "./rows.ts";
import { cellWords, isNumber, rowWords, type TableShape, typedDecimals } from "./table-shape.ts";
import { isTypedTotal } from "./total-names.ts";

// A message that names every row of a long table would not be read.
const mostNotes = 12;

/** The first notes, and how many more there are. */
export function fewNotes(notes: readonly Note[]): readonly Note[] {
  const more = notes.length - mostNotes;
  return more <= 0 ? notes : [...notes.slice(0, mostNotes), { message: `and ${more} more` }];
}

/** Rows as written beside rows as worked out; a printed total has no written one. */
function pairs(shape: TableShape, model: TableModel) {
  return shape.rows.map((row, i) => ({ row, cells: model.rows[i]?.cells ?? new Map<string, CellModel>() }));
}

/** Reports cells below zero in columns whose numbers are costs, savings or income. */
export function checkSigns(engine: Engine, shape: TableShape, model: TableModel): void {
  for (const column of shape.printed.filter((c) => c.type === "number")) {
    if (column.sign === undefined || column.sign === "either") continue;
    for (const { row, cells } of pairs(shape, model)) {
      const cell = cells.get(column.key);
      // A subtotal is below zero only where one of its rows is.
      const added = row.kind === "subtotal" && !row.cells.has(column.key);
      if (!cell || added || !isValue(cell.content)) continue;
      const label = `Row ${rowWords(shape, row)}, column ${column.label}`;
      checkSign(engine, column.sign, { label, value: cell.content, decimals: column.decimals, at: cell.origin });
    }
  }
}

function isValue(content: CellModel["content"]): content is Value {
  return content.type === "number" || content.type === "empty" || content.type === "open";
}

/** Half the last digit that a cell was typed with; a computed cell was not rounded. */
export function typedSlack(row: RowShape, key: string, unit: string): Exact {
  const decimals = typedDecimals(row, key);
  if (decimals === undefined) return zero;
  return unit === "%" ? halfUnit(decimals).times(powerOfTen(-2)) : halfUnit(decimals);
}

// Divisions carried with 40 digits leave no more than this.
const dust = exact("1e-25");

/** Reports columns whose cells do not come to what `adds-to` says. */
export function checkSums(engine: Engine, shape: TableShape, model: TableModel): void {
  for (const [key, declared] of Object.entries(shape.source.columns)) {
    const wanted = typeof declared === "string" ? undefined : declared["adds-to"];
    const column = shape.columns.find((c) => c.key === key);
    if (wanted === undefined || !column) continue;
    const at = shape.places.value(["columns", key, "adds-to"]) ?? shape.places.key(["columns", key]);
    if (!isNumber(column) || column.cumulative) {
      const reason = column.cumulative ? "cumulative" : "text";
      engine.problems.push(report("table/total-column", at, { column: key, reason, setting: "adds-to" }));
      continue;
    }
    const target = engine.read(wanted, { unit: column.unit, at }).value;
    const parts = pairs(shape, model).filter(({ row }) => row.kind === "body" && !isTypedTotal(shape, row));
    const values = parts.flatMap(({ cells }) => cells.get(key)?.content ?? []);
    if (target.type !== "number" || values.length === 0 || values.some(isUnknown)) continue;
    const total = sum(values.flatMap((v) => (v.type === "number" ? [v.exact] : [])));
    const slack = sum(parts.map(({ row }) => typedSlack(row, key, column.unit)));
    if (total.minus(target.exact).abs().lessThanOrEqualTo(slack.plus(dust))) continue;
    const decimals = shape.printed.find((c) => c.key === key)?.decimals ?? 0;
    const show = (value: Exact) =>
      plainValue(numberValue(value, column.unit), showing(value, decimals, column.unit), engine.style);
    const notes = parts.flatMap(({ row, cells }): readonly Note[] => {
      const cell = cells.get(key);
      if (cell?.content.type !== "number" || !cell.origin) return [];
      return [{ message: `${cellWords(shape, row, column)}: ${show(cell.content.exact)}`, span: cell.origin }];
    });
    const details = { column: key, sum: show(total), wanted: show(target.exact) };
    engine.problems.push(report("table/adds-to", at, details, { notes: fewNotes(notes) }));
  }
}

/** Places enough to show a number whole, within reason. */
function showing(value: Exact, decimals: number, unit: string): number {
  const places = (unit === "%" ? value.times(100) : value).decimalPlaces();
  return Math.max(decimals, Math.min(places, 6));
}

/** Keeps a sum from being known; nil adds nothing, and what does not apply stays out. */
export function isUnknown(content: CellModel["content"]): boolean {
  return (
    content.type === "open" ||
    content.type === "broken" ||
    (content.type === "empty" && /^(not|un)/.test(content.empty))
  );
}

/** An amount in another unit of money; other values stay. */
export function inPounds(value: Exact, unit: string): Exact | undefined {
  return isMoney(unit) ? value.times(powerOfTen(scaleBetween(unit, "£"))) : undefined;
}
