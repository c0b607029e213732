// Named cells and totals become the table.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import type { CellModel, RowModel, TableModel } from "../model.ts";
import { partsDisagree } from "../numbers/rounding.ts";
import { readContent, words } from "./content.ts";
import type { Ratings } from "./ratings.ts";
import type { RowShape } from "./rows.ts";
import { addable, cellName, cellWords, isNumber, rowWords, type TableShape } from "./table-shape.ts";

/** Works the table out. */
export function modelTable(engine: Engine, shape: TableShape, ratings: Ratings): TableModel {
  const { source, places } = shape;
  const rows: RowModel[] = shape.rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    label: row.label,
    cells: row.kind === "section" ? new Map() : modelCells(engine, shape, row, ratings),
    origin: row.origin,
  }));
  const total = source.total;
  if (shape.totals)
    rows.push({
      kind: "total",
      id: "total",
      label: (typeof total === "object" ? total.label : undefined) ?? "Total",
      cells: new Map(shape.totals.map((key) => [key, numberCell(engine, `${shape.id}.${key}.total`, undefined)])),
      origin: places.key(["total"]),
    });
  return {
    id: shape.id,
    kind: "table",
    title: source.title,
    summary: source.summary,
    columns: shape.printed,
    rows,
    notes: [source.note, ...shape.columns.map((c) => c.note)].filter((n) => n !== undefined),
    source: source.source,
    roundingNote: partsDisagree(shape, rows, engine.style),
    incomplete: leavesOut(shape, rows),
    look: source.look ?? "ruled",
    titleRow: source["title-row"] ?? false,
    ...(source.carry ? { carry: true } : {}),
    ...(source.upright ? { upright: true } : {}),
    merge: source.merge ?? [],
    parameters: shape.parameters.map((name) => `${shape.id}.${name}`),
    origin: places.key([]),
    place: (path) => places.value(path),
  };
}

function numberCell(engine: Engine, name: string, at: Span | undefined): CellModel {
  const figure = engine.figure(name);
  return {
    content: figure?.value ?? { type: "broken" },
    computed: figure?.derivation.type === "computed",
    origin: at ?? figure?.origin,
    name: figure?.name ?? name,
  };
}

function modelCells(
  engine: Engine,
  shape: TableShape,
  row: RowShape,
  ratings: Ratings,
): ReadonlyMap<string, CellModel> {
  const cells = new Map<string, CellModel>();
  for (const column of shape.columns) {
    const cell = row.cells.get(column.key);
    if (isNumber(column)) {
      const name = cellName(shape, row, column.key);
      if (engine.figure(name)) cells.set(column.key, numberCell(engine, name, cell?.at));
      continue;
    }
    if (cell !== undefined) {
      const where = () => cellWords(shape, row, column);
      cells.set(column.key, {
        content: readContent(engine, column, cell.written, { at: cell.at, where, ratings }),
        computed: false,
        origin: cell.at,
      });
      continue;
    }
    if (row.kind !== "body") continue;
    const empty = shape.source["empty-as"];
    if (column.type !== "tick" && empty === undefined)
      engine.problems.push(
        report("table/missing-cell", row.gaps.get(column.key) ?? row.origin, {
          column: column.key,
          number: false,
          row: words(rowWords(shape, row)),
        }),
      );
    const content: CellModel["content"] =
      column.type === "tick"
        ? { type: "tick", on: false }
        : empty === undefined
          ? { type: "blank" }
          : { type: "markdown", text: empty };
    cells.set(column.key, { content, computed: false, origin: row.origin });
  }
  return cells;
}

function leavesOut(shape: TableShape, rows: readonly RowModel[]): boolean {
  const adds = shape.source.carry === true || rows.some((r) => r.kind === "subtotal");
  const totalled = new Set([...(shape.totals ?? []), ...(adds ? shape.columns.filter(addable).map((c) => c.key) : [])]);
  return rows.some(
    (row) =>
      row.kind === "body" &&
      [...row.cells].some(([key, cell]) => {
        const content = cell.content;
        const unknown =
          content.type === "open" || (content.type === "empty" && /^(not yet agreed|unknown)$/.test(content.empty));
        return unknown && totalled.has(key);
      }),
  );
}
