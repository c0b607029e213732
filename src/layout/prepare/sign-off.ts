// Who authorises: labels with values, or with a line to sign on.
import type { SignOff, Table } from "../../document/document.ts";
import type { Growing } from "../structure.ts";
import { bodySetting, type PrepareKit, prepareWords, textBlock } from "./kit.ts";
import type { PairsBlock, Prepared } from "./prepared.ts";
import { prepareTable } from "./tables.ts";

/** What is read out where a line waits for a signature or a date. */
const blank = "To be filled in";

export interface Pair {
  readonly label: string;
  readonly value?: string;
}

/** Labels and values as a list without marks. */
export function preparePairs(pairs: readonly Pair[], parent: Growing, kit: PrepareKit): PairsBlock["rows"] {
  const setting = { ...bodySetting(kit.theme), after: 0, measured: false };
  const quiet = { ...setting, colour: kit.theme.colours.quiet };
  const list = kit.structure.element(parent, "L", { numbering: "None" });
  return pairs.map(({ label, value }) => {
    const item = kit.structure.element(list, "LI");
    const named = prepareWords(`${label} `, quiet, kit.structure.element(item, "Lbl"), kit);
    const body = kit.structure.element(item, "LBody");
    const row = { label: [textBlock(named, quiet)] };
    if (value) return { ...row, value: [textBlock(prepareWords(value, setting, body, kit), setting)] };
    // The line itself is decoration; whoever listens hears of it from a blank that stands on it.
    const line = kit.structure.element(body, "Span", { actual: blank });
    return { ...row, line: [textBlock(prepareWords("\u00a0", setting, line, kit), setting)] };
  });
}

/** A sign-off block. */
export function prepareSignOff(block: SignOff, parent: Growing, kit: PrepareKit): readonly Prepared[] {
  if (kit.word) {
    const form = prepareTable(signOffForm(block), parent, kit);
    return form.map((made) => (made.kind === "table" ? { ...made, emptyRow: rowToSign } : made));
  }
  const rows = preparePairs(block.fields, kit.structure.element(parent, "Div"), kit);
  return [{ kind: "pairs", rows, share: 0.4, ruled: true, ...(block.id === undefined ? {} : { anchor: block.id }) }];
}

const rowToSign = 30;

/** The same as a form, as a file has it. */
function signOffForm({ id, fields }: SignOff): Table {
  return {
    type: "table",
    ...(id ? { id } : {}),
    summary: "Sign-off",
    look: "form",
    columns: [
      { key: "label", align: "left", rowHeader: true, weight: 0.32 },
      { key: "value", align: "left", weight: 0.68 },
    ],
    rows: fields.map(({ label, value }) => ({
      kind: "body",
      cells: [
        { header: "row", blocks: [{ type: "paragraph", children: [{ type: "text", value: label }] }] },
        { blocks: value ? [{ type: "paragraph", children: [{ type: "text", value }] }] : [] },
      ],
    })),
    notes: [],
  };
}
