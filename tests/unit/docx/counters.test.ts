import { describe, expect, test } from "vitest";
import { counter } from "../../../src/document/counting.ts";
import type { HeadingLevel, NumberStyle } from "../../../src/document/document.ts";
import { formatNumber, parseCounter, parseNumber } from "../../../src/render/docx/counters.ts";

const counters: readonly (readonly [number, NumberStyle, string])[] = [
  [12, "decimal", "12"],
  [1, "lower-alpha", "a"],
  [28, "upper-alpha", "BB"],
  [4, "lower-roman", "iv"],
  [49, "upper-roman", "XLIX"],
];

test.each(counters)("%i in %s is %s, and back", (value, style, text) => {
  expect(counter(style, value)).toBe(text);
  expect(parseCounter(text, style)).toBe(value);
});

test("what is not a counter of the style is not read as one", () => {
  expect(parseCounter("B", "lower-alpha")).toBeUndefined();
  expect(parseCounter("iiii", "lower-roman")).toBeUndefined();
  expect(parseCounter("0", "decimal")).toBeUndefined();
});

describe("numbers of headings", () => {
  const scheme: readonly HeadingLevel[] = [
    { pattern: "SECTION %1 – ", style: "upper-roman" },
    { pattern: "%1.%2", style: "decimal" },
    { pattern: "(%3)", style: "lower-alpha" },
  ];
  const numbers: readonly (readonly [number, readonly number[], string])[] = [
    [1, [2], "SECTION II – "],
    [2, [2, 3], "II.3"],
    [3, [2, 3, 2], "(b)"],
  ];
  test.each(numbers)("level %i, %j is %s", (level, at, text) => {
    expect(formatNumber(scheme, level, at)).toBe(text);
    expect([...(parseNumber(scheme, level, text)?.values() ?? [])]).toEqual(level === 3 ? [2] : at);
  });
  test("a number of another pattern is not parsed", () => {
    expect(parseNumber(scheme, 2, "Appendix B")).toBeUndefined();
  });
});
