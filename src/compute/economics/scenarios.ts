// Scenarios: all options appraised again with every line at an end of its range, or changed as the scenario says.
import type { OptionAppraisal } from "../../../schemas/finance.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import { readRate } from "../engine/rate.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { compare } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";
import { economicLines, isCost, presentName } from "./results.ts";
import { nameBest } from "./sensitivity.ts";
import { type AppraisalLine, type AppraisalShape, type EconomicSurroundings, optionName } from "./shape.ts";

type LeftOut = EconomicSurroundings["leftOut"];

type Source = NonNullable<OptionAppraisal["scenarios"]>[string];

/** By how much a scenario changes a line, and where that is written. */
interface Change {
  readonly line: AppraisalLine;
  readonly by: Quantity;
  readonly at: Span | undefined;
  /** True when it is an end of the line's range. */
  readonly ranged: boolean;
}

interface Scenario {
  readonly id: string;
  readonly source: Source;
  readonly changes: readonly Change[];
}

/** The end of its range that a line takes: benefits and income take the other one, so that "lower" is costs low, benefits high. */
function endOf(line: AppraisalLine, range: Source["range"]): "lower" | "upper" | undefined {
  if (range === undefined || range === "central") return undefined;
  return isCost(line) ? range : range === "lower" ? "upper" : "lower";
}

function changesOf(shape: AppraisalShape, id: string, source: Source): readonly Change[] {
  const { places } = shape;
  return shape.lines
    .filter((line) => line.economic)
    .flatMap((line): Change[] => {
      const own = source.changes?.[line.id];
      const path = ["option-appraisals", shape.id, "scenarios", id, "changes", line.id];
      if (own) return [{ line, by: own, at: places.value(path), ranged: false }];
      const end = endOf(line, source.range);
      const by = end && line.source.range?.[end];
      return end && by ? [{ line, by, at: places.value(["lines", line.id, "range", end]), ranged: true }] : [];
    });
}

function scenariosOf(engine: Engine, shape: AppraisalShape, leftOut: LeftOut): readonly Scenario[] {
  const known = shape.lines.map((l) => l.id);
  return Object.entries(shape.source.scenarios ?? {}).map(([id, source]) => {
    for (const line of Object.keys(source.changes ?? {}))
      if (!known.includes(line) && !leftOut(`lines.${line}`))
        engine.problems.push(
          report(
            "register/unknown",
            shape.places.key(["option-appraisals", shape.id, "scenarios", id, "changes", line]),
            {
              id: line,
              register: `the lines of ${shape.id}`,
              nearest: nearest(line, known),
            },
          ),
        );
    return { id, source, changes: changesOf(shape, id, source) };
  });
}

/** `a.scenarios.<s>.<line>`: the change of each line that changes; and who is best. */
function nameScenario(engine: Engine, shape: AppraisalShape, scenario: Scenario): void {
  const prefix = `${shape.id}.scenarios.${scenario.id}`;
  nameBest(engine, shape, prefix, scenario.source.label, ["scenarios", scenario.id]);
  for (const { line, by, at } of scenario.changes)
    engine.define({
      name: `${prefix}.${line.id}`,
      label: `${scenario.source.label}, change of ${plainText(line.source.label)}`,
      decimals: writtenDecimals(by) ?? 0,
      origin: at,
      make: () => readRate(engine, by, at, `The change of ${plainText(line.source.label)}`),
    });
  for (const option of shape.options) nameOption(engine, shape, scenario, option.id);
}

function nameOption(engine: Engine, shape: AppraisalShape, scenario: Scenario, option: string): void {
  const { unit } = shape;
  const prefix = optionName(shape, option, "scenarios", scenario.id);
  const own = economicLines(shape, option);
  const amount = (part: string, label: string, expression: Expression) =>
    engine.define({
      name: `${prefix}.${part}`,
      label: `${scenario.source.label}, ${label}`,
      decimals: moneyPlaces[unit],
      origin: shape.origin,
      make: () => engine.compute(expression, unit),
    });
  for (const side of ["costs", "benefits"] as const) {
    const base = build.name(optionName(shape, option, `pv-${side}`));
    const parts = scenario.changes
      .filter(({ line }) => own.includes(line) && isCost(line) === (side === "costs"))
      .map(({ line }) =>
        build.binary(
          "*",
          build.name(`${shape.id}.scenarios.${scenario.id}.${line.id}`),
          build.name(presentName(shape, option, line.id)),
        ),
      );
    // Present values are linear in the lines: each adds its share of its own.
    amount(`pv-${side}`, `present value of ${side}`, parts.length > 0 ? build.call("sum", [base, ...parts]) : base);
  }
  amount(
    "npsv",
    "net present social value",
    build.binary("-", build.name(`${prefix}.pv-benefits`), build.name(`${prefix}.pv-costs`)),
  );
}

