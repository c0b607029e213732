// Typed lists kept once for a programme: risks, milestones, meetings, people and the rest. Every entry has an id (its key).
import { z } from "zod";
import { outcomes } from "./approvals.ts";
import {
  date,
  flag,
  identifier,
  identifiers,
  markdown,
  quantity,
  text,
  texts,
  type When,
  when,
  whole,
} from "./scalars.ts";

const documents = texts
  .optional()
  .meta({ description: "Folder names of the documents that show it; all unless given." });

export const Organisation = z
  .strictObject({ name: text, short: text.optional(), logo: text.optional(), brand: text.optional() })
  .meta({ id: "Organisation" });
export type Organisation = z.output<typeof Organisation>;

export const Person = z
  .strictObject({
    post: text,
    organisation: identifier.optional(),
    initials: text.optional(),
    name: text.optional(),
    email: text.optional(),
    phone: text.optional(),
    function: text.optional().meta({ description: "What the person answers for: finance, legal, HR." }),
  })
  .meta({ id: "Person" });
export type Person = z.output<typeof Person>;

export const Board = z
  .strictObject({
    name: text,
    organisation: identifiers.optional(),
    does: markdown.optional(),
    "reports-to": identifiers.optional(),
    members: z
      .array(
        z.strictObject({
          group: text.optional(),
          person: identifier.optional(),
          post: text.optional(),
          role: text.optional(),
          area: text.optional(),
          organisation: identifier.optional(),
        }),
      )
      .optional(),
    meets: text.optional(),
    purpose: markdown.optional(),
    layer: text.optional(),
    public: flag
      .optional()
      .meta({ description: "true where the rules on access to information hold for its meetings." }),
    "call-in": flag.optional().meta({ description: "true where its decisions can be called in." }),
  })
  .meta({ id: "Board" });
export type Board = z.output<typeof Board>;

export const Project = z
  .strictObject({
    name: text,
    aim: markdown.optional(),
    lead: identifier.optional(),
    workstreams: identifiers.optional(),
    note: markdown.optional(),
  })
  .meta({ id: "Project" });
export type Project = z.output<typeof Project>;

export const Workstream = z
  .strictObject({
    name: text,
    kind: z.enum(["delivery", "enabling"]).optional(),
    letter: text.optional(),
    purpose: markdown.optional(),
    leads: z
      .array(
        z.strictObject({ organisation: identifier.optional(), person: identifier.optional(), post: text.optional() }),
      )
      .optional(),
    packages: z
      .array(z.strictObject({ activities: markdown, outputs: markdown }))
      .optional()
      .meta({ description: "Rows of its work-package table." }),
  })
  .meta({ id: "Workstream" });
export type Workstream = z.output<typeof Workstream>;

export const Risk = z
  .strictObject({
    title: markdown,
    cause: markdown.optional(),
    event: markdown.optional(),
    effect: markdown.optional(),
    likelihood: whole.optional(),
    impact: whole.optional(),
    rating: text
      .optional()
      .meta({ description: "A word of the risk matrix, where likelihood and impact are not scored." }),
    proximity: text.optional(),
    owner: text.optional(),
    bearer: texts.optional().meta({ description: "Organisations that carry it." }),
    presents: texts.optional().meta({ description: "Organisations that present it." }),
    section: text.optional().meta({ description: "Heading it stands under in grouped tables." }),
    impacts: z.array(markdown).optional(),
    mitigation: z.array(markdown).optional(),
    "target-score": whole.optional(),
    probability: quantity
      .optional()
      .meta({ description: "Chance that it happens, as a percentage, where it is quantified." }),
    cost: z
      .union([quantity, z.strictObject({ lower: quantity, central: quantity.optional(), upper: quantity })])
      .optional()
      .meta({ description: "What it costs if it happens; its expected value is probability × cost." }),
    status: z.enum(["open", "closed", "issue"]).optional(),
    identified: date.optional(),
    reference: text.optional(),
    documents,
  })
  .meta({ id: "Risk" });
export type Risk = z.output<typeof Risk>;

export const Milestone = z
  .strictObject({
    title: markdown,
    when: z
      .union([when, z.array(when)])
      .optional()
      .meta({ description: "Its date; not needed where `meeting` gives it." }),
    owner: text.optional(),
    status: z.enum(["planned", "done", "late"]).optional(),
    group: text.optional(),
    meeting: identifier.optional().meta({ description: "The meeting that it is; its date then comes from there." }),
    after: identifier
      .optional()
      .meta({ description: "The meeting whose decision it waits for, until that can no longer be called in." }),
    documents,
  })
  .meta({ id: "Milestone" });
export type Milestone = z.output<typeof Milestone>;

