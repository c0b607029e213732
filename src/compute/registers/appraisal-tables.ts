// An appraisal as tables: its flows by year with running totals, and what they come to.

import type { AppraisalModel, Figure } from "../model.ts";
import type { GeneratedCell, GeneratedColumn, GeneratedRow, GeneratedTable } from "../tables/generated.ts";

/** How the discounted return is defined; "discounted ROI" has no agreed meaning, so it is printed with the number. */
export const discountedReturnNote =
  "The discounted return on investment is the discounted net benefit divided by the discounted costs; both sides are discounted by the same factors.";

/** Years after year 0, over which the average return is taken. */
const laterYears = (model: AppraisalModel) => Math.max(1, model.years.length - 1);

/** What the printed results mean where their names do not say it. */
export function resultNotes(model: AppraisalModel): readonly string[] {
  if (!model.results.has("discounted-roi")) return [];
  const later = laterYears(model);
  const average = `The average annual return is that return divided by the ${later === 1 ? "one year" : `${later} years`} after year 0.`;
  return [discountedReturnNote, ...(model.results.has("average-discounted-roi") ? [average] : [])];
}

function flowsTable(model: AppraisalModel): GeneratedTable {
  const { id, unit, origin } = model;
  const amount = (key: string, label: string): GeneratedColumn => ({ key, label, unit });
  const names = ["benefits", "costs", "net", "factor", "present", "running", "running-present"];
  return {
    id: `${id}.flows`,
    kind: "flows",
    title: model.source.title,
    summary:
      "For each year its benefits, costs and net flow, the discount factor and the present value, with running totals of the net flow and of the present value.",
    columns: [
      { key: "year", label: "Year", rowHeader: true },
      amount("benefits", "Benefits"),
      amount("costs", "Costs"),
      amount("net", "Net"),
      { key: "factor", label: "Discount factor", unit: "number", decimals: 4, additive: false },
      amount("present", "Present value"),
      { ...amount("running", "Running total, net"), cumulative: true },
      { ...amount("running-present", "Running total, present value"), cumulative: true },
    ],
    rows: [
      ...model.years.map(
        ({ year }): GeneratedRow => ({
          kind: "body",
          id: year,
          cells: {
            year: { markdown: year },
            ...Object.fromEntries(names.map((name) => [name, { figure: `${id}.${name}.${year}` }])),
          },
          origin,
        }),
      ),
      {
        kind: "total",
        id: "total",
        label: "All years",
        cells: {
          benefits: { figure: `${id}.benefits` },
          costs: { figure: `${id}.costs` },
          net: { figure: `${id}.net` },
          present: { figure: `${id}.npv` },
        },
        origin,
      },
    ],
    notes: [sentence(model.discounting), model.source.note],
    source: model.source.source,
    adds: true,
    origin,
  };
}

function resultCell(figure: Figure): GeneratedCell {
  const { name, value, decimals } = figure;
  return value.type === "number" ? { figure: name, as: value.unit, decimals: decimals ?? 0 } : { figure: name };
}

function resultsTable(model: AppraisalModel): GeneratedTable {
  const { id, origin } = model;
  return {
    id: `${id}.results`,
    kind: "results",
    title: model.source.title,
    summary: "What the flows of the appraisal come to: totals, returns, present value, and when it pays back.",
    columns: [
      { key: "measure", label: "Measure", rowHeader: true, weight: 3 },
      { key: "result", label: "Result", weight: 2 },
    ],
    rows: [...model.results].map(
      ([key, figure]): GeneratedRow => ({
        kind: "body",
        id: key,
        cells: { measure: { markdown: figure.label }, result: resultCell(figure) },
        origin: figure.origin,
      }),
    ),
    notes: [...resultNotes(model), sentence(model.discounting), model.source.note],
    source: model.source.source,
    origin,
  };
}

function sentence(words: string): string | undefined {
  if (words === "") return undefined;
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** The tables `<appraisal>.flows` and `<appraisal>.results`. */
export function appraisalTables(models: Iterable<AppraisalModel>): readonly GeneratedTable[] {
  return [...models].flatMap((model) => [flowsTable(model), resultsTable(model)]);
}
