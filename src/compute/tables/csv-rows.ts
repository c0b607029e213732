// Rows that a table takes from a CSV file: headings become columns, and every value keeps its place.
import { brokenText } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Source, Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import { type ColumnShape, columnNamed } from "./columns.ts";
import { type Csv, type CsvValue, readCsv } from "./csv.ts";
import { isMark, marks, type RawRow } from "./raw-rows.ts";

/** From so many rows on, most of them being longer than the first line means that the first line is wrong. */
const fewestRows = 4;

/** Past so many unknown headings it is the wrong file, or the wrong table. */
const mostStrange = 10;

function folder(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "" : file.slice(0, slash + 1);
}

/** The file that `from:` names, which stands beside the data file; one that is not there is reported. */
function find(
  engine: Engine,
  from: string,
  at: Span | undefined,
  files: ReadonlyMap<string, Source>,
): Source | undefined {
  const path = `${folder(at?.file ?? "")}${from.replace(/^\.\//, "")}`;
  const file = files.get(path) ?? (at ? undefined : [...files.values()].find((f) => f.file.endsWith(`/${from}`)));
  if (file) return file;
  const beside = [...files.keys()].filter((f) => f.startsWith(folder(path)) && f.endsWith(".csv"));
  const near = nearest(
    from,
    beside.map((f) => f.slice(folder(path).length)),
  );
  engine.problems.push(report("table/csv-missing", at, { file: from, nearest: near }));
  return undefined;
}

/** Key of the column that a heading means; `id`, `section`, `group` and `subtotal` mean the row itself. */
function keyOf(heading: string, columns: readonly ColumnShape[]): string | undefined {
  const own = (word: string) => word === "id" || isMark(word);
  if (own(heading) && !columns.some((c) => c.key === heading)) return heading;
  const word = heading.toLowerCase();
  return columnNamed(heading, columns) ?? (own(word) ? word : undefined);
}

/** The headings as keys; undefined for a column without a heading, which may hold nothing. */
function keysOf(engine: Engine, csv: Csv, columns: readonly ColumnShape[]): readonly (string | undefined)[] {
  const first = new Map<string, CsvValue>();
  const strange: CsvValue[] = [];
  const keys = csv.header.map((heading) => {
    if (heading.text === "") return undefined;
    const key = keyOf(heading.text, columns);
    const before = key === undefined ? undefined : first.get(key);
    if (key === undefined) strange.push(heading);
    else if (before) {
      const notes = [{ message: "it stands here first", span: before.at }];
      engine.problems.push(report("table/csv-twice", heading.at, { heading: heading.text, column: key }, { notes }));
      return undefined;
    } else first.set(key, heading);
    return key;
  });
  reportStrange(engine, strange, columns);
  return keys;
}

/** Headings that mean no column: each, or the first of a file full of them. */
function reportStrange(engine: Engine, strange: readonly CsvValue[], columns: readonly ColumnShape[]): void {
  const known = [...columns.map((c) => c.key), "id", ...marks];
  const told = strange.slice(0, strange.length > mostStrange ? 1 : mostStrange);
  for (const { text, at } of told)
    engine.problems.push(
      report("table/unknown-cell", at, {
        key: text,
        nearest: nearest(text, known),
        more: strange.length - told.length,
      }),
    );
}

function span(values: readonly CsvValue[]): Span | undefined {
  const first = values[0];
  const last = values.at(-1);
  return first && last ? { ...first.at, end: last.at.end } : undefined;
}

/** The rows of the file, undefined where it cannot be read; what is wrong with it goes to the engine. */
export function csvRows(
  engine: Engine,
  from: string,
  columns: readonly ColumnShape[],
  at: Span | undefined,
  files: ReadonlyMap<string, Source>,
): readonly RawRow[] | undefined {
  const file = find(engine, from, at, files);
  if (!file) return undefined;
  const csv = readCsv(file);
  if (csv.problem) {
    engine.problems.push(
      report("table/csv", csv.problem.at, { problem: csv.problem.message, parted: csv.problem.parted === true }),
    );
    return undefined;
  }
  if (csv.header.some((heading) => heading.text === brokenText)) return undefined;
  const keys = keysOf(engine, csv, columns);
  const missing = columns.filter((c) => c.formula === undefined && !keys.includes(c.key)).map((c) => c.key);
  // A heading that is nearly a column's name was reported as that.
  const mistyped = csv.header.map((h, i) => (keys[i] === undefined ? nearest(h.text, missing) : undefined));
  const absent = missing.filter((key) => !mistyped.includes(key));
  if (absent.length > 0) engine.problems.push(report("table/csv-header", span(csv.header) ?? at, { missing: absent }));
  if (missing.length > 0) return undefined;
  const headings = new Set(csv.header.map((h) => h.text));
  // A spreadsheet writes lines of nothing but commas below its rows.
  const filled = csv.rows.filter((row) => row.some((value) => value.text !== ""));
  const longer = filled.filter((row) => row.slice(keys.length).some((value) => value.text !== ""));
  if (filled.length >= fewestRows && longer.length * 2 > filled.length) {
    const details = { found: keys.length, wanted: Math.max(...longer.map((row) => row.length)) };
    engine.problems.push(report("table/csv-first-line", span(csv.header), details));
    return undefined;
  }
  return filled.map((row) => readRow(engine, row, keys, columns, headings));
}

/** A number that its own comma cut in two: 44 and 000. */
function thousands(row: readonly CsvValue[]): readonly CsvValue[] | undefined {
  const at = row.findIndex(
    (value, i) => /^[-£]*\d{1,3}$/.test(value.text) && /^\d{3}(\.\d+)?$/.test(row[i + 1]?.text ?? ""),
  );
  return at < 0 ? undefined : row.slice(at, at + 2);
}

function readRow(
  engine: Engine,
  row: readonly CsvValue[],
  keys: readonly (string | undefined)[],
  columns: readonly ColumnShape[],
  headings: ReadonlySet<string>,
): RawRow {
  const origin = span(row);
  const surplus = row.slice(keys.length);
  const ragged = row.length < keys.length || surplus.some((value) => value.text !== "");
  if (ragged) {
    const naming = columns.find((c) => c.rowHeader) ?? columns[0];
    const name = row[keys.indexOf(naming?.key ?? "")]?.text ?? row[0]?.text ?? "";
    const cut = surplus.length > 0 ? thousands(row) : undefined;
    const details = { found: row.length, wanted: keys.length, row: name, cut: cut?.map((v) => v.text).join(",") };
    engine.problems.push(report("table/csv-width", span(cut ?? surplus) ?? origin, details));
  }
  const cells = row.slice(0, keys.length).flatMap((value, i) => {
    const key = keys[i];
    if (key === undefined) {
      // A column whose heading was reported says nothing more.
      const nameless = value.text !== "" && headings.has("") && !ragged;
      if (nameless) engine.problems.push(report("table/csv-heading", value.at, { found: value.text }));
      return [];
    }
    return [[key, value.text, value.at, value.at] as const];
  });
  if (!ragged) return { cells, origin };
  // Values of a row that is too short or too long may stand under the wrong headings.
  const numbers = columns.filter(
    (c) => c.type !== "text" || !cells.some(([key, text]) => key === c.key && text !== ""),
  );
  const unsure = new Set(numbers.map((c) => c.key));
  const kept = cells.filter(([key]) => !unsure.has(key));
  return {
    cells: [...kept, ...numbers.map((c) => [c.key, brokenText, origin, origin] as const)],
    origin,
  };
}
