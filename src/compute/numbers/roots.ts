// The positive roots of a polynomial, told apart exactly: Descartes' rule of signs on halved intervals (Collins and
// Akritas, Polynomial real root isolation using Descartes' rule of signs, 1976), in whole numbers throughout.
import { type Exact, exact, one, powerOfTen, zero } from "./money.ts";

/** Coefficients of whole numbers, the constant first. */
type Polynomial = readonly bigint[];

// Roots closer together than this many halvings of an interval count as one that touches zero.
const deepest = 72;

/** Positive roots in rising order. Coefficients stand with the constant first; a constant polynomial has none. */
export function positiveRoots(coefficients: readonly Exact[]): readonly Exact[] {
  const whole = withoutZeroRoots(wholeNumbers(coefficients));
  if (whole.length < 2) return [];
  const turned = [...whole].reverse();
  const below = rootsWithin(whole, coefficients);
  // What lies beyond 1 is the reciprocal of what lies within for the coefficients in reverse.
  const beyond = rootsWithin(turned, [...coefficients].reverse()).map((root) => one.dividedBy(root));
  const atOne = whole.reduce((total, c) => total + c, 0n) === 0n ? [one] : [];
  const sorted = [...below, ...atOne, ...beyond].sort((a, b) => a.comparedTo(b));
  // A root that only touches zero can be seen from the intervals on both sides of it.
  return sorted.filter((root, i) => i === 0 || root.minus(sorted[i - 1] ?? zero).greaterThan(root.times("1e-18")));
}

function wholeNumbers(coefficients: readonly Exact[]): Polynomial {
  const places = Math.max(0, ...coefficients.map((c) => c.decimalPlaces()));
  return coefficients.map((c) => BigInt(c.times(powerOfTen(places)).toFixed(0)));
}

/** Divides by the variable as often as that goes, and drops leading zeros. */
function withoutZeroRoots(polynomial: Polynomial): Polynomial {
  const first = polynomial.findIndex((c) => c !== 0n);
  const last = polynomial.findLastIndex((c) => c !== 0n);
  return first < 0 ? [] : polynomial.slice(first, last + 1);
}

/** The polynomial of x + 1. */
function shiftedByOne(polynomial: Polynomial): bigint[] {
  const made = [...polynomial];
  for (let i = 0; i < made.length - 1; i++)
    for (let j = made.length - 2; j >= i; j--) made[j] = (made[j] ?? 0n) + (made[j + 1] ?? 0n);
  return made;
}

/** The polynomial of x / 2, times a power of two that keeps it whole. */
function halved(polynomial: Polynomial): Polynomial {
  const degree = polynomial.length - 1;
  return polynomial.map((c, i) => c << BigInt(degree - i));
}

function changes(polynomial: Polynomial): number {
  let count = 0;
  let last = 0n;
  for (const c of polynomial) {
    if (c === 0n) continue;
    if (last !== 0n && c < 0n !== last < 0n) count++;
    last = c;
  }
  return count;
}

/** An upper bound of the number of roots between 0 and 1; 0 and 1 are exact. */
function mostWithin(polynomial: Polynomial): number {
  return changes(shiftedByOne([...polynomial].reverse()));
}

interface Interval {
  readonly polynomial: Polynomial;
  /** It is [start, start + 1] / 2 ^ depth. */
  readonly start: bigint;
  readonly depth: number;
}

function rootsWithin(polynomial: Polynomial, coefficients: readonly Exact[]): readonly Exact[] {
  const found: Exact[] = [];
  const open: Interval[] = [{ polynomial, start: 0n, depth: 0 }];
  for (let interval = open.pop(); interval; interval = open.pop()) {
    const own = withoutZeroRoots(interval.polynomial);
    const most = mostWithin(own);
    if (most === 0) continue;
    const { start, depth } = interval;
    if (most === 1 || depth >= deepest) {
      found.push(most === 1 ? refined(coefficients, interval, (own[0] ?? 0n) < 0n) : middle(interval));
      continue;
    }
    const left = halved(own);
    const right = shiftedByOne(left);
    if (right[0] === 0n) found.push(middle(interval));
    open.push({ polynomial: left, start: start * 2n, depth: depth + 1 });
    open.push({ polynomial: right, start: start * 2n + 1n, depth: depth + 1 });
  }
  return found;
}

function point(start: bigint, depth: number): Exact {
  return exact(start.toString()).dividedBy(exact(2).pow(depth));
}

const middle = ({ start, depth }: Interval) => point(start * 2n + 1n, depth + 1);

/** The one root of an interval, by halving; `negative` is the sign just above its lower end. */
function refined(coefficients: readonly Exact[], { start, depth }: Interval, negative: boolean): Exact {
  let low = point(start, depth);
  let high = point(start + 1n, depth);
  for (let i = 0; i < 200 && !high.minus(low).lessThan(high.times("1e-37")); i++) {
    const at = low.plus(high).dividedBy(2);
    const value = coefficients.reduceRight((total, c) => total.times(at).plus(c), zero);
    if (value.isZero()) return at;
    if (value.isNegative() === negative) low = at;
    else high = at;
  }
  return low.plus(high).dividedBy(2);
}
