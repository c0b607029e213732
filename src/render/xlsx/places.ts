// Where everything stands: which table has which sheet, and which cell is a figure's home.
import type { CellModel, DocumentModel, Figure, TableModel, Value } from "../../compute/model.ts";
import type { Address } from "./book.ts";
import { type KindPlan, planOf } from "./kinds.ts";
import { SheetNames, sheetLength } from "./names.ts";

/** A table with its sheet. */
export interface PlacedTable {
  readonly table: TableModel;
  readonly sheet: string;
  /** True when the header has a row for groups of columns. */
  readonly grouped: boolean;
  /** Sheet row of the table's first row. */
  readonly first: number;
}

export interface Places {
  readonly tables: readonly PlacedTable[];
  /** Figures that stand in no table, in order. */
  readonly loose: readonly Figure[];
  /** Figure that a name or another name for it means. */
  readonly figure: (name: string) => Figure | undefined;
  readonly home: (name: string) => Address | undefined;
  /** Homes by the figures' own names. */
  readonly homes: ReadonlyMap<string, Address>;
  /** What stands in a cell of a table; undefined outside tables. */
  readonly standsAt: (at: Address) => CellModel | "blank" | undefined;
}

/** Names of the sheets about the workbook itself. */
export const ownSheets = { notes: "Notes", figures: "Figures", workings: "Workings", names: "Names" } as const;

/** Column of the Figures sheet that holds values, and its first row below the header. */
export const figuresValueColumn = 2;
export const figuresFirst = 3;

export const isValue = (content: CellModel["content"]): content is Value =>
  content.type === "number" ||
  content.type === "empty" ||
  content.type === "open" ||
  content.type === "words" ||
  content.type === "broken";

/** Places the tables and figures of a document. `title` gives a table's title in plain words. */
export function placeAll(model: DocumentModel, title: (table: TableModel) => string): Places {
  const plan = planOf(model.document.front.kind);
  const names = new SheetNames();
  for (const own of Object.values(ownSheets)) names.claim(own);
  const all = chosenTables(model, plan);
  const tables = all.map((table): PlacedTable => {
    const grouped = table.columns.some((c) => c.group !== undefined);
    const words = title(table);
    const alone = table.kind !== "table" && all.filter((other) => other.kind === table.kind).length === 1;
    const own = humanised(alone ? table.kind : table.id);
    // Titles that a register makes begin alike, so a long one gives way to the table's own name.
    const long = table.kind !== "table" && words.length > sheetLength;
    const sheet = names.claim(...(long ? [own, words] : [words, own]));
    return { table, sheet, grouped, first: grouped ? 4 : 3 };
  });
  const figure = (name: string) => model.figures.get(name);
  const homes = new Map<string, Address>();
  for (const placed of tables)
    for (const [i, row] of placed.table.rows.entries())
      for (const [column, { key }] of placed.table.columns.entries()) {
        const name = row.cells.get(key)?.name;
        const own = name === undefined ? undefined : figure(name)?.name;
        if (own !== undefined && !homes.has(own))
          homes.set(own, { sheet: placed.sheet, row: placed.first + i, column });
      }
  const loose = looseFigures(model, plan, homes);
  for (const [i, { name }] of loose.entries())
    homes.set(name, { sheet: ownSheets.figures, row: figuresFirst + i, column: figuresValueColumn });
  const bySheet = new Map(tables.map((placed) => [placed.sheet, placed]));
  return {
    tables,
    loose,
    figure,
    homes,
    home: (name) => homes.get(figure(name)?.name ?? name),
    standsAt: ({ sheet, row, column }) => {
      const placed = bySheet.get(sheet);
      const key = placed?.table.columns[column]?.key;
      const line = placed?.table.rows[row - placed.first];
      return key === undefined || !line ? undefined : (line.cells.get(key) ?? "blank");
    },
  };
}

function humanised(name: string): string {
  const words = name.replace(/[.-]+/g, " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function hasNumbers(table: TableModel): boolean {
  return (
    table.columns.some((c) => c.type === "number") ||
    table.rows.some((row) => [...row.cells.values()].some((c) => c.content.type === "number"))
  );
}

function chosenTables(model: DocumentModel, plan: KindPlan): readonly TableModel[] {
  const all = [...model.tables.values()].filter(hasNumbers);
  const first = plan.order.flatMap((kind) => all.filter((t) => t.kind === kind));
  const rest = all.filter((t) => !plan.order.includes(t.kind));
  const authored = rest.filter((t) => t.kind === "table");
  return plan.others ? [...first, ...authored, ...rest.filter((t) => t.kind !== "table")] : first;
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
