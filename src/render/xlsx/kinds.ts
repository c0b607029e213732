// What the workbook of a kind of document shows first, and what its notes say besides. Data only.
import type { Kind } from "../../../schemas/case.ts";
import type { TableKind } from "../../compute/model.ts";

export interface KindPlan {
  /** Kinds of table in the order of their sheets; the others follow. */
  readonly order: readonly TableKind[];
  /** False where the workbook holds these kinds of table and what they are worked out from, nothing else. */
  readonly others: boolean;
  /** Lines for the Notes sheet, each with its label. */
  readonly notes: readonly (readonly [label: string, text: string])[];
}

const plain: KindPlan = { order: [], others: true, notes: [] };

const plans: Readonly<Partial<Record<Kind, KindPlan>>> = {
  "bcf-part-2": {
    order: ["finance-summary", "contingency", "schemes", "metrics", "part-2-checks"],
    others: false,
    notes: [
      [
        "Layout",
        "Sheets and columns follow the Better Care Fund planning template, Part 2, of 2014/15 as it is remembered and described; compare them with the national file before submission.",
      ],
    ],
  },
};

export function planOf(kind: Kind): KindPlan {
  return plans[kind] ?? plain;
}

/** A run of sheets under one heading of the Notes sheet. */
export interface Part {
  /** Undefined for the tables of option appraisals, each appraisal under its own title. */
  readonly title: string | undefined;
  readonly kinds: readonly TableKind[];
}

/** Parts in order: what a reader wants first, what it is worked out from last. Every kind is in one. */
export const parts: readonly Part[] = [
  { title: "Tables of the document", kinds: ["table"] },
  {
    title: "Benefits, risks, scores and funding",
    kinds: [
      "results",
      "flows",
      "benefits",
      "benefits-phasing",
      "outcomes",
      "option-scores",
      "risk-values",
      "funding",
      "progression",
    ],
  },
  {
    title: undefined,
    kinds: [
      "option-appraisal",
      "sensitivity",
      "switching-values",
      "scenarios",
      "economic-financial",
      "financial-case",
      "partner-shares",
    ],
  },
  {
    title: "Better Care Fund plan, Part 2",
    kinds: ["finance-summary", "contingency", "schemes", "metrics", "part-2-checks"],
  },
  { title: "Options year by year", kinds: ["option-flows"] },
  { title: "Inputs and assumptions", kinds: ["lines", "price-index", "optimism-bias", "discount-factors"] },
];

/** Heading of the sheets about the workbook itself. */
export const lastPart = "Figures and workings";

/** Short words for a table of an appraisal, where its title is too long for a sheet's name. */
export const shortKinds: Readonly<Partial<Record<TableKind, string>>> = {
  "option-appraisal": "appraisal",
  sensitivity: "sensitivity",
  "switching-values": "switching values",
  scenarios: "scenarios",
  "economic-financial": "bridge",
  "financial-case": "cash",
  "partner-shares": "partners",
  "option-flows": "flows",
  lines: "lines",
  "discount-factors": "discount factors",
};
