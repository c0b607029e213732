import { describe, expect, test } from "vitest";
import { findBreaks } from "../../../src/layout/breaks.ts";
import { extent, lines } from "../../../src/layout/lines.ts";
import type { PreparedText } from "../../../src/layout/text.ts";

/** Text in which every character is one unit wide. */
function even(text: string): PreparedText {
  const edges = Float64Array.from({ length: text.length + 1 }, (_, i) => i);
  return { text, runs: [], edges, notes: [], breaks: () => findBreaks(text, []) };
}

const cut = (text: string, width: number, hang = 0): readonly string[] =>
  lines(even(text), width, hang).map((line) => text.slice(line.start, line.end));

describe("lines", () => {
  test.each([
    ["short", 10, ["short"]],
    ["", 10, []],
    ["one two three", 8, ["one two", "three"]],
    ["one two three", 7, ["one two", "three"]],
    ["a\nb", 10, ["a", "b"]],
    ["abcdefghij k", 4, ["abcd", "efgh", "ij k"]],
    ["co-operate now", 9, ["co-", "operate", "now"]],
    ["in 2014–15 and", 8, ["in", "2014–15", "and"]],
  ])("%j at %d", (text, width, expected) => {
    expect(cut(text, width)).toEqual(expected);
  });

  test.each([
    ["costs 12 million each", 12, ["costs", "12 million", "each"]],
    ["grew by 5 % then", 10, ["grew by", "5 % then"]],
    ["as in Table 4 below", 12, ["as in", "Table 4", "below"]],
    ["a stay of 12\u00a0km²", 11, ["a stay of", "12\u00a0km²"]],
  ])("a number stays with its unit or label: %j", (text, width, expected) => {
    expect(cut(text, width)).toEqual(expected);
  });

  test("lines after the first hang", () => {
    expect(cut("aa bb cc dd ee", 8, 3)).toEqual(["aa bb cc", "dd ee"]);
  });

  test("no line loses or doubles a character", () => {
    const text = "Every word, of every kind – hyphen-ated, £1.2m/£3.4m – stays. ".repeat(5);
    for (const width of [1, 3, 7, 20, 61]) {
      const made = lines(even(text), width);
      expect(made.map((line) => text.slice(line.start, line.through)).join("")).toBe(text);
    }
  });

  test("extent is the longest word and the longest forced line", () => {
    expect(extent(even("one three\nfour"))).toEqual({ min: 5, max: 9 });
  });
});