/** Dates of a milestone: its own, or else that of the meeting it is. */
export function milestoneDates(
  milestone: Milestone,
  meetings: Readonly<Record<string, { readonly date: When }>> | undefined,
): readonly When[] {
  if (milestone.when !== undefined) return Array.isArray(milestone.when) ? milestone.when : [milestone.when];
  const { meeting } = milestone;
  const found = meeting !== undefined && meetings && Object.hasOwn(meetings, meeting) ? meetings[meeting] : undefined;
  return found ? [found.date] : [];
}

const Urgency = z.strictObject({
  rule: z.enum(["general exception", "special urgency"]).meta({
    description: "general exception: 5 clear days' notice; special urgency: agreed by the chair of scrutiny.",
  }),
  reason: text,
});

const schedulePart = whole.refine((n) => n >= 1 && n <= 7, "must be a paragraph from 1 to 7");

/** What is kept from the public of an item, under Schedule 12A to the Local Government Act 1972 (England). */
const Exempt = z.strictObject({
  paragraphs: z
    .union([schedulePart, z.array(schedulePart).min(1)])
    .transform((v) => (Array.isArray(v) ? v : [v]))
    .meta({ description: "Paragraphs 1 to 7 of Schedule 12A." }),
  reason: markdown.meta({ description: "Why the public interest in keeping it outweighs that in publishing it." }),
});

export const purposes = ["views", "support", "decision", "approval", "discussion", "information"] as const;

/** A step of the governance route; approval is what its outcome says, never that it is in the diary. */
export const Meeting = z
  .strictObject({
    date: when,
    organisation: text.optional(),
    board: identifier.optional(),
    body: text.optional(),
    purpose: z.enum(purposes).optional(),
    label: text.optional().meta({ description: "Its words in the title block: Date of Cabinet." }),
    outcome: z.enum(outcomes).optional(),
    held: flag.optional(),
    reference: text.optional(),
    "title-block": flag.optional().meta({ description: "true prints it in the title block." }),
    phase: text.optional().meta({ description: "Phase it stands for in an approval table." }),
    item: text.optional().meta({ description: "Number of the item on the agenda." }),
    asks: markdown.optional().meta({ description: "What is to be decided, as the forward plan says it." }),
    public: flag
      .optional()
      .meta({ description: "true where the rules on access to information hold; its board's unless given." }),
    "key-decision": z
      .strictObject({ reference: text.optional() })
      .optional()
      .meta({ description: "A key decision, with its reference in the forward plan." }),
    exempt: Exempt.optional(),
    notice: date
      .optional()
      .meta({ description: "Day on which notice was given of the key decision, or of an item in private." }),
    urgency: Urgency.optional().meta({ description: "Why the full notice could not be given, and under which rule." }),
    submitted: date.optional().meta({ description: "Day on which committee services had the papers." }),
    published: date.optional().meta({ description: "Day on which agenda and reports were published." }),
    "decision-published": date.optional().meta({ description: "Day on which the decision was published." }),
    "call-in": z
      .strictObject({ waived: text })
      .optional()
      .meta({ description: "Why the decision cannot be called in, where it otherwise could." }),
    documents,
  })
  .meta({ id: "Meeting" });
export type Meeting = z.output<typeof Meeting>;

export const Option = z
  .strictObject({
    title: markdown,
    description: markdown.optional(),
    benefits: z.array(markdown).optional(),
    risks: z.array(markdown).optional(),
    activity: markdown.optional(),
    outcome: markdown.optional(),
    status: z.enum(["discounted", "carried forward", "preferred", "business as usual", "do minimum"]).optional(),
    columns: z
      .record(z.string(), markdown)
      .optional()
      .meta({ description: "Cells of an options matrix, by dimension." }),
  })
  .meta({ id: "Option" });
export type Option = z.output<typeof Option>;

export const OptionSet = z
  .strictObject({
    title: markdown,
    dimensions: z.record(z.string(), text).optional().meta({ description: "Columns of an options matrix." }),
    options: z.record(identifier, Option),
    note: markdown.optional(),
  })
  .meta({ id: "OptionSet" });
export type OptionSet = z.output<typeof OptionSet>;

export const Recommendation = z
  .strictObject({ text: markdown, body: text.optional(), documents })
  .meta({ id: "Recommendation" });
export type Recommendation = z.output<typeof Recommendation>;

/** Activities against bodies: ticks, or RACI letters. */
export const Matrix = z
  .strictObject({
    title: markdown,
    kind: z.enum(["ticks", "raci"]),
    head: text.optional().meta({ description: "Heading of the first column." }),
    columns: z.record(z.string(), text),
    rows: z.array(
      z.strictObject({
        activity: markdown,
        group: text.optional(),
        marks: z
          .union([z.array(z.string()), z.record(z.string(), z.string())])
          .meta({ description: "Columns that are ticked, or RACI letters by column." }),
        note: markdown.optional(),
      }),
    ),
    key: flag.optional(),
    note: markdown.optional(),
  })
  .meta({ id: "Matrix" });
