// Parts of a whole: percentages from nothing to all.
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { readRate } from "../engine/rate.ts";
import { plainValue } from "../numbers/format.ts";
import { compare, one } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";

/** A share between 0% and 100%; another one is reported. */
export function readShare(engine: Engine, quantity: Quantity, at: Span | undefined, what: string): Made {
  const made = readRate(engine, quantity, at, what);
  const { value } = made;
  if (value.type !== "number") return made;
  const below = value.exact.isNegative() && !value.exact.isZero();
  if (!below && compare(value.exact, one) <= 0) return made;
  const found = plainValue(value, writtenDecimals(quantity) ?? 1, engine.style);
  engine.problems.push(report("figure/part", at, { what, found }));
  return brokenMade;
}
