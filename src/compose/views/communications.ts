// Communication and engagement events, in sections.
import { readQuantity } from "../../../schemas/scalars.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { View, ViewRequest } from "../view.ts";
import { chooseColumns, gridColumns, groupBy, type Shown } from "./columns.ts";
import { type GridRow, grid, section } from "./grid.ts";
import { markdownCell, textCell } from "./parts.ts";
import { projectName } from "./people.ts";
import { type Entry, type Item, items } from "./registers.ts";

type Event = Item<Entry<"communications">>;

const kinds = {
  communication: "Communication",
  engagement: "Engagement",
  both: "Communication and engagement",
} as const;

function columnsOf(request: ViewRequest): Readonly<Record<string, Shown<Event>>> {
  const { kit } = request;
  const words = (label: string, weight: number, read: (e: Event) => string | undefined): Shown<Event> => ({
    label,
    weight,
    filled: (e) => read(e) !== undefined,
    cell: (e) => textCell(read(e)),
  });
  const dateOf = ({ entry }: Event): string => {
    const open = typeof entry.date === "string" ? readQuantity(entry.date) : undefined;
    if (open?.kind === "open")
      return `${open.word} by ${ownerName(request, open.owner)}, ${kit.date(open.due, "table")}`;
    return entry.date === undefined ? "TBC" : kit.date(entry.date, "table");
  };
  return {
    date: { label: "Date", weight: 2, cell: (e) => textCell(dateOf(e)) },
    project: words("Project", 2, (e) =>
      e.entry.project === undefined ? undefined : projectName(request, e.entry.project),
    ),
    event: { label: "Event or action", weight: 3, cell: (e) => markdownCell(kit, e.entry.event, { origin: e.origin }) },
    messages: {
      label: "Key outcomes and messages",
      weight: 4,
      filled: (e) => e.entry.messages !== undefined,
      cell: (e) => markdownCell(kit, e.entry.messages, { origin: e.origin }),
    },
    kind: words("Kind", 2, (e) => (e.entry.kind === undefined ? undefined : kinds[e.entry.kind])),
    stakeholder: words("Stakeholder", 2, (e) => e.entry.stakeholder),
    channel: words("Channel", 2, (e) => e.entry.channel),
  };
}

/** Post of the person with these initials, or the words as written. */
function ownerName(request: ViewRequest, written: string): string {
  const people = Object.entries(request.document.document.registers.data.people ?? {});
  return people.find(([id, p]) => p.initials === written || id === written)?.[1].post ?? written;
}

export const communications: View = {
  attributes: ["only", "columns"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "communications", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const known = columnsOf(request);
    const columns = chooseColumns(request, known, Object.keys(known), shown, diagnostics);
    const row = (e: Event): GridRow => ({ cells: columns.map((c) => c.cell(e)), origin: e.origin });
    const rows = groupBy(shown, (e) => e.entry.section).flatMap((g) => [
      ...(g.key === undefined ? [] : [section([text(g.key)], columns.length)]),
      ...g.items.map(row),
    ]);
    const table = grid(request, {
      title: [text("Communication and engagement")],
      of: "events",
      columns: gridColumns(columns, ["event"]),
      rows,
    });
    return { value: [table], diagnostics };
  },
};
