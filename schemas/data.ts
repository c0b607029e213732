// Any file of data/: registers, tables and figures under their names; files are merged by key.
import { z } from "zod";
import { Approval } from "./approvals.ts";
import { Adjustment, Benefit, BenefitsMapSource, Outcome } from "./benefits.ts";
import { BetterCareFund } from "./better-care-fund.ts";
import {
  FundingPackage,
  Line,
  OptimismBias,
  OptionAppraisal,
  OptionScores,
  PriceIndex,
  Progression,
} from "./finance.ts";
import {
  Assumption,
  Board,
  CommunicationEvent,
  Dependency,
  Diagram,
  Matrix,
  Meeting,
  Milestone,
  Objective,
  OptionSet,
  Person,
  Project,
  Recommendation,
  ReferenceEntry,
  RelatedDocument,
  Risk,
  Service,
  Stakeholder,
  Statement,
  Workstream,
} from "./registers.ts";
import { identifier, quantity, text } from "./scalars.ts";
import { Appraisal, FigureSource, Stated, TableSource } from "./table.ts";

const register = <T extends z.ZodType>(entry: T) => z.record(identifier, entry).optional();

export const DataFile = z
  .strictObject({
    tables: register(TableSource),
    figures: register(FigureSource),
    stated: z.record(z.string(), Stated).optional(),
    differs: z
      .record(z.string(), text)
      .optional()
      .meta({ description: "Why a figure, table or entry here differs from the rest of the programme, by its name." }),
    appraisals: register(Appraisal),
    benefits: register(Benefit),
    adjust: z
      .record(identifier, Adjustment)
      .optional()
      .meta({ description: "Taken off the benefits in this order, each on what the one before left." }),
    combine: z
      .enum(["multiplicative", "additive"])
      .optional()
      .meta({ description: "How the adjustments combine; multiplicative unless given." }),
    phase: z
      .record(z.string(), quantity)
      .optional()
      .meta({ description: "Share of the full-year benefit by financial year." }),
    lines: register(Line).meta({ description: "Cost, benefit and income lines by year, entered once." }),
    "price-indices": register(PriceIndex),
    "optimism-bias": register(OptimismBias),
    "option-appraisals": register(OptionAppraisal),
    funding: register(FundingPackage),
    "option-scores": register(OptionScores),
    progression: register(Progression),
    "better-care-fund": BetterCareFund.optional(),
    outcomes: register(Outcome),
    "benefits-maps": register(BenefitsMapSource),
    people: register(Person),
    boards: register(Board),
    projects: register(Project),
    workstreams: register(Workstream),
    risks: register(Risk),
    milestones: register(Milestone),
    meetings: register(Meeting),
    approvals: register(Approval).meta({ description: "What bodies decided; written by fivecase approve." }),
    options: register(OptionSet),
    recommendations: register(Recommendation),
    matrices: register(Matrix),
    stakeholders: register(Stakeholder),
    communications: register(CommunicationEvent),
    services: register(Service),
    statements: register(Statement),
    "related-documents": register(RelatedDocument),
    references: register(ReferenceEntry),
    objectives: register(Objective),
    dependencies: register(Dependency),
    assumptions: register(Assumption),
    diagrams: register(Diagram),
    lists: z
      .record(identifier, z.array(text))
      .optional()
      .meta({ description: "Plain lists whose entries are counted or placed." }),
  })
  .meta({ id: "DataFile", title: "fivecase data" });
export type DataFile = z.output<typeof DataFile>;

/** Names of everything in a data file that is a register of entries with ids. */
export const registerNames = [
  "people",
  "boards",
  "projects",
  "workstreams",
  "risks",
  "milestones",
  "meetings",
  "approvals",
  "options",
  "recommendations",
  "matrices",
  "stakeholders",
  "communications",
  "services",
  "statements",
  "related-documents",
  "references",
  "objectives",
  "dependencies",
  "assumptions",
  "diagrams",
  "outcomes",
  "benefits-maps",
] as const;
export type RegisterName = (typeof registerNames)[number];
