// What the options of an appraisal come to: present values, net present social value and what is read from it.

import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { stopper } from "../formula/worked.ts";
import type { Value } from "../model.ts";
import { moneyPlaces } from "../numbers/format.ts";
import { type Exact, round, zero } from "../numbers/money.ts";
import { answer, type Entrant, quoted, rank } from "../registers/ranking.ts";
import { plainText } from "../tables/rows.ts";
import { ownFactors } from "./discount.ts";
import { sumOf } from "./naming.ts";
import { type AppraisalLine, type AppraisalOption, type AppraisalShape, linesOf, optionName } from "./shape.ts";

/** Lines of an option that the economic case counts. */
export function economicLines(shape: AppraisalShape, option: string): readonly AppraisalLine[] {
  return linesOf(shape, option).filter((line) => line.economic);
}

/** True for what lowers the net present value; income counts as a benefit. */
export function isCost(line: AppraisalLine): boolean {
  return line.source.kind === "cost";
}

/** Name of the present value of one line in one option. */
export function presentName(shape: AppraisalShape, option: string, line: string): string {
  return optionName(shape, option, line, "present");
}

/** The options with their net present values, to be ranked. */
export function entrants(shape: AppraisalShape, ...below: readonly string[]): readonly Entrant[] {
  return shape.options.map((o) => ({ figure: optionName(shape, o.id, ...below, "npsv"), label: plainText(o.title) }));
}

const notApplicable: Made = { value: { type: "empty", empty: "n/a" }, derivation: { type: "typed" } };

/** A quotient, which does not apply where there is nothing to divide by. */
export function quotient(engine: Engine, over: string, under: string, unit: string): Made {
  const divisor = engine.value(under);
  if (divisor.type === "number" && divisor.exact.isZero()) return notApplicable;
  return engine.compute(build.binary("/", build.name(over), build.name(under)), unit);
}

/**
 * What each further pound of cost brings compared with the baseline (Green Book: costs and benefits of an option are
 * those beyond business as usual). An option that costs no more than the baseline has no such ratio.
 */
function incrementalRatio(engine: Engine, shape: AppraisalShape, option: AppraisalOption): Made {
  const { baseline } = shape.source;
  if (option.id === baseline) return notApplicable;
  if (!shape.options.some((o) => o.id === baseline)) return brokenMade;
  const more = (part: string) =>
    build.binary("-", build.name(optionName(shape, option.id, part)), build.name(optionName(shape, baseline, part)));
  const [own, its] = [option.id, baseline].map((o) => engine.value(optionName(shape, o, "pv-costs")));
  if (own?.type !== "number" || its?.type !== "number") return engine.compute(more("pv-costs"), shape.unit);
  const costs = optionName(shape, option.id, "pv-costs");
  if (own.exact.lessThanOrEqualTo(its.exact))
    return answer(
      { type: "words", words: "n/a, costs no more" },
      `none, since ${costs} is not above the baseline's`,
      "",
      [costs],
    );
  return engine.compute(build.binary("/", more("pv-benefits"), more("pv-costs")), "number");
}

