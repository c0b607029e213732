// A price index as a table, by year.

import { writtenDecimals } from "../numbers/written.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import { type IndexShape, indexDecimals } from "./prices.ts";

/** `<i>.price-index`: index and growth by year. */
export function indexTable(shape: IndexShape): GeneratedTable {
  const { id, source, years, origin } = shape;
  const name = `price-indices.${id}`;
  const growth = Object.keys(source.growth ?? {});
  const decimals = Math.max(1, ...Object.values(source.growth ?? {}).map((g) => writtenDecimals(g) ?? 1));
  const [first] = years;
  const started = first !== undefined && source.values?.[first] === undefined;
  return {
    id: `${id}.price-index`,
    kind: "price-index",
    title: source.label,
    columns: [
      { key: "year", label: "Year", rowHeader: true },
      { key: "index", label: "Index", unit: "number", decimals: indexDecimals(source) },
      { key: "growth", label: "Change on the year before", unit: "%", decimals },
    ],
    rows: years.map((year, i) => ({
      kind: "body",
      id: year,
      cells: {
        year: { markdown: year },
        index: { figure: `${name}.${year}` },
        growth: i === 0 ? { empty: "n/a" } : { figure: `${name}.growth.${year}` },
      },
      origin,
    })),
    notes: [
      started ? `${first} is set to 100.` : undefined,
      growth.length > 0 ? "Index of a year = index of the year before × (1 + change)." : undefined,
      source.published === undefined ? undefined : `Published ${source.published}.`,
    ],
    source: source.source,
    origin,
  };
}
