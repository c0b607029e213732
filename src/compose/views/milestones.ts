// Milestones as a table.
import { milestoneDates } from "../../../schemas/registers.ts";
import type { When } from "../../../schemas/scalars.ts";
import { likelyDays } from "../../days.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { View, ViewRequest } from "../view.ts";
import { chooseColumns, gridColumns, groupBy, type Shown } from "./columns.ts";
import { type GridRow, grid, section } from "./grid.ts";
import { capital, linesCell, markdownCell, textCell } from "./parts.ts";
import { personName } from "./people.ts";
import { choice, type Entry, type Item, items, registers } from "./registers.ts";

export type Milestone = Item<Entry<"milestones">>;

/** Its own dates, or that of the meeting it is. */
export function datesOf(request: ViewRequest, { entry }: Milestone): readonly When[] {
  return milestoneDates(entry, registers(request).meetings);
}

/** Stands for the date of a milestone that has none, which was reported. */
const never = { start: "0001-01-01", end: "0001-01-01" } as const;

/** In order of their first day; those of the same day stay as written. */
export function inOrder(request: ViewRequest, milestones: readonly Milestone[]): readonly Milestone[] {
  const first = (m: Milestone) => likelyDays(datesOf(request, m)[0] ?? never).start;
  return [...milestones].sort((a, b) => first(a) - first(b));
}

export const milestones: View = {
  attributes: ["only", "columns", "by"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = inOrder(request, items(request, "milestones", diagnostics));
    if (shown.length === 0) return { value: [], diagnostics };
    const { kit } = request;
    const known: Readonly<Record<string, Shown<Milestone>>> = {
      title: { label: "Milestone", weight: 3, cell: (m) => markdownCell(kit, m.entry.title, { origin: m.origin }) },
      date: {
        label: "Date",
        weight: 2,
        cell: (m) => linesCell(datesOf(request, m).map((when) => kit.date(when, "table"))),
      },
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