/** Names what one option comes to. */
function nameOption(engine: Engine, shape: AppraisalShape, option: AppraisalOption): void {
  const { unit, years } = shape;
  const name = (...parts: readonly string[]) => optionName(shape, option.id, ...parts);
  const words = plainText(option.title);
  const define = (part: string, label: string, decimals: number, make: () => Made) =>
    engine.define({ name: name(part), label: `${words}, ${label}`, decimals, origin: shape.origin, make });
  const amount = (part: string, label: string, expression: Expression) =>
    define(part, label, moneyPlaces[unit], () => engine.compute(expression, unit));
  const factor = (year: string) => build.name(ownFactors(shape).factor(year));
  const lines = economicLines(shape, option.id);
  const present = (list: readonly AppraisalLine[]) => sumOf(list.map((l) => presentName(shape, option.id, l.id)));

  for (const line of lines)
    amount(
      `${line.id}.present`,
      `present value of ${plainText(line.source.label)}`,
      build.call(
        "sum",
        years.map(({ year }) => build.binary("*", build.name(name(line.id, year)), factor(year))),
      ),
    );
  amount("pv-costs", "present value of costs", present(lines.filter(isCost)));
  amount("pv-benefits", "present value of benefits", present(lines.filter((l) => !isCost(l))));
  amount(
    "npsv",
    "net present social value",
    build.binary("-", build.name(name("pv-benefits")), build.name(name("pv-costs"))),
  );
  for (const { year } of years)
    amount(
      `present.${year}`,
      `present value in ${year}`,
      build.binary("*", build.name(name("net", year)), factor(year)),
    );
  amount("present.total", "present value of all years", sumOf(years.map(({ year }) => name("present", year))));
  for (const part of ["net", "present"] as const) {
    const label = part === "net" ? "net benefit so far" : "discounted net benefit so far";
    for (const [i, { year }] of years.entries()) {
      const own = build.name(name(part, year));
      const before = years[i - 1];
      const running = before ? build.binary("+", build.name(name(part, "cumulative", before.year)), own) : own;
      amount(`${part}.cumulative.${year}`, `${label}, ${year}`, running);
    }
  }
  // Net of what is received for the service, but not of its benefits: what an option costs today.
  const income = lines.filter((l) => l.source.kind === "income");
  amount(
    "npc",
    "net present cost",
    income.length > 0 ? build.binary("-", build.name(name("pv-costs")), present(income)) : build.name(name("pv-costs")),
  );
  const baseline = optionName(shape, shape.source.baseline, "npsv");
  define("incremental-npsv", "net present social value against the baseline", moneyPlaces[unit], () =>
    shape.options.some((o) => o.id === shape.source.baseline)
      ? engine.compute(build.binary("-", build.name(name("npsv")), build.name(baseline)), unit)
      : brokenMade,
  );
  define("bcr", "benefit-cost ratio", 2, () => quotient(engine, name("pv-benefits"), name("pv-costs"), "number"));
  define("incremental-bcr", "benefit-cost ratio against the baseline", 2, () =>
    incrementalRatio(engine, shape, option),
  );
  define("roi", "return on investment", 1, () => quotient(engine, name("net", "total"), name("costs", "total"), "%"));
  define("discounted-roi", "discounted return on investment", 1, () =>
    quotient(engine, name("npsv"), name("pv-costs"), "%"),
  );
  define("eac", "equivalent annual cost", moneyPlaces[unit], () =>
    quotient(engine, name("npc"), `${shape.id}.annuity`, unit),
  );
  const flows = years.map(({ year }) => build.name(name("net", year)));
  define("irr", "internal rate of return", 1, () => engine.compute(build.call("irr", flows), "%"));
  define("payback", "payback", 0, () => payback(engine, shape, (year) => name("net", "cumulative", year)));
  define("discounted-payback", "discounted payback", 0, () =>
    payback(engine, shape, (year) => name("present", "cumulative", year)),
  );
  define("rank", "rank by net present social value", 0, () => rank(engine, entrants(shape), name("npsv")));
}

/** The exact numbers of figures, nil being nothing, or the value that stops them. */
function exactValues(engine: Engine, names: readonly string[]): readonly Exact[] | { readonly stopped: Value } {
  const values = names.map((n) => engine.value(n));
  const stopped = stopper(values);
  return stopped ? { stopped } : values.map((v) => (v.type === "number" ? v.exact : zero));
}

// A workbook takes formulas nested so deep and no deeper; a longer appraisal has its answer without a formula.
const deepestNest = 60;

/**
 * The first year in which the running total is not negative, having been so before: the year in which it changes sign.
 * Equal as far as a workbook can tell counts as nothing left to pay back.
 */
function payback(engine: Engine, shape: AppraisalShape, running: (year: string) => string): Made {
  const { years } = shape;
  const names = years.map(({ year }) => running(year));
  const totals = exactValues(engine, names);
  if ("stopped" in totals) return { ...brokenMade, value: totals.stopped };
  const left = totals.map((total) => round(total, 6));
  const crossed = left.findIndex((total, i) => i > 0 && !below(total) && below(left[i - 1]));
  const never = left.some(below) ? `Not within ${years.at(-1)?.index ?? 0} years` : "Nothing to pay back";
  const rounded = names.map((n) => `ROUND([[${n}]],6)`);
  const otherwise = `IF(MIN(${names.map((n) => `[[${n}]]`).join(",")})<-0.0000005,${quoted(`Not within ${years.at(-1)?.index ?? 0} years`)},"Nothing to pay back")`;
  const excel = rounded.reduceRight((rest, total, i) => {
    const before = rounded[i - 1];
    return before === undefined ? rest : `IF(AND(${before}<0,${total}>=0),"Year ${years[i]?.index ?? i}",${rest})`;
  }, otherwise);
  return answer(
    { type: "words", words: crossed < 0 ? never : `Year ${years[crossed]?.index ?? crossed}` },
    `the first year in which the running total ${names[0]} to ${names.at(-1)} is not below zero`,
    names.length > deepestNest ? "" : excel,
    names,
  );
}

const below = (total: Exact | undefined): boolean => total?.isNegative() === true && !total.isZero();

/** Names what every option of an appraisal comes to. */
export function nameResults(engine: Engine, shape: AppraisalShape): void {
  for (const option of shape.options) nameOption(engine, shape, option);
}
