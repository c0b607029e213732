// Every number cell and total of a table becomes a named figure.
import type { TableSource } from "../../../schemas/table.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Source } from "../../source.ts";
import { brokenMade, type Engine } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import type { ColumnModel } from "../model.ts";
import { type ColumnShape, defaultDecimals, shapeColumns } from "./columns.ts";
import { nameParameters } from "./parameters.ts";
import { type RowShape, shapeRows, type TablePlaces } from "./rows.ts";
import { readCell } from "./table-cells.ts";
import { addable, cellName, isNumber, rowWords, type TableShape, typedDecimals } from "./table-shape.ts";

/** Reads a table's shape and names its cells and totals. */
export function nameTable(
  engine: Engine,
  id: string,
  source: TableSource,
  places: TablePlaces,
  files: ReadonlyMap<string, Source>,
): TableShape {
  const columns = shapeColumns(source);
  const read = shapeRows(engine, source, columns, places, files);
  const rows = read ?? [];
  const written = new Map(columns.map((c) => [c.key, rows.flatMap((row) => typedDecimals(row, c.key) ?? [])]));
  // A column without typed numbers prints as those of its unit do.
  const alike = new Map<string, readonly number[]>();
  for (const c of columns.filter(isNumber))
    alike.set(c.unit, [Math.max(0, ...(written.get(c.key) ?? []), ...(alike.get(c.unit) ?? []))]);
  const decimals = (c: ColumnShape) => {
    const own = written.get(c.key) ?? [];
    return defaultDecimals(c, own.length > 0 ? own : c.unit === "%" ? [] : (alike.get(c.unit) ?? []));
  };
  const printed = columns.map((column): ColumnModel => {
    const { formula: _, ...kept } = column;
    return { ...kept, decimals: isNumber(column) ? decimals(column) : 0 };
  });
  const numbers = columns.filter(isNumber).map((c) => c.key);
  const parameters = nameParameters(engine, source, { id, columns, rows }, places);
  const shape: TableShape = {
    id,
    source,
    columns,
    printed,
    rows,
    unread: read === undefined,
    totals: totalColumns(engine, source, columns, places),
    parameters,
    numbers: new Set(numbers),
    inScope: [...numbers, ...parameters],
    places,
    cellNames: new Map(rows.map((row) => [row, columns.map((c) => `${id}.${row.id ?? ""}.${c.key}`)])),
    positions: new Map(columns.map((c, i) => [c.key, i])),
  };
  checkSettings(engine, source, columns, places);
  nameCells(engine, shape);
  nameTotals(engine, shape);
  if (!shape.unread) nameColumns(engine, shape);
  return shape;
}

function totalColumns(
  engine: Engine,
  source: TableSource,
  columns: readonly ColumnShape[],
  places: TablePlaces,
): readonly string[] | undefined {
  const total = source.total;
  if (total === undefined || total === false) return undefined;
  const asked = total === true ? undefined : total.columns;
  if (!asked) return columns.filter(addable).map((c) => c.key);
  return asked.filter((key, i) => {
    const at = places.value(["total", "columns", i]);
    const column = columns.find((c) => c.key === key);
    if (!column) {
      const near = nearest(
        key,
        columns.map((c) => c.key),
      );
      engine.problems.push(report("table/unknown-column", at, { key, setting: "total", nearest: near }));
    } else if (!addable(column)) {
      const reason = isNumber(column) ? (column.cumulative ? "cumulative" : "additive") : "text";
      engine.problems.push(report("table/total-column", at, { column: column.key, reason, setting: "total" }));
    } else return true;
    return false;
  });
}

function checkSettings(
  engine: Engine,
  source: TableSource,
  columns: readonly ColumnShape[],
  places: TablePlaces,
): void {
  const keys = columns.map((c) => c.key);
  const settings = [
    ...(source.merge ?? []).map((key, i) => ["merge", key, places.value(["merge", i])] as const),
    ...(source["row-header"] === undefined
      ? []
      : [["row-header", source["row-header"], places.value(["row-header"])] as const]),
  ];
  for (const [setting, key, at] of settings)
    if (!keys.includes(key))
      engine.problems.push(report("table/unknown-column", at, { key, setting, nearest: nearest(key, keys) }));
  const lacks = !columns.some(addable) ? "sums" : columns.every(addable) ? "words" : undefined;
  if (source.carry && lacks) engine.problems.push(report("table/nothing-to-carry", places.value(["carry"]), { lacks }));
}

