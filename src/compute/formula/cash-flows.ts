// Functions over flows by year: npv and irr.
import { internalRate, netPresentValue } from "../numbers/finance.ts";
import type { Exact } from "../numbers/money.ts";
import { type Call, listed, operandExcel, operands, wrong } from "./operands.ts";
import {
  type Context,
  type Face,
  inputsOf,
  numberOf,
  numberValue,
  spread,
  stoppedBy,
  stopper,
  type Worked,
} from "./worked.ts";

const npvWants = "a rate and the flows from year 0 on";

/** `npv(rate, flows)`, the first flow not discounted: unlike NPV in a workbook, which discounts the first one too. */
export function npvCall(node: Call, context: Context): Worked {
  const [rate, ...flows] = node.arguments;
  if (!rate || flows.length === 0) return wrong(node, context, npvWants);
  const at = context.evaluate(rate, context);
  const list = flows.flatMap((f) => spread(f, context));
  const stopped = stopper([at.value, ...list.map((w) => w.value)]);
  if (stopped) return stoppedBy(stopped);
  const r = numberOf(at);
  const found = operands(node, list, context);
  if (found.type === "none") return stoppedBy(found.value);
  const all = found.list;
  const [first, ...later] = all;
  if (!r || !first || all.length !== list.length) return wrong(node, context, npvWants);
  if (r.exact.lessThanOrEqualTo(-1)) return wrong(node, context, "a rate above -100%");
  const value = netPresentValue(
    r.exact,
    all.map((flow) => flow.exact),
  );
  const face = (): Face => {
    const rateFace = at.face();
    const faces = list.map((w) => w.face());
    const rest = later.length > 0 ? `+NPV(${rateFace.excel},${later.map(operandExcel).join(",")})` : "";
    return {
      sentence: `${listed(faces)} discounted at ${rateFace.sentence}, the first not discounted`,
      excel: `${operandExcel(first)}${rest}`,
      inputs: inputsOf([rateFace, ...faces]),
      binds: 1,
      phrase: true,
    };
  };
  return { value: numberValue(value, found.unit.unit), bare: false, face };
}

/**
 * IRR over cells that do not adjoin. Excel takes a union, IRR((A1,C2)), only within one sheet, and LibreOffice reads it
 * as Err:504; both take the list that CHOOSE makes of an array of positions. A rate far from the 10% that they start
 * from needs a first guess.
 */
function irrExcel(flows: readonly string[], rate: Exact): string {
  const positions = flows.map((_, i) => i + 1).join(",");
  const far = rate.greaterThan(1) || rate.lessThan("-0.3");
  const guess = far ? `,${rate.toSignificantDigits(1).toFixed()}` : "";
  return `IRR(CHOOSE({${positions}},${flows.join(",")})${guess})`;
}

/** `irr(flows)`; none and several rates are answers in words, which a workbook has no formula for. */
export function irrCall(node: Call, context: Context): Worked {
  const list = node.arguments.flatMap((f) => spread(f, context));
  const stopped = stopper(list.map((w) => w.value));
  if (stopped) return stoppedBy(stopped);
  const found = operands(node, list, context);
  if (found.type === "none") return stoppedBy(found.value);
  const answer = internalRate(found.list.map((o) => o.exact));
  const face = (): Face => {
    const faces = list.map((w) => w.face());
    return {
      sentence: `the rate at which ${listed(faces)} are worth nothing together`,
      excel: "rate" in answer ? irrExcel(found.list.map(operandExcel), answer.rate) : "",
      inputs: inputsOf(faces),
      binds: 3,
      phrase: true,
    };
  };
  const value: Worked["value"] =
    "rate" in answer ? numberValue(answer.rate, "%") : { type: "words", words: answer.words };
  return { value, bare: false, face };
}
