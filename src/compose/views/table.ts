// `::table`: a computed table as the reader sees it.

import { isFinancialYear } from "../../../schemas/scalars.ts";
import type { CellModel, ColumnModel, NumberStyle, RowModel, TableModel } from "../../compute/model.ts";
import { cellText, columnUnit, moneyPlaces, shownNumber } from "../../compute/numbers/format.ts";
import { isMoney, type MoneyUnit } from "../../compute/numbers/money.ts";
import { columnsDisagree, equationsDisagree } from "../../compute/numbers/rounding.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { paragraph, text } from "../../document/build.ts";
import type { Cell, Inline, Paragraph, Row, Table } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { carrySums, withSums } from "./carry.ts";
import { finished, type GridColumn, type GridRow, grid, section } from "./grid.ts";
import { parametersNote } from "./parameters.ts";
import { blocksCell, bold, inlineCell, note, notesOf, textCell } from "./parts.ts";
import { ratingOf } from "./ratings.ts";
import { choice, chosenKeys, unknownEntry } from "./registers.ts";

export const roundingNote = "Figures may not add up because they are rounded.";
export const incompleteNote = "Totals leave out amounts that are not known yet.";
const otherYearsNote = "The total takes in years that are not shown.";

export const table: View = {
  attributes: ["of", "columns", "rows", "total", "as", "carry"],
  required: ["of"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const model = namedTable(request, diagnostics);
    if (!model) return { value: [], diagnostics };
    return { value: [tableBlock(request, model, diagnostics)], diagnostics };
  },
};

/** The table that `of` names. */
export function namedTable(request: ViewRequest, diagnostics: Diagnostic[]): TableModel | undefined {
  const { tables } = request.document;
  const name = request.attributes.of ?? "";
  const model = tables.get(name);
  if (!model) diagnostics.push(...unknownEntry(request, "tables", name, [...tables.keys()]));
  return model;
}

/** A table model as a table, cut and scaled as the directive's attributes say. */
export function tableBlock(request: ViewRequest, model: TableModel, diagnostics: Diagnostic[]): Table {
  const { kit } = request;
  const as = request.attributes.as === undefined ? undefined : choice(request, "as", ["£", "£k", "£m"], diagnostics);
  const columns = shownColumns(request, model, as, diagnostics);
  const rows = shownRows(request, model, diagnostics).map((row) => (as === undefined ? row : rowInMoney(row, as)));
  const header = model.look !== "no-header";
  const carry = carrySums(request, model, columns, rows, diagnostics);
  const noted = columns.flatMap((c) => (c.note ? [notePrefixed(request, c)] : []));
  const title = kit.inlines(model.title, model.origin);
  const made = grid(request, {
    title,
    titleRow: model.titleRow ? title : undefined,
    summary: model.summary,
    columns: columns.map((c) => gridColumn(request, c, rows)),
    rows: rows.map((r) => gridRow(request, r, columns)),
    merge: model.merge,
    header,
    look: model.look === "no-header" ? "ruled" : model.look,
    notes: [
      ...noted,
      ...notesOf(kit, [rowNotes(rows), ...model.notes]),
      ...parametersNote(request, model),
      ...(carry?.rounded || roundingShows(request, model, rows, columns) ? [note(roundingNote)] : []),
      ...(model.incomplete && (carry || rows.some((r) => r.kind === "total")) ? [note(incompleteNote)] : []),
      ...(leavesYearsOut(model, columns) ? [note(otherYearsNote)] : []),
      ...notesOf(kit, [], model.source),
    ],
    ...(model.origin ? { origin: model.origin } : {}),
  });
  return { ...(carry ? withSums(made, carry) : made), ...(model.upright ? { upright: true } : {}) };
}

/** What the printed rows mean, each definition once, as one note. */
function rowNotes(rows: readonly RowModel[]): string | undefined {
  const notes = [...new Set(rows.flatMap((row) => row.note ?? []))];
  return notes.length > 0 ? notes.join(" ") : undefined;
}

/** True when the parts on the page do not add up to a total on the page. */
function roundingShows(
  request: ViewRequest,
  model: TableModel,
  rows: readonly RowModel[],
  columns: readonly ColumnModel[],
): boolean {
  const { equations } = model;
  const cut = request.attributes.rows !== undefined || request.attributes.columns !== undefined;
  if (equations && (cut || request.attributes.as !== undefined)) {
    const { style } = request.document;
    if (equationsDisagree(equations, rows, columns, style)) return true;
    if (request.attributes.as === undefined && request.attributes.rows === undefined)
      return columnsDisagree(
        columns.filter((c) => c.type === "number" && !c.cumulative),
        rows,
        style,
      );
  }
  const totals = rows.some((r) => r.kind === "total" || r.kind === "subtotal");
  if (!totals && request.attributes.rows !== undefined) return false;
  return request.attributes.as === undefined ? model.roundingNote : partsDiffer(rows, columns, request.document.style);
}

