// Tables from rows of cells: header rows with groups, merged cells, caption.
import { slug } from "../../compute/numbers/slug.ts";
import { paragraph } from "../../document/build.ts";
import type { Cell, Column, Inline, Paragraph, Row, Table } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { Span } from "../../source.ts";
import type { ViewRequest } from "../view.ts";
import { runOn } from "./notes.ts";
import { inlineCell, joined } from "./parts.ts";

export interface GridColumn {
  readonly key: string;
  readonly label: readonly Inline[];
  readonly align?: Column["align"] | undefined;
  readonly weight?: number | undefined;
  readonly rowHeader?: boolean;
  /** Words over this and the neighbouring columns of the same group. */
  readonly group?: readonly Inline[] | undefined;
}

/** A row with a cell for each column, before equal neighbours are merged; or one that is finished. */
export type GridRow =
  | {
      readonly cells: readonly Cell[];
      readonly id?: string | undefined;
      readonly entry?: string | undefined;
      readonly preferred?: boolean;
      readonly origin?: Span | undefined;
    }
  | { readonly finished: Row };

interface Grid {
  /** Caption when the directive has none. */
  readonly title: readonly Inline[];
  /** False for a table that needs no number, such as the title block. */
  readonly captioned?: boolean;
  readonly summary?: string | undefined;
  /** What a row is, for the summary: "risks". */
  readonly of?: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly notes?: readonly Paragraph[];
  readonly look?: Table["look"];
  readonly header?: boolean;
  /** Words of a first row across the table. */
  readonly titleRow?: readonly Inline[] | undefined;
  /** Columns whose equal neighbouring cells become one; an earlier one bounds the later. */
  readonly merge?: readonly string[];
  /** True for a table about the document itself. */
  readonly control?: boolean;
  readonly subject?: Table["subject"];
  readonly id?: string | undefined;
  readonly origin?: Span | undefined;
}

/** Builds a table; its caption has number 0 until the document is numbered. */
export function grid(request: ViewRequest, g: Grid): Table {
  const header = g.header ?? true;
  const origin = g.origin ?? request.origin;
  const captioned = g.captioned ?? true;
  const caption = request.caption ?? g.title;
  const id = g.id ?? request.id ?? (captioned ? minted(caption) : undefined);
  const body = g.rows.filter((r) => !("finished" in r) || r.finished.kind === "body").length;
  return {
    type: "table",
    ...(id ? { id } : {}),
    ...(captioned ? { caption: { label: "Table" as const, number: 0, children: caption } } : {}),
    summary: g.summary ?? summaryOf(g, body),
    look: g.look ?? "ruled",
    ...(g.control ? { control: true as const } : {}),
    ...(g.subject ? { subject: g.subject } : {}),
    columns: g.columns.map((c, i) => columnOf(c, g.columns[i - 1])),
    rows: [
      ...(g.titleRow ? [titleRow(g.titleRow, g.columns.length)] : []),
      ...(header ? headerRows(g.columns) : []),
      ...mergedRows(g),
    ],
    notes: runOn(g.notes ?? []),
    ...(origin ? { origin } : {}),
  };
}

/** An id from the words of the caption, so that lists of tables can point at it; repeated ones are told apart later. */
function minted(caption: readonly Inline[]): string | undefined {
  const words = slug(plainText(caption)).split("-").slice(0, 8).join("-");
  return words === "" ? undefined : `table-${words}`;
}

function summaryOf(g: Grid, body: number): string {
  const labels = g.columns.map((c) => plainText(c.label).trim()).filter((label) => label !== "");
  const rows = `${body} ${g.of && body !== 1 ? g.of : g.of ? g.of.replace(/s$/, "") : body === 1 ? "row" : "rows"}`;
  return labels.length === 0 ? `A table of ${rows}.` : `A table of ${rows}, with columns for ${joined(labels)}.`;
}

function columnOf(column: GridColumn, before: GridColumn | undefined): Column {
  const edge = before !== undefined && groupKey(column) !== groupKey(before);
  return {
    key: column.key,
    align: column.align ?? "left",
    ...(column.weight !== undefined ? { weight: column.weight } : {}),
    ...(column.rowHeader ? { rowHeader: true } : {}),
    ...(edge ? { ruleBefore: true } : {}),
  };
}

