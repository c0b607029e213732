// Cells and ranges as formulas write them.
import type { Address } from "./book.ts";

/** Letters of a column counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A sheet's name in front of an address, always in quotes. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A rectangle of cells on one sheet. */
export interface Range {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function rangeOf(address: Address): Range {
  const { sheet, row, column } = address;
  return { sheet, top: row, left: column, bottom: row, right: column };
}

/** "B4", "B4:B9", "'Other sheet'!B4" as a formula on the sheet `from` writes it. */
export function rangeText(range: Range, from: string): string {
  const start = `${columnLetters(range.left)}${range.top + 1}`;
  const end = `${columnLetters(range.right)}${range.bottom + 1}`;
  const cells = start === end ? start : `${start}:${end}`;
  return range.sheet === from ? cells : `${quoted(range.sheet)}!${cells}`;
}

/** A cell that stays the same wherever it is used: "'Pots'!$B$4". */
export function fixedText({ sheet, row, column }: Address): string {
  return `${quoted(sheet)}!$${columnLetters(column)}$${row + 1}`;
}
