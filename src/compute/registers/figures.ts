// Figures that authors name themselves.
import type { Quantity } from "../../../schemas/scalars.ts";
import type { FigureSource } from "../../../schemas/table.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import { checkSign } from "../engine/sign.ts";
import { build } from "../formula/expression.ts";
import type { Figure } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { compare, exact, isMoney, one } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { checkScale, humanise } from "../tables/columns.ts";

/** Names the figures register. */
export function nameFigures(engine: Engine, figures: Readonly<Record<string, FigureSource>>, places: Places): void {
  for (const [id, figure] of Object.entries(figures)) {
    const at = places.value(["figures", id, "value"]);
    const label = figure.label ?? humanise(id);
    const scale = checkScale(label, figure.unit !== undefined && isMoney(figure.unit) ? [figure.unit] : []);
    if (scale) engine.problems.push(report("figure/label-scale", places.value(["figures", id, "label"]), scale));
    const origin = at ?? places.key(["figures", id]);
    if ("kind" in figure.value) {
      const value = figure.value;
      checkPercent(engine, value, { label, unit: figure.unit, at });
      const decimals = figure.decimals ?? writtenDecimals(value);
      engine.define({ name: id, label, decimals, origin, make: () => engine.read(value, { unit: figure.unit, at }) });
    } else nameRange(engine, { id, label, figure, range: figure.value }, places);
  }
}

interface Ranged {
  readonly id: string;
  readonly label: string;
  readonly figure: FigureSource;
  readonly range: Exclude<FigureSource["value"], Quantity>;
}

/** `id.lower`, `id.upper` and `id.central`; the plain name is the central value. */
function nameRange(engine: Engine, { id, label, figure, range }: Ranged, places: Places): void {
  const decimals =
    figure.decimals ?? Math.max(...[range.lower, range.central, range.upper].map((q) => writtenDecimals(q) ?? 0));
  const ends = build.call("average", [build.name(`${id}.lower`), build.name(`${id}.upper`)]);
  for (const bound of ["lower", "central", "upper"] as const) {
    const quantity = range[bound];
    const at = placeOf(places, id, bound);
    if (quantity) checkPercent(engine, quantity, { label: `${label}, ${bound}`, unit: figure.unit, at });
    engine.define({
      name: `${id}.${bound}`,
      label: `${label}, ${bound}`,
      decimals,
      origin: at ?? places.key(["figures", id]),
      make: () => (quantity ? engine.read(quantity, { unit: figure.unit, at }) : engine.compute(ends, figure.unit)),
    });
  }
  engine.alias(id, `${id}.central`);
  engine.ranged(id);
}

type Bound = "lower" | "central" | "upper";

function placeOf(places: Places, id: string, bound: Bound): Span | undefined {
  return places.value(["figures", id, "value", bound]) ?? places.value(["figures", id, "value"]);
}

/** 0.1 in a figure of percentages is 0.1%, but was more often meant as a tenth. */
function checkPercent(
  engine: Engine,
  quantity: Quantity,
  { label, unit, at }: { readonly label: string; readonly unit: string | undefined; readonly at: Span | undefined },
): void {
  if (unit !== "%" || quantity.kind !== "number") return;
  const value = exact(quantity.text);
  if (value.isZero() || value.abs().greaterThanOrEqualTo(one)) return;
  const percent = `${value.times(100).toFixed()}%`;
  engine.problems.push(report("figure/percent-plain", at, { label, written: quantity.text, percent }));
}

/** Holds figures against their declared sign, and the ends of ranges against each other. */
export function checkFigures(engine: Engine, figures: Readonly<Record<string, FigureSource>>, places: Places): void {
  for (const [id, { label = humanise(id), sign, value }] of Object.entries(figures)) {
    if ("kind" in value) {
      checkSign(engine, sign, { label, value: engine.value(id), at: places.value(["figures", id, "value"]) });
      continue;
    }
    for (const bound of ["lower", "central", "upper"] as const) {
      if (bound === "central" && !value.central) continue;
      const words = `${label}, ${bound}`;
      checkSign(engine, sign, { label: words, value: engine.value(`${id}.${bound}`), at: placeOf(places, id, bound) });
    }
    checkOrder(engine, id, label, places);
  }
}

function checkOrder(engine: Engine, id: string, label: string, places: Places): void {
  const [lower, central, upper] = [`${id}.lower`, `${id}.central`, `${id}.upper`].map((name) => engine.figure(name));
  if (lower?.value.type !== "number" || central?.value.type !== "number" || upper?.value.type !== "number") return;
  const shown = (figure: Figure) => plainValue(figure.value, figure.decimals, engine.style);
  const ends = { label, lower: shown(lower), upper: shown(upper) };
  if (compare(lower.value.exact, upper.value.exact) > 0)
    engine.problems.push(report("figure/range", placeOf(places, id, "lower"), ends));
  else if (compare(central.value.exact, lower.value.exact) < 0 || compare(central.value.exact, upper.value.exact) > 0)
    engine.problems.push(
      report("figure/central", placeOf(places, id, "central"), { ...ends, central: shown(central) }),
    );
}
