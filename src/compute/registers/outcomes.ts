// Outcomes: from a baseline to targets, as a relative change or in percentage points.
import type { Outcome } from "../../../schemas/benefits.ts";
import { type Quantity, readQuantity } from "../../../schemas/scalars.ts";
import type { Places } from "../../parse/draft.ts";
import type { Engine, Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import type { OutcomeModel, Value } from "../model.ts";
import { writtenDecimals } from "../numbers/written.ts";

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === "object" && value !== null && "kind" in value;

function baselineOf(outcome: Outcome): { readonly value: Quantity; readonly date?: string | undefined } | undefined {
  const given = outcome.baseline;
  if (given === undefined) return undefined;
  return isQuantity(given) ? { value: given } : given;
}

function quantityOf(target: Quantity | string): Quantity | undefined {
  return typeof target === "string" ? readQuantity(target) : target;
}

function unitOf(outcome: Outcome): string | undefined {
  if (outcome.unit !== undefined) return outcome.unit;
  const typed = [baselineOf(outcome)?.value, ...Object.values(outcome.targets ?? {}).map(quantityOf)];
  return typed.some((q) => q?.kind === "percent") ? "%" : undefined;
}

function decimalsFor(outcome: Outcome): number {
  if (outcome.decimals !== undefined) return outcome.decimals;
  const typed = [baselineOf(outcome)?.value, ...Object.values(outcome.targets ?? {}).map(quantityOf)];
  return Math.max(0, ...typed.map((q) => writtenDecimals(q) ?? 0));
}

/** Names baselines, targets and changes. */
export function nameOutcomes(engine: Engine, outcomes: Readonly<Record<string, Outcome>>, places: Places): void {
  for (const [id, outcome] of Object.entries(outcomes)) {
    const base = `outcomes.${id}`;
    const unit = unitOf(outcome);
    const decimals = decimalsFor(outcome);
    const label = outcome.label;
    const baseline = baselineOf(outcome);
    const at = places.value([...["outcomes", id, "baseline", "value"]]) ?? places.value(["outcomes", id, "baseline"]);
    if (baseline)
      engine.define({
        name: `${base}.baseline`,
        label: `${label}, baseline`,
        decimals,
        origin: at,
        make: () => engine.read(baseline.value, { unit, at }),
      });
    const periods = Object.entries(outcome.targets ?? {});
    for (const [period, target] of periods) {
      const span = places.value(["outcomes", id, "targets", period]);
      const quantity = quantityOf(target);
      const make = (): Made =>
        quantity
          ? engine.read(quantity, { unit, at: span })
          : { value: { type: "words", words: String(target) }, derivation: { type: "typed" } };
      engine.define({ name: `${base}.target.${period}`, label: `${label}, ${period}`, decimals, origin: span, make });
      engine.alias(`${base}.targets.${period}`, `${base}.target.${period}`);
      if (!baseline || !quantity) continue;
      engine.define({
        name: `${base}.change.${period}`,
        label: `${label}, change to ${period}`,
        decimals: outcome.change === "points" ? decimals : undefined,
        origin: span,
        make: () => change(engine, base, period, outcome),
      });
    }
    const last = periods.findLast(([, target]) => quantityOf(target) !== undefined);
    if (last) engine.alias(`${base}.change`, `${base}.change.${last[0]}`);
  }
}

function change(engine: Engine, base: string, period: string, outcome: Outcome): Made {
  const baseline = build.name(`${base}.baseline`);
  const target = build.name(`${base}.target.${period}`);
  // Towards what is wanted counts as positive, so that prose can say "reduced by 46%".
  const difference =
    outcome.direction === "down" ? build.binary("-", baseline, target) : build.binary("-", target, baseline);
  const relative: Expression = build.binary("/", difference, baseline);
  const start = engine.value(`${base}.baseline`);
  const zero = start.type === "number" && start.exact.isZero();
  if (outcome.change === "points") return engine.compute(difference);
  if (zero) return { value: { type: "empty", empty: "n/a" }, derivation: { type: "typed" } };
  return engine.compute(relative, "%");
}

/** Works the outcomes out. */
export function modelOutcomes(
  engine: Engine,
  outcomes: Readonly<Record<string, Outcome>>,
  places: Places,
): ReadonlyMap<string, OutcomeModel> {
  return new Map(
    Object.entries(outcomes).map(([id, outcome]): [string, OutcomeModel] => {
      const value = (name: string): Value | undefined => engine.figure(`outcomes.${id}.${name}`)?.value;
      return [
        id,
        {
          id,
          source: outcome,
          baseline: value("baseline"),
          baselineDate: baselineOf(outcome)?.date,
          targets: new Map(
            Object.keys(outcome.targets ?? {}).map((p) => [p, value(`target.${p}`) ?? { type: "broken" }]),
          ),
          change: value("change"),
          decimals: decimalsFor(outcome),
          origin: places.key(["outcomes", id]),
        },
      ];
    }),
  );
}
