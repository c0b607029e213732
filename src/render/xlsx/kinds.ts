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
