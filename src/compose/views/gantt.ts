// A timeline: milestones, or the route of meetings with the days that follow from them.
import type { When } from "../../../schemas/scalars.ts";
import type { RouteMeeting, RouteStep } from "../../control/route.ts";
import { dayNumber, isoOf, likelyDays } from "../../days.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Exhibit } from "../../document/document.ts";
import type { Gantt, GanttRow } from "../../document/exhibit.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { ticks, window } from "./calendar.ts";
import { groupBy } from "./columns.ts";
import { datesOf, inOrder, type Milestone } from "./milestones.ts";
import { counted, sentence } from "./parts.ts";
import { choice, items } from "./registers.ts";
import { meetingsShown, stepWords } from "./route.ts";

export const gantt: View = {
  attributes: ["of", "only", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const of = choice(request, "of", ["milestones", "meetings"], diagnostics);
    const rows = of === "meetings" ? routeRows(request, diagnostics) : milestoneRows(request, diagnostics);
    if (rows.length === 0) return { value: [], diagnostics };
    const span = window(Math.min(...rows.map((r) => r.start)), Math.max(...rows.map((r) => r.end)));
    const content: Gantt = { type: "gantt", rows, ticks: ticks(span.from, span.to), ...span };
    const title = of === "meetings" ? "Route to the decision" : "Timeline";
    const exhibit: Exhibit = {
      type: "exhibit",
      id: request.id ?? (of === "meetings" ? "gantt-of-meetings" : "gantt"),
      caption: { label: "Figure", number: 0, children: request.caption ?? [text(title)] },
      alt: altGiven(request) ?? ganttAlt(request, content, of === "meetings" ? "step" : "milestone"),
      content,
      ...(of === "meetings" ? { control: true as const } : {}),
      notes: [],
      ...(request.origin ? { origin: request.origin } : {}),
    };
    return { value: [exhibit], diagnostics };
  },
};

/** The author's own text alternative; `alt=auto` asks for ours. */
export function altGiven(request: ViewRequest): string | undefined {
  const { alt } = request.attributes;
  return alt === undefined || alt === "" || alt === "auto" ? undefined : alt;
}

function milestoneRows(request: ViewRequest, diagnostics: Diagnostic[]): readonly GanttRow[] {
  const shown = inOrder(request, items(request, "milestones", diagnostics));
  const groups = groupBy(shown, (m) => m.entry.group).flatMap((g) => g.items);
  return groups.flatMap((m) => datesOf(request, m).map((when) => milestoneRow(request, m, when)));
}

function milestoneRow(request: ViewRequest, milestone: Milestone, when: When): GanttRow {
  return {
    label: plainText(request.kit.inlines(milestone.entry.title, milestone.origin)),
    ...(milestone.entry.group === undefined ? {} : { group: milestone.entry.group }),
    ...bar(when),
    text: request.kit.date(when, "table"),
  };
}

/** Every step of every meeting, and the milestones that wait for one, in the order of time. */
function routeRows(request: ViewRequest, diagnostics: Diagnostic[]): readonly GanttRow[] {
  const shown = meetingsShown(request, diagnostics);
  const ids = new Set(shown.map(({ id }) => id));
  const waiting = items({ ...request, attributes: {} }, "milestones", []).filter(
    ({ entry }) => entry.after !== undefined && ids.has(entry.after),
  );
  const rows = [
    ...shown.flatMap((meeting) => meetingRows(request, meeting)),
    ...waiting.flatMap((m) =>
      datesOf(request, m).map((when): GanttRow => {
        const { group: _, ...row } = milestoneRow(request, m, when);
        return row;
      }),
    ),
  ];
  return rows.sort((a, b) => a.start - b.start || a.end - b.end);
}

function meetingRows(request: ViewRequest, meeting: RouteMeeting): readonly GanttRow[] {
  const named = (words: string) => `${meeting.meeting}: ${words}`;
  const when = meetingWhen(request, meeting);
  if (meeting.steps.length === 0)
    return when ? [{ label: meeting.meeting, ...bar(when), text: request.kit.date(when, "table") }] : [];
  return meeting.steps.map((step) => ({
    label: step.kind === "meeting" ? meeting.meeting : named(stepWords(meeting, step)),
    form: step.from === step.to ? "point" : "range",
    start: dayNumber(step.from),
    end: dayNumber(step.to),
    fuzzyStart: false,
    fuzzyEnd: false,
    text: stepDates(request, step),
  }));
}

function meetingWhen(request: ViewRequest, { id }: RouteMeeting): When | undefined {
  return request.document.document.registers.data.meetings?.[id]?.date;
}

function stepDates(request: ViewRequest, { from, to }: RouteStep): string {
  return request.kit.date(from === to ? from : `${from} to ${to}`, "table");
}

function bar(when: When): Pick<GanttRow, "form" | "start" | "end" | "fuzzyStart" | "fuzzyEnd"> {
  const { start, end, fuzzyStart, fuzzyEnd } = edges(when);
  return { form: start === end && !when.range ? "point" : "range", start, end, fuzzyStart, fuzzyEnd };
}

/** First and last day drawn, and which of them are only roughly known. */
function edges(when: When): Pick<GanttRow, "start" | "end" | "fuzzyStart" | "fuzzyEnd"> {
  const { start, end } = likelyDays(when);
  switch (when.part) {
    case "beginning":
      return { start, end, fuzzyStart: false, fuzzyEnd: true };
    case "middle":
      return { start, end, fuzzyStart: true, fuzzyEnd: true };
    case "end":
      return { start, end, fuzzyStart: true, fuzzyEnd: false };
    case "throughout":
      return { start, end, fuzzyStart: false, fuzzyEnd: false };
    case undefined:
      return { start, end, fuzzyStart: when.startPrecision !== "day", fuzzyEnd: when.endPrecision !== "day" };
  }
}

function ganttAlt(request: ViewRequest, content: Gantt, of: string): string {
  const days = content.rows.flatMap((r) => [r.start, r.end]);
  const month = (day: number) => request.kit.date(isoOf(day), "month");
  const from = month(Math.min(...days));
  const to = month(Math.max(...days));
  const span = from === to ? `in ${from}` : `from ${from} to ${to}`;
  const parts = content.rows.map((r) => `${r.label}: ${r.text}`);
  return `A timeline of ${counted(content.rows.length, of)} ${span}. ${sentence(parts.join("; "))}`;
}
