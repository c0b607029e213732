// How far a formula's result can lie from what was typed, when each typed number was rounded to its last digit.
// Interval arithmetic: a sum adds widths, a product and a quotient take the extremes of the corners.
import type { Expression } from "../formula/expression.ts";
import { addUnits, divideUnits, multiplyUnits, type Unit } from "../formula/units.ts";
import { type Exact, exact, powerOfTen, sum, zero } from "./money.ts";

/** Where a value lies, in its unit. */
export interface Interval extends Unit {
  readonly low: Exact;
  readonly high: Exact;
}

/** The interval of a name; a list stands for each of its cells. Undefined where nothing is known about it. */
export type Lookup = (name: Expression & { type: "name" }) => readonly Interval[] | undefined;

function shifted(i: Interval, by: number, unit: Unit): Interval {
  const factor = powerOfTen(by);
  return { ...unit, low: i.low.times(factor), high: i.high.times(factor) };
}

/** The smallest interval that holds all of these values. */
function spanning(values: readonly Exact[], unit: Unit): Interval {
  const [first = zero] = values;
  const low = values.reduce((a, b) => (b.lessThan(a) ? b : a), first);
  const high = values.reduce((a, b) => (b.greaterThan(a) ? b : a), first);
  return { unit: unit.unit, bare: unit.bare, low, high };
}

const corners = (a: Interval, b: Interval, of: (x: Exact, y: Exact) => Exact): readonly Exact[] =>
  [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => of(x, y)));

function add(a: Interval, b: Interval): Interval | undefined {
  const joined = addUnits(a, b);
  if (!joined) return undefined;
  const other = shifted(b, joined.shift, joined);
  return { unit: joined.unit, bare: joined.bare, low: a.low.plus(other.low), high: a.high.plus(other.high) };
}

function negated(i: Interval): Interval {
  return { ...i, low: i.high.negated(), high: i.low.negated() };
}

function binary(node: Expression & { type: "binary" }, lookup: Lookup): Interval | undefined {
  const a = intervalOf(node.left, lookup);
  const b = intervalOf(node.right, lookup);
  if (!a || !b) return undefined;
  switch (node.operator) {
    case "+":
      return add(a, b);
    case "-":
      return add(a, negated(b));
    case "*": {
      const unit = multiplyUnits(a, b);
      const product = (x: Exact, y: Exact) => x.times(y);
      return unit && spanning(corners(a, b, product), unit);
    }
    case "/": {
      const joined = divideUnits(a, b);
      const other = shifted(b, joined.shift, b);
      // A divisor that may be nothing leaves the quotient anywhere.
      if (other.low.lessThanOrEqualTo(0) && other.high.greaterThanOrEqualTo(0)) return undefined;
      return spanning(
        corners(a, other, (x, y) => x.dividedBy(y)),
        joined,
      );
    }
  }
}

function call(node: Expression & { type: "call" }, lookup: Lookup): Interval | undefined {
  const lists = node.arguments.map((a) => {
    if (a.type === "name") return lookup(a);
    const one = intervalOf(a, lookup);
    return one && [one];
  });
  const list = lists.flatMap((l) => l ?? []);
  const [first] = list;
  if (!first || lists.some((l) => l === undefined)) return undefined;
  if (node.name === "abs") {
    const ends = [first.low.abs(), first.high.abs()];
    const across = first.low.lessThan(0) && first.high.greaterThan(0);
    return spanning(across ? [zero, ...ends] : ends, first);
  }
  if (node.name !== "sum" && node.name !== "average") return undefined;
  const total = list.slice(1).reduce<Interval | undefined>((all, i) => all && add(all, i), first);
  if (!total || node.name === "sum") return total;
  return { ...total, low: total.low.dividedBy(list.length), high: total.high.dividedBy(list.length) };
}

/** The interval of a formula; undefined where it has a part that intervals do not follow. */
export function intervalOf(node: Expression, lookup: Lookup): Interval | undefined {
  switch (node.type) {
    case "number": {
      const value = node.percent ? exact(node.text).dividedBy(100) : exact(node.text);
      return { unit: node.percent ? "%" : "number", bare: !node.percent, low: value, high: value };
    }
    case "name": {
      const found = lookup(node);
      return found?.length === 1 ? found[0] : undefined;
    }
    case "negative": {
      const of = intervalOf(node.of, lookup);
      return of && negated(of);
    }
    case "binary":
      return binary(node, lookup);
    case "call":
      return call(node, lookup);
    case "comparison":
      return undefined;
  }
}

/** A value that may be off by so much to either side. */
export function around(value: Exact, slack: Exact, unit: Unit): Interval {
  return { unit: unit.unit, bare: unit.bare, low: value.minus(slack), high: value.plus(slack) };
}

/** True when two intervals in one unit have a value in common, beyond the dust of divisions. */
export function meet(a: Interval, b: Interval): boolean {
  const dust = sum([a.high.abs(), b.high.abs(), exact(1)]).times("1e-25");
  return a.low.lessThanOrEqualTo(b.high.plus(dust)) && b.low.lessThanOrEqualTo(a.high.plus(dust));
}
