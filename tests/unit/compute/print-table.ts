// A table as lines of text: kind, label, then its cells as the page prints them.
import { cellText } from "../../../src/compute/numbers/format.ts";
import type { Computed } from "./case.ts";

const dates = { full: "28 January 2014", table: "28/01/14" } as const;

export function printTable(c: Computed, id: string): readonly string[] {
  const table = c.document.tables.get(id);
  if (!table) throw new Error(`no table ${id}`);
  return table.rows.map((row) =>
    [
      row.kind,
      row.label ?? "",
      ...table.columns.map((column) => {
        const cell = row.cells.get(column.key);
        return cell ? cellText(cell, column, c.document.style, dates) : "";
      }),
    ].join("|"),
  );
}
