// Workstreams: who leads them, side by side, as a chart; and one workstream's work packages.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Block, Exhibit, Inline } from "../../document/document.ts";
import type { Organisation } from "../../document/exhibit.ts";
import type { View, ViewRequest } from "../view.ts";
import { groupBy } from "./columns.ts";
import { altGiven } from "./gantt.ts";
import { finished, grid } from "./grid.ts";
import { bold, capital, counted, inlineCell, joined, markdownCell, sentence, textCell } from "./parts.ts";
import { organisationName, personName } from "./people.ts";
import { choice, type Entry, type Item, items, namedEntry, registers } from "./registers.ts";

type Workstream = Item<Entry<"workstreams">>;

export const workstreams: View = {
  attributes: ["look", "only", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "workstreams", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const look = choice(request, "look", ["leads", "list", "chart"], diagnostics);
    return { value: [made(request, shown, look)], diagnostics };
  },
};

function made(request: ViewRequest, shown: readonly Workstream[], look: "leads" | "list" | "chart"): Block {
  switch (look) {
    case "leads":
      return leadsTable(request, shown);
    case "list":
      return sideBySide(request, shown);
    case "chart":
      return chart(request, shown);
  }
}

/** "Workstream A: Frail elderly care", or the name alone. */
function nameOf(workstream: Workstream): readonly Inline[] {
  const { letter, name } = workstream.entry;
  return letter === undefined ? [text(name)] : [bold(`Workstream ${letter}`), text(` ${name}`)];
}

function plainName(workstream: Workstream): string {
  const { letter, name } = workstream.entry;
  return letter === undefined ? name : `Workstream ${letter}: ${name}`;
}

function leadsTable(request: ViewRequest, shown: readonly Workstream[]) {
  const rows = shown.flatMap((w) => {
    const leads = w.entry.leads ?? [];
    const name = inlineCell(nameOf(w), { origin: w.origin });
    if (leads.length === 0) return [{ cells: [textCell(undefined), textCell(undefined), name], origin: w.origin }];
    return leads.map((lead) => ({
      cells: [
        textCell(lead.organisation === undefined ? undefined : organisationName(request, lead.organisation, "short")),
        textCell(lead.person === undefined ? lead.post : personName(request, lead.person)),
        name,
      ],
      origin: w.origin,
    }));
  });
  return grid(request, {
    title: [text("Workstream leads")],
    of: "leads",
    columns: [
      { key: "organisation", label: [text("Organisation")], weight: 2 },
      { key: "lead", label: [text("Lead")], weight: 3 },
      { key: "workstream", label: [text("Workstream")], rowHeader: true, weight: 4 },
    ],
    rows,
    merge: [],
  });
}

interface Side {
  readonly title: string;
  readonly workstreams: readonly Workstream[];
}

/** One column for each project that names its workstreams; otherwise delivery beside enabling. */
function sides(request: ViewRequest, shown: readonly Workstream[]): readonly Side[] {
  const projects = Object.values(registers(request).projects ?? {});
  const byProject = projects.flatMap((p): readonly Side[] => {
    const own = (p.workstreams ?? []).flatMap((id) => shown.find((w) => w.id === id) ?? []);
    return own.length > 0 ? [{ title: p.name, workstreams: own }] : [];
  });
  const covered = new Set(byProject.flatMap((s) => s.workstreams.map((w) => w.id)));
  const rest = shown.filter((w) => !covered.has(w.id));
  const byKind = groupBy(rest, (w) => w.entry.kind).map((g) => ({
    title: g.key === undefined ? "Workstreams" : `${capital(g.key)} workstreams`,
    workstreams: g.items,
  }));
  return [...byProject, ...byKind];
}

function sideBySide(request: ViewRequest, shown: readonly Workstream[]) {
  const columns = sides(request, shown);
  const depth = Math.max(...columns.map((c) => c.workstreams.length));
  return grid(request, {
    title: [text("Workstreams")],
    summary: columns.map((c) => `${c.title}: ${sentence(joined(c.workstreams.map(plainName)))}`).join(" "),
    columns: columns.map((c, i) => ({ key: `side-${i + 1}`, label: [text(c.title)] })),
    rows: Array.from({ length: depth }, (_, r) => ({
      cells: columns.map((c) => {
        const workstream = c.workstreams[r];
        return workstream ? inlineCell(nameOf(workstream), { origin: workstream.origin }) : textCell(undefined);
      }),
    })),
  });
}

function chart(request: ViewRequest, shown: readonly Workstream[]): Exhibit {
  const groups = sides(request, shown);
  const { programme } = request.model.case.programme;
  const content: Organisation = {
    type: "organisation",
    boxes: [
      { id: "programme", title: programme },
      ...groups.map((g, i) => ({ id: `side-${i + 1}`, title: g.title })),
      ...groups.flatMap((g, i) =>
        g.workstreams.map((w) => ({
          id: `side-${i + 1}.${w.id}`,
          title: w.entry.name,
          ...(w.entry.letter === undefined ? {} : { note: `Workstream ${w.entry.letter}` }),
        })),
      ),
    ],
    lines: groups.flatMap((g, i) => [
      { from: "programme", to: `side-${i + 1}` },
      ...g.workstreams.map((w) => ({ from: `side-${i + 1}`, to: `side-${i + 1}.${w.id}` })),
    ]),
  };
  const count = new Set(groups.flatMap((g) => g.workstreams.map((w) => w.id))).size;
  const parts = groups.map((g) => sentence(`${g.title}: ${joined(g.workstreams.map((w) => w.entry.name))}`));
  return {
    type: "exhibit",
    id: request.id ?? "workstreams",
    caption: { label: "Figure", number: 0, children: request.caption ?? [text("Workstreams")] },
    alt: altGiven(request) ?? [`A chart of the ${counted(count, "workstream")} of ${programme}.`, ...parts].join(" "),
    content,
    notes: [],
    ...(request.origin ? { origin: request.origin } : {}),
  };
}

/** Title row, purpose row, then activities and outputs. */
export const workPackage: View = {
  attributes: ["of"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const workstream = namedEntry(request, "workstreams", diagnostics);
    if (!workstream) return { value: [], diagnostics };
    const { name, kind, purpose, packages } = workstream.entry;
    const title = `${kind === undefined ? "Workstream" : `${capital(kind)} workstream`}: ${name}`;
    const { kit } = request;
    const header = (words: string) => inlineCell([bold(words)]);
    const table = grid(request, {
      title: [text(`Work package: ${name}`)],
      summary: `The work package of ${name}: its key activities and what each gives.`,
      columns: [
        { key: "activities", label: [], rowHeader: true },
        { key: "outputs", label: [] },
      ],
      header: false,
      titleRow: [text(title)],
      rows: [
        ...(purpose === undefined
          ? []
          : [
              finished("header", [
                inlineCell([text("Purpose: "), ...kit.inlines(purpose, workstream.origin)], { colSpan: 2 }),
              ]),
            ]),
        finished("header", [header("Key activities"), header("Key outputs")]),
        ...(packages ?? []).map((p) => ({
          cells: [
            markdownCell(kit, p.activities, { origin: workstream.origin }),
            markdownCell(kit, p.outputs, { origin: workstream.origin }),
          ],
          origin: workstream.origin,
        })),
      ],
      origin: workstream.origin,
    });
    return { value: [table], diagnostics };
  },
};
