// A table as a sheet: its rows and columns where the page has them, then how each row came about and where it is written.

import type { CellModel, ColumnModel, DocumentModel, RowModel, Value } from "../../compute/model.ts";
import { cellText, columnUnit, moneyPlaces } from "../../compute/numbers/format.ts";
import { isMoney } from "../../compute/numbers/money.ts";
import type { Span } from "../../source.ts";
import { type Address, type Cell, type Footer, linkCell, type Sheet, type Style, textCell } from "./book.ts";
import { numberFormat, reaches, type Shown } from "./number-format.ts";
import { isValue, ownSheets, type PlacedTable, type Places } from "./places.ts";
import type { CellKind, ValueCells } from "./values.ts";
import { widthsOf } from "./widths.ts";

/** Texts as a reader sees them. */
export interface Reader {
  /** Markdown as plain words. */
  readonly plain: (markdown: string, origin?: Span) => string;
  /** "content/…/finance.yaml:12". */
  readonly source: (span: Span | undefined) => string;
}

export interface SheetKit extends Reader {
  readonly model: DocumentModel;
  readonly places: Places;
  readonly values: ValueCells;
  readonly footer: Footer;
}

export const roundingNote = "Figures may not add up because they are rounded.";
export const incompleteNote = "Totals leave out amounts that are not known yet.";

/** The sheet of one table. */
export function tableSheet(kit: SheetKit, placed: PlacedTable): Sheet {
  const { table, sheet, grouped, first } = placed;
  const { columns } = table;
  const header = [
    [textCell(kit.plain(table.title, table.origin), "title")],
    [linkCell("Notes", { sheet: ownSheets.notes, row: 0, column: 0 }), wide(table.summary ?? "", columns.length + 1)],
    ...(grouped ? [groupCells(kit, columns)] : []),
    [...columns.map((c, i) => headerCell(kit, placed, c, i)), ...["Kind", "Source"].map(asideHeader)],
  ];
  const rows = [...header, ...table.rows.map((row, i) => rowCells(kit, placed, row, first + i)), ...below(kit, placed)];
  return {
    name: sheet,
    table: table.id,
    widths: widthsOf(
      rows.slice(grouped ? 3 : 2, first + table.rows.length),
      columns.length + 2,
      groupWidths(kit, columns),
    ),
    rows,
    frozen: first,
    first,
    repeated: [first - (grouped ? 2 : 1), first - 1],
    footer: kit.footer,
  };
}

/** A text over several columns. */
function wide(text: string, span: number): Cell {
  return { ...textCell(text, "quiet"), span };
}

function asideHeader(text: string): Cell {
  return { content: { type: "text", text }, style: { role: "header", row: "body", align: "indented" } };
}

/** Words over neighbouring columns of the same group. */
function groupCells(kit: SheetKit, columns: readonly ColumnModel[]): readonly Cell[] {
  return columns.map((c, i) => {
    const starts = c.group !== undefined && c.group !== columns[i - 1]?.group;
    return {
      content: starts ? { type: "text", text: kit.plain(c.group ?? "") } : { type: "blank" },
      style: { role: "header", row: "body", ...(c.group === undefined ? {} : { align: "across" }) },
    };
  });
}

/** Room that each column of a group gives to the group's words. */
function groupWidths(kit: SheetKit, columns: readonly ColumnModel[]): readonly number[] {
  return columns.map(({ group }) => {
    const shared = columns.filter((c) => c.group === group).length;
    return group === undefined ? 0 : Math.min(30, Math.ceil((kit.plain(group).length + 3) / shared));
  });
}

function headerCell(kit: SheetKit, placed: PlacedTable, column: ColumnModel, index: number): Cell {
  const words = kit.plain(column.label);
  const unit = columnUnit(column);
  const said = unit === "" || words.includes(`(${unit})`) || words.toLowerCase() === unit.toLowerCase();
  const named = said ? words : `${words} (${unit})`;
  const text = reaches(column.unit, column.as) ? named : `${words} (held in ${column.unit}, printed in ${column.as})`;
  return {
    content: { type: "text", text },
    style: { role: "header", row: "body", ...aligned(placed, column, index) },
  };
}

/** Numbers stand right, words left, and off the numbers beside them. */
function aligned({ table }: PlacedTable, column: ColumnModel, index: number): Pick<Style, "align"> {
  const numbers = column.type === "number" || table.rows.some((row) => row.cells.get(column.key)?.shown !== undefined);
  const align = numbers ? "right" : (column.align ?? (index > 0 ? "indented" : undefined));
  return align === undefined ? {} : { align };
}

function rowCells(kit: SheetKit, placed: PlacedTable, row: RowModel, at: number): readonly (Cell | undefined)[] {
  const { sheet } = placed;
  const { columns } = placed.table;
  const label = labelAt(row, columns);
  const cells = columns.map((column, i): Cell | undefined => {
    if (i === label) return textCell(kit.plain(row.label ?? "", row.origin), "text", row.kind);
    const cell = row.cells.get(column.key);
    return cell ? tableCell(kit, placed, row, column, cell, { sheet, row: at, column: i }) : blank(row);
  });
  return [...cells, textCell(kindOf(kit, row), "aside", row.kind), textCell(kit.source(row.origin), "aside", row.kind)];
}

/** A label stands in the first column, unless a value of the row does. */
function labelAt(row: RowModel, columns: readonly ColumnModel[]): number {
  const [first] = columns;
  const taken = first && (row.cells.get(first.key)?.content.type ?? "blank") !== "blank";
  return row.label === undefined || taken ? -1 : 0;
}

const blank = (row: RowModel): Cell | undefined =>
  row.kind === "body" ? undefined : { content: { type: "blank" }, style: { role: "text", row: row.kind } };

function tableCell(
  kit: SheetKit,
  placed: PlacedTable,
  row: RowModel,
  column: ColumnModel,
  cell: CellModel,
  at: Address,
): Cell | undefined {
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
    style: { role: "text", row: row.kind, ...aligned(placed, column, at.column) },
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
  const kinds = new Set([...row.cells.values()].map((c) => kit.values.kind(c)).filter((k) => k !== undefined));
  const words: readonly CellKind[] = [...kinds].sort().reverse();
  return words.length === 2 ? "Input and computed" : (words[0] ?? "");
}

function below(kit: SheetKit, { table }: PlacedTable): readonly (readonly Cell[])[] {
  const notes = [
    ...table.notes.map((note) => kit.plain(note, table.origin)),
    ...(table.roundingNote ? [roundingNote] : []),
    ...(table.incomplete ? [incompleteNote] : []),
    ...(table.source === undefined ? [] : [`Source: ${kit.plain(table.source, table.origin)}`]),
  ];
  return notes.length === 0 ? [] : [[], ...notes.map((note) => [wide(note, table.columns.length + 2)])];
}
