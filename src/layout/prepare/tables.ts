// A table as measured cells on a regular grid, with its header, body and notes in the tree of meaning.
import type { Cell, Row, Table } from "../../document/document.ts";
import { mayHaveStripes, stripesOf } from "../../document/stripes.ts";
import type { Attributes } from "../fragment.ts";
import type { Growing } from "../structure.ts";
import { plain, textBuilder } from "../text.ts";
import { notesOf, prepareInside, prepareParagraph } from "./blocks.ts";
import { prepareCarried } from "./carried.ts";
import {
  type PrepareKit,
  placedAt,
  prepareWords,
  repeating,
  type Setting,
  smallSetting,
  tableSetting,
  textBlock,
} from "./kit.ts";
import type { Prepared, PreparedCell, PreparedRow, TextBlock } from "./prepared.ts";

/** "Table 4: Title" above a table, exhibit or picture. */
export function prepareCaption(
  caption: NonNullable<Table["caption"]>,
  element: Growing,
  parent: Growing,
  kit: PrepareKit,
): TextBlock {
  const setting = { ...tableSetting(kit.theme), bold: true };
  const builder = textBuilder(kit);
  const style = { ...setting, colour: kit.theme.colours.accentText };
  builder.words(`${caption.label} ${caption.number}: `, style, kit.structure.content(element));
  builder.inlines(caption.children, setting, element);
  const text = builder.finish();
  notesOf(text, parent, kit);
  return textBlock(text, setting, { before: 10, after: 6, keepNext: true, balanced: true });
}

interface Slot {
  readonly cell: Cell;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

const nothing: Cell = { blocks: [] };

/** Places cells as HTML does; spans are clipped to the table and holes filled, so that every row is complete. */
export function onGrid(rows: readonly Row[], columns: number): readonly (readonly Slot[])[] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  // A span never leaves the header, or the body.
  const lastOf = (row: number): number => {
    const header = rows[row]?.kind === "header";
    let last = row;
    while (last + 1 < rows.length && (rows[last + 1]?.kind === "header") === header) last++;
    return last;
  };
  return rows.map((row, rowIndex) => {
    const slots: Slot[] = [];
    const free = taken[rowIndex] ?? [];
    const place = (cell: Cell, column: number, wantedColumns: number): void => {
      let colSpan = 0;
      while (colSpan < wantedColumns && column + colSpan < columns && !free[column + colSpan]) colSpan++;
      const wantedRows = cell.rowSpan ?? 1;
      const rowSpan = wantedRows > 1 ? Math.min(wantedRows, lastOf(rowIndex) - rowIndex + 1) : 1;
      for (let r = rowIndex; r < rowIndex + rowSpan; r++) taken[r]?.fill(true, column, column + colSpan);
      slots.push({ cell, column, colSpan, rowSpan });
    };
    let column = 0;
    for (const cell of row.cells) {
      while (column < columns && free[column]) column++;
      if (column >= columns) break;
      const wanted = row.kind === "section" && row.cells.length === 1 ? columns : Math.max(1, cell.colSpan ?? 1);
      place(cell, column, wanted);
    }
    for (let c = 0; c < columns; c++) if (!free[c]) place(nothing, c, 1);
    return slots.sort((a, b) => a.column - b.column);
  });
}

/** Columns the rows really use, at least those declared. */
function width(table: Table): number {
  return Math.max(table.columns.length, 1);
}

function headerScope(row: Row, slot: Slot, table: Table): Attributes["scope"] | undefined {
  if (row.kind === "header" || row.kind === "section" || slot.cell.header === "column") return "Column";
  if (slot.cell.header === "row" || table.columns[slot.column]?.rowHeader) return "Row";
  return undefined;
}

const shortName = 40;

/** Whether the cells that name rows in a column are short enough to be set bold. */
function namesAreShort(table: Table, column: number, slots: readonly (readonly Slot[])[]): boolean {
  return slots.every((row, index) =>
    row.every((slot) => {
      if (slot.column !== column || table.rows[index]?.kind !== "body") return true;
      const [first, second] = slot.cell.blocks;
      return (
        !second && (first === undefined || (first.type === "paragraph" && plain(first.children).length <= shortName))
      );
    }),
  );
}

