// Milestones as a table and as a timeline.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Exhibit } from "../../document/document.ts";
import type { Gantt, GanttRow } from "../../document/exhibit.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { dayNumber, isoOf, ticks, window } from "./calendar.ts";
import { chooseColumns, gridColumns, groupBy, type Shown } from "./columns.ts";
import { type GridRow, grid, section } from "./grid.ts";
import { capital, counted, linesCell, markdownCell, sentence, textCell } from "./parts.ts";
import { personName } from "./people.ts";
import { choice, type Entry, type Item, items } from "./registers.ts";

type Milestone = Item<Entry<"milestones">>;
type WhenValue = Exclude<Milestone["entry"]["when"], readonly unknown[]>;

function dates(milestone: Milestone): readonly WhenValue[] {
  const { when } = milestone.entry;
  return Array.isArray(when) ? when : [when];
}

/** In order of their first day; those of the same day stay as written. */
function inOrder(milestones: readonly Milestone[]): readonly Milestone[] {
  const first = (m: Milestone) => dates(m)[0]?.start ?? "";
  return [...milestones].sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}

export const milestones: View = {
  attributes: ["only", "columns", "by"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = inOrder(items(request, "milestones", diagnostics));
    if (shown.length === 0) return { value: [], diagnostics };
    const { kit } = request;
    const known: Readonly<Record<string, Shown<Milestone>>> = {
      title: { label: "Milestone", weight: 3, cell: (m) => markdownCell(kit, m.entry.title, { origin: m.origin }) },
      date: { label: "Date", weight: 2, cell: (m) => linesCell(dates(m).map((when) => kit.date(when, "table"))) },
      owner: {
        label: "Owner",
        weight: 2,
        filled: (m) => m.entry.owner !== undefined,
        cell: (m) => textCell(m.entry.owner === undefined ? undefined : personName(request, m.entry.owner)),
      },
      status: {
        label: "Status",
        filled: (m) => m.entry.status !== undefined,
        cell: (m) => textCell(m.entry.status === undefined ? undefined : capital(m.entry.status)),
      },
      group: { label: "Group", filled: () => false, cell: (m) => textCell(m.entry.group) },
    };
    const columns = chooseColumns(request, known, ["title", "date", "owner", "status"], shown, diagnostics);
    const row = (m: Milestone): GridRow => ({
      cells: columns.map((c) => c.cell(m)),
      id: kit.anchor("milestone", m.id),
      entry: m.id,
      origin: m.origin,
    });
    const grouped = request.attributes.by !== undefined && choice(request, "by", ["group"], diagnostics) === "group";
    const rows = grouped
      ? groupBy(shown, (m) => m.entry.group).flatMap((g) => [
          section([text(g.key ?? "Other milestones")], columns.length),
          ...g.items.map(row),
        ])
      : shown.map(row);
    return {
      value: [
        grid(request, {
          title: [text("Milestones")],
          of: "milestones",
          subject: "milestones",
          columns: gridColumns(columns, ["title"]),
          rows,
        }),
      ],
      diagnostics,
    };
  },
};

export const gantt: View = {
  attributes: ["only", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = inOrder(items(request, "milestones", diagnostics));
    if (shown.length === 0) return { value: [], diagnostics };
    const groups = groupBy(shown, (m) => m.entry.group).flatMap((g) => g.items);
    const rows = groups.flatMap((m) => dates(m).map((when) => ganttRow(request, m, when)));
    const span = window(Math.min(...rows.map((r) => r.start)), Math.max(...rows.map((r) => r.end)));
    const content: Gantt = { type: "gantt", rows, ticks: ticks(span.from, span.to), ...span };
    const exhibit: Exhibit = {
      type: "exhibit",
      id: request.id ?? "gantt",
      caption: { label: "Figure", number: 0, children: request.caption ?? [text("Timeline")] },
      alt: altGiven(request) ?? ganttAlt(request, content),
      content,
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

function ganttRow(request: ViewRequest, milestone: Milestone, when: WhenValue): GanttRow {
  const { start, end, fuzzyStart, fuzzyEnd } = edges(when);
  return {
    label: plainText(request.kit.inlines(milestone.entry.title, milestone.origin)),
    ...(milestone.entry.group === undefined ? {} : { group: milestone.entry.group }),
    form: start === end && !when.range ? "point" : "range",
    start,
    end,
    fuzzyStart,
    fuzzyEnd,
    text: request.kit.date(when, "table"),
  };
}

/** First and last day drawn, and which of them are only roughly known. */
function edges(when: WhenValue): Pick<GanttRow, "start" | "end" | "fuzzyStart" | "fuzzyEnd"> {
  const start = dayNumber(when.start);
  const end = dayNumber(when.end);
  const third = Math.round((end - start) / 3);
  switch (when.part) {
    case "beginning":
      return { start, end: start + third, fuzzyStart: false, fuzzyEnd: true };
    case "middle":
      return { start: start + third, end: end - third, fuzzyStart: true, fuzzyEnd: true };
    case "end":
      return { start: end - third, end, fuzzyStart: true, fuzzyEnd: false };
    case "throughout":
      return { start, end, fuzzyStart: false, fuzzyEnd: false };
    case undefined:
      return { start, end, fuzzyStart: when.startPrecision !== "day", fuzzyEnd: when.endPrecision !== "day" };
  }
}

function ganttAlt(request: ViewRequest, content: Gantt): string {
  const days = content.rows.flatMap((r) => [r.start, r.end]);
  const month = (day: number) => request.kit.date(isoOf(day), "month");
  const from = month(Math.min(...days));
  const to = month(Math.max(...days));
  const span = from === to ? `in ${from}` : `from ${from} to ${to}`;
  const parts = content.rows.map((r) => `${r.label}: ${r.text}`);
  return `A timeline of ${counted(content.rows.length, "milestone")} ${span}. ${sentence(parts.join("; "))}`;
}
