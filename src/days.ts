// Civil days as numbers counted from 1970-01-01. No clock: only days that are written somewhere.

import type { When } from "../schemas/scalars.ts";

const length = 86_400_000;

/** An ISO day as a number of days. */
export function dayNumber(iso: string): number {
  const [year = 1970, month = 1, date = 1] = iso.split("-").map(Number);
  const at = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  at.setUTCFullYear(year, month - 1, date);
  return Math.round(at.getTime() / length);
}

/** The ISO day of a number of days. */
export function isoOf(day: number): string {
  return new Date(day * length).toISOString().slice(0, 10);
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** Name of the day of the week. */
export function weekdayOf(day: number): (typeof weekdays)[number] {
  // 1970-01-01 was a Thursday.
  return weekdays[(((day + 4) % 7) + 7) % 7] ?? "Sunday";
}

/** Year of a number of days. */
export function yearOf(day: number): number {
  return new Date(day * length).getUTCFullYear();
}

/** First and last day that a date means: the end of a month is its last third. */
export function likelyDays({ start, end, part }: Pick<When, "start" | "end" | "part">): {
  readonly start: number;
  readonly end: number;
} {
  const first = dayNumber(start);
  const last = dayNumber(end);
  const third = Math.round((last - first) / 3);
  return {
    start: part === "middle" ? first + third : part === "end" ? last - third : first,
    end: part === "middle" ? last - third : part === "beginning" ? first + third : last,
  };
}

/** Sorts dates by their first day, those of one first day by their last. */
export function byTime(a: Pick<When, "start" | "end" | "part">, b: Pick<When, "start" | "end" | "part">): number {
  const one = likelyDays(a);
  const other = likelyDays(b);
  return one.start - other.start || one.end - other.end;
}
