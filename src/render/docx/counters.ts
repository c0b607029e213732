// Numbers as Word writes them: a pattern with %1 … %9 and a style for each level's counter.
import { counter, romanSigns } from "../../document/counting.ts";
import type { HeadingLevel, NumberStyle } from "../../document/document.ts";

/** The value behind a printed counter; undefined when it is not one of this style. */
export function parseCounter(text: string, style: NumberStyle): number | undefined {
  const value = read(text.toLowerCase(), style);
  return value > 0 && counter(style, value) === text ? value : undefined;
}

/** The number that a level prints for these counters (level 1 first). */
export function formatNumber(scheme: readonly HeadingLevel[], level: number, counters: readonly number[]): string {
  const pattern = scheme[level - 1]?.pattern ?? "";
  return pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    return counter(scheme[index]?.style ?? "decimal", counters[index] ?? 1);
  });
}

/** Counters behind a printed number, by level; undefined when it does not follow the pattern. */
export function parseNumber(
  scheme: readonly HeadingLevel[],
  level: number,
  number: string,
): ReadonlyMap<number, number> | undefined {
  const pattern = (scheme[level - 1]?.pattern ?? "").trim();
  const levels: number[] = [];
  const source = pattern
    .split(/(%[1-9])/)
    .map((part) => {
      if (!/^%[1-9]$/.test(part)) return escapeExpression(part);
      levels.push(Number(part[1]));
      return "([0-9]+|[a-z]+|[A-Z]+)";
    })
    .join("");
  const match = new RegExp(`^${source}$`).exec(number.trim());
  if (!match || levels.length === 0) return undefined;
  const counters = new Map<number, number>();
  for (const [i, at] of levels.entries()) {
    const value = parseCounter(match[i + 1] ?? "", scheme[at - 1]?.style ?? "decimal");
    if (value === undefined || (counters.get(at) ?? value) !== value) return undefined;
    counters.set(at, value);
  }
  return counters;
}

/** A number by itself as a pattern with one counter, "Appendix B" as "Appendix %1"; undefined when it has none. */
export function readNumber(
  number: string,
): { readonly pattern: string; readonly style: NumberStyle; readonly value: number } | undefined {
  const parts = /^(.*?)([0-9]+|[A-Za-z]+)([^0-9A-Za-z]*)$/s.exec(number.trim());
  if (!parts) return undefined;
  const pattern = `${parts[1]?.replaceAll("%", "")}%1${parts[3]}`;
  for (const style of ["decimal", "upper-alpha", "lower-alpha", "upper-roman", "lower-roman"] as const) {
    const value = parseCounter(parts[2] ?? "", style);
    if (value) return { pattern, style, value };
  }
  return undefined;
}

/** Escapes text for use in a regular expression. */
export function escapeExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function read(text: string, style: NumberStyle): number {
  switch (style) {
    case "decimal":
      return /^[0-9]+$/.test(text) ? Number(text) : 0;
    case "lower-alpha":
    case "upper-alpha":
      return /^([a-z])\1*$/.test(text) ? text.charCodeAt(0) - 96 + (text.length - 1) * 26 : 0;
    case "lower-roman":
    case "upper-roman":
      return readRoman(text);
  }
}

function readRoman(text: string): number {
  let rest = text;
  let value = 0;
  for (const [size, sign] of romanSigns) {
    while (rest.startsWith(sign)) {
      value += size;
      rest = rest.slice(sign.length);
    }
  }
  return rest === "" ? value : 0;
}
