// Options scored against weighted criteria: what they come to, and who comes first.
import type { DataFile } from "../../../schemas/data.ts";
import type { OptionScores } from "../../../schemas/finance.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { numberValue } from "../formula/worked.ts";
import { plainValue } from "../numbers/format.ts";
import { type Exact, exact, nearlyEqual, one, sum, zero } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";
import { rank } from "./ranking.ts";

/** One set of scores as it is named and printed. */
interface Shape {
  readonly id: string;
  readonly source: OptionScores;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly criteria: readonly string[];
  readonly scale: { readonly from: number; readonly to: number };
  /** Weights were given as plain numbers that add up to 100. */
  readonly hundreds: boolean;
  readonly decimals: { readonly score: number; readonly weight: number };
}

const plainScale = { from: 0, to: 10 };
const hundred = exact(100);

/** Plain weights are parts of 100 when one of them is too large to be a part of 1. */
function inHundreds(weights: readonly Quantity[]): boolean {
  return weights.some((w) => w.kind === "number" && exact(w.text).greaterThan(one));
}

function shapeScores(data: DataFile, id: string, source: OptionScores): Shape {
  const criteria = Object.keys(source.criteria);
  const weights = criteria.flatMap((c) => source.criteria[c]?.weight ?? []);
  const hundreds = inHundreds(weights);
  const typed = Object.values(source.scores).flatMap((own) => Object.values(own));
  const weightDecimals = weights.map((w) =>
    Math.max(0, (writtenDecimals(w) ?? 0) - (w.kind === "number" && !hundreds ? 2 : 0)),
  );
  return {
    id,
    source,
    options: Object.entries(data.options?.[source.options]?.options ?? {}).map(([option, { title }]) => ({
      id: option,
      title,
    })),
    criteria,
    scale: source.scale ?? plainScale,
    hundreds,
    decimals: {
      score: Math.max(0, ...typed.map((q) => writtenDecimals(q) ?? 0)),
      weight: Math.max(0, ...weightDecimals),
    },
  };
}

/** Two digits tell weighted scores apart; whole weights and scores make no more. */
const weightedDecimals = ({ decimals }: Shape): number => Math.min(2, decimals.score + decimals.weight + 2);

/** A weight as a fraction of the whole, however it was written. */
function readWeight(engine: Engine, shape: Shape, weight: Quantity, at: Span | undefined): Made {
  if (weight.kind !== "number") return engine.read(weight, { unit: "%", at });
  const made = engine.read(weight, { at });
  if (made.value.type !== "number") return made;
  const { exact: written } = made.value;
  return { ...made, value: numberValue(shape.hundreds ? written.dividedBy(100) : written, "%") };
}

function readScore(engine: Engine, shape: Shape, score: Quantity, at: Span | undefined): Made {
  const made = engine.read(score, { unit: "number", at });
  const { from, to } = shape.scale;
  if (made.value.type !== "number") return made;
  if (made.value.exact.greaterThanOrEqualTo(from) && made.value.exact.lessThanOrEqualTo(to)) return made;
  engine.problems.push(
    report("figure/score-range", at, { found: plainValue(made.value, undefined, engine.style), from, to }),
  );
  return brokenMade;
}

