// What a case costs and brings, entered once: lines by year, and what is worked out from them.
import { z } from "zod";
import { financialYear, flag, identifier, identifiers, markdown, quantity, text, unit, whole } from "./scalars.ts";

/** Amounts by year, or words such as TBC in a year. */
const byYear = z.record(z.string(), quantity);

const yearsPattern = /^\d{4}\/\d{2} to \d{4}\/\d{2}$/;
/** 2026/27 to 2035/36. */
export const yearSpan = z
  .string()
  .regex(yearsPattern, "must be two financial years, such as 2026/27 to 2035/36")
  .meta({ description: "First and last financial year: 2026/27 to 2035/36" });

const Annual = z.strictObject({ value: quantity, years: yearSpan });

const Amounts = z.strictObject({
  values: byYear.optional().meta({ description: "Amount by financial year." }),
  annual: z
    .union([Annual, z.array(Annual).min(1)])
    .transform((v) => (Array.isArray(v) ? v : [v]))
    .optional()
    .meta({ description: "The same amount in each year of a span; or a list of spans, which may not overlap." }),
  total: quantity.optional().meta({ description: "Amount in all; `phase` says when it falls." }),
  phase: byYear.optional().meta({ description: "Share of `total` by financial year; the shares add up to 100%." }),
});

export type Amounts = z.output<typeof Amounts>;

export const lineClasses = {
  cost: ["capital", "revenue"],
  benefit: ["cash-releasing", "non-cash-releasing", "societal"],
  income: ["capital", "revenue"],
} as const;

/** One cost, benefit or income: economic and financial case are two views of it. */
export const Line = Amounts.extend({
  label: markdown,
  kind: z.enum(["cost", "benefit", "income"]).meta({ description: "Amounts are positive; the kind gives the sign." }),
  class: z.enum(["capital", "revenue", "cash-releasing", "non-cash-releasing", "societal"]).meta({
    description:
      "capital or revenue for costs and income; cash-releasing, non-cash-releasing or societal for benefits.",
  }),
  options: identifiers.optional().meta({ description: "Options that have this line; all unless given." }),
  "by-option": z
    .record(identifier, Amounts)
    .optional()
    .meta({ description: "Other amounts for single options; the line's own are for the rest." }),
  prices: z
    .union([z.enum(["real", "cash"]), z.strictObject({ base: financialYear })])
    .optional()
    .meta({
      description:
        "real: prices of the appraisal's base year (the default); cash: as paid in each year; base: prices of another year.",
    }),
  index: identifier
    .optional()
    .meta({ description: "Price index that moves this line in the financial case; the appraisal's unless given." }),
  vat: z
    .strictObject({
      rate: quantity,
      recoverable: quantity.optional().meta({ description: "Share that is recovered; none unless given." }),
    })
    .optional()
    .meta({ description: "VAT paid on top of the amounts; left out of the economic case." }),
  nature: z.enum(["resource", "transfer", "sunk", "financing"]).optional().meta({
    description: "resource unless given; transfers, sunk costs and financing are left out of the economic case.",
  }),
  recurrence: z.enum(["one-off", "recurrent"]).optional(),
  "optimism-bias": identifier
    .optional()
    .meta({ description: "Entry of the optimism-bias register that is added in the economic case." }),
  range: z
    .strictObject({ lower: quantity, upper: quantity })
    .optional()
    .meta({ description: "How far the line may lie below and above, as percentages: lower -10%, upper 25%." }),
  shares: z
    .record(z.string(), quantity)
    .optional()
    .meta({ description: "Each organisation's part as a percentage; one may be `rest`. They add up to 100%." }),
  owner: text.optional(),
  source: markdown.optional(),
  note: markdown.optional(),
}).meta({ id: "Line", title: "Cost, benefit or income line" });
export type Line = z.output<typeof Line>;

/** A price index or deflator, as data with its source: never built in. */
export const PriceIndex = z
  .strictObject({
    label: text,
    source: markdown,
    published: text.optional(),
    values: byYear.optional().meta({ description: "Index by financial year, any base." }),
    growth: byYear
      .optional()
      .meta({ description: "Change on the year before; the year before the first is the base." }),
  })
  .meta({ id: "PriceIndex" });
export type PriceIndex = z.output<typeof PriceIndex>;

export const biasTypes = [
  "non-standard-buildings",
  "standard-buildings",
  "non-standard-civil-engineering",
  "standard-civil-engineering",
  "equipment-development",
  "outsourcing",
] as const;

