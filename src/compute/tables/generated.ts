// Tables that a register makes: their cells are figures that have names already, so that page, explanation and
// workbook show the same thing.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import type { CellModel, ColumnModel, Equation, RowModel, TableKind, TableModel } from "../model.ts";
import { moneyPlaces, shownNumber } from "../numbers/format.ts";
import { isMoney, sum } from "../numbers/money.ts";
import { columnsDisagree, equationsDisagree } from "../numbers/rounding.ts";
import { humanise } from "./columns.ts";

/** A column: `unit` makes it one of numbers, without one it holds words. */
export interface GeneratedColumn {
  readonly key: string;
  readonly label?: string;
  readonly unit?: string;
  readonly as?: string;
  readonly decimals?: number;
  readonly group?: string;
  readonly rowHeader?: boolean;
  readonly weight?: number;
  readonly note?: string;
  /** Running totals, which no total adds. */
  readonly cumulative?: boolean;
  /** False where adding rows makes no sense, such as factors; percentages never add. */
  readonly additive?: boolean;
}

/** A figure by its name, in its column's unit or its own; Markdown; or a number that is not there and why. */
export type GeneratedCell =
  | { readonly figure: string; readonly as?: string; readonly decimals?: number }
  | { readonly markdown: string }
  | { readonly empty: "nil" | "n/a" };

export interface GeneratedRow {
  readonly kind: RowModel["kind"];
  readonly id?: string;
  readonly label?: string;
  /** By column key; a cell left out is blank, which only group, section and total rows may have. */
  readonly cells: Readonly<Record<string, GeneratedCell>>;
  /** Markdown: what the row means. */
  readonly note?: string | undefined;
  /** False for a row that no total adds up to or takes in, such as a step after the total. */
  readonly adds?: false;
  readonly origin?: Span | undefined;
}

export interface GeneratedTable {
  readonly id: string;
  readonly kind: TableKind;
  /** Markdown. */
  readonly title: string;
  readonly summary?: string;
  readonly columns: readonly GeneratedColumn[];
  readonly rows: readonly GeneratedRow[];
  readonly notes?: readonly (string | undefined)[];
  readonly source?: string | undefined;
  /** Columns whose equal neighbouring cells become one. */
  readonly merge?: readonly string[];
  /** True when rows of kind body add up to subtotals and totals; a rounding note then appears by itself. */
  readonly adds?: boolean;
  /** Columns that add up to another one in the rows of kind body, or in those of totals too, wherever a row has them. */
  readonly across?: { readonly parts: readonly string[]; readonly total: string; readonly inTotals?: true };
  /** What holds between other cells, such as net = benefits − costs. */
  readonly equations?: readonly Equation[];
  readonly origin: Span | undefined;
}

function column(c: GeneratedColumn, first: boolean): ColumnModel {
  const unit = c.unit ?? "";
  const as = c.as ?? unit;
  return {
    key: c.key,
    label: c.label ?? humanise(c.key),
    type: unit === "" ? "text" : "number",
    unit,
    as,
    decimals: c.decimals ?? (isMoney(as) ? moneyPlaces[as] : 0),
    additive: c.additive ?? unit !== "%",
    cumulative: c.cumulative ?? false,
    group: c.group,
    align: undefined,
    weight: c.weight,
    rowHeader: c.rowHeader ?? first,
    sign: undefined,
    prefix: undefined,
    note: c.note,
  };
}

function cell(engine: Engine, given: GeneratedCell, origin: Span | undefined): CellModel {
  if ("markdown" in given) return { content: { type: "markdown", text: given.markdown }, computed: false, origin };
  if ("empty" in given) return { content: { type: "empty", empty: given.empty }, computed: false, origin };
  const figure = engine.figure(given.figure);
  return {
    content: figure?.value ?? { type: "broken" },
    computed: figure?.derivation.type === "computed",
    origin: figure?.origin ?? origin,
    // Formulas know a figure by its own name, not by another one that it goes by.
    name: figure?.name ?? given.figure,
    ...(given.as === undefined ? {} : { shown: { as: given.as, decimals: given.decimals ?? figure?.decimals ?? 0 } }),
  };
}

/** Works a generated table out. */
export function modelGenerated(engine: Engine, table: GeneratedTable): TableModel {
  const columns = table.columns.map((c, i) => column(c, i === 0 && !table.columns.some((o) => o.rowHeader)));
  const rows = table.rows.map(
    (row): RowModel => ({
      kind: row.kind,
      id: row.id,
      label: row.label,
      ...(row.note === undefined ? {} : { note: row.note }),
      cells: new Map(Object.entries(row.cells).map(([key, given]) => [key, cell(engine, given, row.origin)])),
      origin: row.origin,
    }),
  );
  const numbers = columns.filter((c) => c.type === "number" && !c.cumulative);
  const added = rows.filter((_, i) => table.rows[i]?.adds !== false);
  return {
    id: table.id,
    kind: table.kind,
    title: table.title,
    summary: table.summary,
    columns,
    rows,
    notes: (table.notes ?? []).filter((n) => n !== undefined),
    source: table.source,
    roundingNote:
      (table.adds === true && columnsDisagree(numbers, added, engine.style)) ||
      acrossDisagree(engine, table, columns, added) ||
      equationsDisagree(table.equations ?? [], rows, columns, engine.style),
    ...(table.equations === undefined ? {} : { equations: table.equations }),
    incomplete: table.adds === true && added.some((r) => r.kind === "body" && [...r.cells.values()].some(unknown)),
    look: "ruled",
    titleRow: false,
    merge: table.merge ?? [],
    parameters: [],
    origin: table.origin,
    place: () => table.origin,
  };
}

/** True when the printed parts of a row do not add up to its printed whole. */
function acrossDisagree(
  engine: Engine,
  { across }: GeneratedTable,
  columns: readonly ColumnModel[],
  rows: readonly RowModel[],
): boolean {
  const whole = columns.find((c) => c.key === across?.total);
  if (!across || !whole) return false;
  const shown = (row: RowModel, column: ColumnModel) => {
    const cell = row.cells.get(column.key);
    return cell?.content.type === "number" && !cell.shown ? shownNumber(cell.content, column, engine.style) : undefined;
  };
  const parts = columns.filter((c) => across.parts.includes(c.key));
  return rows.some((row) => {
    const total = shown(row, whole);
    const values = parts.flatMap((c) => shown(row, c) ?? []);
    return (
      (row.kind === "body" || across.inTotals === true) &&
      values.length > 0 &&
      total !== undefined &&
      !sum(values).equals(total)
    );
  });
}

function unknown({ content }: CellModel): boolean {
  return content.type === "open" || (content.type === "empty" && /^(not yet agreed|unknown)$/.test(content.empty));
}

const makers: Partial<Readonly<Record<TableKind, string>>> = {
  benefits: "the register `benefits`",
  "benefits-phasing": "the register `benefits`",
  flows: "an appraisal",
  results: "an appraisal",
  outcomes: "the register `outcomes`",
};

/** Puts generated tables beside the authored ones; a name that an author gave a table of their own is reported. */
export function addGenerated(
  engine: Engine,
  tables: Map<string, TableModel>,
  generated: readonly GeneratedTable[],
  places: Places,
): void {
  for (const table of generated) {
    const { id, kind } = table;
    const before = tables.get(id);
    if (!before) tables.set(id, modelGenerated(engine, table));
    else {
      const at = before.kind === "table" ? places.key(["tables", id]) : table.origin;
      engine.problems.push(report("table/generated-id", at, { id, from: makers[kind] ?? "a register" }));
    }
  }
}
