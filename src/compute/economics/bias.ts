// Optimism bias: from the upper bound down by what has been done about its causes.
import type { DataFile } from "../../../schemas/data.ts";
import type { OptimismBias } from "../../../schemas/finance.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../parse/draft.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { readRate } from "../engine/rate.ts";
import { build, type Expression } from "../formula/expression.ts";
import { numberValue } from "../formula/worked.ts";
import { plainValue } from "../numbers/format.ts";
import { compare, exact, nearlyEqual, one, sum } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { Check } from "./amounts.ts";
import { type BiasType, biasLabels, publishedBounds } from "./bias-bounds.ts";
import { readShare } from "./parts.ts";
import type { EconomicSurroundings } from "./shape.ts";

/** Types a scheme is made of; one type is a mix of one. */
export function typesOf(source: OptimismBias): readonly BiasType[] {
  const mixed = Object.keys(biasLabels).filter((t): t is BiasType => Object.hasOwn(source.mix ?? {}, t));
  return source.type ? [source.type] : mixed;
}

/** Name of the managed bias of an entry. */
export const managedBias = (id: string): string => `optimism-bias.${id}.managed`;

/**
 * Names every entry of the register. Managed bias = upper bound × (1 − Σ share × mitigated); of a mixed scheme the
 * bounds are averages weighted by the share of each type (Supplementary Green Book guidance: optimism bias).
 */
export function nameBias(engine: Engine, data: DataFile, around: EconomicSurroundings): readonly Check[] {
  return Object.entries(data["optimism-bias"] ?? {}).flatMap(([id, source]) => {
    nameBounds(engine, id, source, around);
    nameMitigation(engine, id, source, around);
    return [() => checkBias(engine, id, source, around)];
  });
}

interface Typed {
  readonly rest: string;
  readonly label: string;
  readonly quantity: Quantity;
  readonly path: Path;
  /** Between 0% and 100%. */
  readonly part: boolean;
}

function nameTyped(engine: Engine, id: string, source: OptimismBias, typed: Typed, { places }: EconomicSurroundings) {
  const at = places.value(["optimism-bias", id, ...typed.path]);
  const what = `The ${typed.label} of ${source.label}`;
  engine.define({
    name: `optimism-bias.${id}.${typed.rest}`,
    label: `${source.label}, ${typed.label}`,
    decimals: writtenDecimals(typed.quantity),
    origin: at,
    make: () => (typed.part ? readShare : readRate)(engine, typed.quantity, at, what),
  });
}

function nameBounds(engine: Engine, id: string, source: OptimismBias, around: EconomicSurroundings): void {
  const origin = around.places.key(["optimism-bias", id]);
  const { bounds } = source;
  if (bounds) {
    for (const bound of ["upper", "lower"] as const)
      nameTyped(
        engine,
        id,
        source,
        { rest: bound, label: `${bound} bound`, quantity: bounds[bound], path: ["bounds", bound], part: false },
        around,
      );
    return;
  }
  const types = typesOf(source);
  const lacking = types.find((type) => !publishedBounds(type, source.on));
  if ((types.length === 0 || lacking !== undefined) && !around.leftOut(`optimism-bias.${id}`))
    engine.problems.push(
      report("figure/no-bias-bounds", around.places.value(["optimism-bias", id, "type"]) ?? origin, {
        label: source.label,
        type: lacking === undefined ? undefined : biasLabels[lacking],
        on: source.on,
      }),
    );
  for (const [type, quantity] of source.type ? [] : Object.entries(source.mix ?? {}))
    nameTyped(
      engine,
      id,
      source,
      { rest: `mix.${type}`, label: `share of ${type}`, quantity, path: ["mix", type], part: true },
      around,
    );
  for (const bound of ["upper", "lower"] as const) {
    const percents = types.map((type) => ({ type, text: publishedBounds(type, source.on)?.[bound] }));
    const terms = percents.map(({ type, text = "0" }): Expression => {
      const literal: Expression = { type: "number", text, percent: true };
      return source.type ? literal : build.binary("*", build.name(`optimism-bias.${id}.mix.${type}`), literal);
    });
    const only = source.type ? terms[0] : undefined;
    engine.define({
      name: `optimism-bias.${id}.${bound}`,
      label: `${source.label}, ${bound} bound`,
      decimals: 1,
      origin,
      make: () => {
        if (types.length === 0 || lacking !== undefined) return brokenMade;
        // A published bound is an input like any other, not a sum that someone has worked out.
        return only ? publishedInput(percents[0]?.text ?? "0") : engine.compute(build.call("sum", terms), "%");
      },
    });
  }
}