/** Optimism bias: from the upper bound down by what has been done about it. */
export const OptimismBias = z
  .strictObject({
    label: text,
    on: z.enum(["capital", "duration", "operating"]).meta({ description: "Which of the published bounds applies." }),
    type: z.enum(biasTypes).optional(),
    mix: z
      .partialRecord(z.enum(biasTypes), quantity)
      .optional()
      .meta({ description: "Share of each type in a mixed scheme; the shares add up to 100%." }),
    bounds: z
      .strictObject({ upper: quantity, lower: quantity, source: text })
      .optional()
      .meta({ description: "Other bounds than the published ones, with their source." }),
    mitigation: z
      .record(
        identifier,
        z.strictObject({
          label: text.optional(),
          share: quantity.meta({ description: "Part of the upper bound that this risk area causes." }),
          mitigated: quantity.meta({ description: "How much of it has been dealt with, 0% to 100%." }),
          reason: text.meta({ description: "The evidence." }),
        }),
      )
      .optional(),
    stage: text.optional().meta({ description: "Stage at which it was judged: SOC, OBC, FBC." }),
    "includes-contingency": flag
      .optional()
      .meta({ description: "true where the lines already hold contingency; adding bias on top is then reported." }),
    note: markdown.optional(),
  })
  .meta({ id: "OptimismBias" });
export type OptimismBias = z.output<typeof OptimismBias>;

const Test = z.strictObject({
  label: text,
  lines: identifiers.optional().meta({ description: "Lines that change; all of `kind` unless given." }),
  kind: z.enum(["cost", "benefit", "income"]).optional(),
  class: text.optional(),
  by: quantity.optional().meta({ description: "Change as a percentage: 20%, -10%." }),
  rate: quantity.optional().meta({ description: "A flat discount rate instead of the appraisal's." }),
});

/** An appraisal of options year by year, with explicit year 0. */
export const OptionAppraisal = z
  .strictObject({
    title: markdown,
    options: identifier.meta({ description: "Set of the options register." }),
    lines: identifiers.optional().meta({ description: "Lines that count; all unless given." }),
    years: yearSpan,
    base: financialYear.optional().meta({
      description: "Year 0 and price base; the programme's `discounting.base` unless given, or else the first year.",
    }),
    unit: unit.optional(),
    baseline: identifier.meta({
      description: "Option the others are measured against: do nothing or business as usual.",
    }),
    preferred: identifier,
    discounting: z
      .union([
        z.strictObject({
          schedule: z.enum(["green-book-2022", "green-book-2026", "green-book-2022-health", "green-book-2026-health"]),
        }),
        z.strictObject({ rate: quantity, reason: text }),
      ])
      .optional()
      .meta({ description: "The programme's unless given." }),
    convention: z.enum(["year-end", "mid-year"]).optional(),
    index: identifier.optional().meta({ description: "Price index between real prices and cash." }),
    sensitivity: z.record(identifier, Test).optional(),
    scenarios: z
      .record(
        identifier,
        z.strictObject({
          label: text,
          range: z
            .enum(["lower", "central", "upper"])
            .optional()
            .meta({ description: "Takes that end of every cost line's range, and the other end of every benefit's." }),
          changes: z
            .record(identifier, quantity)
            .optional()
            .meta({ description: "Change by line: construction: 15%." }),
        }),
      )
      .optional(),
    note: markdown.optional(),
    source: markdown.optional(),
  })
  .meta({ id: "OptionAppraisal" });
export type OptionAppraisal = z.output<typeof OptionAppraisal>;

/** Money against need, capital and revenue by year; what is left is the affordability gap. */
export const FundingPackage = z
  .strictObject({
    title: markdown,
    appraisal: identifier,
    option: identifier.optional().meta({ description: "The preferred option unless given." }),
    sources: z.record(
      identifier,
      Amounts.extend({
        label: markdown,
        class: z.enum(["capital", "revenue"]),
        organisation: identifier.optional(),
        status: z.enum(["agreed", "applied for", "not secured"]).optional(),
        note: markdown.optional(),
      }),
    ),
    "gap-closed-by": markdown
      .optional()
      .meta({ description: "How an affordability gap is to be closed; required where there is one." }),
    note: markdown.optional(),
  })
  .meta({ id: "Funding" });
export type FundingPackage = z.output<typeof FundingPackage>;

/** Weighted scores of options against criteria. */
export const OptionScores = z
  .strictObject({
    title: markdown,
    options: identifier.meta({ description: "Set of the options register." }),
    criteria: z.record(identifier, z.strictObject({ label: markdown, weight: quantity, note: markdown.optional() })),
    scale: z
      .strictObject({ from: whole, to: whole })
      .optional()
      .meta({ description: "Lowest and highest score; 0 to 10 unless given." }),
    scores: z
      .record(identifier, z.record(identifier, quantity))
      .meta({ description: "Score by option, then by criterion." }),
    note: markdown.optional(),
  })
  .meta({ id: "OptionScores" });
export type OptionScores = z.output<typeof OptionScores>;

/** How the case moved from stage to stage. */
export const Progression = z
  .strictObject({
    title: markdown,
    stages: z.record(identifier, z.strictObject({ label: text, date: text.optional(), version: text.optional() })),
    measures: z.record(
      identifier,
      z.strictObject({
        label: markdown,
        unit: unit.optional(),
        decimals: whole.optional(),
        values: z
          .record(identifier, z.union([quantity, text]))
          .meta({ description: "Value by stage: a number, a formula, or words such as a date." }),
        reason: markdown.optional().meta({ description: "Why it changed; required where it did." }),
      }),
    ),
    note: markdown.optional(),
  })
  .meta({ id: "Progression" });
export type Progression = z.output<typeof Progression>;