function nameScores(engine: Engine, shape: Shape, places: Places): void {
  const { id, source, criteria, options, decimals } = shape;
  const at = (...path: readonly string[]) => places.value(["option-scores", id, ...path]);
  const define = (name: string, label: string, digits: number, origin: Span | undefined, make: () => Made) =>
    engine.define({ name: `${id}.${name}`, label, decimals: digits, origin, make });
  const computed = (expression: Expression, unit: string) => () => engine.compute(expression, unit);
  const name = (part: string) => build.name(`${id}.${part}`);
  const all = places.key(["option-scores", id]);
  const shown = weightedDecimals(shape);
  for (const [criterion, { label, weight }] of Object.entries(source.criteria)) {
    const origin = at("criteria", criterion, "weight");
    define(`${criterion}.weight`, `Weight of ${plainText(label)}`, decimals.weight, origin, () =>
      readWeight(engine, shape, weight, origin),
    );
  }
  const weights = criteria.map((c) => name(`${c}.weight`));
  define("weight.total", "All weights", decimals.weight, all, computed(build.call("sum", weights), "%"));
  const totals = options.map((o) => ({ figure: `${id}.${o.id}.total`, label: plainText(o.title) }));
  if (criteria.length === 0) return;
  for (const option of options) {
    const own = source.scores[option.id];
    const words = plainText(option.title);
    for (const criterion of criteria) {
      const score = own?.[criterion];
      const origin = at("scores", option.id, criterion) ?? places.key(["option-scores", id, "scores", option.id]);
      const label = `${words}, ${plainText(source.criteria[criterion]?.label ?? criterion)}`;
      define(`${option.id}.${criterion}`, label, decimals.score, origin, () =>
        score ? readScore(engine, shape, score, origin) : brokenMade,
      );
      const product = build.binary("*", name(`${option.id}.${criterion}`), name(`${criterion}.weight`));
      define(`${option.id}.${criterion}.weighted`, `${label}, weighted`, shown, origin, computed(product, "number"));
    }
    const weighted = criteria.map((c) => name(`${option.id}.${c}.weighted`));
    define(
      `${option.id}.total`,
      `${words}, weighted score`,
      shown,
      all,
      // A sum would leave out a score that is not known yet; adding one by one leaves the total open.
      computed(
        weighted.reduce((total, next) => build.binary("+", total, next)),
        "number",
      ),
    );
    define(`${option.id}.rank`, `${words}, rank`, 0, all, () => rank(engine, totals, `${id}.${option.id}.total`));
  }
}

/** Every option is scored on every criterion, and nothing else is. */
function checkNames(engine: Engine, shape: Shape, places: Places, leftOut: (name: string) => boolean): void {
  const { id, source, criteria, options } = shape;
  const at = (...path: readonly string[]) => places.key(["option-scores", id, ...path]);
  const unknown = (found: string, register: string, known: readonly string[], span: Span | undefined) =>
    engine.problems.push(report("register/unknown", span, { id: found, register, nearest: nearest(found, known) }));
  const ids = options.map((o) => o.id);
  const taken = (what: string, name: string, figure: string, span: Span | undefined) =>
    engine.problems.push(report("figure/taken-name", span, { what, name, figure: `${id}.${figure}` }));
  for (const criterion of criteria.filter((c) => ["total", "rank", "weight"].includes(c)))
    taken("criterion", criterion, `option.${criterion}`, at("criteria", criterion));
  for (const option of ids.filter((o) => o === "weight"))
    taken("option", option, "weight.total", places.key(["options", source.options, "options", option]));
  for (const [option, own] of Object.entries(source.scores)) {
    if (!ids.includes(option) && !leftOut(`options.${source.options}`))
      unknown(option, `options.${source.options}`, ids, at("scores", option));
    for (const criterion of Object.keys(own))
      if (!criteria.includes(criterion))
        unknown(criterion, `the criteria of ${id}`, criteria, at("scores", option, criterion));
  }
  for (const option of options) {
    const missing = criteria.filter((c) => source.scores[option.id]?.[c] === undefined);
    // Scores under a name that is not known are most likely this option's.
    const strayed = source.scores[option.id] === undefined && Object.keys(source.scores).some((o) => !ids.includes(o));
    if (missing.length === 0 || strayed) continue;
    const span = at("scores", option.id) ?? at("scores");
    engine.problems.push(report("figure/score-missing", span, { option: option.id, criteria: missing }));
  }
}

