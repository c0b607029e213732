// The outcomes register as one table: from a baseline to its targets, each row in its own unit.
import type { Places } from "../../parse/draft.ts";
import type { Engine } from "../engine/engine.ts";
import type { OutcomeModel } from "../model.ts";
import type { GeneratedCell, GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";

const none: GeneratedCell = { markdown: "–" };

/** A figure with its own unit; a dash where the outcome has none of this name. */
function cell(engine: Engine, name: string, decimals: number | undefined): GeneratedCell {
  const figure = engine.figure(name);
  if (!figure) return none;
  const { value } = figure;
  if (value.type !== "number") return { figure: name };
  const places = decimals ?? Math.min(1, value.exact.times(value.unit === "%" ? 100 : 1).decimalPlaces());
  return { figure: name, as: value.unit, decimals: places };
}

function row(
  engine: Engine,
  model: OutcomeModel,
  periods: readonly string[],
  details: readonly string[],
): GeneratedRow {
  const { id, source, decimals, origin } = model;
  const name = `outcomes.${id}`;
  const points = source.change === "points" ? decimals : undefined;
  const words: Readonly<Record<string, string | undefined>> = { category: source.category, measure: source.measure };
  return {
    kind: "body",
    id,
    cells: {
      label: { markdown: source.label },
      ...Object.fromEntries(details.map((key) => [key, { markdown: words[key] ?? "–" }])),
      baseline: cell(engine, `${name}.baseline`, decimals),
      ...Object.fromEntries(periods.map((p) => [p, cell(engine, `${name}.target.${p}`, decimals)])),
      change: cell(engine, `${name}.change`, points),
    },
    origin,
  };
}

/** The table `outcomes`, of those that the document prints; none when it prints none. */
export function outcomesTable(
  engine: Engine,
  outcomes: ReadonlyMap<string, OutcomeModel>,
  document: string,
  places: Places,
): readonly GeneratedTable[] {
  const shown = [...outcomes.values()].filter((o) => o.source.documents?.includes(document) ?? true);
  if (shown.length === 0) return [];
  const periods = [...new Set(shown.flatMap((o) => [...o.targets.keys()]))].sort();
  const details = (["category", "measure"] as const).filter((key) => shown.some((o) => o.source[key] !== undefined));
  const number = (key: string, label: string): GeneratedColumn => ({ key, label, unit: "number", additive: false });
  const points = shown.some((o) => o.source.change === "points");
  const directed = shown.some((o) => o.source.direction !== undefined);
  return [
    {
      id: "outcomes",
      kind: "outcomes",
      title: "Outcomes and their targets",
      summary:
        "Each outcome with its baseline, its target for each period, and the change from the one to the last of the others.",
      columns: [
        { key: "label", label: "Outcome", rowHeader: true, weight: 3 },
        ...details.map((key) => ({ key, weight: key === "measure" ? 3 : 1 })),
        number("baseline", "Baseline"),
        ...periods.map((p) => number(p, p)),
        number("change", "Change"),
      ],
      rows: shown.map((o) => row(engine, o, periods, details)),
      notes: [
        "The change runs from the baseline to the last target that is a number, as a part of the baseline.",
        points ? "Where an outcome says so, its change is in percentage points." : undefined,
        directed ? "A change in the wanted direction counts as positive." : undefined,
      ],
      origin: places.key(["outcomes"]),
    },
  ];
}
