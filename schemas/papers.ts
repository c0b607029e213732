// papers.json: what a site of papers holds, for programs that read it and for the next run that writes the same site.
import { z } from "zod";
import { statuses } from "./case.ts";

/** Raised when a reader of an earlier papers.json would no longer understand it. */
export const papersVersion = 1;

/**
 * A path below the site's folder: names parted by "/", none of which leads out of it. What a site says of its own files
 * is what the next run removes.
 */
const path = z
  .string()
  .regex(/^(?!\.{1,2}(\/|$))[^/\\:\0]+(\/(?!\.{1,2}(\/|$))[^/\\:\0]+)*$/, "must be a path below the site's folder")
  .meta({ description: "Path below the folder of the site." });

const day = z.string().meta({ description: "A day: 2014-01-28" });

const PaperFile = z.strictObject({
  path,
  format: z.enum(["pdf", "docx", "xlsx"]),
  bytes: z.number(),
  pages: z.number().optional(),
  sheets: z.number().optional(),
  sha256: z.string(),
});
export type PaperFile = z.output<typeof PaperFile>;

const Contact = z.strictObject({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
});
export type Contact = z.output<typeof Contact>;

const steps = ["notice", "submission", "publication", "meeting", "decision", "call-in", "effect"] as const;

const Step = z.strictObject({
  kind: z.enum(steps),
  what: z.string().meta({ description: "What is done, in words." }),
  from: day,
  to: day.meta({ description: "The day to act by, or the last day of a time that runs." }),
  time: z.string().optional().meta({ description: "Hour of the day: 10:00" }),
  recorded: day.optional().meta({ description: "The day on which it was done." }),
  count: z.string().optional().meta({ description: "How the day was counted, in words." }),
});
export type Step = z.output<typeof Step>;

const Meeting = z.strictObject({
  id: z.string(),
  date: z.string().meta({ description: "A day, or a date as its author wrote it: 2014-11-06 to 2014-11-07" }),
  organisation: z.string(),
  meeting: z.string(),
  item: z.string().optional().meta({ description: "Number of the item on the agenda." }),
  purpose: z.string(),
  state: z.enum(["planned", "held", "overdue"]).meta({
    description: "Judged on the day that the document bears, so that it never depends on when the site was made.",
  }),
  outcome: z.string().meta({ description: "In words, with the version it was given to and what changed since." }),
  conditions: z.string().optional(),
  notes: z.array(z.string()).meta({ description: "Whether it is a key decision or private in part, and why." }),
  steps: z.array(Step).meta({ description: "Days that follow from the meeting, in order of time." }),
});
export type Meeting = z.output<typeof Meeting>;

const PaperVersion = z.strictObject({
  version: z.string(),
  name: z.string().meta({ description: "Name of the issue, such as 3rd draft; empty if it has none." }),
  date: day,
  change: z.string(),
  sections: z.array(z.string()),
  status: z.string().meta({ description: "As the history records it; empty if it does not." }),
  commit: z.string().optional().meta({ description: "Commit of the release tag that its files were built from." }),
  files: z.array(PaperFile),
});
export type PaperVersion = z.output<typeof PaperVersion>;

const Recommendation = z.strictObject({
  marker: z.string(),
  lines: z.array(z.string()).meta({ description: "Its paragraphs and the items below it, as plain text." }),
});
export type Recommendation = z.output<typeof Recommendation>;

const Paper = z.strictObject({
  id: z.string().meta({ description: "Programme and document by the names of their folders." }),
  folder: path,
  title: z.string(),
  subtitle: z.string().optional(),
  kind: z.string(),
  reference: z.string().optional(),
  language: z.string(),
  version: z.string(),
  status: z.enum(statuses),
  date: day,
  classification: z.enum(["public", "part-exempt", "exempt"]),
  marking: z.strictObject({ text: z.string(), reason: z.string() }).optional(),
  owners: z.array(z.string()),
  contact: Contact.optional(),
  current: z.string().optional().meta({ description: "The version to use, where it is not this one." }),
  files: z.array(PaperFile),
  meetings: z.array(Meeting),
  recommendations: z.array(Recommendation),
  versions: z.array(PaperVersion).meta({ description: "Newest first; the first is this version." }),
  source: z.strictObject({
    commit: z.string().optional(),
    changed: z.boolean().meta({ description: "True when its sources held changes that were not committed." }),
    tool: z.string(),
  }),
});
export type Paper = z.output<typeof Paper>;

const PaperProgramme = z.strictObject({
  id: z.string(),
  folder: path,
  title: z.string(),
  organisations: z.array(z.string()),
  papers: z.array(Paper),
});
export type PaperProgramme = z.output<typeof PaperProgramme>;

export const Papers = z
  .strictObject({
    format: z.literal("fivecase papers"),
    version: z.literal(papersVersion),
    programmes: z.array(PaperProgramme),
    pages: z.array(z.strictObject({ path, sha256: z.string() })).meta({
      description: "Every page of the site and its style sheet; the next run removes what it no longer writes.",
    }),
  })
  .meta({ id: "Papers", title: "fivecase papers" });
export type Papers = z.output<typeof Papers>;
