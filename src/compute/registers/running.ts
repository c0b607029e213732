// Running totals of an appraisal's flows: what has come in, less what has gone out, up to each year.
import type { Places } from "../../parse/draft.ts";
import type { Engine } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import { moneyPlaces } from "../numbers/format.ts";
import type { MoneyUnit } from "../numbers/money.ts";

interface Flows {
  readonly id: string;
  readonly title: string;
  readonly unit: MoneyUnit;
  readonly years: readonly string[];
}

const parts = [
  { of: "net", name: "running", label: "running total" },
  { of: "present", name: "running-present", label: "running total of present values" },
] as const;

/** Names `<appraisal>.running.<year>` and `<appraisal>.running-present.<year>`, each the one before and its own year's. */
export function nameRunning(engine: Engine, { id, title, unit, years }: Flows, places: Places): void {
  for (const part of parts)
    for (const [i, year] of years.entries()) {
      const own = build.name(`${id}.${part.of}.${year}`);
      const before = years[i - 1];
      engine.define({
        name: `${id}.${part.name}.${year}`,
        label: `${title}, ${part.label} to ${year}`,
        decimals: moneyPlaces[unit],
        origin: places.key(["appraisals", id, "benefits", year]),
        make: () =>
          engine.compute(
            before === undefined ? own : build.binary("+", build.name(`${id}.${part.name}.${before}`), own),
            unit,
          ),
      });
    }
}
