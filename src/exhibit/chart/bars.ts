// Lying bars: category left, value at the bar's end, with the name of the series where there are several.
import { scaleLinear } from "d3-scale";
import type { Chart } from "../../document/exhibit.ts";
import { type Brush, blockHeight, labelLeading, labelSize, line, lines, round, widest, words, wrap } from "../brush.ts";
import type { Frame, Scene, Shape } from "../scene.ts";
import { extent, ground } from "./axes.ts";

const barHeight = 15;
const gap = 10;

/** Bars grow from zero to the right, those below zero to the left with their value before them. */
export function drawBars(chart: Chart, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const several = chart.series.length > 1;
  const names = chart.categories.map((c) => wrap(brush, c, width * 0.28, true));
  const left = Math.min(width * 0.28, Math.max(...names.map((n) => widest(brush, n, true)), 0)) + 12;
  const labels = chart.series.map((s) => s.labels.map((l) => (several ? `${s.name}  ${l}` : l)));
  const room = (below: boolean) =>
    Math.max(
      0,
      ...chart.series.flatMap((s, i) =>
        s.values.map((v, c) =>
          (v ?? 0) < 0 === below ? brush.measure(labels[i]?.[c] ?? "", labelSize, false) + 8 : 0,
        ),
      ),
    );
  const [low, high] = extent(chart.series);
  const start = left + room(true);
  const x = scaleLinear()
    .domain([low, high === 0 && low === 0 ? 1 : high])
    .range([start, Math.max(start + 40, width - room(false))]);
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
      if (length > 0) shapes.push(...ground(brush, s, round(from), round(at), round(length), barHeight));
      const baseline = round(at + barHeight / 2 + labelSize * 0.35);
      const isBelow = (value ?? 0) < 0;
      shapes.push(
        words(brush, labels[s]?.[c] ?? "", round(isBelow ? from - 6 : from + length + 6), baseline, {
          anchor: isBelow ? "end" : "start",
        }),
      );
    });
    y += height + gap;
  });
  shapes.push(line(x(0), top - 3, x(0), y - gap + 3, colours.text, 0.75));
  // The plot takes in the room of the labels, so that whoever draws it anew has room for them too.
  const frame: Frame = {
    left: low < 0 ? left : start,
    right: width,
    top: top - gap / 2,
    bottom: y - gap / 2,
    low: low < 0 ? x.invert(left) : 0,
    high: x.invert(width),
    ticks: [],
    every: 1,
    printed: labels.map((list) => list.map((label) => label !== "")),
    summed: [],
    nameLines: [],
  };
  return { width, height: round(y - gap + 6), shapes, frame };
}
