// Small pieces that every view of an appraisal names its figures with.
import type { Engine } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces } from "../numbers/format.ts";
import { type AppraisalOption, type AppraisalShape, optionName } from "./shape.ts";

/** Names `a.o.<rest>` in the appraisal's unit. */
export function nameAmount(
  engine: Engine,
  shape: AppraisalShape,
  option: AppraisalOption,
  rest: string,
  label: string,
  expression: () => Expression,
): void {
  engine.define({
    name: optionName(shape, option.id, rest),
    label: `${option.title}: ${label}`,
    decimals: moneyPlaces[shape.unit],
    origin: shape.origin,
    make: () => engine.compute(expression(), shape.unit),
  });
}

/** Names `a.o.<rest>.<y>` for each year and `a.o.<rest>.total`, their sum. */
export function nameYearly(
  engine: Engine,
  shape: AppraisalShape,
  option: AppraisalOption,
  rest: string,
  label: string,
  inYear: (year: string) => Expression,
): void {
  for (const { year } of shape.years)
    nameAmount(engine, shape, option, `${rest}.${year}`, `${label}, ${year}`, () => inYear(year));
  nameAmount(engine, shape, option, `${rest}.total`, `${label}, all years`, () =>
    sumOf(shape.years.map(({ year }) => optionName(shape, option.id, rest, year))),
  );
}

/** The sum of named figures; nothing for none. */
export function sumOf(names: readonly string[]): Expression {
  const [only] = names;
  if (only === undefined) return build.number("0");
  return names.length === 1 ? build.name(only) : build.call("sum", names.map(build.name));
}

/** The sum of some named figures less that of others. */
export function sumLess(plus: readonly string[], less: readonly string[]): Expression {
  if (less.length === 0) return sumOf(plus);
  return build.binary("-", sumOf(plus), sumOf(less));
}
