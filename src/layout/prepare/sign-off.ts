// Who authorises: labels with values, or with a line to sign on.
import type { SignOff } from "../../document/document.ts";
import type { Growing } from "../structure.ts";
import { bodySetting, type PrepareKit, prepareWords, textBlock } from "./kit.ts";
import type { PairsBlock } from "./prepared.ts";

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
export function prepareSignOff(block: SignOff, parent: Growing, kit: PrepareKit): PairsBlock {
  const rows = preparePairs(block.fields, kit.structure.element(parent, "Div"), kit);
  return { kind: "pairs", rows, share: 0.4, ruled: true, ...(block.id === undefined ? {} : { anchor: block.id }) };
}
