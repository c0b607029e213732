// programme.yaml: what the documents of a programme share.
import { z } from "zod";
import { Board, Organisation, Person, Project, Workstream } from "./registers.ts";
import { financialYear, identifier, languageTag, markdown, quantity, text, whole } from "./scalars.ts";

const yearsPattern = /^\d{4}\/\d{2} to \d{4}\/\d{2}$/;

/** Rating words with the scores they cover: `Green: 1–9`. Tones follow the words, or are named. */
export const Bands = z
  .record(
    z.string(),
    z.union([
      z.string(),
      z.strictObject({
        scores: z.string(),
        tone: z.enum(["green", "amber-green", "amber", "amber-red", "red", "neutral"]),
      }),
    ]),
  )
  .meta({ id: "Bands", description: "Word of the rating and the scores it covers: Green: 1–9" });

export const RiskMatrix = z
  .strictObject({
    scale: whole
      .refine((n) => n >= 2 && n <= 10, "must be a whole number from 2 to 10")
      .meta({ description: "Highest likelihood and impact, 5 for 5 × 5." }),
    bands: Bands,
    words: z
      .array(text)
      .optional()
      .meta({ description: "Ratings that are stated in words where nothing is scored: Amber / Red, High." }),
  })
  .meta({ id: "RiskMatrix" });
export type RiskMatrix = z.output<typeof RiskMatrix>;

export const Conventions = z
  .strictObject({
    years: z.string().regex(yearsPattern, "must be two financial years, such as 2014/15 to 2018/19").optional(),
    money: z
      .enum(["£", "£k", "£m"])
      .optional()
      .meta({ description: "Unit that amounts in data are written in; £ unless given." }),
    rounding: z.enum(["half-up", "half-even"]).optional(),
    "price-base": financialYear.optional(),
    guidance: text.optional().meta({ description: "Edition of the guidance the case follows: Green Book 2022." }),
    discounting: z
      .union([
        z.strictObject({
          schedule: z.enum(["green-book-2022", "green-book-2026", "green-book-2022-health", "green-book-2026-health"]),
          base: financialYear,
        }),
        z.strictObject({ rate: quantity, reason: text, base: financialYear.optional() }),
      ])
      .optional(),
    "risk-matrix": RiskMatrix.optional(),
  })
  .meta({ id: "Conventions" });
export type Conventions = z.output<typeof Conventions>;

export const Programme = z
  .strictObject({
    programme: text.meta({ description: "Its name as printed." }),
    short: text.optional(),
    strapline: text.optional(),
    organisations: z.record(identifier, Organisation),
    people: z.record(identifier, Person).optional(),
    boards: z.record(identifier, Board).optional(),
    projects: z.record(identifier, Project).optional(),
    workstreams: z.record(identifier, Workstream).optional(),
    conventions: Conventions.optional(),
    abbreviations: z.record(z.string(), text).optional(),
    slogans: z.record(identifier, text).optional(),
    profile: identifier.meta({ description: "House profile: a folder of templates/houses." }),
    language: languageTag.optional().meta({ description: "Language tag of BCP 47; en-GB unless given." }),
    note: markdown.optional(),
  })
  .meta({ id: "Programme", title: "fivecase programme" });
export type Programme = z.output<typeof Programme>;
