// Sensitivity: every option appraised again with some lines larger or smaller, or at another discount rate.
import type { OptionAppraisal } from "../../../schemas/finance.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Engine } from "../engine/engine.ts";
import { readFlatRate, readRate } from "../engine/rate.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces } from "../numbers/format.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { best } from "../registers/ranking.ts";
import type { GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";
import { type FactorNames, nameFactors } from "./discount.ts";
import { economicLines, entrants, isCost, presentName, quotient } from "./results.ts";
import { type AppraisalLine, type AppraisalShape, type EconomicSurroundings, optionName } from "./shape.ts";

type LeftOut = EconomicSurroundings["leftOut"];

type Source = NonNullable<OptionAppraisal["sensitivity"]>[string];

interface Test {
  readonly id: string;
  readonly source: Source;
  /** What is tried: a change of lines, or another rate. */
  readonly tries: "by" | "rate";
}

/** A test gives a change or a rate, and its lines are lines of the appraisal. */
function testsOf(engine: Engine, shape: AppraisalShape, leftOut: LeftOut): readonly Test[] {
  return Object.entries(shape.source.sensitivity ?? {}).flatMap(([id, source]): Test[] => {
    const path = ["option-appraisals", shape.id, "sensitivity", id];
    const span = shape.places.key(path);
    const both = source.by !== undefined && source.rate !== undefined;
    const neither = source.by === undefined && source.rate === undefined;
    if (both || neither) {
      engine.problems.push(
        report("figure/sensitivity-test", span, { label: source.label, found: both ? "both" : "neither" }),
      );
      return [];
    }
    if (source.rate !== undefined) return [{ id, source, tries: "rate" }];
    const known = shape.lines.map((l) => l.id);
    const strangers = (source.lines ?? []).filter((l) => !known.includes(l));
    for (const line of strangers.filter((l) => !leftOut(`lines.${l}`)))
      engine.problems.push(
        report("register/unknown", shape.places.value([...path, "lines"]) ?? span, {
          id: line,
          register: `the lines of ${shape.id}`,
          nearest: nearest(line, known),
        }),
      );
    if (strangers.length > 0) return [];
    if (!shape.lines.some((l) => l.economic && changes(source, l)))
      engine.problems.push(report("figure/sensitivity-empty", span, { label: source.label }));
    return [{ id, source, tries: "by" }];
  });
}

/** True for a line that a test changes. */
function changes(test: Source, line: AppraisalLine): boolean {
  return (
    (test.lines?.includes(line.id) ?? true) &&
    (test.kind === undefined || test.kind === line.source.kind) &&
    (test.class === undefined || test.class === line.source.class)
  );
}

/** What is tried, and who is best then: `a.sensitivity.<test>.by|rate|highest|best`. */
function nameTest(engine: Engine, shape: AppraisalShape, test: Test): void {
  const { id, source, tries } = test;
  const prefix = `${shape.id}.sensitivity.${id}`;
  const path = ["option-appraisals", shape.id, "sensitivity", id, tries];
  const at = shape.places.value(path);
  const quantity = source[tries];
  if (!quantity) return;
  engine.define({
    name: `${prefix}.${tries}`,
    label: `${source.label}, ${tries === "by" ? "change" : "discount rate"}`,
    decimals: writtenDecimals(quantity) ?? 0,
    origin: at,
    make: () => (tries === "by" ? readRate(engine, quantity, at, "The change") : readFlatRate(engine, quantity, at)),
  });
  if (tries === "rate") nameFactors(engine, shape, factorNames(shape, id), `${source.label}, discount factor`);
  nameBest(engine, shape, prefix, source.label, ["sensitivity", id]);
}

/** Names the highest net present social value of a test or scenario and the option that has it. */
export function nameBest(
  engine: Engine,
  shape: AppraisalShape,
  prefix: string,
  label: string,
  below: readonly string[],
): void {
  const all = entrants(shape, ...below);
  engine.define({
    name: `${prefix}.highest`,
    label: `${label}, highest net present social value`,
    decimals: moneyPlaces[shape.unit],
    origin: shape.origin,
    make: () =>
      engine.compute(
        build.call(
          "max",
          all.map((e) => build.name(e.figure)),
        ),
        shape.unit,
      ),
  });
  engine.define({
    name: `${prefix}.best`,
    label: `${label}, option with the highest net present social value`,
    decimals: undefined,
    origin: shape.origin,
    make: () => best(engine, all, `${prefix}.highest`),
  });
}

/** A test's own factors; all its years have the one rate. */
function factorNames(shape: AppraisalShape, test: string): FactorNames {
  const prefix = `${shape.id}.sensitivity.${test}`;
  return { rate: () => `${prefix}.rate`, factor: (year) => `${prefix}.factor.${year}` };
}

/**
 * An option under a test. Present values are linear in the lines, so a change of lines by a share adds that share of
 * their present values; another rate needs the flows again, with its own factors.
 */
function nameTested(engine: Engine, shape: AppraisalShape, test: Test, option: string): void {
  const { unit } = shape;
  const prefix = optionName(shape, option, "sensitivity", test.id);
  const base = (part: string) => optionName(shape, option, part);
  const amount = (part: string, label: string, expression: Expression) =>
    engine.define({
      name: `${prefix}.${part}`,
      label: `${test.source.label}, ${label}`,
      decimals: moneyPlaces[unit],
      origin: shape.origin,
      make: () => engine.compute(expression, unit),
    });
  for (const side of ["costs", "benefits"] as const)
    amount(
      `pv-${side}`,
      `present value of ${side}`,
      test.tries === "rate" ? atRate(shape, test.id, option, side) : changed(shape, test, option, side),
    );
  amount(
    "npsv",
    "net present social value",
    build.binary("-", build.name(`${prefix}.pv-benefits`), build.name(`${prefix}.pv-costs`)),
  );
  amount(
    "change",
    "change in net present social value",
    build.binary("-", build.name(`${prefix}.npsv`), build.name(base("npsv"))),
  );
  engine.define({
    name: `${prefix}.bcr`,
    label: `${test.source.label}, benefit-cost ratio`,
    decimals: 2,
    origin: shape.origin,
    make: () => quotient(engine, `${prefix}.pv-benefits`, `${prefix}.pv-costs`, "number"),
  });
}

type Side = "costs" | "benefits";

function changed(shape: AppraisalShape, test: Test, option: string, side: Side): Expression {
  const base = build.name(optionName(shape, option, `pv-${side}`));
  const lines = economicLines(shape, option).filter((l) => changes(test.source, l) && isCost(l) === (side === "costs"));
  if (lines.length === 0) return base;
  const presents = lines.map((l) => build.name(presentName(shape, option, l.id)));
  const [only] = presents;
  const changing = presents.length === 1 && only ? only : build.call("sum", presents);
  return build.binary("+", base, build.binary("*", build.name(`${shape.id}.sensitivity.${test.id}.by`), changing));
}

function atRate(shape: AppraisalShape, test: string, option: string, side: Side): Expression {
  const names = factorNames(shape, test);
  return build.call(
    "sum",
    shape.years.map(({ year }) =>
      build.binary("*", build.name(optionName(shape, option, side, year)), build.name(names.factor(year))),
    ),
  );
}

/** Tests as rows, options as columns, and who is best. */
function sensitivityTable(shape: AppraisalShape, tests: readonly Test[]): GeneratedTable {
  const { id, unit, source, options } = shape;
  const preferred = options.find((o) => o.id === source.preferred);
  const cells = (figure: (option: string) => string) =>
    Object.fromEntries(options.map((o) => [o.id, { figure: figure(o.id) }]));
  return {
    id: `${id}.sensitivity`,
    kind: "sensitivity",
    title: `${source.title}: sensitivity`,
    columns: [
      { key: "test", label: "Test", weight: 3 },
      { key: "change", label: "Change or rate", unit: "%", decimals: changeDecimals(tests) },
      ...options.map((o) => ({ key: o.id, label: o.title, unit, group: "NPSV" })),
      ...(preferred ? [{ key: "effect", label: `Change for ${preferred.title}`, unit }] : []),
      { key: "best", label: "Highest NPSV" },
    ],
    rows: [
      {
        kind: "body",
        id: "base",
        cells: {
          test: { markdown: "Base case" },
          change: { markdown: "–" },
          ...cells((o) => optionName(shape, o, "npsv")),
          ...(preferred ? { effect: { markdown: "–" } } : {}),
          best: { figure: `${id}.sensitivity.best` },
        },
      },
      ...tests.map((test) => ({
        kind: "body" as const,
        id: test.id,
        cells: {
          test: { markdown: test.source.label },
          change: { figure: `${id}.sensitivity.${test.id}.${test.tries}` },
          ...cells((o) => optionName(shape, o, "sensitivity", test.id, "npsv")),
          ...(preferred
            ? { effect: { figure: optionName(shape, preferred.id, "sensitivity", test.id, "change") } }
            : {}),
          best: { figure: `${id}.sensitivity.${test.id}.best` },
        },
        origin: shape.places.key(["option-appraisals", id, "sensitivity", test.id]),
      })),
    ],
    notes: [
      "Each test changes what it names and nothing else. A change raises or lowers the present value of its lines by that share; another rate is a flat one for all years.",
      ...tests.flatMap((test) => noteOf(shape, test)),
    ],
    equations: tests.map((test) => ({
      whole: { row: test.id, column: "effect" },
      plus: [{ row: test.id, column: source.preferred }],
      minus: [{ row: "base", column: source.preferred }],
    })),
    origin: shape.origin,
  };
}

function changeDecimals(tests: readonly Test[]): number {
  return Math.max(0, ...tests.map((t) => writtenDecimals(t.source[t.tries]) ?? 0));
}

/** Which lines a test changes, where it does not change a whole kind. */
function noteOf(shape: AppraisalShape, test: Test): readonly string[] {
  if (!test.source.lines) return [];
  const labels = shape.lines.filter((l) => changes(test.source, l)).map((l) => plainText(l.source.label));
  return [`${test.source.label}: ${labels.join("; ")}.`];
}

/** Names all tests of an appraisal; what comes back makes their table, if there are any. */
export function nameSensitivity(
  engine: Engine,
  shape: AppraisalShape,
  leftOut: LeftOut,
): () => readonly GeneratedTable[] {
  const tests = testsOf(engine, shape, leftOut);
  if (tests.length === 0) return () => [];
  nameBest(engine, shape, `${shape.id}.sensitivity`, "Base case", []);
  for (const test of tests) {
    nameTest(engine, shape, test);
    for (const option of shape.options) nameTested(engine, shape, test, option.id);
  }
  return () => [sensitivityTable(shape, tests)];
}
