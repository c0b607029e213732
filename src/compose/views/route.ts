// The route to a decision: the forward plan, and each meeting's deadlines with how they were counted.
import type { RouteMeeting, RouteStep } from "../../control/route.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { paragraph, text } from "../../document/build.ts";
import type { Cell, Paragraph } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { chooseColumns, gridColumns, type Shown } from "./columns.ts";
import { countWords, isWeekend, weekday } from "./day-words.ts";
import { type GridRow, grid, section } from "./grid.ts";
import { capital, inlineCell, joined, linesCell, markdownCell, note, textCell } from "./parts.ts";
import { items } from "./registers.ts";

/** Meetings of the document that `only` lets through, in order of date. */
export function meetingsShown(request: ViewRequest, diagnostics: Diagnostic[]): readonly RouteMeeting[] {
  const ids = new Set(items(request, "meetings", diagnostics).map(({ id }) => id));
  return request.control.route.filter(({ id }) => ids.has(id));
}

/** What a step is, beside the name of its meeting. */
export function stepWords({ keyDecision, exempt }: RouteMeeting, { kind }: RouteStep): string {
  switch (kind) {
    case "notice":
      return keyDecision
        ? exempt
          ? "notice of the key decision, in part private"
          : "notice of the key decision"
        : "notice of the item in private";
    case "submission":
      return "papers to committee services";
    case "publication":
      return "agenda and reports published";
    case "meeting":
      return "meeting";
    case "decision":
      return "decision published";
    case "call-in":
      return "decision can be called in";
    case "effect":
      return "decision takes effect";
  }
}

export const forwardPlan: View = {
  attributes: ["only", "columns"],
  register: "meetings",
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = meetingsShown(request, diagnostics).filter((m) => m.public || m.keyDecision || m.exempt);
    if (shown.length === 0) return { value: [], diagnostics };
    const known = planColumns(request);
    const usual = ["date", "meeting", "asks", "key", "exempt", "notice", "publication"];
    const columns = chooseColumns(request, known, usual, shown, diagnostics);
    const table = grid(request, {
      control: true,
      title: [text("Forward plan")],
      of: "meetings",
      columns: gridColumns(columns, ["meeting", "asks"]),
      rows: shown.map((m) => ({ cells: columns.map((c) => c.cell(m)), ...(m.origin ? { origin: m.origin } : {}) })),
      notes: planNotes(request, shown),
    });
    return { value: [table], diagnostics };
  },
};

function planColumns(request: ViewRequest): Readonly<Record<string, Shown<RouteMeeting>>> {
  const { kit } = request;
  const by = (label: string, kind: RouteStep["kind"]): Shown<RouteMeeting> => ({
    label,
    weight: 2,
    filled: ({ steps }) => steps.some((step) => step.kind === kind),
    cell: ({ steps }) =>
      dayCell(
        request,
        steps.find((step) => step.kind === kind),
      ),
  });
  return {
    date: { label: "Date", weight: 2, cell: (m) => textCell(kit.date(m.written, "table")) },
    meeting: { label: "Body", weight: 2, cell: (m) => textCell(m.meeting) },
    organisation: { label: "Organisation", weight: 2, cell: (m) => textCell(m.organisation) },
    item: { label: "Item", filled: (m) => m.item !== undefined, cell: (m) => textCell(m.item) },
    purpose: { label: "Purpose", weight: 2, cell: (m) => textCell(capital(m.purpose)) },
    asks: {
      label: "Decision asked for",
      weight: 4,
      cell: (m) => (m.asks ? markdownCell(kit, m.asks, { origin: m.origin }) : textCell(capital(m.purpose))),
    },
    key: {
      label: "Key decision",
      weight: 2,
      cell: ({ keyDecision }) =>
        linesCell(keyDecision ? ["Yes", ...(keyDecision.reference ? [keyDecision.reference] : [])] : ["No"]),
    },
    exempt: {
      label: "Private",
      weight: 2,
      cell: ({ exempt }) => textCell(exempt ? `In part: ${paragraphs(exempt.paragraphs)}` : "No"),
    },
    notice: by("Notice by", "notice"),
    submission: by("Papers by", "submission"),
    publication: by("Published by", "publication"),
    "call-in": by("Call-in until", "call-in"),
    effect: by("Takes effect", "effect"),
  };
}

function paragraphs(numbers: readonly number[]): string {
  return `${numbers.length > 1 ? "paragraphs" : "paragraph"} ${joined(numbers.map(String))}`;
}

function dayCell(request: ViewRequest, step: RouteStep | undefined): Cell {
  return textCell(step && timed(step, request.kit.date(step.to, "table")));
}

function timed({ time }: RouteStep, day: string): string {
  return time === undefined ? day : `${day}, ${time}`;
}

