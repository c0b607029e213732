// Better Care Fund, Part 2: the planning template's finance and metrics sheets, one versioned pack for each year.
import { z } from "zod";
import { flag, identifier, markdown, quantity, text, whole } from "./scalars.ts";

const Parts = z.strictObject({
  recurrent: quantity.optional(),
  "non-recurrent": quantity.optional(),
});

const Reading = z.strictObject({
  period: text.optional().meta({ description: "What it covers: April 2012 – March 2013." }),
  value: quantity
    .optional()
    .meta({ description: "The measure itself; held against numerator and denominator where they are given." }),
  numerator: quantity.optional(),
  denominator: quantity.optional(),
});

/** The 2014/15 template, as far as it can be reconstructed: see the notes sheet of the workbook. */
export const BetterCareFund = z
  .strictObject({
    template: z
      .enum(["2014/15"])
      .meta({ description: "Year of the national template; each year is a pack of its own." }),
    "finance-summary": z
      .record(
        identifier,
        z.strictObject({
          "holds-pool": flag.meta({ description: "true where this body hosts the pooled budget." }),
          "spend-2014-15": quantity,
          "minimum-2015-16": quantity,
          "actual-2015-16": quantity,
        }),
      )
      .meta({ description: "By organisation: every council and clinical commissioning group of the plan." }),
    contingency: z.record(
      identifier,
      z.strictObject({
        outcome: markdown,
        "planned-saving-2015-16": quantity.meta({ description: "Saving if the outcome is fully achieved." }),
        "planned-saving-ongoing": quantity,
        "support-2015-16": quantity.meta({ description: "The most that would be needed for services if it is not." }),
        "support-ongoing": quantity,
      }),
    ),
    schemes: z.record(
      identifier,
      z.strictObject({
        label: markdown,
        "lead-provider": text,
        "spend-2014-15": Parts.optional(),
        "benefits-2014-15": Parts.optional(),
        "spend-2015-16": Parts.optional(),
        "benefits-2015-16": Parts.optional(),
        note: markdown.optional(),
      }),
    ),
    metrics: z.record(
      identifier,
      z.strictObject({
        label: markdown,
        unit: text.optional(),
        multiplier: whole
          .optional()
          .meta({ description: "value = numerator ÷ denominator × multiplier; 100,000 for rates." }),
        decimals: whole.optional(),
        direction: z.enum(["up", "down"]).optional(),
        baseline: Reading,
        "april-2015": Reading.optional().meta({ description: "Performance behind the payment of April 2015." }),
        "october-2015": Reading.optional().meta({ description: "Performance behind the payment of October 2015." }),
        note: markdown.optional(),
      }),
    ),
    note: markdown.optional(),
  })
  .meta({ id: "BetterCareFund", title: "Better Care Fund planning template, Part 2" });
export type BetterCareFund = z.output<typeof BetterCareFund>;
