// What unit a result has, and which units do not go together.
import { isMoney, scaleBetween } from "../numbers/money.ts";

/** A unit in a computation; `bare` is a literal or a plain ratio, which takes on the other side's unit. */
export interface Unit {
  readonly unit: string;
  readonly bare: boolean;
}

/** Power of ten that brings the second operand to the first one's scale. */
export interface Joined extends Unit {
  readonly shift: number;
}

/** Unit of a sum, a difference or a comparison; undefined when the two cannot be added. */
export function addUnits(a: Unit, b: Unit): Joined | undefined {
  if (a.bare) return { ...b, bare: b.bare, shift: 0 };
  if (b.bare || a.unit === b.unit) return { unit: a.unit, bare: false, shift: 0 };
  if (isMoney(a.unit) && isMoney(b.unit)) return { unit: a.unit, bare: false, shift: scaleBetween(b.unit, a.unit) };
  const words = (u: Unit) => !isMoney(u.unit) && u.unit !== "%";
  if (words(a) && words(b) && (a.unit === "number" || b.unit === "number"))
    return { unit: a.unit === "number" ? b.unit : a.unit, bare: false, shift: 0 };
  return undefined;
}

/** Unit of a product; an amount times an amount is none. */
export function multiplyUnits(a: Unit, b: Unit): Unit | undefined {
  if (isMoney(a.unit) && isMoney(b.unit)) return undefined;
  if (a.bare) return b;
  if (b.bare) return a;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (isMoney(one.unit)) return one;
    if (other.unit === "%" || other.unit === "number") return one.unit === "%" && other.unit !== "%" ? other : one;
  }
  return { unit: "number", bare: false };
}

/** Unit of a quotient; like by like is a plain ratio. `shift` brings the divisor to the dividend's scale. */
export function divideUnits(a: Unit, b: Unit): Joined {
  if (isMoney(a.unit) && isMoney(b.unit)) return { unit: "number", bare: true, shift: scaleBetween(b.unit, a.unit) };
  if (b.bare || b.unit === "number") return { ...a, shift: 0 };
  if (b.unit === "%") return a.unit === "%" ? { unit: "number", bare: true, shift: 0 } : { ...a, shift: 0 };
  if (a.unit === b.unit) return { unit: "number", bare: true, shift: 0 };
  return isMoney(a.unit) || a.unit === "%" ? { ...a, shift: 0 } : { unit: "number", bare: false, shift: 0 };
}

/** How a unit is called in a message. */
export function unitWords(unit: Unit): string {
  return unit.unit === "number" ? "a plain number" : unit.unit;
}
