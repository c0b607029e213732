// Services in scope: one row each, or gathered by cluster, project, level and organisation.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { bullets, paragraph, text } from "../../document/build.ts";
import type { Block } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { groupBy } from "./columns.ts";
import { grid } from "./grid.ts";
import { bold, linesCell, markdownCell, textCell } from "./parts.ts";
import { organisationName, projectName } from "./people.ts";
import { choice, chosenKeys, type Entry, type Item, items } from "./registers.ts";

type Service = Item<Entry<"services">>;

const groupings = ["cluster", "project", "level", "organisation"] as const;
type Grouping = (typeof groupings)[number];
const labels: Readonly<Record<Grouping | "name", string>> = {
  cluster: "Cluster",
  project: "Project",
  level: "Level of need",
  organisation: "Organisation",
  name: "Service",
};
const isGrouping = (key: string): key is Grouping => groupings.some((g) => g === key);

/** What a service says of itself under a heading; words of its own where it says nothing. */
function partOf(request: ViewRequest, service: Service, key: Grouping): string | undefined {
  switch (key) {
    case "cluster":
      return service.entry.cluster;
    case "level":
      return service.entry.level;
    case "project":
      return service.entry.project === undefined ? undefined : projectName(request, service.entry.project);
    case "organisation":
      return service.entry.organisation?.map((id) => organisationName(request, id, "short")).join(", ");
  }
}

const unsaid: Readonly<Record<Grouping, string>> = {
  cluster: "Not clustered",
  project: "No project",
  level: "No level",
  organisation: "No organisation",
};

export const services: View = {
  attributes: ["by", "only", "columns", "look"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "services", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const look = choice(request, "look", ["table", "list"], diagnostics);
    const by = chosenKeys(request, "by", groupings, [], diagnostics).filter(isGrouping);
    if (look === "list") return { value: listed(request, shown, by), diagnostics };
    const value = by.length > 0 ? gathered(request, shown, by, diagnostics) : plainTable(request, shown, diagnostics);
    return { value: [value], diagnostics };
  },
};

function plainTable(request: ViewRequest, shown: readonly Service[], diagnostics: Diagnostic[]) {
  const usual = ["name", ...groupings.filter((key) => shown.some((s) => partOf(request, s, key) !== undefined))];
  const keys = chosenKeys(request, "columns", ["name", ...groupings], usual, diagnostics);
  return grid(request, {
    title: [text("Services in scope")],
    of: "services",
    columns: keys.map((key) => ({
      key,
      label: [text(isGrouping(key) ? labels[key] : labels.name)],
      ...(key === "name" ? { rowHeader: true, weight: 3 } : { weight: 2 }),
    })),
    rows: shown.map((s) => ({
      cells: keys.map((key) =>
        isGrouping(key)
          ? textCell(partOf(request, s, key))
          : markdownCell(request.kit, s.entry.name, { origin: s.origin }),
      ),
      origin: s.origin,
    })),
  });
}

/** A row for each group; its services stand in one cell, or in one for each organisation. */
function gathered(request: ViewRequest, shown: readonly Service[], by: readonly Grouping[], diagnostics: Diagnostic[]) {
  const organisations = [...new Set(shown.flatMap((s) => s.entry.organisation ?? []))];
  const known = ["name", ...organisations, ...groupings.filter((g) => !by.includes(g))];
  const keys = chosenKeys(request, "columns", known, ["name"], diagnostics);
  const groups = groupBy(shown, (s) => JSON.stringify(by.map((key) => partOf(request, s, key) ?? "")));
  const names = (list: readonly Service[]) =>
    linesCell(list.map((s) => plainText(request.kit.inlines(s.entry.name, s.origin))));
  const cellOf = (key: string, list: readonly Service[]) => {
    if (key === "name") return names(list);
    if (isGrouping(key)) return linesCell([...new Set(list.flatMap((s) => partOf(request, s, key) ?? []))]);
    return names(list.filter((s) => s.entry.organisation?.includes(key)));
  };
  const columnLabel = (key: string) =>
    key === "name" ? "Services" : isGrouping(key) ? labels[key] : `${organisationName(request, key, "short")} services`;
  return grid(request, {
    title: [text("Services in scope")],
    of: "groups",
    columns: [
      ...by.map((key, i) => ({ key, label: [text(labels[key])], weight: 2, rowHeader: i === by.length - 1 })),
      ...keys.map((key) => ({ key: `list-${key}`, label: [text(columnLabel(key))], weight: 4 })),
    ],
    rows: groups.map((g) => {
      const [first] = g.items;
      return {
        cells: [
          ...by.map((key) => textCell((first && partOf(request, first, key)) ?? unsaid[key])),
          ...keys.map((key) => cellOf(key, g.items)),
        ],
        origin: first?.origin,
      };
    }),
    merge: by.slice(0, -1),
  });
}

function listed(request: ViewRequest, shown: readonly Service[], by: readonly Grouping[]): readonly Block[] {
  const entries = (list: readonly Service[]) => bullets(list.map((s) => request.kit.blocks(s.entry.name, s.origin)));
  const [key] = by;
  if (key === undefined) return [entries(shown)];
  return groupBy(shown, (s) => partOf(request, s, key)).flatMap((g) => [
    paragraph([bold(g.key ?? unsaid[key])]),
    entries(g.items),
  ]);
}
