// Functions that choose one of several values: if and lookup.

import { compare, powerOfTen } from "../numbers/money.ts";
import type { Expression } from "./expression.ts";
import { type Call, wrong } from "./operands.ts";
import type { Comparison } from "./tokens.ts";
import { addUnits, unitWords } from "./units.ts";
import {
  type Context,
  type Face,
  failed,
  inputsOf,
  numberOf,
  shifted,
  spread,
  stoppedBy,
  stopper,
  type Worked,
} from "./worked.ts";

const tests: Readonly<Record<Comparison, (order: number) => boolean>> = {
  ">": (o) => o > 0,
  "<": (o) => o < 0,
  ">=": (o) => o >= 0,
  "<=": (o) => o <= 0,
  "=": (o) => o === 0,
  "<>": (o) => o !== 0,
};

/** A condition: whether it holds, or the value that keeps it from being known. */
function condition(node: Expression, context: Context): Worked & { readonly holds?: boolean } {
  if (node.type !== "comparison") {
    const of = context.evaluate(node, context);
    const number = numberOf(of);
    return number ? { ...of, holds: !number.exact.isZero() } : of;
  }
  const left = context.evaluate(node.left, context);
  const right = context.evaluate(node.right, context);
  const stopped = stopper([left.value, right.value]);
  if (stopped) return stoppedBy(stopped);
  const a = numberOf(left);
  const b = numberOf(right);
  const joined = a && b && addUnits(a, b);
  if (!a || !b || !joined) {
    context.fault(
      node,
      a && b
        ? { type: "units", what: "compared", left: unitWords(a), right: unitWords(b) }
        : { type: "words", found: left.value.type === "words" ? left.value.words : "" },
    );
    return failed;
  }
  const order = compare(a.exact, b.exact.times(powerOfTen(joined.shift)));
  const { comparison } = node;
  const face = (): Face => {
    const one = left.face();
    const other = right.face();
    return {
      sentence: `${one.sentence} ${comparison} ${other.sentence}`,
      excel: `${one.excel}${comparison}${shifted(other, joined.shift)}`,
      inputs: inputsOf([one, other]),
      binds: 1,
    };
  };
  return { value: left.value, bare: left.bare, face, holds: tests[comparison](order) };
}

/** `if(condition, then, else)`. */
export function ifCall(node: Call, context: Context): Worked {
  const [asked, yes, no, ...more] = node.arguments;
  if (!asked || !yes || !no || more.length > 0) return wrong(node, context, "a condition and two values");
  const found = condition(asked, context);
  const { holds } = found;
  if (holds === undefined) return stoppedBy(found.value);
  // The value that is not chosen may well divide by zero: that is what the condition is for.
  const quiet: Context = { ...context, fault: () => {} };
  const chosen = context.evaluate(holds ? yes : no, context);
  const other = context.evaluate(holds ? no : yes, quiet);
  const face = (): Face => {
    const why = found.face();
    const taken = chosen.face();
    const left = other.face();
    const [first, second] = holds ? [taken, left] : [left, taken];
    return {
      sentence: `${taken.sentence}, because ${why.sentence} is ${holds ? "true" : "false"}`,
      excel: `IF(${why.excel},${first.excel || "NA()"},${second.excel || "NA()"})`,
      inputs: inputsOf([why, taken, left]),
      binds: 3,
      phrase: true,
    };
  };
  return { value: chosen.value, bare: chosen.bare, face };
}

// Excel nests 64 functions at most.
const deepest = 60;

/** Keys and results may stand in different sheets and rows, so that LOOKUP takes them only as lists that CHOOSE makes. */
function lookupExcel(asked: string, rows: readonly (readonly [key: string, result: string])[]): string {
  if (rows.length <= deepest)
    return rows.reduce((otherwise, [key, result]) => `IF(${asked}>=${key},${result},${otherwise})`, "NA()");
  const positions = rows.map((_, i) => i + 1).join(",");
  const list = (part: 0 | 1) => `CHOOSE({${positions}},${rows.map((row) => row[part]).join(",")})`;
  return `LOOKUP(${asked},${list(0)},${list(1)})`;
}

/** As LOOKUP on sorted columns: the result beside the last key that is not above the value. */
export function lookupCall(node: Call, context: Context): Worked {
  const [wanted, keys, results, ...more] = node.arguments;
  if (!wanted || !keys || !results || more.length > 0)
    return wrong(node, context, "a value, a column of keys and a column of results");
  const value = context.evaluate(wanted, context);
  const from = spread(keys, context);
  const to = spread(results, context);
  const stopped = stopper([value.value, ...from.map((w) => w.value), ...to.map((w) => w.value)]);
  if (stopped) return stoppedBy(stopped);
  const key = numberOf(value);
  if (!key || from.length !== to.length) return wrong(node, context, "two columns of the same table");
  let chosen: Worked | undefined;
  const steps: { readonly at: Worked; readonly shift: number; readonly result: Worked }[] = [];
  for (const [i, candidate] of from.entries()) {
    const at = numberOf(candidate);
    const result = to[i];
    const joined = at && addUnits(key, at);
    if (!at || !result || !joined) return wrong(node, context, "keys in the unit of the value");
    if (compare(at.exact.times(powerOfTen(joined.shift)), key.exact) <= 0) chosen = result;
    steps.push({ at: candidate, shift: joined.shift, result });
  }
  if (!chosen) return wrong(node, context, "a first key that is not above the value");
  const found = chosen;
  const face = (): Face => {
    const asked = value.face();
    const rows = steps.map(({ at, shift, result }) => [shifted(at.face(), shift), result.face().excel] as const);
    const excel = lookupExcel(asked.excel, rows);
    const inputs = inputsOf([value, ...from, ...to].map((w) => w.face()));
    return {
      sentence: `${found.face().sentence}, looked up for ${asked.sentence}`,
      excel,
      inputs,
      binds: 3,
      phrase: true,
    };
  };
  return { value: found.value, bare: found.bare, face };
}
