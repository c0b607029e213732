// Diagrams with a form of their own: cut triangles, nested circles, a shift of spend.
import type { Levels, Rings, Shift } from "../document/exhibit.ts";
import {
  arrowHead,
  type Brush,
  blockHeight,
  inkOn,
  labelLeading,
  labelSize,
  lightened,
  line,
  lines,
  rectangle,
  round,
  words,
  wrap,
} from "./brush.ts";
import type { Scene, Shape } from "./scene.ts";

/** From the accent to nearly white. */
const shadesOf = (accent: string): readonly string[] => [0, 0.24, 0.86, 0.93].map((share) => lightened(accent, share));

/** Triangles cut into levels, their items listed beside each level. */
export function drawLevels(figure: Levels, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const shades = shadesOf(colours.accent);
  const gap = 24;
  const sideWidth = (width - gap * (figure.sides.length - 1)) / Math.max(1, figure.sides.length);
  const shapes: Shape[] = [];
  let lowest = 0;
  figure.sides.forEach((side, s) => {
    const left = s * (sideWidth + gap);
    const hasItems = side.levels.some((l) => l.items.length > 0);
    const triangle = hasItems ? Math.min(170, sideWidth * 0.46) : Math.min(240, sideWidth);
    const listLeft = left + triangle + 10;
    const listWidth = sideWidth - triangle - 10;
    let y = 0;
    if (side.title) {
      const title = wrap(brush, side.title, sideWidth, true);
      shapes.push(...lines(brush, title, left, 0, { bold: true }));
      y = blockHeight(title.length) + 10;
    }
    const items = side.levels.map((l) =>
      hasItems
        ? l.items.flatMap((i) => wrap(brush, i, listWidth - 8).map((t, k) => (k === 0 ? `• ${t}` : `   ${t}`)))
        : [],
    );
    const heights = side.levels.map((l, i) =>
      Math.max(
        46,
        blockHeight(1 + (items[i] ?? []).length) + 16,
        blockHeight(wrap(brush, l.title, 80, true).length) + 14,
      ),
    );
    const total = heights.reduce((a, b) => a + b, 0);
    const top = y;
    const centre = left + triangle / 2;
    const halfAt = (at: number) => (triangle / 2) * (side.inverted ? 1 - (at - top) / total : (at - top) / total);
    side.levels.forEach((level, i) => {
      const height = heights[i] ?? 0;
      const [a, b] = [halfAt(y), halfAt(y + height - 2)];
      const fill = shades[Math.min(i, shades.length - 1)] ?? colours.tint;
      shapes.push({
        type: "path",
        d: `M${round(centre - a)} ${round(y)}L${round(centre + a)} ${round(y)}L${round(centre + b)} ${round(y + height - 2)}L${round(centre - b)} ${round(y + height - 2)}Z`,
        fill,
        stroke: colours.accent,
        strokeWidth: 0.5,
      });
      if (hasItems) {
        shapes.push(words(brush, level.title, listLeft, round(y + labelSize + 4), { bold: true }));
        shapes.push(...lines(brush, items[i] ?? [], listLeft, y + labelLeading + 6));
        shapes.push(line(centre + (a + b) / 2, y + height / 2, listLeft - 4, y + labelSize, colours.rule, 0.5));
        shapes.push(
          words(brush, String(i + 1), centre, round(y + height / 2 + (side.inverted ? -2 : 8)), {
            bold: true,
            anchor: "middle",
            fill: inkOn(fill),
          }),
        );
      } else {
        const title = wrap(brush, level.title, Math.max(50, a + b), true);
        shapes.push(
          ...lines(brush, title, centre, y + (height - 2 - blockHeight(title.length)) / 2, {
            bold: true,
            anchor: "middle",
            fill: inkOn(fill),
          }),
        );
      }
      y += height;
    });
    lowest = Math.max(lowest, y);
  });
  return { width, height: round(lowest + 4), shapes };
}

