// Charts from tables: the same numbers, the same words.

import type { ColumnModel, RowModel, TableModel } from "../../compute/model.ts";
import { columnUnit } from "../../compute/numbers/format.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Block, Exhibit } from "../../document/document.ts";
import type { Chart, ChartSeries } from "../../document/exhibit.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { altGiven } from "./milestones.ts";
import { joined, notesOf, sentence } from "./parts.ts";
import { choice, chosenKeys } from "./registers.ts";
import { drawnNumber, inMoney, namedTable, shownText, tableBlock } from "./table.ts";

export const chart: View = {
  attributes: ["of", "kind", "x", "y", "rows", "as", "alt", "data"],
  required: ["of"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const model = namedTable(request, diagnostics);
    if (!model) return { value: [], diagnostics };
    const content = contentOf(request, model, diagnostics);
    if (!content) return { value: [], diagnostics };
    const title = request.kit.inlines(model.title, model.origin);
    const caption = request.caption ?? title;
    const exhibit: Exhibit = {
      type: "exhibit",
      id: request.id ?? `chart-${model.id}`,
      caption: { label: "Figure", number: 0, children: caption },
      alt: altGiven(request) ?? altOf(content, plainText(caption)),
      content,
      notes: notesOf(request.kit, [], model.source),
      ...(request.origin ? { origin: request.origin } : {}),
    };
    const blocks: readonly Block[] =
      choice(request, "data", ["no", "yes"], diagnostics) === "yes"
        ? [exhibit, dataTable(request, model, diagnostics)]
        : [exhibit];
    return { value: blocks, diagnostics };
  },
};

function dataTable(request: ViewRequest, model: TableModel, diagnostics: Diagnostic[]) {
  const { as } = request.attributes;
  const id = request.id === undefined ? undefined : `${request.id}-data`;
  const caption = [...request.kit.inlines(model.title, model.origin), text(": data")];
  return tableBlock({ ...request, id, caption, attributes: as === undefined ? {} : { as } }, model, diagnostics);
}

function contentOf(request: ViewRequest, model: TableModel, diagnostics: Diagnostic[]): Chart | undefined {
  const as = request.attributes.as === undefined ? undefined : choice(request, "as", ["£", "£k", "£m"], diagnostics);
  const columns = as === undefined ? model.columns : model.columns.map((c) => inMoney(c, as));
  const keys = columns.map((c) => c.key);
  const first = columns.find((c) => c.rowHeader)?.key ?? columns.find((c) => c.type !== "number")?.key ?? keys[0] ?? "";
  const [x = first] = chosenKeys(request, "x", keys, [first], diagnostics);
  const numbers = columns.filter((c) => c.type === "number" && c.key !== x);
  const parts = numbers.filter((c) => c.key !== "total");
  const usual = (parts.length > 0 ? parts : numbers).map((c) => c.key);
  const y = chosenKeys(
    request,
    "y",
    numbers.map((c) => c.key),
    usual,
    diagnostics,
  );
  const series = y.flatMap((key) => columns.find((c) => c.key === key) ?? []);
  const body = model.rows.filter((r) => r.kind === "body");
  const known = body.flatMap((r) => r.id ?? []);
  const wanted = new Set(chosenKeys(request, "rows", known, known, diagnostics));
  const rows =
    request.attributes.rows === undefined ? body : body.filter((r) => r.id !== undefined && wanted.has(r.id));
  const xColumn = columns.find((c) => c.key === x);
  if (series.length === 0 || rows.length === 0 || !xColumn) {
    diagnostics.push(report("register/nothing-to-draw", request.origin, { table: model.id }));
    return undefined;
  }
  const units = new Set(series.map((c) => columnUnit(c)));
  if (units.size > 1)
    diagnostics.push(report("register/mixed-units", request.origin, { table: model.id, units: [...units] }));
  const data = overYears(series)
    ? seriesByRow(request, rows, series, xColumn)
    : seriesByColumn(request, rows, series, xColumn);
  return { type: "chart", form: formOf(request, data.series.length, diagnostics), unit: [...units][0] ?? "", ...data };
}

function formOf(request: ViewRequest, series: number, diagnostics: Diagnostic[]): Chart["form"] {
  const form = choice(request, "kind", ["bars", "grouped", "stacked", "line"], diagnostics);
  return form === "bars" && series > 1 ? "grouped" : form;
}

/** Years side by side as columns are one axis; the rows are then what is compared. */
function overYears(columns: readonly ColumnModel[]): boolean {
  return columns.length > 1 && columns.every((c) => /^\d{4}(\/\d{2})?$/.test(c.key));
}

type Drawn = Pick<Chart, "categories" | "series">;

function nameOf(request: ViewRequest, row: RowModel, column: ColumnModel): string {
  const cell = row.cells.get(column.key);
  if (!cell) return "";
  if (cell.content.type === "markdown") return plainText(request.kit.inlines(cell.content.text, cell.origin));
  return shownText(request, cell, column);
}

function seriesByColumn(
  request: ViewRequest,
  rows: readonly RowModel[],
  columns: readonly ColumnModel[],
  x: ColumnModel,
): Drawn {
  return {
    categories: rows.map((r) => nameOf(request, r, x)),
    series: columns.map((c) =>
      pointsOf(
        request,
        plainText(request.kit.inlines(c.label)),
        rows.map((r) => [r, c]),
      ),
    ),
  };
}

function seriesByRow(
  request: ViewRequest,
  rows: readonly RowModel[],
  columns: readonly ColumnModel[],
  x: ColumnModel,
): Drawn {
  return {
    categories: columns.map((c) => plainText(request.kit.inlines(c.label))),
    series: rows.map((r) =>
      pointsOf(
        request,
        nameOf(request, r, x),
        columns.map((c) => [r, c]),
      ),
    ),
  };
}

function pointsOf(
  request: ViewRequest,
  name: string,
  cells: readonly (readonly [RowModel, ColumnModel])[],
): ChartSeries {
  return {
    name,
    values: cells.map(([row, column]) => drawnNumber(row.cells.get(column.key), column)),
    labels: cells.map(([row, column]) => {
      const cell = row.cells.get(column.key);
      return cell ? shownText(request, cell, column) : "–";
    }),
  };
}

const formWords: Readonly<Record<Chart["form"], string>> = {
  bars: "A bar chart",
  grouped: "A bar chart",
  stacked: "A chart of stacked bars",
  line: "A line chart",
};

function altOf(content: Chart, title: string): string {
  const unit = content.unit === "" ? "" : `, in ${content.unit}`;
  const one = content.series.length === 1;
  const series = content.series.map((s) => {
    const points = joined(content.categories.map((category, i) => `${category} ${s.labels[i] ?? ""}`));
    return sentence(one ? capitalised(points) : `${s.name}: ${points}`);
  });
  return [`${formWords[content.form]} of ${title.replace(/[.]$/, "")}${unit}.`, ...series].join(" ");
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
