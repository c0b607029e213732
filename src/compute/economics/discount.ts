// Discounting: the rate of every year and the factors that chain them, for an appraisal and for other rates tried on it.
import type { OptionAppraisal } from "../../../schemas/finance.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { readFlatRate } from "../engine/rate.ts";
import { build } from "../formula/expression.ts";
import { numberValue } from "../formula/worked.ts";
import { type Exact, exact, one } from "../numbers/money.ts";
import { rateIn, type Schedule, type ScheduleName, schedules } from "../numbers/rates.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { firstYear, yearsBetween } from "../numbers/years.ts";
import { answer } from "../registers/ranking.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import type { AppraisalShape, AppraisalYear, EconomicSurroundings } from "./shape.ts";

type FlatRate = Extract<NonNullable<OptionAppraisal["discounting"]>, { rate: unknown }>;

/** Where an appraisal's rates come from. */
type Rates =
  | { readonly type: "schedule"; readonly schedule: Schedule; readonly at: Span | undefined }
  | { readonly type: "flat"; readonly rate: FlatRate["rate"]; readonly reason: string; readonly at: Span | undefined };

const factorDecimals = 4;

/** The appraisal's own discounting, or the programme's. */
function ratesOf(shape: AppraisalShape, around: EconomicSurroundings): Rates | undefined {
  const own = shape.source.discounting;
  const house = around.conventions?.discounting;
  const path = own ? ["option-appraisals", shape.id, "discounting"] : ["conventions", "discounting"];
  const places = own ? shape.places : around.programme;
  const read = (given: { readonly schedule: ScheduleName } | FlatRate): Rates =>
    "schedule" in given
      ? { type: "schedule", schedule: schedules[given.schedule], at: places.value([...path, "schedule"]) }
      : { type: "flat", rate: given.rate, reason: given.reason, at: places.value([...path, "rate"]) };
  const given = own ?? house;
  return given && read(given);
}

/** Years from year 0 to the last of the appraisal: factors chain through those before its first, too. */
function chainOf(shape: AppraisalShape): readonly AppraisalYear[] {
  const last = shape.years.at(-1);
  if (!last) return [];
  const before = yearsBetween(shape.base, last.year).map((year, index) => ({ year, index }));
  return firstYear(last.year) < firstYear(shape.base) ? shape.years : before;
}

/** Names of a chain of factors: the appraisal's own, or those of another rate that is tried. */
export interface FactorNames {
  readonly rate: (year: string) => string;
  readonly factor: (year: string) => string;
}

/** The appraisal's own rates and factors: `a.rate.<y>`, `a.factor.<y>`. */
export function ownFactors(shape: AppraisalShape): FactorNames {
  return { rate: (year) => `${shape.id}.rate.${year}`, factor: (year) => `${shape.id}.factor.${year}` };
}

/**
 * Names the factor of each year. They chain: D(y) = D(y − 1) ÷ (1 + rate of y), and D(0) = 1 (Green Book 2022, annex A6:
 * a schedule whose rate falls after 30 years discounts the early years at the early rate). Amounts in the middle of
 * their year are discounted half a year less, D(y − 1) ÷ √(1 + rate of y), those of year 0 not at all.
 */
export function nameFactors(engine: Engine, shape: AppraisalShape, names: FactorNames, label: string): void {
  const middle = shape.source.convention === "mid-year";
  const yearEnd = (year: string) => (middle ? `${names.factor("year-end")}.${year}` : names.factor(year));
  const define = (name: string, year: string, words: string, make: () => Made) =>
    engine.define({ name, label: `${words} in ${year}`, decimals: factorDecimals, origin: shape.origin, make });
  const chain = chainOf(shape);
  for (const [i, { year, index }] of chain.entries()) {
    const before = chain[i - 1];
    const growth = build.binary("+", build.number("1"), build.name(names.rate(year)));
    if (index === 0 || !before) {
      const first = () => answer(numberValue(one, "number"), `1, since ${year} is year 0`, "1", []);
      define(yearEnd(year), year, label, first);
      if (middle) define(names.factor(year), year, label, first);
      continue;
    }
    const earlier = yearEnd(before.year);
    define(yearEnd(year), year, middle ? `${label} at the year's end` : label, () =>
      engine.compute(build.binary("/", build.name(earlier), growth), "number"),
    );
    if (middle) define(names.factor(year), year, label, () => midYear(engine, earlier, names.rate(year)));
  }
}

function midYear(engine: Engine, before: string, rate: string): Made {
  const factor = engine.value(before);
  const at = engine.value(rate);
  if (factor.type !== "number") return { ...brokenMade, value: factor };
  if (at.type !== "number") return { ...brokenMade, value: at };
  return answer(
    numberValue(factor.exact.dividedBy(one.plus(at.exact).sqrt()), "number"),
    `${before} ÷ the square root of (1 + ${rate})`,
    `[[${before}]]/SQRT(1+[[${rate}]])`,
    [before, rate],
  );
}

/** How an appraisal discounts, for its tables. */
export interface Discounting {
  readonly words: string;
  readonly rateDecimals: number;
}