/** Circles inside each other, or overlapping side by side; items are listed at the right with a line to their ring. */
export function drawRings(figure: Rings, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const shades = shadesOf(colours.accent);
  const count = figure.rings.length;
  const radius = 92;
  const small = radius * 0.62;
  // Overlapping circles take half the width at most, however many they are.
  const step = count > 1 ? Math.min(radius * 0.85, (width * 0.5 - 2 * small) / (count - 1)) : 0;
  const listLeft = figure.nested ? radius * 2 + 40 : 2 * small + step * (count - 1) + 28;
  const shapes: Shape[] = [];
  const listed: Shape[] = [];
  let y = 4;
  const anchors: number[] = [];
  figure.rings.forEach((ring, i) => {
    const title = wrap(brush, `${i + 1}. ${ring.title}`, width - listLeft, true);
    const items = ring.items.flatMap((item) =>
      wrap(brush, item, width - listLeft - 10).map((t, k) => (k === 0 ? `• ${t}` : `   ${t}`)),
    );
    anchors.push(y + labelSize / 2);
    listed.push(...lines(brush, title, listLeft, y, { bold: true }));
    y += title.length * labelLeading + 2;
    listed.push(...lines(brush, items, listLeft, y));
    y += items.length * labelLeading + 10;
  });
  const height = Math.max(y, radius * 2 + 8);
  const centre = { x: radius + 4, y: height / 2 };
  figure.rings.forEach((_, i) => {
    const r = figure.nested ? radius * (1 - i / count) : small;
    const cx = figure.nested ? centre.x : small + 4 + i * step;
    const cy = figure.nested ? height / 2 + (radius - r) * 0.55 : centre.y;
    const fill = figure.nested
      ? (shades[shades.length - 1 - Math.min(i, shades.length - 1)] ?? colours.tint)
      : undefined;
    shapes.push({
      type: "path",
      d: circle(cx, cy, r),
      ...(fill ? { fill } : {}),
      stroke: colours.accent,
      strokeWidth: 1.25,
    });
    const labelY = figure.nested ? cy - r + 14 : cy + 4;
    shapes.push(
      words(brush, String(i + 1), round(cx), round(labelY), {
        bold: true,
        anchor: "middle",
        fill: fill ? inkOn(fill) : colours.text,
      }),
    );
    const edge = figure.nested ? cx + r * 0.5 : cx;
    listed.push(line(edge + 6, labelY - 3.5, listLeft - 6, anchors[i] ?? labelY, colours.rule, 0.5));
  });
  return { width, height: round(height), shapes: [...shapes, ...listed] };
}

function circle(x: number, y: number, r: number): string {
  // Four cubic arcs: 0.5523 is the usual factor for a quarter of a circle.
  const k = r * 0.5523;
  const n = (v: number) => round(v);
  return `M${n(x - r)} ${n(y)}C${n(x - r)} ${n(y - k)} ${n(x - k)} ${n(y - r)} ${n(x)} ${n(y - r)}C${n(x + k)} ${n(y - r)} ${n(x + r)} ${n(y - k)} ${n(x + r)} ${n(y)}C${n(x + r)} ${n(y + k)} ${n(x + k)} ${n(y + r)} ${n(x)} ${n(y + r)}C${n(x - k)} ${n(y + r)} ${n(x - r)} ${n(y + k)} ${n(x - r)} ${n(y)}Z`;
}

const changeWords = { more: "grows", less: "shrinks", same: "stays" } as const;

/** What each level is now and is to be, with an arrow and a word for the direction. */
export function drawShift(figure: Shift, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const column = width * 0.36;
  const right = width - column;
  const shapes: Shape[] = [
    words(brush, figure.nowTitle, round(column / 2), labelSize, { bold: true, anchor: "middle" }),
    words(brush, figure.laterTitle, round(right + column / 2), labelSize, { bold: true, anchor: "middle" }),
  ];
  let y = labelLeading + 8;
  for (const level of figure.levels) {
    const now = [...wrap(brush, level.title, column - 16, true), ...wrap(brush, level.now, column - 16)];
    const later = [...wrap(brush, level.title, column - 16, true), ...wrap(brush, level.later, column - 16)];
    const titleLines = wrap(brush, level.title, column - 16, true).length;
    const height = blockHeight(Math.max(now.length, later.length)) + 16;
    const grow = level.change === "more" ? 6 : level.change === "less" ? -6 : 0;
    shapes.push(
      rectangle(0, y, round(column), height, {
        fill: colours.tint,
        stroke: colours.accent,
        strokeWidth: 0.75,
        radius: 3,
      }),
    );
    shapes.push(
      rectangle(round(right), round(y - grow / 2), round(column), round(height + grow), {
        fill: colours.tint,
        stroke: colours.accent,
        strokeWidth: level.change === "more" ? 1.75 : 0.75,
        radius: 3,
      }),
    );
    const put = (block: readonly string[], centre: number) => {
      shapes.push(...lines(brush, block.slice(0, titleLines), round(centre), y + 8, { bold: true, anchor: "middle" }));
      shapes.push(
        ...lines(brush, block.slice(titleLines), round(centre), y + 8 + titleLines * labelLeading, {
          anchor: "middle",
        }),
      );
    };
    put(now, column / 2);
    put(later, right + column / 2);
    const middle = y + height / 2;
    shapes.push(
      line(column + 8, middle + 6, right - 14, middle + 6, colours.accent, level.change === "more" ? 2.5 : 1),
    );
    shapes.push(arrowHead(right - 8, middle + 6, 1, 0, colours.accent, level.change === "more" ? 10 : 7));
    shapes.push(
      words(brush, changeWords[level.change], round(width / 2), round(middle - 1), {
        anchor: "middle",
        fill: colours.quiet,
      }),
    );
    y += height + 16;
  }
  return { width, height: round(y - 8), shapes };
}
