import { expect, test } from "vitest";
import { readDate, shift } from "../../../src/diff/date.ts";

test.each([
  ["30 April 2027", "11 June 2027", "day", 42],
  ["30 Apr 2027", "11 Jun 2027", "day", 42],
  ["28/02/2016", "01/03/2016", "day", 2],
  ["01/03/16", "29/02/16", "day", -1],
  ["28.01.14", "04.02.14", "day", 7],
  ["6–7 November 2014", "8–9 November 2014", "day", 2],
  ["30 October – 2 November 2014", "30 October – 5 November 2014", "day", 3],
  ["28 December 2014 – 3 January 2015", "29 December 2014 – 3 January 2015", "day", 1],
  ["January 2014", "March 2015", "month", 14],
])("%s to %s", (before, after, unit, by) => {
  expect(shift(before, after)).toEqual({ unit, by });
});

test.each(["", "TBC", "Early 2014", "2014", "31 February 2014", "September and October 2014", "32/01/2014", "2014/15"])(
  "%s is no date that can be counted from",
  (text) => {
    expect(readDate(text)).toBeUndefined();
  },
);

test("a day and a month are not taken from each other", () => {
  expect(shift("30 April 2027", "June 2027")).toBeUndefined();
});
