// A table as a sheet: its rows and columns where the page has them, then how each row came about and where it is written.

import type { CellModel, ColumnModel, DocumentModel, RowModel, TableModel, Value } from "../../compute/model.ts";
import { cellText, columnUnit, moneyPlaces } from "../../compute/numbers/format.ts";
import { isMoney } from "../../compute/numbers/money.ts";
import type { Span } from "../../source.ts";
import { type Address, type Cell, type Footer, linkCell, type Sheet, type Style, textCell } from "./book.ts";
import { numberFormat, reaches, type Shown } from "./number-format.ts";
import { isValue, ownSheets, type PlacedTable, type Places, parameterColumn } from "./places.ts";
import type { ValueCells } from "./values.ts";
import { widthsOf } from "./widths.ts";

/** Texts as a reader sees them. */
export interface Reader {
  /** Markdown as plain words. */
  readonly plain: (markdown: string, origin?: Span) => string;
  /** "data/finance.yaml:12". */
  readonly source: (span: Span | undefined) => string;
}

export interface SheetKit extends Reader {
  readonly model: DocumentModel;
  readonly places: Places;
  readonly values: ValueCells;
  readonly footer: Footer;
  /** The folder that sources are named from. */
  readonly folder: string;
}

export const roundingNote = "Figures may not add up because they are rounded.";
export const incompleteNote = "Totals leave out amounts that are not known yet.";

/** What the cells of one table's sheet are made with. */
interface TableKit extends SheetKit, PlacedTable {
  /** How each column stands. */
  readonly aligns: readonly Style["align"][];
  /** False where no row is written anywhere, as when a register makes them all. */
  readonly sourced: boolean;
}

/** The sheet of one table. */
export function tableSheet(around: SheetKit, placed: PlacedTable): Sheet {
  const { table, sheet, grouped, first } = placed;
  const { columns } = table;
  const aligns = columns.map((column, i) => alignOf(table, column, i));
  const sourced = table.rows.some(({ origin }) => origin !== undefined);
  const kit: TableKit = { ...around, ...placed, aligns, sourced };
  const asides = sourced ? ["Kind", "Source"] : ["Kind"];
  const rows = [
    [textCell(kit.plain(table.title, table.origin), "title")],
    [linkCell("Notes", { sheet: ownSheets.notes, row: 0, column: 0 }), wide(subtitle(kit), columns.length + 1)],
    ...(grouped ? [groupCells(kit)] : []),
    [...columns.map((column, i) => headerCell(kit, column, i)), ...asides.map(asideHeader)],
    ...table.rows.map((row, i) => rowCells(kit, row, first + i)),
    ...parameterRows(kit),
    ...below(kit),
  ];
  const wholeWidth = columns.length + asides.length;
  const widths = widthsOf(rows.slice(grouped ? 3 : 2, first + table.rows.length), wholeWidth, groupWidths(kit));
  return {
    name: sheet,
    table: table.id,
    part: kit.plain(placed.part),
    widths,
    rows,
    frozen: first,
    frozenColumns: columns.length > 1 && widths.reduce((a, b) => a + b, 0) > screenWidth ? 1 : 0,
    first,
    repeated: [first - (grouped ? 2 : 1), first - 1],
    footer: kit.footer,
  };
}

/** Characters across that a screen shows; in wider sheets the first column stays in view. */
const screenWidth = 160;

/** What the table shows, or the appraisal that it belongs to where its title does not say. */
function subtitle({ table, part, appraised, plain }: TableKit): string {
  if (table.summary !== undefined) return table.summary;
  const words = plain(part);
  return appraised && !plain(table.title, table.origin).startsWith(words) ? words : "";
}

/** A text over several columns. */
function wide(text: string, span: number): Cell {
  return { ...textCell(text, "quiet"), span };
}

function asideHeader(text: string): Cell {
  return { content: { type: "text", text }, style: { role: "header", row: "body", align: "indented" } };
}

/** Words over neighbouring columns of the same group. */
function groupCells(kit: TableKit): readonly Cell[] {
  const { columns } = kit.table;
  return columns.map((c, i) => {
    const starts = c.group !== undefined && c.group !== columns[i - 1]?.group;
    return {
      content: starts ? { type: "text", text: kit.plain(c.group ?? "") } : { type: "blank" },
      style: { role: "header", row: "body", ...(c.group === undefined ? {} : { align: "across" }) },
    };
  });
}

/** Room that each column of a group gives to the group's words. */
function groupWidths(kit: TableKit): readonly number[] {
  const { columns } = kit.table;
  return columns.map(({ group }) => {
    const shared = columns.filter((c) => c.group === group).length;
    return group === undefined ? 0 : Math.min(30, Math.ceil((kit.plain(group).length + 3) / shared));
  });
}

function headerCell(kit: TableKit, column: ColumnModel, index: number): Cell {
  const words = kit.plain(column.label);
  const unit = columnUnit(column);
  const said = unit === "" || words.includes(`(${unit})`) || words.toLowerCase() === unit.toLowerCase();
  const named = said ? words : `${words} (${unit})`;
  const text = reaches(column.unit, column.as) ? named : `${words} (held in ${column.unit}, printed in ${column.as})`;
  return { content: { type: "text", text }, style: { role: "header", row: "body", ...aligned(kit, index) } };
}

