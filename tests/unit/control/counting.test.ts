import { expect, test } from "vitest";
import { dayCountWords, readDayCount, readDaysBefore } from "../../../schemas/route.ts";
import { type ClosedDay, countBack, countForward } from "../../../src/control/counting.ts";
import { dayNumber, isoOf, weekdayOf, yearOf } from "../../../src/days.ts";

const weekends: ClosedDay = (day) => {
  const name = weekdayOf(day);
  return name === "Saturday" || name === "Sunday" ? name : undefined;
};
const withHolidays =
  (...holidays: readonly string[]): ClosedDay =>
  (day) =>
    weekends(day) ?? (holidays.includes(isoOf(day)) ? "Holiday" : undefined);

function rule(words: string) {
  const read = readDayCount(words);
  if (!read) throw new Error(words);
  return read;
}

test.each([
  ["5 clear days", { count: 5, clear: true, working: false }],
  ["5 clear working days", { count: 5, clear: true, working: true }],
  ["7 working days", { count: 7, clear: false, working: true }],
  ["1 day", { count: 1, clear: false, working: false }],
])("%s is read and said again", (words, read) => {
  expect(readDayCount(words)).toEqual(read);
  expect(dayCountWords(rule(words))).toBe(words);
});

test.each([
  "",
  "0 days",
  "five clear days",
  "5 working clear days",
  "5",
  "5 clear",
  "-1 days",
  "5.5 days",
  "5000 days",
])("%j is no number of days", (words) => expect(readDayCount(words)).toBeUndefined());

test("a deadline says what it lies before", () => {
  expect(readDaysBefore("7 working days before the meeting")).toMatchObject({ count: 7, before: "meeting" });
  expect(readDaysBefore("2 working days before publication")).toMatchObject({ count: 2, before: "publication" });
  expect(readDaysBefore("7 working days")).toBeUndefined();
  expect(readDaysBefore("7 working days before lunch")).toBeUndefined();
});

test.each([
  // The day to act by, the last day that still keeps to the rule, the first and the last day counted.
  ["5 clear working days", "2026-12-08", "2026-11-30", "2026-11-30", "2026-12-01", "2026-12-07"],
  ["5 clear days", "2026-12-08", "2026-12-02", "2026-12-02", "2026-12-03", "2026-12-07"],
  ["28 clear days", "2026-12-08", "2026-11-09", "2026-11-09", "2026-11-10", "2026-12-07"],
  ["7 working days", "2026-12-08", "2026-11-27", "2026-11-27", "2026-11-27", "2026-12-07"],
  ["7 days", "2026-12-08", "2026-12-01", "2026-12-01", "2026-12-01", "2026-12-07"],
  // The window is a whole week: papers are out on the Friday, and on the Sunday would still be in time.
  ["5 clear working days", "2026-12-14", "2026-12-04", "2026-12-06", "2026-12-07", "2026-12-11"],
])("%s before %s", (words, meeting, by, last, from, to) => {
  const counted = countBack(dayNumber(meeting), rule(words), weekends);
  expect([counted.day, counted.last, counted.days[0] ?? 0, counted.days.at(-1) ?? 0].map(isoOf)).toEqual([
    by,
    last,
    from,
    to,
  ]);
});

test("holidays and weekends are left out, and it is told which", () => {
  const easter = withHolidays("2026-04-03", "2026-04-06");
  const counted = countBack(dayNumber("2026-04-09"), rule("5 clear working days"), easter);
  expect(counted.days.map(isoOf)).toEqual(["2026-03-31", "2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08"]);
  expect(isoOf(counted.day)).toBe("2026-03-30");
  expect(counted.leftOut.map(({ day, why }) => `${isoOf(day)} ${why}`)).toEqual([
    "2026-04-03 Holiday",
    "2026-04-04 Saturday",
    "2026-04-05 Sunday",
    "2026-04-06 Holiday",
  ]);
});

test("counting on leaves out the day it starts from", () => {
  const counted = countForward(dayNumber("2026-07-09"), rule("5 working days"), weekends);
  expect(counted.days.map(isoOf)).toEqual(["2026-07-10", "2026-07-13", "2026-07-14", "2026-07-15", "2026-07-16"]);
  expect(isoOf(counted.day)).toBe("2026-07-16");
});

test("days are those of the calendar, early years included", () => {
  expect(isoOf(dayNumber("2024-02-29"))).toBe("2024-02-29");
  expect(isoOf(dayNumber("0001-01-01"))).toBe("0001-01-01");
  expect(dayNumber("1970-01-02")).toBe(1);
  expect(["1969-12-31", "1970-01-01", "2026-12-08"].map((d) => weekdayOf(dayNumber(d)))).toEqual([
    "Wednesday",
    "Thursday",
    "Tuesday",
  ]);
  expect(yearOf(dayNumber("2026-12-31"))).toBe(2026);
});
