// Tables with Word's own header rows and spans, fixed column widths, and looks from named table styles.
import { AlignmentType, type Table, TableLayoutType, TableRow } from "docx";
import type { Table as TableNode } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import { type Piece, type Place, room } from "./book.ts";
import { caption } from "./captions.ts";
import { notes, withoutLead } from "./paragraph.ts";
import { decimalIndents } from "./table-align.ts";
import { type Shared, tableCell } from "./table-cell.ts";
import { DescribedTable } from "./table-described.ts";
import { grid, type Placed } from "./table-grid.ts";
import { keptRows } from "./table-kept.ts";
import { cellNames } from "./table-names.ts";
import { tableStripes } from "./table-stripes.ts";
import { stripedStyle, tableStyleIds } from "./table-styles.ts";
import { type TableSize, tableTextSize } from "./table-text.ts";
import { type Controls, tickBoxes } from "./table-ticks.ts";
import { cellLineCount, columnWidths } from "./table-widths.ts";
import { twips } from "./units.ts";

interface Options {
  /** Height of a row with an empty cell, in points. */
  readonly emptyRowHeight?: number;
  /** Hidden bookmarks of the rows, where they are not the document's own. */
  readonly marks?: readonly (string | undefined)[];
  readonly controls?: Controls;
}

/** A table with caption above and notes below. */
export function table(node: TableNode, place: Place, options: Options = {}): readonly Piece[] {
  const title = node.caption ? [caption(node.caption, node.id, { ...place, after: undefined })] : [];
  const bookmark = node.id && !node.caption ? place.book.bookmarks.of(node.id) : undefined;
  const lead = { ...place.lead, ...(bookmark ? { bookmark } : {}) };
  const at = node.caption ? withoutLead(place) : { ...place, lead };
  const empty = node.rows.length === 0 || node.columns.length === 0;
  return [...title, ...(empty ? [] : [body(node, at, options)]), ...notes(node.notes, place)];
}

/** What a table's widths depend on. */
type TablePlace = Pick<Place, "width" | "indent"> & { readonly book: Pick<Place["book"], "theme" | "faces"> };

/** Widths, text size and rules for page breaks of a table. */
export function tablePlan(node: TableNode, place: TablePlace) {
  const { theme, faces } = place.book;
  const rows = grid(node);
  const names = cellNames(node, rows);
  const measured = (size: TableSize, padding: number): Measured => {
    const points = tableTextSize(theme, size);
    const indents = decimalIndents(node, rows, points, faces.measure);
    const { isBold } = names;
    const found = columnWidths(node, rows, room(place), points, padding * 2, faces.measure, { indents, isBold });
    return { size, indents, padding, ...found };
  };
  const { size, widths, indents, padding } = fitted(measured, theme.table.padX);
  const heights = rows.map((cells) => lineCount(cells, { widths, place, size, padding }));
  const kept = keptRows(node, rows, { heights, isSmall: isSmall(heights, size, place) });
  const whole = new Set(
    [...rows.keys()].filter((i) => node.rows[i]?.kind === "header" || (heights[i] ?? 0) <= wholeLines),
  );
  return { rows, names, size, widths, indents, padding, kept, whole };
}

function body(node: TableNode, place: Place, options: Options): Table {
  const { theme } = place.book;
  const { rows, names, size, widths, indents, padding, kept, whole } = tablePlan(node, place);
  const stripes = theme.table.stripes === undefined ? undefined : tableStripes(node, rows);
  const controls = options.controls ?? (place.book.isForm ? tickBoxes(node, rows) : new Map());
  const shared = { node, place, size, widths, indents, padding, names, stripes, controls };
  const first = rows.findIndex((row) => row.length > 0);
  return new DescribedTable(
    {
      style: stripes ? stripedStyle : tableStyleIds[node.look],
      alignment: AlignmentType.LEFT,
      layout: TableLayoutType.FIXED,
      width: { size: twips(widths.reduce((sum, w) => sum + w, 0)), type: "dxa" },
      columnWidths: widths.map(twips),
      indent: { size: twips(place.indent), type: "dxa" },
      ...(padding === theme.table.padX
        ? {}
        : { margins: { left: twips(padding), right: twips(padding), marginUnitType: "dxa" } }),
      tableLook: {
        firstRow: node.rows[0]?.kind === "header",
        firstColumn: node.columns[0]?.rowHeader === true,
        lastRow: node.rows.at(-1)?.kind === "total",
        lastColumn: false,
        noHBand: stripes?.byStyle !== true,
        noVBand: true,
      },
      rows: rows.map((placed, index) =>
        tableRow(index, placed, index === first, whole.has(index), { ...shared, kept }, options),
      ),
    },
    node.caption ? plainText(node.caption.children) : "",
    node.summary,
  );
}

/** A table up to this share of a page is not divided. */
const wholeTable = 0.2;

function isSmall(heights: readonly number[], size: TableSize, { book }: TablePlace): boolean {
  const { page, table } = book.theme;
  const leading = table.leading - (table.size - tableTextSize(book.theme, size));
  const height = heights.reduce((sum, lines) => sum + lines * leading + 2 * table.padY, 0);
  return height < (page.height - page.margin.top - page.margin.bottom) * wholeTable;
}

type Measured = Pick<Shared, "size" | "indents" | "padding"> & ReturnType<typeof columnWidths>;

/** The largest type at which the table's words fit; then less space between its columns. */
function fitted(measured: (size: TableSize, padding: number) => Measured, padding: number): Measured {
  const usual = measured("Usual", padding);
  if (!usual.tight && !usual.crowded) return usual;
  const small = measured("Small", padding);
  return small.tight || small.cramped ? measured("Small", padding / 2) : small;
}

/** Rows of up to so many lines stay whole; a longer one may break between its lines. */
const wholeLines = 24;

function tableRow(
  index: number,
  cells: readonly Placed[],
  first: boolean,
  whole: boolean,
  shared: Shared,
  { emptyRowHeight, marks }: Options,
): TableRow {
  const row = shared.node.rows[index] ?? { kind: "body", cells: [] };
  const toSign = emptyRowHeight !== undefined && cells.some(({ cell }) => cell.blocks.length === 0);
  const mark = marks?.[index] ?? shared.place.book.ids.get(row);
  return new TableRow({
    ...(row.kind === "header" ? { tableHeader: true } : {}),
    ...(whole ? { cantSplit: true } : {}),
    ...(toSign ? { height: { value: twips(emptyRowHeight), rule: "atLeast" as const } } : {}),
    children: cells.map((placed, i) =>
      tableCell({ row, index, placed, first: first && i === 0, mark: i === 0 ? mark : undefined }, shared),
    ),
  });
}

function lineCount(
  cells: readonly Placed[],
  { widths, place, size, padding }: Pick<Shared, "widths" | "size" | "padding"> & { readonly place: TablePlace },
): number {
  const { theme, faces } = place.book;
  const counts = cells.map(({ cell, at, colSpan }) => {
    const width = widths.slice(at, at + colSpan).reduce((sum, w) => sum + w, 0) - padding * 2;
    return cellLineCount(cell.blocks, width, tableTextSize(theme, size), faces.measure);
  });
  return Math.max(0, ...counts);
}
