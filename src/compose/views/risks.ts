// The risk register, the risks by likelihood and impact, and their number by rating.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Cell } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { chooseColumns, gridColumns, groupBy, type Shown } from "./columns.ts";
import { type GridRow, grid, section } from "./grid.ts";
import {
  blocksCell,
  bold,
  capital,
  counted,
  inlineCell,
  joined,
  linesCell,
  listCell,
  markdownCell,
  note,
  textCell,
} from "./parts.ts";
import { organisationName, personName } from "./people.ts";
import { bands, rated, ratingOf, riskMatrix } from "./ratings.ts";
import { choice, type Entry, type Item, items } from "./registers.ts";
import { riskMap } from "./risk-map.ts";
import { totalRow } from "./table.ts";

type Risk = Item<Entry<"risks">>;

function columnsOf(request: ViewRequest): Readonly<Record<string, Shown<Risk>>> {
  const { kit } = request;
  const score = (label: string, value: (r: Risk) => number | undefined): Shown<Risk> => ({
    label,
    align: "centre",
    filled: (r) => value(r) !== undefined,
    cell: (r) => textCell(value(r)?.toString()),
  });
  const prose = (label: string, key: "title" | "cause" | "event" | "effect", weight: number): Shown<Risk> => ({
    label,
    weight,
    filled: (r) => r.entry[key] !== undefined,
    cell: (r) => markdownCell(kit, r.entry[key], { origin: r.origin }),
  });
  const list = (label: string, key: "mitigation" | "impacts"): Shown<Risk> => ({
    label,
    weight: 5,
    filled: (r) => (r.entry[key] ?? []).length > 0,
    cell: (r) => listCell(kit, r.entry[key], { origin: r.origin }),
  });
  const bodies = (label: string, key: "presents" | "bearer"): Shown<Risk> => ({
    label,
    weight: 2,
    filled: (r) => (r.entry[key] ?? []).length > 0,
    cell: (r) => linesCell((r.entry[key] ?? []).map((id) => organisationName(request, id, "short"))),
  });
  const words = (label: string, value: (r: Risk) => string | undefined): Shown<Risk> => ({
    label,
    filled: (r) => value(r) !== undefined,
    cell: (r) => textCell(value(r)),
  });
  return {
    id: { label: "ID", cell: (r) => textCell(r.id) },
    title: prose("Risk", "title", 4),
    cause: prose("Cause", "cause", 3),
    event: prose("Event", "event", 3),
    effect: prose("Effect", "effect", 3),
    presents: bodies("Organisation that presents it", "presents"),
    impacts: list("Potential impact", "impacts"),
    likelihood: score("Likelihood", (r) => r.entry.likelihood),
    impact: score("Impact", (r) => r.entry.impact),
    score: score("Score", (r) => rated(request, r.entry).score),
    rating: { label: "Rating", cell: (r) => ratingCell(request, r) },
    proximity: words("Proximity", (r) => r.entry.proximity),
    mitigation: list("Mitigation", "mitigation"),
    bearer: bodies("Where the risk sits", "bearer"),
    owner: {
      ...words("Owner", (r) => (r.entry.owner === undefined ? undefined : personName(request, r.entry.owner))),
      weight: 2,
    },
    status: words("Status", (r) => (r.entry.status === undefined ? undefined : capital(r.entry.status))),
    target: score("Target score", (r) => r.entry["target-score"]),
  };
}

const usual = [
  "id",
  "title",
  "presents",
  "impacts",
  "likelihood",
  "impact",
  "score",
  "rating",
  "mitigation",
  "bearer",
  "owner",
];

function ratingCell(request: ViewRequest, risk: Risk): Cell {
  const { rating } = rated(request, risk.entry);
  return rating ? inlineCell([rating]) : textCell("Not rated");
}

export const risks: View = {
  attributes: ["columns", "by", "only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "risks", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const columns = chooseColumns(request, columnsOf(request), usual, shown, diagnostics);
    const by = request.attributes.by === undefined ? undefined : choice(request, "by", groupings, diagnostics);
    const row = (r: Risk): GridRow => ({
      cells: columns.map((c) => c.cell(r)),
      id: request.kit.anchor("risk", r.id),
      entry: r.id,
      origin: r.origin,
    });
    const rows =
      by === undefined
        ? shown.map(row)
        : groupBy(shown, (r) => groupOf(request, r, by)).flatMap((group) => [
            section([text(group.key ?? "Other risks")], columns.length),
            ...group.items.map(row),
          ]);
    return {
      value: [
        grid(request, {
          title: [text("Risk register")],
          of: "risks",
          subject: "risks",
          columns: gridColumns(columns, ["id", "title"]),
          rows,
        }),
      ],
      diagnostics,
    };
  },
};

const groupings = ["section", "rating", "owner", "status"] as const;

