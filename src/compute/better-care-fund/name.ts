// Part 2 of the Better Care Fund template: contributions, contingency, schemes and metrics become named figures.
import type { BetterCareFund } from "../../../schemas/better-care-fund.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import type { Engine, Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces } from "../numbers/format.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { humanise } from "../tables/columns.ts";

/** The template's money columns and the four parts of a scheme, in the order of its sheets. */
export const contributions = ["spend-2014-15", "minimum-2015-16", "actual-2015-16"] as const;
export const contingencies = [
  "planned-saving-2015-16",
  "planned-saving-ongoing",
  "support-2015-16",
  "support-ongoing",
] as const;
export const schemeColumns = ["spend-2014-15", "benefits-2014-15", "spend-2015-16", "benefits-2015-16"] as const;
export const schemeParts = ["recurrent", "non-recurrent"] as const;
export const readings = ["baseline", "april-2015", "october-2015"] as const;
export const readingWords: Readonly<Record<(typeof readings)[number], string>> = {
  baseline: "Current baseline",
  "april-2015": "Payment of April 2015",
  "october-2015": "Payment of October 2015",
};

/** What the parts of Part 2 are worked out from. */
export interface Fund {
  readonly engine: Engine;
  readonly source: BetterCareFund;
  readonly places: Places;
  /** Names of the bodies, by id. */
  readonly organisations: ReadonlyMap<string, string>;
}

export const root = "better-care-fund";

function amount(fund: Fund, name: string, label: string, quantity: Quantity | undefined, at: Span | undefined): void {
  const unit = fund.engine.style.money;
  fund.engine.define({
    name,
    label,
    decimals: moneyPlaces[unit],
    origin: at,
    // A part that a scheme does not have is nil, not unknown.
    make: () => fund.engine.read(quantity ?? { kind: "empty", empty: "nil" }, { unit, at }),
  });
}

function total(fund: Fund, name: string, label: string, parts: readonly string[], section: string): void {
  const sum: Expression = parts.length === 0 ? build.number("0") : build.call("sum", parts.map(build.name));
  const unit = fund.engine.style.money;
  fund.engine.define({
    name,
    label,
    decimals: moneyPlaces[unit],
    origin: fund.places.key([root, section]),
    make: () => fund.engine.compute(sum, unit),
  });
}

/** Words of a money column: "Spend 2014/15". */
export function columnWords(key: string): string {
  return humanise(key.replace(/(\d{4})-(\d{2})$/, "$1/$2"));
}

function nameContributions(fund: Fund): void {
  const bodies = Object.entries(fund.source["finance-summary"]);
  for (const [id, body] of bodies)
    for (const column of contributions)
      amount(
        fund,
        `bcf.${id}.${column}`,
        `${fund.organisations.get(id) ?? id}, ${columnWords(column)}`,
        body[column],
        fund.places.value([root, "finance-summary", id, column]),
      );
  for (const column of contributions)
    total(
      fund,
      `bcf.${column}.total`,
      `Total, ${columnWords(column)}`,
      bodies.map(([id]) => `bcf.${id}.${column}`),
      "finance-summary",
    );
}

function nameContingency(fund: Fund): void {
  const outcomes = Object.entries(fund.source.contingency);
  for (const [id, outcome] of outcomes)
    for (const column of contingencies)
      amount(
        fund,
        `bcf.contingency.${id}.${column}`,
        `${outcome.outcome}, ${columnWords(column)}`,
        outcome[column],
        fund.places.value([root, "contingency", id, column]),
      );
  for (const column of contingencies)
    total(
      fund,
      `bcf.contingency.${column}.total`,
      `Total, ${columnWords(column)}`,
      outcomes.map(([id]) => `bcf.contingency.${id}.${column}`),
      "contingency",
    );
}

function nameSchemes(fund: Fund): void {
  const schemes = Object.entries(fund.source.schemes);
  for (const column of schemeColumns) {
    for (const part of schemeParts) {
      for (const [id, scheme] of schemes)
        amount(
          fund,
          `bcf.schemes.${id}.${column}.${part}`,
          `${scheme.label}, ${columnWords(column)}, ${part}`,
          scheme[column]?.[part],
          fund.places.value([root, "schemes", id, column, part]) ?? fund.places.key([root, "schemes", id]),
        );
      total(
        fund,
        `bcf.schemes.${column}.${part}.total`,
        `Total, ${columnWords(column)}, ${part}`,
        schemes.map(([id]) => `bcf.schemes.${id}.${column}.${part}`),
        "schemes",
      );
    }
    total(
      fund,
      `bcf.schemes.${column}.total`,
      `Total, ${columnWords(column)}`,
      schemeParts.map((part) => `bcf.schemes.${column}.${part}.total`),
      "schemes",
    );
  }
}

function nameMetrics(fund: Fund): void {
  const { engine, places } = fund;
  for (const [id, metric] of Object.entries(fund.source.metrics))
    for (const reading of readings) {
      const given = metric[reading];
      if (!given) continue;
      const at = (part: string) => places.value([root, "metrics", id, reading, part]);
      const define = (part: string, decimals: number | undefined, origin: Span | undefined, make: () => Made) =>
        engine.define({
          name: `bcf.metrics.${id}.${reading}.${part}`,
          label: `${metric.label}, ${humanise(reading)}, ${part}`,
          decimals,
          origin,
          make,
        });
      for (const part of ["numerator", "denominator"] as const) {
        const quantity = given[part];
        if (quantity)
          define(part, writtenDecimals(quantity) ?? 0, at(part), () => engine.read(quantity, { at: at(part) }));
      }
      const value = given.value;
      const decimals = metricDecimals(metric, value);
      if (value)
        define("value", decimals, at("value"), () => engine.read(value, { unit: metric.unit, at: at("value") }));
      // A value that is given is held against the one worked out; one that is not given is the one worked out.
      if (given.numerator && given.denominator)
        define(value ? "worked" : "value", decimals, places.key([root, "metrics", id, reading]), () =>
          engine.compute(ratio(id, reading, metric.multiplier), metric.unit),
        );
    }
}

/** Digits a metric is printed with: as declared, or as its value is written. */
export function metricDecimals(
  metric: Pick<BetterCareFund["metrics"][string], "decimals">,
  value: Quantity | undefined,
): number {
  return metric.decimals ?? writtenDecimals(value) ?? 1;
}

/** numerator ÷ denominator × multiplier of one reading of a metric. */
function ratio(id: string, reading: string, multiplier: number | undefined): Expression {
  const name = `bcf.metrics.${id}.${reading}`;
  const share = build.binary("/", build.name(`${name}.numerator`), build.name(`${name}.denominator`));
  return multiplier === undefined || multiplier === 1
    ? share
    : build.binary("*", share, build.number(String(multiplier)));
}

/** Names every amount and reading of Part 2. */
export function nameFund(fund: Fund): void {
  nameContributions(fund);
  nameContingency(fund);
  nameSchemes(fund);
  nameMetrics(fund);
}
