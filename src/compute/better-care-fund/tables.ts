// The sheets of Part 2 as tables, in the layout of the 2014/15 template as far as it can be reconstructed.
import type { GeneratedCell, GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { checkTable } from "./checks.ts";
import {
  columnWords,
  contingencies,
  contributions,
  type Fund,
  readings,
  readingWords,
  root,
  schemeColumns,
  schemeParts,
} from "./name.ts";

const figure = (name: string): GeneratedCell => ({ figure: name });
const words = (text: string): GeneratedCell => ({ markdown: text });

function financeSummary(fund: Fund): GeneratedTable {
  const { source, engine, places } = fund;
  const unit = engine.style.money;
  return {
    id: "bcf.finance-summary",
    kind: "finance-summary",
    title: "Finance summary",
    summary: "What each organisation spends on the schemes of the fund and contributes to the pooled budget.",
    columns: [
      { key: "organisation", label: "Organisation", weight: 3 },
      { key: "holds-pool", label: "Holds the pooled budget?" },
      { key: "spend-2014-15", label: "Spending on schemes, 2014/15", unit },
      { key: "minimum-2015-16", label: "Minimum contribution, 2015/16", unit },
      { key: "actual-2015-16", label: "Actual contribution, 2015/16", unit },
    ],
    rows: [
      ...Object.entries(source["finance-summary"]).map(
        ([id, body]): GeneratedRow => ({
          kind: "body",
          id,
          cells: {
            organisation: words(fund.organisations.get(id) ?? id),
            "holds-pool": words(body["holds-pool"] ? "Yes" : "No"),
            ...Object.fromEntries(contributions.map((c) => [c, figure(`bcf.${id}.${c}`)])),
          },
          origin: places.key([root, "finance-summary", id]),
        }),
      ),
      {
        kind: "total",
        id: "total",
        label: "Better Care Fund total",
        cells: Object.fromEntries(contributions.map((c) => [c, figure(`bcf.${c}.total`)])),
      },
    ],
    notes: [source.note],
    adds: true,
    origin: places.key([root, "finance-summary"]),
  };
}

function contingency(fund: Fund): GeneratedTable {
  const { source, engine, places } = fund;
  const unit = engine.style.money;
  const group = (key: string) =>
    key.startsWith("planned") ? "Planned savings, if fully achieved" : "Most support needed, if not achieved";
  return {
    id: "bcf.contingency",
    kind: "contingency",
    title: "Contingency plan by outcome",
    summary:
      "For each outcome the savings that are planned and the most support that services would need without them.",
    columns: [
      { key: "outcome", label: "Outcome", weight: 3 },
      ...contingencies.map(
        (key): GeneratedColumn => ({
          key,
          label: key.endsWith("ongoing") ? "Ongoing" : "2015/16",
          unit,
          group: group(key),
        }),
      ),
    ],
    rows: [
      ...Object.entries(source.contingency).map(
        ([id, entry]): GeneratedRow => ({
          kind: "body",
          id,
          cells: {
            outcome: words(entry.outcome),
            ...Object.fromEntries(contingencies.map((c) => [c, figure(`bcf.contingency.${id}.${c}`)])),
          },
          origin: places.key([root, "contingency", id]),
        }),
      ),
      {
        kind: "total",
        id: "total",
        label: "Total",
        cells: Object.fromEntries(contingencies.map((c) => [c, figure(`bcf.contingency.${c}.total`)])),
      },
    ],
    adds: true,
    origin: places.key([root, "contingency"]),
  };
}

function schemes(fund: Fund): GeneratedTable {
  const { source, engine, places } = fund;
  const unit = engine.style.money;
  const each = schemeColumns.flatMap((c) => schemeParts.map((p) => ({ key: `${c}-${p}`, column: c, part: p })));
  return {
    id: "bcf.schemes",
    kind: "schemes",
    title: "Investment in schemes and their benefits",
    summary: "Spend and benefits of each scheme by year, recurrent and non-recurrent.",
    columns: [
      { key: "scheme", label: "Scheme", weight: 4 },
      { key: "lead-provider", label: "Lead provider", weight: 3 },
      ...each.map(
        ({ key, column, part }): GeneratedColumn => ({
          key,
          label: part === "recurrent" ? "Recurrent" : "Non-recurrent",
          unit,
          group: columnWords(column),
        }),
      ),
    ],
    rows: [
      ...Object.entries(source.schemes).map(
        ([id, scheme]): GeneratedRow => ({
          kind: "body",
          id,
          cells: {
            scheme: words(scheme.label),
            "lead-provider": words(scheme["lead-provider"]),
            ...Object.fromEntries(
              each.map(({ key, column, part }) => [key, figure(`bcf.schemes.${id}.${column}.${part}`)]),
            ),
          },
          origin: places.key([root, "schemes", id]),
        }),
      ),
      {
        kind: "total",
        id: "total",
        label: "Total",
        cells: Object.fromEntries(
          each.map(({ key, column, part }) => [key, figure(`bcf.schemes.${column}.${part}.total`)]),
        ),
      },
    ],
    notes: Object.values(source.schemes).flatMap((s) => (s.note === undefined ? [] : [`${s.label}: ${s.note}`])),
    adds: true,
    origin: places.key([root, "schemes"]),
  };
}

function metrics(fund: Fund): GeneratedTable {
  const { source, engine, places } = fund;
  const known = new Set(engine.names());
  const rows = Object.entries(source.metrics).flatMap(([id, metric]): readonly GeneratedRow[] => {
    const periods = readings.map((r) => metric[r]?.period);
    const parts = (["value", "numerator", "denominator"] as const).filter((part) =>
      readings.some((r) => known.has(`bcf.metrics.${id}.${r}.${part}`)),
    );
    const origin = places.key([root, "metrics", id]);
    const named = metric.unit === undefined ? metric.label : `${metric.label} (${metric.unit})`;
    const decimals = (part: string, name: string) =>
      engine.figure(name)?.decimals ?? (part === "value" ? (metric.decimals ?? 1) : 0);
    return [
      ...parts.map(
        (part): GeneratedRow => ({
          kind: "body",
          id: `${id}-${part}`,
          cells: {
            metric: words(named),
            part: words(part === "value" ? "Metric value" : part === "numerator" ? "Numerator" : "Denominator"),
            ...Object.fromEntries(
              readings.map((reading): [string, GeneratedCell] => {
                const name = `bcf.metrics.${id}.${reading}.${part}`;
                const unit = part === "value" && metric.unit === "%" ? "%" : "number";
                return [
                  reading,
                  known.has(name) ? { figure: name, as: unit, decimals: decimals(part, name) } : words("n/a"),
                ];
              }),
            ),
          },
          origin,
        }),
      ),
      {
        kind: "body",
        id: `${id}-period`,
        cells: {
          metric: words(named),
          part: words("Period"),
          ...Object.fromEntries(readings.map((r, i) => [r, words(periods[i] ?? "n/a")])),
        },
        origin,
      },
    ];
  });
  return {
    id: "bcf.metrics",
    kind: "metrics",
    title: "Outcomes and metrics",
    summary: "Each metric with value, numerator and denominator at the baseline and for two payments.",
    columns: [
      { key: "metric", label: "Metric", weight: 4 },
      { key: "part", label: "Reading", weight: 2 },
      ...readings.map((key): GeneratedColumn => ({ key, label: readingWords[key], weight: 2 })),
    ],
    rows,
    merge: ["metric"],
    notes: Object.values(source.metrics).flatMap((m) => (m.note === undefined ? [] : [`${m.label}: ${m.note}`])),
    origin: places.key([root, "metrics"]),
  };
}

/** The sheets of Part 2 in the template's order, the checker last. */
export function fundTables(fund: Fund): readonly GeneratedTable[] {
  return [financeSummary(fund), contingency(fund), schemes(fund), metrics(fund), checkTable(fund)];
}
