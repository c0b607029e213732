// Risks in money: probability × cost, and what that comes to for all of them.
import type { DataFile } from "../../../schemas/data.ts";
import type { Risk } from "../../../schemas/registers.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import { readShare } from "../economics/parts.ts";
import type { Engine, Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";

const bounds = ["lower", "central", "upper"] as const;
type Bound = (typeof bounds)[number];

interface Quantified {
  readonly id: string;
  readonly risk: Risk;
  readonly probability: Quantity;
  readonly cost: NonNullable<Risk["cost"]>;
}

/** Risks that have both a probability and a cost. */
function quantified(data: DataFile): readonly Quantified[] {
  return Object.entries(data.risks ?? {}).flatMap(([id, risk]) => {
    const { probability, cost } = risk;
    return probability && cost ? [{ id, risk, probability, cost }] : [];
  });
}

/** Risks that the document shows and that may still cost something. */
function counted(entries: readonly Quantified[], document: string): readonly Quantified[] {
  return entries.filter(({ risk }) => (risk.documents?.includes(document) ?? true) && risk.status !== "closed");
}

/** A probability without a cost, or the other way round, comes to nothing. */
function checkHalves(engine: Engine, data: DataFile, places: Places): void {
  for (const [id, { probability, cost }] of Object.entries(data.risks ?? {})) {
    if ((probability === undefined) === (cost === undefined)) continue;
    const has = probability ? "probability" : "cost";
    const span = places.key(["risks", id, has]);
    engine.problems.push(
      report("register/risk-half-valued", span, { has, lacks: probability ? "cost" : "probability" }),
    );
  }
}

function nameCost(engine: Engine, { id, risk, cost }: Quantified, places: Places): void {
  const unit = engine.style.money;
  const path = ["risks", id, "cost"];
  const define = (bound: Bound, origin: Span | undefined, make: () => Made) =>
    engine.define({
      name: `risks.${id}.cost.${bound}`,
      label: `${plainText(risk.title)}, cost if it happens, ${bound}`,
      decimals: moneyPlaces[unit],
      origin,
      make,
    });
  const typed = (bound: Bound, quantity: Quantity, at: Span | undefined) =>
    define(bound, at, () => engine.read(quantity, { unit, at }));
  const name = (bound: Bound) => build.name(`risks.${id}.cost.${bound}`);
  const from = (bound: Bound, expression: Expression) =>
    define(bound, places.value(path) ?? places.key(path), () => engine.compute(expression, unit));
  if ("kind" in cost) {
    typed("central", cost, places.value(path));
    for (const bound of ["lower", "upper"] as const) from(bound, name("central"));
  } else {
    for (const bound of bounds) {
      const quantity = cost[bound];
      if (quantity) typed(bound, quantity, places.value([...path, bound]));
    }
    if (!cost.central)
      from("central", build.binary("/", build.binary("+", name("lower"), name("upper")), build.number("2")));
  }
  engine.alias(`risks.${id}.cost`, `risks.${id}.cost.central`);
  if (!("kind" in cost)) engine.ranged(`risks.${id}.cost`);
}

/** The expected value of a risk: what it costs if it happens, times how probable that is. */
function nameRisk(engine: Engine, entry: Quantified, places: Places): void {
  const { id, risk, probability } = entry;
  const at = places.value(["risks", id, "probability"]);
  engine.define({
    name: `risks.${id}.probability`,
    label: `${plainText(risk.title)}, probability`,
    decimals: writtenDecimals(probability) ?? 0,
    origin: at,
    make: () => readShare(engine, probability, at, `The probability of ${id}`),
  });
  nameCost(engine, entry, places);
  const unit = engine.style.money;
  for (const bound of bounds)
    engine.define({
      name: `risks.${id}.expected.${bound}`,
      label: `${plainText(risk.title)}, expected value, ${bound}`,
      decimals: moneyPlaces[unit],
      origin: places.key(["risks", id]),
      make: () =>
        engine.compute(
          build.binary("*", build.name(`risks.${id}.probability`), build.name(`risks.${id}.cost.${bound}`)),
          unit,
        ),
    });
  engine.alias(`risks.${id}.expected`, `risks.${id}.expected.central`);
}

function nameTotals(engine: Engine, entries: readonly Quantified[], places: Places): void {
  const unit = engine.style.money;
  for (const bound of bounds)
    engine.define({
      name: bound === "central" ? "risks.expected.total" : `risks.expected.total.${bound}`,
      label: `Expected value of all risks, ${bound}`,
      decimals: moneyPlaces[unit],
      origin: places.key(["risks"]),
      make: () =>
        engine.compute(
          build.call(
            "sum",
            entries.map((e) => build.name(`risks.${e.id}.expected.${bound}`)),
          ),
          unit,
        ),
    });
  engine.alias("risks.expected.total.central", "risks.expected.total");
}

function checkOrder(engine: Engine, entries: readonly Quantified[], places: Places): void {
  for (const { id, risk } of entries) {
    const [lower, central, upper] = bounds.map((bound) => engine.value(`risks.${id}.cost.${bound}`));
    if (lower?.type !== "number" || central?.type !== "number" || upper?.type !== "number") continue;
    if (lower.exact.lessThanOrEqualTo(central.exact) && central.exact.lessThanOrEqualTo(upper.exact)) continue;
    const show = (value: typeof lower) => plainValue(value, undefined, engine.style);
    engine.problems.push(
      report("figure/range", places.key(["risks", id, "cost"]), {
        label: plainText(risk.title),
        lower: show(lower),
        upper: show(upper),
      }),
    );
  }
}

function riskTable(engine: Engine, entries: readonly Quantified[], places: Places): GeneratedTable {
  const unit = engine.style.money;
  const ranged = entries.some((e) => !("kind" in e.cost));
  const parts: readonly Bound[] = ranged ? bounds : ["central"];
  const words: Readonly<Record<Bound, string>> = { lower: "Lower", central: "Central", upper: "Upper" };
  const group = (key: "cost" | "expected", label: string): readonly GeneratedColumn[] =>
    parts.map((bound) => ({
      key: ranged ? `${key}.${bound}` : key,
      label: ranged ? words[bound] : label,
      unit,
      ...(ranged ? { group: label } : {}),
    }));
  const decimals = Math.max(0, ...entries.map((e) => writtenDecimals(e.probability) ?? 0));
  const key = (part: "cost" | "expected", bound: Bound) => (ranged ? `${part}.${bound}` : part);
  const total = (bound: Bound) => `risks.expected.total${bound === "central" ? "" : `.${bound}`}`;
  return {
    id: "risk-values",
    kind: "risk-values",
    title: "Risks in money",
    columns: [
      { key: "id", label: "Reference", rowHeader: true },
      { key: "title", label: "Risk", weight: 3 },
      { key: "probability", label: "Probability", unit: "%", decimals },
      ...group("cost", "Cost if it happens"),
      ...group("expected", "Expected value"),
    ],
    rows: [
      ...entries.map(
        ({ id, risk }): GeneratedRow => ({
          kind: "body",
          id,
          cells: {
            id: { markdown: risk.reference ?? id },
            title: { markdown: risk.title },
            probability: { figure: `risks.${id}.probability` },
            ...Object.fromEntries(
              (["cost", "expected"] as const).flatMap((part) =>
                parts.map((bound) => [key(part, bound), { figure: `risks.${id}.${part}.${bound}` }]),
              ),
            ),
          },
          origin: places.key(["risks", id]),
        }),
      ),
      {
        kind: "total",
        label: "Expected value of all risks",
        cells: Object.fromEntries(parts.map((bound) => [key("expected", bound), { figure: total(bound) }])),
      },
    ],
    notes: [
      "Expected value = probability × cost if the risk happens. Costs are not added up, since not all risks will happen; closed risks are left out.",
    ],
    adds: true,
    origin: places.key(["risks"]),
  };
}

/** Names the risks in money that a document shows; what comes back makes their table, if there are any. */
export function nameRiskValues(
  engine: Engine,
  data: DataFile,
  places: Places,
  document: string,
): () => readonly GeneratedTable[] {
  checkHalves(engine, data, places);
  const all = quantified(data);
  for (const entry of all) nameRisk(engine, entry, places);
  const entries = counted(all, document);
  if (entries.length > 0) nameTotals(engine, entries, places);
  return () => {
    checkOrder(engine, all, places);
    return entries.length > 0 ? [riskTable(engine, entries, places)] : [];
  };
}
