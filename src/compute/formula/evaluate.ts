// Works out a formula's tree: value, sentence for `explain` and Excel formula of every node, with units checked.

import { parseExact, powerOfTen, zero } from "../numbers/money.ts";
import type { Expression } from "./expression.ts";
import { callFunction } from "./functions.ts";
import type { Operator } from "./tokens.ts";
import { addUnits, divideUnits, type Joined, multiplyUnits, type Unit, unitWords } from "./units.ts";
import {
  bracket,
  type Context,
  type Face,
  failed,
  fromFigure,
  inputsOf,
  numberOf,
  numberValue,
  shifted,
  stopper,
  told,
  type Worked,
} from "./worked.ts";

const signs = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

function binary(node: Expression & { type: "binary" }, context: Context): Worked {
  const left = evaluate(node.left, context);
  const right = evaluate(node.right, context);
  const stopped = stopper([left.value, right.value]);
  const operator = node.operator;
  if (stopped) return { value: stopped, bare: false, face: () => binaryFace(operator, left, right, 0) };
  const a = numberOf(left);
  const b = numberOf(right);
  if (!a || !b) {
    const text = a ? right.value : left.value;
    context.fault(a ? node.right : node.left, { type: "words", found: text.type === "words" ? text.words : text.type });
    return failed;
  }
  const joined = join(operator, a, b);
  if (!joined) {
    const what = operator === "*" ? "multiplied" : operator === "-" ? "subtracted" : "added";
    context.fault(node, { type: "units", what, left: unitWords(a), right: unitWords(b) });
    return failed;
  }
  const other = joined.shift === 0 ? b.exact : b.exact.times(powerOfTen(joined.shift));
  if (operator === "/" && other.isZero()) {
    context.fault(node, { type: "zero", divisor: right.face().sentence });
    return failed;
  }
  const exact =
    operator === "+"
      ? a.exact.plus(other)
      : operator === "-"
        ? a.exact.minus(other)
        : operator === "*"
          ? a.exact.times(other)
          : a.exact.dividedBy(other);
  const value = numberValue(exact, joined.unit);
  // Nothing times anything is nothing, in any unit.
  const nothing = levelOf(operator) === 2 && (left.value.type === "empty" || right.value.type === "empty");
  const { shift } = joined;
  return { value, bare: joined.bare || nothing, face: () => binaryFace(operator, left, right, shift) };
}

function levelOf(operator: Operator): 1 | 2 {
  return operator === "+" || operator === "-" ? 1 : 2;
}

function binaryFace(operator: Operator, a: Worked, b: Worked, shift: number): Face {
  const left = a.face();
  const right = b.face();
  const level = levelOf(operator);
  const tight = operator === "-" || operator === "/" ? level + 1 : level;
  const sentence = `${told(left, level)} ${signs[operator]} ${told(right, tight)}`;
  const excel = `${bracket(left.excel, left.binds, level)}${operator}${bracket(shifted(right, shift), shift === 0 ? right.binds : 2, tight)}`;
  return { sentence, excel, inputs: inputsOf([left, right]), binds: level };
}

function join(operator: Operator, a: Unit, b: Unit): Joined | undefined {
  if (operator === "+" || operator === "-") return addUnits(a, b);
  if (operator === "/") return divideUnits(a, b);
  const unit = multiplyUnits(a, b);
  return unit && { ...unit, shift: 0 };
}

/** Works out one node. A failure is reported once, where it happens. */
export function evaluate(node: Expression, context: Context): Worked {
  switch (node.type) {
    case "number": {
      const exact = parseExact(node.text) ?? zero;
      const value = node.percent ? numberValue(exact.dividedBy(100), "%") : numberValue(exact, "number");
      const written = node.percent ? `${node.text}%` : node.text;
      return { value, bare: !node.percent, face: () => ({ sentence: written, excel: written, inputs: [], binds: 3 }) };
    }
    case "name": {
      const target = context.find(node);
      if (target.type === "one") return fromFigure(target.figure, context.style);
      if (target.type === "list") context.fault(node, { type: "list", name: node.segments.join(".") });
      return failed;
    }
    case "negative": {
      const of = evaluate(node.of, context);
      const number = numberOf(of);
      const face = (): Face => {
        const face = of.face();
        const { excel, inputs, binds } = face;
        return { sentence: `−${told(face, 2)}`, excel: `-${bracket(excel, binds, 2)}`, inputs, binds: 1 };
      };
      if (number) return { value: numberValue(number.exact.negated(), number.unit), bare: of.bare, face };
      if (of.value.type !== "words") return { value: of.value, bare: of.bare, face };
      context.fault(node.of, { type: "words", found: of.value.words });
      return failed;
    }
    case "binary":
      return binary(node, context);
    case "comparison":
      context.fault(node, { type: "comparison" });
      return failed;
    case "call":
      return callFunction(node, context);
  }
}
