// Milestones and phases on a calendar; edges not known to the day fade out in steps.
import { scaleLinear } from "d3-scale";
import type { Gantt, GanttRow } from "../document/exhibit.ts";
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
} from "./brush.ts";
import type { Scene, Shape } from "./scene.ts";

const barHeight = 11;
const gap = 8;

export function drawGantt(gantt: Gantt, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const names = gantt.rows.map((r) => wrap(brush, r.label, width * 0.3));
  const left = Math.min(width * 0.3, Math.max(...names.map((n) => widest(brush, n)), 60)) + 14;
  const x = axis(gantt, brush, left, width);
  const shapes: Shape[] = [];
  const under: Shape[] = [];
  let y = labelLeading + 8;
  const top = y;
  let group: string | undefined;
  gantt.rows.forEach((row, i) => {
    if (row.group !== undefined && row.group !== group) {
      group = row.group;
      shapes.push(rectangle(0, y, width, labelLeading + 5, { fill: colours.groupTint }));
      shapes.push(words(brush, group, 4, round(y + labelSize + 2), { bold: true }));
      y += labelLeading + 5 + gap / 2;
    }
    const name = names[i] ?? [];
    const height = Math.max(barHeight, blockHeight(name.length));
    shapes.push(...lines(brush, name, 0, y));
    shapes.push(...mark(row, x, y, brush, width, left));
    y += height + gap;
    under.push(line(0, round(y - gap / 2), width, round(y - gap / 2), colours.rule, 0.3));
  });
  const inside = gantt.ticks.filter((t) => x(t.day) + 2 + brush.measure(t.label, labelSize, false) <= width);
  const shown = everySo(inside, x, brush);
  for (const tick of gantt.ticks) {
    under.push(line(round(x(tick.day)), top - 3, round(x(tick.day)), round(y - gap / 2), colours.rule, 0.4));
  }
  for (const tick of shown)
    shapes.push(words(brush, tick.label, round(x(tick.day) + 2), labelSize, { fill: colours.quiet }));
  return { width, height: round(y), shapes: [...under, ...shapes] };
}

type Axis = (day: number) => number;

/** Days to points; the last day moves left until the date of every row has room beside its bar or on it. */
function axis(gantt: Gantt, brush: Brush, left: number, width: number): Axis {
  const scale = (right: number) =>
    scaleLinear()
      .domain([gantt.from, Math.max(gantt.to, gantt.from + 1)])
      .range([left, right]);
  for (let right = width - 6; right > left + (width - left) * 0.6; right -= 6) {
    const x = scale(right);
    if (gantt.rows.every((row) => placed(row, x, brush, width, left))) return x;
  }
  return scale(width - 6);
}

/** As many tick labels as fit side by side, evenly thinned. */
function everySo(ticks: Gantt["ticks"], x: (day: number) => number, brush: Brush): Gantt["ticks"] {
  for (let step = 1; step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => i % step === 0);
    const fits = kept.every((t, i) => {
      const next = kept[i + 1];
      return next === undefined || x(t.day) + brush.measure(t.label, labelSize, false) + 6 <= x(next.day);
    });
    if (fits) return kept;
  }
  return ticks.slice(0, 1);
}

interface Bar {
  readonly isPoint: boolean;
  readonly middle: number;
  readonly start: number;
  readonly end: number;
  readonly solidFrom: number;
  readonly solidTo: number;
}

function barOf(row: GanttRow, x: Axis): Bar {
  const half = barHeight / 2;
  const isPoint = row.form === "point" && !row.fuzzyStart && !row.fuzzyEnd;
  const middle = round((x(row.start) + x(row.end + 1)) / 2);
  const start = isPoint ? middle - half : x(row.start);
  const end = isPoint ? middle + half : Math.max(x(row.end + 1), start + 4);
  const fade = Math.min(16, (end - start) / 3);
  return {
    isPoint,
    middle,
    start,
    end,
    solidFrom: row.fuzzyStart ? start + fade : start,
    solidTo: row.fuzzyEnd ? end - fade : end,
  };
}

/** Where the date of a row begins: behind its bar where there is room, else before it, else on it. */
function placed(
  row: GanttRow,
  x: Axis,
  brush: Brush,
  width: number,
  left: number,
): { readonly from: number; readonly onBar: boolean } | undefined {
  const bar = barOf(row, x);
  const textWidth = brush.measure(row.text, labelSize, false);
  if (bar.end + 5 + textWidth <= width) return { from: bar.end + 5, onBar: false };
  if (bar.start - 5 - textWidth >= left) return { from: bar.start - 5 - textWidth, onBar: false };
  if (bar.isPoint || bar.solidTo - bar.solidFrom < textWidth + 8) return undefined;
  return { from: bar.solidFrom + 4, onBar: true };
}

/** The bar or diamond of a row, with its date. */
function mark(row: GanttRow, x: Axis, y: number, brush: Brush, width: number, left: number): readonly Shape[] {
  const { colours } = brush.theme;
  const half = barHeight / 2;
  const bar = barOf(row, x);
  const textWidth = brush.measure(row.text, labelSize, false);
  const { from, onBar } = placed(row, x, brush, width, left) ?? {
    from: Math.max(left, width - textWidth),
    onBar: false,
  };
  const baseline = round(y + half + labelSize * 0.35);
  // White behind the words keeps the month lines out of them.
  const ground = rectangle(round(from - 2), y - 1, round(textWidth + 4), barHeight + 2, { fill: "#ffffff" });
  const date = words(brush, row.text, round(from), baseline, { fill: onBar ? "#ffffff" : colours.quiet });
  const beside = onBar ? [] : [ground, date];
  const on = onBar ? [date] : [];
  if (bar.isPoint) {
    const at = y + half;
    const d = `M${bar.middle} ${round(at - half)}L${round(bar.end)} ${round(at)}L${bar.middle} ${round(at + half)}L${round(bar.start)} ${round(at)}Z`;
    return [...beside, { type: "path", d, fill: colours.accent }];
  }
  return [
    ...beside,
    rectangle(round(bar.solidFrom), y, round(bar.solidTo - bar.solidFrom), barHeight, { fill: colours.accent }),
    ...(row.fuzzyStart ? faded(bar.start, bar.solidFrom, y, colours.accent, true) : []),
    ...(row.fuzzyEnd ? faded(bar.solidTo, bar.end, y, colours.accent, false) : []),
    ...on,
  ];
}

/** Hatching that thins outwards: a fuzzy edge is told by form, not by colour. */
function faded(from: number, to: number, y: number, colour: string, outwardsLeft: boolean): readonly Shape[] {
  const steps = 3;
  const size = (to - from) / steps;
  return Array.from({ length: steps }, (_, i) => {
    const share = outwardsLeft ? (i + 1) / (steps + 1) : 1 - (i + 1) / (steps + 1);
    return rectangle(
      round(from + i * size + (outwardsLeft ? size * (1 - share) : 0)),
      y,
      round(size * share),
      barHeight,
      { fill: colour },
    );
  });
}