function cellSetting(row: Row, slot: Slot, table: Table, isShort: boolean, kit: PrepareKit): Setting {
  const setting = { ...tableSetting(kit.theme), inCell: true, ...(kit.word ? { after: 3 } : {}) };
  const { accentText } = kit.theme.colours;
  if (row.kind === "header" || row.kind === "section") return { ...setting, bold: true, colour: accentText };
  if (row.kind === "total" || row.kind === "subtotal" || row.kind === "group") return { ...setting, bold: true };
  if (slot.cell.header === "column") return { ...setting, bold: true, colour: accentText };
  if (headerScope(row, slot, table) !== "Row") return setting;
  const isNamed = table.look === "form" || (slot.cell.header === "row" && isShort);
  return isNamed ? { ...setting, bold: true } : setting;
}

function prepareCell(
  row: Row,
  slot: Slot,
  table: Table,
  isShort: boolean,
  parent: Growing,
  kit: PrepareKit,
): PreparedCell {
  const { cell, column, colSpan, rowSpan } = slot;
  const scope = headerScope(row, slot, table);
  const element = kit.structure.element(parent, scope ? "TH" : "TD", {
    ...(scope ? { scope } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  });
  const declared = cell.align ?? table.columns[column]?.align ?? "left";
  const spans = row.kind === "header" && colSpan > 1 ? "centre" : declared;
  const inside = prepareInside(
    cell.blocks,
    element,
    cellSetting(row, slot, table, isShort, kit),
    placedAt(kit, cell.origin ?? row.origin),
  );
  return {
    column,
    colSpan,
    rowSpan,
    body:
      row.kind === "header"
        ? inside.map((block) => (block.kind === "text" ? { ...block, balanced: true } : block))
        : inside,
    align: cell.align ?? (row.kind === "section" ? "left" : spans),
    tinted: cell.header === "column" || (table.look === "form" && scope === "Row"),
  };
}

/** A table and the notes under it. */
export function prepareTable(table: Table, parent: Growing, kit: PrepareKit): readonly Prepared[] {
  const element = kit.structure.element(parent, "Table", table.summary === "" ? {} : { summary: table.summary });
  const caption =
    table.caption && prepareCaption(table.caption, kit.structure.element(element, "Caption"), parent, kit);
  const headers = table.rows.findIndex((row) => row.kind !== "header");
  const count = headers < 0 ? table.rows.length : headers;
  const head = count > 0 ? kit.structure.element(element, "THead") : undefined;
  const body = count < table.rows.length ? kit.structure.element(element, "TBody") : undefined;
  const slots = onGrid(table.rows, width(table));
  const short = table.columns.map((_, column) => namesAreShort(table, column, slots));
  const rows = table.rows.map((row, index): PreparedRow => {
    const group = (index < count ? head : body) ?? element;
    const tr = kit.structure.element(group, "TR");
    return {
      kind: row.kind,
      covers: (slots[index] ?? []).reduce((most, slot) => Math.max(most, slot.rowSpan), 1),
      cells: (slots[index] ?? []).map((slot) => prepareCell(row, slot, table, short[slot.column] ?? false, tr, kit)),
      ...(row.carried && !kit.word ? { carried: prepareCarried(row.carried, table.columns, kit) } : {}),
    };
  });
  const small = smallSetting(kit.theme);
  const notes = table.notes.flatMap((note) =>
    prepareParagraph({ ...note, role: note.role ?? "note" }, parent, small, kit),
  );
  const continued = !kit.word &&
    table.caption && {
      ...textBlock(
        prepareWords(
          `${table.caption.label} ${table.caption.number}: ${plain(table.caption.children)} (continued)`,
          { ...small, bold: true },
          undefined,
          repeating(kit),
        ),
        small,
      ),
    };
  return [
    {
      kind: "table",
      node: table,
      look: table.look,
      columns: table.columns,
      rows,
      headers: count,
      ...(kit.theme.table.stripes && mayHaveStripes(table) ? { stripes: stripesOf(rows) } : {}),
      notes,
      origin: table.origin,
      ...(caption ? { caption } : {}),
      ...(continued ? { continued } : {}),
      ...(table.id === undefined ? {} : { anchor: table.id }),
    },
  ];
}
