// Figures that a register works out year by year and no table shows: a row for each, years across.
import type { Figure } from "../../compute/model.ts";

/** The same quantity in several years. */
export interface YearRow {
  /** Name without its year: "hub.rebuild.net". */
  readonly stem: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

export interface YearGrid {
  /** Financial years in order; "2026/27". */
  readonly years: readonly string[];
  /** Rows, each register's entry under its name. */
  readonly rows: readonly (YearRow | { readonly entry: string })[];
  /** Figures that are not of several years. */
  readonly others: readonly Figure[];
}

const yearly = /^(.+)\.(\d{4}\/\d{2})$/;
const leastYears = 2;

/** Parts the figures that come year by year from the others. */
export function yearGrid(figures: readonly Figure[]): YearGrid {
  const stems = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const [, stem = "", year = ""] = yearly.exec(figure.name) ?? [];
    if (year === "") continue;
    const of = stems.get(stem);
    if (of) of.set(year, figure);
    else stems.set(stem, new Map([[year, figure]]));
  }
  const rows = [...stems].filter(([, of]) => of.size >= leastYears).map(([stem, of]) => ({ stem, figures: of }));
  const taken = new Set(rows.flatMap((row) => [...row.figures.values()]));
  return {
    years: [...new Set(rows.flatMap((row) => [...row.figures.keys()]))].sort(),
    rows: underEntries(rows, ({ stem }) => stem, 1),
    others: figures.filter((figure) => !taken.has(figure)),
  };
}

/** Things of one register's entry, such as an appraisal, after its name; those with few of their kind come first. */
export function underEntries<T>(
  things: readonly T[],
  name: (thing: T) => string,
  least: number,
): readonly (T | { readonly entry: string })[] {
  const entries = new Map<string, T[]>();
  for (const thing of things) {
    const entry = name(thing).split(".", 1)[0] ?? "";
    const of = entries.get(entry);
    if (of) of.push(thing);
    else entries.set(entry, [thing]);
  }
  const all = [...entries];
  return [
    ...all.filter(([, of]) => of.length < least).flatMap(([, of]) => of),
    ...all.filter(([, of]) => of.length >= least).flatMap(([entry, of]) => [{ entry }, ...of]),
  ];
}
