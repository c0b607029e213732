// What another document printed, against what the data come to.
import type { Stated } from "../../../schemas/table.ts";
import { type Note, report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Places } from "../../parse/draft.ts";
import type { Engine } from "../engine/engine.ts";
import type { Explained, Figure, Value } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { convert, type Exact, halfUnit, isMoney, one, powerOfTen } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";

interface Entry {
  readonly value: Exclude<Stated, { value: unknown }>;
  readonly reason?: string | undefined;
  readonly decimals?: number | undefined;
  readonly unit?: string | undefined;
}

const entryOf = (stated: Stated): Entry => ("kind" in stated ? { value: stated } : stated);

/** How far rounding can move a figure: half a unit of the last digit for each of its parts. */
function roundingSlack(parts: number, decimals: number): Exact {
  return halfUnit(decimals).times(Math.max(1, parts));
}

/** Parts that may have been rounded one by one before they were printed. */
function partsOf(figure: Figure): number {
  return figure.derivation.type === "computed" ? figure.derivation.inputs.length : 1;
}

function decimalsIn(entry: Entry): number {
  return entry.decimals ?? writtenDecimals(entry.value) ?? 0;
}

/** Compares stated values with computed ones; differences with a reason come back, others are reported. */
export function checkStated(
  engine: Engine,
  stated: Readonly<Record<string, Stated>>,
  places: Places,
  leftOut: (name: string) => boolean,
): readonly Explained[] {
  return Object.entries(stated).flatMap(([name, given]) => {
    // What stands for an amount that could not be read agrees with nothing, and that was reported.
    if (leftOut(name)) return [];
    const entry = entryOf(given);
    const figure = engine.figure(name);
    const keyAt = places.key(["stated", name]);
    if (!figure) {
      engine.problems.push(report("figure/unknown-name", keyAt, { name, nearest: nearest(name, engine.names()) }));
      return [];
    }
    return compareOne(engine, name, entry, figure, places);
  });
}

function compareOne(engine: Engine, name: string, entry: Entry, figure: Figure, places: Places): readonly Explained[] {
  const computed = figure.value;
  const at = places.value(["stated", name, "value"]) ?? places.value(["stated", name]);
  const origin = places.key(["stated", name]);
  const held = computed.type === "number" ? computed.unit : undefined;
  // What was printed has its own scale; otherwise it is the figure's.
  const unit = entry.unit ?? (entry.value.kind === "percent" ? undefined : held);
  const printed = engine.read(entry.value, { unit, at }).value;
  if (printed.type === "broken" || computed.type === "broken") return [];
  const explained = (): readonly Explained[] =>
    entry.reason === undefined ? [] : [{ figure: name, stated: printed, computed, reason: entry.reason, origin }];
  if (printed.type !== "number" || computed.type !== "number") {
    if (sameStandIn(printed, computed)) return [];
    if (entry.reason === undefined)
      engine.problems.push(
        report(
          "figure/stated-empty",
          at,
          { name, computed: plainValue(computed, undefined, engine.style) },
          { notes: placesOf(engine, figure) },
        ),
      );
    return explained();
  }
  const decimals = decimalsIn(entry);
  const same =
    isMoney(printed.unit) && isMoney(computed.unit)
      ? convert(computed.exact, computed.unit, printed.unit)
      : computed.exact;
  const scale = printed.unit === "%" ? powerOfTen(-2) : one;
  const slack = roundingSlack(partsOf(figure), decimals).times(scale);
  const mismatch = printed.unit !== computed.unit && !(isMoney(printed.unit) && isMoney(computed.unit));
  if (!mismatch && printed.exact.minus(same).abs().lessThanOrEqualTo(slack)) return [];
  if (entry.reason !== undefined) return explained();
  const shown = (value: Value) => plainValue(value, decimals, engine.style);
  engine.problems.push(
    report(
      "figure/stated-differs",
      at,
      {
        name,
        stated: shown(printed),
        computed: mismatch
          ? plainValue(computed, figure.decimals, engine.style)
          : shown({ ...computed, exact: same, unit: printed.unit }),
      },
      { notes: placesOf(engine, figure) },
    ),
  );
  return [];
}

/** Where the figure stands; one that the program makes is traced to the first place that it rests on. */
function placesOf(engine: Engine, figure: Figure): readonly Note[] {
  const computed = figure.derivation.type === "computed";
  if (figure.origin) return [{ message: computed ? "computed here" : "typed here", span: figure.origin }];
  const inputs = figure.derivation.type === "computed" ? figure.derivation.inputs : [];
  const first = inputs.map((input) => engine.figure(input)?.origin).find((span) => span !== undefined);
  return first ? [{ message: "computed from here", span: first }] : [];
}

function sameStandIn(a: Value, b: Value): boolean {
  return a.type === b.type && (a.type !== "empty" || b.type !== "empty" || a.empty === b.empty) && a.type !== "words";
}
