// What a word processor does otherwise than our own pages: whoever writes the file says so, and these pages are laid out as it will.
import type { Table } from "../document/document.ts";

/** A table as it is written into the file. */
export interface WordTable {
  /** Width of each column in points. */
  readonly widths: readonly number[];
  /** Size of its text. */
  readonly size: number;
  /** Space left and right of what is in a cell. */
  readonly padX: number;
  /** Rows that stay on the page of the next. */
  readonly kept: ReadonlySet<number>;
  /** Rows that are not divided. */
  readonly whole: ReadonlySet<number>;
}

/** Where the number and the title of a contents entry stand. */
export interface WordColumn {
  readonly left: number;
  readonly number: number;
}

export interface WordRules {
  readonly table: (node: Table, width: number) => WordTable;
  readonly contents: { readonly headings: readonly WordColumn[]; readonly lists: WordColumn };
}
