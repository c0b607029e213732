// Standing columns whose parts are stacked; as a histogram they touch.
import { scaleBand } from "d3-scale";
import type { Chart } from "../../document/exhibit.ts";
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
} from "../brush.ts";
import type { Scene, Shape } from "../scene.ts";
import { categoryAxis, colourOf, ground, keyed, spread, upright, valueAxis, zeroLine } from "./axes.ts";

interface Part {
  readonly series: number;
  readonly category: number;
  readonly from: number;
  readonly to: number;
}

/** Parts from zero up, and those below zero from zero down. */
export function partsOf(chart: Chart): readonly Part[] {
  return chart.categories.flatMap((_, category) => {
    let [up, down] = [0, 0];
    return chart.series.map(({ values }, series): Part => {
      const value = values[category] ?? 0;
      const from = value < 0 ? down : up;
      if (value < 0) down += value;
      else up += value;
      return { series, category, from, to: from + value };
    });
  });
}

export function drawColumns(chart: Chart, width: number, brush: Brush): Scene {
  const isHistogram = chart.form === "histogram";
  const parts = partsOf(chart);
  const ends = parts.flatMap((p) => [p.from, p.to]);
  const names = chart.series.map((s) => wrap(brush, s.name, width * 0.24));
  // A line can lead from a name to its part of the last column only when each part is there, and above zero.
  const isLed = chart.series.every((series) => (series.values.at(-1) ?? 0) > 0);
  const beside = isLed ? 11 : 23;
  const right = width - Math.max(...names.map((n) => widest(brush, n)), 0) - beside - 3;
  const top = labelLeading + (chart.sums ? labelLeading + 10 : 8);
  const { y, ticks, plot } = upright(brush, [Math.min(0, ...ends), Math.max(0, ...ends)], top, right);
  const x = scaleBand<number>()
    .domain(chart.categories.map((_, i) => i))
    .range([plot.left, plot.right])
    .padding(isHistogram ? 0.04 : 0.28);
  const shapes: Shape[] = [...valueAxis(brush, y, ticks, plot, chart.unit)];
  const printed = chart.series.map((s) => s.values.map(() => false));
  for (const part of parts) {
    const [high, low] = [y(Math.max(part.from, part.to)), y(Math.min(part.from, part.to))];
    if (low - high <= 0) continue;
    const left = x(part.category) ?? 0;
    shapes.push(...ground(brush, part.series, round(left), round(high), round(x.bandwidth()), round(low - high)));
    const label = chart.series[part.series]?.labels[part.category] ?? "";
    const length = brush.measure(label, labelSize, false);
    if (low - high > labelLeading + 2 && length < x.bandwidth() - 4) {
      const middle = left + x.bandwidth() / 2;
      const fill = colourOf(brush, part.series);
      const row = printed[part.series];
      if (row) row[part.category] = true;
      shapes.push(
        rectangle(round(middle - length / 2 - 1.5), round((high + low) / 2 - 6), round(length + 3), 12, { fill }),
        words(brush, label, round(middle), round((high + low) / 2 + labelSize * 0.35), {
          anchor: "middle",
          fill: inkOn(fill),
        }),
      );
    }
  }
  shapes.push(zeroLine(brush, y, plot));
  const summed = (chart.sums ?? []).map((sum) => brush.measure(sum, labelSize, true) <= x.step() + 2);
  chart.sums?.forEach((sum, c) => {
    if (!summed[c]) return;
    const highest = Math.max(0, ...parts.filter((p) => p.category === c).map((p) => p.to));
    const [middle, baseline] = [(x(c) ?? 0) + x.bandwidth() / 2, round(y(highest) - 4)];
    const length = brush.measure(sum, labelSize, true) + 3;
    // White behind the words keeps the grid out of them.
    shapes.push(rectangle(round(middle - length / 2), baseline - 8, round(length), 10, { fill: "#ffffff" }));
    shapes.push(words(brush, sum, round(middle), baseline, { anchor: "middle", bold: true }));
  });
  const last = parts.filter((p) => p.category === chart.categories.length - 1);
  const wishes = last.map((p) => y((p.from + p.to) / 2));
  const heights = names.map((n) => blockHeight(n.length));
  const at = isLed ? spread(wishes, heights, Number.POSITIVE_INFINITY) : keyed(names, plot);
  const lead = (x(chart.categories.length - 1) ?? 0) + x.bandwidth();
  chart.series.forEach((_, s) => {
    const middle = round(at[s] ?? 0);
    if (isLed) shapes.push(line(lead + 1, round(wishes[s] ?? 0), plot.right + 8, middle, colourOf(brush, s), 0.75));
    else shapes.push(...ground(brush, s, round(plot.right + 7), middle - 5, 11, 9));
    shapes.push(...lines(brush, names[s] ?? [], plot.right + beside, round(middle - labelSize / 2)));
  });
  const middleOf = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2;
  const axis = categoryAxis(brush, chart.categories, middleOf, x.step() - 4, plot.bottom + 6);
  const lowest = Math.max(plot.bottom + 6 + axis.height, ...at.map((a, s) => a + (heights[s] ?? 0)));
  const [low = 0, high = 1] = y.domain();
  const frame = {
    ...plot,
    low,
    high,
    ticks,
    every: axis.every,
    printed,
    summed,
    nameLines: names.map((n) => n.length),
  };
  return { width, height: round(lowest + 6), shapes: [...shapes, ...axis.shapes], frame };
}
