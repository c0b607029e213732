// The lower and upper end of a formula over ranged figures, as formulas of their own: interval arithmetic on trees, so
// that an end has its sentence and its workbook formula like any other number (R. E. Moore, Interval Analysis, 1966).
// Names that occur twice count as two, so ends may lie further out than they need to, never further in.
import { build, type Expression } from "../formula/expression.ts";
import type { Comparison } from "../formula/tokens.ts";
import type { Value } from "../model.ts";

export type End = "lower" | "upper";
type Call = Expression & { type: "call" };
type Name = Expression & { type: "name" };

/** What bounds ask of the names in a formula. */
export interface Ends {
  /** A name as a function's arguments: members of a list that has ranged ones, years of a span, or the name in full. */
  readonly spread: (name: Name) => readonly Name[];
  /** Name of an end; undefined for a name that has no range. */
  readonly end: (name: Name, end: End) => Name | undefined;
  /** Works a formula out without telling what is wrong with it. */
  readonly value: (expression: Expression) => Value;
}

type Sign = -1 | 0 | 1;

// Twice a range of both signs doubles a formula; past this size nobody could follow it.
const largest = 400;

const flipped = { lower: "upper", upper: "lower" } as const;
const pick = { lower: "min", upper: "max" } as const;

/** Makes the ends of formulas; an end that cannot be told is undefined, as where a divisor may be zero. */
export function createBounds(ends: Ends): (expression: Expression, end: End) => Expression | undefined {
  const known: Readonly<Record<End, Map<Expression, Expression | undefined>>> = { lower: new Map(), upper: new Map() };

  function bound(e: Expression, end: End): Expression | undefined {
    const memo = known[end];
    if (memo.has(e)) return memo.get(e);
    const made = boundOf(e, end);
    const small = made && size(made) <= largest ? made : undefined;
    memo.set(e, small);
    return small;
  }

  function boundOf(e: Expression, end: End): Expression | undefined {
    if (!isRanged(e)) return plain(e);
    switch (e.type) {
      case "number":
        return e;
      case "name":
        return ends.end(e, end) ?? plain(e);
      case "negative": {
        const of = bound(e.of, flipped[end]);
        return of && { type: "negative", of };
      }
      case "binary":
        return binary(e, end);
      case "comparison":
        return undefined;
      case "call":
        return call(e, end);
    }
  }

  function isRanged(e: Expression): boolean {
    switch (e.type) {
      case "number":
        return false;
      case "name":
        return ends.spread(e).some((name) => ends.end(name, "lower") !== undefined);
      case "negative":
        return isRanged(e.of);
      case "binary":
      case "comparison":
        return isRanged(e.left) || isRanged(e.right);
      case "call":
        return e.name !== "count" && e.arguments.some(isRanged);
    }
  }

  /** The formula itself, its names in full. */
  function plain(e: Expression): Expression {
    switch (e.type) {
      case "number":
        return e;
      case "name": {
        const [name, ...more] = ends.spread(e);
        return name && more.length === 0 ? name : e;
      }
      case "negative":
        return { type: "negative", of: plain(e.of) };
      case "binary":
        return build.binary(e.operator, plain(e.left), plain(e.right));
      case "comparison":
        return { type: "comparison", comparison: e.comparison, left: plain(e.left), right: plain(e.right) };
      case "call":
        return build.call(e.name, e.name === "lookup" ? e.arguments.map(plain) : e.arguments.flatMap(plainArgument));
    }
  }

  const plainArgument = (e: Expression): readonly Expression[] => (e.type === "name" ? ends.spread(e) : [plain(e)]);

  function sign(e: Expression | undefined): Sign | undefined {
    const value = e && ends.value(e);
    if (value?.type === "empty" && value.empty === "nil") return 0;
    if (value?.type !== "number") return undefined;
    return value.exact.isZero() ? 0 : value.exact.isNegative() ? -1 : 1;
  }

  function binary(e: Expression & { type: "binary" }, end: End): Expression | undefined {
    const { operator } = e;
    if (operator === "+" || operator === "-") {
      const left = bound(e.left, end);
      const right = bound(e.right, operator === "+" ? end : flipped[end]);
      return left && right && build.binary(operator, left, right);
    }
    const a = { lower: bound(e.left, "lower"), upper: bound(e.left, "upper") };
    const b = { lower: bound(e.right, "lower"), upper: bound(e.right, "upper") };
    const [al, au] = [sign(a.lower), sign(a.upper)];
    const [bl, bu] = [sign(b.lower), sign(b.upper)];
    if (al === undefined || au === undefined || bl === undefined || bu === undefined) return undefined;
    if (operator === "/" && bl <= 0 && bu >= 0) return undefined;
    const table = operator === "*" ? products : quotients;
    const candidates = table[side(al, au)][side(bl, bu)][end].map(([x, y]) => {
      const [left, right] = [a[x], b[y]];
      return left && right && build.binary(operator, left, right);
    });
    return best(candidates, end);
  }

  function call(e: Call, end: End): Expression | undefined {
    const [first, second, third] = e.arguments;
    switch (e.name) {
      case "sum":
      case "average":
      case "min":
      case "max":
      case "irr":
        return over(e.name, e.arguments, end);
      case "count":
        return plain(e);
      case "round": {
        const of = first && bound(first, end);
        return of && build.call("round", [of, ...e.arguments.slice(1).map(plain)]);
      }
      case "abs":
        return first && absolute(first, end);
      case "npv":
        return first && discounted(first, e.arguments.slice(1), end);
      case "if":
        return first && second && third && chosen(first, second, third, end);
      case "lookup":
        return first && second && third && lookedUp(first, second, third, end);
    }
  }

  /** A function that grows with each of its arguments. */
  function over(name: Call["name"], list: readonly Expression[], end: End): Expression | undefined {
    const each = list.flatMap((a): readonly Expression[] => (a.type === "name" ? ends.spread(a) : [a]));
    const made = each.map((a) => bound(a, end));
    const whole = made.filter((m) => m !== undefined);
    return whole.length === made.length ? build.call(name, whole) : undefined;
  }

  function absolute(of: Expression, end: End): Expression | undefined {
    const low = bound(of, "lower");
    const high = bound(of, "upper");
    const [l, h] = [sign(low), sign(high)];
    if (!low || !high || l === undefined || h === undefined) return undefined;
    const where = side(l, h);
    if (where === "above") return end === "lower" ? low : high;
    if (where === "below") return { type: "negative", of: end === "lower" ? high : low };
    // Nothing, in the unit of the rest.
    if (end === "lower") return build.binary("*", build.number("0"), high);
    return build.call("max", [{ type: "negative", of: low }, high]);
  }

  /** A present value need not rise or fall with its rate, so the central rate stands beside the ends. */
  function discounted(rate: Expression, flows: readonly Expression[], end: End): Expression | undefined {
    const sum = over("sum", flows, end);
    if (sum?.type !== "call") return undefined;
    const rates = isRanged(rate) ? [bound(rate, "lower"), plain(rate), bound(rate, "upper")] : [plain(rate)];
    return best(
      rates.map((r) => r && build.call("npv", [r, ...sum.arguments])),
      end,
    );
  }

  function best(candidates: readonly (Expression | undefined)[], end: End): Expression | undefined {
    const whole = candidates.filter((c) => c !== undefined);
    if (whole.length < candidates.length) return undefined;
    return whole.length === 1 ? whole[0] : build.call(pick[end], whole);
  }

  function chosen(asked: Expression, yes: Expression, no: Expression, end: End): Expression | undefined {
    const decided = decision(asked);
    const [then, otherwise] = [bound(yes, end), bound(no, end)];
    if (decided === undefined) return best([then, otherwise], end);
    // The part that is never taken may have no end; any number stands in for it.
    const [taken, left] = decided ? [then, otherwise] : [otherwise, then];
    if (!taken) return undefined;
    if (!left) return taken;
    return build.call("if", [plain(asked), then ?? taken, otherwise ?? taken]);
  }

  /** Whether a condition holds over the whole range, fails over all of it, or depends. */
  function decision(asked: Expression): boolean | undefined {
    const difference = asked.type === "comparison" ? build.binary("-", asked.left, asked.right) : asked;
    const low = sign(bound(difference, "lower"));
    const high = sign(bound(difference, "upper"));
    if (low === undefined || high === undefined) return undefined;
    const holds = tests[asked.type === "comparison" ? asked.comparison : "<>"];
    return holds(low, high);
  }

  function lookedUp(wanted: Expression, keys: Expression, results: Expression, end: End): Expression | undefined {
    if (isRanged(keys) || results.type !== "name") return undefined;
    const found = ends.end(results, end) ?? plain(results);
    const at = isRanged(wanted) ? [bound(wanted, "lower"), plain(wanted), bound(wanted, "upper")] : [plain(wanted)];
    return best(
      at.map((value) => value && build.call("lookup", [value, plain(keys), found])),
      end,
    );
  }

  return bound;
}

