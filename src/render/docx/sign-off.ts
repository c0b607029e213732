// Who authorises, with lines to sign on.
import type { SignOff, Table } from "../../document/document.ts";
import type { Piece, Place } from "./book.ts";
import { table } from "./table.ts";

/** A two-column form; an empty value leaves room for a signature. */
export function signOff(node: SignOff, place: Place): readonly Piece[] {
  const form: Table = {
    type: "table",
    ...(node.id ? { id: node.id } : {}),
    summary: "Sign-off",
    look: "form",
    columns: [
      { key: "label", align: "left", rowHeader: true, weight: 0.32 },
      { key: "value", align: "left", weight: 0.68 },
    ],
    rows: node.fields.map(({ label, value }) => ({
      kind: "body",
      cells: [
        { header: "row", blocks: [{ type: "paragraph", children: [{ type: "text", value: label }] }] },
        { blocks: value ? [{ type: "paragraph", children: [{ type: "text", value }] }] : [] },
      ],
    })),
    notes: [],
  };
  return table(form, place, { emptyRowHeight: 30 });
}
