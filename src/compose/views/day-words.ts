// Counted days in words, as a clerk would check them on a calendar.
import type { StepCount } from "../../control/route.ts";
import { dayNumber, weekdayOf } from "../../days.ts";
import { joined } from "./parts.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** As many days are listed one by one. */
const listed = 10;

/** "Mon". */
export function weekday(iso: string): string {
  return weekdayOf(dayNumber(iso)).slice(0, 3);
}

/**
 * "5 clear working days before the meeting: Tue 1, Wed 2, Thu 3, Fri 4 and Mon 7 Dec. Left out: Sat 5 and Sun 6 Dec."
 * Days that follow each other, and more than ten, are given by the first and the last.
 */
export function countWords({ words, days, leftOut, rule, from }: StepCount): string {
  const first = days.slice(0, 1);
  const last = days.slice(-1);
  const each = rule.working && days.length <= listed;
  const which = each || days.length < 2 ? dayList(days) : `${dayList(first)} to ${dayList(last)}`;
  const counted = `${words} ${from}: ${which}.`;
  return rule.working ? `${counted}${leftOutWords(leftOut)}` : counted;
}

type LeftOut = StepCount["leftOut"];

function leftOutWords(leftOut: LeftOut): string {
  const weekend = leftOut.filter(({ why }) => isWeekend(why)).map(({ day }) => day);
  const weekends = weekend.length > listed ? ["Saturdays and Sundays"] : weekend.length > 0 ? [dayList(weekend)] : [];
  const named = leftOut.filter(({ why }) => !isWeekend(why)).map(({ day, why }) => `${dayList([day])} (${why})`);
  const said = [...weekends, ...named];
  return said.length > 0 ? ` Left out: ${said.join("; ")}.` : "";
}

/** Whether a day is left out as one of the weekend. */
export function isWeekend(why: string): boolean {
  return why === "Saturday" || why === "Sunday";
}

/** "Tue 30 Jun, Wed 1, Thu 2 and Fri 3 Jul": the month stands where it ends. */
function dayList(days: readonly string[]): string {
  return joined(
    days.map((iso, i) => {
      const month = iso.slice(0, 7);
      const name = days[i + 1]?.slice(0, 7) === month ? "" : `\u00a0${months[Number(iso.slice(5, 7)) - 1] ?? ""}`;
      return `${weekday(iso)}\u00a0${Number(iso.slice(8))}${name}`;
    }),
  );
}
