import { expect, test } from "vitest";
import { agree, change, numberForm, readNumber } from "../../../src/diff/number.ts";

test.each([
  ["£1.2m", "£", 12n, 5],
  ["£11,125,433", "£", 11_125_433n, 0],
  ["−£30k", "£", -30n, 3],
  ["about £11.1m", "£", 111n, 5],
  ["3.5%", "%", 35n, -1],
  ["22\u00a0people", "people", 22n, 0],
  ["(1,200)", "", -1200n, 0],
  ["-4", "", -4n, 0],
])("%s is read exactly", (text, unit, coefficient, exponent) => {
  expect(readNumber(text)).toMatchObject({ unit, coefficient, exponent });
});

test.each(["", "n/a", "£1m to £2m", "12k", "1,20", "2014/15", "R7", "£5 people", "=1"])("%s is no number", (text) => {
  expect(readNumber(text)).toBeUndefined();
});

const moved = (before: string, after: string) => {
  const [from, to] = [readNumber(before), readNumber(after)];
  return from && to && change(from, to);
};

test.each([
  ["£3,700,000", "£4,200,000", "up", "+£500,000", "+13.5%"],
  ["£900k", "£1.1m", "up", "+£0.2m", "+22.2%"],
  ["£1.1m", "£1,050,500", "down", "−£49,500", "−4.5%"],
  ["−£10k", "£10k", "up", "+£20k", "+200.0%"],
  ["1.61", "1.42", "down", "−0.19", "−11.8%"],
  ["£0", "£510,000", "up", "+£510,000", undefined],
  ["3.0%", "4.0%", "up", "+1.0 percentage points", undefined],
  ["10,000", "10,001", "up", "+1", "less than 0.1%"],
  ["12 years", "11 years", "down", "−1 years", "−8.3%"],
  ["£5", "£5", "same", "£0", undefined],
])("%s to %s", (before, after, direction, amount, percent) => {
  expect(moved(before, after)).toEqual({ direction, amount, ...(percent === undefined ? {} : { percent }) });
});

test("numbers of other units are not taken from each other", () => {
  expect(moved("£5", "5%")).toBeUndefined();
  expect(moved("5 people", "5 beds")).toBeUndefined();
});

test("a number agrees with its own rounding, and with no other", () => {
  const both = (a: string, b: string) => {
    const [x, y] = [readNumber(a), readNumber(b)];
    return x && y && agree(x, y);
  };
  expect(both("£1.2m", "£1,234,567")).toBe(true);
  expect(both("£1.3m", "£1,234,567")).toBe(false);
  expect(both("5", "6")).toBe(false);
  expect(both("£5", "5")).toBe(false);
});

test("the form of a number is what stands round its digits", () => {
  expect(numberForm("about −£1.25m")).toBe("about £0.00m");
  expect(numberForm("1,234")).toBe(numberForm("5"));
  expect(numberForm("1.5")).not.toBe(numberForm("1.50"));
});
