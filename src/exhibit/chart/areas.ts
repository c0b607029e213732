// Areas stacked on zero: what is there in all and what it consists of, over time.
import { scalePoint } from "d3-scale";
import { area, line as curve, stack } from "d3-shape";
import type { Chart } from "../../document/exhibit.ts";
import {
  type Brush,
  blockHeight,
  labelLeading,
  labelSize,
  line,
  lines,
  rectangle,
  round,
  widest,
  words,
  wrap,
} from "../brush.ts";
import type { Scene, Shape } from "../scene.ts";
import { categoryAxis, colourOf, extent, spread, upright, valueAxis, zeroLine } from "./axes.ts";

interface Edge {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** One area may cross zero; several are stacked, which only values of one sign can be. Each is named where it ends. */
export function drawAreas(chart: Chart, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const layers = stack<number, number>()
    .keys(chart.series.map((_, s) => s))
    .value((category, s) => chart.series[s]?.values[category] ?? 0)(chart.categories.map((_, i) => i));
  const sums = chart.categories.map((_, i) => layers.at(-1)?.[i]?.[1] ?? 0);
  const names = chart.series.map((s) => wrap(brush, s.name, width * 0.24));
  const right = width - Math.max(...names.map((n) => widest(brush, n)), 0) - 14;
  const span =
    chart.series.length === 1 ? extent(chart.series) : ([Math.min(0, ...sums), Math.max(0, ...sums)] as const);
  const top = labelLeading + 22;
  const { y, ticks, plot } = upright(brush, span, top, right);
  const x = scalePoint<number>()
    .domain(chart.categories.map((_, i) => i))
    .range([plot.left + 16, plot.right]);
  const shapes: Shape[] = [...valueAxis(brush, y, ticks, plot, chart.unit)];
  const edges = layers.map((layer) =>
    layer.map(([from, to], i): Edge => ({ x: round(x(i) ?? 0), low: round(y(from)), high: round(y(to)) })),
  );
  edges.forEach((points, s) => {
    const d = area<Edge>(
      (p) => p.x,
      (p) => p.low,
      (p) => p.high,
    )([...points]);
    if (d !== null) shapes.push({ type: "path", d, fill: colourOf(brush, s) });
  });
  // White between two areas parts them where their colours come close, in print without colours too.
  for (const points of edges) {
    const d = curve<Edge>(
      (p) => p.x,
      (p) => p.high,
    )([...points]);
    if (d !== null) shapes.push({ type: "path", d, stroke: "#ffffff", strokeWidth: 1.5 });
  }
  shapes.push(zeroLine(brush, y, plot));
  const labels = chart.series.length === 1 ? chart.series[0]?.labels : chart.sums;
  const top1 = edges.at(-1) ?? [];
  const every = Math.max(1, Math.ceil((widest(brush, labels ?? []) + 8) / (x.step() || plot.right)));
  labels?.forEach((label, i) => {
    const point = top1[i];
    if (point && i % every === 0) {
      const anchor = i === chart.categories.length - 1 && i > 0 ? "end" : "middle";
      const at = round(Math.min(point.high, point.low) - 5);
      const length = brush.measure(label, labelSize, false);
      const left = point.x - (anchor === "end" ? length : length / 2) - 1.5;
      // White behind the words keeps the grid out of them.
      shapes.push(rectangle(round(left), at - 8, round(length + 3), 9.5, { fill: "#ffffff" }));
      shapes.push(words(brush, label, point.x, at, { anchor }));
    }
  });
  const wishes = edges.map((points) => ((points.at(-1)?.low ?? 0) + (points.at(-1)?.high ?? 0)) / 2);
  const heights = names.map((n) => blockHeight(n.length));
  const at = spread(wishes, heights, Number.POSITIVE_INFINITY);
  chart.series.forEach((_, s) => {
    const middle = round(at[s] ?? 0);
    shapes.push(line(plot.right + 1, round(wishes[s] ?? 0), plot.right + 8, middle, colourOf(brush, s), 1));
    shapes.push(...lines(brush, names[s] ?? [], plot.right + 11, round(middle - labelSize / 2)));
  });
  const axis = categoryAxis(brush, chart.categories, (i) => x(i) ?? 0, x.step() - 4 || right, plot.bottom + 6);
  // Thin lines through the areas show which point a name below belongs to.
  const stems = top1.map((p) => line(p.x, p.high, p.x, round(plot.bottom), "#ffffff", 0.5));
  const marks = top1.map((p) => line(p.x, plot.bottom, p.x, plot.bottom + 3, colours.quiet, 0.5));
  const lowest = Math.max(plot.bottom + 6 + axis.height, ...at.map((a, s) => a + (heights[s] ?? 0)));
  return { width, height: round(lowest + 6), shapes: [...shapes, ...stems, ...marks, ...axis.shapes] };
}
