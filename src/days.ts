// Civil days as numbers counted from 1970-01-01. No clock: only days that are written somewhere.

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
