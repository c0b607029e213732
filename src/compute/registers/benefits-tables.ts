// The benefits register as tables: its lines with totals by kind and the chain of adjustments, and its phasing.
import type { Places } from "../../parse/draft.ts";
import type { BenefitLine, BenefitsModel, NumberStyle } from "../model.ts";
import { slug } from "../numbers/slug.ts";
import { humanise } from "../tables/columns.ts";
import type { GeneratedCell, GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { benefitKinds } from "./benefits.ts";

type Cells = Readonly<Record<string, GeneratedCell>>;

const bounds = ["lower", "central", "upper"] as const;

/** Lower, central and upper value of a figure whose plain name is the central one. */
function range(name: string): Cells {
  return {
    lower: { figure: `${name}.lower` },
    central: { figure: name },
    upper: { figure: `${name}.upper` },
  };
}

function boundColumns(style: NumberStyle): readonly GeneratedColumn[] {
  return bounds.map((key) => ({ key, unit: style.money, group: "A year at full effect" }));
}

function shareCell(line: BenefitLine, partner: string): GeneratedCell {
  if (line.shares.has(partner)) return { figure: `benefits.${line.id}.${partner}` };
  return { empty: line.shares.size === 0 ? "n/a" : "nil" };
}

function lineRow(line: BenefitLine, partners: readonly string[]): GeneratedRow {
  return {
    kind: "body",
    id: line.id,
    cells: {
      line: { markdown: line.source.label },
      ...range(`benefits.${line.id}`),
      ...Object.fromEntries(partners.map((p) => [p, shareCell(line, p)])),
    },
    origin: line.origin,
  };
}

/** A step of the chain: by how much, and what it leaves. */
function stepRows({ adjustments }: BenefitsModel): readonly GeneratedRow[] {
  return adjustments.flatMap(({ id, label, origin }): GeneratedRow[] => {
    const by: GeneratedCell = { figure: `adjust.${id}`, as: "%" };
    return [
      { kind: "group", id: `${id}-by`, label, cells: { central: by }, adds: false, origin },
      {
        kind: "group",
        id,
        label: `After ${lowered(label)}`,
        cells: range(`benefits.after.${id}`),
        adds: false,
        origin,
      },
    ];
  });
}

function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function linesTable(model: BenefitsModel, names: ReadonlyMap<string, string>, style: NumberStyle, places: Places) {
  const { partners } = model;
  const origin = places.key(["benefits"]);
  const groups = benefitKinds.flatMap((kind): GeneratedRow[] => {
    const lines = model.lines.filter((l) => l.source.kind === kind);
    if (lines.length === 0) return [];
    const total = {
      kind: "subtotal" as const,
      id: slug(kind),
      label: humanise(kind),
      cells: range(`benefits.${slug(kind)}.total`),
      origin,
    };
    return [{ kind: "section", label: humanise(kind), cells: {} }, ...lines.map((l) => lineRow(l, partners)), total];
  });
  const total: GeneratedRow = {
    kind: "total",
    id: "total",
    label: "All benefits",
    cells: {
      ...range("benefits.total"),
      ...Object.fromEntries(partners.map((p) => [p, { figure: `benefits.shares.${p}` }])),
    },
    origin,
  };
  const net: GeneratedRow = {
    kind: "total",
    id: "net",
    label: "Benefits after adjustments",
    cells: range("benefits.net"),
    adds: false,
    origin,
  };
  const table: GeneratedTable = {
    id: "benefits.lines",
    kind: "benefits",
    title: "Benefits a year at full effect",
    summary:
      "Each benefit with its lower, central and upper value and the organisations' shares, totals by kind, and what the adjustments leave.",
    columns: [
      { key: "line", label: "Benefit", rowHeader: true, weight: 3 },
      ...boundColumns(style),
      ...partners.map((key) => ({
        key,
        label: names.get(key) ?? key,
        unit: style.money,
        group: "Shares of the central value",
      })),
    ],
    rows: [...groups, total, ...stepRows(model), ...(model.adjustments.length > 0 ? [net] : [])],
    notes: [
      ...model.adjustments.map((a) => (a.reason === undefined ? undefined : `${a.label}: ${a.reason}`)),
      model.adjustments.length < 2
        ? undefined
        : model.combine === "additive"
          ? "The adjustments are added up and then taken together."
          : "Each adjustment is taken on what the one before left.",
    ],
    adds: true,
    across: { parts: partners, total: "central" },
    origin,
  };
  return table;
}

function phasingTable({ phases }: BenefitsModel, style: NumberStyle, places: Places): GeneratedTable {
  const origin = places.key(["phase"]);
  return {
    id: "benefits.phasing",
    kind: "benefits-phasing",
    title: "Benefits by year",
    summary:
      "The share of the full-year benefit in each year, with its lower, central and upper amount and the totals.",
    columns: [
      { key: "year", label: "Financial year", rowHeader: true },
      { key: "share", label: "Share of full effect", unit: "%", decimals: decimalsOf(phases.map((p) => p.share)) },
      ...bounds.map((key) => ({ key, unit: style.money })),
    ],
    rows: [
      ...phases.map(
        ({ year }): GeneratedRow => ({
          kind: "body",
          id: year,
          cells: { year: { markdown: year }, share: { figure: `phase.${year}` }, ...range(`benefits.phased.${year}`) },
          origin: places.value(["phase", year]),
        }),
      ),
      { kind: "total", id: "total", label: "All years", cells: range("benefits.phased.total"), origin },
    ],
    adds: true,
    origin,
  };
}

function decimalsOf(shares: readonly BenefitsModel["net"]["central"][]): number {
  return Math.max(0, ...shares.map((s) => (s.type === "number" ? Math.min(2, s.exact.times(100).decimalPlaces()) : 0)));
}

/** The tables `benefits.lines` and, where benefits are phased, `benefits.phasing`. */
export function benefitsTables(
  model: BenefitsModel | undefined,
  names: ReadonlyMap<string, string>,
  style: NumberStyle,
  places: Places,
): readonly GeneratedTable[] {
  if (!model) return [];
  const lines = linesTable(model, names, style, places);
  return model.phases.length === 0 ? [lines] : [lines, phasingTable(model, style, places)];
}