function groupOf(request: ViewRequest, risk: Risk, by: (typeof groupings)[number]): string | undefined {
  switch (by) {
    case "section":
      return risk.entry.section;
    case "rating":
      return rated(request, risk.entry).rating?.text;
    case "owner":
      return risk.entry.owner === undefined ? undefined : personName(request, risk.entry.owner);
    case "status":
      return risk.entry.status === undefined ? undefined : capital(risk.entry.status);
  }
}

export const riskMatrixView: View = {
  attributes: ["only", "look", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "risks", diagnostics);
    const scored = shown.filter((r) => r.entry.likelihood !== undefined && r.entry.impact !== undefined);
    const matrix = riskMatrix(request);
    if (shown.length === 0 || !matrix) return { value: [], diagnostics };
    const unscored = shown.length - scored.length;
    if (choice(request, "look", ["table", "map"], diagnostics) === "map")
      return { value: [riskMap(request, matrix.scale, scored, unscoredNotes(unscored))], diagnostics };
    const steps = Array.from({ length: matrix.scale }, (_, i) => i + 1);
    const rows = [...steps].reverse().map(
      (likelihood): GridRow => ({
        cells: [
          textCell(String(likelihood), { header: "row" }),
          ...steps.map((impact) => {
            const here = scored.filter((r) => r.entry.likelihood === likelihood && r.entry.impact === impact);
            const chip = here[0] ? rated(request, here[0].entry).rating : undefined;
            if (here.length === 0) return textCell(undefined);
            return inlineCell(
              chip ? [{ ...chip, text: `${here.length} ${chip.text}` }] : [text(counted(here.length, "risk"))],
            );
          }),
        ],
      }),
    );
    return {
      value: [
        grid(request, {
          title: [text("Risks by likelihood and impact")],
          summary: matrixSummary(request, scored),
          look: "grid",
          columns: [
            { key: "likelihood", label: [text("Likelihood")], rowHeader: true, align: "centre" },
            ...steps.map((impact) => ({
              key: `impact-${impact}`,
              label: [text(String(impact))],
              align: "centre" as const,
              group: [text("Impact")],
            })),
          ],
          rows,
          notes: [...bandNotes(request), ...unscoredNotes(unscored)],
        }),
      ],
      diagnostics,
    };
  },
};

function unscoredNotes(count: number) {
  return count === 0
    ? []
    : [note(`${capital(counted(count, "risk"))} without scores ${count === 1 ? "is" : "are"} not counted here.`)];
}

function bandNotes(request: ViewRequest) {
  const words = bands(request).map((b) => `${b.word} ${b.from === b.to ? `is ${b.from}` : `is ${b.from} to ${b.to}`}`);
  return words.length > 0 ? [note(`Likelihood times impact gives the score: ${joined(words)}.`)] : [];
}

function matrixSummary(request: ViewRequest, scored: readonly Risk[]): string {
  const groups = groupBy(scored, (r) => rated(request, r.entry).rating?.text ?? "not rated");
  const counts = groups.map((g) => `${g.items.length} ${g.key ?? ""}`);
  return `The number of risks at each likelihood (rows) and impact (columns); in all ${joined(counts)}.`;
}

export const riskSummary: View = {
  attributes: ["only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "risks", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const found = groupBy(shown, (r) => rated(request, r.entry).rating?.text);
    const declared = [...bands(request)].sort((a, b) => b.from - a.from).map((b) => b.word);
    const used = declared.filter(
      (word) => shown.some((r) => r.entry.likelihood !== undefined) || found.some((g) => g.key === word),
    );
    const words = [...used, ...found.flatMap((g) => (g.key !== undefined && !used.includes(g.key) ? [g.key] : []))];
    const row = (cell: Cell, members: readonly Risk[]): GridRow => ({
      cells: [
        cell,
        textCell(String(members.length), { computed: true }),
        textCell(members.map((r) => r.id).join(", ")),
      ],
    });
    const unrated = found.find((g) => g.key === undefined);
    return {
      value: [
        grid(request, {
          title: [text("Risks by rating")],
          of: "ratings",
          columns: [
            { key: "rating", label: [text("Rating")], rowHeader: true },
            { key: "count", label: [text("Number of risks")], align: "right" },
            { key: "risks", label: [text("Risks")], weight: 3 },
          ],
          rows: [
            ...words.map((word) =>
              row(inlineCell([ratingOf(request, word)]), found.find((g) => g.key === word)?.items ?? []),
            ),
            ...(unrated ? [row(textCell("Not rated"), unrated.items)] : []),
            totalRow("total", "Total", 1, [
              inlineCell([bold(String(shown.length))], { computed: true }),
              blocksCell([]),
            ]),
          ],
          notes: bandNotes(request),
        }),
      ],
      diagnostics,
    };
  },
};
