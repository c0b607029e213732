// The checker of Part 2: every agreement that the template's two parts promise, worked out and held against the numbers.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Made } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import type { Figure } from "../model.ts";
import { count, moneyPlaces, plainValue } from "../numbers/format.ts";
import { type Exact, exact, halfUnit, isMoney, one, powerOfTen, zero } from "../numbers/money.ts";
import type { GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { type contributions, type Fund, metricDecimals, readings, readingWords, root } from "./name.ts";

interface Check {
  readonly id: string;
  readonly question: string;
  /** Names of the two figures that are compared. */
  readonly left: string;
  readonly right: string;
  readonly test: "equal" | "at least";
  readonly slack: Exact;
  readonly decimals: number;
}

const answerName = (check: Check) => `bcf.checks.${check.id}`;

function contributionChecks(fund: Fund): readonly Check[] {
  const decimals = moneyPlaces[fund.engine.style.money];
  const pair = (id: string, who: string, left: string, right: string): Check => ({
    id,
    question: `${who}, 2015/16: actual contribution at least the minimum`,
    left,
    right,
    test: "at least",
    slack: zero,
    decimals,
  });
  return [
    ...Object.keys(fund.source["finance-summary"]).map((id) =>
      pair(`minimum-${id}`, fund.organisations.get(id) ?? id, `bcf.${id}.actual-2015-16`, `bcf.${id}.minimum-2015-16`),
    ),
    pair("minimum", "All organisations", "bcf.actual-2015-16.total", "bcf.minimum-2015-16.total"),
  ];
}

function schemeChecks(fund: Fund): readonly Check[] {
  const decimals = moneyPlaces[fund.engine.style.money];
  const equal = (id: string, year: string, left: string, right: string): Check => ({
    id,
    question: `Schemes, ${year}: spend equal to what the organisations put in`,
    left,
    right,
    test: "equal",
    slack: zero,
    decimals,
  });
  return [
    equal("schemes-2014-15", "2014/15", "bcf.schemes.spend-2014-15.total", "bcf.spend-2014-15.total"),
    equal("schemes-2015-16", "2015/16", "bcf.schemes.spend-2015-16.total", "bcf.actual-2015-16.total"),
  ];
}

/** Part 1 prints the pooled budget; where the document has that table, both parts must say the same. */
const partOne = [
  ["agreed.2014/15", "spend-2014-15", "total agreed for 2014/15"],
  ["minimum.2015/16", "minimum-2015-16", "minimum required for 2015/16"],
  ["agreed.2015/16", "actual-2015-16", "total agreed for 2015/16"],
] as const satisfies readonly (readonly [string, (typeof contributions)[number], string])[];

function partOneChecks(fund: Fund): readonly Check[] {
  const known = new Set(fund.engine.names());
  return partOne.flatMap(([cell, column, words]): readonly Check[] => {
    const left = `pooled-budget.${cell}`;
    if (!known.has(left)) return [];
    const right = `bcf.${column}.total`;
    const question = `Part 1, ${words}: as Part 2 works it out`;
    return [
      {
        id: `part-1-${column}-${cell.startsWith("agreed") ? "agreed" : "minimum"}`,
        question,
        left,
        right,
        test: "equal",
        slack: zero,
        decimals: moneyPlaces[fund.engine.style.money],
      },
    ];
  });
}

function metricChecks(fund: Fund): readonly Check[] {
  const { engine, source } = fund;
  return Object.entries(source.metrics).flatMap(([id, metric]) =>
    readings.flatMap((reading): readonly Check[] => {
      const given = metric[reading];
      if (!given?.value || !given.numerator || !given.denominator) return [];
      const left = `bcf.metrics.${id}.${reading}.value`;
      const right = `bcf.metrics.${id}.${reading}.worked`;
      const decimals = metricDecimals(metric, given.value);
      const unit = metric.unit === "%" ? powerOfTen(-2) : one;
      const times = metric.multiplier === undefined ? "" : ` × ${count(metric.multiplier, engine.style)}`;
      return [
        {
          id: `metric-${id}-${reading}`,
          question: `${metric.label} – ${readingWords[reading]}: value = numerator ÷ denominator${times}`,
          left,
          right,
          test: "equal",
          slack: halfUnit(decimals).times(unit),
          decimals,
        },
      ];
    }),
  );
}

/** Names each check's answer in words, and reports the ones that fail. */
function answer(fund: Fund, check: Check): void {
  const { engine, places } = fund;
  const words = check.test === "equal" ? "equals" : "is at least";
  const excel =
    check.test === "equal"
      ? `IF(ABS([[${check.left}]]-[[${check.right}]])<=${check.slack.plus(exact("1e-9")).toFixed()},"Yes","No")`
      : `IF([[${check.left}]]>=[[${check.right}]],"Yes","No")`;
  engine.define({
    name: answerName(check),
    label: check.question,
    decimals: undefined,
    origin: places.key([root]),
    make: (): Made => {
      const holds = holdsFor(engine.figure(check.left), engine.figure(check.right), check);
      return {
        value: holds === undefined ? { type: "empty", empty: "n/a" } : { type: "words", words: holds ? "Yes" : "No" },
        derivation: {
          type: "computed",
          sentence: `whether ${check.left} ${words} ${check.right}`,
          excel: holds === undefined ? "" : excel,
          inputs: [check.left, check.right],
        },
      };
    },
  });
}

function holdsFor(left: Figure | undefined, right: Figure | undefined, check: Check): boolean | undefined {
  const a = left?.value;
  const b = right?.value;
  if (a?.type !== "number" || b?.type !== "number") return undefined;
  return check.test === "equal"
    ? a.exact.minus(b.exact).abs().lessThanOrEqualTo(check.slack)
    : a.exact.greaterThanOrEqualTo(b.exact);
}

function reportFailure(fund: Fund, check: Check): void {
  const { engine } = fund;
  const left = engine.figure(check.left);
  const right = engine.figure(check.right);
  if (!left || !right || holdsFor(left, right, check) !== false) return;
  const shown = (figure: Figure) => plainValue(figure.value, figure.decimals, engine.style);
  engine.problems.push(
    report(
      "figure/fund-check",
      left.origin,
      { question: check.question, left: shown(left), right: shown(right) },
      { notes: right.origin ? [{ message: `${right.label}: ${shown(right)}`, span: right.origin }] : [] },
    ),
  );
}

function reportPool(fund: Fund): void {
  const bodies = Object.values(fund.source["finance-summary"]);
  if (bodies.some((body) => body["holds-pool"])) return;
  fund.engine.problems.push(report("figure/fund-pool", fund.places.key([root, "finance-summary"]), {}));
}

function allChecks(fund: Fund): readonly Check[] {
  return [...contributionChecks(fund), ...schemeChecks(fund), ...partOneChecks(fund), ...metricChecks(fund)];
}

/** Names the answers; called once the figures of both parts have their names. */
export function nameChecks(fund: Fund): void {
  for (const check of allChecks(fund)) {
    const { engine, places } = fund;
    const unit = check.id.startsWith("metric-") ? undefined : engine.style.money;
    engine.define({
      name: `${answerName(check)}.difference`,
      label: `${check.question}, difference`,
      decimals: check.decimals,
      origin: places.key([root]),
      make: () => engine.compute(build.binary("-", build.name(check.left), build.name(check.right)), unit),
    });
    answer(fund, check);
  }
}

/** Reports what does not agree. */
export function checkFund(fund: Fund): void {
  reportPool(fund);
  for (const check of allChecks(fund)) reportFailure(fund, check);
}

/** The checker sheet: question, both sides, difference, answer. */
export function checkTable(fund: Fund): GeneratedTable {
  const { engine, places } = fund;
  const cell = (name: string) => {
    const figure = engine.figure(name);
    const value = figure?.value;
    return {
      figure: name,
      // The check itself names the measure; only money and percentages need their sign.
      as: value?.type === "number" && (isMoney(value.unit) || value.unit === "%") ? value.unit : "number",
      decimals: figure?.decimals ?? 0,
    };
  };
  return {
    id: "bcf.part-2-checks",
    kind: "part-2-checks",
    title: "Checker",
    summary: "Each agreement between the sheets, and between Part 1 and Part 2, with its answer.",
    columns: [
      { key: "question", label: "Check", weight: 8 },
      { key: "left", label: "Stated", weight: 2 },
      { key: "right", label: "Held against", weight: 2 },
      { key: "difference", label: "Difference", weight: 2 },
      { key: "answer", label: "Agrees?" },
    ],
    rows: allChecks(fund).map(
      (check): GeneratedRow => ({
        kind: "body",
        id: check.id,
        cells: {
          question: { markdown: check.question },
          left: cell(check.left),
          right: cell(check.right),
          difference: cell(`${answerName(check)}.difference`),
          answer: { figure: answerName(check) },
        },
        origin: places.key([root]),
      }),
    ),
    origin: places.key([root]),
  };
}
