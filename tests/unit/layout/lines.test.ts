import { describe, expect, test } from "vitest";
import { findBreaks } from "../../../src/layout/breaks.ts";
import { balancedLines, extent, lines } from "../../../src/layout/lines.ts";
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

  test.each([
    ["hub.rebuild.scenarios.npsv", 12, ["hub.rebuild.", "scenarios.", "npsv"]],
    ["data/unit-costs.yaml", 16, ["data/unit-", "costs.yaml"]],
    ["from budget.revenue.2029/30", 17, ["from budget.", "revenue.2029/30"]],
    ["see www.example.gov.uk now", 18, ["see", "www.example.gov.uk", "now"]],
    ["a.b is 1,234.56", 6, ["a.b is", "1,234.", "56"]],
  ])("a long name of parts may end a line after a point: %j", (text, width, expected) => {
    expect(cut(text, width)).toEqual(expected);
  });

  test.each([
    ["by 28 January 2014 all", 10, ["by", "28 January", "2014 all"]],
    ["opened on 28 January 2014 to all", 16, ["opened on", "28 January 2014", "to all"]],
    ["from the 1st July 2014", 14, ["from the", "1st July 2014"]],
    ["it ends in March 2015", 14, ["it ends in", "March 2015"]],
    ["Not within 31 years", 13, ["Not within", "31 years"]],
    ["costs of £ 500 a year", 10, ["costs of", "£ 500 a", "year"]],
    ["a grant of £5m", 11, ["a grant of", "£5m"]],
    ["the sum (£5.5 million)", 15, ["the sum", "(£5.5 million)"]],
    ["a hall of 640 m² and", 13, ["a hall of", "640 m² and"]],
    ["uses 120 kWh a day", 9, ["uses", "120 kWh a", "day"]],
    ["we prefer Option 2", 16, ["we prefer", "Option 2"]],
    ["intranet, e-mail bulletins", 12, ["intranet,", "e-mail", "bulletins"]],
    ["integration, example 2: falls", 22, ["integration,", "example 2: falls"]],
    ["begin at 9 am then", 10, ["begin at", "9 am then"]],
    ["sum of 5 percentage", 8, ["sum of 5", "percenta", "ge"]],
    ["one word – and more", 9, ["one", "word –", "and more"]],
    ["of 14 Marches", 5, ["of 14", "March", "es"]],
  ])("dates, sums and pairs stay whole where there is room: %j at %d", (text, width, expected) => {
    expect(cut(text, width)).toEqual(expected);
  });

  test.each([
    ["28 January 2014", 10, ["28 January", "2014"]],
    ["28 January 2014", 7, ["28", "January", "2014"]],
    ["31 years", 5, ["31", "years"]],
  ])("and divide between words where there is none: %j at %d", (text, width, expected) => {
    expect(cut(text, width)).toEqual(expected);
    expect(extent(even(text)).min).toBe(Math.max(...text.split(" ").map((word) => word.length)));
  });

  test.each([
    ["Lines of the rebuilding as entered", 28, ["Lines of the", "rebuilding as entered"]],
    ["Tannery Road Library and Community Hub", 36, ["Tannery Road Library", "and Community Hub"]],
    ["A short one", 20, ["A short one"]],
    ["Internationalisation now", 20, ["Internationalisation", "now"]],
  ])("a heading has no short last line: %j", (text, width, expected) => {
    expect(balancedLines(even(text), width).map((l) => text.slice(l.start, l.end))).toEqual(expected);
  });

  test("a text of many lines is left as it is", () => {
    const text = "Every word, of every kind, stays. ".repeat(8);
    expect(balancedLines(even(text), 30)).toEqual(lines(even(text), 30));
  });

  test.each([
    [
      "a short last word gets company",
      "the plan says what is kept and who keeps it",
      41,
      ["the plan says what is kept and who", "keeps it"],
    ],
    [
      "the edge is even",
      "it was a day of interminable conversation in rooms",
      16,
      ["it was a day of", "interminable", "conversation in", "rooms"],
    ],
    [
      "a line ends within a compound only where the edge asks for it",
      "by a plan of that name they now run most services in self-contained homes of the town",
      61,
      ["by a plan of that name they now run most services in", "self-contained homes of the town"],
    ],
    [
      "as here",
      "most of it is run in self-contained homes in the town",
      27,
      ["most of it is run in self-", "contained homes in the town"],
    ],
    [
      "each part between forced ends is set for itself",
      "the plan says what is kept and who keeps it\nand why",
      41,
      ["the plan says what is kept and who", "keeps it", "and why"],
    ],
  ])("%s", (_, text, width, expected) => {
    expect(cut(text, width)).toEqual(expected);
  });

  test.each([8, 13, 21, 34])("there are as few lines at %d as when each is filled", (width) => {
    const text = "The council and its partners have agreed to pool what they spend on care, and to say so. ".repeat(3);
    const filled: string[] = [];
    for (const word of text.trim().split(" ")) {
      const last = filled.pop();
      if (last === undefined) filled.push(word);
      else if (last.length + word.length < width) filled.push(`${last} ${word}`);
      else filled.push(last, word);
    }
    const made = cut(text, width);
    expect(made).toHaveLength(filled.length);
    expect(made.every((line) => line.length <= width)).toBe(true);
  });

  test("no line begins with a dash", () => {
    expect(cut("06/11/2014 – 07/11/2014", 12)).toEqual(["06/11/2014 –", "07/11/2014"]);
    expect(extent(even("06/11/2014 – 07/11/2014")).min).toBe(12);
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
