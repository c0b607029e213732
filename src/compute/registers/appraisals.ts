// Appraisals: flows by year, discounted; what they come to and whether they pay back.
import type { Conventions } from "../../../schemas/programme.ts";
import { isFinancialYear, type Quantity } from "../../../schemas/scalars.ts";
import type { Appraisal } from "../../../schemas/table.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { readFlatRate } from "../engine/rate.ts";
import { build, type Expression } from "../formula/expression.ts";
import { brokenValue, numberValue, stopper } from "../formula/worked.ts";
import type { AppraisalModel, Figure, Value } from "../model.ts";
import { discountFactor, paybackYear } from "../numbers/finance.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { type Exact, isMoney, type MoneyUnit, one } from "../numbers/money.ts";
import { rateIn, type Schedule, schedules } from "../numbers/rates.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { firstYear } from "../numbers/years.ts";
import { checkScale } from "../tables/columns.ts";
import { nameRunning } from "./running.ts";

/** Results in the order they are printed. */
const resultNames = [
  "benefits",
  "costs",
  "net",
  "roi",
  "discounted-roi",
  "average-discounted-roi",
  "npv",
  "rate",
  "bcr",
  "irr",
  "payback",
  "discounted-payback",
] as const;
type ResultName = (typeof resultNames)[number];

const labels: Readonly<Record<ResultName, string>> = {
  benefits: "Total benefits",
  costs: "Total costs",
  net: "Net benefit",
  roi: "Return on investment",
  "discounted-roi": "Discounted return on investment",
  "average-discounted-roi": "Average annual discounted return on investment",
  npv: "Net present value",
  bcr: "Benefit-cost ratio",
  irr: "Internal rate of return",
  payback: "Payback year",
  "discounted-payback": "Discounted payback year",
  rate: "Discount rate",
};

interface Shape {
  readonly id: string;
  readonly source: Appraisal;
  readonly unit: MoneyUnit;
  readonly years: readonly string[];
  /** Years after the base year, one for each year. */
  readonly indices: readonly number[];
  /** A schedule, or the name of the figure that holds a flat rate. */
  readonly rates: Schedule | string | undefined;
  readonly discounting: string;
}

function yearsOf(engine: Engine, id: string, source: Appraisal, places: Places): readonly string[] {
  const benefits = Object.keys(source.benefits);
  const costs = Object.keys(source.costs);
  const [longer, other] = benefits.length >= costs.length ? [benefits, costs] : [costs, benefits];
  const all = [...longer, ...other.filter((y) => !longer.includes(y))];
  const dated = all.every(isFinancialYear);
  const years = dated ? [...all].sort() : all;
  const at = (part: string, year: string) => places.key(["appraisals", id, part, year]);
  if (all.length === 0)
    engine.problems.push(report("figure/no-years", places.key(["appraisals", id]), { title: source.title }));
  // Years may all be words, such as "year 0"; one among financial years is a slip, and the year it stands for is not missed.
  if (!dated && all.some(isFinancialYear)) {
    for (const part of ["benefits", "costs"] as const)
      for (const year of Object.keys(source[part]))
        if (!isFinancialYear(year)) engine.problems.push(report("figure/phase-year", at(part, year), { year }));
    return years;
  }
  for (const [list, missing] of [
    [benefits, "benefits"],
    [costs, "costs"],
  ] as const)
    for (const year of years)
      if (!list.includes(year))
        engine.problems.push(
          report("figure/appraisal-years", places.key(["appraisals", id, missing]), {
            year,
            missing: missing === "benefits" ? "benefit" : "cost",
          }),
        );
  if (years.every(isFinancialYear))
    for (const [i, year] of years.entries()) {
      const before = years[i - 1];
      if (before !== undefined && firstYear(year) !== firstYear(before) + 1)
        engine.problems.push(report("figure/appraisal-gap", at("benefits", year), { before, after: year }));
    }
  return years;
}

