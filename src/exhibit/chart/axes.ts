// What every chart with axes shares: grid and ticks, category names, names of series kept apart, grounds told apart by more than colour.
import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { ChartSeries } from "../../document/exhibit.ts";
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
import type { Shape } from "../scene.ts";

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const plotHeight = 190;
const stripe = 5;

export function colourOf(brush: Brush, index: number): string {
  const series = brush.theme.colours.series;
  return series[index % series.length] ?? brush.theme.colours.accent;
}

/** Lowest and highest value, zero taken in. */
export function extent(series: readonly ChartSeries[]): readonly [number, number] {
  const all = series.flatMap((s) => s.values).filter((v): v is number => v !== null);
  return [Math.min(0, ...all), Math.max(0, ...all)];
}

/** Where values stand upright: the plot below `top` and left of `right`, its scale and the ticks of it. */
export function upright(
  brush: Brush,
  [low, high]: readonly [number, number],
  top: number,
  right: number,
): { readonly y: ScaleLinear<number, number>; readonly ticks: readonly number[]; readonly plot: Plot } {
  const bottom = top + plotHeight;
  const y = scaleLinear()
    .domain([low, high === 0 && low === 0 ? 1 : high])
    .nice(5)
    .range([bottom, top]);
  const ticks = y.ticks(5);
  // The names of the ticks stand before the plot.
  const left = Math.max(44, widest(brush, ticks.map(tickLabel)) + 10);
  return { y, ticks, plot: { left, right, top, bottom } };
}

/** Value axis with light grid lines and the unit above it. */
export function valueAxis(
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
      line(plot.left, round(scale(t)), plot.right, round(scale(t)), colours.rule, 0.4),
      words(brush, tickLabel(t), plot.left - 6, round(scale(t) + labelSize * 0.35), {
        anchor: "end",
        fill: colours.quiet,
      }),
    ]),
  ];
}

/** The line of zero; drawn over the columns that stand on it. */
export function zeroLine(brush: Brush, scale: (n: number) => number, plot: Plot): Shape {
  return line(plot.left, round(scale(0)), plot.right, round(scale(0)), brush.theme.colours.text, 0.75);
}

/** Grouped thousands and a true minus, without any locale of the machine. */
function tickLabel(n: number): string {
  const text = String(Math.round(Math.abs(n) * 1000) / 1000);
  const [whole = "0", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${n < 0 ? "\u2212" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** Names below a plot; where they would be broken inside a word, only every second, third … is printed. */
export function categoryAxis(
  brush: Brush,
  categories: readonly string[],
  at: (category: number) => number,
  room: number,
  top: number,
): { readonly shapes: readonly Shape[]; readonly height: number; readonly every: number } {
  const step = everySo(brush, categories, room);
  const wrapped = categories.map((c, i) => (i % step === 0 ? wrap(brush, c, room * step) : []));
  return {
    shapes: wrapped.flatMap((w, i) => lines(brush, w, round(at(i)), top, { anchor: "middle" })),
    height: Math.max(0, ...wrapped.map((w) => blockHeight(w.length))),
    every: step,
  };
}

function everySo(brush: Brush, categories: readonly string[], room: number): number {
  const longest = widest(
    brush,
    categories.flatMap((c) => c.split(/\s+/)),
  );
  // Few categories are never thinned: a long word is better broken than lost.
  return categories.length <= 8 ? 1 : Math.max(1, Math.ceil(longest / room));
}

/** Keeps direct labels apart: each at its wish, moved down where two would touch, and all up where the last would leave the plot. */
export function spread(wishes: readonly number[], heights: readonly number[], lowest: number): readonly number[] {
  const order = wishes.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { y, i } of order) {
    placed[i] = Math.max(y, free);
    free = (placed[i] ?? 0) + (heights[i] ?? labelLeading) + 2;
  }
  let ceiling = lowest;
  for (const { i } of [...order].reverse()) {
    const at = Math.min(placed[i] ?? 0, ceiling);
    placed[i] = at;
    ceiling = at - labelLeading - 2;
  }
  return placed;
}

/** Heights of the names beside their swatches, in the order of the parts from the bottom up. */
export function keyed(names: readonly (readonly string[])[], plot: Plot): readonly number[] {
  let y = plot.bottom;
  return names.map((name) => {
    y -= blockHeight(name.length) + 6;
    return y + labelSize / 2;
  });
}

/** The ground of one series; once the colours are used up, stripes tell the next ones apart. */
export function ground(
  brush: Brush,
  index: number,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly Shape[] {
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