/** Where an interval lies. */
type Side = "above" | "below" | "both";
type Corner = readonly [left: End, right: End];
type Corners = Readonly<Record<Side, Readonly<Record<Side, Readonly<Record<End, readonly Corner[]>>>>>>;

const side = (low: Sign, high: Sign): Side => (low >= 0 ? "above" : high <= 0 ? "below" : "both");

const [ll, lu, ul, uu]: readonly [Corner, Corner, Corner, Corner] = [
  ["lower", "lower"],
  ["lower", "upper"],
  ["upper", "lower"],
  ["upper", "upper"],
];

/** Ends of the two sides whose product is an end of the product, by where the sides lie. */
const products: Corners = {
  above: {
    above: { lower: [ll], upper: [uu] },
    below: { lower: [ul], upper: [lu] },
    both: { lower: [ul], upper: [uu] },
  },
  below: {
    above: { lower: [lu], upper: [ul] },
    below: { lower: [uu], upper: [ll] },
    both: { lower: [lu], upper: [ll] },
  },
  both: {
    above: { lower: [lu], upper: [uu] },
    below: { lower: [ul], upper: [ll] },
    both: { lower: [lu, ul], upper: [ll, uu] },
  },
};

/** The same for quotients; a divisor on both sides of zero has no ends. */
const quotients: Corners = {
  above: {
    above: { lower: [lu], upper: [ul] },
    below: { lower: [uu], upper: [ll] },
    both: { lower: [], upper: [] },
  },
  below: {
    above: { lower: [ll], upper: [uu] },
    below: { lower: [ul], upper: [lu] },
    both: { lower: [], upper: [] },
  },
  both: {
    above: { lower: [ll], upper: [ul] },
    below: { lower: [uu], upper: [lu] },
    both: { lower: [], upper: [] },
  },
};

/** What is known of a comparison from the signs of the ends of left minus right. */
const tests: Readonly<Record<Comparison, (low: Sign, high: Sign) => boolean | undefined>> = {
  ">": (low, high) => (low > 0 ? true : high <= 0 ? false : undefined),
  "<": (low, high) => (high < 0 ? true : low >= 0 ? false : undefined),
  ">=": (low, high) => (low >= 0 ? true : high < 0 ? false : undefined),
  "<=": (low, high) => (high <= 0 ? true : low > 0 ? false : undefined),
  "=": (low, high) => (low === 0 && high === 0 ? true : low > 0 || high < 0 ? false : undefined),
  "<>": (low, high) => (low > 0 || high < 0 ? true : low === 0 && high === 0 ? false : undefined),
};

function size(e: Expression): number {
  switch (e.type) {
    case "number":
    case "name":
      return 1;
    case "negative":
      return 1 + size(e.of);
    case "binary":
    case "comparison":
      return 1 + size(e.left) + size(e.right);
    case "call":
      return e.arguments.reduce((total, a) => total + size(a), 1);
  }
}
