// Options: what each is, its benefits and risks; or how far each goes on every dimension.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Cell } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { chooseColumns, gridColumns, type Shown } from "./columns.ts";
import { grid } from "./grid.ts";
import { blocksCell, bold, capital, inlineCell, listCell, markdownCell, notesOf, textCell } from "./parts.ts";
import { choice, type Entry, type Item, namedEntry, placeOf } from "./registers.ts";

type OptionEntry = Entry<"options">["options"][string];
type Option = Item<OptionEntry> & { readonly number: number };

export const options: View = {
  attributes: ["of", "columns", "look"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const set = namedEntry(request, "options", diagnostics);
    if (!set) return { value: [], diagnostics };
    const shown = Object.entries(set.entry.options).map(
      ([id, entry], i): Option => ({
        id,
        entry,
        number: i + 1,
        origin: placeOf(request, ["options", set.id, "options", id]),
      }),
    );
    const look = choice(request, "look", ["table", "matrix"], diagnostics);
    const known = look === "matrix" ? dimensionColumns(request, set) : optionColumns(request);
    const usual =
      look === "matrix"
        ? Object.keys(known)
        : ["number", "title", "description", "benefits", "risks", "activity", "outcome"];
    const columns = chooseColumns(request, known, usual, shown, diagnostics);
    return {
      value: [
        grid(request, {
          title: request.kit.inlines(set.entry.title, set.origin),
          of: "options",
          subject: "options",
          columns: gridColumns(columns, ["title"]),
          rows: shown.map((o) => ({
            cells: columns.map((c) => c.cell(o)),
            entry: `${set.id}.${o.id}`,
            preferred: o.entry.status === "preferred",
            origin: o.origin,
          })),
          notes: notesOf(request.kit, [set.entry.note]),
          origin: set.origin,
        }),
      ],
      diagnostics,
    };
  },
};

function optionColumns(request: ViewRequest): Readonly<Record<string, Shown<Option>>> {
  const { kit } = request;
  const prose = (label: string, key: "description" | "activity" | "outcome"): Shown<Option> => ({
    label,
    weight: 3,
    filled: (o) => o.entry[key] !== undefined,
    cell: (o) => markdownCell(kit, o.entry[key], { origin: o.origin }),
  });
  const list = (label: string, key: "benefits" | "risks"): Shown<Option> => ({
    label,
    weight: 5,
    filled: (o) => (o.entry[key] ?? []).length > 0,
    cell: (o) => listCell(kit, o.entry[key], { origin: o.origin }),
  });
  return {
    number: { label: "No.", filled: () => true, align: "left", cell: (o) => textCell(String(o.number)) },
    title: { label: "Option", weight: 3, cell: (o) => titleCell(request, o) },
    description: prose("Description", "description"),
    benefits: list("Benefits", "benefits"),
    risks: list("Risks", "risks"),
    activity: prose("Activity", "activity"),
    outcome: prose("Outcome", "outcome"),
    status: {
      label: "Status",
      filled: (o) => o.entry.status !== undefined,
      cell: (o) => textCell(capital(o.entry.status ?? "")),
    },
  };
}

/** The preferred option says so, in words. */
function titleCell(request: ViewRequest, option: Option): Cell {
  const blocks = request.kit.blocks(option.entry.title, option.origin);
  if (option.entry.status !== "preferred") return blocksCell(blocks);
  return blocksCell([...blocks, { type: "paragraph", children: [bold("Preferred option")] }]);
}

function dimensionColumns(request: ViewRequest, set: Item<Entry<"options">>): Readonly<Record<string, Shown<Option>>> {
  const dimensions = Object.entries(set.entry.dimensions ?? {}).map(([key, label]): [string, Shown<Option>] => [
    key,
    {
      label,
      weight: 3,
      cell: (o) => markdownCell(request.kit, o.entry.columns?.[key], { origin: o.origin }),
    },
  ]);
  const title: Shown<Option> = {
    label: "Option",
    weight: 2,
    cell: (o) => {
      const cell = titleCell(request, o);
      const [first] = cell.blocks;
      const numbered = [bold(`${o.number}.`), text(" ")];
      return first?.type === "paragraph"
        ? { ...cell, blocks: [{ ...first, children: [...numbered, ...first.children] }, ...cell.blocks.slice(1)] }
        : inlineCell(numbered);
    },
  };
  return Object.fromEntries([["title", title], ...dimensions]);
}
