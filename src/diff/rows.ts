// Tables read cell by cell: every row with a text for each column, whatever cells span.
import type { Cell, Row, Table } from "../document/document.ts";
import { linesOf } from "./lines.ts";

export interface ReadRow {
  readonly row: Row;
  /** The cell that stands in each column, by the column's key. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** First words of the cells that name the row, or of its first cell. */
  readonly title: string;
}

export interface ReadTable {
  readonly rows: readonly ReadRow[];
  /** Words over each column, by its key; those over a group come first. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The words of a cell on one line. */
export function cellText(cell: Cell | undefined): string {
  return cell ? linesOf(cell.blocks, new Map()).join("; ").replace(/\s+/gu, " ") : "";
}

/** What else stands in a cell that names a row is said of it. */
function firstLine(cell: Cell | undefined): string {
  return (cell ? (linesOf(cell.blocks, new Map())[0] ?? "") : "").replace(/\s+/gu, " ");
}

/** A table with its spans filled in. */
export function readTable(table: Table): ReadTable {
  const spread = spreadOut(table);
  const headers = spread.filter(({ row }) => row.kind === "header" && !acrossTable(row, table));
  const labels = new Map(
    table.columns.map(({ key }) => {
      const words = headers.map(({ cells }) => cellText(cells.get(key))).filter((w) => w !== "");
      return [key, [...new Set(words)].join(": ")];
    }),
  );
  const naming = table.columns.filter((c) => c.rowHeader).map((c) => c.key);
  const rows = spread
    .filter(({ row }) => row.kind !== "header")
    .map(({ row, cells }): ReadRow => {
      const named = naming.map((key) => firstLine(cells.get(key))).filter((w) => w !== "");
      const first = named.length > 0 ? named.join(", ") : firstLine(row.cells[0]);
      return { row, cells, title: first };
    });
  return { rows, labels };
}

/** A title in a header row of its own. */
function acrossTable(row: Row, table: Table): boolean {
  return row.cells.length === 1 && table.columns.length > 1 && row.cells[0]?.colSpan === table.columns.length;
}

function spreadOut(table: Table): readonly { readonly row: Row; readonly cells: ReadonlyMap<string, Cell> }[] {
  // What reaches down into the rows below, by column.
  const reaching = new Map<number, { readonly cell: Cell; left: number }>();
  return table.rows.map((row) => {
    const cells = new Map<string, Cell>();
    const waiting = [...row.cells];
    for (let at = 0; at < table.columns.length; ) {
      const above = reaching.get(at);
      if (above && above.left > 0) {
        above.left -= 1;
        set(cells, table, at, above.cell);
        at += 1;
        continue;
      }
      const cell = waiting.shift();
      if (!cell) {
        at += 1;
        continue;
      }
      for (let i = 0; i < (cell.colSpan ?? 1); i++, at++) {
        set(cells, table, at, cell);
        if ((cell.rowSpan ?? 1) > 1) reaching.set(at, { cell, left: (cell.rowSpan ?? 1) - 1 });
      }
    }
    return { row, cells };
  });
}

function set(cells: Map<string, Cell>, table: Table, at: number, cell: Cell): void {
  const key = table.columns[at]?.key;
  if (key !== undefined) cells.set(key, cell);
}
