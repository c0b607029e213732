// The functions a formula may use; the names and meanings are those of a spreadsheet.

import type { Expression } from "./expression.ts";
import { discountAt, internalRate } from "./finance.ts";
import type { Value } from "./model.ts";
import { compare, type Exact, exact, powerOfTen, round, sum } from "./money.ts";
import { addUnits, type Unit, unitWords } from "./units.ts";
import {
  brokenValue,
  type Context,
  failed,
  inputsOf,
  numberOf,
  numberValue,
  shifted,
  spread,
  stopper,
  type Worked,
} from "./worked.ts";

type Call = Expression & { type: "call" };

interface Operand {
  readonly exact: Exact;
  readonly excel: string;
}

/** Operands in one unit, or the value that stands for all of them when there are none. */
type Operands =
  | { readonly type: "all"; readonly list: readonly Operand[]; readonly unit: Unit }
  | { readonly type: "none"; readonly value: Value };

/** Operands in one unit; cells that hold no number are left out, as a spreadsheet does. */
function operands(node: Call, list: readonly Worked[], context: Context): Operands {
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
    const by = joined.shift;
    made.push({
      exact: by === 0 ? number.exact : number.exact.times(powerOfTen(by)),
      excel: shifted(worked.excel, worked.binds, by),
    });
  }
  return { type: "all", list: made, unit };
}

