// Charts from tables: the same numbers, the same words.
import type { TableModel } from "../../compute/model.ts";
import { zero } from "../../compute/numbers/money.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Block, Exhibit } from "../../document/document.ts";
import type { Chart } from "../../document/exhibit.ts";
import { plainText } from "../../document/visit.ts";
import type { View, ViewRequest } from "../view.ts";
import { type Kind, kinds, type Points, pointsOf } from "./chart-data.ts";
import { chartWords, sumOf } from "./chart-words.ts";
import { altGiven } from "./gantt.ts";
import { notesOf } from "./parts.ts";
import { choice } from "./registers.ts";
import { namedTable, tableBlock } from "./table.ts";

export const chart: View = {
  attributes: ["of", "kind", "x", "y", "rows", "levels", "as", "alt", "data"],
  required: ["of"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const model = namedTable(request, diagnostics);
    if (!model) return { value: [], diagnostics };
    const kind = choice(request, "kind", kinds, diagnostics);
    const points = pointsOf(request, model, kind, diagnostics);
    if (!points) return { value: [], diagnostics };
    const content = contentOf(kind, points);
    diagnostics.push(...misfits(request, model, content, points));
    const title = request.kit.inlines(model.title, model.origin);
    const caption = request.caption ?? title;
    const exhibit: Exhibit = {
      type: "exhibit",
      id: request.id ?? `chart-${model.id}`,
      caption: { label: "Figure", number: 0, children: caption },
      alt: altGiven(request) ?? chartWords(content, points, plainText(caption)),
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

function contentOf(kind: Kind, points: Points): Chart {
  const { unit, categories, levels } = points;
  const form = kind === "bars" && points.series.length > 1 ? "grouped" : kind;
  const isSummed = ["stacked", "histogram", "area"].includes(form) && points.series.length > 1 && points.isAdditive;
  const hasSums = isSummed && points.series.every((s) => s.points.every((p) => p.value?.gte(0)));
  return {
    type: "chart",
    form,
    unit,
    categories,
    series: points.series.map(({ name, points: list }) => ({
      name,
      values: list.map((p) => p.value?.toNumber() ?? null),
      labels: list.map((p, i) => (form === "waterfall" && !levels[i] && p.value?.gt(0) ? `+${p.label}` : p.label)),
    })),
    ...(form === "waterfall" ? { levels } : {}),
    ...(hasSums
      ? { sums: categories.map((_, i) => points.print(sumOf(points.series.flatMap((s) => s.points[i] ?? [])))) }
      : {}),
  };
}

/** What the form cannot show truly: several columns as one run of steps, levels that steps do not reach, areas of both signs. */
function misfits(request: ViewRequest, model: TableModel, content: Chart, points: Points): readonly Diagnostic[] {
  const { form } = content;
  if (form === "waterfall") {
    if (points.series.length > 1)
      return [report("register/waterfall-columns", request.origin, { table: model.id, columns: points.series.length })];
    return steps(request, points);
  }
  if ((form !== "area" && form !== "histogram") || points.series.length < 2) return [];
  const values = points.series.flatMap((s) => s.points.flatMap((p) => p.value ?? []));
  return values.some((v) => v.gt(0)) && values.some((v) => v.lt(0))
    ? [report("register/stacked-signs", request.origin, { table: model.id, kind: form })]
    : [];
}

/** Every level after the first is what the steps before it come to, rounding of the printed numbers apart. */
function steps(request: ViewRequest, points: Points): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let at = zero;
  (points.series[0]?.points ?? []).forEach(({ value, label, origin }, i) => {
    if (value === null) return;
    if (!points.levels[i]) {
      at = at.plus(value);
      return;
    }
    if (
      i > 0 &&
      at
        .minus(value)
        .abs()
        .gt(points.tolerance.times(i + 1))
    ) {
      const details = { level: points.categories[i] ?? "", shown: label, reached: points.print(at) };
      const notes = origin ? [{ message: "the level is here", span: origin }] : [];
      found.push(report("register/waterfall-level", request.origin, details, { notes }));
    }
    at = value;
  });
  return found;
}
