import { describe, expect, it } from "vitest";
import type { NumberStyle, Value } from "../../../src/compute/model.ts";
import { formatDate } from "../../../src/compute/numbers/date.ts";
import { countWords, money, number, percent, plainValue, reportFormat } from "../../../src/compute/numbers/format.ts";
import { exact, parseExact, round } from "../../../src/compute/numbers/money.ts";

const style: NumberStyle = { money: "£", rounding: "half-up" };
const of = (text: string, unit: string): Value & { type: "number" } => ({ type: "number", exact: exact(text), unit });

describe("money", () => {
  it.each([
    ["11125432.62", "£", {}, "£11,125,433"],
    ["11125432.62", "£", { as: "£m" }, "£11.1m"],
    ["11125432.62", "£", { as: "£m", places: 1, word: "about" }, "about £11.1m"],
    ["11125432.62", "£", { as: "£k" }, "£11,125k"],
    ["-30000", "£", {}, "−£30,000"],
    ["-0.2", "£", {}, "£0"],
    ["519.7", "£m", {}, "£519.7m"],
    ["519.7", "£m", { as: "£" }, "£519,700,000"],
    ["40.95", "£", { places: 2 }, "£40.95"],
    ["0.5", "£", {}, "£1"],
    ["12", "number", {}, "£12"],
  ] as const)("%s %s %j is %s", (text, unit, options, expected) => {
    const made = money(of(text, unit), options, style);
    expect(made).toEqual({ text: expected });
  });
  it("checks the word before a rounded number", () => {
    const wrong = (word: "over" | "under" | "nearly" | "about") =>
      money(of("11125432.62", "£"), { as: "£m", word }, style).problem !== undefined;
    expect([wrong("over"), wrong("under"), wrong("nearly"), wrong("about")]).toEqual([false, true, true, false]);
    const exactly = money(of("11000000", "£"), { as: "£m", word: "over" }, style);
    expect(exactly.problem && reportFormat(exactly.problem, undefined).message).toBe(
      '"over £11.0m" is not true: the value is £11m.',
    );
  });
  it("is for amounts only", () => {
    expect(money(of("0.05", "%"), {}, style).problem).toMatchObject({ type: "unit", found: "%" });
    expect(money(of("20", "people"), {}, style).problem).toBeDefined();
  });
});

describe("other numbers", () => {
  it.each([
    [percent(of("0.46355", "%"), {}, style).text, "46%"],
    [percent(of("0.46355", "%"), { places: 1 }, style).text, "46.4%"],
    [percent(of("-0.05", "%"), {}, style).text, "−5%"],
    [percent(of("50", "£"), { of: of("0.2", "£k"), places: 1 }, style).text, "25.0%"],
    [percent(of("50", "£"), { of: of("0", "£") }, style).text, "n/a"],
    [number(of("321000", "people"), {}, style).text, "321,000"],
    [number(of("321000", "people"), { unit: true }, style).text, "321,000\u00a0people"],
    [number(of("843.3", "per 100,000"), {}, style).text, "843.3"],
    [plainValue(of("0.045", "%"), 1, style), "4.5%"],
    [plainValue({ type: "words", words: "Year 1" }, 0, style), "Year 1"],
    [plainValue({ type: "empty", empty: "nil" }, 0, style), "–"],
    [plainValue({ type: "open", word: "TBC", owner: "FL", due: "2014-03-31" }, 0, style), "TBC"],
    [countWords(5, style), "five"],
    [countWords(0, style), "nought"],
    [countWords(21, style), "twenty-one"],
    [countWords(1200, style), "1,200"],
  ])("%s", (text, expected) => expect(text).toBe(expected));
  it("is a mistake to print an amount as a percentage", () =>
    expect(percent(of("50", "£"), {}, style).problem).toBeDefined());
  it("rounds half up or to even as the programme says", () => {
    expect(round(exact("2.5"), 0).toString()).toBe("3");
    expect(round(exact("-2.5"), 0).toString()).toBe("-3");
    expect(round(exact("2.5"), 0, "half-even").toString()).toBe("2");
    expect(money(of("2.5", "£"), {}, { money: "£", rounding: "half-even" }).text).toBe("£2");
  });
  it("reads what is a number and nothing else", () => {
    expect(parseExact("1,234.50")?.toFixed(2)).toBe("1234.50");
    for (const text of ["12k", "1,23", "", "abc", "1.2.3"]) expect(parseExact(text)).toBeUndefined();
  });
});

describe("dates", () => {
  const words = { full: "28 January 2014", table: "28 Jan 2014" } as const;
  const digits = { full: "28.01.14", table: "28/01/14" } as const;
  it.each([
    ["2014-01-28", "full", "28 January 2014", "28.01.14"],
    ["2014-01-28", "table", "28 Jan 2014", "28/01/14"],
    ["2014-01-28", "month", "January 2014", "January 2014"],
    ["2014-01-28", "year", "2014", "2014"],
    ["2014-09", "full", "September 2014", "September 2014"],
    ["2014-11-06 to 2014-11-07", "full", "6–7 November 2014", "06.11.14 – 07.11.14"],
    ["2014-11-06 to 2014-11-07", "table", "6–7 Nov 2014", "06/11/14 – 07/11/14"],
    ["2014-10-30 to 2014-11-02", "full", "30 October – 2 November 2014", "30.10.14 – 02.11.14"],
    ["2013-12-30 to 2014-01-02", "full", "30 December 2013 – 2 January 2014", "30.12.13 – 02.01.14"],
    ["end of 2014-10", "full", "End of October 2014", "End of October 2014"],
    [
      "throughout 2014-09 to 2014-10",
      "full",
      "Throughout September and October 2014",
      "Throughout September and October 2014",
    ],
    ["2014-09 to 2014-12", "full", "September to December 2014", "September to December 2014"],
    ["2014-09 to 2015-01", "full", "September 2014 – January 2015", "September 2014 – January 2015"],
    ["early 2014-09", "full", "Early September 2014", "Early September 2014"],
    ["2014 to 2016", "full", "2014–2016", "2014–2016"],
    ["Spring term", "full", "Spring term", "Spring term"],
  ] as const)("%s as %s", (written, form, inWords, inDigits) => {
    expect(formatDate(written, form, words)).toBe(inWords);
    expect(formatDate(written, form, digits)).toBe(inDigits);
  });
});
