// Alignment of cells. Numbers stand right; where a column prints different numbers of decimals, the shorter ones are
// moved in by the digits they lack, which needs no tab and holds in every word processor.
import type { Block, Cell, Row, Table } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { Placed } from "./table-grid.ts";
import type { TableAlign } from "./table-text.ts";

export type DecimalIndents = ReadonlyMap<Cell, number>;

const aligns = { left: "Left", right: "Right", decimal: "Right", centre: "Centre" } as const satisfies Record<
  "left" | "right" | "decimal" | "centre",
  TableAlign
>;

/** A header over several columns is centred over them, others follow their column. */
export function alignOf(row: Row, { cell, column, colSpan }: Placed): TableAlign {
  if (cell.align) return aligns[cell.align];
  if (row.kind === "section") return "Left";
  if (row.kind === "header" && colSpan > 1) return "Centre";
  return aligns[column.align];
}

/** Points by which cells of decimal columns are moved in. */
export function decimalIndents(
  table: Table,
  rows: readonly (readonly Placed[])[],
  size: number,
  measure: (text: string, size: number, bold: boolean) => number,
): DecimalIndents {
  const indents = new Map<Cell, number>();
  for (const [c, column] of table.columns.entries()) {
    const cells = rows.flatMap((row, r) =>
      row.flatMap((placed) => {
        const decimal = (placed.cell.align ?? column.align) === "decimal";
        const tail = table.rows[r]?.kind !== "header" && placed.at === c && decimal ? decimals(placed.cell) : undefined;
        return tail === undefined ? [] : [{ cell: placed.cell, tail: measure(tail, size, false) }];
      }),
    );
    const widest = Math.max(0, ...cells.map(({ tail }) => tail));
    for (const { cell, tail } of cells) if (widest - tail > 0.5) indents.set(cell, widest - tail);
  }
  return indents;
}

/** What a number prints after its units digit: ".25", ".5%", ")"; undefined for words. */
function decimals(cell: Cell): string | undefined {
  const match = /^[^0-9A-Za-z]*[0-9][0-9,]*(.*)$/.exec(text(cell.blocks).trim());
  return match && !/[A-Za-z]/.test(match[1] ?? "") ? (match[1] ?? "") : undefined;
}

function text(blocks: readonly Block[]): string {
  return blocks.length === 1 && blocks[0]?.type === "paragraph" ? plainText(blocks[0].children) : "words";
}
