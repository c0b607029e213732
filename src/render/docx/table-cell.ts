// One cell: its text, and what its table's style cannot say of it.
import { TableCell } from "docx";
import type { Cell, Row, Table as TableNode } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import { type Place, unspaced } from "./book.ts";
import { cellChildren } from "./element.ts";
import { paragraph } from "./paragraph.ts";
import { alignOf, type DecimalIndents } from "./table-align.ts";
import { cellLook } from "./table-cell-look.ts";
import type { Placed } from "./table-grid.ts";
import type { CellNames } from "./table-names.ts";
import type { Stripes } from "./table-stripes.ts";
import { type TablePart, type TableSize, tableText, tableTextSize } from "./table-text.ts";
import type { Controls } from "./table-ticks.ts";
import { twips } from "./units.ts";

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
  readonly controls: Controls;
}

/** Where a cell stands. */
export interface CellAt {
  readonly row: Row;
  /** Index of the row. */
  readonly index: number;
  readonly placed: Placed;
  /** First cell of the table. */
  readonly first: boolean;
  /** Hidden bookmark of the row, on its first cell. */
  readonly mark: string | undefined;
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
    lead: { ...(at.first ? unspaced(place.lead) : {}), ...(at.mark ? { marks: [at.mark] } : {}) },
    ...writtenBy(placed.cell),
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
  const control = shared.controls.get(placed.cell);
  const pieces = control ? [paragraph(inside, [control])] : flow(placed.cell.blocks, inside);
  return new TableCell({
    width: { size: twips(width), type: "dxa" },
    ...(placed.colSpan > 1 ? { columnSpan: placed.colSpan } : {}),
    ...(placed.rowSpan > 1 ? { rowSpan: placed.rowSpan } : {}),
    ...cellLook(at, shared),
    children: cellChildren(pieces.length > 0 ? pieces : [paragraph(inside, [])]),
  });
}

/** The machine, or an author who typed the cell's one number into the data; of other cells their words tell. */
function writtenBy(cell: Cell): Pick<Place, "computed"> {
  if (cell.computed) return { computed: true };
  const [block, ...blocks] = cell.blocks;
  const [value, ...others] = block?.type === "paragraph" ? block.children : [];
  if (value?.type !== "value" || blocks.length > 0 || others.length > 0) return {};
  const { origin } = value;
  return origin && origin.file === cell.origin?.file && origin.start === cell.origin.start ? { computed: false } : {};
}

function partOf({ row, placed }: CellAt, { names }: Shared): TablePart {
  if (row.kind !== "body") return parts[row.kind];
  return placed.cell.header === "column" ? "Heading" : names.names(placed) ? "Total" : "Text";
}
