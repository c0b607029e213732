// The approvals register: what a body decided about a version of a document, written by `fivecase approve`.
import { z } from "zod";
import { version } from "./case.ts";
import { date, identifier, markdown, text } from "./scalars.ts";

export const outcomes = ["approved", "approved with conditions", "supported", "deferred", "rejected", "noted"] as const;
export type Outcome = (typeof outcomes)[number];

/** Outcomes that let a document go on as it is. */
export const positive: ReadonlySet<string> = new Set<Outcome>(["approved", "approved with conditions"]);

/** Bound to a version, to the commit it was made from and to what the sources said then; sealed against later edits. */
export const Approval = z
  .strictObject({
    document: identifier.meta({ description: "Folder name of the document." }),
    version,
    board: identifier.optional().meta({ description: "The body, by its id in the boards register." }),
    body: text.optional().meta({ description: "The body by its name, where it is no board of the programme." }),
    meeting: identifier.optional().meta({ description: "The meeting of the route at which it was decided." }),
    outcome: z.enum(outcomes),
    date,
    conditions: markdown.optional(),
    reference: text.optional().meta({ description: "Minute or decision reference." }),
    signatory: identifier.optional().meta({ description: "Who signed for the body, by id." }),
    "recorded-by": text,
    commit: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/, "must be the full hash of a commit")
      .optional()
      .meta({ description: "The commit that was approved; absent where the sources are not in git." }),
    content: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, "must be written by fivecase approve")
      .meta({ description: "Digest of the sources that were approved." }),
    seal: z
      .string()
      .regex(/^[0-9a-f]{16}$/, "must be written by fivecase approve")
      .meta({ description: "Digest of this record, which tells when it was edited." }),
  })
  .meta({ id: "Approval" });
export type Approval = z.output<typeof Approval>;
