// Rules of the way to a decision, and calendars of bank holidays: how long before and after a meeting, in days of which kind.
import { z } from "zod";
import { date, identifier, text, type When, when } from "./scalars.ts";

/** A number of days as a rule says it: "5 clear working days". */
export interface DayCount {
  readonly count: number;
  /** Clear days lie whole between two events: neither the day of the one nor that of the other is counted. */
  readonly clear: boolean;
  /** Working days leave out Saturdays, Sundays, bank holidays and days on which the organisation is closed. */
  readonly working: boolean;
}

/** Reads "5 clear days", "5 clear working days", "7 working days", "28 days"; undefined for other words. */
export function readDayCount(written: string): DayCount | undefined {
  const found = /^([1-9]\d{0,2}) (clear )?(working )?days?$/.exec(written.trim());
  if (!found) return undefined;
  return { count: Number(found[1]), clear: found[2] !== undefined, working: found[3] !== undefined };
}

const forms = "5 clear days, 5 clear working days, 5 working days or 5 days";

/** The words of a rule, as `readDayCount` reads them. */
export function dayCountWords(rule: DayCount): string {
  return `${rule.count}${rule.clear ? " clear" : ""}${rule.working ? " working" : ""} day${rule.count === 1 ? "" : "s"}`;
}

const dayCount = z
  .string()
  .refine((v) => readDayCount(v) !== undefined, `must be a number of days such as ${forms}`)
  .transform((v): DayCount => readDayCount(v) ?? { count: 1, clear: true, working: false })
  .meta({ description: `A number of days: ${forms}.` });

/** A number of days before the meeting, or before its papers are published. */
export interface DaysBefore extends DayCount {
  readonly before: "meeting" | "publication";
}

/** Reads "7 working days before the meeting" and "2 working days before publication". */
export function readDaysBefore(written: string): DaysBefore | undefined {
  const found = /^(.+) before (the meeting|publication)$/.exec(written.trim());
  const rule = readDayCount(found?.[1] ?? "");
  return rule && { ...rule, before: found?.[2] === "publication" ? "publication" : "meeting" };
}

const daysBefore = z
  .string()
  .refine(
    (v) => readDaysBefore(v) !== undefined,
    "must be such as 7 working days before the meeting, or 2 working days before publication",
  )
  .transform((v): DaysBefore => readDaysBefore(v) ?? { count: 1, clear: true, working: false, before: "meeting" })
  .meta({ description: "7 working days before the meeting, 2 working days before publication." });

/** At most this many days close at once; a longer time is a slip in a year. */
const longestClosure = 60;

function isClosure({ start, end, startPrecision, endPrecision, part }: When): boolean {
  if (startPrecision !== "day" || endPrecision !== "day" || part !== undefined) return false;
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 < longestClosure;
}

const Closure = z.strictObject({
  days: when.refine(
    (v) => isClosure(v),
    `must be a day, or two with "to" between them, such as 2026-12-29 to 2026-12-31, and at most ${longestClosure} days`,
  ),
  reason: text,
});

/** What a house asks of the way to a decision. What it leaves out is as the law of England says; see docs/route.md. */
export const RouteRules = z
  .strictObject({
    publication: dayCount
      .optional()
      .meta({ description: "Agenda and reports of a public meeting are published this long before it." }),
    notice: dayCount
      .optional()
      .meta({ description: "Notice of a key decision or a private item is given this long before the meeting." }),
    submission: daysBefore
      .optional()
      .meta({ description: "Papers reach committee services: 7 working days before the meeting." }),
    "submission-time": z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 10:00")
      .optional()
      .meta({ description: "Hour of that day, 10:00." }),
    decision: dayCount
      .optional()
      .meta({ description: "Decisions are published within this time of the meeting; on its day unless given." }),
    "call-in": dayCount
      .optional()
      .meta({ description: "A decision may be called in for this long after it is published." }),
    calendar: identifier
      .optional()
      .meta({ description: "Bank holidays: a file of templates/calendars; england-and-wales unless given." }),
    closed: z
      .array(Closure)
      .optional()
      .meta({ description: "Days on which the organisation is closed and which are therefore no working days." }),
  })
  .meta({ id: "RouteRules" });
export type RouteRules = z.output<typeof RouteRules>;

/** Calendar of a house that names none. */
export const usualCalendar = "england-and-wales";

const yearsPattern = /^(\d{4}) to (\d{4})$/;

/** Bank holidays of a part of the kingdom. */
export const Calendar = z
  .strictObject({
    name: text,
    years: z
      .string()
      .refine((v) => {
        const [, from = "", to = ""] = yearsPattern.exec(v) ?? [];
        return from !== "" && from <= to;
      }, "must be two years, such as 2012 to 2028")
      .transform((v): { readonly from: number; readonly to: number } => {
        const [, from, to] = yearsPattern.exec(v) ?? [];
        return { from: Number(from), to: Number(to) };
      })
      .meta({ description: "Years whose holidays the file holds, the first and the last." }),
    source: text.optional(),
    holidays: z.record(date, text).meta({ description: "Name of each holiday by its day." }),
  })
  .meta({ id: "Calendar", title: "fivecase calendar of bank holidays" });
export type Calendar = z.output<typeof Calendar>;
