// Sums that a table carries over a break of pages: "Carried forward" at the foot, "Brought forward" at the head.
import type { Column } from "../../document/document.ts";
import { type PrepareKit, prepareWords, repeating, tableSetting, textBlock } from "./kit.ts";
import type { CarriedRows, PreparedCell, PreparedRow } from "./prepared.ts";

/**
 * The two rows for a break below a row, from its sums by column. They are artifacts, as repeated headers are: a break is where
 * paper ends and no part of the table, and a row of the tree there would tell a listener one sum twice and count as a row.
 */
export function prepareCarried(sums: readonly string[], columns: readonly Column[], kit: PrepareKit): CarriedRows {
  const from = sums.indexOf("");
  const next = sums.findIndex((words, column) => column > from && words !== "");
  const span = (next < 0 ? sums.length : next) - from;
  const setting = { ...tableSetting(kit.theme), italic: true };
  const cell = (words: string, column: number, colSpan = 1): PreparedCell => ({
    column,
    colSpan,
    rowSpan: 1,
    body: words === "" ? [] : [textBlock(prepareWords(words, setting, undefined, repeating(kit)), setting)],
    align: words !== "" && column !== from ? (columns[column]?.align ?? "left") : "left",
    tinted: false,
  });
  const figures = sums.flatMap((words, column) =>
    column >= from && column < from + span ? [] : [cell(words, column)],
  );
  const row = (kind: PreparedRow["kind"], words: string): PreparedRow => ({
    kind,
    covers: 1,
    cells: [...figures, ...(from < 0 ? [] : [cell(words, from, span)])].sort((a, b) => a.column - b.column),
  });
  // A sum has a rule above it; below a header there is one already.
  return { forward: row("subtotal", "Carried forward"), brought: row("body", "Brought forward") };
}