function indicesOf(
  engine: Engine,
  id: string,
  years: readonly string[],
  base: string | undefined,
  places: Places,
): readonly number[] {
  if (base === undefined || !years.every(isFinancialYear)) return years.map((_, i) => i);
  const [first] = years;
  if (first !== undefined && firstYear(first) < firstYear(base))
    engine.problems.push(
      report("figure/appraisal-base", places.key(["appraisals", id, "benefits", first]), { year: first, base }),
    );
  return years.map((year) => Math.max(0, firstYear(year) - firstYear(base)));
}

function shapeAppraisal(
  engine: Engine,
  id: string,
  source: Appraisal,
  conventions: Conventions | undefined,
  places: Places,
): Shape {
  const years = yearsOf(engine, id, source, places);
  const house = conventions?.discounting;
  const unit = source.unit !== undefined && isMoney(source.unit) ? source.unit : engine.style.money;
  const rateName = `${id}.rate`;
  const shape = { id, source, unit, years };
  if (source.rate) {
    const indices = indicesOf(engine, id, years, undefined, places);
    return { ...shape, indices, rates: rateName, discounting: source.rate.reason };
  }
  if (!house) {
    const title = source.title;
    engine.problems.push(report("figure/no-discounting", places.key(["appraisals", id]), { title }));
    return { ...shape, indices: years.map((_, i) => i), rates: undefined, discounting: "" };
  }
  const indices = indicesOf(engine, id, years, house.base, places);
  if ("rate" in house) return { ...shape, indices, rates: rateName, discounting: house.reason };
  const schedule = schedules[house.schedule];
  return { ...shape, indices, rates: schedule, discounting: `${schedule.name}: ${schedule.source}` };
}

function flows(engine: Engine, shape: Shape, part: string): readonly Exact[] | Value {
  const values = shape.years.map((year) => engine.value(`${shape.id}.${part}.${year}`));
  const stopped = stopper(values);
  if (stopped) return stopped;
  return values.map((v) => (v.type === "number" ? v.exact : one.minus(1)));
}

const isValue = (found: readonly Exact[] | Value): found is Value => !Array.isArray(found);

/** An answer that is no formula: words, or a number found by search. */
function answer(value: Value, sentence: string, excel: string, inputs: readonly string[]): Made {
  return { value, derivation: { type: "computed", sentence, excel, inputs } };
}

function payback(engine: Engine, shape: Shape, part: "net" | "present"): Made {
  const found = flows(engine, shape, part);
  if (isValue(found)) return { value: found, derivation: { type: "typed" } };
  const at = paybackYear(found);
  const words = at === undefined ? `Not within ${found.length - 1} years` : `Year ${shape.indices[at] ?? at}`;
  const inputs = shape.years.map((y) => `${shape.id}.${part}.${y}`);
  const flowWords = part === "net" ? "net flow" : "discounted net flow";
  return answer(
    { type: "words", words },
    `the first year in which the running total of the ${flowWords} is not below zero`,
    "",
    inputs,
  );
}

/** Benefits and costs are positive; a negative one is still worked with, so that nothing else is reported for it. */
function readAmount(engine: Engine, quantity: Quantity, unit: MoneyUnit, at: Span | undefined, label: string): Made {
  const made = engine.read(quantity, { unit, at });
  if (made.value.type === "number" && made.value.exact.lessThan(0)) {
    const amount = plainValue(made.value, moneyPlaces[unit], engine.style);
    engine.problems.push(report("figure/negative-amount", at, { label, amount }));
  }
  return made;
}

