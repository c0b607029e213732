// Stages from left to right, their entries in boxes, links between neighbours.
import { linkHorizontal } from "d3-shape";
import type { BenefitsMap } from "../document/exhibit.ts";
import { type Brush, blockHeight, labelLeading, lines, longestWord, rectangle, round, wrap } from "./brush.ts";
import type { Scene, Shape } from "./scene.ts";

const padX = 6;
const widestGap = 22;
const narrowestGap = 12;

/** Space for the links, less where the longest word needs it. */
function gapFor(map: BenefitsMap, width: number, brush: Brush): number {
  const texts = map.stages.flatMap((s) => s.entries.map((e) => e.text));
  const need = Math.max(0, ...texts.map((t) => longestWord(brush, t))) + 2 * padX + 0.1;
  const free = (width - need * map.stages.length) / Math.max(1, map.stages.length - 1);
  return Math.min(widestGap, Math.max(narrowestGap, free));
}

export function drawBenefitsMap(map: BenefitsMap, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const gap = gapFor(map, width, brush);
  const column = (width - gap * (map.stages.length - 1)) / Math.max(1, map.stages.length);
  const at = new Map<string, { readonly left: number; readonly right: number; readonly middle: number }>();
  const boxes: Shape[] = [];
  const titles = map.stages.map((s) => wrap(brush, s.title, column - 8, true));
  const head = Math.max(0, ...titles.map((t) => blockHeight(t.length))) + 12;
  const columns = map.stages.map((stage) =>
    stage.entries.map((e) => ({ entry: e, text: wrap(brush, e.text, column - 2 * padX) })),
  );
  const heights = columns.map((c) => c.reduce((sum, e) => sum + blockHeight(e.text.length) + 12 + 8, -8));
  const tallest = Math.max(0, ...heights);
  map.stages.forEach((_, s) => {
    const left = s * (column + gap);
    boxes.push(rectangle(round(left), 0, round(column), head, { fill: colours.accent }));
    boxes.push(
      ...lines(brush, titles[s] ?? [], round(left + column / 2), (head - blockHeight((titles[s] ?? []).length)) / 2, {
        bold: true,
        anchor: "middle",
        fill: "#ffffff",
      }),
    );
    let y = head + labelLeading + (tallest - (heights[s] ?? 0)) / 2;
    for (const { entry, text } of columns[s] ?? []) {
      const height = blockHeight(text.length) + 12;
      boxes.push(
        rectangle(round(left), round(y), round(column), height, {
          fill: colours.tint,
          stroke: colours.accent,
          strokeWidth: 0.5,
          radius: 2,
        }),
      );
      boxes.push(...lines(brush, text, round(left + padX), y + 6));
      at.set(entry.id, { left, right: left + column, middle: y + height / 2 });
      y += height + 8;
    }
  });
  const link = linkHorizontal<unknown, readonly [number, number]>();
  const links = map.links.flatMap((l): readonly Shape[] => {
    const [from, to] = [at.get(l.from), at.get(l.to)];
    if (!from || !to) return [];
    const d = link({ source: [round(from.right), round(from.middle)], target: [round(to.left), round(to.middle)] });
    return d === null ? [] : [{ type: "path", d, stroke: colours.quiet, strokeWidth: 0.75 }];
  });
  return { width, height: round(head + labelLeading + tallest + 4), shapes: [...links, ...boxes] };
}
