// Bar, grouped, stacked and line charts: zero baselines, direct labels, light grid.
import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { line as curve } from "d3-shape";
import type { Chart, ChartSeries } from "../document/exhibit.ts";
import {
  type Brush,
  blockHeight,
  inkOn,
  labelLeading,
  labelSize,
  line,
  lines,
  rectangle,
  round,
  widest,
  words,
  wrap,
} from "./brush.ts";
import type { Scene, Shape } from "./scene.ts";

const dashes: readonly (readonly [number, number] | undefined)[] = [undefined, [6, 3], [2, 3], [9, 3], [4, 2], [1, 2]];

export function drawChart(chart: Chart, width: number, brush: Brush): Scene {
  switch (chart.form) {
    case "bars":
    case "grouped":
      return bars(chart, width, brush);
    case "stacked":
      return stacked(chart, width, brush);
    case "line":
      return lineChart(chart, width, brush);
  }
}

function colourOf(brush: Brush, index: number): string {
  const series = brush.theme.colours.series;
  return series[index % series.length] ?? brush.theme.colours.accent;
}

function extent(series: readonly ChartSeries[]): readonly [number, number] {
  const all = series.flatMap((s) => s.values).filter((v): v is number => v !== null);
  return [Math.min(0, ...all), Math.max(0, ...all)];
}

