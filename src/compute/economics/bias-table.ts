// Optimism bias as a table: bounds, what has been mitigated on which evidence, and what is left.

import type { Engine } from "../engine/engine.ts";
import { plainValue } from "../numbers/format.ts";
import { humanise } from "../tables/columns.ts";
import type { GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { typesOf } from "./bias.ts";
import { biasLabels, boundsSource } from "./bias-bounds.ts";
import type { EconomicInputs } from "./shape.ts";

const onWords = { capital: "capital cost", duration: "duration of works", operating: "operating cost" } as const;

/** `b.optimism-bias`: upper bound, what has been mitigated and on what evidence, and the bias that is left. */
export function biasTable(engine: Engine, inputs: EconomicInputs, id: string): GeneratedTable | undefined {
  const source = inputs.data["optimism-bias"]?.[id];
  if (!source) return undefined;
  const name = `optimism-bias.${id}`;
  const origin = inputs.around.places.key(["optimism-bias", id]);
  const areas = Object.entries(source.mitigation ?? {});
  const types = typesOf(source);
  const share = (type: string) => plainValue(engine.value(`${name}.mix.${type}`), undefined, engine.style);
  const made = source.bounds
    ? ""
    : types
        .map((type) => (source.type ? biasLabels[type] : `${share(type)} ${biasLabels[type].toLowerCase()}`))
        .join(", ");
  const result = (rest: string, label: string, kind: GeneratedRow["kind"]): GeneratedRow => ({
    kind,
    id: rest,
    label,
    cells: { result: { figure: `${name}.${rest}` } },
    origin,
  });
  return {
    id: `${id}.optimism-bias`,
    kind: "optimism-bias",
    title: `${source.label}: optimism bias on ${onWords[source.on]}`,
    columns: [
      { key: "area", label: "Risk area", rowHeader: true, weight: 3 },
      { key: "evidence", label: "Evidence", weight: 4 },
      { key: "share", label: "Share of upper bound", unit: "%", decimals: 1 },
      { key: "mitigated", label: "Mitigated", unit: "%", decimals: 1 },
      { key: "result", label: "Share × mitigated; results", unit: "%", decimals: 2 },
    ],
    rows: [
      ...areas.map(
        ([area, entry]): GeneratedRow => ({
          kind: "body",
          id: area,
          cells: {
            area: { markdown: entry.label ?? humanise(area) },
            evidence: { markdown: entry.reason },
            share: { figure: `${name}.${area}.share` },
            mitigated: { figure: `${name}.${area}.mitigated` },
            result: { figure: `${name}.${area}.taken-off` },
          },
          origin,
        }),
      ),
      result("mitigated", "Mitigated in all", "subtotal"),
      result("upper", made === "" ? "Upper bound" : `Upper bound: ${made}`, "subtotal"),
      result("lower", "Lower bound", "subtotal"),
      result("managed", "Managed optimism bias", "total"),
    ],
    notes: [
      "Managed optimism bias = upper bound × (1 − sum of share × mitigated). Costs are multiplied by 1 + bias in the economic case; benefits by 1 − bias.",
      source.mix && !source.type
        ? "Bounds of a mixed scheme are averages weighted by the share of each type."
        : undefined,
      source.stage === undefined ? undefined : `Judged at ${source.stage}.`,
      source["includes-contingency"]
        ? "The lines already hold contingency; bias on top of it may count the same risk twice."
        : undefined,
      source.note,
    ],
    source: source.bounds ? source.bounds.source : boundsSource,
    origin,
  };
}