function words(list: readonly Worked[]): string {
  const texts = list.map((w) => w.sentence);
  if (texts.length > 12) return `${texts[0]}, ${texts[1]} … and ${texts.at(-1)} (${texts.length} values)`;
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

function aggregate(
  node: Call,
  context: Context,
  phrase: string,
  reduce: (values: readonly Exact[]) => Exact,
  ofNil: boolean,
): Worked {
  const list = node.arguments.flatMap((a) => spread(a, context));
  const found = operands(node, list, context);
  const excelName = node.name.toUpperCase();
  const sentence = `the ${phrase} of ${words(list)}`;
  const inputs = inputsOf(list);
  if (found.type === "none") return { ...failed, value: found.value, sentence, inputs };
  const all = found.list;
  const allNil = ofNil && list.length > 0 && list.every((w) => w.value.type === "empty");
  const excel = `${excelName}(${all.map((o) => o.excel).join(",")})`;
  const value: Value = allNil
    ? (list[0]?.value ?? brokenValue)
    : numberValue(reduce(all.map((o) => o.exact)), found.unit.unit);
  return { value, bare: found.unit.bare, sentence, excel, inputs, binds: 3 };
}

const average = (values: readonly Exact[]) => sum(values).dividedBy(values.length);
const least = (values: readonly Exact[]) => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
const most = (values: readonly Exact[]) => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

function wrong(node: Call, context: Context, wanted: string): Worked {
  context.fault(node, { type: "arguments", name: node.name, wanted });
  return failed;
}

function roundCall(node: Call, context: Context): Worked {
  const [first, second, ...more] = node.arguments;
  if (!first || more.length > 0) return wrong(node, context, "a number and, if wanted, how many decimals");
  const of = context.evaluate(first, context);
  const places = second ? context.evaluate(second, context) : undefined;
  const digits = places ? numberOf(places)?.exact : exact(0);
  if (places?.value.type === "broken") return failed;
  if (!digits?.isInteger() || digits.abs().greaterThan(20)) return wrong(node, context, "a whole number of decimals");
  const number = numberOf(of);
  if (!number) return { ...of, bare: false };
  const shown = digits.toNumber();
  // Negative digits round to tens and hundreds, as in a spreadsheet.
  const value =
    shown >= 0 ? round(number.exact, shown) : round(number.exact.times(powerOfTen(shown)), 0).times(powerOfTen(-shown));
  return {
    ...of,
    value: numberValue(value, number.unit),
    sentence: `${of.sentence}, rounded${shown === 0 ? "" : ` to ${shown} decimals`}`,
    excel: `ROUND(${of.excel},${shown})`,
    binds: 1,
  };
}

function absolute(node: Call, context: Context): Worked {
  const [first, ...more] = node.arguments;
  if (!first || more.length > 0) return wrong(node, context, "one number");
  const of = context.evaluate(first, context);
  const number = numberOf(of);
  if (!number) return of;
  return {
    ...of,
    value: numberValue(number.exact.abs(), number.unit),
    sentence: `the size of ${of.sentence}`,
    excel: `ABS(${of.excel})`,
    binds: 3,
  };
}

function countCall(node: Call, context: Context): Worked {
  const [first, ...more] = node.arguments;
  if (first?.type === "name" && more.length === 0 && first.to === undefined) {
    const name = first.segments.join(".");
    const entries = context.count(name);
    if (entries !== undefined) {
      const value = numberValue(exact(entries), "number");
      return { ...failed, value, sentence: `the number of ${name} (${entries})`, excel: String(entries), inputs: [] };
    }
  }
  const list = node.arguments.flatMap((a) => spread(a, context));
  if (list.some((w) => w.value.type === "broken")) return failed;
  const counted = list.filter((w) => w.value.type === "number").length;
  return {
    value: numberValue(exact(counted), "number"),
    bare: false,
    sentence: `the number of values in ${words(list)}`,
    excel: `COUNT(${list.map((w) => w.inputs.map((name) => `[[${name}]]`).join(",")).join(",")})`,
    inputs: inputsOf(list),
    binds: 3,
  };
}

const tests: Readonly<Record<string, (order: number) => boolean>> = {
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
  const sentence = `${left.sentence} ${node.comparison} ${right.sentence}`;
  const stopped = stopper([left.value, right.value]);
  if (stopped) return { ...failed, value: stopped, sentence, inputs: inputsOf([left, right]) };
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
  return {
    ...left,
    sentence,
    excel: `${left.excel}${node.comparison}${shifted(right.excel, right.binds, joined.shift)}`,
    inputs: inputsOf([left, right]),
    holds: tests[node.comparison]?.(order) ?? false,
    binds: 1,
  };
}

function ifCall(node: Call, context: Context): Worked {
  const [asked, yes, no, ...more] = node.arguments;
  if (!asked || !yes || !no || more.length > 0) return wrong(node, context, "a condition and two values");
  const found = condition(asked, context);
  if (found.holds === undefined) return { ...failed, value: found.value };
  // The value that is not chosen may well divide by zero: that is what the condition is for.
  const quiet: Context = { ...context, fault: () => {} };
  const chosen = context.evaluate(found.holds ? yes : no, context);
  const other = context.evaluate(found.holds ? no : yes, quiet);
  const [first, second] = found.holds ? [chosen, other] : [other, chosen];
  return {
    ...chosen,
    sentence: `${chosen.sentence}, because ${found.sentence} is ${found.holds ? "true" : "false"}`,
    excel: `IF(${found.excel},${first.excel || "NA()"},${second.excel || "NA()"})`,
    inputs: inputsOf([found, chosen, other]),
    binds: 1,
  };
}

/** As LOOKUP on sorted columns: the result beside the last key that is not above the value. */
function lookupCall(node: Call, context: Context): Worked {
  const [wanted, keys, results, ...more] = node.arguments;
  if (!wanted || !keys || !results || more.length > 0)
    return wrong(node, context, "a value, a column of keys and a column of results");
  const value = context.evaluate(wanted, context);
  const from = spread(keys, context);
  const to = spread(results, context);
  const stopped = stopper([value.value, ...from.map((w) => w.value), ...to.map((w) => w.value)]);
  if (stopped) return { ...failed, value: stopped };
  const key = numberOf(value);
  if (!key || from.length !== to.length) return wrong(node, context, "two columns of the same table");
  let chosen: Worked | undefined;
  let excel = "NA()";
  for (const [i, candidate] of from.entries()) {
    const at = numberOf(candidate);
    const result = to[i];
    const joined = at && addUnits(key, at);
    if (!at || !result || !joined) return wrong(node, context, "keys in the unit of the value");
    if (compare(at.exact.times(powerOfTen(joined.shift)), key.exact) <= 0) chosen = result;
    excel = `IF(${value.excel}>=${shifted(candidate.excel, candidate.binds, joined.shift)},${result.excel},${excel})`;
  }
  if (!chosen) return wrong(node, context, "a first key that is not above the value");
  return {
    ...chosen,
    sentence: `${chosen.sentence}, looked up for ${value.sentence}`,
    excel,
    inputs: inputsOf([value, ...from, ...to]),
  };
}

function npvCall(node: Call, context: Context): Worked {
  const [rate, ...flows] = node.arguments;
  if (!rate || flows.length === 0) return wrong(node, context, "a rate and the flows from year 0 on");
  const at = context.evaluate(rate, context);
  const list = flows.flatMap((f) => spread(f, context));
  const stopped = stopper([at.value, ...list.map((w) => w.value)]);
  if (stopped) return { ...failed, value: stopped };
  const r = numberOf(at);
  const found = operands(node, list, context);
  if (found.type === "none") return { ...failed, value: found.value };
  const all = found.list;
  const [first, ...later] = all;
  if (!r || !first || all.length !== list.length) return wrong(node, context, "a rate and the flows from year 0 on");
  if (r.exact.lessThanOrEqualTo(-1)) return wrong(node, context, "a rate above -100%");
  const value = sum(all.map((flow, year) => flow.exact.times(discountAt(r.exact, year))));
  const rest = later.length > 0 ? `+NPV(${at.excel},${later.map((o) => o.excel).join(",")})` : "";
  return {
    value: numberValue(value, found.unit.unit),
    bare: false,
    sentence: `${words(list)} discounted at ${at.sentence}, the first not discounted`,
    excel: `${first.excel}${rest}`,
    inputs: inputsOf([at, ...list]),
    binds: 1,
  };
}

function irrCall(node: Call, context: Context): Worked {
  const list = node.arguments.flatMap((f) => spread(f, context));
  const stopped = stopper(list.map((w) => w.value));
  if (stopped) return { ...failed, value: stopped };
  const found = operands(node, list, context);
  if (found.type === "none") return { ...failed, value: found.value };
  const all = found.list;
  const rate = internalRate(all.map((o) => o.exact));
  return {
    value: "rate" in rate ? numberValue(rate.rate, "%") : { type: "words", words: rate.words },
    bare: false,
    sentence: `the rate at which ${words(list)} are worth nothing together`,
    excel: `IRR((${all.map((o) => o.excel).join(",")}))`,
    inputs: inputsOf(list),
    binds: 3,
  };
}

/** Works out a call of one of the functions. */
export function callFunction(node: Call, context: Context): Worked {
  if (node.arguments.length === 0) return wrong(node, context, "at least one value");
  switch (node.name) {
    case "sum":
      return aggregate(node, context, "sum", sum, true);
    case "average":
      return aggregate(node, context, "average", average, false);
    case "min":
      return aggregate(node, context, "least", least, false);
    case "max":
      return aggregate(node, context, "greatest", most, false);
    case "round":
      return roundCall(node, context);
    case "abs":
      return absolute(node, context);
    case "count":
      return countCall(node, context);
    case "if":
      return ifCall(node, context);
    case "lookup":
      return lookupCall(node, context);
    case "npv":
      return npvCall(node, context);
    case "irr":
      return irrCall(node, context);
  }
}
