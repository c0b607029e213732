// Counting days before and after an event, and which days were counted.
import type { DayCount } from "../../schemas/route.ts";

/** Why a day is no working day; undefined for a working day. */
export type ClosedDay = (day: number) => string | undefined;

export interface LeftOut {
  readonly day: number;
  readonly why: string;
}

/** Days as numbers (see src/days.ts), in the order of time. */
export interface Counted {
  /** Where the count arrives: the last day that keeps to the rule when counting back, the first one when counting on. */
  readonly day: number;
  /**
   * The last day, counting back, from which the rule's days still pass. It is later than `day` only where `day` is a Friday, say,
   * since the days after it are no working days: what happens on the Sunday leaves as many clear working days.
   */
  readonly last: number;
  readonly days: readonly number[];
  /** Days passed over on the way, because nobody works on them. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * The latest day from which a rule's days pass before an event. Clear days leave out both the day arrived at and the event's own;
 * days that are not clear count the day arrived at: 7 working days before a Tuesday is the Thursday of the week before last.
 */
export function countBack(from: number, rule: DayCount, closed: ClosedDay): Counted {
  const { day, days, leftOut } = count(from, rule, closed, -1);
  const last = rule.clear ? (days.at(-1) ?? from) - 1 : day;
  return { day, last, days: [...days].reverse(), leftOut: [...leftOut].reverse() };
}

/** The earliest day by which a rule's days have passed since an event; the event's own day is never counted. */
export function countForward(from: number, rule: DayCount, closed: ClosedDay): Counted {
  const counted = count(from, rule, closed, 1);
  return { ...counted, last: counted.day };
}

function count(from: number, rule: DayCount, closed: ClosedDay, step: 1 | -1): Omit<Counted, "last"> {
  const days: number[] = [];
  const leftOut: LeftOut[] = [];
  let day = from;
  const next = (): number => {
    day += step;
    for (let why = reason(day); why !== undefined; why = reason(day)) {
      leftOut.push({ day, why });
      day += step;
    }
    return day;
  };
  const reason = (at: number) => (rule.working ? closed(at) : undefined);
  for (let i = 0; i < rule.count; i++) days.push(next());
  if (rule.clear) next();
  return { day, days, leftOut };
}
