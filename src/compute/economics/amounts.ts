// Amounts by year as an author writes them: year by year, the same over a span, or a total with its phasing.
import type { Amounts } from "../../../schemas/finance.ts";
import { isFinancialYear, type Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Path, Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import { numberValue } from "../formula/worked.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { nearlyEqual, one, sum, zero } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { readShare } from "./parts.ts";
import { yearsOfSpan } from "./shape.ts";

/** Where amounts stand, what they are called and which years they have to cover. */
export interface AmountsAt {
  /** `lines.roof`, `lines.roof.rebuild`, `funding.capital.loan`: the year follows. */
  readonly prefix: string;
  readonly label: string;
  readonly path: Path;
  readonly places: Places;
  /** Years that need an amount, in order; empty where nothing asks for any. */
  readonly years: readonly string[];
  /** True where a year may go without an amount, as those of a one-off cost do. */
  readonly sparse?: boolean;
  /** True where a part of the entry could not be read and was left out; it was reported. */
  readonly partial?: boolean;
}

/** A check of values, made once everything has its name. */
export type Check = () => void;

/** Years that come with an amount of their own, each with its first place; a second amount for a year is reported. */
function givenYears(
  engine: Engine,
  source: Amounts,
  at: AmountsAt,
): ReadonlyMap<string, { readonly span: Span | undefined; readonly annual?: number }> {
  const given = new Map<string, { span: Span | undefined; annual?: number }>();
  const add = (year: string, entry: { span: Span | undefined; annual?: number }) => {
    const before = given.get(year);
    if (!before) given.set(year, entry);
    else
      engine.problems.push(
        report(
          "figure/overlap",
          entry.span,
          { label: at.label, year },
          { notes: [{ message: "the other amount", ...(before.span ? { span: before.span } : {}) }] },
        ),
      );
    return before !== undefined;
  };
  for (const year of Object.keys(source.values ?? {})) {
    const span = at.places.key([...at.path, "values", year]);
    if (isFinancialYear(year)) add(year, { span });
    else engine.problems.push(report("figure/phase-year", span, { year }));
  }
  for (const [i, { years }] of (source.annual ?? []).entries()) {
    const span = annualPlace(source, at, i, "years");
    // One finding for a span is enough, however many years it shares.
    for (const year of yearsOfSpan(engine, years, span)) if (add(year, { span, annual: i })) break;
  }
  return given;
}

/** A single span stands without a list in the source. */
function annualPlace(source: Amounts, at: AmountsAt, i: number, key: "value" | "years"): Span | undefined {
  const inList = at.places.value([...at.path, "annual", i, key]);
  return inList ?? ((source.annual ?? []).length === 1 ? at.places.value([...at.path, "annual", key]) : undefined);
}

function checkYears(
  engine: Engine,
  source: Amounts,
  at: AmountsAt,
  given: ReadonlyMap<string, { span: Span | undefined }>,
) {
  if (at.years.length === 0) return;
  const outside = new Map<Span | undefined, string[]>();
  for (const [year, { span }] of given)
    if (!at.years.includes(year)) outside.set(span, [...(outside.get(span) ?? []), year]);
  const range = { first: at.years[0] ?? "", last: at.years.at(-1) ?? "" };
  for (const [span, years] of outside)
    engine.problems.push(report("figure/outside-years", span, { label: at.label, years, ...range }));
  const missing = at.years.filter((year) => !given.has(year));
  const misspelt = Object.keys(source.values ?? {}).some((year) => !isFinancialYear(year));
  if (source.values && !source.annual && !at.sparse && missing.length > 0 && !misspelt)
    engine.problems.push(
      report("figure/missing-years", at.places.key([...at.path, "values"]), { label: at.label, years: missing }),
    );
}

/**
 * Names `prefix.<year>` and `prefix.total`, with `prefix.annual` or `prefix.phase.<year>` where the years come from
 * them. Returns the checks that need values. Years of a span, a phasing or a one-off line that are not named
 * have no amount: 0.
 */
export function nameAmounts(engine: Engine, source: Amounts, at: AmountsAt): readonly Check[] {
  const { prefix, places, path } = at;
  const unit = engine.style.money;
  const problem = (code: "figure/no-amounts" | "figure/no-phase" | "figure/no-total" | "figure/total-and-years") => {
    if (!at.partial) engine.problems.push(report(code, places.key(path), { label: at.label }));
  };
  const define = (rest: string, label: string, origin: Span | undefined, make: () => Made, decimals?: number) =>
    engine.define({ name: `${prefix}.${rest}`, label, decimals: decimals ?? moneyPlaces[unit], origin, make });
  const typed = (rest: string, label: string, quantity: Quantity, span: Span | undefined) =>
    define(rest, label, span, () => engine.read(quantity, { unit, at: span }), writtenDecimals(quantity));

  const phased = source.total !== undefined || source.phase !== undefined;
  const yearly = source.values !== undefined || source.annual !== undefined;
  if (phased && yearly) problem("figure/total-and-years");
  else if (source.total && !source.phase) problem("figure/no-phase");
  else if (source.phase && !source.total) problem("figure/no-total");
  else if (!phased && !yearly) problem("figure/no-amounts");
  const known = yearly !== phased && (yearly || (source.total !== undefined && source.phase !== undefined));

  const given: ReadonlyMap<string, { span: Span | undefined; annual?: number }> = phased
    ? phaseYears(engine, source, at)
    : givenYears(engine, source, at);
  if (known) checkYears(engine, source, at, given);
  const annual = (i: number) => ((source.annual ?? []).length === 1 ? "annual" : `annual.${i + 1}`);
  for (const [i, { value }] of (source.annual ?? []).entries())
    typed(annual(i), `${at.label}, each year`, value, annualPlace(source, at, i, "value"));
  if (phased && source.total) typed("total", `${at.label}, in all`, source.total, places.value([...path, "total"]));

  const years = [...new Set([...at.years, ...given.keys()])].sort();
  for (const year of years) {
    const label = `${at.label}, ${year}`;
    const entry = given.get(year);
    const value = source.values?.[year];
    if (!known) define(year, label, places.key(path), () => brokenMade);
    else if (entry && phased)
      define(year, label, entry.span, () =>
        engine.compute(build.binary("*", build.name(`${prefix}.total`), build.name(`${prefix}.phase.${year}`)), unit),
      );
    else if (entry?.annual !== undefined) {
      const name = `${prefix}.${annual(entry.annual)}`;
      define(year, label, entry.span, () => engine.compute(build.name(name), unit));
    } else if (value) typed(year, label, value, places.value([...path, "values", year]));
    else if (source.annual || phased || (at.sparse && !at.partial))
      define(year, label, places.key(path), () => ({ value: numberValue(zero, unit), derivation: { type: "typed" } }));
    else define(year, label, places.key(path), () => brokenMade);
  }
  if (!phased || !source.total)
    define("total", `${at.label}, in all`, places.key(path), () =>
      known
        ? engine.compute(
            build.call(
              "sum",
              years.map((y) => build.name(`${prefix}.${y}`)),
            ),
            unit,
          )
        : brokenMade,
    );
  return known ? [() => checkValues(engine, source, at, [...given.keys()])] : [];
}

/** Years of the phasing, named as rates. */
function phaseYears(engine: Engine, source: Amounts, at: AmountsAt): ReadonlyMap<string, { span: Span | undefined }> {
  const years = new Map<string, { span: Span | undefined }>();
  for (const [year, share] of Object.entries(source.phase ?? {})) {
    const key = at.places.key([...at.path, "phase", year]);
    if (!isFinancialYear(year)) {
      engine.problems.push(report("figure/phase-year", key, { year }));
      continue;
    }
    years.set(year, { span: key });
    const span = at.places.value([...at.path, "phase", year]);
    engine.define({
      name: `${at.prefix}.phase.${year}`,
      label: `${at.label}, share in ${year}`,
      decimals: writtenDecimals(share),
      origin: span,
      make: () => readShare(engine, share, span, `The share of ${at.label} in ${year}`),
    });
  }
  return years;
}

function checkValues(engine: Engine, source: Amounts, at: AmountsAt, years: readonly string[]): void {
  const { prefix, places, path } = at;
  const { style } = engine;
  const inputs: readonly (readonly [string, Span | undefined])[] = [
    ...(source.total ? [[`${prefix}.total`, places.value([...path, "total"])] as const] : []),
    ...(source.annual ?? []).map(
      (_, i, all) =>
        [
          all.length === 1 ? `${prefix}.annual` : `${prefix}.annual.${i + 1}`,
          annualPlace(source, at, i, "value"),
        ] as const,
    ),
    ...Object.keys(source.values ?? {}).map((y) => [`${prefix}.${y}`, places.value([...path, "values", y])] as const),
  ];
  for (const [name, span] of inputs) {
    const figure = engine.figure(name);
    if (figure?.value.type === "number" && figure.value.exact.isNegative() && !figure.value.exact.isZero())
      engine.problems.push(
        report("figure/negative-amount", span, {
          label: at.label,
          amount: plainValue(figure.value, figure.decimals, style),
        }),
      );
  }
  if (!source.phase) return;
  const shares = years.map((year) => engine.value(`${prefix}.phase.${year}`));
  const numbers = shares.flatMap((v) => (v.type === "number" ? [v.exact] : []));
  if (numbers.length < shares.length) return;
  const all = sum(numbers);
  if (nearlyEqual(all, one)) return;
  const decimals = Math.max(...Object.values(source.phase).map((share) => writtenDecimals(share) ?? 1));
  engine.problems.push(
    report("figure/phase-sum", places.key([...path, "phase"]), {
      label: at.label,
      sum: plainValue(numberValue(all, "%"), decimals, style),
    }),
  );
}