function publishedInput(percent: string): Made {
  return { value: numberValue(exact(percent).dividedBy(100), "%"), derivation: { type: "typed" } };
}

function nameMitigation(engine: Engine, id: string, source: OptimismBias, around: EconomicSurroundings): void {
  const name = `optimism-bias.${id}`;
  const areas = Object.entries(source.mitigation ?? {});
  const origin = around.places.key(["optimism-bias", id, "mitigation"]) ?? around.places.key(["optimism-bias", id]);
  const define = (rest: string, label: string, expression: Expression) =>
    engine.define({
      name: `${name}.${rest}`,
      label: `${source.label}, ${label}`,
      decimals: 1,
      origin,
      make: () => engine.compute(expression, "%"),
    });
  for (const [area, entry] of areas) {
    const what = entry.label ?? area;
    for (const part of ["share", "mitigated"] as const)
      nameTyped(
        engine,
        id,
        source,
        {
          rest: `${area}.${part}`,
          label: part === "share" ? `share of ${what}` : `mitigated part of ${what}`,
          quantity: entry[part],
          path: ["mitigation", area, part],
          part: true,
        },
        around,
      );
    define(
      `${area}.taken-off`,
      `${what}, share × mitigated`,
      build.binary("*", build.name(`${name}.${area}.share`), build.name(`${name}.${area}.mitigated`)),
    );
  }
  define(
    "mitigated",
    "mitigated in all",
    areas.length === 0
      ? build.number("0")
      : build.call(
          "sum",
          areas.map(([area]) => build.name(`${name}.${area}.taken-off`)),
        ),
  );
  define(
    "managed",
    "managed optimism bias",
    build.binary(
      "*",
      build.name(`${name}.upper`),
      build.binary("-", build.number("1"), build.name(`${name}.mitigated`)),
    ),
  );
}

function checkBias(engine: Engine, id: string, source: OptimismBias, { places }: EconomicSurroundings): void {
  const value = (rest: string) => {
    const found = engine.value(`optimism-bias.${id}.${rest}`);
    return found.type === "number" ? found.exact : undefined;
  };
  const show = (number: typeof one) => plainValue(numberValue(number, "%"), 1, engine.style);
  const all = (parts: readonly string[]) => {
    const numbers = parts.flatMap((part) => value(part) ?? []);
    return numbers.length === parts.length && parts.length > 0 ? sum(numbers) : undefined;
  };
  const path = ["optimism-bias", id];
  if (!source.bounds && !source.type && source.mix) {
    const mixed = all(Object.keys(source.mix).map((type) => `mix.${type}`));
    if (mixed && !nearlyEqual(mixed, one)) {
      engine.problems.push(
        report("figure/bias-mix", places.key([...path, "mix"]), { label: source.label, sum: show(mixed) }),
      );
      return;
    }
  }
  const areas = Object.keys(source.mitigation ?? {});
  const shares = all(areas.map((area) => `${area}.share`));
  // Published shares are rounded to whole per cents, and their source admits that they need not make 100.
  if (shares && compare(shares, one.plus(exact(areas.length).times("0.005"))) > 0)
    engine.problems.push(
      report("figure/bias-shares", places.key([...path, "mitigation"]), { label: source.label, sum: show(shares) }),
    );
  const [managed, lower, upper] = [value("managed"), value("lower"), value("upper")];
  if (lower && upper && compare(lower, upper) > 0)
    engine.problems.push(
      report("figure/range", places.key([...path, "bounds"]) ?? places.key(path), {
        label: source.label,
        lower: show(lower),
        upper: show(upper),
      }),
    );
  else if (managed && lower && compare(managed, lower) < 0)
    engine.problems.push(
      report("figure/bias-below-lower", places.key([...path, "mitigation"]) ?? places.key(path), {
        label: source.label,
        managed: show(managed),
        lower: show(lower),
      }),
    );
  if (source["includes-contingency"])
    engine.problems.push(
      report("figure/bias-contingency", places.value([...path, "includes-contingency"]), { label: source.label }),
    );
}

/** Reports a bias of duration on lines of money; bounds of duration lengthen a plan. */
export function checkBiasFit(engine: Engine, data: DataFile, { places }: EconomicSurroundings): void {
  for (const [id, line] of Object.entries(data.lines ?? {})) {
    const bias = line["optimism-bias"];
    if (bias === undefined) continue;
    const at = places.value(["lines", id, "optimism-bias"]);
    if (data["optimism-bias"]?.[bias]?.on === "duration")
      engine.problems.push(report("figure/bias-fit", at, { label: line.label, bias }));
    const nature = line.nature ?? "resource";
    if (nature !== "resource")
      engine.problems.push(report("figure/bias-without-effect", at, { label: line.label, nature }));
  }
}
