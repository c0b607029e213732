// Tables with Word's own header rows and spans, fixed column widths, and looks from named table styles.
import {
  AlignmentType,
  type IBorderOptions,
  type ITableCellOptions,
  type ITableOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  XmlComponent,
} from "docx";
import type { Row, Table as TableNode } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import { type Piece, type Place, room, unspaced } from "./book.ts";
import { plain } from "./bookmarks.ts";
import { caption } from "./captions.ts";
import { cellChildren, element } from "./element.ts";
import { printable } from "./inlines.ts";
import { notes, paragraph, withoutLead } from "./paragraph.ts";
import { alignOf, type DecimalIndents, decimalIndents } from "./table-align.ts";
import { grid, type Placed } from "./table-grid.ts";
import { tableStyleIds } from "./table-styles.ts";
import { type TablePart, type TableSize, tableText, tableTextSize } from "./table-text.ts";
import { columnWidths } from "./table-widths.ts";
import { eighths, hex, twips } from "./units.ts";

interface Options {
  /** Height of a row with an empty cell, in points. */
  readonly emptyRowHeight?: number;
}

/** A table with caption above and notes below. */
export function table(node: TableNode, place: Place, options: Options = {}): readonly Piece[] {
  const below = notes(node.notes, place);
  const bookmark = node.id && !node.caption ? place.book.bookmarks.of(node.id) : undefined;
  const at = node.caption
    ? withoutLead(place)
    : { ...place, lead: { ...place.lead, ...(bookmark ? { bookmark } : {}) } };
  return [
    ...(node.caption ? [caption(node.caption, node.id, { ...place, after: undefined })] : []),
    ...(node.rows.length > 0 && node.columns.length > 0 ? [body(node, at, options)] : []),
    ...below,
  ];
}

/** What all cells of a table share. */
interface Shared {
  readonly node: TableNode;
  readonly place: Place;
  readonly size: TableSize;
  readonly widths: readonly number[];
  readonly indents: DecimalIndents;
}

