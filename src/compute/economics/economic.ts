// The economic view: real prices of the base year, optimism bias on, transfers and VAT out.
import type { Engine } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { managedBias } from "./bias.ts";
import type { Moved } from "./moves.ts";
import { nameYearly, sumLess, sumOf } from "./naming.ts";
import { type AppraisalLine, type AppraisalShape, linesOf, optionName } from "./shape.ts";

/** Optimism bias makes costs higher, and benefits and income lower. */
function withBias(line: AppraisalLine, real: string, biased: boolean): Expression {
  const id = line.source["optimism-bias"];
  if (id === undefined || !biased) return build.name(real);
  const sign = line.source.kind === "cost" ? "+" : "-";
  return build.binary("*", build.name(real), build.binary(sign, build.number("1"), build.name(managedBias(id))));
}

/**
 * Names `a.o.<l>.<y>` for every resource line, and costs, benefits and their difference by year (Green Book: resources
 * are counted in real terms, whoever bears them; income counts as a benefit).
 */
export function nameEconomicView(
  engine: Engine,
  shape: AppraisalShape,
  moved: ReadonlyMap<string, Moved>,
  biases: ReadonlySet<string>,
): void {
  for (const option of shape.options) {
    const lines = linesOf(shape, option.id).filter((line) => line.economic);
    for (const line of lines)
      nameYearly(engine, shape, option, line.id, line.source.label, (year) =>
        withBias(line, moved.get(line.id)?.real(option.id, year) ?? "", biases.has(line.source["optimism-bias"] ?? "")),
      );
    const names = (year: string, cost: boolean) =>
      lines
        .filter((line) => (line.source.kind === "cost") === cost)
        .map((line) => optionName(shape, option.id, line.id, year));
    nameYearly(engine, shape, option, "costs", "costs", (year) => sumOf(names(year, true)));
    nameYearly(engine, shape, option, "benefits", "benefits", (year) => sumOf(names(year, false)));
    nameYearly(engine, shape, option, "net", "benefits less costs", (year) =>
      sumLess([optionName(shape, option.id, "benefits", year)], [optionName(shape, option.id, "costs", year)]),
    );
  }
}
