// Dates as documents print them, in the forms that house profiles know.

/** What a printed date says: days counted from 1970-01-01, or months from January of year 0. */
export type PrintedDate =
  | { readonly precision: "day"; readonly start: number; readonly end: number }
  | { readonly precision: "month"; readonly start: number; readonly end: number };

/** How far a date moved; only dates of the same precision can be taken from each other. */
export interface DateShift {
  readonly unit: "day" | "month";
  /** Later is above zero. */
  readonly by: number;
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  const at = months.findIndex((m) => m === lower || (lower.length === 3 && m.startsWith(lower)));
  return at < 0 ? undefined : at;
}

/** Undefined for a day that no calendar has. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month, day);
  const made = new Date(time);
  return made.getUTCMonth() === month && made.getUTCDate() === day ? time / 86_400_000 : undefined;
}

const fullYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written));

/** One day: "28 January 2014", "28 Jan 2014", "28/01/2014", "28/01/14", "28.01.14". */
function readDay(text: string): number | undefined {
  const worded = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text);
  if (worded) {
    const month = monthOf(worded[2] ?? "");
    return month === undefined ? undefined : dayNumber(Number(worded[3]), month, Number(worded[1]));
  }
  const digits = /^(\d{2})([/.])(\d{2})\2(\d{4}|\d{2})$/.exec(text);
  return digits ? dayNumber(fullYear(digits[4] ?? ""), Number(digits[3]) - 1, Number(digits[1])) : undefined;
}

function readMonth(text: string): number | undefined {
  const found = /^(\p{L}+) (\d{4})$/u.exec(text);
  const month = found ? monthOf(found[1] ?? "") : undefined;
  return month === undefined ? undefined : Number(found?.[2]) * 12 + month;
}

/** The two ends of a range, the first one completed with the month and year it shares with the second. */
function ends(text: string): readonly (readonly [string, string])[] {
  const parts = text.split(/ ?– ?/);
  const [from = "", to = ""] = parts;
  if (parts.length !== 2) return [];
  const [, month = "", year = ""] = /(\p{L}+) (\d{4})$/u.exec(to) ?? [];
  return [
    [from, to],
    [`${from} ${year}`, to],
    [`${from} ${month} ${year}`, to],
  ];
}

/** Reads a printed date or range of days; undefined for a vague one ("Early 2014") and for anything else. */
export function readDate(text: string): PrintedDate | undefined {
  const plain = text.replace(/\s+/gu, " ").trim();
  const day = readDay(plain);
  if (day !== undefined) return { precision: "day", start: day, end: day };
  const month = readMonth(plain);
  if (month !== undefined) return { precision: "month", start: month, end: month };
  for (const [from, to] of ends(plain)) {
    const [start, end] = [readDay(from), readDay(to)];
    if (start !== undefined && end !== undefined) return { precision: "day", start, end };
  }
  return undefined;
}

/** From one printed date to a later one, by their first days; by their last where the first stayed. */
export function shift(before: string, after: string): DateShift | undefined {
  const [from, to] = [readDate(before), readDate(after)];
  if (!from || !to || from.precision !== to.precision) return undefined;
  const by = to.start - from.start;
  return { unit: from.precision, by: by === 0 ? to.end - from.end : by };
}