/** Weights lie between nothing and the whole, and come to the whole. */
function checkWeights(engine: Engine, shape: Shape, places: Places): void {
  const { id, source, criteria, hundreds } = shape;
  const weights = criteria.map((c) => ({ criterion: c, value: engine.value(`${id}.${c}.weight`) }));
  const numbers: Exact[] = [];
  let strayed = false;
  for (const { criterion, value } of weights) {
    if (value.type !== "number") continue;
    numbers.push(value.exact);
    if (value.exact.greaterThanOrEqualTo(zero) && value.exact.lessThanOrEqualTo(one)) continue;
    const found = plainValue(value, undefined, engine.style);
    const span = places.value(["option-scores", id, "criteria", criterion, "weight"]);
    engine.problems.push(report("figure/weight-range", span, { found }));
    strayed = true;
  }
  const total = sum(numbers);
  if (strayed || numbers.length < weights.length || nearlyEqual(total, one)) return;
  const percent = Object.values(source.criteria).some((c) => c.weight.kind !== "number");
  const found = percent
    ? plainValue(numberValue(total, "%"), undefined, engine.style)
    : (hundreds ? total.times(hundred) : total).toFixed();
  const whole = percent ? "100%" : hundreds ? "100" : "1";
  const notes = criteria.flatMap((c) => {
    const span = places.value(["option-scores", id, "criteria", c, "weight"]);
    const weight = plainValue(engine.value(`${id}.${c}.weight`), undefined, engine.style);
    return span ? [{ message: `${plainText(source.criteria[c]?.label ?? c)}: ${weight}`, span }] : [];
  });
  engine.problems.push(
    report("figure/weights", places.key(["option-scores", id, "criteria"]), { found, whole }, { notes }),
  );
}

function scoresTable(shape: Shape, places: Places): GeneratedTable {
  const { id, source, criteria, options, scale, decimals } = shape;
  const columns: GeneratedColumn[] = [
    { key: "criterion", label: "Criterion", weight: 3 },
    { key: "weight", label: "Weight", unit: "%", decimals: decimals.weight },
    ...options.flatMap(({ id: option, title }): GeneratedColumn[] => [
      { key: `${option}.score`, label: "Score", unit: "number", decimals: decimals.score, group: title },
      { key: `${option}.weighted`, label: "Weighted", unit: "number", decimals: weightedDecimals(shape), group: title },
    ]),
  ];
  const cells = (of: (option: string) => readonly (readonly [string, string])[]): GeneratedRow["cells"] =>
    Object.fromEntries(options.flatMap((o) => of(o.id).map(([key, figure]) => [key, { figure: `${id}.${figure}` }])));
  const body = criteria.map(
    (c): GeneratedRow => ({
      kind: "body",
      id: c,
      cells: {
        criterion: { markdown: source.criteria[c]?.label ?? c },
        weight: { figure: `${id}.${c}.weight` },
        ...cells((o) => [
          [`${o}.score`, `${o}.${c}`],
          [`${o}.weighted`, `${o}.${c}.weighted`],
        ]),
      },
      origin: places.key(["option-scores", id, "criteria", c]),
    }),
  );
  return {
    id: `${id}.option-scores`,
    kind: "option-scores",
    title: source.title,
    columns,
    rows: [
      ...body,
      {
        kind: "total",
        label: "Weighted score",
        cells: { weight: { figure: `${id}.weight.total` }, ...cells((o) => [[`${o}.weighted`, `${o}.total`]]) },
      },
      { kind: "total", label: "Rank", cells: cells((o) => [[`${o}.weighted`, `${o}.rank`]]) },
    ],
    notes: [
      `Scores run from ${scale.from} to ${scale.to}. Weighted score = the sum of weight × score; the highest ranks first, and = marks equal places.`,
      ...criteria.flatMap((c) => {
        const { label, note } = source.criteria[c] ?? {};
        return note === undefined ? [] : [`${plainText(label ?? c)}: ${note}`];
      }),
      source.note,
    ],
    adds: true,
    origin: places.key(["option-scores", id]),
  };
}

/** Names all scores; what comes back checks them and makes their tables, once every name is there. */
export function nameOptionScores(
  engine: Engine,
  data: DataFile,
  places: Places,
  leftOut: (name: string) => boolean,
): () => readonly GeneratedTable[] {
  const shapes = Object.entries(data["option-scores"] ?? {}).flatMap(([id, source]) => {
    const sets = data.options ?? {};
    if (Object.hasOwn(sets, source.options)) return [shapeScores(data, id, source)];
    if (!leftOut(`options.${source.options}`)) {
      const span = places.value(["option-scores", id, "options"]);
      const close = nearest(source.options, Object.keys(sets));
      engine.problems.push(
        report("register/unknown", span, { id: source.options, register: "options", nearest: close }),
      );
    }
    return [];
  });
  for (const shape of shapes) {
    nameScores(engine, shape, places);
    checkNames(engine, shape, places, leftOut);
  }
  return () =>
    shapes.map((shape) => {
      checkWeights(engine, shape, places);
      return scoresTable(shape, places);
    });
}