/** Names rates, factors and the annuity factor of an appraisal. */
export function nameDiscounting(engine: Engine, shape: AppraisalShape, around: EconomicSurroundings): Discounting {
  const { id, source } = shape;
  const rates = ratesOf(shape, around);
  if (!rates && !around.leftOut(`option-appraisals.${id}`))
    engine.problems.push(report("figure/no-discounting", shape.origin, { title: source.title }));
  const decimals = decimalsOf(shape, rates);
  const scheduled = (schedule: Schedule, index: number): Made =>
    answer(
      numberValue(rateIn(schedule, index), "%"),
      `the rate of year ${index} in the ${schedule.name}, ${schedule.published} edition`,
      rateIn(schedule, index).toFixed(),
      [],
    );
  engine.define({
    name: `${id}.rate`,
    label: "Discount rate",
    decimals,
    origin: rates?.at ?? shape.origin,
    make: () =>
      !rates
        ? brokenMade
        : rates.type === "schedule"
          ? scheduled(rates.schedule, 1)
          : readFlatRate(engine, rates.rate, rates.at),
  });
  for (const { year, index } of chainOf(shape))
    if (index > 0)
      engine.define({
        name: `${id}.rate.${year}`,
        label: `Discount rate in ${year}`,
        decimals,
        origin: rates?.at ?? shape.origin,
        make: () =>
          rates?.type === "schedule" ? scheduled(rates.schedule, index) : engine.compute(build.name(`${id}.rate`), "%"),
      });
  nameFactors(engine, shape, ownFactors(shape), "Discount factor");
  nameAnnuity(engine, shape);
  return { words: rates ? discountingWords(shape, rates) : "", rateDecimals: decimals };
}

/** Digits that show every rate in full. */
function decimalsOf(shape: AppraisalShape, rates: Rates | undefined): number {
  if (rates?.type !== "schedule") return Math.max(1, writtenDecimals(rates?.rate) ?? 1);
  return Math.max(1, ...chainOf(shape).map((y) => rateIn(rates.schedule, y.index).times(100).decimalPlaces()));
}

/** The sum of the factors after year 0: what one a year is worth now over the years of the appraisal. */
function nameAnnuity(engine: Engine, shape: AppraisalShape): void {
  const later = shape.years.filter((y) => y.index > 0).map((y) => build.name(`${shape.id}.factor.${y.year}`));
  engine.define({
    name: `${shape.id}.annuity`,
    label: "Annuity factor",
    decimals: factorDecimals,
    origin: shape.origin,
    make: () => engine.compute(later.length > 0 ? build.call("sum", later) : build.number("0"), "number"),
  });
}

const percent = (rate: Exact): string => `${rate.times(100).toFixed()}%`;

/** The schedule used with its edition, and the rates it gives for the years at hand; or the reason for another rate. */
function discountingWords(shape: AppraisalShape, rates: Rates): string {
  const { base, source } = shape;
  const when =
    source.convention === "mid-year"
      ? "Amounts fall in the middle of each year"
      : "Amounts fall at the end of each year";
  const zero = `Year 0 is ${base}, whose amounts are not discounted. ${when}.`;
  if (rates.type === "flat")
    return `Discounted at a flat rate instead of a Green Book schedule. Reason: ${rates.reason.replace(/\.$/, "")}. ${zero}`;
  const { schedule } = rates;
  const last = chainOf(shape).at(-1)?.index ?? 0;
  const bands = schedule.bands
    .filter((band) => band.from <= last && last > 0)
    .map((band) => `${percent(exact(band.rate))} in ${span(Math.max(1, band.from), Math.min(last, band.to))}`);
  const used = bands.length > 0 ? `: ${bands.join(", ")}` : "";
  return `Discounted at the ${schedule.name}, ${schedule.published} edition (${schedule.source})${used}. ${zero}`;
}

/** Rate and factor of each year, year 0 first. */
export function factorsTable(shape: AppraisalShape, discounting: Discounting): GeneratedTable {
  const { id, source } = shape;
  const chain = chainOf(shape);
  const last = chain.at(-1)?.index ?? 0;
  return {
    id: `${id}.discount-factors`,
    kind: "discount-factors",
    title: `${source.title}: discount factors`,
    columns: [
      { key: "year", label: "Financial year" },
      { key: "index", label: "Year" },
      { key: "rate", label: "Discount rate", unit: "%", decimals: discounting.rateDecimals },
      // Factors are no parts of a whole; their sum is the annuity factor, which leaves year 0 out.
      { key: "factor", label: "Discount factor", unit: "number", decimals: factorDecimals, cumulative: true },
    ],
    rows: [
      ...chain.map(({ year, index }) => ({
        kind: "body" as const,
        id: year,
        cells: {
          year: { markdown: year },
          index: { markdown: String(index) },
          rate: index === 0 ? { markdown: "–" } : { figure: `${id}.rate.${year}` },
          factor: { figure: `${id}.factor.${year}` },
        },
      })),
      ...(last > 0
        ? [
            {
              kind: "total" as const,
              label: `Annuity factor of ${annuityYears(shape)}`,
              cells: { factor: { figure: `${id}.annuity` } },
            },
          ]
        : []),
    ],
    notes: [discounting.words],
    origin: shape.origin,
  };
}

const span = (first: number, last: number) => (first === last ? `year ${first}` : `years ${first} to ${last}`);

/** "years 1 to 9". */
export function annuityYears(shape: AppraisalShape): string {
  const later = shape.years.filter((y) => y.index > 0);
  return span(later[0]?.index ?? 0, later.at(-1)?.index ?? 0);
}
