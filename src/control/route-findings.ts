// What stands in the way of a route, judged on the day the document bears. Dates not known to the day are not judged by the day.
import { milestoneDates } from "../../schemas/registers.ts";
import type { When } from "../../schemas/scalars.ts";
import type { DocumentModel } from "../compute/model.ts";
import { dayNumber } from "../days.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source.ts";
import type { RouteMeeting, RouteStep } from "./route.ts";
import type { Rules } from "./rules.ts";

type CaseDocument = DocumentModel["document"];

export function routeFindings(
  document: CaseDocument,
  route: readonly RouteMeeting[],
  rules: Rules,
): readonly Diagnostic[] {
  const { broken } = document.registers;
  // Of an entry with mistakes some is left out: a lack of it is not the author's.
  const whole = route.filter(({ id }) => !broken?.has("*") && !broken?.has(`meetings.${id}`));
  return [
    ...whole.flatMap((meeting) => [
      ...deadlines(document, meeting),
      ...reference(document, meeting),
      ...closedDays(document, meeting, rules),
      ...uncovered(document, meeting, rules),
    ]),
    ...milestones(document, whole),
  ];
}

function placeOf(document: CaseDocument, id: string, key: string): Span | undefined {
  const { places } = document.registers;
  return places.value(["meetings", id, key]) ?? places.key(["meetings", id]);
}

const told = {
  submission: { what: "The papers", done: "reached committee services", key: "submitted" },
  publication: { what: "Agenda and reports", done: "were published", key: "published" },
} as const;

function deadlines(document: CaseDocument, meeting: RouteMeeting): readonly Diagnostic[] {
  return meeting.steps.flatMap((step): readonly Diagnostic[] => {
    if (step.kind === "notice") return notice(document, meeting, step);
    if (step.kind !== "submission" && step.kind !== "publication") return [];
    const { what, done, key } = told[step.kind];
    const details = { what, done, key, meeting: meeting.meeting, date: meeting.start, by: step.to, rule: ruleOf(step) };
    const late = step.recorded !== undefined && step.recorded > step.last;
    if (late) {
      const span = placeOf(document, meeting.id, key);
      return [report("control/deadline-missed", span, { ...details, on: step.recorded ?? "" })];
    }
    const { date } = document.front;
    const waits = step.recorded === undefined && isAhead(document, meeting) && step.last < date;
    const span = placeOf(document, meeting.id, "date");
    return waits ? [report("control/deadline-passed", span, { ...details, today: date })] : [];
  });
}

function notice(document: CaseDocument, meeting: RouteMeeting, step: RouteStep): readonly Diagnostic[] {
  const what = meeting.keyDecision ? "the key decision" : "the item in private";
  const details = { what, meeting: meeting.meeting, date: meeting.start, by: step.to, rule: ruleOf(step) };
  if (step.recorded !== undefined) {
    const span = placeOf(document, meeting.id, "notice");
    return step.recorded > step.last ? [report("control/notice-short", span, { ...details, on: step.recorded })] : [];
  }
  if (step.last >= document.front.date) return [];
  const span = placeOf(document, meeting.id, meeting.keyDecision ? "key-decision" : "exempt");
  return [report("control/notice-not-given", span, { ...details, today: document.front.date })];
}

function ruleOf(step: RouteStep): string {
  return step.count?.words ?? "";
}

/** Whether a meeting is still to come on the day the document bears. */
function isAhead(document: CaseDocument, { end, held }: RouteMeeting): boolean {
  return end >= document.front.date && !held;
}

function reference(document: CaseDocument, { id, meeting, start, keyDecision }: RouteMeeting): readonly Diagnostic[] {
  if (!keyDecision || keyDecision.reference !== undefined) return [];
  const span = placeOf(document, id, "key-decision");
  return [report("control/key-decision-reference", span, { meeting, date: start })];
}

/** A meeting that was held on such a day is a fact; one that is planned is more often a slip. */
function closedDays(document: CaseDocument, meeting: RouteMeeting, rules: Rules): readonly Diagnostic[] {
  if (meeting.steps.length === 0 || meeting.held) return [];
  const day = [meeting.start, meeting.end].find((iso) => rules.closed(dayNumber(iso)) !== undefined);
  if (day === undefined) return [];
  const why = rules.closed(dayNumber(day)) ?? "";
  return [
    report("control/meeting-on-closed-day", placeOf(document, meeting.id, "date"), {
      meeting: meeting.meeting,
      date: day,
      why,
    }),
  ];
}

function uncovered(document: CaseDocument, meeting: RouteMeeting, rules: Rules): readonly Diagnostic[] {
  const days = meeting.steps
    .filter(({ count }) => count?.rule.working)
    .flatMap(({ from, to, count }) => [from, to, ...(count?.days ?? [])].map(dayNumber));
  const found = rules.uncovered(days);
  if (!found) return [];
  return [
    report("control/calendar-years", placeOf(document, meeting.id, "date"), { meeting: meeting.meeting, ...found }),
  ];
}

function milestones(document: CaseDocument, route: readonly RouteMeeting[]): readonly Diagnostic[] {
  const { data, places, broken } = document.registers;
  const byId = new Map(route.map((meeting) => [meeting.id, meeting]));
  return Object.entries(data.milestones ?? {}).flatMap(([id, milestone]): readonly Diagnostic[] => {
    if (broken?.has(`milestones.${id}`)) return [];
    if (milestone.documents && !milestone.documents.includes(document.id)) return [];
    const at = places.value(["milestones", id, "when"]) ?? places.key(["milestones", id]);
    const found: Diagnostic[] = [];
    const meeting = milestone.meeting === undefined ? undefined : data.meetings?.[milestone.meeting];
    const own = milestone.when === undefined ? [] : milestoneDates(milestone, undefined);
    if (meeting && own.length > 0 && !own.some((when) => agrees(when, meeting.date)))
      found.push(
        report("control/milestone-differs", at, {
          milestone: id,
          when: own.map((when) => when.written).join(", "),
          meeting: milestone.meeting ?? "",
          date: meeting.date.written,
        }),
      );
    const awaited = milestone.after === undefined ? undefined : byId.get(milestone.after);
    if (awaited)
      for (const when of milestoneDates(milestone, data.meetings)) found.push(...tooEarly(id, when, awaited, at));
    return found;
  });
}

/** The same date, or a period that the meeting falls into. */
function agrees(when: When, meeting: When): boolean {
  const vague = when.range || when.startPrecision !== "day";
  return when.start === meeting.start && when.end === meeting.end
    ? true
    : vague && when.start <= meeting.start && meeting.end <= when.end;
}

/** A start that lies before the first day on which the decision can take effect, whichever day of a vague start is meant. */
function tooEarly(milestone: string, when: When, meeting: RouteMeeting, at: Span | undefined): readonly Diagnostic[] {
  const effect = meeting.steps.find((step) => step.kind === "effect")?.to;
  const earliest = effect ?? (meeting.steps.length > 0 ? meeting.end : meeting.start);
  const start = when.startPrecision === "day" ? when.start : when.range ? undefined : when.end;
  if (start === undefined || start >= earliest) return [];
  const callIn = meeting.steps.find((step) => step.kind === "call-in");
  return [
    report("control/milestone-before-decision", at, {
      milestone,
      when: when.written,
      meeting: meeting.meeting,
      date: meeting.written,
      earliest,
      ...(callIn ? { callIn: callIn.to } : {}),
    }),
  ];
}
