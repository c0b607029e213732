// What the options come to, as tables: each option year by year, and all options side by side.
import type { Engine } from "../engine/engine.ts";
import type { CellAt, Equation } from "../model.ts";
import type { GeneratedCell, GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";
import { annuityYears, type Discounting } from "./discount.ts";
import { economicLines } from "./results.ts";
import { type AppraisalOption, type AppraisalShape, optionName } from "./shape.ts";

const factorDecimals = 4;

/** Costs, benefits, net, factor and present value of one option, years as rows. */
export function flowsTable(
  engine: Engine,
  shape: AppraisalShape,
  option: AppraisalOption,
  discounting: Discounting,
): GeneratedTable {
  const { id, unit, source, years } = shape;
  const amount = (key: string, label: string, more: Partial<GeneratedColumn> = {}): GeneratedColumn => ({
    key,
    label,
    unit,
    ...more,
  });
  const figure = (...parts: readonly string[]): GeneratedCell => ({ figure: optionName(shape, option.id, ...parts) });
  const parts = ["costs", "benefits", "net"] as const;
  const cells = (year: string) => Object.fromEntries(parts.map((part) => [part, figure(part, year)]));
  return {
    id: `${id}.${option.id}.option-flows`,
    kind: "option-flows",
    title: `${source.title}: ${option.title}, year by year`,
    columns: [
      { key: "year", label: "Financial year" },
      { key: "index", label: "Year" },
      amount("costs", "Costs"),
      amount("benefits", "Benefits"),
      amount("net", "Net"),
      { key: "factor", label: "Discount factor", unit: "number", decimals: factorDecimals, cumulative: true },
      amount("present", "Present value"),
      amount("running", "Net so far", { cumulative: true }),
      amount("running-present", "Present value so far", { cumulative: true }),
    ],
    rows: [
      ...years.map(
        ({ year, index }): GeneratedRow => ({
          kind: "body",
          id: year,
          cells: {
            year: { markdown: year },
            index: { markdown: String(index) },
            ...cells(year),
            factor: { figure: `${id}.factor.${year}` },
            present: figure("present", year),
            running: figure("net", "cumulative", year),
            "running-present": figure("present", "cumulative", year),
          },
        }),
      ),
      { kind: "total", id: "total", label: "Total", cells: { ...cells("total"), present: figure("present", "total") } },
    ],
    notes: [
      "Real prices of the base year, without VAT, transfers, sunk costs and financing. Costs are positive; net = benefits − costs; present value = net × discount factor.",
      discounting.words,
      unknownNote(engine, shape, [option]),
    ],
    adds: true,
    equations: flowEquations(years.map((y) => y.year)),
    origin: shape.origin,
  };
}

/** In each year net = benefits − costs, and what has come in so far = what had come in before + the year's own. */
function flowEquations(years: readonly string[]): readonly Equation[] {
  const at = (row: string, column: string): CellAt => ({ row, column });
  const net = [...years, "total"].map((y) => ({
    whole: at(y, "net"),
    plus: [at(y, "benefits")],
    minus: [at(y, "costs")],
  }));
  const running = years.flatMap((y, i) => {
    const before = years[i - 1];
    return [["running", "net"] as const, ["running-present", "present"] as const].map(([so, own]) => ({
      whole: at(y, so),
      plus: before === undefined ? [at(y, own)] : [at(before, so), at(y, own)],
    }));
  });
  return [...net, ...running];
}

/** Lines with amounts that no total can take in yet. */
function unknownNote(engine: Engine, shape: AppraisalShape, options: readonly AppraisalOption[]): string | undefined {
  const unknown = (option: string, line: string) =>
    shape.years.some(({ year }) => {
      const value = engine.value(optionName(shape, option, line, year));
      return value.type === "open" || (value.type === "empty" && value.empty !== "nil" && value.empty !== "n/a");
    });
  const lines = shape.lines.filter((line) =>
    options.some((o) => economicLines(shape, o.id).includes(line) && unknown(o.id, line.id)),
  );
  const labels = lines.map((line) => plainText(line.source.label));
  return labels.length > 0 ? `Amounts that are not known yet are left out: ${labels.join("; ")}.` : undefined;
}

interface Measure {
  readonly key: string;
  readonly label: string;
  /** Its own unit where it is no amount of money. */
  readonly as?: string;
  readonly decimals?: number;
  /** How it is defined, printed where it is. */
  readonly means?: string;
}

/** Measures in the words of the Green Book, in the order they are read. */
function measuresOf(shape: AppraisalShape): readonly Measure[] {
  const baseline = shape.options.find((o) => o.id === shape.source.baseline)?.title ?? shape.source.baseline;
  return [
    { key: "costs.total", label: "Costs, undiscounted" },
    { key: "benefits.total", label: "Benefits, undiscounted" },
    { key: "pv-costs", label: "Present value of costs" },
    { key: "pv-benefits", label: "Present value of benefits" },
    {
      key: "npsv",
      label: "Net present social value (NPSV)",
      means: "NPSV = present value of benefits − present value of costs; income counts as a benefit.",
    },
    { key: "incremental-npsv", label: `NPSV against ${baseline}` },
    { key: "rank", label: "Rank by NPSV", as: "number", decimals: 0 },
    {
      key: "bcr",
      label: "Benefit-cost ratio (BCR)",
      as: "number",
      decimals: 2,
      means: "BCR = present value of benefits ÷ present value of costs, both of the option itself.",
    },
    {
      key: "incremental-bcr",
      label: `BCR against ${baseline}`,
      as: "number",
      decimals: 2,
      means: `BCR against ${baseline} = further present value of benefits ÷ further present value of costs; it applies to options that cost more.`,
    },
    { key: "npc", label: "Net present cost (NPC)", means: "NPC = present value of costs − present value of income." },
    {
      key: "eac",
      label: "Equivalent annual cost (EAC)",
      means: `EAC = NPC ÷ annuity factor, the sum of the discount factors of ${annuityYears(shape)}.`,
    },
    {
      key: "roi",
      label: "Return on investment (ROI)",
      as: "%",
      decimals: 1,
      means: "ROI = (benefits − costs) ÷ costs, undiscounted.",
    },
    {
      key: "discounted-roi",
      label: "Discounted ROI",
      as: "%",
      decimals: 1,
      means: "Discounted ROI = NPSV ÷ present value of costs.",
    },
    {
      key: "irr",
      label: "Internal rate of return (IRR)",
      as: "%",
      decimals: 1,
      means: `IRR is the rate at which the net benefits of all years are worth nothing together${shape.source.convention === "mid-year" ? ", each counted at its year's end" : ""}; options are not ranked by it.`,
    },
    { key: "payback", label: "Payback", as: "number", decimals: 0, means: payback },
    { key: "discounted-payback", label: "Discounted payback", as: "number", decimals: 0, means: payback },
  ];
}

const payback =
  "Payback is the first year in which the running total of the option's own net benefit stops being negative; years count from the base year.";

/** Says so where the preferred option is not the one with the highest net present social value. */
function preferredNote(engine: Engine, shape: AppraisalShape): string | undefined {
  const preferred = shape.options.find((o) => o.id === shape.source.preferred);
  const place = preferred && engine.value(optionName(shape, preferred.id, "rank"));
  if (!preferred || place?.type !== "words") return undefined;
  const title = plainText(preferred.title);
  if (place.words === "1") return `The preferred option, ${title}, has the highest NPSV.`;
  const first = shape.options.filter((o) => {
    const value = engine.value(optionName(shape, o.id, "rank"));
    return value.type === "words" && /^1=?$/.test(value.words) && o.id !== preferred.id;
  });
  const names = first.map((o) => plainText(o.title)).join(" and ");
  return place.words.startsWith("1=")
    ? `The preferred option, ${title}, shares the highest NPSV with ${names}.`
    : `The preferred option, ${title}, ranks ${place.words} by NPSV; the highest is that of ${names}. NPSV alone does not decide: the case says why it is preferred.`;
}

/** All options side by side. */
export function appraisalTable(engine: Engine, shape: AppraisalShape, discounting: Discounting): GeneratedTable {
  const { id, source, unit, options } = shape;
  const cell = (option: string, { key, as, decimals }: Measure): GeneratedCell => ({
    figure: optionName(shape, option, key),
    ...(as === undefined ? {} : { as, decimals: decimals ?? 0 }),
  });
  return {
    id: `${id}.option-appraisal`,
    kind: "option-appraisal",
    title: source.title,
    columns: [
      { key: "measure", label: "Measure", weight: 3 },
      ...options.map((o) => ({ key: o.id, label: o.title, unit })),
    ],
    rows: measuresOf(shape).map((measure) => ({
      kind: "body",
      id: measure.key,
      note: measure.means,
      cells: {
        measure: { markdown: measure.label },
        ...Object.fromEntries(options.map((o) => [o.id, cell(o.id, measure)])),
      },
    })),
    notes: [preferredNote(engine, shape), discounting.words, unknownNote(engine, shape, options), source.note],
    source: source.source,
    equations: options.flatMap(({ id: o }) => {
      const at = (row: string, column = o): CellAt => ({ row, column });
      return [
        { whole: at("npsv"), plus: [at("pv-benefits")], minus: [at("pv-costs")] },
        { whole: at("incremental-npsv"), plus: [at("npsv")], minus: [at("npsv", source.baseline)] },
      ];
    }),
    origin: shape.origin,
  };
}
