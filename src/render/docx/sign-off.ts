// Who authorises, with lines to sign on.
import type { Cell, SignOff, SignOffField, Table } from "../../document/document.ts";
import type { Piece, Place } from "./book.ts";
import { datePicker } from "./controls.ts";
import { printable } from "./inlines.ts";
import { table } from "./table.ts";

/** A two-column form; an empty value leaves room for a signature, and the day of it is chosen from a calendar. */
export function signOff(node: SignOff, place: Place): readonly Piece[] {
  const { ids, document } = place.book;
  const rows = node.fields.map((field) => ({ field, label: labelCell(field), value: valueCell(field) }));
  const form: Table = {
    type: "table",
    ...(node.id ? { id: node.id } : {}),
    summary: "Sign-off",
    look: "form",
    columns: [
      { key: "label", align: "left", rowHeader: true, weight: 0.32 },
      { key: "value", align: "left", weight: 0.68 },
    ],
    rows: rows.map(({ label, value }) => ({ kind: "body", cells: [label, value] })),
    notes: [],
  };
  const dates = rows.flatMap(({ field: { isDate, label, value: words }, value }) => {
    const said = words === undefined ? undefined : printable(words);
    return isDate ? [[value, datePicker(printable(label), said, document.language)] as const] : [];
  });
  return table(form, place, {
    emptyRowHeight: 30,
    marks: node.fields.map((field) => ids.get(field)),
    controls: new Map(dates),
  });
}

function labelCell({ label }: SignOffField): Cell {
  return { header: "row", blocks: [{ type: "paragraph", children: [{ type: "text", value: label }] }] };
}

function valueCell({ value }: SignOffField): Cell {
  return { blocks: value ? [{ type: "paragraph", children: [{ type: "text", value }] }] : [] };
}
