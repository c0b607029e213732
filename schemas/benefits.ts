// Benefits in money, and outcomes with a baseline and targets.
import { z } from "zod";
import { identifiers, markdown, quantity, text, texts, unit, whole } from "./scalars.ts";

export const Benefit = z
  .strictObject({
    label: markdown,
    kind: z.enum(["cost reduction", "income generation", "cost avoidance"]),
    annual: z
      .union([
        quantity,
        z.strictObject({
          lower: quantity,
          upper: quantity,
          central: quantity.optional().meta({ description: "The mid-point unless given." }),
        }),
      ])
      .meta({ description: "A year's benefit at full effect: one value, or lower and upper." }),
    shares: z
      .record(z.string(), quantity)
      .optional()
      .meta({ description: "Each organisation's part of the central value; one may be `rest`." }),
    confidence: z.enum(["low", "medium", "high"]).optional(),
    owner: text.optional(),
    class: z.enum(["cash-releasing", "non-cash-releasing", "societal", "unmonetised"]).optional(),
    note: markdown.optional(),
  })
  .meta({ id: "Benefit" });
export type Benefit = z.output<typeof Benefit>;

export const Adjustment = z
  .union([quantity, z.strictObject({ by: quantity, label: text.optional(), reason: text })])
  .meta({
    id: "Adjustment",
    description: "A percentage taken off or added, on what the one before left.",
  });
export type Adjustment = z.output<typeof Adjustment>;

/** A measure with where it stands and where it is to be. */
export const Outcome = z
  .strictObject({
    label: markdown,
    category: text.optional(),
    measure: markdown.optional(),
    unit: unit.optional(),
    decimals: whole.optional(),
    baseline: z.union([quantity, z.strictObject({ value: quantity, date: text.optional() })]).optional(),
    targets: z
      .record(z.string(), z.union([quantity, text]))
      .optional()
      .meta({ description: "Target by period; a number, or words such as `return to national average`." }),
    direction: z.enum(["up", "down"]).optional().meta({ description: "Which way is better." }),
    change: z
      .enum(["relative", "points"])
      .optional()
      .meta({ description: "How the change is printed: per cent of the baseline, or percentage points." }),
    audience: text.optional(),
    owner: text.optional(),
    documents: texts.optional().meta({ description: "Documents that print it; all unless given." }),
    note: markdown.optional(),
  })
  .meta({ id: "Outcome" });
export type Outcome = z.output<typeof Outcome>;

/** Stages of a benefits map; links name entries of the next stage. */
export const BenefitsMapSource = z
  .strictObject({
    title: markdown,
    stages: z.record(
      z.string(),
      z.strictObject({
        title: text,
        entries: z.record(z.string(), z.strictObject({ text: markdown, "leads-to": identifiers.optional() })),
      }),
    ),
    note: markdown.optional(),
  })
  .meta({ id: "BenefitsMap" });
export type BenefitsMapSource = z.output<typeof BenefitsMapSource>;
