// The results side of an option appraisal, in the order in which it builds up.
import type { Engine } from "../engine/engine.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import { factorsTable, nameDiscounting } from "./discount.ts";
import { appraisalTable, flowsTable } from "./result-tables.ts";
import { nameResults } from "./results.ts";
import { nameScenarios } from "./scenarios.ts";
import { nameSensitivity } from "./sensitivity.ts";
import type { AppraisalShape, EconomicSurroundings } from "./shape.ts";
import { nameSwitching } from "./switching.ts";

/** Names what an appraisal comes to, once its lines' amounts have names; what comes back makes its tables. */
export function appraise(
  engine: Engine,
  shape: AppraisalShape,
  around: EconomicSurroundings,
): () => readonly GeneratedTable[] {
  const discounting = nameDiscounting(engine, shape, around);
  nameResults(engine, shape);
  const sensitivity = nameSensitivity(engine, shape, around.leftOut);
  const switching = nameSwitching(engine, shape);
  const scenarios = nameScenarios(engine, shape, around.leftOut);
  return () => [
    factorsTable(shape, discounting),
    ...shape.options.map((option) => flowsTable(engine, shape, option, discounting)),
    appraisalTable(engine, shape, discounting),
    ...sensitivity(),
    ...switching(),
    ...scenarios(),
  ];
}
