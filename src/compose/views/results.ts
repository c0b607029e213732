// The results of an appraisal: return, net present value, internal rate, payback; and its flows by year.

import type { AppraisalModel, Value } from "../../compute/model.ts";
import { digits, inUnit, plainValue } from "../../compute/numbers/format.ts";
import { resultNotes } from "../../compute/registers/appraisal-tables.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Block } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { type GridColumn, grid } from "./grid.ts";
import { inlineCell, note, notesOf, sentence, textCell } from "./parts.ts";
import { choice, chosenKeys, nothingToShow, unknownEntry } from "./registers.ts";

export const results: View = {
  attributes: ["of", "rows", "flows"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const model = appraisal(request, diagnostics);
    if (!model) return { value: [], diagnostics };
    const blocks: readonly Block[] = [
      resultsTable(request, model, diagnostics),
      ...(choice(request, "flows", ["no", "yes"], diagnostics) === "yes" ? [flowsTable(request, model)] : []),
    ];
    return { value: blocks, diagnostics };
  },
};

function appraisal(request: ViewRequest, diagnostics: Diagnostic[]): AppraisalModel | undefined {
  const { appraisals } = request.document;
  const ids = [...appraisals.keys()];
  const id = request.attributes.of ?? (ids.length === 1 ? ids[0] : undefined);
  const found = id === undefined ? undefined : appraisals.get(id);
  if (ids.length === 0) diagnostics.push(...nothingToShow(request, "appraisals"));
  else if (id === undefined)
    diagnostics.push(report("register/which-entry", request.origin, { register: "appraisals", ids }));
  else if (!found) diagnostics.push(...unknownEntry(request, "appraisals", id, ids));
  return found;
}

function resultsTable(request: ViewRequest, model: AppraisalModel, diagnostics: Diagnostic[]) {
  const { kit } = request;
  const { style } = request.document;
  const known = [...model.results.keys()];
  const keys = chosenKeys(request, "rows", known, known, diagnostics);
  return grid(request, {
    title: kit.inlines(model.source.title, model.origin),
    of: "results",
    columns: [
      { key: "measure", label: [text("Measure")], rowHeader: true, weight: 3 },
      { key: "result", label: [text("Result")], align: "right", weight: 2 },
    ],
    rows: keys.flatMap((key) => {
      const figure = model.results.get(key);
      if (!figure) return [];
      const value = plainValue(figure.value, figure.decimals, style);
      return [
        {
          cells: [
            textCell(figure.label),
            inlineCell([{ type: "value" as const, text: value, name: figure.name }], { computed: true }),
          ],
          origin: figure.origin,
        },
      ];
    }),
    notes: [
      ...(model.discounting === "" ? [] : [note(sentence(model.discounting))]),
      ...notesOf(
        kit,
        [...(keys.includes("discounted-roi") ? resultNotes(model) : []), model.source.note],
        model.source.source,
      ),
    ],
    origin: model.origin,
  });
}

function flowsTable(request: ViewRequest, model: AppraisalModel) {
  const { style } = request.document;
  const decimals = model.unit === "£m" ? 1 : 0;
  const amount = (value: Value) =>
    inlineCell(
      [
        {
          type: "value",
          text:
            value.type === "number"
              ? digits(inUnit(value, model.unit), decimals, style)
              : plainValue(value, undefined, style),
        },
      ],
      { computed: true },
    );
  const factor = (value: Value) =>
    textCell(value.type === "number" ? digits(value.exact, 4, style) : plainValue(value, undefined, style));
  const number = (key: string, label: string): GridColumn => ({ key, label: [text(label)], align: "right" });
  const title = [text("Flows by year and their present value")];
  const id = request.id === undefined ? undefined : `${request.id}-flows`;
  return grid(
    { ...request, id, caption: title },
    {
      title,
      of: "years",
      columns: [
        { key: "year", label: [text("Year")], rowHeader: true },
        number("benefit", `Benefits (${model.unit})`),
        number("cost", `Costs (${model.unit})`),
        number("net", `Net (${model.unit})`),
        number("factor", "Discount factor"),
        number("present", `Present value (${model.unit})`),
      ],
      rows: model.years.map((year) => ({
        cells: [
          textCell(`${year.year} (year\u00a0${year.index})`),
          amount(year.benefit),
          amount(year.cost),
          amount(year.net),
          factor(year.factor),
          amount(year.present),
        ],
      })),
    },
  );
}