function nameYears(engine: Engine, shape: Shape, places: Places): void {
  const { id, source, unit, years, indices } = shape;
  for (const [i, year] of years.entries()) {
    for (const part of ["benefits", "costs"] as const) {
      const quantity = source[part][year];
      const at = places.value(["appraisals", id, part, year]);
      engine.define({
        name: `${id}.${part}.${year}`,
        label: `${source.title}, ${part} in ${year}`,
        decimals: moneyPlaces[unit],
        origin: at,
        make: () => (quantity ? readAmount(engine, quantity, unit, at, `${source.title}, ${year}`) : brokenMade),
      });
    }
    const origin = places.key(["appraisals", id, "benefits", year]);
    const define = (part: string, label: string, make: () => Made, decimals?: number) =>
      engine.define({
        name: `${id}.${part}.${year}`,
        label: `${source.title}, ${label} in ${year}`,
        decimals,
        origin,
        make,
      });
    define(
      "net",
      "net benefit",
      () =>
        engine.compute(
          build.binary("-", build.name(`${id}.benefits.${year}`), build.name(`${id}.costs.${year}`)),
          unit,
        ),
      moneyPlaces[unit],
    );
    define("factor", "discount factor", () => factor(engine, shape, indices[i] ?? i), 4);
    define(
      "present",
      "present value",
      () =>
        engine.compute(build.binary("*", build.name(`${id}.net.${year}`), build.name(`${id}.factor.${year}`)), unit),
      moneyPlaces[unit],
    );
  }
}

function factor(engine: Engine, shape: Shape, index: number): Made {
  const { rates } = shape;
  const convention = shape.source.convention ?? "year-end";
  if (rates === undefined) return { value: brokenValue, derivation: { type: "typed" } };
  if (typeof rates !== "string") {
    const value = discountFactor(index, rates, convention);
    return answer(
      numberValue(value, "number"),
      `the factor of year ${index} in the ${rates.name}`,
      value.toFixed(20),
      [],
    );
  }
  const rate = engine.value(rates);
  if (rate.type !== "number") return { value: rate, derivation: { type: "typed" } };
  const value = discountFactor(index, rate.exact, convention);
  const years = convention === "mid-year" && index > 0 ? `${index - 1}.5` : String(index);
  return answer(
    numberValue(value, "number"),
    `1 ÷ (1 + ${rates} (${plainValue(rate, 1, engine.style)})) to the power of ${years}`,
    `1/(1+[[${rates}]])^${years}`,
    [rates],
  );
}

function nameRate(
  engine: Engine,
  shape: Shape,
  conventions: Conventions | undefined,
  programme: Places,
  places: Places,
): void {
  const { id, rates, source } = shape;
  const house = conventions?.discounting;
  engine.define({
    name: `${id}.rate`,
    label: labels.rate,
    decimals: Math.max(1, writtenDecimals(source.rate?.rate) ?? 0),
    origin: places.value(["appraisals", id, "rate", "rate"]) ?? programme.value(["conventions", "discounting"]),
    make: () => {
      if (rates !== undefined && typeof rates !== "string")
        return answer(
          numberValue(rateIn(rates, 0), "%"),
          `the first rate of the ${rates.name}`,
          rateIn(rates, 0).toFixed(),
          [],
        );
      if (source.rate) return readFlatRate(engine, source.rate.rate, places.value(["appraisals", id, "rate", "rate"]));
      if (house && "rate" in house)
        return readFlatRate(engine, house.rate, programme.value(["conventions", "discounting", "rate"]));
      return { value: brokenValue, derivation: { type: "typed" } };
    },
  });
}

