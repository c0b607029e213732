// The functions a formula may use; the names and meanings are those of a spreadsheet.

import type { Value } from "../model.ts";
import { compare, type Exact, exact, powerOfTen, round, sum } from "../numbers/money.ts";
import { irrCall, npvCall } from "./cash-flows.ts";
import { ifCall, lookupCall } from "./choices.ts";
import { type Call, listed, operandExcel, operands, wrong } from "./operands.ts";
import {
  brokenValue,
  type Context,
  type Face,
  failed,
  inputsOf,
  numberOf,
  numberValue,
  spread,
  type Worked,
} from "./worked.ts";

/** A function that makes one number of many. */
interface Aggregate {
  readonly phrase: string;
  readonly reduce: (values: readonly Exact[]) => Exact;
  readonly excel: (operands: readonly string[]) => string;
  /** Nothing but nil gives nil. */
  readonly ofNil?: true;
}

// A function of a workbook takes 255 arguments.
const mostArguments = 255;

function nested(name: string): (operands: readonly string[]) => string {
  const write = (list: readonly string[]): string => {
    if (list.length <= mostArguments) return `${name}(${list.join(",")})`;
    const parts = Array.from({ length: Math.ceil(list.length / mostArguments) }, (_, i) =>
      write(list.slice(i * mostArguments, (i + 1) * mostArguments)),
    );
    return write(parts);
  };
  return write;
}

const sumExcel = nested("SUM");

const aggregates: Readonly<Record<"sum" | "average" | "min" | "max", Aggregate>> = {
  sum: { phrase: "sum", reduce: sum, excel: sumExcel, ofNil: true },
  average: {
    phrase: "average",
    reduce: (values) => sum(values).dividedBy(values.length),
    excel: (list) =>
      list.length <= mostArguments ? `AVERAGE(${list.join(",")})` : `(${sumExcel(list)}/${list.length})`,
  },
  min: {
    phrase: "least",
    reduce: (values) => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
    excel: nested("MIN"),
  },
  max: {
    phrase: "greatest",
    reduce: (values) => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
    excel: nested("MAX"),
  },
};

function aggregateCall(node: Call, context: Context, { phrase, reduce, excel, ofNil }: Aggregate): Worked {
  const list = node.arguments.flatMap((a) => spread(a, context));
  const found = operands(node, list, context);
  const face = (): Face => {
    const faces = list.map((w) => w.face());
    return {
      sentence: `the ${phrase} of ${listed(faces)}`,
      excel: found.type === "all" ? excel(found.list.map(operandExcel)) : "",
      inputs: inputsOf(faces),
      binds: 3,
      phrase: true,
    };
  };
  if (found.type === "none") return { value: found.value, bare: false, face };
  const allNil = ofNil === true && list.length > 0 && list.every((w) => w.value.type === "empty");
  const value: Value = allNil
    ? (list[0]?.value ?? brokenValue)
    : numberValue(reduce(found.list.map((o) => o.exact)), found.unit.unit);
  return { value, bare: found.unit.bare, face };
}

/** Rounds to a number of digits; negative digits round to tens and hundreds, as in a spreadsheet. */
function roundTo(value: Exact, digits: number, mode: "half-up" | "half-even"): Exact {
  return digits >= 0
    ? round(value, digits, mode)
    : round(value.times(powerOfTen(digits)), 0, mode).times(powerOfTen(-digits));
}

/**
 * `round(value, digits)`: a tie goes away from zero, as in every spreadsheet, also in a programme that prints a tie to
 * the even digit; the sentence says so where that makes a difference.
 */
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
  const value = roundTo(number.exact, shown, "half-up");
  const { rounding } = context.style;
  const face = (): Face => {
    const { sentence, excel, inputs } = of.face();
    const tie = value.equals(roundTo(number.exact, shown, rounding)) ? "" : ", the half away from zero";
    return {
      sentence: `${sentence}, rounded${shown === 0 ? "" : ` to ${shown} decimals`}${tie}`,
      excel: `ROUND(${excel},${shown})`,
      inputs,
      binds: 3,
      phrase: true,
    };
  };
  return { value: numberValue(value, number.unit), bare: of.bare, face };
}

function absoluteCall(node: Call, context: Context): Worked {
  const [first, ...more] = node.arguments;
  if (!first || more.length > 0) return wrong(node, context, "one number");
  const of = context.evaluate(first, context);
  const number = numberOf(of);
  if (!number) return of;
  const face = (): Face => {
    const { sentence, excel, inputs } = of.face();
    return { sentence: `the size of ${sentence}`, excel: `ABS(${excel})`, inputs, binds: 3, phrase: true };
  };
  return { value: numberValue(number.exact.abs(), number.unit), bare: of.bare, face };
}

function countCall(node: Call, context: Context): Worked {
  const [first, ...more] = node.arguments;
  if (first?.type === "name" && more.length === 0 && first.to === undefined) {
    const name = first.segments.join(".");
    const entries = context.count(name);
    if (entries !== undefined) {
      const face = (): Face => ({
        sentence: `the number of ${name} (${entries})`,
        excel: String(entries),
        inputs: [],
        binds: 3,
        phrase: true,
      });
      return { value: numberValue(exact(entries), "number"), bare: false, face };
    }
  }
  const list = node.arguments.flatMap((a) => spread(a, context));
  if (list.some((w) => w.value.type === "broken")) return failed;
  const counted = list.filter((w) => w.value.type === "number").length;
  const face = (): Face => {
    const faces = list.map((w) => w.face());
    return {
      sentence: `the number of values in ${listed(faces)}`,
      excel: `COUNT(${faces.flatMap((f) => f.inputs.map((name) => `[[${name}]]`)).join(",")})`,
      inputs: inputsOf(faces),
      binds: 3,
      phrase: true,
    };
  };
  return { value: numberValue(exact(counted), "number"), bare: false, face };
}

/** Works out a call of one of the functions. */
export function callFunction(node: Call, context: Context): Worked {
  if (node.arguments.length === 0) return wrong(node, context, "at least one value");
  switch (node.name) {
    case "sum":
    case "average":
    case "min":
    case "max":
      return aggregateCall(node, context, aggregates[node.name]);
    case "round":
      return roundCall(node, context);
    case "abs":
      return absoluteCall(node, context);
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
