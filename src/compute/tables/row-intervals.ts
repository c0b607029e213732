// Where the values in a table's row may lie, given the digits that were typed for them.
import { readQuantity } from "../../../schemas/scalars.ts";
import type { Engine } from "../engine/engine.ts";
import { type Expression, parseFormula } from "../formula/expression.ts";
import type { Unit } from "../formula/units.ts";
import type { Figure, Value } from "../model.ts";
import { around, type Interval, intervalOf, type Lookup } from "../numbers/intervals.ts";
import { type Exact, halfUnit, isMoney, powerOfTen, scaleBetween, zero } from "../numbers/money.ts";
import { yearsBetween } from "../numbers/years.ts";
import type { RowShape } from "./rows.ts";
import { cellName, rowScope, type TableShape, typedDecimals } from "./table-shape.ts";

type Name = Expression & { type: "name" };

/** An interval in another scale of money, or under the unit that a column declares. */
export function inUnit(i: Interval, to: Unit): Interval {
  if (!isMoney(i.unit) || !isMoney(to.unit)) return { ...i, unit: to.unit, bare: to.bare };
  const factor = powerOfTen(scaleBetween(i.unit, to.unit));
  return { unit: to.unit, bare: false, low: i.low.times(factor), high: i.high.times(factor) };
}

interface Printed {
  readonly slack: Exact;
  /** A typed cell's own digits are those it prints. */
  readonly instead: Exact | undefined;
}

/** An interval that is as wide as what its name prints can tell. */
export function widened(i: Interval, { slack, instead }: Printed): Interval {
  const by = instead ?? slack;
  return instead
    ? { ...i, low: i.low.plus(i.high).dividedBy(2).minus(by), high: i.low.plus(i.high).dividedBy(2).plus(by) }
    : { ...i, low: i.low.minus(by), high: i.high.plus(by) };
}

/** Half a unit of the last digit that a column prints. */
export function printedSlack(shape: TableShape, row: RowShape, name: Name): Printed | undefined {
  const key = name.segments.join(".");
  const column = shape.printed.find((c) => c.key === key && c.type === "number");
  if (!column || column.as !== column.unit) return undefined;
  const slack = scaled(halfUnit(column.decimals), column.unit);
  return { slack, instead: typedDecimals(row, key) === undefined ? undefined : slack };
}

const scaled = (slack: Exact, unit: string): Exact => (unit === "%" ? slack.times(powerOfTen(-2)) : slack);

/** The formula behind a cell of the row, where it has one. */
function formulaOf(shape: TableShape, row: RowShape, key: string): Expression | undefined {
  const cell = row.cells.get(key);
  const quantity = typeof cell?.written === "string" ? readQuantity(cell.written) : undefined;
  const text =
    cell === undefined
      ? shape.columns.find((c) => c.key === key)?.formula
      : quantity?.kind === "formula"
        ? quantity.text
        : undefined;
  return text === undefined ? undefined : parseFormula(text).expression;
}

/** Where the values of the names in a row's formulas lie; what its own columns compute is followed to what was typed. */
export function rowIntervals(
  engine: Engine,
  shape: TableShape,
  row: RowShape,
  within: ReadonlySet<string> = new Set(),
): Lookup {
  return (name) => {
    const list = names(name).map((one): Interval | undefined => {
      const column = shape.columns.find((c) => c.key === one && c.type === "number");
      if (!column) return ofFigure(engine.figure(rowScope(shape, row).fullName(one) ?? one));
      const value = engine.value(cellName(shape, row, one));
      const formula = within.has(one) ? undefined : formulaOf(shape, row, one);
      const made = formula && intervalOf(formula, rowIntervals(engine, shape, row, new Set([...within, one])));
      if (made) return inUnit(made, { unit: column.unit, bare: false });
      return interval(value, typedDecimals(row, one));
    });
    return list.some((i) => i === undefined) ? undefined : list.flatMap((i) => i ?? []);
  };
}

function interval(value: Value, decimals: number | undefined): Interval | undefined {
  if (value.type === "empty" && value.empty === "nil") return around(zero, zero, { unit: "number", bare: true });
  if (value.type !== "number") return undefined;
  const slack = decimals === undefined ? zero : scaled(halfUnit(decimals), value.unit);
  return around(value.exact, slack, { unit: value.unit, bare: false });
}

/** A figure from elsewhere: by its own last digit if typed, by one for each of its parts if computed. */
function ofFigure(figure: Figure | undefined): Interval | undefined {
  if (figure?.value.type !== "number") return figure && interval(figure.value, undefined);
  const { exact, unit } = figure.value;
  const places = exact.times(unit === "%" ? 100 : 1).decimalPlaces();
  const computed = figure.derivation.type === "computed";
  if (computed && figure.decimals === undefined) return interval(figure.value, undefined);
  const parts = figure.derivation.type === "computed" ? Math.max(1, figure.derivation.inputs.length) : 1;
  const decimals = computed ? (figure.decimals ?? 0) : Math.max(places, figure.decimals ?? 0);
  return around(exact, scaled(halfUnit(decimals), unit).times(parts), { unit, bare: false });
}

/** Single names that a name stands for: the years of a span. */
export function names({ segments, to }: Name): readonly string[] {
  const last = segments.at(-1) ?? "";
  if (to === undefined) return [segments.join(".")];
  return yearsBetween(last, to).map((year) => [...segments.slice(0, -1), year].join("."));
}
