// Tables of register entries: named columns, the ones with something in them unless others are asked for.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Cell, Column } from "../../document/document.ts";
import type { ViewRequest } from "../view.ts";
import type { GridColumn } from "./grid.ts";
import { chosenKeys } from "./registers.ts";

/** A column of a register table. */
export interface Shown<T> {
  readonly label: string;
  readonly cell: (item: T) => Cell;
  /** True when the entry has something to print here. */
  readonly filled?: (item: T) => boolean;
  readonly align?: Column["align"];
  readonly weight?: number;
}

export interface ChosenColumn<T> extends Shown<T> {
  readonly key: string;
}

/** The columns asked for; else the usual ones that some entry fills. */
export function chooseColumns<T>(
  request: ViewRequest,
  known: Readonly<Record<string, Shown<T>>>,
  usual: readonly string[],
  items: readonly T[],
  diagnostics: Diagnostic[],
): readonly ChosenColumn<T>[] {
  const worthwhile = usual.filter((key) => {
    const filled = known[key]?.filled;
    return !filled || items.some((item) => filled(item));
  });
  const keys = chosenKeys(request, "columns", Object.keys(known), worthwhile, diagnostics);
  return keys.flatMap((key) => {
    const column = known[key];
    return column ? [{ key, ...column }] : [];
  });
}

/** The grid's columns; the first of `headers` that is shown names the rows. */
export function gridColumns<T>(columns: readonly ChosenColumn<T>[], headers: readonly string[]): readonly GridColumn[] {
  const header = headers.find((key) => columns.some((c) => c.key === key)) ?? columns[0]?.key;
  return columns.map((c) => ({
    key: c.key,
    label: [text(c.label)],
    ...(c.align ? { align: c.align } : {}),
    ...(c.weight !== undefined ? { weight: c.weight } : {}),
    ...(c.key === header ? { rowHeader: true } : {}),
  }));
}

/** Items in groups, in order of first mention. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): readonly { readonly key: string | undefined; readonly items: readonly T[] }[] {
  const groups = new Map<string | undefined, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, members]) => ({ key, items: members }));
}