function nameResults(engine: Engine, shape: Shape, places: Places): void {
  const { id, unit, years } = shape;
  const name = (part: string) => build.name(`${id}.${part}`);
  const each = (part: string) => years.map((year) => build.name(`${id}.${part}.${year}`));
  const product = (part: string): Expression =>
    build.call(
      "sum",
      years.map((year) => build.binary("*", build.name(`${id}.${part}.${year}`), build.name(`${id}.factor.${year}`))),
    );
  const define = (part: ResultName | "present-benefits" | "present-costs", decimals: number, make: () => Made) =>
    engine.define({
      name: `${id}.${part}`,
      label:
        part === "present-benefits"
          ? "Benefits, discounted"
          : part === "present-costs"
            ? "Costs, discounted"
            : labels[part],
      decimals,
      origin: places.key(["appraisals", id]),
      make: () => (years.length === 0 ? brokenMade : make()),
    });
  const guarded = (part: string, make: () => Made) => (): Made => {
    const whole = engine.value(`${id}.${part}`);
    return whole.type === "number" && whole.exact.isZero()
      ? { value: { type: "empty", empty: "n/a" }, derivation: { type: "typed" } }
      : make();
  };
  const sumOf = (part: string) => () => engine.compute(build.call("sum", each(part)), unit);
  define("benefits", moneyPlaces[unit], sumOf("benefits"));
  define("costs", moneyPlaces[unit], sumOf("costs"));
  define("net", moneyPlaces[unit], () => engine.compute(build.binary("-", name("benefits"), name("costs")), unit));
  define("npv", moneyPlaces[unit], sumOf("present"));
  define("present-benefits", moneyPlaces[unit], () => engine.compute(product("benefits"), unit));
  define("present-costs", moneyPlaces[unit], () => engine.compute(product("costs"), unit));
  define(
    "roi",
    1,
    guarded("costs", () => engine.compute(build.binary("/", name("net"), name("costs")), "%")),
  );
  define(
    "discounted-roi",
    1,
    guarded("present-costs", () => engine.compute(build.binary("/", name("npv"), name("present-costs")), "%")),
  );
  // Averaged over the years after year 0, as the published summaries do.
  const later = Math.max(1, years.length - 1);
  define("average-discounted-roi", 1, () =>
    engine.compute(build.binary("/", name("discounted-roi"), build.number(String(later))), "%"),
  );
  define(
    "bcr",
    2,
    guarded("present-costs", () =>
      engine.compute(build.binary("/", name("present-benefits"), name("present-costs")), "number"),
    ),
  );
  define("irr", 1, () => engine.compute(build.call("irr", each("net")), "%"));
  define("payback", 0, () => payback(engine, shape, "net"));
  define("discounted-payback", 0, () => payback(engine, shape, "present"));
}

/** What naming appraisals needs from the programme. */
export interface AppraisalSurroundings {
  readonly conventions: Conventions | undefined;
  readonly programme: Places;
  readonly places: Places;
}

/** Names every appraisal's flows and results. */
export function nameAppraisals(
  engine: Engine,
  appraisals: Readonly<Record<string, Appraisal>>,
  around: AppraisalSurroundings,
): readonly Shape[] {
  return Object.entries(appraisals).map(([id, source]) => {
    const shape = shapeAppraisal(engine, id, source, around.conventions, around.places);
    const scale = checkScale(source.title, [shape.unit]);
    if (scale)
      engine.problems.push(report("figure/label-scale", around.places.value(["appraisals", id, "title"]), scale));
    nameRate(engine, shape, around.conventions, around.programme, around.places);
    nameYears(engine, shape, around.places);
    nameRunning(engine, { ...shape, title: source.title }, around.places);
    nameResults(engine, shape, around.places);
    return shape;
  });
}

/** Works one appraisal out. */
export function modelAppraisal(engine: Engine, shape: Shape, places: Places): AppraisalModel {
  const { id, source, unit, years, indices, discounting } = shape;
  const value = (part: string, year: string) => engine.value(`${id}.${part}.${year}`);
  return {
    id,
    source,
    unit,
    years: years.map((year, i) => ({
      year,
      index: indices[i] ?? i,
      benefit: value("benefits", year),
      cost: value("costs", year),
      net: value("net", year),
      factor: value("factor", year),
      present: value("present", year),
    })),
    results: new Map(
      resultNames.flatMap((name): [string, Figure][] => {
        const figure = engine.figure(`${id}.${name}`);
        return figure ? [[name, figure]] : [];
      }),
    ),
    discounting,
    origin: places.key(["appraisals", id]),
  };
}
