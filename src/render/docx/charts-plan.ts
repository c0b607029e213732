// What a chart becomes in Word: its drawing's frame, its number formats and the cells of its workbook.
import type { Theme } from "../../../schemas/house.ts";
import type { Chart } from "../../document/exhibit.ts";
import { blockHeight } from "../../exhibit/brush.ts";
import { spread } from "../../exhibit/chart/axes.ts";
import type { Frame } from "../../exhibit/scene.ts";
import { formatOf, type NumberFormat } from "./charts-format.ts";
import { address, type SheetCell } from "./charts-workbook.ts";
import { printable } from "./inlines.ts";

/** A chart on its way into Word. */
export interface Plan {
  readonly chart: Chart;
  readonly frame: Frame;
  readonly theme: Theme;
  readonly language: string;
  /** Size of the whole in points, at the scale of the drawing. */
  readonly width: number;
  readonly height: number;
  /** Points on the page for one of the drawing. */
  readonly scale: number;
  readonly formats: readonly (NumberFormat | undefined)[];
  readonly sums: Sums | undefined;
  /** How far each line's name moves down from its last point, so that names and values do not touch. */
  readonly ends: readonly number[];
}

/** Sums above stacked columns: a line that is not drawn carries their labels, as Word has none for a stack. */
export interface Sums {
  readonly values: readonly number[];
  readonly labels: readonly string[];
  readonly format: NumberFormat | undefined;
}

/** Heading of the column of sums in the workbook. */
export const sumsName = "Total";

export function formatsOf(chart: Chart): readonly (NumberFormat | undefined)[] {
  return chart.series.map((series) => formatOf(series.labels.filter((_, i) => series.values[i] !== null)));
}

export function sumsOf(chart: Chart): Sums | undefined {
  if (!chart.sums) return undefined;
  return {
    values: chart.categories.map((_, i) => {
      const sum = chart.series.reduce((total, s) => total + (s.values[i] ?? 0), 0);
      // Binary addition leaves dust behind the digits that count.
      return Number(sum.toPrecision(12));
    }),
    labels: chart.sums,
    format: formatOf(chart.sums),
  };
}

/** Names with a value below them need more room than the names of the drawing, and none below the plot. */
export function endsOf({ series }: Chart, frame: Frame): readonly number[] {
  const heights = frame.nameLines.map((lines) => blockHeight(lines + 1));
  const height = (s: number) => heights[s] ?? 0;
  const points = series.map(({ values }) => pointAt(frame, values.findLast((v) => v !== null) ?? 0));
  const wishes = points.map((y, s) => y - height(s) / 2);
  const tops = [...spread(wishes, heights, Number.POSITIVE_INFINITY)];
  let floor = frame.bottom;
  for (const { s, top } of tops.map((top, s) => ({ s, top })).sort((one, other) => other.top - one.top)) {
    tops[s] = Math.min(top, floor - height(s));
    floor = (tops[s] ?? 0) - 2;
  }
  return points.map((y, s) => (tops[s] ?? 0) + height(s) / 2 - y);
}

/** Where a value stands in the drawing, from its top. */
export function pointAt({ low, high, top, bottom }: Frame, value: number): number {
  return bottom - ((value - low) / (high - low)) * (bottom - top);
}

export const isStacked = ({ chart }: Plan): boolean => chart.form === "stacked" || chart.form === "histogram";

/** Rows of the workbook: categories down, series across. */
export function sheetRows({ chart, formats, sums }: Plan): readonly (readonly SheetCell[])[] {
  const names = [...chart.series.map((s) => s.name), ...(sums ? [sumsName] : [])];
  const last = chart.series.length;
  return [
    [undefined, ...names.map((name) => ({ words: printable(name) }))],
    ...chart.categories.map((category, i): readonly SheetCell[] => [
      { words: printable(category) },
      ...chart.series.map(({ values }, s): SheetCell => {
        const value = values[i] ?? null;
        return value === null ? undefined : { value, format: codeOf(formats[s]) };
      }),
      ...(sums
        ? [
            {
              value: sums.values[i] ?? 0,
              format: codeOf(sums.format),
              sumFrom: `${address(i + 1, 1)}:${address(i + 1, last)}`,
            },
          ]
        : []),
    ]),
  ];
}

export const codeOf = (format: NumberFormat | undefined): string => format?.code ?? "General";

export function colourOf({ colours }: Theme, series: number): string {
  return colours.series[series % colours.series.length] ?? colours.accent;
}