function body(node: TableNode, place: Place, options: Options): Table {
  const { theme, faces } = place.book;
  const rows = grid(node);
  const padding = theme.table.padX * 2;
  const measured = (size: TableSize): ReturnType<typeof columnWidths> =>
    columnWidths(node, rows, room(place), tableTextSize(theme, size), padding, faces.measure);
  const usual = measured("Usual");
  const size: TableSize = usual.tight || usual.crowded ? "Small" : "Usual";
  const { widths } = size === "Small" ? measured("Small") : usual;
  const indents = decimalIndents(node, rows, tableTextSize(theme, size), faces.measure);
  const shared: Shared = { node, place, size, widths, indents };
  const first = rows.findIndex((row) => row.length > 0);
  return new DescribedTable(
    {
      style: tableStyleIds[node.look],
      alignment: AlignmentType.LEFT,
      layout: TableLayoutType.FIXED,
      width: { size: twips(widths.reduce((sum, w) => sum + w, 0)), type: "dxa" },
      columnWidths: widths.map(twips),
      indent: { size: twips(place.indent), type: "dxa" },
      tableLook: {
        firstRow: node.rows[0]?.kind === "header",
        firstColumn: node.columns[0]?.rowHeader === true,
        lastRow: node.rows.at(-1)?.kind === "total",
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: node.rows.map((row, r) => tableRow(r, rows[r] ?? [], r === first, shared, options)),
    },
    node.caption ? plain(node.caption.children) : "",
    node.summary,
  );
}

function tableRow(index: number, placed: readonly Placed[], first: boolean, shared: Shared, options: Options): TableRow {
  const empty = placed.some(({ cell }) => cell.blocks.length === 0);
  return new TableRow({
    ...(row.kind === "header" ? { tableHeader: true } : {}),
    // A row of a few lines stays whole; a long one may break between lines.
    ...(lengthOf(row) < 900 ? { cantSplit: true } : {}),
    ...(options.emptyRowHeight && empty
      ? { height: { value: twips(options.emptyRowHeight), rule: "atLeast" as const } }
      : {}),
    children: placed.map((one, i) => tableCell(row, one, first && i === 0, shared)),
  });
}

function lengthOf(row: Row): number {
  return JSON.stringify(row.cells.map((cell) => cell.blocks)).length / 3;
}

const parts = {
  header: "Heading",
  body: "Text",
  section: "Section",
  group: "Total",
  subtotal: "Total",
  total: "Total",
} as const satisfies Record<Row["kind"], TablePart>;

function tableCell(row: Row, placed: Placed, first: boolean, shared: Shared): TableCell {
  const { node, place, size, widths, indents } = shared;
  const { theme } = place.book;
  const { cell, at, colSpan, rowSpan, column } = placed;
  const names = cell.header !== undefined || (node.look === "form" && column.rowHeader === true);
  const part: TablePart = row.kind === "body" && names ? "Total" : parts[row.kind];
  const align = alignOf(row, placed);
  const style = tableText(part, align, size);
  const width = widths.slice(at, at + colSpan).reduce((sum, w) => sum + w, 0);
  const inside: Place = {
    ...place,
    lead: first ? unspaced(place.lead) : {},
    style,
    listStyle: () => tableText("List", "Left", size),
    size: tableTextSize(theme, size),
    indent: 0,
    right: indents.get(cell) ?? 0,
    width: width - theme.table.padX * 2,
    depth: 0,
    after: undefined,
    between: 3,
    keepNext: row.kind === "header" || row.kind === "section",
  };
  const pieces = flow(cell.blocks, inside);
  return new TableCell({
    width: { size: twips(width), type: "dxa" },
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...tint(row, placed, shared),
    ...borders(row, placed, shared),
    verticalAlign: row.kind === "header" ? "bottom" : "top",
    children: cellChildren(pieces.length > 0 ? pieces : [paragraph(inside, [])]),
  });
}

function tint(row: Row, { cell, column }: Placed, { node, place }: Shared): Pick<ITableCellOptions, "shading"> {
  const { colours } = place.book.theme;
  const shade = (fill: string): Pick<ITableCellOptions, "shading"> => ({ shading: { type: "clear", fill: hex(fill) } });
  if (row.kind === "header" || row.kind === "section" || row.kind === "group") {
    if (node.look === "borderless") return {};
    return shade(row.kind === "header" ? colours.tint : colours.groupTint);
  }
  const names = cell.header !== undefined || (node.look === "form" && column.rowHeader === true);
  return names ? shade(colours.groupTint) : {};
}

function borders(
  row: Row,
  { column, at, rowSpan }: Placed,
  { node, place }: Shared,
): Pick<ITableCellOptions, "borders"> {
  const { colours } = place.book.theme;
  const rule = (points: number, colour: string): IBorderOptions => ({
    style: "single",
    size: eighths(points),
    color: hex(colour),
  });
  const ruled = node.look !== "borderless";
  const index = node.rows.indexOf(row);
  const lastHeader = row.kind === "header" && node.rows[index + rowSpan]?.kind !== "header";
  const above = {
    total: { top: rule(1, colours.text) },
    subtotal: ruled ? { top: rule(0.75, colours.quiet) } : {},
    header: {},
    body: {},
    section: {},
    group: {},
  }[row.kind];
  const closes = row.kind === "total" && index === node.rows.length - 1;
  const below =
    lastHeader && ruled ? { bottom: rule(1, colours.accent) } : closes ? { bottom: rule(1, colours.text) } : {};
  const before = column.ruleBefore && at > 0 && row.kind !== "section" ? { left: rule(0.5, colours.rule) } : {};
  const all = { ...above, ...below, ...before };
  return Object.keys(all).length > 0 ? { borders: all } : {};
}

/** A table that says what it shows; the library has no option for it. */
class DescribedTable extends Table {
  constructor(options: ITableOptions, title: string, description: string) {
    super(options);
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent)) return;
    if (title) properties.addChildElement(element("w:tblCaption", { "w:val": printable(title) }));
    if (description) properties.addChildElement(element("w:tblDescription", { "w:val": printable(description) }));
  }
}
