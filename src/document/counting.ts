// Counters in the styles that headings and lists use; every output prints them alike.
import type { NumberStyle } from "./document.ts";

/** Roman numerals, greatest first. */
export const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** 4 as "4", "d" or "iv"; what a style cannot say stands in digits. */
export function counter(style: NumberStyle, value: number): string {
  switch (style) {
    case "decimal":
      return String(value);
    case "lower-alpha":
      return alpha(value);
    case "upper-alpha":
      return alpha(value).toUpperCase();
    case "lower-roman":
      return romanOf(value);
    case "upper-roman":
      return romanOf(value).toUpperCase();
  }
}

/** Letters double after z, as in Word: aa, bb. */
function alpha(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function romanOf(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let out = "";
  let rest = value;
  for (const [size, letters] of romanSigns)
    while (rest >= size) {
      out += letters;
      rest -= size;
    }
  return out;
}

/** The mark of a list item: "4.", "iv." */
export function marker(style: NumberStyle, value: number): string {
  return `${counter(style, value)}.`;
}
