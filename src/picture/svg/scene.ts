// A drawing as a scene: shapes in plain colours and words. Whatever a scene cannot say is named, and the drawing becomes pixels.
import type { Lettering, Scene, Shape } from "../../exhibit/scene.ts";
import {
  identity,
  type Matrix,
  multiplied,
  readPath,
  readTransform,
  type Segment,
  transformed,
  written,
} from "./path.ts";
import { isDropped, isPainted, plainName } from "./safe.ts";
import { outlineOf } from "./shapes.ts";
import { length, type Size } from "./size.ts";
import { colour, type Declarations, handedOn, looksOf, type Rules } from "./style.ts";
import { runsOf } from "./text.ts";
import type { Element } from "./xml.ts";

/** What keeps a drawing from being painted as shapes, and where it stands. */
export interface Obstacle {
  readonly what: string;
  readonly at: Element;
}

class Stopped extends Error {
  readonly obstacle: Obstacle;
  constructor(obstacle: Obstacle) {
    super(obstacle.what);
    this.obstacle = obstacle;
  }
}

function stop(what: string, at: Element): never {
  throw new Stopped({ what, at });
}

/** The drawing in points, or the first thing that a scene does not have. */
export function sceneOf(root: Element, rules: Rules, size: Size, letters: Lettering): Scene | Obstacle {
  if (!rules.isWhole) return { what: "rules of style for nested parts", at: root };
  const shapes: Shape[] = [];
  try {
    for (const child of root.children)
      if (child.type === "element") draw(child, handedOn(new Map(), looksOf(root, rules)), size.matrix);
  } catch (error) {
    if (error instanceof Stopped) return error.obstacle;
    throw error;
  }
  return { width: size.width, height: size.height, shapes };

  function draw(element: Element, handed: Declarations, matrix: Matrix): void {
    const name = plainName(element.name);
    if (isDropped(element.name) || name === "defs" || name === "style") return;
    const own = looksOf(element, rules);
    if (own.get("display") === "none") return;
    if (isPainted(name)) {
      // What is only defined shows where it is used, and is named there.
      if (name === "use" || name === "switch") stop(`<${name}>`, element);
      return;
    }
    for (const key of ["filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end"])
      if ((own.get(key) ?? "none") !== "none") stop(`a ${key.replace("-path", "").replace(/-.*/, "")}`, element);
    const opacity = own.get("opacity");
    if (opacity !== undefined && Number.parseFloat(opacity) !== 1) stop("transparency", element);
    if ((own.get("mix-blend-mode") ?? "normal") !== "normal") stop("blending", element);
    const looks = handedOn(handed, own);
    const turn = readTransform(own.get("transform") ?? "");
    if (!turn) stop("a transform that cannot be read", element);
    const moved = multiplied(matrix, turn ?? identity);
    if (name === "g") {
      for (const child of element.children) if (child.type === "element") draw(child, looks, moved);
    } else if (name === "svg") stop("a drawing within the drawing", element);
    else if (name === "text") drawText(element, looks, moved);
    else if (looks.get("visibility") !== "hidden" && looks.get("visibility") !== "collapse") {
      const outline = outlineOf(name, own, size.field);
      if (!outline) stop(`a <${name}> that cannot be read`, element);
      if (outline && outline.length > 0) drawOutline(element, outline, name === "line", looks, moved);
    }
  }

  function inkOf(element: Element, key: "fill" | "stroke", looks: Declarations): string | undefined {
    const text = looks.get(key) ?? (key === "fill" ? "#000000" : "none");
    if (/url\(/i.test(text)) stop("a gradient or pattern", element);
    const found = colour(text, looks);
    if (found === undefined) stop(`the colour ${text}`, element);
    const opacity = looks.get(`${key}-opacity`);
    if (found !== "none" && opacity !== undefined && Number.parseFloat(opacity) !== 1) stop("transparency", element);
    return found === "none" ? undefined : found;
  }

  function drawOutline(
    element: Element,
    outline: readonly Segment[],
    isLine: boolean,
    looks: Declarations,
    matrix: Matrix,
  ): void {
    const fill = isLine ? undefined : inkOf(element, "fill", looks);
    const stroke = inkOf(element, "stroke", looks);
    const width = length(
      looks.get("stroke-width") ?? "1",
      Math.hypot(size.field.width, size.field.height) / Math.SQRT2,
    );
    if (width === undefined) stop("a stroke width that cannot be read", element);
    const isStroked = stroke !== undefined && (width ?? 0) > 0;
    if (!fill && !isStroked) return;
    const scale = isStroked ? evenScale(matrix, element) : 1;
    const segments = transformed(outline, matrix);
    inside(segments, element);
    const dash = isStroked ? dashOf(looks, scale, element) : undefined;
    shapes.push({
      type: "path",
      d: written(segments),
      ...(fill ? { fill } : {}),
      ...(looks.get("fill-rule") === "evenodd" ? { evenOdd: true } : {}),
      ...(isStroked ? { stroke, strokeWidth: short((width ?? 1) * scale) } : {}),
      ...(dash ? { dash } : {}),
      ...(isStroked ? endsOf(looks) : {}),
    });
  }

  function drawText(element: Element, looks: Declarations, matrix: Matrix): void {
    const runs = runsOf(element, looks, rules, size.field, letters.measure);
    if ("why" in runs) stop(runs.why, runs.at);
    for (const run of runs) {
      if (run.looks.get("visibility") === "hidden") continue;
      if (inkOf(element, "stroke", run.looks)) stop("text with an outline", element);
      const fill = inkOf(element, "fill", run.looks);
      if (!fill) continue;
      const [a, b, c, d] = matrix;
      const [[x = 0, y = 0] = []] = transformed([{ command: "M", points: [run.x, run.y] }], matrix).map(
        (s) => s.points,
      );
      inside([{ command: "M", points: [x, y] }], element);
      if (Math.abs(b) < 1e-6 && Math.abs(c) < 1e-6 && a > 0 && Math.abs(a - d) < 1e-6) {
        const words = { value: run.value, size: short(run.size * a), bold: run.bold, fill, anchor: "start" } as const;
        shapes.push({ type: "words", x: short(x), y: short(y), ...words });
      } else {
        // Turned words are painted as their outlines; the text alternative says what they say.
        const outline = readPath(letters.outline(run.value, run.x, run.y, run.size, run.bold)).segments;
        shapes.push({ type: "path", d: written(transformed(outline, matrix)), fill });
      }
    }
  }

  /** What lies outside would be cut by a browser but not on a page. */
  function inside(segments: readonly Segment[], element: Element): void {
    const room = 1.5;
    const isIn = (n: number, most: number) => n >= -room && n <= most + room;
    for (const [x, y] of spotsOf(segments))
      if (!isIn(x, size.width) || !isIn(y, size.height)) stop("parts outside its edges", element);
  }
}

function short(n: number): number {
  return Math.round(n * 100) / 100;
}

/** Points that an outline passes: its corners, and some on each curve. */
function spotsOf(segments: readonly Segment[]): readonly (readonly [number, number])[] {
  let [x0, y0] = [0, 0];
  return segments.flatMap(({ command, points }) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points;
    if (command === "Z") return [];
    const [fromX, fromY] = [x0, y0];
    [x0, y0] = command === "C" ? [x3, y3] : [x1, y1];
    if (command !== "C") return [[x1, y1] as const];
    const at = (t: number, a: number, b: number, c: number, d: number) =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    return [0.25, 0.5, 0.75, 1].map((t) => [at(t, fromX, x1, x2, x3), at(t, fromY, y1, y2, y3)] as const);
  });
}

/** A stroke that is stretched more one way than the other has no one width. */
function evenScale([a, b, c, d]: Matrix, element: Element): number {
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  if (Math.abs(across - down) > 0.01 * Math.max(across, down) || Math.abs(a * c + b * d) > 0.01 * across * down)
    stop("a stretched outline", element);
  return across;
}

function dashOf(looks: Declarations, scale: number, element: Element): readonly [number, number] | undefined {
  const text = looks.get("stroke-dasharray") ?? "none";
  if (text === "none") return undefined;
  const [dash = Number.NaN, gap = dash, ...more] = text
    .trim()
    .split(/[\s,]+/)
    .map((v) => length(v, 0) ?? Number.NaN);
  if (more.length > 0 || !(dash >= 0) || !(gap >= 0)) stop("a pattern of dashes", element);
  return dash + gap === 0 ? undefined : [short(dash * scale), short(gap * scale)];
}

function endsOf(looks: Declarations): Pick<Extract<Shape, { type: "path" }>, "cap" | "join"> {
  const cap = looks.get("stroke-linecap");
  const join = looks.get("stroke-linejoin");
  return {
    ...(cap === "round" || cap === "square" ? { cap } : {}),
    ...(join === "round" || join === "bevel" ? { join } : {}),
  };
}
