// Funding: what an option needs in cash, who pays for it, and the affordability gap that is left.
import type { DataFile } from "../../../schemas/data.ts";
import type { FundingPackage } from "../../../schemas/finance.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { compare, halfUnit } from "../numbers/money.ts";
import { type Check, nameAmounts } from "./amounts.ts";
import type { CashClass } from "./cash.ts";
import { sumLess, sumOf } from "./naming.ts";
import { type AppraisalShape, type EconomicSurroundings, optionName } from "./shape.ts";

/** A funding package with the option whose need it meets. */
export interface FundingShape {
  readonly id: string;
  readonly source: FundingPackage;
  readonly appraisal: AppraisalShape;
  readonly option: string;
}

export const fundingClasses = ["capital", "revenue"] as const satisfies readonly CashClass[];

/** Sources of a class, by id. */
export function sourcesOf({ source }: FundingShape, of: CashClass): readonly string[] {
  return Object.entries(source.sources).flatMap(([id, s]) => (s.class === of && !taken.has(id) ? [id] : []));
}

/** Results below a class, which no source can be called. */
const taken: ReadonlySet<string> = new Set(["need", "funded", "gap"]);

/** Packages whose appraisal and option are there; others were reported where they are named. */
export function shapeFunding(
  engine: Engine,
  data: DataFile,
  appraisals: readonly AppraisalShape[],
  { places }: EconomicSurroundings,
): readonly FundingShape[] {
  return Object.entries(data.funding ?? {}).flatMap(([id, source]) => {
    const appraisal = appraisals.find((a) => a.id === source.appraisal);
    const option = source.option ?? appraisal?.source.preferred ?? "";
    for (const name of Object.keys(source.sources))
      if (taken.has(name))
        engine.problems.push(
          report("figure/taken-name", places.key(["funding", id, "sources", name]), {
            what: "source",
            name,
            figure: `${id}.capital.${name}`,
          }),
        );
    return appraisal?.options.some((o) => o.id === option) ? [{ id, source, appraisal, option }] : [];
  });
}

/** Names `f.<class>.need|<source>|funded|gap.<y>` and `.total`, and `f.gap.<y>` of both classes together. */
export function nameFunding(engine: Engine, shape: FundingShape, around: EconomicSurroundings): readonly Check[] {
  const { id, source, appraisal } = shape;
  const { unit } = appraisal;
  const years = appraisal.years.map((y) => y.year);
  const origin = around.places.key(["funding", id]);
  const define = (rest: string, label: string, expression: Expression) =>
    engine.define({
      name: `${id}.${rest}`,
      label: `${source.title}: ${label}`,
      decimals: moneyPlaces[unit],
      origin,
      make: () => engine.compute(expression, unit),
    });
  const checks: Check[] = [];
  for (const of of fundingClasses) {
    const ids = sourcesOf(shape, of);
    for (const name of ids) {
      const given = source.sources[name];
      if (given)
        checks.push(
          ...nameAmounts(engine, given, {
            prefix: `${id}.${of}.${name}`,
            label: given.label,
            path: ["funding", id, "sources", name],
            places: around.places,
            years,
            partial: around.leftOut(`funding.${id}`),
          }),
        );
    }
    for (const year of [...years, "total"]) {
      define(`${of}.need.${year}`, `${of} needed, ${year}`, build.name(optionName(appraisal, shape.option, of, year)));
      define(`${of}.funded.${year}`, `${of} funded, ${year}`, sumOf(ids.map((name) => `${id}.${of}.${name}.${year}`)));
      define(
        `${of}.gap.${year}`,
        `${of} gap, ${year}`,
        sumLess([`${id}.${of}.need.${year}`], [`${id}.${of}.funded.${year}`]),
      );
    }
  }
  for (const year of [...years, "total"])
    define(`gap.${year}`, `affordability gap, ${year}`, sumOf(fundingClasses.map((of) => `${id}.${of}.gap.${year}`)));
  return [...checks, () => checkGap(engine, shape, around)];
}

/** A gap of at least half a printed unit in any year needs a word on how it is closed. */
function checkGap(engine: Engine, shape: FundingShape, { places, leftOut }: EconomicSurroundings): void {
  const { id, source, appraisal } = shape;
  if (source["gap-closed-by"] !== undefined || leftOut("lines") || leftOut(`funding.${id}`)) return;
  const decimals = moneyPlaces[appraisal.unit];
  const open = fundingClasses.flatMap((of) =>
    appraisal.years.flatMap(({ year }) => {
      const { value } = engine.figure(`${id}.${of}.gap.${year}`) ?? {};
      return value?.type === "number" && compare(value.exact, halfUnit(decimals)) >= 0 ? [{ of, year, value }] : [];
    }),
  );
  if (open.length === 0) return;
  engine.problems.push(
    report(
      "figure/funding-gap",
      places.key(["funding", id]),
      {
        title: source.title,
        total: plainValue(engine.value(`${id}.gap.total`), decimals, engine.style),
        years: [...new Set(open.map((o) => o.year))],
      },
      {
        notes: open.map(({ of, year, value }) => ({
          message: `${of} in ${year}: ${plainValue(value, decimals, engine.style)}`,
        })),
      },
    ),
  );
}
