// A waterfall: from one level through changes to the next, lying, so that each step's name is read in full.
import { scaleLinear } from "d3-scale";
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
import { colourOf } from "./axes.ts";

const barHeight = 15;
const gap = 9;

interface Step {
  readonly from: number;
  readonly to: number;
  readonly isLevel: boolean;
}

/** Where each bar begins and ends: a level from zero, a change from where the last bar ended. */
export function stepsOf(chart: Pick<Chart, "categories" | "series" | "levels">): readonly Step[] {
  let at = 0;
  return chart.categories.map((_, i) => {
    const value = chart.series[0]?.values[i] ?? 0;
    const isLevel = chart.levels?.[i] ?? false;
    const step = isLevel ? { from: 0, to: value, isLevel } : { from: at, to: at + value, isLevel };
    at = step.to;
    return step;
  });
}

/** Levels are dark, rises and falls have colours of their own; signs and the connecting lines say the same without them. */
export function drawWaterfall(chart: Chart, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const steps = stepsOf(chart);
  const labels = chart.series[0]?.labels ?? [];
  const names = chart.categories.map((c, i) => wrap(brush, c, width * 0.34, steps[i]?.isLevel));
  const left = Math.min(width * 0.34, Math.max(0, ...names.map((n, i) => widest(brush, n, steps[i]?.isLevel)))) + 12;
  const low = Math.min(0, ...steps.map((s) => s.to));
  const high = Math.max(0, ...steps.map((s) => s.to));
  const room = widest(brush, labels, true) + 10;
  const start = left + (low < 0 ? room : 0);
  const x = scaleLinear()
    .domain([low, low === 0 && high === 0 ? 1 : high])
    .range([start, Math.max(start + 40, width - room)]);
  const shapes: Shape[] = [];
  const links: Shape[] = [];
  let y = chart.unit === "" ? 4 : labelLeading + 6;
  if (chart.unit !== "") shapes.push(words(brush, chart.unit, left, labelSize, { fill: colours.quiet }));
  const top = y;
  let before: number | undefined;
  steps.forEach((step, i) => {
    const name = names[i] ?? [];
    const height = Math.max(barHeight, blockHeight(name.length));
    const bar = round(y + (height - barHeight) / 2);
    const [from, to] = [Math.min(x(step.from), x(step.to)), Math.max(x(step.from), x(step.to))];
    const fill = step.isLevel ? colours.accent : colourOf(brush, step.to >= step.from ? 1 : 2);
    const setting = { bold: step.isLevel } as const;
    shapes.push(
      ...lines(brush, name, left - 10, y + (height - blockHeight(name.length)) / 2, { anchor: "end", ...setting }),
    );
    if (before !== undefined)
      links.push(
        line(
          x(step.isLevel ? step.to : step.from),
          before,
          x(step.isLevel ? step.to : step.from),
          bar,
          colours.quiet,
          0.75,
          [2, 2],
        ),
      );
    if (to - from > 0) shapes.push(rectangle(round(from), bar, round(to - from), barHeight, { fill }));
    const isLeft = step.isLevel && step.to < 0;
    const place = { anchor: isLeft ? "end" : "start", ...setting } as const;
    shapes.push(
      words(
        brush,
        labels[i] ?? "",
        round(isLeft ? from - 6 : to + 6),
        round(bar + barHeight / 2 + labelSize * 0.35),
        place,
      ),
    );
    before = bar + barHeight;
    y += height + gap;
  });
  const zero = line(x(0), top - 3, x(0), y - gap + 3, colours.text, 0.75);
  return { width, height: round(y - gap + 6), shapes: [...links, ...shapes, zero] };
}
