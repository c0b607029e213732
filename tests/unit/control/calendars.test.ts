// The shipped calendars, held against the rules that make them and against the days that were proclaimed. They were also compared
// day by day with the Python package holidays 0.109 (PyPI), which has the same 140, 158 and 174 days.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Calendar } from "../../../schemas/route.ts";
import { dayNumber, isoOf, weekdayOf } from "../../../src/days.ts";

const folder = join(import.meta.dirname, "../../../templates/calendars");
const read = (name: string) =>
  Calendar.parse(parse(readFileSync(join(folder, `${name}.yaml`), "utf8"), { schema: "failsafe" }));
const names = ["england-and-wales", "scotland", "northern-ireland"] as const;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

describe.each(names)("%s", (name) => {
  const { years, holidays } = read(name);
  const days = Object.keys(holidays).map(dayNumber);
  const inYear = (year: number) => Object.keys(holidays).filter((iso) => iso.startsWith(`${year}-`));

  test("holds working days of its years, in order, from 2012 to 2028", () => {
    expect(years).toEqual({ from: 2012, to: 2028 });
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.filter((d) => ["Saturday", "Sunday"].includes(weekdayOf(d))).map(isoOf)).toEqual([]);
    expect(days.map((d) => Number(isoOf(d).slice(0, 4))).every((y) => years.from <= y && y <= years.to)).toBe(true);
  });

  test("has Good Friday, and Easter Monday but in Scotland", () => {
    for (let year = years.from; year <= years.to; year++) {
      expect(holidays[isoOf(easter(year) - 2)]).toBe("Good Friday");
      expect(holidays[isoOf(easter(year) + 1)]).toBe(name === "scotland" ? undefined : "Easter Monday");
    }
  });

  test("has as many days a year as the law gives, and those that were proclaimed", () => {
    const usual = { "england-and-wales": 8, scotland: 9, "northern-ireland": 10 }[name];
    const more: Readonly<Record<number, number | undefined>> = {
      2012: 1,
      2022: 2,
      2023: 1,
      ...(name === "scotland" ? { 2026: 1 } : {}),
    };
    for (let year = years.from; year <= years.to; year++)
      expect([year, inYear(year).length]).toEqual([year, usual + (more[year] ?? 0)]);
  });

  test.each([
    ["2012-06-04", "Spring bank holiday"],
    ["2012-06-05", "Queen’s Diamond Jubilee"],
    ["2020-05-08", "Early May bank holiday (VE Day)"],
    ["2022-06-02", "Spring bank holiday"],
    ["2022-06-03", "Platinum Jubilee bank holiday"],
    ["2022-09-19", "State Funeral of Queen Elizabeth II"],
    ["2023-05-08", "Coronation of King Charles III"],
    ["2021-12-27", "Christmas Day (substitute day)"],
    ["2021-12-28", "Boxing Day (substitute day)"],
    ["2016-12-27", "Christmas Day (substitute day)"],
  ])("%s is %s", (day, called) => expect(holidays[day]).toBe(called));

  test.each(["2012-05-28", "2020-05-04", "2022-05-30"])("the holiday of %s was moved", (day) =>
    expect(holidays[day]).toBeUndefined(),
  );
});
