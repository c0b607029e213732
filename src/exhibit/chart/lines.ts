// Lines between points: each line has a dash of its own and its name at its end.
import { scalePoint } from "d3-scale";
import { line as curve } from "d3-shape";
import type { Chart } from "../../document/exhibit.ts";
import {
  type Brush,
  blockHeight,
  labelLeading,
  labelSize,
  lines,
  rectangle,
  round,
  widest,
  words,
  wrap,
} from "../brush.ts";
import type { Frame, Scene, Shape } from "../scene.ts";
import { categoryAxis, colourOf, extent, spread, upright, valueAxis, zeroLine } from "./axes.ts";

/** Dash and gap of each line, in points. */
export const dashes: readonly (readonly [number, number] | undefined)[] = [
  undefined,
  [6, 3],
  [2, 3],
  [9, 3],
  [4, 2],
  [1, 2],
];

export function drawLines(chart: Chart, width: number, brush: Brush): Scene {
  const names = chart.series.map((s) => wrap(brush, s.name, width * 0.24, true));
  const right = width - Math.max(...names.map((n) => widest(brush, n, true)), 0) - 16;
  const top = labelLeading + 14;
  const { y, ticks, plot } = upright(brush, extent(chart.series), top, right);
  const x = scalePoint<number>()
    .domain(chart.categories.map((_, i) => i))
    .range([plot.left + 18, plot.right - 10]);
  const printed = chart.series.map((series, s) => series.values.map((v, i) => v !== null && !saidBefore(chart, s, i)));
  const grid = [...valueAxis(brush, y, ticks, plot, chart.unit), zeroLine(brush, y, plot)];
  const shapes: Shape[] = [];
  const ends: number[] = [];
  const labels: Shape[] = [];
  const grounds: Shape[] = [];
  let under = plot.bottom;
  chart.series.forEach((series, s) => {
    const points = series.values.flatMap((v, i) => (v === null ? [] : [{ i, x: round(x(i) ?? 0), y: round(y(v)) }]));
    const colour = colourOf(brush, s);
    const path = curve<{ x: number; y: number }>(
      (p) => p.x,
      (p) => p.y,
    )(points);
    const dash = dashes[s % dashes.length];
    if (path !== null)
      shapes.push({ type: "path", d: path, stroke: colour, strokeWidth: 1.75, ...(dash ? { dash } : {}) });
    for (const p of points) {
      shapes.push(rectangle(p.x - 2.5, p.y - 2.5, 5, 5, { fill: colour, radius: 2.5 }));
      const above = isUpper(chart, s, p.i);
      if (printed[s]?.[p.i]) {
        const label = series.labels[p.i] ?? "";
        const at = round(p.y + (above ? -7 : labelSize + 6));
        const half = brush.measure(label, labelSize, false) / 2 + 1.5;
        // White behind the words keeps the grid out of them.
        grounds.push(rectangle(round(p.x - half), at - 8, round(2 * half), 10, { fill: "#ffffff" }));
        labels.push(words(brush, label, p.x, at, { anchor: "middle" }));
        under = Math.max(under, at + 2);
      }
    }
    ends[s] = points.at(-1)?.y ?? plot.bottom;
  });
  const heights = names.map((n) => blockHeight(n.length));
  const at = spread(ends, heights, Number.POSITIVE_INFINITY);
  chart.series.forEach((_, s) => {
    shapes.push(...lines(brush, names[s] ?? [], plot.right + 8, round((at[s] ?? 0) - labelSize / 2), { bold: true }));
  });
  const room = x.step() - 4 || plot.right - plot.left;
  const axis = categoryAxis(brush, chart.categories, (i) => x(i) ?? 0, room, under + 6);
  const lowest = Math.max(under + 6 + axis.height, ...at.map((a, s) => a + (heights[s] ?? 0)));
  const [start = 0, end = 1] = y.domain();
  const frame: Frame = {
    ...plot,
    low: start,
    high: end,
    ticks,
    every: axis.every,
    printed,
    summed: [],
    nameLines: names.map((n) => n.length),
  };
  return {
    width,
    height: round(lowest + 6),
    frame,
    shapes: [...grid, ...grounds, ...shapes, ...labels, ...axis.shapes],
  };
}

/** The label of the upper of two lines stands above its point, that of the lower below. */
export function isUpper(chart: Chart, series: number, category: number): boolean {
  const own = chart.series[series]?.values[category] ?? 0;
  return chart.series.every((other, o) => o === series || (other.values[category] ?? Number.NEGATIVE_INFINITY) <= own);
}

/** Two lines that start from one point print its value once. */
function saidBefore(chart: Chart, series: number, category: number): boolean {
  const own = chart.series[series];
  return chart.series
    .slice(0, series)
    .some(
      (other) => other.values[category] === own?.values[category] && other.labels[category] === own?.labels[category],
    );
}
