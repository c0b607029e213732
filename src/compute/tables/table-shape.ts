// A table before its numbers are worked out: columns, rows, and the names that its formulas may use.
import { brokenText, readQuantity } from "../../../schemas/scalars.ts";
import type { TableSource } from "../../../schemas/table.ts";
import type { Scope } from "../engine/engine.ts";
import type { ColumnModel } from "../model.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { ColumnShape } from "./columns.ts";
import { words } from "./content.ts";
import { plainText, type RowShape, type TablePlaces } from "./rows.ts";

/** A table whose figures have names but no values yet. */
export interface TableShape {
  readonly id: string;
  readonly source: TableSource;
  readonly columns: readonly ColumnShape[];
  readonly printed: readonly ColumnModel[];
  readonly rows: readonly RowShape[];
  /** True where the file of its rows could not be read; it was reported, and the table comes to nothing. */
  readonly unread: boolean;
  /** Columns of the total row; undefined when the table prints none. */
  readonly totals: readonly string[] | undefined;
  /** Bare names of the parameters that its formulas may use. */
  readonly parameters: readonly string[];
  /** Keys of its number columns. */
  readonly numbers: ReadonlySet<string>;
  /** Names that its rows' formulas may use as they stand. */
  readonly inScope: readonly string[];
  readonly places: TablePlaces;
  /** Full names of each row's cells in the order of the columns; every user of a name shares the one text. */
  readonly cellNames: ReadonlyMap<RowShape, readonly string[]>;
  readonly positions: ReadonlyMap<string, number>;
}

export const isNumber = (column: ColumnShape) => column.type === "number";
export const addable = (column: ColumnShape) => isNumber(column) && column.additive && !column.cumulative;

/** Words for a row in messages and labels. */
export function rowWords(shape: TableShape, row: RowShape): string {
  const naming = shape.columns.find((c) => c.rowHeader);
  const cell = naming && row.cells.get(naming.key)?.written;
  return row.label ?? (cell === undefined || cell === brokenText ? (row.id ?? "the row") : plainText(cell));
}

/** Row and column in words, for messages about a cell: "row Dredging, column Cost". */
export function cellWords(shape: TableShape, row: RowShape, column: Pick<ColumnShape, "label">): string {
  return `row ${words(rowWords(shape, row))}, column ${words(column.label)}`;
}

/** Full name of a cell. */
export function cellName(shape: TableShape, row: RowShape, column: string): string {
  const known = shape.cellNames.get(row)?.[shape.positions.get(column) ?? -1];
  return known ?? `${shape.id}.${row.id ?? ""}.${column}`;
}

/** In a row's own formula a bare column name is that row's cell, and a parameter's name the parameter. */
export function rowScope(shape: TableShape, row: RowShape): Scope {
  return {
    fullName: (name) => {
      if (shape.numbers.has(name)) return cellName(shape, row, name);
      return shape.parameters.includes(name) ? `${shape.id}.${name}` : undefined;
    },
    names: shape.inScope,
  };
}

/** Digits after the point that a cell was typed with; undefined where it holds no typed number. */
export function typedDecimals(row: RowShape, key: string): number | undefined {
  const written = row.cells.get(key)?.written;
  const quantity = typeof written === "string" || typeof written === "number" ? readQuantity(written) : undefined;
  return writtenDecimals(quantity);
}
