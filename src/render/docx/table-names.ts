// Which cells name their row or column, and how they stand out. The same rules as in the PDF.
import type { Table } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { Placed } from "./table-grid.ts";

export interface CellNames {
  /** Whether a body cell names its row in bold. */
  readonly names: (placed: Placed) => boolean;
  /** Whether a cell's words are bold. */
  readonly isBold: (row: number, placed: Placed) => boolean;
  /** Whether a body cell stands on a tint. */
  readonly isTinted: (placed: Placed) => boolean;
}

const shortName = 40;

/** In a form all names of rows stand out, in another table those of a column where all are short. */
export function cellNames(table: Table, rows: readonly (readonly Placed[])[]): CellNames {
  const isForm = table.look === "form";
  const short = table.columns.map(() => true);
  for (const [r, cells] of rows.entries()) {
    for (const { cell, at } of cells) {
      if (table.rows[r]?.kind === "body" && !isShort(cell.blocks)) short[at] = false;
    }
  }
  const names = ({ cell, column, at }: Placed): boolean =>
    isForm ? cell.header === "row" || column.rowHeader === true : cell.header === "row" && short[at] === true;
  return {
    names,
    isBold: (row, placed) => table.rows[row]?.kind !== "body" || placed.cell.header === "column" || names(placed),
    isTinted: ({ cell, column }) =>
      cell.header === "column" || (isForm && (cell.header === "row" || column.rowHeader === true)),
  };
}

function isShort([first, second]: Table["rows"][number]["cells"][number]["blocks"]): boolean {
  if (second) return false;
  return first === undefined || (first.type === "paragraph" && plainText(first.children).length <= shortName);
}