/** A range runs from its lower to its upper end. */
function checkRanges(engine: Engine, shape: AppraisalShape, scenarios: readonly Scenario[]): void {
  const used = new Set(scenarios.flatMap((s) => s.changes.filter((c) => c.ranged).map((c) => c.line)));
  for (const { id, source } of used) {
    const { range } = source;
    if (range?.lower.kind !== "percent" || range.upper.kind !== "percent") continue;
    const [lower, upper] = [range.lower, range.upper].map((q) => engine.read(q, { at: undefined }).value);
    if (lower?.type !== "number" || upper?.type !== "number" || compare(lower.exact, upper.exact) <= 0) continue;
    engine.problems.push(
      report("figure/range", shape.places.key(["lines", id, "range"]), {
        label: plainText(source.label),
        lower: plainValue(lower, writtenDecimals(range.lower), engine.style),
        upper: plainValue(upper, writtenDecimals(range.upper), engine.style),
      }),
    );
  }
}

/** What a scenario assumes, in words. */
function assumption(engine: Engine, shape: AppraisalShape, { id, source, changes }: Scenario): string {
  const other = source.range === "lower" ? "upper" : "lower";
  const ends =
    source.range === undefined || source.range === "central"
      ? []
      : changes.some((c) => c.ranged)
        ? [`costs at the ${source.range}, benefits at the ${other} end of their ranges`]
        : ["no line has a range"];
  const own = changes
    .filter((c) => !c.ranged)
    .map(({ line }) => {
      const figure = engine.figure(`${shape.id}.scenarios.${id}.${line.id}`);
      const value = figure ? plainValue(figure.value, figure.decimals, engine.style) : "";
      const signed = /^[\d]/.test(value) ? `+${value}` : value;
      return `${plainText(line.source.label)} ${signed}`;
    });
  const words = [...ends, ...own].join("; ");
  return words === "" ? "As the base case" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function scenariosTable(engine: Engine, shape: AppraisalShape, scenarios: readonly Scenario[]): GeneratedTable {
  const { id, unit, source, options } = shape;
  return {
    id: `${id}.scenarios`,
    kind: "scenarios",
    title: `${source.title}: scenarios`,
    columns: [
      { key: "scenario", label: "Scenario", weight: 2 },
      { key: "assumption", label: "What it assumes", weight: 3 },
      ...options.map((o) => ({ key: o.id, label: o.title, unit, group: "NPSV" })),
      { key: "best", label: "Highest NPSV" },
    ],
    rows: scenarios.map((scenario) => ({
      kind: "body" as const,
      id: scenario.id,
      cells: {
        scenario: { markdown: scenario.source.label },
        assumption: { markdown: assumption(engine, shape, scenario) },
        ...Object.fromEntries(
          options.map((o) => [o.id, { figure: optionName(shape, o.id, "scenarios", scenario.id, "npsv") }]),
        ),
        best: { figure: `${id}.scenarios.${scenario.id}.best` },
      },
      origin: shape.places.key(["option-appraisals", id, "scenarios", scenario.id]),
    })),
    notes: [
      "A scenario changes several lines together, each in all its years. Lines without a range stay as they are.",
    ],
    origin: shape.origin,
  };
}

/** Names all scenarios of an appraisal; what comes back makes their table, if there are any. */
export function nameScenarios(
  engine: Engine,
  shape: AppraisalShape,
  leftOut: LeftOut,
): () => readonly GeneratedTable[] {
  const scenarios = scenariosOf(engine, shape, leftOut);
  for (const scenario of scenarios) nameScenario(engine, shape, scenario);
  return () => {
    checkRanges(engine, shape, scenarios);
    return scenarios.length > 0 ? [scenariosTable(engine, shape, scenarios)] : [];
  };
}
