// Figures that authors name themselves.
import type { Quantity } from "../../schemas/scalars.ts";
import type { FigureSource } from "../../schemas/table.ts";
import { report } from "../diagnostics/diagnostic.ts";
import type { Places } from "../parse/draft.ts";
import { checkScale, humanise } from "./columns.ts";
import type { Engine } from "./engine.ts";
import { build } from "./expression.ts";
import { isMoney } from "./money.ts";
import { writtenDecimals } from "./written.ts";

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
    const at = places.value(["figures", id, "value", bound]) ?? places.value(["figures", id, "value"]);
    engine.define({
      name: `${id}.${bound}`,
      label: `${label}, ${bound}`,
      decimals,
      origin: at ?? places.key(["figures", id]),
      make: () => (quantity ? engine.read(quantity, { unit: figure.unit, at }) : engine.compute(ends, figure.unit)),
    });
  }
  engine.alias(id, `${id}.central`);
}
