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

const Meeting = z.strictObject({
  date: z.string().meta({ description: "A day, or a date as its author wrote it: 2014-11-06 to 2014-11-07" }),
  organisation: z.string(),
  meeting: z.string(),
  purpose: z.string(),
  state: z.enum(["planned", "held", "overdue"]).meta({
    description: "Judged on the day that the document bears, so that it never depends on when the site was made.",
  }),
  outcome: z.string(),
});
export type Meeting = z.output<typeof Meeting>;

const PaperVersion = z.strictObject({
  version: z.string(),
  name: z.string().meta({ description: "Name of the issue, such as 3rd draft; empty if it has none." }),
  date: day,
  change: z.string(),
  sections: z.array(z.string()),
  status: z.string(),
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
    changed: z.boolean().meta({ description: "True when sources held changes that were not committed." }),
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
    pages: z.array(path).meta({ description: "Every page and file of the site that is no paper." }),
  })
  .meta({ id: "Papers", title: "fivecase papers" });
export type Papers = z.output<typeof Papers>;
