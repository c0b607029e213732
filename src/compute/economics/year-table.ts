// Tables with a column for each year of an appraisal.
import { moneyPlaces } from "../numbers/format.ts";
import type { GeneratedCell, GeneratedColumn, GeneratedTable } from "../tables/generated.ts";
import type { AppraisalShape } from "./shape.ts";

/** Columns of the years of an appraisal, and their total. */
export function yearColumns(shape: AppraisalShape, unit = shape.unit): readonly GeneratedColumn[] {
  const decimals = moneyPlaces[unit];
  return [
    ...shape.years.map(({ year }) => ({ key: year, label: year, unit, decimals })),
    { key: "total", label: "Total", unit, decimals },
  ];
}

/** Cells of the years of an appraisal, and their total, from names that end in the year or in `total`. */
export function yearCells(
  shape: AppraisalShape,
  name: (year: string) => string,
): Readonly<Record<string, GeneratedCell>> {
  return Object.fromEntries([...shape.years.map((y) => y.year), "total"].map((year) => [year, { figure: name(year) }]));
}

/** The years of an appraisal add up to its total column. */
export function acrossYears(shape: AppraisalShape): NonNullable<GeneratedTable["across"]> {
  return { parts: shape.years.map((y) => y.year), total: "total", inTotals: true };
}
