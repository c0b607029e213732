// Diagrams that authors describe: levels, circles, pathways, shifts of spend.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Exhibit } from "../../document/document.ts";
import type { ExhibitContent, Flow, Levels, Rings, Shift } from "../../document/exhibit.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { altGiven } from "./gantt.ts";
import { counted, joined, notesOf, sentence } from "./parts.ts";
import { type Entry, type Item, namedEntry, registers, unknownEntry } from "./registers.ts";

type Diagram = Entry<"diagrams">;
type Kind<K extends Diagram["kind"]> = Extract<Diagram, { kind: K }>;

export const diagram: View = {
  attributes: ["of", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const source = namedEntry(request, "diagrams", diagnostics);
    if (!source) return { value: [], diagnostics };
    const { content, alt } = drawn(request, source, diagnostics);
    const exhibit: Exhibit = {
      type: "exhibit",
      id: request.id ?? `diagram-${source.id}`,
      caption: {
        label: "Figure",
        number: 0,
        children: request.caption ?? request.kit.inlines(source.entry.title, source.origin),
      },
      alt: altGiven(request) ?? source.entry.alt ?? alt,
      content,
      notes: notesOf(request.kit, [], source.entry.source),
      ...(source.origin ? { origin: source.origin } : {}),
    };
    return { value: [exhibit], diagnostics };
  },
};

interface Drawn {
  readonly content: ExhibitContent;
  readonly alt: string;
}

function drawn(request: ViewRequest, source: Item<Diagram>, diagnostics: Diagnostic[]): Drawn {
  const { entry } = source;
  switch (entry.kind) {
    case "levels":
      return levels(request, entry);
    case "rings":
      return rings(entry);
    case "flow":
      return flow(request, source, entry, diagnostics);
    case "shift":
      return shift(entry);
  }
}

/** Items of a level, or the names of the services at the level it names. */
function itemsOf(request: ViewRequest, items: readonly string[] | undefined, services: string | undefined) {
  const named = services === undefined ? [] : Object.values(registers(request).services ?? {});
  const documentId = request.document.document.id;
  return [
    ...(items ?? []),
    ...named
      .filter((s) => s.level === services && s.in !== false && (!s.documents || s.documents.includes(documentId)))
      .map((s) => plainText(request.kit.inlines(s.name))),
  ];
}

function withItems(title: string, items: readonly string[]): string {
  return items.length > 0 ? sentence(`${title}: ${joined(items)}`) : sentence(title);
}

function levels(request: ViewRequest, entry: Kind<"levels">): Drawn {
  const content: Levels = {
    type: "levels",
    sides: entry.sides.map((side) => ({
      ...(side.title === undefined ? {} : { title: side.title }),
      inverted: side.inverted ?? false,
      levels: side.levels.map((l) => ({ title: l.title, items: itemsOf(request, l.items, l.services) })),
    })),
  };
  const sides = content.sides.map((side) => {
    const shape = side.inverted ? "An inverted triangle" : "A triangle";
    const title = side.title === undefined ? "" : ` "${side.title}"`;
    const parts = side.levels.map((l) => withItems(l.title, l.items)).join(" ");
    return `${shape}${title} of ${counted(side.levels.length, "level")}, from the top. ${parts}`;
  });
  return { content, alt: sides.join(" ") };
}

function rings(entry: Kind<"rings">): Drawn {
  const nested = entry.nested ?? true;
  const content: Rings = {
    type: "rings",
    nested,
    rings: entry.rings.map((r) => ({ title: r.title, items: r.items ?? [] })),
  };
  const what = nested ? "circles inside each other, the outermost first" : "overlapping circles";
  const parts = content.rings.map((r) => withItems(r.title, r.items)).join(" ");
  return { content, alt: `${content.rings.length} ${what}. ${parts}` };
}

function flow(request: ViewRequest, source: Item<Diagram>, entry: Kind<"flow">, diagnostics: Diagnostic[]): Drawn {
  const ids = Object.keys(entry.steps);
  const arrows = Object.entries(entry.steps).flatMap(([from, step]) => {
    const to: readonly (readonly [string, string | undefined])[] = Array.isArray(step.to)
      ? step.to.map((id) => [id, undefined] as const)
      : Object.entries(step.to ?? {});
    return to.flatMap(([id, label]) => {
      if (!ids.includes(id)) diagnostics.push(...unknownEntry({ ...request, origin: source.origin }, "steps", id, ids));
      return ids.includes(id) ? [{ from, to: id, ...(label === undefined ? {} : { label }) }] : [];
    });
  });
  const content: Flow = {
    type: "flow",
    direction: entry.direction ?? "right",
    steps: Object.entries(entry.steps).map(([id, { title, note, mark, lane }]) => ({
      id,
      title,
      ...(note === undefined ? {} : { note }),
      ...(mark === undefined ? {} : { mark }),
      ...(lane === undefined ? {} : { lane }),
    })),
    arrows,
  };
  const title = (id: string) => entry.steps[id]?.title ?? id;
  const steps = content.steps.map((s) => {
    const marked = s.mark === undefined ? "" : ` (${s.mark})`;
    const note = s.note === undefined ? "" : `, ${s.note}`;
    const next = arrows
      .filter((a) => a.from === s.id)
      .map((a) => (a.label === undefined ? title(a.to) : `${title(a.to)} (${a.label})`));
    return sentence(`${s.title}${marked}${note}${next.length > 0 ? ` leads to ${joined(next)}` : ""}`);
  });
  return { content, alt: [`A diagram of ${counted(content.steps.length, "step")}.`, ...steps].join(" ") };
}

function shift(entry: Kind<"shift">): Drawn {
  const content: Shift = {
    type: "shift",
    nowTitle: entry.now ?? "Now",
    laterTitle: entry.later ?? "Later",
    levels: entry.levels,
  };
  const words = { more: "rises", less: "falls", same: "stays" } as const;
  const parts = content.levels.map((l) => sentence(`${l.title} ${words[l.change]} from ${l.now} to ${l.later}`));
  return {
    content,
    alt: [`A diagram of the shift from ${content.nowTitle} to ${content.laterTitle}.`, ...parts].join(" "),
  };
}
