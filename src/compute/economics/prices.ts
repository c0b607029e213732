// Price indices, and amounts moved from the prices of one year to those of another.
import type { DataFile } from "../../../schemas/data.ts";
import type { PriceIndex } from "../../../schemas/finance.ts";
import { isFinancialYear } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { readRate } from "../engine/rate.ts";
import { build } from "../formula/expression.ts";
import { numberValue } from "../formula/worked.ts";
import { plainValue } from "../numbers/format.ts";
import { exact } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { firstYear, yearsBetween } from "../numbers/years.ts";
import type { EconomicSurroundings } from "./shape.ts";

/** An index and the years it has a value for. */
export interface IndexShape {
  readonly id: string;
  readonly source: PriceIndex;
  /** In order. */
  readonly years: readonly string[];
  /** Years that should be there, as was reported. */
  readonly lacking: readonly string[];
  readonly origin: Span | undefined;
}

/** Level of an index in the year before its first growth, where no value is given. */
const start = "100";

const before = (year: string) => {
  const first = firstYear(year) - 1;
  return yearsBetween(`${first}/00`, `${first}/00`)[0] ?? "";
};

/** Digits an index is printed with: as typed, one where it is worked out from growth. */
export function indexDecimals(source: PriceIndex): number {
  return Math.max(
    source.growth ? 1 : 0,
    ...Object.values(source.values ?? {}).map((v) => Math.min(4, writtenDecimals(v) ?? 1)),
  );
}

function shapeIndex(
  engine: Engine,
  id: string,
  source: PriceIndex,
  { places, leftOut }: EconomicSurroundings,
): IndexShape {
  const origin = places.key(["price-indices", id]);
  const key = (part: "values" | "growth", year: string) => places.key(["price-indices", id, part, year]);
  const good = (part: "values" | "growth") =>
    Object.keys(source[part] ?? {}).filter((year) => {
      if (isFinancialYear(year)) return true;
      engine.problems.push(report("figure/phase-year", key(part, year), { year }));
      return false;
    });
  const values = good("values");
  const growth = good("growth").sort();
  for (const year of growth)
    if (values.includes(year))
      engine.problems.push(report("figure/overlap", key("growth", year), { label: source.label, year }));
  const [firstGrowth] = growth;
  const base = values.length === 0 && firstGrowth !== undefined ? [before(firstGrowth)] : [];
  const years = [...new Set([...base, ...values, ...growth])].sort();
  if (years.length === 0 && !leftOut(`price-indices.${id}`))
    engine.problems.push(report("figure/no-index-values", origin, { label: source.label }));
  const all = yearsBetween(years[0] ?? "", years.at(-1) ?? "");
  const starts = growth.map(before).filter((year) => year < (years[0] ?? ""));
  const missing = years.length === 0 ? [] : [...starts, ...all.filter((year) => !years.includes(year))];
  if (missing.length > 0)
    engine.problems.push(report("figure/index-years", origin, { label: source.label, years: missing, by: undefined }));
  return { id, source, years, lacking: missing, origin };
}

function nameYear(engine: Engine, shape: IndexShape, year: string, { places }: EconomicSurroundings): void {
  const { id, source } = shape;
  const name = `price-indices.${id}`;
  const value = source.values?.[year];
  const growth = source.growth?.[year];
  const at = places.value(["price-indices", id, value ? "values" : "growth", year]) ?? shape.origin;
  const decimals = indexDecimals(source);
  const define = (rest: string, label: string, make: () => Made, places: number) =>
    engine.define({ name: `${name}.${rest}`, label: `${source.label}, ${label}`, decimals: places, origin: at, make });
  if (value)
    define(year, year, () => positive(engine, engine.read(value, { unit: "number", at }), source.label, at), decimals);
  else if (growth) {
    const known = shape.years.includes(before(year));
    define(
      `growth.${year}`,
      `growth in ${year}`,
      () => readRate(engine, growth, at, `The growth of ${source.label} in ${year}`),
      writtenDecimals(growth) ?? 1,
    );
    const factor = build.binary("+", build.number("1"), build.name(`${name}.growth.${year}`));
    const level = build.name(`${name}.${before(year)}`);
    define(
      year,
      year,
      () =>
        known
          ? positive(engine, engine.compute(build.binary("*", level, factor), "number"), source.label, at)
          : brokenMade,
      decimals,
    );
  } else
    define(year, year, () => ({ value: numberValue(exact(start), "number"), derivation: { type: "typed" } }), decimals);
  if (value && shape.years.includes(before(year)))
    define(
      `growth.${year}`,
      `growth in ${year}`,
      () =>
        engine.compute(
          build.binary(
            "-",
            build.binary("/", build.name(`${name}.${year}`), build.name(`${name}.${before(year)}`)),
            build.number("1"),
          ),
          "%",
        ),
      1,
    );
}

function positive(engine: Engine, made: Made, label: string, at: Span | undefined): Made {
  const { value } = made;
  if (value.type !== "number" || value.exact.greaterThan(0)) return made;
  engine.problems.push(report("figure/index-value", at, { label, found: plainValue(value, undefined, engine.style) }));
  return brokenMade;
}

/** Names every index: `price-indices.<i>.<y>`, and `price-indices.<i>.growth.<y>` on the year before. */
export function nameIndices(
  engine: Engine,
  data: DataFile,
  around: EconomicSurroundings,
): ReadonlyMap<string, IndexShape> {
  return new Map(
    Object.entries(data["price-indices"] ?? {}).map(([id, source]) => {
      const shape = shapeIndex(engine, id, source, around);
      for (const year of shape.years) nameYear(engine, shape, year, around);
      return [id, shape];
    }),
  );
}

/**
 * Name of the factor that turns amounts in prices of `from` into prices of `to`: index of `to` over index of `from`
 * (Green Book: price base and inflation). Undefined when the index does not cover both years.
 */
export function priceFactor(engine: Engine, index: IndexShape, from: string, to: string): string | undefined {
  if (!index.years.includes(from) || !index.years.includes(to)) return undefined;
  const name = `price-indices.${index.id}.factor.${from}.${to}`;
  engine.define({
    name,
    label: `${index.source.label}, from prices of ${from} to prices of ${to}`,
    decimals: 4,
    origin: index.origin,
    make: () =>
      engine.compute(
        build.binary(
          "/",
          build.name(`price-indices.${index.id}.${to}`),
          build.name(`price-indices.${index.id}.${from}`),
        ),
        "number",
      ),
  });
  return name;
}
