// Part 2 of the Better Care Fund template, in the two steps that every register of figures has: name, then model.
import type { BetterCareFund } from "../../../schemas/better-care-fund.ts";
import type { Places } from "../../parse/draft.ts";
import type { Engine } from "../engine/engine.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import { checkFund, nameChecks } from "./checks.ts";
import { type Fund, nameFund } from "./name.ts";
import { fundTables } from "./tables.ts";

/** Names the figures of Part 2; call it after the authored tables, which may state Part 1's side. */
export function nameBetterCareFund(
  engine: Engine,
  source: BetterCareFund,
  places: Places,
  organisations: ReadonlyMap<string, string>,
): Fund {
  const fund: Fund = { engine, source, places, organisations };
  nameFund(fund);
  nameChecks(fund);
  return fund;
}

/** Its sheets, with what does not agree reported. */
export function modelBetterCareFund(fund: Fund): readonly GeneratedTable[] {
  checkFund(fund);
  return fundTables(fund);
}