function figureDecimals(shape: TableShape, column: ColumnShape): number | undefined {
  const printed = shape.printed[shape.positions.get(column.key) ?? -1];
  return printed && printed.as === printed.unit ? printed.decimals : undefined;
}

function nameCells(engine: Engine, shape: TableShape): void {
  const { id, columns, rows } = shape;
  const numbers = columns.filter(isNumber);
  let group: RowShape[] = [];
  for (const row of rows) {
    if (row.kind === "section") continue;
    if (row.kind === "body") group.push(row);
    const members = group;
    if (row.kind === "subtotal") group = [];
    const label = rowWords(shape, row);
    for (const column of numbers) {
      const cell = row.cells.get(column.key);
      const blank = cell === undefined && row.kind !== "body" && !(row.kind === "subtotal" && addable(column));
      if (blank) continue;
      engine.define({
        name: cellName(shape, row, column.key),
        label: `${label}, ${column.label}`,
        decimals: figureDecimals(shape, column),
        origin:
          cell?.at ??
          (column.formula === undefined ? row.origin : shape.places.value(["columns", column.key, "formula"])),
        make: () =>
          row.kind === "subtotal" && cell === undefined
            ? engine.compute(
                build.call(
                  "sum",
                  members.map((m) => build.name(cellName(shape, m, column.key))),
                ),
                column.unit,
              )
            : readCell(engine, shape, row, column),
      });
    }
    const one = numbers.length === 1 ? numbers[0] : numbers.find((c) => c.key === "total");
    if (one) engine.alias(`${id}.${row.id ?? ""}`, cellName(shape, row, one.key));
    else if (numbers.length > 0)
      engine.refuse(`${id}.${row.id ?? ""}`, (at, name) =>
        report("figure/which-column", at, { name, columns: numbers.map((c) => c.key) }),
      );
  }
}

function nameTotals(engine: Engine, shape: TableShape): void {
  const { id, columns, rows, places } = shape;
  const numbers = columns.filter(isNumber);
  for (const column of numbers) {
    const name = `${id}.${column.key}.total`;
    if (!addable(column)) {
      const reason = column.cumulative ? "cumulative" : "additive";
      engine.refuse(name, (at, asked) =>
        report("figure/not-additive", at, { name: asked, column: column.key, reason }),
      );
      continue;
    }
    const body = rows.filter((r) => r.kind === "body");
    engine.define({
      name,
      label: `Total, ${column.label}`,
      decimals: figureDecimals(shape, column),
      origin: places.key(["total"]) ?? places.key(["columns", column.key]),
      make: () =>
        shape.unread
          ? brokenMade
          : body.length === 0
            ? engine.compute(build.number("0"), column.unit)
            : engine.compute(
                build.call(
                  "sum",
                  body.map((r) => build.name(cellName(shape, r, column.key))),
                ),
                column.unit,
              ),
    });
    engine.alias(`${id}.total.${column.key}`, name);
  }
  const one = numbers.length === 1 ? numbers[0] : numbers.find((c) => c.key === "total");
  if (one) engine.alias(`${id}.total`, `${id}.${one.key}.total`);
  else if (numbers.length > 0)
    engine.refuse(`${id}.total`, (at, name) =>
      report("figure/which-column", at, { name, columns: numbers.map((c) => `${c.key}.total`) }),
    );
}

/** A column named alone is the list of its cells; a row or total of the same name comes first. */
function nameColumns(engine: Engine, shape: TableShape): void {
  const { id, columns, rows } = shape;
  for (const column of columns.filter(isNumber)) {
    const body = rows.filter((r) => r.kind === "body").map((r) => cellName(shape, r, column.key));
    engine.list(`${id}.${column.key}`, body, `${id}.${column.key}`);
  }
}
