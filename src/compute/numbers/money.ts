// The only importer of the decimal library.
import { Decimal as Library } from "decimal.js";

// 40 significant digits leave room for a century of compounding on whole-economy amounts.
const Decimal = Library.clone({
  precision: 40,
  rounding: Library.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});

/** An exact decimal number, carried with 40 significant digits. */
export type Exact = Library;

export type Rounding = "half-up" | "half-even";

/** Scales of pounds, smallest first. */
export const moneyUnits = ["£", "£k", "£m"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

const scales: Readonly<Record<MoneyUnit, number>> = { "£": 0, "£k": 3, "£m": 6 };
const wholeText = /^\d+$/;
const decimalText = /^[-−]?\d+(\.\d+)?$/;

/** A number from digits we wrote ourselves or have checked already. */
export function exact(value: string | number): Exact {
  if (typeof value === "number") return new Decimal(value);
  // Whole numbers of few digits are most of a model; as numbers they are made faster and take half the memory.
  if (value.length < 8 && wholeText.test(value)) return new Decimal(Number(value));
  return new Decimal(value.replace("−", "-"));
}

/** Reads digits with an optional point and sign; undefined for anything else. */
export function parseExact(text: string): Exact | undefined {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  return decimalText.test(plain) ? exact(plain) : undefined;
}

export const zero: Exact = exact(0);
export const one: Exact = exact(1);

/** Rounds to a number of digits after the point; a tie goes away from zero unless told otherwise. */
export function round(value: Exact, decimals: number, mode: Rounding = "half-up"): Exact {
  return value.toDecimalPlaces(
    Math.max(0, Math.min(decimals, 30)),
    mode === "half-even" ? Library.ROUND_HALF_EVEN : Library.ROUND_HALF_UP,
  );
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce((total, value) => total.plus(value), zero);
}

/** Negative when a is less than b, as sorting wants it. */
export function compare(a: Exact, b: Exact): number {
  return a.comparedTo(b);
}

export function isMoney(unit: string): unit is MoneyUnit {
  return Object.hasOwn(scales, unit);
}

/** Power of ten that turns an amount of one scale into the other: £m to £ is 6. */
export function scaleBetween(from: MoneyUnit, to: MoneyUnit): number {
  return scales[from] - scales[to];
}

/** The same amount in another scale. */
export function convert(value: Exact, from: MoneyUnit, to: MoneyUnit): Exact {
  return from === to ? value : value.times(powerOfTen(scaleBetween(from, to)));
}

export function powerOfTen(power: number): Exact {
  return exact(10).pow(power);
}

/** Half a unit of the last digit shown: 0.5 for whole numbers, 0.05 for one decimal. */
export function halfUnit(decimals: number): Exact {
  return powerOfTen(-decimals).dividedBy(2);
}

/** Digits after the point as written: "73.90" has 2. */
export function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.replace(/[^\d.]/g, "").length - text.replace(/[^\d.]/g, "").indexOf(".") - 1;
}

/** Exact arithmetic keeps 40 digits; this takes off the dust that a division and its inverse leave. */
export function nearlyEqual(a: Exact, b: Exact): boolean {
  const size = Decimal.max(a.abs(), b.abs(), one);
  return a.minus(b).abs().lessThanOrEqualTo(size.times("1e-30"));
}
