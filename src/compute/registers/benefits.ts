// The benefits register: ranges, partner shares, totals by kind, adjustments and phasing.
import type { Adjustment, Benefit } from "../../../schemas/benefits.ts";
import type { DataFile } from "../../../schemas/data.ts";
import { isFinancialYear, type Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Places } from "../../parse/draft.ts";
import type { Engine, Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { brokenValue, stopper } from "../formula/worked.ts";
import type { AdjustmentStep, BenefitLine, BenefitsModel, Range, Value } from "../model.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { compare, halfUnit, sum } from "../numbers/money.ts";
import { roundedPartsDiffer } from "../numbers/rounding.ts";
import { slug } from "../numbers/slug.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { checkScale, humanise } from "../tables/columns.ts";

const bounds = ["lower", "central", "upper"] as const;
type Bound = (typeof bounds)[number];

/** Kinds of benefit in the order in which their totals are printed. */
export const benefitKinds = ["cost reduction", "income generation", "cost avoidance"] as const;
const kinds = benefitKinds;

/** Central values carry the plain name; the bounds add their word. */
const suffix = (bound: Bound) => (bound === "central" ? "" : `.${bound}`);

interface Entry {
  readonly id: string;
  readonly benefit: Benefit;
}

type Annual = Benefit["annual"];
const isRange = (annual: Annual): annual is Exclude<Annual, Quantity> => !("kind" in annual);

function nameLine(engine: Engine, { id, benefit }: Entry, places: Places): void {
  const path = ["benefits", id, "annual"];
  const unit = engine.style.money;
  const annual = benefit.annual;
  const define = (bound: Bound, make: () => Made, at = places.value(path)) =>
    engine.define({
      name: `benefits.${id}.${bound}`,
      label: `${benefit.label}, ${bound}`,
      decimals: moneyPlaces[engine.style.money],
      origin: at,
      make,
    });
  const typed = (bound: Bound, quantity: Quantity, at = places.value([...path, bound])) =>
    define(bound, () => engine.read(quantity, { unit, at }), at);
  if (isRange(annual)) {
    typed("lower", annual.lower);
    typed("upper", annual.upper);
    if (annual.central) typed("central", annual.central);
    else
      define("central", () =>
        engine.compute(
          build.call("average", [build.name(`benefits.${id}.lower`), build.name(`benefits.${id}.upper`)]),
          unit,
        ),
      );
  } else {
    typed("central", annual, places.value(path));
    for (const bound of ["lower", "upper"] as const)
      define(bound, () => engine.compute(build.name(`benefits.${id}.central`), unit));
  }
  engine.alias(`benefits.${id}`, `benefits.${id}.central`);
  if (isRange(annual)) engine.ranged(`benefits.${id}`);
}

function nameShares(engine: Engine, { id, benefit }: Entry, places: Places): void {
  const shares = Object.entries(benefit.shares ?? {});
  const central = `benefits.${id}.central`;
  for (const [organisation, share] of shares) {
    const at = places.value(["benefits", id, "shares", organisation]);
    const name = `benefits.${id}.${organisation}`;
    engine.define({
      name,
      label: `${benefit.label}, ${organisation}`,
      decimals: moneyPlaces[engine.style.money],
      origin: at,
      make: () => {
        if (share.kind === "rest") {
          const others = shares.filter(([, s]) => s.kind !== "rest").map(([o]) => build.name(`benefits.${id}.${o}`));
          const rest: Expression =
            others.length === 0
              ? build.name(central)
              : build.binary("-", build.name(central), build.call("sum", others));
          return engine.compute(rest, engine.style.money);
        }
        const made = engine.read(share, { at });
        const value = made.value;
        if (value.type !== "number" || (value.unit !== "%" && value.unit !== "number"))
          return share.kind === "formula" ? engine.read(share, { at, unit: engine.style.money }) : made;
        if (value.unit === "number") return engine.read(share, { at, unit: engine.style.money });
        // A percentage is a part of the central value.
        const written = build.number(value.exact.toFixed());
        return engine.compute(build.binary("*", build.name(central), written), engine.style.money);
      },
    });
  }
}

const asFactor = (name: string): Expression => build.binary("+", build.number("1"), build.name(name));

function byOf(adjustment: Adjustment): Quantity {
  return "kind" in adjustment ? adjustment : adjustment.by;
}

function nameTotals(engine: Engine, entries: readonly Entry[], data: DataFile, places: Places): void {
  const unit = engine.style.money;
  const adjustments = Object.entries(data.adjust ?? {});
  for (const [id, adjustment] of adjustments) {
    const at = places.value(["adjust", id, "by"]) ?? places.value(["adjust", id]);
    engine.define({
      name: `adjust.${id}`,
      label: labelOf(id, adjustment),
      decimals: writtenDecimals(byOf(adjustment)),
      origin: at,
      make: () => {
        const made = engine.read(byOf(adjustment), { at });
        const value = made.value;
        if (value.type === "broken" || (value.type === "number" && value.unit === "%")) return made;
        const found = plainValue(value, undefined, engine.style);
        engine.problems.push(report("figure/adjustment", at, { name: id, found }));
        return { ...made, value: brokenValue };
      },
    });
  }
  const sumOf = (list: readonly Entry[], bound: Bound): Expression =>
    list.length === 0
      ? build.number("0")
      : build.call(
          "sum",
          list.map((e) => build.name(`benefits.${e.id}.${bound}`)),
        );
  const define = (name: string, label: string, expression: Expression) =>
    engine.define({
      name,
      label,
      decimals: moneyPlaces[engine.style.money],
      origin: places.key(["benefits"]),
      make: () => engine.compute(expression, unit),
    });
  for (const bound of bounds) {
    const end = suffix(bound);
    define(`benefits.total${end}`, `All benefits${end && `, ${bound}`}`, sumOf(entries, bound));
    for (const kind of kinds)
      define(
        `benefits.${slug(kind)}.total${end}`,
        `${humanise(kind)}${end && `, ${bound}`}`,
        sumOf(
          entries.filter((e) => e.benefit.kind === kind),
          bound,
        ),
      );
    let after: Expression = build.name(`benefits.total${end}`);
    const factors: Expression[] = [];
    for (const [id, adjustment] of adjustments) {
      factors.push(build.name(`adjust.${id}`));
      after =
        data.combine === "additive"
          ? build.binary(
              "*",
              build.name(`benefits.total${end}`),
              build.binary("+", build.number("1"), build.call("sum", [...factors])),
            )
          : build.binary("*", after, asFactor(`adjust.${id}`));
      define(`benefits.after.${id}${end}`, `After ${labelOf(id, adjustment)}`, after);
    }
    define(`benefits.net${end}`, `Benefits after adjustments${end && `, ${bound}`}`, after);
  }
  const partners = partnersOf(entries);
  for (const partner of partners) {
    const with_ = entries.filter((e) => Object.hasOwn(e.benefit.shares ?? {}, partner));
    define(
      `benefits.shares.${partner}`,
      `Shares of ${partner}`,
      build.call(
        "sum",
        with_.map((e) => build.name(`benefits.${e.id}.${partner}`)),
      ),
    );
  }
}

function namePhases(engine: Engine, data: DataFile, places: Places): void {
  const years = Object.entries(data.phase ?? {});
  const unit = engine.style.money;
  for (const [year, share] of years) {
    const at = places.value(["phase", year]);
    if (!isFinancialYear(year))
      engine.problems.push(report("figure/phase-year", places.key(["phase", year]), { year }));
    engine.define({
      name: `phase.${year}`,
      label: `Phasing, ${year}`,
      decimals: writtenDecimals(share),
      origin: at,
      make: () => engine.read(share, { unit: "%", at }),
    });
    for (const bound of bounds)
      engine.define({
        name: `benefits.phased.${year}${suffix(bound)}`,
        label: `Benefits in ${year}`,
        decimals: moneyPlaces[engine.style.money],
        origin: at,
        make: () =>
          engine.compute(
            build.binary("*", build.name(`benefits.net${suffix(bound)}`), build.name(`phase.${year}`)),
            unit,
          ),
      });
  }
  if (years.length === 0) return;
  for (const bound of bounds)
    engine.define({
      name: `benefits.phased.total${suffix(bound)}`,
      label: "Benefits over all years",
      decimals: moneyPlaces[engine.style.money],
      origin: places.key(["phase"]),
      make: () =>
        engine.compute(
          build.call(
            "sum",
            years.map(([year]) => build.name(`benefits.phased.${year}${suffix(bound)}`)),
          ),
          unit,
        ),
    });
}

function labelOf(id: string, adjustment: Adjustment): string {
  return ("kind" in adjustment ? undefined : adjustment.label) ?? humanise(id);
}

function partnersOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap((e) => Object.keys(e.benefit.shares ?? {})))];
}

