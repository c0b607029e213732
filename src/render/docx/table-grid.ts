// Where each cell of a table stands once spans are worked out.
import type { Cell, Column, Row, Table } from "../../document/document.ts";

export interface Placed {
  readonly cell: Cell;
  readonly column: Column;
  /** Index of its first column. */
  readonly at: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Cells of each row; spans are cut to the table, rows that are too short are filled with empty cells. */
export function grid(table: Table): readonly (readonly Placed[])[] {
  const { columns, rows } = table;
  const covered = columns.map(() => 0);
  return rows.map((row, r) => {
    const placed: Placed[] = [];
    const cells = [...row.cells];
    let at = 0;
    while (at < columns.length) {
      if ((covered[at] ?? 0) > 0) {
        at++;
        continue;
      }
      const column = columns[at];
      if (!column) break;
      const cell = cells.shift() ?? { blocks: [] };
      const free = freeColumns(covered, at);
      const colSpan = Math.min(free, wholeRow(row) ? columns.length : Math.max(1, cell.colSpan ?? 1));
      const rowSpan = Math.min(rows.length - r, Math.max(1, cell.rowSpan ?? 1), sameKind(rows, r));
      for (let c = at; c < at + colSpan; c++) covered[c] = rowSpan + (covered[c] ?? 0);
      placed.push({ cell, column, at, colSpan, rowSpan });
      at += colSpan;
    }
    for (let c = 0; c < covered.length; c++) covered[c] = Math.max(0, (covered[c] ?? 0) - 1);
    return placed;
  });
}

function wholeRow(row: Row): boolean {
  return row.kind === "section" && row.cells.length === 1;
}

function freeColumns(covered: readonly number[], from: number): number {
  let to = from;
  while (to < covered.length && (covered[to] ?? 0) === 0) to++;
  return to - from;
}

/** A span does not leave the header: Word repeats header rows by themselves. */
function sameKind(rows: readonly Row[], from: number): number {
  const header = rows[from]?.kind === "header";
  let to = from;
  while (to < rows.length && (rows[to]?.kind === "header") === header) to++;
  return to - from;
}
