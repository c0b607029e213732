// A workbook as plain data: what each cell holds and how it looks, before any library writes it.
import type { Theme } from "../../../schemas/house.ts";

/** Colours of the document's theme. */
export type Palette = Theme["colours"];

export interface Workbook {
  readonly title: string;
  readonly subject: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  /** ISO day of the document; the only date in the file. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly palette: Palette;
}

export interface Sheet {
  readonly name: string;
  /** Id of the table it shows; undefined for the sheets about the workbook itself. */
  readonly table: string | undefined;
  /** Heading under which the Notes sheet lists it. */
  readonly part: string;
  /** Widths of columns in characters. */
  readonly widths: readonly number[];
  /** Cells by row and column, both from 0; a hole is an empty cell. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** Rows at the top, and columns at the left, that stay in view. */
  readonly frozen: number;
  readonly frozenColumns: number;
  /** First row below the header. */
  readonly first: number;
  /** Rows repeated on each printed page, first and last, from 0. */
  readonly repeated: readonly [number, number] | undefined;
  readonly footer: Footer;
}

export interface Footer {
  readonly left: string;
  readonly centre: string;
  /** Stands in the header; "" for none. */
  readonly marking: string;
}

export interface Cell {
  readonly content:
    | { readonly type: "text"; readonly text: string }
    | { readonly type: "number"; readonly value: number }
    /** `formula` has no "="; `result` is what it comes to, where we know. */
    | { readonly type: "formula"; readonly formula: string; readonly result?: number | string }
    | { readonly type: "blank" };
  readonly style: Style;
  /** Number format code. */
  readonly format?: string;
  readonly note?: string;
  /** A place in this workbook. */
  readonly link?: Address;
  /** Columns that a long text takes; one unless given. */
  readonly span?: number;
}

/** What a cell is, which decides its look. */
export interface Style {
  readonly role: "title" | "quiet" | "aside" | "header" | "text" | "input" | "computed" | "value-only" | "link";
  readonly row: "body" | "section" | "group" | "subtotal" | "total";
  /** `across`: over the empty cells to its right, without merging them. */
  readonly align?: "left" | "right" | "centre" | "across" | "indented";
}

export interface Address {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface DefinedName {
  readonly name: string;
  readonly at: Address;
}

export function textCell(text: string, role: Style["role"] = "text", row: Style["row"] = "body"): Cell {
  return { content: { type: "text", text }, style: { role, row } };
}

export function linkCell(text: string, link: Address): Cell {
  return { content: { type: "text", text }, style: { role: "link", row: "body" }, link };
}