function groupKey(column: GridColumn): string {
  return column.group ? plainText(column.group) : "";
}

function titleRow(words: readonly Inline[], columns: number): Row {
  return { kind: "header", cells: [inlineCell(words, { colSpan: columns })] };
}

function headerRows(columns: readonly GridColumn[]): readonly Row[] {
  if (!columns.some((c) => c.group)) return [{ kind: "header", cells: columns.map((c) => headerCell(c, 1)) }];
  const upper: Cell[] = [];
  const lower: Cell[] = [];
  for (let i = 0; i < columns.length; ) {
    const column = columns[i];
    if (!column) break;
    if (!column.group) {
      upper.push(headerCell(column, 2));
      i += 1;
      continue;
    }
    let end = i;
    while (end < columns.length && groupKey(columns[end] ?? column) === groupKey(column)) end += 1;
    const under = columns.slice(i, end);
    upper.push(
      inlineCell(column.group, { colSpan: under.length, ...(under.length > 1 ? { align: "centre" as const } : {}) }),
    );
    lower.push(...under.map((c) => headerCell(c, 1)));
    i = end;
  }
  return [
    { kind: "header", cells: upper },
    { kind: "header", cells: lower },
  ];
}

/** A header; the corner over the rows' names may be empty. */
function headerCell(column: GridColumn, rowSpan: number): Cell {
  const cell = inlineCell(column.label, { rowSpan });
  return column.label.length > 0 ? cell : { ...cell, blocks: [paragraph([])] };
}

function mergedRows(g: Grid): readonly Row[] {
  const merge = new Set(g.merge ?? []);
  // A row keeps a cell of its own, even where it repeats the one above.
  const last = g.columns.at(-1);
  if (last && g.columns.every((c) => merge.has(c.key))) merge.delete(last.key);
  const rowHeader = (i: number) => g.columns[i]?.rowHeader === true;
  const at = (row: GridRow | undefined, column: number): Cell | undefined =>
    row && "cells" in row ? row.cells[column] : undefined;
  const same = (a: GridRow | undefined, b: GridRow | undefined, column: number): boolean => {
    for (let i = 0; i <= column; i++) {
      if (i !== column && !merge.has(g.columns[i]?.key ?? "")) continue;
      const left = at(a, i);
      const right = at(b, i);
      if (!left || !right || key(left) !== key(right)) return false;
    }
    return true;
  };
  return g.rows.map((row, r): Row => {
    if ("finished" in row) return row.finished;
    const cells = row.cells.flatMap((c, i): readonly Cell[] => {
      const header = rowHeader(i) && c.header === undefined ? { ...c, header: "row" as const } : c;
      if (!merge.has(g.columns[i]?.key ?? "")) return [header];
      if (same(g.rows[r - 1], row, i)) return [];
      let span = 1;
      while (same(row, g.rows[r + span], i)) span += 1;
      return [span > 1 ? { ...header, rowSpan: span } : header];
    });
    return {
      kind: "body",
      ...(row.id ? { id: row.id } : {}),
      ...(row.entry ? { entry: row.entry } : {}),
      ...(row.preferred ? { preferred: true as const } : {}),
      cells,
      ...(row.origin ? { origin: row.origin } : {}),
    };
  });
}

/** What a cell says, for comparing; places in the source do not count. */
function key(c: Cell): string {
  return JSON.stringify(c.blocks, (name, value: unknown) => (name === "origin" ? undefined : value));
}

/** A row whose cells are already spread over the columns. */
export function finished(kind: Row["kind"], cells: readonly Cell[], origin?: Span): GridRow {
  return { finished: { kind, cells, ...(origin ? { origin } : {}) } };
}

/** A row across the table that opens a part of it. */
export function section(children: readonly Inline[], columns: number, origin?: Span): GridRow {
  return finished("section", [inlineCell(children, { colSpan: columns, header: "column" })], origin);
}
