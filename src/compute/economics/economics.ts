// The economic core: one set of cost, benefit and income lines, and every view of it.
import type { DataFile } from "../../../schemas/data.ts";
import type { Engine } from "../engine/engine.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import type { Check } from "./amounts.ts";
import { appraise } from "./appraise.ts";
import { checkBiasFit, nameBias } from "./bias.ts";
import { biasTable } from "./bias-table.ts";
import { nameFinancialView } from "./cash.ts";
import { cashTables } from "./cash-tables.ts";
import { nameEconomicView } from "./economic.ts";
import { type FundingShape, nameFunding, shapeFunding } from "./funding.ts";
import { fundingTable } from "./funding-table.ts";
import { indexTable } from "./index-table.ts";
import { nameLines } from "./lines.ts";
import { linesTable } from "./lines-table.ts";
import { movePrices } from "./moves.ts";
import { namePartners, nameShares } from "./partners.ts";
import { type IndexShape, nameIndices } from "./prices.ts";
import { nameReconciliation } from "./reconciliation.ts";
import { type AppraisalShape, type EconomicInputs, type EconomicSurroundings, shapeAppraisals } from "./shape.ts";

/** What naming has found out and the tables are made from. */
export interface Economics extends EconomicInputs {
  readonly appraisals: readonly AppraisalShape[];
  readonly indices: ReadonlyMap<string, IndexShape>;
  readonly funding: readonly FundingShape[];
  /** What needs values, and so waits until every figure has its name. */
  readonly checks: readonly Check[];
  /** Make the tables of each appraisal's results. */
  readonly results: readonly (() => readonly GeneratedTable[])[];
}

/** Names every figure of lines, indices, optimism bias, option appraisals and funding. */
export function nameEconomics(engine: Engine, data: DataFile, around: EconomicSurroundings): Economics {
  const appraisals = shapeAppraisals(engine, data, around);
  const indices = nameIndices(engine, data, around);
  const checks = [
    ...nameLines(engine, data, appraisals, around),
    ...nameBias(engine, data, around),
    ...nameShares(engine, data, around),
  ];
  checkBiasFit(engine, data, around);
  const biases: ReadonlySet<string> = new Set(Object.keys(data["optimism-bias"] ?? {}));
  for (const shape of appraisals) {
    const moved = new Map(shape.lines.map((line) => [line.id, movePrices(engine, indices, shape, line)]));
    nameEconomicView(engine, shape, moved, biases);
    nameFinancialView(engine, shape, moved);
    nameReconciliation(engine, shape, moved, biases);
    namePartners(engine, shape);
  }
  const results = appraisals.map((shape) => appraise(engine, shape, around));
  const funding = shapeFunding(engine, data, appraisals, around);
  for (const shape of funding) checks.push(...nameFunding(engine, shape, around));
  return { data, around, appraisals, indices, funding, checks, results };
}

/** The tables these registers make, and what is wrong with the values they come to. */
export function economicTables(engine: Engine, economics: Economics): readonly GeneratedTable[] {
  for (const check of economics.checks) check();
  const biases = Object.keys(economics.data["optimism-bias"] ?? {});
  return [
    ...[...economics.indices.values()].map(indexTable),
    ...biases.flatMap((id) => biasTable(engine, economics, id) ?? []),
    ...economics.appraisals.flatMap((shape) => [linesTable(engine, economics, shape), ...cashTables(economics, shape)]),
    ...economics.results.flatMap((make) => make()),
    ...economics.funding.map((shape) => fundingTable(economics, shape)),
  ];
}
