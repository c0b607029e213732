// Rates and shares: read in one way wherever the data ask for one.
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { digits } from "../numbers/format.ts";
import { exact, one } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { brokenMade, type Engine, type Made } from "./engine.ts";

const literal = /^[-−]?\d+(\.\d+)?$/;

/**
 * A rate, share, weight or growth: a percentage, or a formula that comes to one. A plain number is refused, since 10 and
 * 0.1 both get written where 10% is meant; 0 means the same either way. `what` names it in the message: "The discount rate".
 */
export function readRate(engine: Engine, quantity: Quantity, at: Span | undefined, what: string): Made {
  const plain = quantity.kind === "number" || (quantity.kind === "formula" && literal.test(quantity.text));
  if (plain && !exact(quantity.text).isZero()) {
    const number = exact(quantity.text);
    const fraction = number.abs().lessThan(one) ? `${number.times(100).toFixed()}%` : undefined;
    engine.problems.push(report("figure/rate-form", at, { what, written: quantity.text, fraction }));
    return brokenMade;
  }
  return engine.read(quantity, { unit: "%", at });
}

/** A flat rate, which must leave something to divide by and be no factor of its own. */
export function readFlatRate(engine: Engine, rate: Quantity, at: Span | undefined): Made {
  const made = readRate(engine, rate, at, "The discount rate");
  if (made.value.type !== "number" || made.value.exact.abs().lessThan(one)) return made;
  const found = `${digits(made.value.exact.times(100), writtenDecimals(rate) ?? 1, engine.style)}%`;
  engine.problems.push(report("figure/discount-rate", at, { found }));
  return brokenMade;
}
