// Names of cells: the figures' own names, as far as a spreadsheet accepts them.

import { rangeOf, rangeText } from "./address.ts";
import type { Address, DefinedName, Footer, Sheet } from "./book.ts";
import { linkCell, textCell } from "./book.ts";
import { lastPart } from "./kinds.ts";
import { CellNames, underscored } from "./names.ts";
import { ownSheets } from "./places.ts";
import { widthsOf } from "./widths.ts";

/** A figure and the name its cell has. */
export interface NamedFigure extends DefinedName {
  readonly figure: string;
}

// Excel repairs a sheet with more than 65,530 links; long before that they only weigh.
const mostLinks = 1000;

/** A name for every figure's cell. */
export function nameCells(homes: ReadonlyMap<string, Address>): readonly NamedFigure[] {
  const names = new CellNames();
  return [...homes].map(([figure, at]) => ({ figure, name: names.claim(figure), at }));
}

/** The Names sheet lists the names that changed by more than underscores; undefined when none did. */
export function namesSheet(named: readonly NamedFigure[], footer: Footer): Sheet | undefined {
  const changed = named.filter((n) => n.name !== underscored(n.figure));
  if (changed.length === 0) return undefined;
  const rows = [
    [textCell("Names that a spreadsheet does not accept as they are", "title")],
    [linkCell("Notes", { sheet: ownSheets.notes, row: 0, column: 0 })],
    ["Figure", "Name in this workbook", "Cell"].map((words) => textCell(words, "header")),
    ...changed.map(({ figure, name, at }) => [
      textCell(figure),
      textCell(name),
      changed.length > mostLinks ? textCell(rangeText(rangeOf(at), "")) : linkCell(rangeText(rangeOf(at), ""), at),
    ]),
  ];
  return {
    name: ownSheets.names,
    table: undefined,
    part: lastPart,
    widths: widthsOf(rows.slice(2), 3),
    rows,
    frozen: 3,
    frozenColumns: 0,
    first: 3,
    repeated: [2, 2],
    footer,
  };
}
