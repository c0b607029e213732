// Front matter of a document, kind by kind, and its history.
import { z } from "zod";
import { date, identifier, identifiers, languageTag, markdown, text, texts, whole } from "./scalars.ts";

export const kinds = ["obc", "fbc", "scrutiny-report", "bcf-plan", "bcf-part-2", "savings-summary"] as const;
export type Kind = (typeof kinds)[number];

export const statuses = ["draft", "for review", "for approval", "approved", "superseded", "withdrawn"] as const;
export type Status = (typeof statuses)[number];

/** Version as text: 0.3, 2.0, 01, v1.2. */
export const version = z
  .string()
  .regex(/^v?\d+(\.\d+)*$/, "must be numbers with dots, such as 1.2")
  .meta({ description: "0.3, 1.0, 01" });

const SignOffEntry = z.strictObject({
  organisation: text,
  board: identifier.optional().meta({ description: "The body that signs; its recorded approval fills the rest." }),
  by: text.optional(),
  person: identifier.optional(),
  position: text.optional(),
  date: date.optional(),
});

const common = {
  title: text,
  subtitle: text.optional(),
  version,
  status: z.enum(statuses),
  date,
  authors: identifiers.meta({ description: "People who write it, by id." }),
  owners: identifiers.meta({ description: "Senior responsible owners, by id." }),
  classification: z.enum(["public", "part-exempt", "exempt"]),
  marking: z
    .strictObject({ text, reason: text })
    .optional()
    .meta({ description: "A mark on each page, such as CONFIDENTIAL, and why." }),
  formerly: identifiers
    .optional()
    .meta({ description: "Folder names the document had before; its recorded approvals name them." }),
  reference: text.optional(),
  reviewers: identifiers.optional(),
  contact: identifier.optional(),
  "next-review": date.optional(),
  distribution: z
    .array(z.strictObject({ name: text, role: text.optional(), date: date.optional(), version: version.optional() }))
    .optional(),
  contributors: z
    .array(z.strictObject({ function: text, person: identifier.optional(), date: date.optional() }))
    .optional(),
  "sign-off": z.array(SignOffEntry).optional(),
  projects: identifiers
    .optional()
    .meta({ description: "Projects named in the title block; all of the programme unless given." }),
  omits: z.record(z.string(), text).optional().meta({ description: "Cases left out, each with its reason." }),
  profile: identifier.optional(),
  units: z.enum(["£", "£k", "£m"]).optional(),
  "first-page": whole
    .refine((n) => n >= 1, "must be a whole number from 1")
    .optional()
    .meta({ description: "Number of the first page, for papers bound into a pack." }),
  language: languageTag.optional(),
  keywords: texts.optional(),
};

const roles = {
  sponsor: identifier.optional(),
  "programme-manager": identifier.optional(),
  "project-manager": identifier.optional(),
  accountant: identifiers.optional(),
};

const Obc = z.strictObject({ kind: z.literal("obc"), ...common, ...roles });
const Fbc = z.strictObject({ kind: z.literal("fbc"), ...common, ...roles });
const ScrutinyReport = z.strictObject({
  kind: z.literal("scrutiny-report"),
  ...common,
  ...roles,
  committee: text,
  meeting: z
    .union([date, identifier])
    .meta({ description: "Its day, or better the meeting's id in the register, where the day is written." }),
  purpose: z.enum(["decision", "discussion", "noting"]),
  "key-decision": z.strictObject({ reference: text }).optional(),
  wards: texts.optional(),
});
const BcfPlan = z.strictObject({
  kind: z.literal("bcf-plan"),
  ...common,
  ...roles,
  year: z.enum(["2014/15"]).meta({ description: "Year of the national template." }),
  prompts: z
    .enum(["shown", "hidden"])
    .optional()
    .meta({ description: "Print the national form's words, or the answers alone." }),
  plan: z.strictObject({
    "local-authority": identifiers,
    "clinical-commissioning-groups": identifiers,
    boundaries: markdown,
    "date-agreed": date.optional(),
    "date-submitted": date.optional(),
  }),
});
const BcfPartTwo = z.strictObject({
  kind: z.literal("bcf-part-2"),
  ...common,
  ...roles,
  year: z.enum(["2014/15"]).meta({ description: "Year of the national template." }),
});
const SavingsSummary = z.strictObject({
  kind: z.literal("savings-summary"),
  ...common,
  ...roles,
  period: text.optional(),
});

/** What stands between the `---` lines of document.md. */
export const FrontMatter = z
  .discriminatedUnion("kind", [Obc, Fbc, ScrutinyReport, BcfPlan, BcfPartTwo, SavingsSummary])
  .meta({ id: "FrontMatter", title: "fivecase document" });
export type FrontMatter = z.output<typeof FrontMatter>;

/** Front matter that a good document of the kind has; each one missing is a warning. */
export const recommended: Readonly<Record<Kind, readonly string[]>> = {
  obc: ["reference", "reviewers"],
  fbc: ["reference", "sponsor", "project-manager", "accountant"],
  "scrutiny-report": ["reference", "contact", "wards"],
  "bcf-plan": ["reference", "sign-off"],
  "bcf-part-2": ["reference"],
  "savings-summary": ["reference"],
};

const HistoryRow = z.strictObject({
  version,
  date,
  author: text.meta({ description: "Id or initials of a person, or a name." }),
  change: markdown.meta({ description: "What changed, in words a committee understands." }),
  name: text.optional().meta({ description: "Name of this issue of the document, such as 3rd draft." }),
  sections: z
    .union([text, z.array(text)])
    .optional()
    .meta({ description: "Sections the change touches." }),
  status: z.enum(statuses).optional(),
});

/** history.yaml: earlier versions, oldest first. */
export const History = z
  .strictObject({ history: z.array(HistoryRow) })
  .meta({ id: "History", title: "fivecase version history" });
export type History = z.output<typeof History>;