/** Numbers stand right, words left, and off the numbers beside them. */
function alignOf(table: TableModel, column: ColumnModel, index: number): Style["align"] {
  const numbers = column.type === "number" || table.rows.some((row) => row.cells.get(column.key)?.shown !== undefined);
  return numbers ? "right" : (column.align ?? (index > 0 ? "indented" : undefined));
}

function aligned({ aligns }: TableKit, column: number): Pick<Style, "align"> {
  const align = aligns[column];
  return align === undefined ? {} : { align };
}

function rowCells(kit: TableKit, row: RowModel, at: number): readonly (Cell | undefined)[] {
  const { sheet } = kit;
  const { columns } = kit.table;
  const label = labelAt(row, columns);
  const cells = columns.map((column, i): Cell | undefined => {
    if (i === label) return textCell(kit.plain(row.label ?? "", row.origin), "text", row.kind);
    const cell = row.cells.get(column.key);
    return cell ? tableCell(kit, row, column, cell, { sheet, row: at, column: i }) : blank(row);
  });
  const source = kit.sourced ? [textCell(kit.source(row.origin), "aside", row.kind)] : [];
  return [...cells, textCell(kindOf(kit, row), "aside", row.kind), ...source];
}

/** A label stands in the first column, unless a value of the row does. */
function labelAt(row: RowModel, columns: readonly ColumnModel[]): number {
  const [first] = columns;
  const taken = first && (row.cells.get(first.key)?.content.type ?? "blank") !== "blank";
  return row.label === undefined || taken ? -1 : 0;
}

const blank = (row: RowModel): Cell | undefined =>
  row.kind === "body" ? undefined : { content: { type: "blank" }, style: { role: "text", row: row.kind } };

function tableCell(kit: TableKit, row: RowModel, column: ColumnModel, cell: CellModel, at: Address): Cell | undefined {
  const { content, computed, name, origin } = cell;
  if (isValue(content))
    return kit.values.cell({
      at,
      value: content,
      figure: name === undefined ? undefined : kit.places.figure(name),
      computed,
      format: cellFormat(content, column, cell),
      origin,
      row: row.kind,
    });
  if (content.type === "blank") return blank(row);
  const { style, document } = kit.model;
  const text =
    content.type === "markdown" ? kit.plain(content.text, origin) : cellText(cell, column, style, document.house.dates);
  return {
    content: { type: "text", text },
    style: { role: "text", row: row.kind, ...aligned(kit, at.column) },
  };
}

/** The format that shows what `cellText` prints. */
function cellFormat(value: Value, column: ColumnModel, { shown }: CellModel): string {
  if (value.type !== "number") return "General";
  if (shown) return numberFormat({ held: value.unit, ...shown, withUnit: true });
  if (column.type !== "number") return valueFormat(value, undefined);
  const { as, decimals, prefix } = column;
  return numberFormat({ held: value.unit, as, decimals, prefix, withUnit: false });
}

/** The format that shows what `plainValue` prints. */
export function valueFormat(value: Value & { readonly type: "number" }, decimals: number | undefined): string {
  const { unit, exact } = value;
  const usual = isMoney(unit) ? moneyPlaces[unit] : unit === "%" ? 0 : Math.min(exact.decimalPlaces(), 2);
  const shown: Shown = { held: unit, as: unit, decimals: decimals ?? usual, withUnit: true };
  return numberFormat(shown);
}

function kindOf(kit: SheetKit, row: RowModel): string {
  let input = false;
  let computed = false;
  for (const cell of row.cells.values()) {
    const kind = kit.values.kind(cell);
    input ||= kind === "Input";
    computed ||= kind === "Computed";
  }
  if (input && computed) return "Input and computed";
  return input ? "Input" : computed ? "Computed" : "";
}

/** The figures that the rows' formulas use, with what they are called. */
function parameterRows(kit: TableKit): readonly (readonly (Cell | undefined)[])[] {
  const { parameters, firstParameter, sheet, table, sourced } = kit;
  if (parameters.length === 0) return [];
  const header = table.columns.map((_, i): Cell => {
    const text = ["Worked out with", "Value"][i];
    return {
      content: text === undefined ? { type: "blank" } : { type: "text", text },
      style: { role: "header", row: "body", ...(i === parameterColumn ? { align: "right" } : {}) },
    };
  });
  return [
    [],
    header,
    ...parameters.map((figure, i) => {
      const { value, origin, label, decimals } = figure;
      const computed = figure.derivation.type === "computed";
      const at = { sheet, row: firstParameter + i, column: parameterColumn };
      const format = value.type === "number" ? valueFormat(value, decimals) : "General";
      const words = textCell(kit.plain(label, origin));
      const cell = kit.values.cell({ at, value, figure, computed, format, origin, row: "body" });
      const gap = table.columns.slice(parameterColumn + 1).map(() => undefined);
      const kind = textCell(computed ? "Computed" : "Input", "aside");
      return [words, cell, ...gap, kind, ...(sourced ? [textCell(kit.source(origin), "aside")] : [])];
    }),
  ];
}

function below({ table, plain }: TableKit): readonly (readonly Cell[])[] {
  const notes = [
    ...table.notes.map((note) => plain(note, table.origin)),
    ...(table.roundingNote ? [roundingNote] : []),
    ...(table.incomplete ? [incompleteNote] : []),
    ...(table.source === undefined ? [] : [`Source: ${plain(table.source, table.origin)}`]),
  ];
  return notes.length === 0 ? [] : [[], ...notes.map((note) => [wide(note, table.columns.length + 2)])];
}
