// The rules a document's route is counted by: the house's own, and the law of England where the house says nothing.
import type { DayCount, RouteRules } from "../../schemas/route.ts";
import type { DocumentModel } from "../compute/model.ts";
import { dayNumber, weekdayOf, yearOf } from "../days.ts";
import type { ClosedDay } from "./counting.ts";

type CaseDocument = DocumentModel["document"];

export interface Rules {
  readonly publication: DayCount;
  readonly notice: DayCount;
  /** Notice under the general exception, where the full one is impracticable. */
  readonly exception: DayCount;
  readonly callIn: DayCount;
  readonly submission?: RouteRules["submission"];
  readonly submissionTime?: string;
  /** From the meeting to the publication of its decision; on its day where the house says nothing. */
  readonly decision?: DayCount;
  readonly closed: ClosedDay;
  /** The first year of some days that the calendar does not hold, with the calendar's name. */
  readonly uncovered: (days: Iterable<number>) => { readonly year: number; readonly calendar: string } | undefined;
}

const clear = (count: number): DayCount => ({ count, clear: true, working: false });

/**
 * Local Government Act 1972, sections 100A and 100B, and SI 2012/2089, regulations 6 and 7: five clear days; regulations 5 and 9:
 * 28 clear days; regulation 10: five clear days. Call-in is for each council to arrange; five working days is what most have.
 */
const usual = {
  publication: clear(5),
  notice: clear(28),
  exception: clear(5),
  callIn: { count: 5, clear: false, working: true },
} as const satisfies Partial<Rules>;

export function rulesOf({ house, calendar }: CaseDocument): Rules {
  const route: RouteRules = house.route ?? {};
  const holidays = calendar?.holidays ?? {};
  const closures = (route.closed ?? []).map(({ days, reason }) => ({
    from: dayNumber(days.start),
    to: dayNumber(days.end),
    reason,
  }));
  const named = new Map(Object.entries(holidays).map(([iso, name]) => [dayNumber(iso), name]));
  return {
    publication: route.publication ?? usual.publication,
    notice: route.notice ?? usual.notice,
    exception: usual.exception,
    callIn: route["call-in"] ?? usual.callIn,
    ...(route.submission ? { submission: route.submission } : {}),
    ...(route["submission-time"] ? { submissionTime: route["submission-time"] } : {}),
    ...(route.decision ? { decision: route.decision } : {}),
    closed(day) {
      const weekday = weekdayOf(day);
      if (weekday === "Saturday" || weekday === "Sunday") return weekday;
      return named.get(day) ?? closures.find(({ from, to }) => from <= day && day <= to)?.reason;
    },
    uncovered(days) {
      if (!calendar) return undefined;
      const { from, to } = calendar.years;
      for (const day of days)
        if (yearOf(day) < from || yearOf(day) > to) return { year: yearOf(day), calendar: calendar.name };
      return undefined;
    },
  };
}
