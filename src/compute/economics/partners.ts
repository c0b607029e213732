// Who bears what: each line's cash shared between organisations.
import type { DataFile } from "../../../schemas/data.ts";
import type { Line } from "../../../schemas/finance.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { numberValue } from "../formula/worked.ts";
import { plainValue } from "../numbers/format.ts";
import { nearlyEqual, one, sum } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { Check } from "./amounts.ts";
import { nameYearly, sumLess } from "./naming.ts";
import { readShare } from "./parts.ts";
import { type AppraisalLine, type AppraisalShape, type EconomicSurroundings, linesOf, optionName } from "./shape.ts";

/** Stands in names for what no organisation has a share of. */
export const unallocated = "unallocated";

const shareName = (line: string, organisation: string) => `lines.${line}.shares.${organisation}`;

/** Names `lines.<l>.shares.<organisation>`, in percent; `rest` is what the others leave. */
export function nameShares(engine: Engine, data: DataFile, around: EconomicSurroundings): readonly Check[] {
  return Object.entries(data.lines ?? {}).flatMap(([id, line]) => {
    const shares = Object.entries(line.shares ?? {});
    if (shares.length === 0) return [];
    const typed = shares.filter(([, share]) => share.kind !== "rest");
    const decimals = Math.max(0, ...typed.map(([, share]) => writtenDecimals(share) ?? 1));
    for (const [organisation, share] of shares) {
      const at = around.places.value(["lines", id, "shares", organisation]);
      const who = around.organisations.get(organisation) ?? organisation;
      engine.define({
        name: shareName(id, organisation),
        label: `${line.label}, share of ${who}`,
        decimals,
        origin: at,
        make: () =>
          share.kind === "rest"
            ? engine.compute(restOf(typed.map(([o]) => shareName(id, o))), "%")
            : readShare(engine, share, at, `The share of ${who} in ${line.label}`),
      });
    }
    return [() => checkShares(engine, id, line, around)];
  });
}

function restOf(others: readonly string[]): Expression {
  const whole: Expression = { type: "number", text: "100", percent: true };
  return others.length === 0 ? whole : build.binary("-", whole, build.call("sum", others.map(build.name)));
}

function checkShares(engine: Engine, id: string, line: Line, { places }: EconomicSurroundings): void {
  const shares = Object.entries(line.shares ?? {});
  const at = places.key(["lines", id, "shares"]);
  const rests = shares.filter(([, share]) => share.kind === "rest");
  const [, second] = rests;
  if (second) {
    const place = places.value(["lines", id, "shares", second[0]]) ?? at;
    engine.problems.push(report("figure/two-rests", place, { label: line.label }));
    return;
  }
  const values = shares
    .filter(([, share]) => share.kind !== "rest")
    .map(([organisation]) => engine.value(shareName(id, organisation)));
  const numbers = values.flatMap((v) => (v.type === "number" ? [v.exact] : []));
  if (numbers.length < values.length) return;
  const all = sum(numbers);
  const fits = rests.length === 1 ? all.lessThanOrEqualTo(one) : nearlyEqual(all, one);
  if (fits) return;
  const decimals = Math.max(0, ...shares.map(([, share]) => writtenDecimals(share) ?? 0));
  engine.problems.push(
    report("figure/shares", at, {
      label: line.label,
      shares: plainValue(numberValue(all, "%"), decimals, engine.style),
      whole: "100%",
    }),
  );
}

/** Organisations that bear a part of an option, in the order of their first mention. */
export function partnersOf(shape: AppraisalShape, option: string): readonly string[] {
  const lines = linesOf(shape, option).filter((line) => line.cash);
  return [...new Set(lines.flatMap((line) => Object.keys(line.source.shares ?? {})))];
}

/** Cash lines of an option whose shares nobody has stated. */
export function linesWithoutShares(shape: AppraisalShape, option: string): readonly AppraisalLine[] {
  return linesOf(shape, option).filter((line) => line.cash && Object.keys(line.source.shares ?? {}).length === 0);
}

/**
 * Names `a.o.shares.<organisation>.<y>` and `a.o.shares.<organisation>` over all years: net cost in cash by who bears it;
 * `a.o.shares.unallocated` is what lines without shares come to. Together they are the option's net cost in cash.
 */
export function namePartners(engine: Engine, shape: AppraisalShape): void {
  for (const option of shape.options) {
    const lines = linesOf(shape, option.id).filter((line) => line.cash);
    const cash = (line: AppraisalLine, year: string) => optionName(shape, option.id, "cash", line.id, year);
    const partners = partnersOf(shape, option.id);
    if (partners.length === 0) continue;
    const split = (list: readonly AppraisalLine[]) => ({
      costs: list.filter((l) => l.source.kind === "cost"),
      less: list.filter((l) => l.source.kind !== "cost"),
    });
    const define = (key: string, label: string, inYear: (year: string) => Expression) => {
      nameYearly(engine, shape, option, `shares.${key}`, label, inYear);
      engine.alias(optionName(shape, option.id, "shares", key), optionName(shape, option.id, "shares", key, "total"));
    };
    for (const organisation of partners) {
      const { costs, less } = split(lines.filter((l) => Object.hasOwn(l.source.shares ?? {}, organisation)));
      const parts = (list: readonly AppraisalLine[], year: string) =>
        build.call(
          "sum",
          list.map((l) => build.binary("*", build.name(cash(l, year)), build.name(shareName(l.id, organisation)))),
        );
      define(organisation, organisation, (year) =>
        less.length === 0
          ? parts(costs, year)
          : build.binary("-", costs.length === 0 ? build.number("0") : parts(costs, year), parts(less, year)),
      );
    }
    const { costs, less } = split(linesWithoutShares(shape, option.id));
    if (costs.length + less.length > 0)
      define(unallocated, "not shared out", (year) =>
        sumLess(
          costs.map((l) => cash(l, year)),
          less.map((l) => cash(l, year)),
        ),
      );
  }
}
