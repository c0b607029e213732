// What a function is given: its arguments in one unit, and how a list of them is told.

import type { Value } from "../model.ts";
import { type Exact, powerOfTen } from "../numbers/money.ts";
import type { Expression } from "./expression.ts";
import { addUnits, type Unit, unitWords } from "./units.ts";
import { brokenValue, type Context, type Face, failed, numberOf, shifted, stopper, type Worked } from "./worked.ts";

export type Call = Expression & { type: "call" };

interface Operand {
  readonly exact: Exact;
  readonly worked: Worked;
  /** Power of ten that brings it to the unit of the first. */
  readonly shift: number;
}

/** Operands in one unit, or the value that stands for all of them when there are none. */
export type Operands =
  | { readonly type: "all"; readonly list: readonly Operand[]; readonly unit: Unit }
  | { readonly type: "none"; readonly value: Value };

/** Operands in one unit; cells that hold no number are left out, as a spreadsheet does. */
export function operands(node: Call, list: readonly Worked[], context: Context): Operands {
  const numbers: { readonly number: Unit & { readonly exact: Exact }; readonly worked: Worked }[] = [];
  for (const worked of list) {
    if (worked.value.type === "broken") return { type: "none", value: brokenValue };
    const number = numberOf(worked);
    if (number) numbers.push({ number, worked });
  }
  if (numbers.length === 0)
    return { type: "none", value: stopper(list.map((w) => w.value)) ?? { type: "empty", empty: "n/a" } };
  // The first that has a unit of its own leads.
  let unit: Unit = numbers.find((n) => !n.number.bare)?.number ?? { unit: "number", bare: true };
  const made: Operand[] = [];
  for (const { number, worked } of numbers) {
    const joined = addUnits(unit, number);
    if (!joined) {
      context.fault(node, { type: "units", what: "put together", left: unitWords(unit), right: unitWords(number) });
      return { type: "none", value: brokenValue };
    }
    unit = joined;
    const { shift } = joined;
    made.push({ exact: shift === 0 ? number.exact : number.exact.times(powerOfTen(shift)), worked, shift });
  }
  return { type: "all", list: made, unit };
}

/** An operand in a workbook. */
export function operandExcel({ worked, shift }: Operand): string {
  return shifted(worked.face(), shift);
}

/** Several values in a sentence; a long list is told by its ends. */
export function listed(faces: readonly Face[]): string {
  const texts = faces.map((f) => f.sentence);
  if (texts.length > 12) return `${texts[0]}, ${texts[1]} … and ${texts.at(-1)} (${texts.length} values)`;
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

/** Reports arguments that a function cannot take. */
export function wrong(node: Call, context: Context, wanted: string): Worked {
  context.fault(node, { type: "arguments", name: node.name, wanted });
  return failed;
}
