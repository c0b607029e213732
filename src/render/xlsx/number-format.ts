// How a held value is shown: number format codes that print what the page prints.
import { isMoney, scaleBetween } from "../../compute/numbers/money.ts";

/** What to show of a value. */
export interface Shown {
  /** Unit the cell holds. */
  readonly held: string;
  /** Unit it is shown in. */
  readonly as: string;
  readonly decimals: number;
  readonly prefix?: string | undefined;
  /** True when the cell prints its unit itself, since no header does. */
  readonly withUnit: boolean;
}

const minus = '"−"';

// Four literals at most leave room for the digits within the 255 characters that Excel takes.
const longestLiteral = 40;

function literal(words: string): string {
  const plain = words.replaceAll('"', "").slice(0, longestLiteral);
  return plain === "" ? "" : `"${plain}"`;
}

/** True when the format shows the unit asked for; a format can divide by thousands but not multiply. */
export function reaches(held: string, as: string): boolean {
  return !(isMoney(held) && isMoney(as)) || scaleBetween(held, as) <= 0;
}

/** The format code of a number; where it cannot show the unit asked for, it shows the held one in full. */
export function numberFormat({ held, as, decimals, prefix = "", withUnit }: Shown): string {
  const money = isMoney(held) && isMoney(as);
  const shift = money ? scaleBetween(held, as) : 0;
  const places = Math.max(0, Math.min(20, shift > 0 ? decimals + shift : decimals));
  const digits = `#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}${",".repeat(Math.max(0, -shift) / 3)}`;
  const percent = as === "%" && (held === "%" || held === "number") ? "%" : "";
  const unit = shift > 0 ? held : as;
  const before = withUnit && isMoney(unit) ? literal("£") : "";
  const after = withUnit ? literal(unitAfter(unit)) : "";
  const number = `${before}${digits}${percent}${after}`;
  return `${literal(prefix)}${number};${literal(prefix)}${minus}${number}`;
}

function unitAfter(unit: string): string {
  if (isMoney(unit)) return unit.slice(1);
  return unit === "%" || unit === "number" || unit === "" ? "" : `\u00a0${unit}`;
}
