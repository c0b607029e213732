// Outcomes: where each measure stands and where it is to be.

import type { OutcomeModel, Value } from "../../compute/model.ts";
import { plainValue } from "../../compute/numbers/format.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Cell } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { groupBy } from "./columns.ts";
import { type GridColumn, type GridRow, grid, section } from "./grid.ts";
import { capital, inlineCell, markdownCell, notesOf, textCell } from "./parts.ts";
import { personName } from "./people.ts";
import { choice, chosenKeys, type Entry, type Item, items, nothingToShow } from "./registers.ts";

type Outcome = Item<Entry<"outcomes">>;

interface Part {
  readonly column: GridColumn;
  readonly cell: (outcome: Outcome) => Cell;
  readonly filled: boolean;
}

const known = ["label", "category", "measure", "baseline", "targets", "change", "audience", "owner", "note"];
const usual = ["label", "measure", "baseline", "targets", "change", "owner"];

export const outcomes: View = {
  attributes: ["columns", "by", "only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "outcomes", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const asked = request.attributes.columns !== undefined;
    const keys = chosenKeys(request, "columns", known, usual, diagnostics);
    const parts = keys.flatMap((key) => partsOf(request, key, shown)).filter((p) => asked || p.filled);
    const by =
      request.attributes.by === undefined ? undefined : choice(request, "by", ["category", "audience"], diagnostics);
    const row = (o: Outcome): GridRow => ({ cells: parts.map((p) => p.cell(o)), entry: o.id, origin: o.origin });
    const rows =
      by === undefined
        ? shown.map(row)
        : groupBy(shown, (o) => o.entry[by]).flatMap((g) => [
            section([text(g.key ?? "Other outcomes")], parts.length),
            ...g.items.map(row),
          ]);
    if (parts.length === 0) diagnostics.push(...nothingToShow(request, "outcomes"));
    return {
      value: [
        grid(request, {
          title: [text("Outcomes")],
          of: "outcomes",
          subject: "outcomes",
          columns: parts.map((p) => p.column),
          rows,
          merge: keys.includes("category") ? ["category"] : [],
          notes: keys.includes("note") ? [] : shown.flatMap((o) => noteOf(request, o)),
        }),
      ],
      diagnostics,
    };
  },
};

function noteOf(request: ViewRequest, outcome: Outcome) {
  const { label, note } = outcome.entry;
  return note === undefined ? [] : notesOf(request.kit, [`${label}: ${note}`]);
}

function modelOf(request: ViewRequest, outcome: Outcome): OutcomeModel | undefined {
  return request.document.outcomes.get(outcome.id);
}

function valueCell(request: ViewRequest, value: Value | undefined, decimals: number | undefined): Cell {
  if (!value) return textCell(undefined);
  if (value.type === "words") return inlineCell(request.kit.inlines(value.words));
  return inlineCell([{ type: "value", text: plainValue(value, decimals, request.document.style) }], { computed: true });
}

/** Columns of one key; targets take one for each period. */
function partsOf(request: ViewRequest, key: string, shown: readonly Outcome[]): readonly Part[] {
  const { kit } = request;
  const plain = (label: string, read: (o: Outcome) => string | undefined, weight?: number): readonly Part[] => [
    {
      column: { key, label: [text(label)], ...(weight === undefined ? {} : { weight }), rowHeader: key === "label" },
      cell: (o) => markdownCell(kit, read(o), { origin: o.origin }),
      filled: shown.some((o) => read(o) !== undefined),
    },
  ];
  switch (key) {
    case "label":
      return plain("Outcome", (o) => o.entry.label, 3);
    case "category":
      return plain("Category", (o) => o.entry.category);
    case "measure":
      return plain("Measure", (o) => o.entry.measure, 2);
    case "audience":
      return plain("For", (o) => o.entry.audience);
    case "note":
      return plain("Note", (o) => o.entry.note, 2);
    case "owner":
      return plain("Owner", (o) => (o.entry.owner === undefined ? undefined : personName(request, o.entry.owner)));
    case "baseline":
      return [baseline(request, shown)];
    case "change":
      return [
        {
          column: { key, label: [text("Change")], align: "right" },
          cell: (o) => valueCell(request, modelOf(request, o)?.change, undefined),
          filled: shown.some((o) => modelOf(request, o)?.change?.type === "number"),
        },
      ];
    case "targets":
      return targets(request, shown);
    default:
      return [];
  }
}

function baseline(request: ViewRequest, shown: readonly Outcome[]): Part {
  const models = shown.flatMap((o) => modelOf(request, o) ?? []);
  const dates = new Set(models.flatMap((m) => (m.baseline ? [m.baselineDate ?? ""] : [])));
  const [date = ""] = dates;
  const shared = dates.size === 1 && date !== "";
  const print = (written: string) => request.kit.date(written, "table");
  return {
    column: {
      key: "baseline",
      label: [text(shared ? `Baseline (${print(date)})` : "Baseline")],
      align: "right",
      weight: 2,
    },
    cell: (o) => {
      const model = modelOf(request, o);
      const cell = valueCell(request, model?.baseline, model?.decimals);
      if (shared || !model?.baseline || model.baselineDate === undefined) return cell;
      const words = plainValue(model.baseline, model.decimals, request.document.style);
      return textCell(`${words} (${print(model.baselineDate)})`, { computed: true });
    },
    filled: models.some((m) => m.baseline !== undefined),
  };
}

function targets(request: ViewRequest, shown: readonly Outcome[]): readonly Part[] {
  const periods = [...new Set(shown.flatMap((o) => [...(modelOf(request, o)?.targets.keys() ?? [])]))];
  const yearly = periods.every((p) => /^\d{4}/.test(p));
  const sorted = yearly ? [...periods].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : periods;
  return sorted.map((period) => ({
    column: {
      key: `target-${period}`,
      label: [text(/^\d{4}/.test(period) ? `Target ${period}` : `Target: ${capital(period)}`)],
      weight: 2,
    },
    cell: (o) => {
      const model = modelOf(request, o);
      return valueCell(request, model?.targets.get(period), model?.decimals);
    },
    filled: true,
  }));
}
