// Widths of columns and heights of rows from what stands in them.
import type { Cell } from "./book.ts";

const narrowest = 9;
const widest = 48;

/** Characters that a cell asks for: its longest line, or what a number is likely to take. */
function wanted(cell: Cell | undefined): number {
  if (!cell) return 0;
  const { content, style } = cell;
  switch (content.type) {
    case "blank":
      return 0;
    case "number":
      return 14;
    case "formula":
      return typeof content.result === "string" ? content.result.length : 14;
    case "text": {
      if (style.role === "title" || cell.span !== undefined) return 0;
      const lines = content.text.split("\n").map((line) => line.length);
      // A header may take two lines.
      const longest = Math.max(...lines);
      if (style.align === "across") return 0;
      return style.role === "header" ? Math.max(longestWord(content.text), Math.ceil(longest / 2)) + 3 : longest + 3;
    }
  }
}

function longestWord(text: string): number {
  return text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0);
}

/** A width for each column, so that numbers show and long words wrap; `least` where something else needs room. */
export function widthsOf(
  rows: readonly (readonly (Cell | undefined)[])[],
  columns: number,
  least: readonly number[] = [],
): readonly number[] {
  const widths = Array.from({ length: columns }, (_, i) => Math.max(narrowest, least[i] ?? 0));
  for (const row of rows)
    for (let i = 0; i < columns; i++) widths[i] = Math.min(widest, Math.max(widths[i] ?? narrowest, wanted(row[i])));
  return widths;
}

const lineHeight = 13.5;
const titleHeight = 21;

/** Height of a row in points, where its texts take more than one line; spreadsheets do not all find it themselves. */
export function heightOf(row: readonly (Cell | undefined)[], widths: readonly number[]): number | undefined {
  const lines = row.map((cell, i) =>
    linesOf(
      cell,
      widths.slice(i, i + (cell?.span ?? 1)).reduce((a, b) => a + b, 0),
    ),
  );
  const most = Math.max(1, ...lines);
  if (row.some((cell) => cell?.style.role === "title")) return titleHeight;
  return most > 1 ? Math.min(400, most * lineHeight + 2) : undefined;
}

function linesOf(cell: Cell | undefined, width: number): number {
  if (cell?.content.type !== "text" || cell.style.align === "across") return 1;
  // Letters are narrower than the digit that widths count in, and lines break between words.
  const room = Math.max(4, width * 1.05 - 1);
  return cell.content.text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / room)), 0);
}
