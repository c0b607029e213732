// Where everything stands: which table has which sheet, and which cell is a figure's home.
import type { CellModel, DocumentModel, Figure, TableModel, Value } from "../../compute/model.ts";
import type { Address } from "./book.ts";
import { type KindPlan, planOf } from "./kinds.ts";
import { orderedTables } from "./order.ts";
import { sheetTitles } from "./sheet-titles.ts";
import { underEntries, type YearGrid, yearGrid } from "./years.ts";

/** A table with its sheet. */
export interface PlacedTable {
  readonly table: TableModel;
  readonly sheet: string;
  /** Heading it stands under, as Markdown. */
  readonly part: string;
  /** True where it is one of an appraisal's, whose title it may not say. */
  readonly appraised: boolean;
  /** True when the header has a row for groups of columns. */
  readonly grouped: boolean;
  /** Sheet row of the table's first row. */
  readonly first: number;
  /** Figures that the rows' formulas use, below the rows. */
  readonly parameters: readonly Figure[];
  /** Sheet row of the first parameter. */
  readonly firstParameter: number;
}

export interface Places {
  readonly tables: readonly PlacedTable[];
  /** Figures that stand in no table: those of several years, and rows of the others, each register's entry under its name. */
  readonly grid: YearGrid;
  readonly loose: readonly (Figure | { readonly entry: string })[];
  /** Figure that a name or another name for it means. */
  readonly figure: (name: string) => Figure | undefined;
  readonly home: (name: string) => Address | undefined;
  /** Homes by the figures' own names. */
  readonly homes: ReadonlyMap<string, Address>;
  /** What stands in a cell of a table; undefined outside tables. */
  readonly standsAt: (at: Address) => CellModel | "blank" | undefined;
}

/** Names of the sheets about the workbook itself. */
export const ownSheets = {
  notes: "Notes",
  years: "Workings by year",
  figures: "Figures",
  workings: "Workings",
  names: "Names",
} as const;

/** Column of the Figures sheet that holds values, and that of the first year where years go across. */
export const figuresValueColumn = 2;
export const firstYearColumn = 3;
/** First row below the header of both. */
export const figuresFirst = 3;
const leastUnderHeading = 3;
/** Column that holds the value of a parameter below a table. */
export const parameterColumn = 1;

export const isValue = (content: CellModel["content"]): content is Value =>
  content.type === "number" ||
  content.type === "empty" ||
  content.type === "open" ||
  content.type === "words" ||
  content.type === "broken";

/** Places the tables and figures of a document. `title` gives a table's title in plain words. */
export function placeAll(model: DocumentModel, title: (table: TableModel) => string): Places {
  const plan = planOf(model.document.front.kind);
  const ordered = orderedTables(model, plan);
  const sheets = sheetTitles(ordered, Object.values(ownSheets), ({ table }) => title(table));
  const figure = (name: string) => model.figures.get(name);
  const tables = ordered.map(({ table, part, belongs }, i): PlacedTable => {
    const grouped = table.columns.some((c) => c.group !== undefined);
    const first = grouped ? 4 : 3;
    return {
      table,
      sheet: sheets[i] ?? "",
      part,
      appraised: belongs !== undefined,
      grouped,
      first,
      parameters: table.columns.length > parameterColumn ? table.parameters.flatMap((name) => figure(name) ?? []) : [],
      firstParameter: first + table.rows.length + 2,
    };
  });
  const homes = homesOf(tables, figure);
  const grid = yearGrid(looseFigures(model, plan, homes));
  for (const [i, row] of grid.rows.entries())
    if ("figures" in row)
      for (const [year, { name }] of row.figures)
        homes.set(name, {
          sheet: ownSheets.years,
          row: figuresFirst + i,
          column: firstYearColumn + grid.years.indexOf(year),
        });
  const loose = underEntries(grid.others, ({ name }) => name, leastUnderHeading);
  for (const [i, row] of loose.entries())
    if ("name" in row)
      homes.set(row.name, { sheet: ownSheets.figures, row: figuresFirst + i, column: figuresValueColumn });
  const bySheet = new Map(tables.map((placed) => [placed.sheet, placed]));
  return {
    tables,
    grid,
    loose,
    figure,
    homes,
    home: (name) => homes.get(name) ?? homes.get(figure(name)?.name ?? ""),
    standsAt: ({ sheet, row, column }) => {
      const placed = bySheet.get(sheet);
      const key = placed?.table.columns[column]?.key;
      const line = placed?.table.rows[row - placed.first];
      return key === undefined || !line ? undefined : (line.cells.get(key) ?? "blank");
    },
  };
}

/** Cells of tables first; a parameter that is in none stands below the first table that uses it. */
function homesOf(tables: readonly PlacedTable[], figure: (name: string) => Figure | undefined): Map<string, Address> {
  const homes = new Map<string, Address>();
  for (const { table, sheet, first } of tables)
    for (const [i, row] of table.rows.entries())
      for (const [column, { key }] of table.columns.entries()) {
        const name = row.cells.get(key)?.name;
        const own = name === undefined ? undefined : figure(name)?.name;
        if (own !== undefined && !homes.has(own)) homes.set(own, { sheet, row: first + i, column });
      }
  for (const { parameters, sheet, firstParameter } of tables)
    for (const [i, { name }] of parameters.entries())
      if (!homes.has(name)) homes.set(name, { sheet, row: firstParameter + i, column: parameterColumn });
  return homes;
}

function looseFigures(model: DocumentModel, plan: KindPlan, homes: ReadonlyMap<string, Address>): readonly Figure[] {
  const wanted = plan.others ? undefined : neededBy(model, homes);
  const seen = new Set(homes.keys());
  return [...model.figures.values()].filter((figure) => {
    if (seen.has(figure.name) || (wanted && !wanted.has(figure.name))) return false;
    seen.add(figure.name);
    return true;
  });
}

/** Figures that those with a home are worked out from, at any distance. */
function neededBy(model: DocumentModel, homes: ReadonlyMap<string, Address>): ReadonlySet<string> {
  const needed = new Set<string>();
  const open = [...homes.keys()];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const figure = model.figures.get(name);
    if (!figure || needed.has(figure.name)) continue;
    needed.add(figure.name);
    if (figure.derivation.type === "computed") open.push(...figure.derivation.inputs);
  }
  return needed;
}
