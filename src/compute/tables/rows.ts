// Rows of a table as written, in YAML or CSV, each cell with its place.
import type { TableSource } from "../../../schemas/table.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Source, Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import type { RowModel } from "../model.ts";
import { slug } from "../numbers/slug.ts";
import type { ColumnShape } from "./columns.ts";
import { csvRows } from "./csv-rows.ts";
import { isMark, marks, type RawRow, type Written } from "./raw-rows.ts";

export interface RowShape {
  readonly kind: Exclude<RowModel["kind"], "total">;
  /** Unique in its table; section rows have none. */
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly cells: ReadonlyMap<string, { readonly written: Written; readonly at: Span | undefined }>;
  /** Places of cells that hold nothing: between two commas of a CSV file, or a pair of quotes. */
  readonly gaps: ReadonlyMap<string, Span>;
  readonly origin: Span | undefined;
}

/** Finds the places of a table's parts: ["rows", 2, "cost"]. */
export interface TablePlaces {
  value(path: readonly (string | number)[]): Span | undefined;
  key(path: readonly (string | number)[]): Span | undefined;
}

function yamlRows(source: TableSource, places: TablePlaces): readonly RawRow[] {
  return (source.rows ?? []).map((row, i) => {
    const cells = Object.entries(row).map(
      ([key, written]) => [key, written, places.value(["rows", i, key]), places.key(["rows", i, key])] as const,
    );
    const first = cells[0];
    return { cells, origin: places.value(["rows", i]) ?? places.key(["rows", i]) ?? first?.[3] };
  });
}

/** Text of a cell as a row's name: without the marks of Markdown, first line only. */
export function plainText(written: Written): string {
  const text = Array.isArray(written) ? String(written[0] ?? "") : String(written);
  return (text.trim().split("\n")[0] ?? "").replace(/\*\*|__|[*_`]/g, "").trim();
}

/** The rows of a table in order, undefined where their file cannot be read; problems go to the engine. */
export function shapeRows(
  engine: Engine,
  source: TableSource,
  columns: readonly ColumnShape[],
  places: TablePlaces,
  files: ReadonlyMap<string, Source>,
): readonly RowShape[] | undefined {
  const keys = new Set(columns.map((c) => c.key));
  if (source.from !== undefined && source.rows)
    engine.problems.push(report("table/both-rows", places.key(["from"]), {}));
  const raw =
    source.from === undefined || source.rows
      ? yamlRows(source, places)
      : csvRows(engine, source.from, columns, places.value(["from"]), files);
  if (raw === undefined) return undefined;
  const naming = columns.find((c) => c.rowHeader) ?? columns.find((c) => c.type === "text") ?? columns[0];
  const declared = new Set<string>();
  for (const row of raw) {
    const id = keys.has("id") ? undefined : row.cells.find(([key, written]) => key === "id" && written !== "");
    if (!id) continue;
    const name = String(id[1]);
    if (declared.has(name)) engine.problems.push(report("table/duplicate-row", id[2], { id: name }));
    declared.add(name);
  }
  const taken = new Set(declared);
  const explicit = new Set<string>();
  return raw.map((row): RowShape => {
    const own = row.cells.filter(([key, written]) => !keys.has(key) && written !== "");
    const kinds = own.filter(([key]) => isMark(key)).map(([key]) => key);
    if (kinds.length > 1) engine.problems.push(report("table/row-kinds", row.origin, { kinds }));
    const kind = kinds.find(isMark) ?? "body";
    const label = own.find(([key]) => key === kind);
    for (const [key, , , keyAt] of own)
      if (key !== "id" && !isMark(key))
        engine.problems.push(
          report("table/unknown-cell", keyAt, { key, nearest: nearest(key, [...keys, "id", ...marks]) }),
        );
    const cells = new Map(
      row.cells.flatMap(([key, written, at]) =>
        keys.has(key) && written !== "" ? [[key, { written, at }] as const] : [],
      ),
    );
    const gaps = new Map(row.cells.flatMap(([key, written, at]) => (written === "" && at ? [[key, at] as const] : [])));
    const given = own.find(([key]) => key === "id")?.[1];
    const name = label === undefined ? cells.get(naming?.key ?? "")?.written : label[1];
    let id = given === undefined ? undefined : String(given);
    if (id !== undefined && explicit.has(id)) id = undefined;
    if (id === undefined && kind !== "section") {
      const base = slug(plainText(name ?? "")) || "row";
      id = base;
      for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
      taken.add(id);
    } else if (id !== undefined) explicit.add(id);
    return { kind, id, label: label === undefined ? undefined : String(label[1]), cells, gaps, origin: row.origin };
  });
}
