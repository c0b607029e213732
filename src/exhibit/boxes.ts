// Organisation charts, pathways and trees: boxes joined by lines, laid out by Graphviz and drawn by us.
import type { Flow, Organisation } from "../document/exhibit.ts";
import { arrowHead, type Brush, box, boxHeight, labelSize, leastWidth, rectangle, round, words } from "./brush.ts";
import { type GraphArrow, type Grapher, type Placed, placeGraph } from "./graph.ts";
import type { Scene, Shape } from "./scene.ts";

interface Item {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly mark?: string | undefined;
  readonly strong: boolean;
}

const widths: readonly number[] = [150, 128, 112, 98, 92, 86, 80];

export function drawOrganisation(chart: Organisation, width: number, brush: Brush, grapher: Grapher): Scene {
  const below = new Set(chart.lines.map((l) => l.to));
  const items = chart.boxes.map(
    (b): Item => ({
      id: b.id,
      title: b.title,
      note: b.note ?? b.group,
      strong: !below.has(b.id) && chart.lines.length > 0,
    }),
  );
  return graph(items, chart.lines, ["down", "right"], width, brush, grapher, false);
}

export function drawFlow(flow: Flow, width: number, brush: Brush, grapher: Grapher): Scene {
  const items = flow.steps.map(
    (s): Item => ({ id: s.id, title: s.title, note: s.note ?? s.lane, mark: s.mark, strong: false }),
  );
  return graph(
    items,
    flow.arrows,
    flow.direction === "right" ? ["right", "down"] : ["down", "right"],
    width,
    brush,
    grapher,
    true,
  );
}

/** Tries wide boxes first, then narrower ones, then the other direction; what still does not fit is drawn to scale. */
function graph(
  items: readonly Item[],
  arrows: readonly GraphArrow[],
  directions: readonly ("down" | "right")[],
  width: number,
  brush: Brush,
  grapher: Grapher,
  heads: boolean,
): Scene {
  let narrowest: { readonly placed: Placed; readonly boxWidth: number } | undefined;
  const least = Math.max(0, ...items.map((i) => leastWidth(brush, i)));
  const whole = widths.filter((w) => w >= least);
  for (const direction of directions) {
    for (const boxWidth of whole.length > 0 ? whole : [Math.ceil(least)]) {
      const sized = items.map((i) => ({ id: i.id, width: boxWidth, height: boxHeight(brush, i, boxWidth) }));
      const placed = placeGraph(grapher, sized, arrows, direction, brush.measure, labelSize);
      if (placed.width <= width) return scene(items, placed, boxWidth, width, brush, heads);
      if (!narrowest || placed.width < narrowest.placed.width) narrowest = { placed, boxWidth };
    }
  }
  if (!narrowest) return { width, height: 0, shapes: [] };
  const drawn = scene(items, narrowest.placed, narrowest.boxWidth, narrowest.placed.width, brush, heads);
  return scaled(drawn, width / drawn.width);
}

function scene(
  items: readonly Item[],
  placed: Placed,
  boxWidth: number,
  width: number,
  brush: Brush,
  heads: boolean,
): Scene {
  const { colours } = brush.theme;
  const left = (width - placed.width) / 2;
  const top = 2;
  const shapes: Shape[] = [];
  for (const { points, tip } of placed.arrows) {
    const [first, ...rest] = points.map(([x, y]) => `${round(x + left)} ${round(y + top)}`);
    if (first === undefined) continue;
    const end = heads ? "" : `L${round(tip[0] + left)} ${round(tip[1] + top)}`;
    shapes.push({ type: "path", d: `M${first}C${rest.join(" ")}${end}`, stroke: colours.quiet, strokeWidth: 1 });
    const last = points.at(-1) ?? tip;
    if (heads)
      shapes.push(arrowHead(tip[0] + left, tip[1] + top, tip[0] - last[0], tip[1] - last[1], colours.quiet, 8));
  }
  for (const item of items) {
    const at = placed.boxes.get(item.id);
    if (at)
      shapes.push(
        ...box(
          brush,
          item,
          round(at.x + left),
          round(at.y + top),
          boxWidth,
          boxHeight(brush, item, boxWidth),
          item.strong,
        ),
      );
  }
  for (const { arrow, label } of placed.arrows) {
    if (!arrow.label || !label) continue;
    const half = brush.measure(arrow.label, labelSize, false) / 2 + 2;
    shapes.push(
      rectangle(round(label[0] + left - half), round(label[1] + top - 7), round(2 * half), 14, { fill: "#ffffff" }),
    );
    shapes.push(
      words(brush, arrow.label, round(label[0] + left), round(label[1] + top + 3.5), {
        anchor: "middle",
        fill: colours.quiet,
      }),
    );
  }
  return { width: round(width), height: round(placed.height + 2 * top), shapes };
}

/** Every length of a scene multiplied. */
function scaled(drawn: Scene, by: number): Scene {
  return {
    width: round(drawn.width * by),
    height: round(drawn.height * by),
    shapes: drawn.shapes.map((shape) => scaledShape(shape, (n) => round(n * by))),
  };
}

function scaledShape(shape: Shape, times: (n: number) => number): Shape {
  switch (shape.type) {
    case "rectangle":
      return {
        ...shape,
        x: times(shape.x),
        y: times(shape.y),
        width: times(shape.width),
        height: times(shape.height),
      };
    case "path":
      return { ...shape, d: shape.d.replace(/-?\d+(\.\d+)?/g, (n) => String(times(Number(n)))) };
    case "words":
      return { ...shape, x: times(shape.x), y: times(shape.y), size: times(shape.size) };
  }
}
