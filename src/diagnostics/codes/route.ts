import { entry } from "./entry.ts";

interface Deadline {
  readonly what: string;
  readonly done: string;
  readonly key: string;
  readonly meeting: string;
  readonly date: string;
  readonly by: string;
  /** "5 clear days". */
  readonly rule: string;
}

type Notice = Pick<Deadline, "what" | "meeting" | "date" | "by" | "rule">;

/** "a Saturday", "Good Friday". */
function onDay(why: string): string {
  return why === "Saturday" || why === "Sunday" ? `a ${why}` : `no working day (${why})`;
}

/** The route of meetings to a decision. */
export const routeCodes = {
  "control/deadline-passed": entry<Deadline & { today: string }>({
    severity: "warning",
    message: (d) =>
      `${d.what} for ${d.meeting} on ${d.date} were due by ${d.by} (${d.rule}), before the date of this document, ${d.today}.`,
    help: (d) => `write \`${d.key}:\` with the day it was done, move the meeting, or agree a late item with its chair`,
    explain:
      "Papers of a public meeting reach committee services and the public a number of days before it, which the house profile says under `route:`. A document dated after that day cannot have kept to it, unless the register records when the papers went in.",
  }),
  "control/deadline-missed": entry<Deadline & { on: string }>({
    severity: "warning",
    message: (d) =>
      `${d.what} for ${d.meeting} on ${d.date} ${d.done} on ${d.on}, after the last day for it, ${d.by} (${d.rule}).`,
    help: () => "correct the date, or have the chair's reason for a late item minuted",
    explain:
      "An item may be taken at a public meeting only when its papers were open to inspection for the time that the law and the constitution say, or when the chair accepts it as urgent and the minutes say why.",
  }),
  "control/notice-short": entry<Notice & { on: string }>({
    severity: "warning",
    message: (d) =>
      `Notice of ${d.what} of ${d.meeting} on ${d.date} was given on ${d.on}; with ${d.rule} it was due by ${d.by}.`,
    help: () => "move the meeting, or write the `urgency` under which shorter notice is enough",
    explain:
      "Key decisions and items in private need 28 clear days' notice. Where that is impracticable, the general exception asks for five clear days and word to the chair of scrutiny, and special urgency for the chair's agreement. Neither the day of the notice nor that of the meeting counts.",
  }),
  "control/notice-not-given": entry<Notice & { today: string }>({
    severity: "warning",
    message: (d) =>
      `Nothing says that notice of ${d.what} of ${d.meeting} on ${d.date} was given; with ${d.rule} it was due by ${d.by}, before the date of this document, ${d.today}.`,
    help: () =>
      "write `notice:` with its day, move the meeting, or write the `urgency` under which shorter notice is enough",
    explain:
      "Key decisions and items in private need 28 clear days' notice in the forward plan. After the last day for it a meeting can only rely on a notice that was given, on the general exception or on special urgency.",
  }),
  "control/key-decision-reference": entry<{ meeting: string; date: string }>({
    severity: "warning",
    message: (d) => `The key decision of ${d.meeting} on ${d.date} has no reference in the forward plan.`,
    help: () => "write `key-decision: { reference: … }` as the forward plan has it",
    explain:
      "A key decision is published in the forward plan before it is taken. Its reference lets members and the public find the notice that belongs to the paper.",
  }),
  "control/meeting-on-closed-day": entry<{ meeting: string; date: string; why: string }>({
    severity: "warning",
    message: (d) => `${d.meeting} is planned for ${d.date}, which is ${onDay(d.why)}.`,
    help: () => "check the date; when it is right, `held: true` says so once the meeting took place",
    explain:
      "Committees seldom meet on Saturdays, Sundays, bank holidays or days on which the organisation is closed; such a date is mostly a slip in the day, the month or the year.",
  }),
  "control/calendar-years": entry<{ meeting: string; year: number; calendar: string }>({
    severity: "warning",
    message: (d) =>
      `Working days for ${d.meeting} run into ${d.year}, and the calendar of ${d.calendar} holds no bank holidays of that year.`,
    help: () => "add the year to a calendar of your own in templates/calendars/",
    explain:
      "Working days are counted by a calendar of bank holidays that covers certain years. Outside them only Saturdays and Sundays are left out, so a deadline may come out too late.",
  }),
  "control/milestone-differs": entry<{ milestone: string; when: string; meeting: string; date: string }>({
    severity: "warning",
    message: (d) =>
      `The milestone ${d.milestone} is dated ${d.when}, but it is the meeting ${d.meeting}, which is on ${d.date}.`,
    help: () => "leave `when` out: the date of the meeting is then printed",
    explain:
      "A milestone that names a meeting takes its date from the register of meetings, so that it is written once. A period in which the meeting falls, such as a month, may be given beside it.",
  }),
  "control/milestone-before-decision": entry<{
    milestone: string;
    when: string;
    meeting: string;
    date: string;
    earliest: string;
    callIn?: string;
  }>({
    severity: "warning",
    message: (d) =>
      d.callIn === undefined
        ? `The milestone ${d.milestone} (${d.when}) waits for the decision of ${d.meeting}, which meets on ${d.date}.`
        : `The milestone ${d.milestone} (${d.when}) waits for the decision of ${d.meeting}, which can be called in until ${d.callIn}.`,
    help: (d) => `start on ${d.earliest} or later`,
    explain:
      "A decision of an executive takes effect when the time for calling it in is over. What waits for a decision (`after:`) cannot start before.",
  }),
};