function notePrefixed(request: ViewRequest, column: ColumnModel): Paragraph {
  const label = request.kit.inlines(column.label);
  return paragraph([...label, text(": "), ...request.kit.inlines(column.note ?? "")], "note");
}

/** The columns asked for, in their order, amounts in the unit asked for. */
function shownColumns(
  request: ViewRequest,
  model: TableModel,
  as: MoneyUnit | undefined,
  diagnostics: Diagnostic[],
): readonly ColumnModel[] {
  const known = model.columns.map((c) => c.key);
  const keys = chosenKeys(withSpans(request, "columns", known), "columns", known, known, diagnostics);
  return keys.flatMap((key) => {
    const column = model.columns.find((c) => c.key === key);
    return column ? [as === undefined ? column : inMoney(column, as)] : [];
  });
}

/** A column of amounts in another scale of pounds. */
export function inMoney(column: ColumnModel, as: MoneyUnit): ColumnModel {
  if (column.type !== "number" || !isMoney(column.as) || column.as === as) return column;
  return { ...column, as, decimals: moneyPlaces[as] };
}

/** Cells that carry a unit of their own, in another scale of pounds. */
function rowInMoney(row: RowModel, as: MoneyUnit): RowModel {
  const cells = [...row.cells].map(([key, cell]): readonly [string, CellModel] => [
    key,
    cell.shown && isMoney(cell.shown.as) && cell.shown.as !== as
      ? { ...cell, shown: { as, decimals: moneyPlaces[as] } }
      : cell,
  ]);
  return { ...row, cells: new Map(cells) };
}

/** `2026/27..2030/31` in a list of keys means every key from the one to the other. */
function withSpans(request: ViewRequest, attribute: string, known: readonly string[]): ViewRequest {
  const written = request.attributes[attribute];
  if (!written?.includes("..")) return request;
  const keys = written.trim().split(/[\s,]+/);
  const spread = keys.flatMap((key) => {
    const [from = "", to = "", ...more] = key.split("..");
    const [start, end] = [known.indexOf(from), known.indexOf(to)];
    if (to === "" || more.length > 0) return [key];
    return start < 0 || end < start ? [from, to] : known.slice(start, end + 1);
  });
  return { ...request, attributes: { ...request.attributes, [attribute]: spread.join(" ") } };
}

/** True where some years of a table are not shown but their total is. */
function leavesYearsOut(model: TableModel, columns: readonly ColumnModel[]): boolean {
  const years = (list: readonly ColumnModel[]) => list.filter((c) => isFinancialYear(c.key)).length;
  const shown = years(columns);
  return columns.some((c) => c.key === "total") && shown > 0 && shown < years(model.columns);
}

/** The rows asked for; a total of rows that are not all shown would mislead and is left out unless it is asked for by its id. */
function shownRows(request: ViewRequest, model: TableModel, diagnostics: Diagnostic[]): readonly RowModel[] {
  const total = choice(request, "total", ["yes", "no"], diagnostics);
  const rows = total === "no" ? model.rows.filter((r) => r.kind !== "total") : model.rows;
  const known = rows.flatMap((r) => (r.id === undefined ? [] : [r.id]));
  const wanted = new Set(chosenKeys(withSpans(request, "rows", known), "rows", known, known, diagnostics));
  if (request.attributes.rows === undefined || wanted.size === known.length) return rows;
  const kept = rows.filter((r) => r.kind === "section" || (r.id !== undefined && wanted.has(r.id)));
  return kept.filter((r, i) => r.kind !== "section" || (kept[i + 1]?.kind ?? "section") !== "section");
}

/** The words of a column's header, its unit in brackets unless they hold it. */
function columnLabel(request: ViewRequest, column: ColumnModel): readonly Inline[] {
  const label = request.kit.inlines(column.label);
  const unit = columnUnit(column);
  const words = plainText(label);
  return unit === "" || words.includes(`(${unit})`) || words.toLowerCase() === unit.toLowerCase()
    ? label
    : [...label, text(` (${unit})`)];
}

