// One cell: its text, its ground and its rules.
import { type IBorderOptions, type ITableCellOptions, TableCell } from "docx";
import type { Row, Table as TableNode } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import { type Place, unspaced } from "./book.ts";
import { cellChildren } from "./element.ts";
import { paragraph } from "./paragraph.ts";
import { alignOf, type DecimalIndents } from "./table-align.ts";
import type { Placed } from "./table-grid.ts";
import type { CellNames } from "./table-names.ts";
import type { Stripes } from "./table-stripes.ts";
import { type TablePart, type TableSize, tableText, tableTextSize } from "./table-text.ts";
import { eighths, hex, twips } from "./units.ts";

/** What all cells of a table share. */
export interface Shared {
  readonly node: TableNode;
  readonly place: Place;
  readonly size: TableSize;
  readonly widths: readonly number[];
  readonly indents: DecimalIndents;
  readonly names: CellNames;
  /** Points left and right of the words of a cell. */
  readonly padding: number;
  /** Where rows are set apart by stripes and not by rules. */
  readonly stripes: Stripes | undefined;
  /** Rows that stay on the page of the next. */
  readonly kept: ReadonlySet<number>;
}

/** Where a cell stands. */
export interface CellAt {
  readonly row: Row;
  /** Index of the row. */
  readonly index: number;
  readonly placed: Placed;
  /** First cell of the table. */
  readonly first: boolean;
}

const parts = {
  header: "Heading",
  body: "Text",
  section: "Section",
  group: "Total",
  subtotal: "Total",
  total: "Total",
} as const satisfies Record<Row["kind"], TablePart>;

/** A cell in the styles of its row and column. */
export function tableCell(at: CellAt, shared: Shared): TableCell {
  const { row, placed } = at;
  const { place, size, widths, indents } = shared;
  const { theme } = place.book;
  const part = partOf(at, shared);
  const width = widths.slice(placed.at, placed.at + placed.colSpan).reduce((sum, w) => sum + w, 0);
  const inside: Place = {
    ...place,
    lead: at.first ? unspaced(place.lead) : {},
    style: tableText(part, alignOf(row, placed), size),
    listStyle: () => tableText("List", "Left", size),
    size: tableTextSize(theme, size),
    indent: 0,
    right: indents.get(placed.cell) ?? 0,
    width: width - shared.padding * 2,
    depth: 0,
    after: undefined,
    between: 3,
    keepNext: shared.kept.has(at.index),
  };
  const pieces = flow(placed.cell.blocks, inside);
  return new TableCell({
    width: { size: twips(width), type: "dxa" },
    ...(placed.colSpan > 1 ? { columnSpan: placed.colSpan } : {}),
    ...(placed.rowSpan > 1 ? { rowSpan: placed.rowSpan } : {}),
    ...tint(at, shared),
    ...borders(at, shared),
    verticalAlign: row.kind === "header" ? "bottom" : "top",
    children: cellChildren(pieces.length > 0 ? pieces : [paragraph(inside, [])]),
  });
}

function partOf({ row, placed }: CellAt, { names }: Shared): TablePart {
  if (row.kind !== "body") return parts[row.kind];
  return placed.cell.header === "column" ? "Heading" : names.names(placed) ? "Total" : "Text";
}

function tint(at: CellAt, shared: Shared): Pick<ITableCellOptions, "shading"> {
  const { colours } = shared.place.book.theme;
  const shade = (fill: string): Pick<ITableCellOptions, "shading"> => ({ shading: { type: "clear", fill: hex(fill) } });
  const { kind } = at.row;
  if (kind === "header" || kind === "section" || kind === "group") {
    if (shared.node.look === "borderless") return {};
    return shade(kind === "header" ? colours.tint : colours.groupTint);
  }
  if (shared.names.isTinted(at.placed)) return shade(colours.groupTint);
  const { table } = shared.place.book.theme;
  // Not every word processor leaves the last row out of a style's stripes.
  if (shared.stripes?.byStyle && kind === "total") return { shading: { type: "clear", fill: "auto" } };
  const isStriped = table.stripes && !shared.stripes?.byStyle && shared.stripes?.rows[at.index]?.tinted;
  return table.stripes && isStriped ? shade(table.stripes) : {};
}

function borders({ row, index, placed }: CellAt, { node, place, stripes }: Shared): Pick<ITableCellOptions, "borders"> {
  const { colours } = place.book.theme;
  const rule = (points: number, colour: string): IBorderOptions => ({
    style: "single",
    size: eighths(points),
    color: hex(colour),
  });
  const ruled = node.look !== "borderless";
  const closesHeader = ruled && row.kind === "header" && node.rows[index + placed.rowSpan]?.kind !== "header";
  const closesTable = row.kind === "total" && index === node.rows.length - 1;
  const divides = placed.column.ruleBefore && placed.at > 0 && row.kind !== "section";
  // The style of striped tables rules none of them between its rows.
  const closesStripe = stripes?.isRuledBelow(index + placed.rowSpan - 1) === true;
  const all = {
    ...(closesStripe ? { bottom: rule(0.5, colours.rule) } : {}),
    ...(row.kind === "total" ? { top: rule(1, colours.text) } : {}),
    ...(row.kind === "subtotal" && ruled ? { top: rule(0.75, colours.quiet) } : {}),
    ...(closesHeader ? { bottom: rule(1, colours.accent) } : {}),
    ...(closesTable ? { bottom: rule(1, colours.text) } : {}),
    ...(divides ? { left: rule(0.5, colours.rule) } : {}),
  };
  return Object.keys(all).length > 0 ? { borders: all } : {};
}
