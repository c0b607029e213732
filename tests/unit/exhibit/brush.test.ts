import { describe, expect, test } from "vitest";
import { type Brush, wrap } from "../../../src/exhibit/brush.ts";
import { councilTheme } from "../../support/faces.ts";

/** Every character is one unit wide. */
const brush: Brush = { theme: councilTheme(), measure: (text) => text.length };

describe("words in lines", () => {
  test.each([
    ["", 10, []],
    ["A word", 10, ["A word"]],
    ["Workstreams A to E", 16, ["Workstreams", "A to E"]],
    ["PCC and NEW Devon CCG", 18, ["PCC and NEW", "Devon CCG"]],
    ["Single point of first contact", 12, ["Single point", "of first", "contact"]],
    ["Commissioning", 8, ["Commissi", "oning"]],
    ["one two three four five six seven", 8, ["one two", "three", "four", "five six", "seven"]],
  ])("%j at %d", (text, width, expected) => {
    expect(wrap(brush, text, width)).toEqual(expected);
  });
});
