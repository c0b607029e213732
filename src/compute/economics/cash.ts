// The financial view: what is paid and received in each year, VAT that nobody refunds included, optimism bias left out.
import type { Engine } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import { vatName } from "./lines.ts";
import type { Moved } from "./moves.ts";
import { nameAmount, nameYearly, sumLess, sumOf } from "./naming.ts";
import { type AppraisalLine, type AppraisalOption, type AppraisalShape, linesOf, optionName } from "./shape.ts";

/** Capital or revenue: cash-releasing benefits release revenue. */
export type CashClass = "capital" | "revenue";

/** Lines of an option that money moves for, by class. */
export function cashLines(
  shape: AppraisalShape,
  option: string,
  of: CashClass,
): { readonly costs: readonly AppraisalLine[]; readonly less: readonly AppraisalLine[] } {
  const lines = linesOf(shape, option).filter(
    (line) => line.cash && (line.source.class === "capital" ? "capital" : "revenue") === of,
  );
  return {
    costs: lines.filter((line) => line.source.kind === "cost"),
    less: lines.filter((line) => line.source.kind !== "cost"),
  };
}

/** Name of an amount of the financial view that is taken off: a table shows it below zero. */
export const lessName = (shape: AppraisalShape, option: string, line: string, year: string): string =>
  optionName(shape, option, "cash", line, "less", year);

function nameLine(
  engine: Engine,
  shape: AppraisalShape,
  option: AppraisalOption,
  line: AppraisalLine,
  moved: Moved | undefined,
): void {
  const vat = vatName(line);
  const label = `${line.source.label} in cash`;
  nameYearly(engine, shape, option, `cash.${line.id}`, label, (year) => {
    const amount = build.name(moved?.nominal(option.id, year) ?? "");
    return vat ? build.binary("*", amount, build.binary("+", build.number("1"), build.name(vat))) : amount;
  });
  if (line.source.kind === "cost") return;
  for (const year of [...shape.years.map((y) => y.year), "total"])
    nameAmount(engine, shape, option, `cash.${line.id}.less.${year}`, `${label}, taken off, ${year}`, () => ({
      type: "negative",
      of: build.name(optionName(shape, option.id, "cash", line.id, year)),
    }));
}

/**
 * Names `a.o.cash.<l>.<y>`, and by year what capital and revenue come to: costs less income and cash-releasing
 * benefits. Transfers, sunk costs and financing are money too; benefits to society and freed time are not.
 */
export function nameFinancialView(engine: Engine, shape: AppraisalShape, moved: ReadonlyMap<string, Moved>): void {
  for (const option of shape.options) {
    for (const line of linesOf(shape, option.id))
      if (line.cash) nameLine(engine, shape, option, line, moved.get(line.id));
    for (const of of ["capital", "revenue"] as const) {
      const { costs, less } = cashLines(shape, option.id, of);
      const names = (lines: readonly AppraisalLine[], year: string) =>
        lines.map((line) => optionName(shape, option.id, "cash", line.id, year));
      nameYearly(engine, shape, option, of, `${of} in cash`, (year) => sumLess(names(costs, year), names(less, year)));
    }
    nameYearly(engine, shape, option, "cash", "net cost in cash", (year) =>
      sumOf((["capital", "revenue"] as const).map((of) => optionName(shape, option.id, of, year))),
    );
  }
}