function planNotes(request: ViewRequest, shown: readonly RouteMeeting[]): readonly Paragraph[] {
  const private_ = shown.flatMap(({ exempt }) => (exempt ? [exempt] : []));
  return [
    ...private_.map(({ paragraphs: numbers, reason }) =>
      paragraph(
        [
          text(`Private under ${paragraphs(numbers)} of Schedule 12A to the Local Government Act 1972: `),
          ...request.kit.inlines(reason),
        ],
        "note",
      ),
    ),
    ...shown.flatMap(({ urgency }) => (urgency ? [note(`${capital(urgency.rule)}: ${urgency.reason}`)] : [])),
  ];
}

type Row = { readonly meeting: RouteMeeting; readonly step: RouteStep };

export const route: View = {
  attributes: ["only", "columns"],
  register: "meetings",
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const all = meetingsShown(request, diagnostics);
    const shown = request.attributes.only
      ? all.filter((m) => m.steps.length > 0)
      : all.filter((m) => m.steps.length > 1);
    if (shown.length === 0) return { value: [], diagnostics };
    const rows = shown.flatMap((meeting) => meeting.steps.map((step): Row => ({ meeting, step })));
    const columns = chooseColumns(request, routeColumns(request), ["step", "date", "count"], rows, diagnostics);
    const row = (r: Row): GridRow => ({
      cells: columns.map((c) => c.cell(r)),
      ...(r.meeting.origin ? { origin: r.meeting.origin } : {}),
    });
    const several = shown.length > 1;
    const table = grid(request, {
      control: true,
      title: [text("Route to the decision")],
      of: "steps",
      columns: gridColumns(columns, ["step"]),
      rows: shown.flatMap((meeting) => [
        ...(several ? [section([text(headOf(request, meeting))], columns.length)] : []),
        ...rows.filter((r) => r.meeting === meeting).map(row),
      ]),
      notes: routeNotes(request, rows),
    });
    return { value: [table], diagnostics };
  },
};

function headOf(request: ViewRequest, { meeting, written }: RouteMeeting): string {
  return `${meeting}, ${request.kit.date(written, "full")}`;
}

function routeColumns(request: ViewRequest): Readonly<Record<string, Shown<Row>>> {
  return {
    step: {
      label: "Step",
      weight: 3,
      cell: ({ meeting, step }) =>
        textCell(step.kind === "meeting" ? meeting.meeting : capital(stepWords(meeting, step))),
    },
    date: { label: "Date", weight: 4, cell: ({ step }) => linesCell(stepLines(request, step)) },
    count: { label: "How it is counted", weight: 6, cell: ({ meeting, step }) => countCell(meeting, step) },
  };
}

/** "Fri 26 Jun 2026", "by 10:00", "done 25 Jun 2026". */
function stepLines(request: ViewRequest, { kind, from, to, time, recorded }: RouteStep): readonly string[] {
  const date = (iso: string) => `${weekday(iso)} ${request.kit.date(iso, "table")}`;
  return [
    ...(from === to ? [date(to)] : [date(from), `to ${date(to)}`]),
    ...(time === undefined ? [] : [`by ${time}`]),
    ...(recorded === undefined || kind === "decision" ? [] : [`done ${request.kit.date(recorded, "table")}`]),
  ];
}

/** "Approval, item 7". */
function meetingWords({ purpose, item }: RouteMeeting): string | undefined {
  const more = [...(purpose === "" ? [] : [purpose]), ...(item === undefined ? [] : [`item ${item}`])];
  return more.length === 0 ? undefined : capital(more.join(", "));
}

function countCell(meeting: RouteMeeting, { kind, count, recorded }: RouteStep): Cell {
  if (kind === "meeting") return textCell(meetingWords(meeting));
  if (count) return inlineCell([text(countWords(count))]);
  if (kind === "decision")
    return textCell(recorded === undefined ? "On the day of the meeting, at the earliest" : "As recorded");
  if (kind !== "effect") return textCell(undefined);
  const { steps, waived } = meeting;
  if (waived !== undefined) return textCell(`Cannot be called in. ${capital(waived)}`);
  return textCell(steps.some((step) => step.kind === "call-in") ? "The day after call-in ends" : undefined);
}

function routeNotes(request: ViewRequest, rows: readonly Row[]): readonly Paragraph[] {
  const counts = rows.flatMap(({ step }) => (step.count ? [step.count] : []));
  const working = counts.filter(({ rule }) => rule.working);
  const { calendar } = request.document.document;
  const holidays = calendar ? ` and the bank holidays of ${calendar.name}` : "";
  const passed = working.some(({ leftOut }) => leftOut.some(({ why }) => !isWeekend(why)));
  return [
    ...(counts.some(({ rule }) => rule.clear)
      ? [note("Clear days leave out both the day of the notice or publication and the day of the meeting.")]
      : []),
    ...(working.length > 0
      ? [
          note(
            `Working days leave out weekends${holidays}${calendar && !passed ? "; no such holiday falls among the days counted here" : ""}.`,
          ),
        ]
      : []),
    ...[...new Set(rows.map((r) => r.meeting))].flatMap(({ urgency }) =>
      urgency ? [note(`${capital(urgency.rule)}: ${urgency.reason}`)] : [],
    ),
  ];
}
