// The series of a chart: where their cells are, and how they look.
import type { XmlComponent } from "docx";
import { dashes } from "../../exhibit/chart/lines.ts";
import type { NumberFormat } from "./charts-format.ts";
import { line, noLine, shape, solid, striped, valued } from "./charts-ink.ts";
import { seriesLabels, sumsLabels } from "./charts-labels.ts";
import { codeOf, colourOf, isStacked, type Plan, type Sums, sumsName } from "./charts-plan.ts";
import { address, sheetName } from "./charts-workbook.ts";
import { element } from "./element.ts";
import { printable } from "./inlines.ts";

/** Bars, columns or lines of the exhibit's own series. */
export function seriesElements(plan: Plan): readonly XmlComponent[] {
  const { chart, theme } = plan;
  return chart.series.map((series, s) => {
    const own = colourOf(theme, s);
    const isLine = chart.form === "line";
    const look = isLine
      ? [
          shape(line(theme, own, 1.75, dashes[s % dashes.length])),
          element("c:marker", {}, [
            valued("c:symbol", "circle"),
            valued("c:size", 5),
            shape(solid(theme, own), line(theme, own, 0.5)),
          ]),
        ]
      : [
          shape(
            s < theme.colours.series.length ? solid(theme, own) : striped(theme, own),
            isStacked(plan) ? line(theme, "#ffffff", 0.75) : noLine(),
          ),
          valued("c:invertIfNegative", false),
        ];
    return element("c:ser", {}, [
      ...named(s, series.name),
      ...look,
      seriesLabels(plan, s),
      ...cells(plan, s, series.values, plan.formats[s]),
      ...(isLine ? [valued("c:smooth", false)] : []),
    ]);
  });
}

/** The line that carries the sums. */
export function sumsElement(plan: Plan, sums: Sums): XmlComponent {
  const { chart } = plan;
  const index = chart.series.length;
  return element("c:ser", {}, [
    ...named(index, sumsName),
    shape(noLine()),
    element("c:marker", {}, [valued("c:symbol", "none")]),
    sumsLabels(plan, sums),
    ...cells(plan, index, sums.values, sums.format),
    valued("c:smooth", false),
  ]);
}

function named(index: number, name: string): readonly XmlComponent[] {
  return [
    valued("c:idx", index),
    valued("c:order", index),
    element("c:tx", {}, [
      element("c:strRef", {}, [
        element("c:f", {}, [`${sheetName}!${address(0, index + 1, true)}`]),
        cached("c:strCache", [printable(name)]),
      ]),
    ]),
  ];
}

function cells(
  { chart }: Plan,
  index: number,
  values: readonly (number | null)[],
  format: NumberFormat | undefined,
): readonly XmlComponent[] {
  const last = chart.categories.length;
  const range = (column: number) =>
    element("c:f", {}, [`${sheetName}!${address(1, column, true)}:${address(last, column, true)}`]);
  const shownAs = element("c:formatCode", {}, [codeOf(format)]);
  return [
    element("c:cat", {}, [element("c:strRef", {}, [range(0), cached("c:strCache", chart.categories.map(printable))])]),
    element("c:val", {}, [
      element("c:numRef", {}, [
        range(index + 1),
        cached(
          "c:numCache",
          chart.categories.map((_, i) => values[i]?.toString()),
          shownAs,
        ),
      ]),
    ]),
  ];
}

function cached(name: string, points: readonly (string | undefined)[], format?: XmlComponent): XmlComponent {
  return element(name, {}, [
    ...(format ? [format] : []),
    valued("c:ptCount", points.length),
    ...points.flatMap((point, i) =>
      point === undefined ? [] : [element("c:pt", { idx: String(i) }, [element("c:v", {}, [point])])],
    ),
  ]);
}
