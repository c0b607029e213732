// Tables and figures that authors keep in data files.
import { z } from "zod";
import { flag, markdown, quantity, text, unit, whole } from "./scalars.ts";

/** A column in full; `amount: £` is short for `{ unit: £ }`, `role: text` for `{ type: text }`. */
export const ColumnLong = z
  .strictObject({
    label: markdown.optional(),
    type: z
      .enum(["text", "number", "tick", "rating", "date", "year"])
      .optional()
      .meta({ description: "What its cells hold; number when a unit is given, else text." }),
    unit: unit.optional(),
    as: unit.optional().meta({ description: "Unit it is printed in, such as £m for amounts held in £." }),
    decimals: whole.optional(),
    sign: z
      .enum(["saving", "cost", "income", "either"])
      .optional()
      .meta({ description: "What a positive number means." }),
    additive: flag
      .optional()
      .meta({ description: "false where adding rows makes no sense; the column then has no total." }),
    cumulative: flag.optional().meta({ description: "true for running totals, which are never added." }),
    formula: z.string().optional().meta({ description: "= … for each row, by the names of the row's other columns." }),
    group: markdown
      .optional()
      .meta({ description: "Header above this and the neighbouring columns with the same group." }),
    width: whole.optional().meta({ description: "Share of the table's width." }),
    align: z.enum(["left", "right", "centre"]).optional(),
    "adds-to": quantity.optional().meta({ description: "What the column's cells must add up to, such as 100%." }),
    prefix: text.optional(),
    note: markdown.optional(),
  })
  .meta({ id: "Column" });

export const ColumnShort = z
  .string()
  .meta({ description: "text, number, tick, rating, date, or a unit such as £ or %." });

export const Column = z.union([ColumnLong, ColumnShort]);

/** Cells by column key; `id` names the row, `section` and `group` make rows of their own, `subtotal` adds what stands above since the last one. */
export const Row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).meta({
  description:
    "Cells by column. `id: …` names the row; `section: …` makes a row across the table; `subtotal: …` adds the rows since the last one.",
});

export const TableSource = z
  .strictObject({
    title: markdown,
    summary: text.optional().meta({ description: "What the table shows, for readers who cannot see it." }),
    parameters: z
      .record(
        z.string(),
        z.union([
          quantity,
          z.strictObject({
            label: text.optional(),
            value: quantity,
            unit: unit.optional(),
            decimals: whole.optional(),
            source: text.optional(),
          }),
        ]),
      )
      .optional()
      .meta({
        description: "Numbers that the rows' formulas use by name, such as hours a week; printed below the table.",
      }),
    columns: z.record(z.string(), Column),
    rows: z.array(Row).optional(),
    from: text.optional().meta({ description: "CSV file beside this one that holds the rows." }),
    total: z
      .union([flag, z.strictObject({ label: text.optional(), columns: z.array(z.string()).optional() })])
      .optional()
      .meta({ description: "true, or a label and the columns to add." }),
    carry: flag.optional().meta({
      description:
        "true where a page of the PDF that ends inside the table says what the rows come to so far, and the next one begins with it.",
    }),
    upright: flag
      .optional()
      .meta({ description: "true keeps a wide table on an upright page, in smaller type, where it would be turned." }),
    merge: z.array(z.string()).optional().meta({ description: "Columns whose equal neighbouring cells become one." }),
    "row-header": z
      .string()
      .optional()
      .meta({ description: "Column whose cells name their rows; the first one unless given." }),
    look: z.enum(["ruled", "borderless", "grid", "no-header"]).optional(),
    "title-row": flag.optional().meta({ description: "true prints the title as a first row across the table." }),
    identities: z
      .array(z.string())
      .optional()
      .meta({ description: "Equations every row must satisfy, by column: achieved + delayed + lost = budget" }),
    note: markdown.optional(),
    source: markdown.optional(),
    "empty-as": text.optional().meta({ description: "What a cell left out prints; a number column needs every cell." }),
    bands: z.string().optional().meta({ description: "Name of the rating bands its rating columns use." }),
  })
  .meta({ id: "Table" });
export type TableSource = z.output<typeof TableSource>;

export const FigureSource = z
  .strictObject({
    label: text.optional(),
    value: z
      .union([quantity, z.strictObject({ lower: quantity, central: quantity.optional(), upper: quantity })])
      .meta({ description: "A value, or lower and upper; the central value is the mid-point unless given." }),
    unit: unit.optional(),
    decimals: whole.optional(),
    sign: z
      .enum(["saving", "cost", "income", "either"])
      .optional()
      .meta({ description: "What a positive number means." }),
    source: markdown.optional(),
    note: markdown.optional(),
  })
  .meta({ id: "Figure" });
export type FigureSource = z.output<typeof FigureSource>;

/** What another document printed; a difference beyond rounding needs a reason. */
export const Stated = z
  .union([
    quantity,
    z.strictObject({
      value: quantity,
      where: text.optional(),
      reason: text.optional(),
      decimals: whole.optional(),
      unit: unit.optional(),
    }),
  ])
  .meta({ id: "Stated" });
export type Stated = z.output<typeof Stated>;

/** A year by year appraisal: flows with an explicit year 0, and the rate they are discounted at. */
export const Appraisal = z
  .strictObject({
    title: markdown,
    benefits: z
      .record(z.string(), quantity)
      .meta({ description: "Benefit or saving by year (year 0 first), positive." }),
    costs: z.record(z.string(), quantity).meta({ description: "Cost by year (year 0 first), positive." }),
    unit: unit.optional(),
    rate: z
      .strictObject({ rate: quantity, reason: text })
      .optional()
      .meta({ description: "A house rate and why; otherwise the programme's discount schedule." }),
    convention: z.enum(["year-end", "mid-year"]).optional(),
    note: markdown.optional(),
    source: markdown.optional(),
  })
  .meta({ id: "Appraisal" });
export type Appraisal = z.output<typeof Appraisal>;
