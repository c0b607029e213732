import { expect, test } from "vitest";
import { readAmounts, readPrinted } from "../../../src/check/amounts.ts";

const read = (text: string) => readAmounts(text).map((l) => `${l.text} = ${l.value.toString()}`);

test.each([
  ["£109m", ["£109m = 109000000"]],
  ["£1,060,000 a year", ["£1,060,000 = 1060000"]],
  ["£22.417K", ["£22.417K = 22417"]],
  ["£3.8 billion and £30bn", ["£3.8 billion = 3800000000", "£30bn = 30000000000"]],
  ["£ 12 thousand", ["£ 12 thousand = 12000"]],
  ["£250'000s", ["£250'000s = 250000"]],
  ["£5 million.", ["£5 million = 5000000"]],
  ["£5 metres", ["£5 = 5"]],
  ["£12–15m", ["£12 = 12000000", "15m = 15000000"]],
  ["£12m to £15m", ["£12m = 12000000", "£15m = 15000000"]],
  ["£1.2 to £1.4 million", ["£1.2 = 1200000", "£1.4 million = 1400000"]],
  ["between £5k and £10k", ["£5k = 5000", "£10k = 10000"]],
  ["£5m and 12 people", ["£5m = 5000000"]],
  ["£5 and 10 million people", ["£5 = 5"]],
  ["−£30,000 or -£2m", ["−£30,000 = -30000", "-£2m = -2000000"]],
  ["12 per cent", ["12 per cent = 0.12"]],
  ["46.4% and 5 percent", ["46.4% = 0.464", "5 percent = 0.05"]],
  ["5–15%", ["5 = 0.05", "15% = 0.15"]],
  ["5% to 15%", ["5% = 0.05", "15% = 0.15"]],
  ["between 5 and 15 per cent", ["5 = 0.05", "15 per cent = 0.15"]],
  ["12 percentage points, 12 per cent points", []],
  ["£1.2.3 and £1,2,3", []],
  ["2014/15, 65 and over, A1, section 3.1", []],
  ["£’000 and %", []],
])("%s", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ["£109m", "500000", 3],
  ["£109.0m", "50000", 4],
  ["£1,060,000", "5000", 3],
  ["£317,200", "50", 4],
  ["£500", "2.5", 1],
  ["46%", "0.005", 2],
])("%s may have been rounded by %s", (text, slack, significant) => {
  const [literal] = readAmounts(text);
  expect(literal?.slack.toString()).toBe(slack);
  expect(literal?.significant).toBe(significant);
});

test.each([
  ["about £11.1m", "money 11100000"],
  ["46%", "percent 0.46"],
  ["321,000", "number 321000"],
  ["22 people", "number 22"],
  ["over 1,000", "number 1000"],
  ["TBC", undefined],
  ["Year 1", undefined],
  ["2 November 2026", "number 2"],
])("a printed %s is read back", (text, expected) => {
  const found = readPrinted(text);
  expect(found && `${found.kind} ${found.value.toString()}`).toBe(expected);
});
