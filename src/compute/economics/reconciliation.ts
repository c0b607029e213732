// From the economic case to the financial case, step by step: the same lines, two views.
import type { Engine } from "../engine/engine.ts";
import { vatName } from "./lines.ts";
import type { Moved } from "./moves.ts";
import { nameAmount, sumLess, sumOf } from "./naming.ts";
import { type AppraisalLine, type AppraisalShape, linesOf, optionName } from "./shape.ts";

/** Steps in the order of the table. */
export const stepOrder = [
  "economic",
  "optimism-bias",
  "transfers",
  "non-cash",
  "inflation",
  "vat",
  "financial",
] as const;
export type ReconciliationStep = (typeof stepOrder)[number];

/** Each step with what the reader is told it is. */
export const reconciliationSteps: Readonly<
  Record<ReconciliationStep, { readonly label: string; readonly words: string }>
> = {
  economic: {
    label: "Economic view: net cost, not discounted",
    words: "Costs less benefits and income, in prices of the base year, with optimism bias",
  },
  "optimism-bias": {
    label: "Optimism bias taken out",
    words: "An allowance of the economic case: the financial view takes amounts as they were estimated",
  },
  transfers: {
    label: "Transfers, sunk costs and financing put in",
    words: "Paid, although no further resources are used up; in prices of the base year",
  },
  "non-cash": {
    label: "Benefits that bring no cash taken out",
    words: "Non-cash-releasing and societal benefits, in prices of the base year",
  },
  inflation: {
    label: "Inflation put in",
    words: "From prices of the base year to prices of the year in which money moves",
  },
  vat: {
    label: "VAT that is not recovered put in",
    words: "In prices of each year; the economic view counts VAT as a transfer",
  },
  financial: { label: "Financial view: net cost in cash", words: "As in the financial case" },
};

/** Amounts that make the net cost higher, and those that make it lower. */
interface Terms {
  readonly plus: string[];
  readonly less: string[];
}

/** Adds "from becomes to" for a line: costs raise the net cost, benefits and income lower it. */
function change(terms: Terms, line: AppraisalLine, from: string | undefined, to: string | undefined): void {
  const cost = line.source.kind === "cost";
  if (to !== undefined) (cost ? terms.plus : terms.less).push(to);
  if (from !== undefined) (cost ? terms.less : terms.plus).push(from);
}

/**
 * Names `a.o.reconciliation.<step>`. Each line goes economic → real → cash prices → with VAT, and each difference
 * belongs to exactly one step, so that the steps add up to the financial view whatever the data.
 */
export function nameReconciliation(
  engine: Engine,
  shape: AppraisalShape,
  moved: ReadonlyMap<string, Moved>,
  biases: ReadonlySet<string>,
): void {
  for (const option of shape.options) {
    const terms = (): Terms => ({ plus: [], less: [] });
    const steps = {
      "optimism-bias": terms(),
      transfers: terms(),
      "non-cash": terms(),
      inflation: terms(),
      vat: terms(),
    };
    const total = (rest: string) => optionName(shape, option.id, rest, "total");
    for (const line of linesOf(shape, option.id)) {
      const views = moved.get(line.id);
      const real = views?.realTotal(option.id);
      const vat = vatName(line) !== undefined;
      const cash = total(`cash.${line.id}`);
      const nominal = vat ? views?.nominalTotal(option.id) : cash;
      const inflated = shape.years.some(({ year }) => views?.real(option.id, year) !== views?.nominal(option.id, year));
      if (line.economic && biases.has(line.source["optimism-bias"] ?? ""))
        change(steps["optimism-bias"], line, total(line.id), real);
      if (line.economic && !line.cash) change(steps["non-cash"], line, real, undefined);
      if (!line.economic && line.cash) change(steps.transfers, line, undefined, real);
      if (line.cash && inflated) change(steps.inflation, line, real, nominal);
      if (line.cash && vat) change(steps.vat, line, nominal, cash);
    }
    const define = (step: ReconciliationStep, expression: Parameters<typeof nameAmount>[5]) =>
      nameAmount(engine, shape, option, `reconciliation.${step}`, reconciliationSteps[step].label, expression);
    define("economic", () => sumLess([total("costs")], [total("benefits")]));
    for (const step of ["optimism-bias", "transfers", "non-cash", "inflation", "vat"] as const)
      define(step, () => sumLess(steps[step].plus, steps[step].less));
    define("financial", () => sumOf([total("cash")]));
  }
}
