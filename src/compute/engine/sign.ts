// What a positive number means, held against the numbers.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import type { ColumnModel, Value } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import type { Engine } from "./engine.ts";

/** A value whose sign may be declared. */
interface Signed {
  /** Names it in the message: "Fees", "Row Legal, column Cost". */
  readonly label: string;
  readonly value: Value;
  readonly decimals?: number | undefined;
  readonly at: Span | undefined;
}

/** Reports a negative cost, saving or income where the declaration says that positive means one. */
export function checkSign(engine: Engine, sign: ColumnModel["sign"], { label, value, decimals, at }: Signed): void {
  if (sign === undefined || sign === "either") return;
  if (value.type !== "number" || !value.exact.isNegative() || value.exact.isZero()) return;
  const shown = plainValue(value, decimals ?? Math.min(6, value.exact.decimalPlaces()), engine.style);
  engine.problems.push(report("figure/sign", at, { label, shown, sign }));
}
