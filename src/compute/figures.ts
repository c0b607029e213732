// Figures that authors name themselves.
import type { FigureSource } from "../../schemas/table.ts";
import { report } from "../diagnostics/diagnostic.ts";
import type { Places } from "../parse/draft.ts";
import { checkScale, humanise } from "./columns.ts";
import type { Engine } from "./engine.ts";
import { isMoney } from "./money.ts";
import { writtenDecimals } from "./written.ts";

/** Names the figures register. */
export function nameFigures(engine: Engine, figures: Readonly<Record<string, FigureSource>>, places: Places): void {
  for (const [id, figure] of Object.entries(figures)) {
    const at = places.value(["figures", id, "value"]);
    const label = figure.label ?? humanise(id);
    const scale = checkScale(label, figure.unit !== undefined && isMoney(figure.unit) ? [figure.unit] : []);
    if (scale) engine.problems.push(report("figure/label-scale", places.value(["figures", id, "label"]), scale));
    engine.define({
      name: id,
      label,
      decimals: figure.decimals ?? writtenDecimals(figure.value),
      origin: at ?? places.key(["figures", id]),
      make: () => engine.read(figure.value, { unit: figure.unit, at }),
    });
  }
}
