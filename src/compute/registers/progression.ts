// How a case moved from stage to stage: each measure at each stage, what changed, and why.
import type { DataFile } from "../../../schemas/data.ts";
import type { Progression } from "../../../schemas/finance.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Places } from "../../parse/draft.ts";
import type { Engine, Made } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { isMoney } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { GeneratedCell, GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";

type Source = Progression["measures"][string];

interface Measure {
  readonly id: string;
  readonly source: Source;
  readonly unit: string;
  readonly decimals: number;
  /** Stages with a number, in order. */
  readonly numbers: readonly string[];
}

interface Shape {
  readonly id: string;
  readonly source: Progression;
  readonly stages: readonly string[];
  readonly measures: readonly Measure[];
}

const isNumber = (value: Quantity | string | undefined): value is Quantity =>
  typeof value === "object" && ["number", "percent", "formula"].includes(value.kind);

function shapeMeasure(id: string, source: Source, stages: readonly string[]): Measure {
  const values = stages.map((stage) => source.values[stage]);
  const percent = values.some((v) => typeof v === "object" && v.kind === "percent");
  const unit = source.unit ?? (percent ? "%" : "number");
  const written = values.map((v) => (typeof v === "object" ? (writtenDecimals(v) ?? 0) : 0));
  return {
    id,
    source,
    unit,
    decimals: source.decimals ?? Math.max(isMoney(unit) ? moneyPlaces[unit] : 0, ...written),
    numbers: stages.filter((stage) => isNumber(source.values[stage])),
  };
}

const notApplicable: Made = { value: { type: "empty", empty: "n/a" }, derivation: { type: "typed" } };

/** True where a formula came to an answer in words, which has no change. */
function inWords(engine: Engine, names: readonly string[]): boolean {
  return names.some((name) => engine.value(name).type === "words");
}

function nameMeasure(engine: Engine, shape: Shape, measure: Measure, places: Places): void {
  const { id: progression, stages } = shape;
  const { id, source, unit, decimals, numbers } = measure;
  const path = ["progression", progression, "measures", id];
  const label = plainText(source.label);
  for (const stage of stages) {
    const value = source.values[stage];
    if (value === undefined) continue;
    const at = places.value([...path, "values", stage]);
    engine.define({
      name: `${progression}.${id}.${stage}`,
      label: `${label}, ${shape.source.stages[stage]?.label ?? stage}`,
      decimals,
      origin: at,
      make: () =>
        typeof value === "string"
          ? { value: { type: "words", words: plainText(value) }, derivation: { type: "typed" } }
          : engine.read(value, { unit, at }),
    });
  }
  for (const [i, stage] of numbers.entries()) {
    const before = numbers[i - 1];
    if (before === undefined) continue;
    const [from, to] = [before, stage].map((s) => build.name(`${progression}.${id}.${s}`));
    if (from && to)
      engine.define({
        name: `${progression}.${id}.change.${stage}`,
        label: `${label}, change from ${shape.source.stages[before]?.label ?? before}`,
        decimals,
        origin: places.key(path),
        make: () =>
          inWords(
            engine,
            [before, stage].map((s) => `${progression}.${id}.${s}`),
          )
            ? notApplicable
            : engine.compute(build.binary("-", to, from), unit),
      });
  }
  const last = numbers.at(-1);
  if (last !== undefined && numbers.length > 1)
    engine.alias(`${progression}.${id}.change`, `${progression}.${id}.change.${last}`);
}

/** Values stand at stages that exist, and no stage is called like a result. */
function checkStages(engine: Engine, shape: Shape, places: Places): void {
  if (shape.stages.includes("change"))
    engine.problems.push(
      report("figure/taken-name", places.key(["progression", shape.id, "stages", "change"]), {
        what: "stage",
        name: "change",
        figure: `${shape.id}.measure.change`,
      }),
    );
  for (const { id, source } of shape.measures)
    for (const stage of Object.keys(source.values))
      if (!shape.stages.includes(stage))
        engine.problems.push(
          report("register/unknown", places.key(["progression", shape.id, "measures", id, "values", stage]), {
            id: stage,
            register: `the stages of ${shape.id}`,
            nearest: nearest(stage, shape.stages),
          }),
        );
}

/** What a business case must say at every stage after the first: why its numbers moved. */
function checkReasons(engine: Engine, shape: Shape, places: Places): void {
  for (const { id, source, numbers } of shape.measures) {
    if (source.reason !== undefined) continue;
    const moved = numbers.slice(1).find((stage) => {
      const change = engine.value(`${shape.id}.${id}.change.${stage}`);
      return change.type === "number" && !change.exact.isZero();
    });
    if (moved === undefined) continue;
    const change = engine.figure(`${shape.id}.${id}.change.${moved}`);
    engine.problems.push(
      report("figure/change-without-reason", places.key(["progression", shape.id, "measures", id]), {
        label: plainText(source.label),
        stage: shape.source.stages[moved]?.label ?? moved,
        change: change ? plainValue(change.value, change.decimals, engine.style) : "",
      }),
    );
  }
}

function stageLabel({ label, version, date }: Progression["stages"][string]): string {
  const more = [version, date].filter((part) => part !== undefined);
  return more.length > 0 ? `${label} (${more.join(", ")})` : label;
}

function measureRow(shape: Shape, measure: Measure, places: Places): GeneratedRow {
  const { id, source, unit, decimals, numbers } = measure;
  const cells: Record<string, GeneratedCell> = {
    measure: { markdown: source.label },
    reason: { markdown: source.reason ?? "–" },
  };
  for (const [i, stage] of shape.stages.entries()) {
    cells[stage] =
      source.values[stage] === undefined
        ? { markdown: "–" }
        : { figure: `${shape.id}.${id}.${stage}`, as: unit, decimals };
    if (i === 0) continue;
    const changed = numbers.indexOf(stage) > 0;
    cells[`change.${stage}`] = changed
      ? { figure: `${shape.id}.${id}.change.${stage}`, as: unit, decimals }
      : { markdown: "–" };
  }
  return { kind: "body", id, cells, origin: places.key(["progression", shape.id, "measures", id]) };
}

function progressionTable(shape: Shape, places: Places): GeneratedTable {
  const { id, source, stages, measures } = shape;
  const columns = stages.flatMap((stage, i): GeneratedColumn[] => {
    const entry = source.stages[stage];
    const label = entry ? stageLabel(entry) : stage;
    const own: GeneratedColumn = { key: stage, label, unit: "number" };
    return i === 0 ? [own] : [own, { key: `change.${stage}`, label: "Change", unit: "number" }];
  });
  const points = measures.some((m) => m.unit === "%" && m.numbers.length > 1);
  return {
    id: `${id}.progression`,
    kind: "progression",
    title: source.title,
    columns: [
      { key: "measure", label: "Measure", weight: 3 },
      ...columns,
      { key: "reason", label: "Reason for change", weight: 4 },
    ],
    rows: measures.map((m) => measureRow(shape, m, places)),
    notes: [
      "Change is measured from the last earlier stage that has a number.",
      points ? "Changes of percentages are in percentage points." : undefined,
      source.note,
    ],
    equations: measures.flatMap(({ id: row, numbers }) =>
      numbers.slice(1).map((stage, i) => ({
        whole: { row, column: `change.${stage}` },
        plus: [{ row, column: stage }],
        minus: [{ row, column: numbers[i] ?? "" }],
      })),
    ),
    origin: places.key(["progression", id]),
  };
}

/** Names every measure at every stage; what comes back checks reasons and makes the tables. */
export function nameProgression(engine: Engine, data: DataFile, places: Places): () => readonly GeneratedTable[] {
  const shapes = Object.entries(data.progression ?? {}).map(([id, source]): Shape => {
    const stages = Object.keys(source.stages);
    return {
      id,
      source,
      stages,
      measures: Object.entries(source.measures).map(([measure, m]) => shapeMeasure(measure, m, stages)),
    };
  });
  for (const shape of shapes) {
    checkStages(engine, shape, places);
    for (const measure of shape.measures) nameMeasure(engine, shape, measure, places);
  }
  return () =>
    shapes.map((shape) => {
      checkReasons(engine, shape, places);
      return progressionTable(shape, places);
    });
}
