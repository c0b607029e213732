// The benefits map: stages from left to right, as a diagram or as a table of paths.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Cell, Exhibit } from "../../document/document.ts";
import type { BenefitsMap } from "../../document/exhibit.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { altGiven } from "./gantt.ts";
import { type GridRow, grid } from "./grid.ts";
import { counted, inlineCell, joined, markdownCell, notesOf, sentence, textCell } from "./parts.ts";
import { choice, type Entry, type Item, namedEntry, unknownEntry } from "./registers.ts";

type Source = Item<Entry<"benefits-maps">>;

export const benefitsMap: View = {
  attributes: ["of", "look", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const source = namedEntry(request, "benefits-maps", diagnostics);
    if (!source) return { value: [], diagnostics };
    const map = mapOf(request, source, diagnostics);
    const look = choice(request, "look", ["table", "diagram"], diagnostics);
    return {
      value: [look === "table" ? mapTable(request, source, map) : mapExhibit(request, source, map)],
      diagnostics,
    };
  },
};

/** Entries get ids of stage and key, since two stages may use the same key. */
function mapOf(request: ViewRequest, source: Source, diagnostics: Diagnostic[]): BenefitsMap {
  const stages = Object.entries(source.entry.stages);
  const links = stages.flatMap(([stage, { entries }], i) =>
    Object.entries(entries).flatMap(([key, entry]) =>
      (entry["leads-to"] ?? []).flatMap((target) => {
        const later = stages.slice(i + 1).find(([, s]) => target in s.entries);
        if (!later) {
          const known = stages.slice(i + 1).flatMap(([, s]) => Object.keys(s.entries));
          diagnostics.push(
            ...unknownEntry({ ...request, origin: source.origin }, "entries of the next stage", target, known),
          );
        }
        return later ? [{ from: `${stage}.${key}`, to: `${later[0]}.${target}` }] : [];
      }),
    ),
  );
  return {
    type: "benefits-map",
    stages: stages.map(([stage, { title, entries }]) => ({
      title,
      entries: Object.entries(entries).map(([key, entry]) => ({
        id: `${stage}.${key}`,
        text: plainText(request.kit.inlines(entry.text, source.origin)),
      })),
    })),
    links,
  };
}

function mapExhibit(request: ViewRequest, source: Source, content: BenefitsMap): Exhibit {
  const title = request.kit.inlines(source.entry.title, source.origin);
  const names = new Map(content.stages.flatMap((s) => s.entries.map((e) => [e.id, e.text] as const)));
  const leads = content.stages.flatMap((s) =>
    s.entries.flatMap((e) => {
      const to = content.links.filter((l) => l.from === e.id).map((l) => names.get(l.to) ?? "");
      return to.length > 0 ? [sentence(`${e.text} leads to ${joined(to)}`)] : [];
    }),
  );
  const stages = joined(content.stages.map((s) => s.title));
  return {
    type: "exhibit",
    id: request.id ?? `benefits-map-${source.id}`,
    caption: { label: "Figure", number: 0, children: request.caption ?? title },
    alt: altGiven(request) ?? [`A map of ${counted(content.stages.length, "stage")}: ${stages}.`, ...leads].join(" "),
    content,
    notes: notesOf(request.kit, [source.entry.note]),
    ...(source.origin ? { origin: source.origin } : {}),
  };
}

/** One row for each path; what an entry leads to is printed once. */
function mapTable(request: ViewRequest, source: Source, map: BenefitsMap) {
  const { kit } = request;
  const stageOf = new Map(map.stages.flatMap((s, i) => s.entries.map((e) => [e.id, i] as const)));
  const words = new Map<string, string>(
    Object.entries(source.entry.stages).flatMap(([stage, { entries }]) =>
      Object.entries(entries).map(([key, entry]) => [`${stage}.${key}`, entry.text] as const),
    ),
  );
  const told = new Set<string>();
  const rows: (readonly (string | undefined)[])[] = [];
  const walk = (id: string, before: readonly (string | undefined)[]): void => {
    const stage = stageOf.get(id) ?? 0;
    const path = [...before, ...Array.from({ length: stage - before.length }, () => undefined), id];
    const targets = map.links.filter((l) => l.from === id).map((l) => l.to);
    if (targets.length === 0 || told.has(id)) {
      const rest = Array.from({ length: map.stages.length - path.length }, () =>
        targets.length > 0 ? "above" : undefined,
      );
      rows.push([...path, ...rest]);
      return;
    }
    told.add(id);
    for (const target of targets) walk(target, path);
  };
  const reached = new Set(map.links.map((l) => l.to));
  for (const stage of map.stages) for (const entry of stage.entries) if (!reached.has(entry.id)) walk(entry.id, []);
  const cell = (id: string | undefined): Cell =>
    id === undefined
      ? textCell(undefined)
      : id === "above"
        ? inlineCell([{ type: "emphasis", children: [{ type: "text", value: "as above" }] }])
        : markdownCell(kit, words.get(id), { origin: source.origin });
  return grid(request, {
    title: kit.inlines(source.entry.title, source.origin),
    summary: `A map of ${counted(map.stages.length, "stage")} from left to right: ${joined(map.stages.map((s) => s.title))}. What stands in a row leads to what stands to its right.`,
    columns: map.stages.map((s, i) => ({
      key: `stage-${i + 1}`,
      label: [{ type: "text", value: s.title }],
      rowHeader: i === 0,
    })),
    rows: rows.map((path): GridRow => ({ cells: path.map(cell), origin: source.origin })),
    merge: map.stages.slice(0, -1).map((_, i) => `stage-${i + 1}`),
    look: "grid",
    notes: notesOf(kit, [source.entry.note]),
    origin: source.origin,
  });
}