function entriesOf(data: DataFile): readonly Entry[] {
  return Object.entries(data.benefits ?? {}).map(([id, benefit]) => ({ id, benefit }));
}

/** Names everything the benefits register makes. */
export function nameBenefits(engine: Engine, data: DataFile, places: Places): void {
  const entries = entriesOf(data);
  if (entries.length === 0) return;
  for (const entry of entries) nameLine(engine, entry, places);
  for (const entry of entries) nameShares(engine, entry, places);
  nameTotals(engine, entries, data, places);
  namePhases(engine, data, places);
}

function range(engine: Engine, name: string): Range {
  return {
    lower: engine.value(`${name}.lower`),
    central: engine.value(name),
    upper: engine.value(`${name}.upper`),
  };
}

function checkLine(engine: Engine, line: BenefitLine, places: Places): void {
  const { style } = engine;
  const { lower, upper, central } = line.annual;
  const show = (value: Value) => plainValue(value, moneyPlaces[style.money], style);
  if (lower.type === "number" && upper.type === "number" && compare(lower.exact, upper.exact) > 0)
    engine.problems.push(
      report("figure/range", places.value(["benefits", line.id, "annual", "lower"]) ?? line.origin, {
        label: line.source.label,
        lower: show(lower),
        upper: show(upper),
      }),
    );
  const shares = [...line.shares.values()];
  const rests = Object.values(line.source.shares ?? {}).filter((s) => s.kind === "rest");
  const at = places.key(["benefits", line.id, "shares"]);
  if (rests.length > 1) engine.problems.push(report("figure/two-rests", at, { label: line.source.label }));
  if (shares.length === 0 || central.type !== "number" || rests.length > 0 || stopper(shares)) return;
  const total = sum(shares.flatMap((s) => (s.type === "number" ? [s.exact] : [])));
  // Typed shares were rounded one by one.
  const slack = halfUnit(moneyPlaces[style.money]).times(shares.length);
  if (total.minus(central.exact).abs().lessThanOrEqualTo(slack)) return;
  const notes = [...line.shares].flatMap(([organisation, value]) => {
    const span = places.value(["benefits", line.id, "shares", organisation]);
    return [{ message: `${organisation}: ${show(value)}`, ...(span ? { span } : {}) }];
  });
  engine.problems.push(
    report(
      "figure/shares",
      at,
      {
        label: line.source.label,
        shares: show({ type: "number", exact: total, unit: style.money }),
        whole: show(central),
      },
      { notes },
    ),
  );
}