export type Matrix = z.output<typeof Matrix>;

export const Stakeholder = z
  .strictObject({
    name: text,
    group: text.optional(),
    interest: markdown.optional(),
    responsible: flag.optional(),
    accountable: flag.optional(),
    consulted: flag.optional(),
    informed: flag.optional(),
  })
  .meta({ id: "Stakeholder" });
export type Stakeholder = z.output<typeof Stakeholder>;

export const CommunicationEvent = z
  .strictObject({
    date: z.union([when, text]).optional(),
    project: text.optional(),
    event: markdown,
    messages: markdown.optional(),
    kind: z.enum(["communication", "engagement", "both"]).optional(),
    stakeholder: text.optional(),
    channel: text.optional(),
    section: text.optional(),
  })
  .meta({ id: "CommunicationEvent" });
export type CommunicationEvent = z.output<typeof CommunicationEvent>;

export const Service = z
  .strictObject({
    name: markdown,
    organisation: identifiers.optional(),
    project: identifier.optional(),
    level: text.optional(),
    cluster: text.optional(),
    in: flag.optional().meta({ description: "false for services that are out of scope." }),
    documents,
  })
  .meta({ id: "Service" });
export type Service = z.output<typeof Service>;

export const Statement = z
  .strictObject({ topic: text, text: markdown, brand: text.optional(), measures: z.array(markdown).optional() })
  .meta({ id: "Statement" });
export type Statement = z.output<typeof Statement>;

export const RelatedDocument = z
  .strictObject({
    title: text,
    synopsis: markdown.optional(),
    link: text.optional(),
    status: z.enum(["open", "closed", "to be supplied"]).optional(),
    file: text.optional().meta({ description: "File beside the output, listed with its size and SHA-256." }),
    documents,
  })
  .meta({ id: "RelatedDocument" });
export type RelatedDocument = z.output<typeof RelatedDocument>;

export const ReferenceEntry = z
  .strictObject({
    author: text,
    year: text.optional(),
    title: text,
    publisher: text.optional(),
    url: text.optional(),
    retrieved: text.optional(),
    documents,
  })
  .meta({ id: "Reference" });
export type ReferenceEntry = z.output<typeof ReferenceEntry>;

export const Objective = z
  .strictObject({ text: markdown, measure: markdown.optional(), group: text.optional(), documents })
  .meta({ id: "Objective" });
export type Objective = z.output<typeof Objective>;

export const Dependency = z
  .strictObject({ area: text, text: markdown, kind: text.optional(), documents })
  .meta({ id: "Dependency" });
export type Dependency = z.output<typeof Dependency>;

export const Assumption = z
  .strictObject({ text: markdown, group: text.optional(), documents })
  .meta({ id: "Assumption" });
export type Assumption = z.output<typeof Assumption>;

/** Diagrams that are not charts: pyramids, circles, pathways, shifts of spend. */
export const Diagram = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("levels"),
      title: markdown,
      alt: text.optional(),
      sides: z.array(
        z.strictObject({
          title: text.optional(),
          inverted: flag.optional(),
          levels: z.array(z.strictObject({ title: text, items: z.array(text).optional(), services: text.optional() })),
        }),
      ),
      source: markdown.optional(),
    }),
    z.strictObject({
      kind: z.literal("rings"),
      title: markdown,
      alt: text.optional(),
      nested: flag.optional(),
      rings: z.array(z.strictObject({ title: text, items: z.array(text).optional() })),
      source: markdown.optional(),
    }),
    z.strictObject({
      kind: z.literal("flow"),
      title: markdown,
      alt: text.optional(),
      direction: z.enum(["right", "down"]).optional(),
      steps: z.record(
        identifier,
        z.strictObject({
          title: text,
          note: text.optional(),
          mark: text.optional().meta({ description: "A word that marks this step, such as First contact." }),
          lane: text.optional(),
          to: z
            .union([identifiers, z.record(identifier, text)])
            .optional()
            .meta({ description: "Steps that follow; a map gives each arrow its label." }),
        }),
      ),
      source: markdown.optional(),
    }),
    z.strictObject({
      kind: z.literal("shift"),
      title: markdown,
      alt: text.optional(),
      now: text.optional(),
      later: text.optional(),
      levels: z.array(
        z.strictObject({ title: text, now: text, later: text, change: z.enum(["more", "less", "same"]) }),
      ),
      source: markdown.optional(),
    }),
  ])
  .meta({ id: "Diagram" });
export type Diagram = z.output<typeof Diagram>;