function gridColumn(request: ViewRequest, column: ColumnModel, rows: readonly RowModel[]): GridColumn {
  const usual = alignment(column, rows);
  return {
    key: column.key,
    label: columnLabel(request, column),
    align: column.align ?? usual,
    ...(column.weight !== undefined ? { weight: column.weight } : {}),
    ...(column.rowHeader ? { rowHeader: true } : {}),
    ...(column.group === undefined ? {} : { group: request.kit.inlines(column.group) }),
  };
}

/** Numbers stand under each other by their points, unless their units differ from row to row. */
function alignment(column: ColumnModel, rows: readonly RowModel[]): "decimal" | "right" | "centre" | "left" {
  if (rows.some((r) => r.cells.get(column.key)?.shown !== undefined)) return "right";
  return column.type === "number" ? "decimal" : column.type === "tick" ? "centre" : "left";
}

function gridRow(request: ViewRequest, row: RowModel, columns: readonly ColumnModel[]): GridRow {
  if (row.kind === "section")
    return section(request.kit.inlines(row.label ?? "", row.origin), columns.length, row.origin);
  const cells = columns.map((c) => tableCell(request, row.cells.get(c.key), c));
  if (row.kind === "body")
    return {
      cells,
      ...(row.origin ? { origin: row.origin } : {}),
    };
  return finished(row.kind, labelled(request, row, columns, cells), row.origin);
}

/** Cells of a total: its label takes the columns before the first one that has a value. */
function labelled(
  request: ViewRequest,
  row: RowModel,
  columns: readonly ColumnModel[],
  cells: readonly Cell[],
): readonly Cell[] {
  const isBlank = (c: ColumnModel) => (row.cells.get(c.key)?.content.type ?? "blank") === "blank";
  const first = columns.findIndex((c) => !isBlank(c));
  if (first === 0 || row.label === undefined) return cells;
  const width = first < 0 ? columns.length : first;
  const label = inlineCell(request.kit.inlines(row.label, row.origin), { colSpan: width, header: "row" });
  return [label, ...cells.slice(width)];
}

function tableCell(request: ViewRequest, cell: CellModel | undefined, column: ColumnModel): Cell {
  if (!cell) return textCell(undefined);
  const { content, origin } = cell;
  const more = { origin, computed: cell.computed };
  switch (content.type) {
    case "markdown":
      return blocksCell(content.text.trim() === "" ? [] : request.kit.blocks(content.text, origin), more);
    case "tick":
      return content.on
        ? inlineCell([{ type: "tick", mark: "tick", label: plainText(request.kit.inlines(column.label)) }], more)
        : textCell(undefined, more);
    case "rating":
      return inlineCell([ratingOf(request, content.word)], more);
    case "date":
      return textCell(request.kit.date(content.when, "table"), more);
    case "blank":
      return textCell(undefined, more);
    case "number":
    case "empty":
    case "open":
    case "words":
    case "broken":
      return inlineCell([valueInline(request, cell, column)], more);
  }
}

function valueInline(request: ViewRequest, cell: CellModel, column: ColumnModel): Inline {
  return {
    type: "value",
    text: shownText(request, cell, column),
    ...(cell.name ? { name: cell.name } : {}),
    ...(cell.origin ? { origin: cell.origin } : {}),
  };
}

/** A value as its cell prints it. */
export function shownText(request: ViewRequest, cell: CellModel, column: ColumnModel): string {
  const { style, document } = request.document;
  return cellText(cell, column, style, document.house.dates);
}

/** True when the printed parts of a column do not add up to its printed total. */
function partsDiffer(rows: readonly RowModel[], columns: readonly ColumnModel[], style: NumberStyle): boolean {
  const total = rows.find((r) => r.kind === "total");
  return columns.some((column) => {
    const shown = (row: RowModel | undefined) => {
      const cell = row?.cells.get(column.key);
      return cell?.content.type === "number" && !cell.shown ? shownNumber(cell.content, column, style) : undefined;
    };
    const whole = shown(total);
    if (!whole || !column.additive || column.cumulative) return false;
    const parts = rows.flatMap((r) => (r.kind === "body" ? [shown(r)] : [])).filter((v) => v !== undefined);
    return !parts.reduce((sum, part) => sum.plus(part), whole.minus(whole)).equals(whole);
  });
}

/** Bold words in a cell across the table, for totals that views make themselves. */
export function totalRow(kind: Row["kind"], label: string, width: number, cells: readonly Cell[]): GridRow {
  return finished(kind, [inlineCell([bold(label)], { colSpan: width, header: "row" }), ...cells]);
}