/** Works the register out; undefined when there is none. */
export function modelBenefits(
  engine: Engine,
  data: DataFile,
  places: Places,
  organisations: readonly string[],
): BenefitsModel | undefined {
  const entries = entriesOf(data);
  if (entries.length === 0) return undefined;
  const { style } = engine;
  const lines = entries.map(({ id, benefit }): BenefitLine => {
    const shares = Object.keys(benefit.shares ?? {});
    for (const organisation of shares)
      if (!organisations.includes(organisation))
        engine.problems.push(
          report("figure/unknown-organisation", places.key(["benefits", id, "shares", organisation]), {
            name: organisation,
            nearest: nearest(organisation, organisations),
          }),
        );
    const scale = checkScale(benefit.label, [style.money]);
    if (scale) engine.problems.push(report("figure/label-scale", places.value(["benefits", id, "label"]), scale));
    return {
      id,
      source: benefit,
      single: !isRange(benefit.annual),
      annual: {
        lower: engine.value(`benefits.${id}.lower`),
        central: engine.value(`benefits.${id}.central`),
        upper: engine.value(`benefits.${id}.upper`),
      },
      shares: new Map(shares.map((o) => [o, engine.value(`benefits.${id}.${o}`)])),
      origin: places.key(["benefits", id]),
    };
  });
  for (const line of lines) checkLine(engine, line, places);
  const adjustments = Object.entries(data.adjust ?? {}).map(
    ([id, adjustment]): AdjustmentStep => ({
      id,
      label: labelOf(id, adjustment),
      reason: "kind" in adjustment ? undefined : adjustment.reason,
      source: adjustment,
      by: engine.value(`adjust.${id}`),
      after: range(engine, `benefits.after.${id}`),
      origin: places.key(["adjust", id]),
    }),
  );
  const years = Object.keys(data.phase ?? {});
  const phases = years.map((year) => ({
    year,
    share: engine.value(`phase.${year}`),
    amount: range(engine, `benefits.phased.${year}`),
  }));
  const model = {
    unit: style.money,
    lines,
    partners: partnersOf(entries),
    partnerTotals: new Map(partnersOf(entries).map((p) => [p, engine.value(`benefits.shares.${p}`)])),
    kinds: kinds.map((kind) => ({ kind, total: range(engine, `benefits.${slug(kind)}.total`) })),
    total: range(engine, "benefits.total"),
    combine: data.combine ?? ("multiplicative" as const),
    adjustments,
    net: range(engine, "benefits.net"),
    phases,
    phasedTotal: years.length === 0 ? undefined : range(engine, "benefits.phased.total"),
    incomplete: lines.some((l) => unknown(l.annual.central)),
  };
  return { ...model, roundingNote: benefitsDisagree(engine, model) };
}

function unknown(value: Value): boolean {
  return value.type === "open" || (value.type === "empty" && /^(not yet agreed|unknown)$/.test(value.empty));
}

/** Whether lines and their printed total, or phased years and theirs, differ in whole units. */
function benefitsDisagree(engine: Engine, model: Omit<BenefitsModel, "roundingNote">): boolean {
  const exactOf = (values: readonly Value[]) => values.flatMap((v) => (v.type === "number" ? [v.exact] : []));
  const differ = (parts: readonly Value[], total: Value | undefined) =>
    total?.type === "number" &&
    roundedPartsDiffer(exactOf(parts), total.exact, moneyPlaces[engine.style.money], engine.style);
  return (
    bounds.some((bound) =>
      model.kinds.some((k) =>
        differ(
          model.lines.filter((l) => l.source.kind === k.kind).map((l) => l.annual[bound]),
          k.total[bound],
        ),
      ),
    ) ||
    differ(
      model.phases.map((p) => p.amount.central),
      model.phasedTotal?.central,
    ) ||
    model.lines.some((l) => l.shares.size > 0 && differ([...l.shares.values()], l.annual.central))
  );
}