/** Lying bars: category left, value at the bar's end, with the name of the series where there are several. */
function bars(chart: Chart, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const several = chart.series.length > 1;
  const names = chart.categories.map((c) => wrap(brush, c, width * 0.28, true));
  const left = Math.min(width * 0.28, Math.max(...names.map((n) => widest(brush, n, true)), 0)) + 12;
  const labels = chart.series.map((s) => s.labels.map((l) => (several ? `${s.name}  ${l}` : l)));
  const right = Math.max(...labels.flat().map((l) => brush.measure(l, labelSize, false)), 0) + 8;
  const [low, high] = extent(chart.series);
  const x = scaleLinear()
    .domain([low, high || 1])
    .range([left, Math.max(left + 40, width - right)]);
  const barHeight = 15;
  const gap = 10;
  const shapes: Shape[] = [];
  let y = chart.unit === "" ? 4 : labelLeading + 6;
  if (chart.unit !== "") shapes.push(words(brush, chart.unit, left, labelSize, { fill: colours.quiet }));
  const top = y;
  chart.categories.forEach((_, c) => {
    const name = names[c] ?? [];
    const height = Math.max(chart.series.length * (barHeight + 2), blockHeight(name.length));
    shapes.push(
      ...lines(brush, name, left - 10, y + (height - blockHeight(name.length)) / 2, { anchor: "end", bold: true }),
    );
    chart.series.forEach((series, s) => {
      const value = series.values[c] ?? null;
      const at = y + s * (barHeight + 2) + (height - chart.series.length * (barHeight + 2)) / 2;
      const from = value === null ? x(0) : Math.min(x(0), x(value));
      const length = value === null ? 0 : Math.abs(x(value) - x(0));
      if (length > 0)
        shapes.push(rectangle(round(from), round(at), round(length), barHeight, { fill: colourOf(brush, s) }));
      shapes.push(
        words(brush, labels[s]?.[c] ?? "", round(from + length + 6), round(at + barHeight / 2 + labelSize * 0.35)),
      );
    });
    y += height + gap;
  });
  shapes.push(line(x(0), top - 3, x(0), y - gap + 3, colours.text, 0.75));
  return { width, height: round(y - gap + 6), shapes };
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Value axis with light grid lines and the unit above it. */
function valueAxis(
  brush: Brush,
  scale: (n: number) => number,
  ticks: readonly number[],
  plot: Plot,
  unit: string,
): readonly Shape[] {
  const { colours } = brush.theme;
  return [
    ...(unit === "" ? [] : [words(brush, unit, 0, labelSize, { fill: colours.quiet })]),
    ...ticks.flatMap((t) => [
      line(
        plot.left,
        round(scale(t)),
        plot.right,
        round(scale(t)),
        t === 0 ? colours.text : colours.rule,
        t === 0 ? 0.75 : 0.4,
      ),
      words(brush, tickLabel(t), plot.left - 6, round(scale(t) + labelSize * 0.35), {
        anchor: "end",
        fill: colours.quiet,
      }),
    ]),
  ];
}

/** Grouped thousands and a true minus, without any locale of the machine. */
function tickLabel(n: number): string {
  const text = String(Math.round(Math.abs(n) * 1000) / 1000);
  const [whole = "0", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${n < 0 ? "\u2212" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

function categoryAxis(
  brush: Brush,
  categories: readonly string[],
  at: (category: number) => number,
  room: number,
  top: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const wrapped = categories.map((c) => wrap(brush, c, room));
  return {
    shapes: wrapped.flatMap((w, i) => lines(brush, w, round(at(i)), top, { anchor: "middle" })),
    height: Math.max(0, ...wrapped.map((w) => blockHeight(w.length))),
  };
}

/** Keeps direct labels apart: each at its wish, moved down where two would touch. */
function spread(wishes: readonly number[]): readonly number[] {
  const order = wishes.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { y, i } of order) {
    last = Math.max(y, last + labelLeading);
    placed[i] = last;
  }
  return placed;
}

const plotHeight = 190;
const stripe = 5;

function stacked(chart: Chart, width: number, brush: Brush): Scene {
  const sums = chart.categories.map((_, c) =>
    chart.series.reduce((total, s) => total + Math.max(0, s.values[c] ?? 0), 0),
  );
  const names = chart.series.map((s) => wrap(brush, s.name, width * 0.24));
  // A line can lead from a name to its part of the last column only when each part is there.
  const isLed = chart.series.every((series) => (series.values.at(-1) ?? 0) > 0);
  const beside = isLed ? 11 : 23;
  const right = width - Math.max(...names.map((n) => widest(brush, n)), 0) - beside - 3;
  const plot: Plot = { left: 44, right, top: labelLeading + 8, bottom: labelLeading + 8 + plotHeight };
  const y = scaleLinear()
    .domain([0, Math.max(...sums, 1)])
    .nice(5)
    .range([plot.bottom, plot.top]);
  const x = scaleBand<number>()
    .domain(chart.categories.map((_, i) => i))
    .range([plot.left, plot.right])
    .padding(0.28);
  const shapes: Shape[] = [...valueAxis(brush, y, y.ticks(5), plot, chart.unit)];
  const ends: number[] = [];
  chart.categories.forEach((_, c) => {
    let base = 0;
    chart.series.forEach((series, s) => {
      const value = Math.max(0, series.values[c] ?? 0);
      const [top, bottom] = [y(base + value), y(base)];
      if (value > 0) {
        shapes.push(...ground(brush, s, round(x(c) ?? 0), round(top), round(x.bandwidth()), round(bottom - top)));
        const label = series.labels[c] ?? "";
        if (bottom - top > labelLeading + 2 && brush.measure(label, labelSize, false) < x.bandwidth() - 4) {
          const [middle, half] = [(x(c) ?? 0) + x.bandwidth() / 2, brush.measure(label, labelSize, false) / 2 + 3];
          shapes.push(
            rectangle(round(middle - half), round((top + bottom) / 2 - 6), round(2 * half), 12, {
              fill: colourOf(brush, s),
            }),
            words(brush, label, round(middle), round((top + bottom) / 2 + labelSize * 0.35), {
              anchor: "middle",
              fill: inkOn(colourOf(brush, s)),
            }),
          );
        }
      }
      base += value;
      if (c === chart.categories.length - 1) ends[s] = (top + bottom) / 2;
    });
  });
  const at = isLed ? spread(ends) : keyed(names, plot);
  chart.series.forEach((_, s) => {
    const lead = (x(chart.categories.length - 1) ?? 0) + x.bandwidth();
    const middle = round(at[s] ?? 0);
    if (isLed) shapes.push(line(lead + 1, round(ends[s] ?? 0), plot.right + 8, middle, colourOf(brush, s), 0.75));
    else shapes.push(...ground(brush, s, round(plot.right + 7), middle - 5, 11, 9));
    shapes.push(
      ...lines(brush, names[s] ?? [], plot.right + beside, round((at[s] ?? 0) - labelSize / 2), {
        fill: brush.theme.colours.text,
      }),
    );
  });
  const axis = categoryAxis(
    brush,
    chart.categories,
    (i) => (x(i) ?? 0) + x.bandwidth() / 2,
    x.step() - 4,
    plot.bottom + 6,
  );
  const lowest = Math.max(plot.bottom + 6 + axis.height, ...at.map((a, s) => a + blockHeight((names[s] ?? []).length)));
  return { width, height: round(lowest + 6), shapes: [...shapes, ...axis.shapes] };
}

/** Heights of the names beside their swatches, in the order of the parts from the bottom up. */
function keyed(names: readonly (readonly string[])[], plot: Plot): readonly number[] {
  let y = plot.bottom;
  return names.map((name) => {
    y -= blockHeight(name.length) + 6;
    return y + labelSize / 2;
  });
}

/** The ground of one series; once the colours are used up, stripes tell the next ones apart. */
function ground(brush: Brush, index: number, x: number, y: number, width: number, height: number): readonly Shape[] {
  const fill = colourOf(brush, index);
  const solid = rectangle(x, y, width, height, { fill, stroke: "#ffffff", strokeWidth: 0.75 });
  if (index < brush.theme.colours.series.length) return [solid];
  const count = Math.max(1, Math.floor(width / stripe));
  const stripes = Array.from({ length: count }, (_, i) => {
    const at = x + (i + 0.5) * (width / count);
    return line(at, y, at, y + height, "#ffffff", 0.9);
  });
  return [solid, ...stripes];
}

function lineChart(chart: Chart, width: number, brush: Brush): Scene {
  const names = chart.series.map((s) => wrap(brush, s.name, width * 0.24, true));
  const right = width - Math.max(...names.map((n) => widest(brush, n, true)), 0) - 16;
  const plot: Plot = { left: 44, right, top: labelLeading + 14, bottom: labelLeading + 14 + plotHeight };
  const [low, high] = extent(chart.series);
  const y = scaleLinear()
    .domain([low, high || 1])
    .nice(5)
    .range([plot.bottom, plot.top]);
  const x = scalePoint<number>()
    .domain(chart.categories.map((_, i) => i))
    .range([plot.left + 18, plot.right - 10]);
  const shapes: Shape[] = [...valueAxis(brush, y, y.ticks(5), plot, chart.unit)];
  const ends: number[] = [];
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
      if (!saidBefore(chart, s, p.i)) {
        const label = series.labels[p.i] ?? "";
        shapes.push(words(brush, label, p.x, round(p.y + (above ? -7 : labelSize + 6)), { anchor: "middle" }));
      }
    }
    ends[s] = points.at(-1)?.y ?? plot.bottom;
  });
  const at = spread(ends);
  chart.series.forEach((_, s) => {
    shapes.push(...lines(brush, names[s] ?? [], plot.right + 8, round((at[s] ?? 0) - labelSize / 2), { bold: true }));
  });
  const axis = categoryAxis(
    brush,
    chart.categories,
    (i) => x(i) ?? 0,
    x.step() - 4 || plot.right - plot.left,
    plot.bottom + 6,
  );
  return { width, height: round(plot.bottom + 12 + axis.height), shapes: [...shapes, ...axis.shapes] };
}

/** The label of the upper of two lines stands above its point, that of the lower below. */
function isUpper(chart: Chart, series: number, category: number): boolean {
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
