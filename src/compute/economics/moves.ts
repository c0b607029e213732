// One typed amount, two price bases: prices of the base year for the economic view, prices as paid for the financial one.
import { report } from "../../diagnostics/diagnostic.ts";
import { brokenMade, type Engine } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import { moneyPlaces } from "../numbers/format.ts";
import { vatName } from "./lines.ts";
import { type IndexShape, priceFactor } from "./prices.ts";
import type { AppraisalLine, AppraisalShape } from "./shape.ts";

/** Names of the figures that hold a line's amounts for an option in a year, and over all years. */
export interface Moved {
  /** In prices of the base year. */
  readonly real: (option: string, year: string) => string;
  readonly realTotal: (option: string) => string;
  /** In prices of the year itself, before VAT. */
  readonly nominal: (option: string, year: string) => string;
  /** Only where the line bears VAT. */
  readonly nominalTotal: (option: string) => string;
}

type View = "real" | "nominal";

/** Which years' prices an amount is moved from and to, and by which index; undefined when it stays as typed. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly index: string | undefined;
}

/**
 * Real amounts: cash is brought back by the appraisal's index, since general inflation is what the economic case leaves
 * out; amounts in prices of another year are brought forward by the line's own index. Cash amounts: the line's own
 * index moves them to each year. (Green Book, price base and inflation; own indices carry relative price changes.)
 */
function moveOf(shape: AppraisalShape, line: AppraisalLine, view: View, year: string): Move | undefined {
  const prices = line.source.prices ?? "real";
  const general = shape.source.index;
  const own = line.source.index ?? general;
  const base = typeof prices === "object" ? prices.base : shape.base;
  if (prices === "cash")
    return view === "nominal" || year === shape.base
      ? undefined
      : { from: year, to: shape.base, index: general ?? own };
  if (view === "real") return base === shape.base ? undefined : { from: base, to: shape.base, index: own };
  // Without an index the financial view stays in the appraisal's prices, and its table says so.
  if (own === undefined && base === shape.base) return undefined;
  return base === year ? undefined : { from: base, to: year, index: own };
}

/** Names a line's amounts in both price bases. Amounts that need no move keep the name they were typed under. */
export function movePrices(
  engine: Engine,
  indices: ReadonlyMap<string, IndexShape>,
  shape: AppraisalShape,
  line: AppraisalLine,
): Moved {
  const missing = new Map<string, Set<string>>();
  const needed = new Set([shape.base, ...shape.years.map((y) => y.year)]);
  let reported = false;
  /** An index that is not there at all, or has no values or a gap, was reported where it stands. */
  const lack = (move: Move): void => {
    const index = move.index === undefined ? undefined : indices.get(move.index);
    if (move.index !== undefined && (index?.years ?? []).length === 0) return;
    const years = [move.from, move.to].filter((year) => !index?.years.includes(year));
    if (index && years.some((year) => index.lacking.includes(year))) return;
    if (index && years.every((year) => needed.has(year))) {
      missing.set(index.id, new Set([...(missing.get(index.id) ?? []), ...years]));
      return;
    }
    if (reported) return;
    reported = true;
    const { places } = shape;
    const at = places.value(["lines", line.id, "prices", "base"]) ?? places.value(["lines", line.id, "prices"]);
    engine.problems.push(
      report("figure/price-base", at ?? line.origin, {
        label: line.source.label,
        from: line.source.prices === "cash" ? "cash" : `prices of ${move.from}`,
        base: shape.base,
        index: index?.source.label,
        year: years.find((year) => !needed.has(year)) ?? move.from,
      }),
    );
  };

  const done = new Set<string>();
  const nameFor = (view: View, option: string, year: string): string => {
    const key = line.key(option);
    const typed = `lines.${key}.${year}`;
    const move = moveOf(shape, line, view, year);
    if (!move) return typed;
    const name = `${shape.id}.${view}.${key}.${year}`;
    if (done.has(name)) return name;
    done.add(name);
    const index = move.index === undefined ? undefined : indices.get(move.index);
    const factor = index && priceFactor(engine, index, move.from, move.to);
    if (!factor) lack(move);
    engine.define({
      name,
      label: `${line.source.label}, ${year}, in ${view === "real" ? `prices of ${shape.base}` : "prices of the year"}`,
      decimals: moneyPlaces[shape.unit],
      origin: line.origin,
      make: () =>
        factor ? engine.compute(build.binary("*", build.name(typed), build.name(factor)), shape.unit) : brokenMade,
    });
    return name;
  };
  const total = (view: View, option: string): void =>
    engine.define({
      name: `${shape.id}.${view}.${line.key(option)}.total`,
      label: `${line.source.label}, all years, in ${view === "real" ? `prices of ${shape.base}` : "prices of each year"}`,
      decimals: moneyPlaces[shape.unit],
      origin: line.origin,
      make: () =>
        engine.compute(
          build.call(
            "sum",
            shape.years.map(({ year }) => build.name(nameFor(view, option, year))),
          ),
          shape.unit,
        ),
    });
  for (const option of line.options) {
    for (const { year } of shape.years) {
      nameFor("real", option, year);
      if (line.cash) nameFor("nominal", option, year);
    }
    total("real", option);
    if (line.cash && vatName(line)) total("nominal", option);
  }
  for (const [id, years] of missing)
    engine.problems.push(
      report("figure/index-years", indices.get(id)?.origin, {
        label: indices.get(id)?.source.label ?? id,
        years: [...years].sort(),
        by: shape.source.title,
      }),
    );
  return {
    real: (option, year) => nameFor("real", option, year),
    realTotal: (option) => `${shape.id}.real.${line.key(option)}.total`,
    nominal: (option, year) => nameFor("nominal", option, year),
    nominalTotal: (option) => `${shape.id}.nominal.${line.key(option)}.total`,
  };
}
