// Tables that a register makes: their cells are figures that have names already, so that page, explanation and
// workbook show the same thing.
import type { Span } from "../source.ts";
import { humanise } from "./columns.ts";
import type { Engine } from "./engine.ts";
import { moneyPlaces } from "./format.ts";
import type { CellModel, ColumnModel, RowModel, TableKind, TableModel } from "./model.ts";
import { isMoney } from "./money.ts";
import { columnsDisagree } from "./rounding.ts";

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
}

/** A figure by its name, in its column's unit or its own; or Markdown. */
export type GeneratedCell =
  | { readonly figure: string; readonly as?: string; readonly decimals?: number }
  | { readonly markdown: string };

export interface GeneratedRow {
  readonly kind: RowModel["kind"];
  readonly id?: string;
  readonly label?: string;
  /** By column key; a cell left out is blank, which only group, section and total rows may have. */
  readonly cells: Readonly<Record<string, GeneratedCell>>;
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
  /** True when the rows of kind body add up to those of kind total; a rounding note then appears by itself. */
  readonly adds?: boolean;
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
    additive: unit !== "%",
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
  const figure = engine.figure(given.figure);
  return {
    content: figure?.value ?? { type: "broken" },
    computed: figure?.derivation.type === "computed",
    origin: figure?.origin ?? origin,
    name: given.figure,
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
      cells: new Map(Object.entries(row.cells).map(([key, given]) => [key, cell(engine, given, row.origin)])),
      origin: row.origin,
    }),
  );
  const numbers = columns.filter((c) => c.type === "number" && !c.cumulative);
  return {
    id: table.id,
    kind: table.kind,
    title: table.title,
    summary: table.summary,
    columns,
    rows,
    notes: (table.notes ?? []).filter((n) => n !== undefined),
    source: table.source,
    roundingNote: table.adds === true && columnsDisagree(numbers, rows, engine.style),
    incomplete: table.adds === true && rows.some((r) => r.kind === "body" && [...r.cells.values()].some(unknown)),
    look: "ruled",
    titleRow: false,
    merge: [],
    parameters: [],
    origin: table.origin,
    place: () => table.origin,
  };
}

function unknown({ content }: CellModel): boolean {
  return content.type === "open" || (content.type === "empty" && /^(not yet agreed|unknown)$/.test(content.empty));
}
