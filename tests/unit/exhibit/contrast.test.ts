// Words of exhibits read 4.5:1 on what lies under them, and shapes that mean something stand out 3:1 from paper (WCAG 2.2, 1.4.3 and 1.4.11).
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Theme } from "../../../schemas/house.ts";
import { drawing } from "../../../src/exhibit/draw.ts";
import type { Path, Rectangle, Scene, Shape, Words } from "../../../src/exhibit/scene.ts";
import { readPath } from "../../../src/picture/svg/path.ts";
import { contrast } from "../../../src/validate/contrast.ts";
import { everyExhibit } from "../../support/exhibits.ts";

const folder = "templates/themes";
const measure = (text: string, size: number) => text.length * size * 0.5;

type Spot = readonly [number, number];

/** Corners of a path, its curves cut into short lines. */
function corners({ d }: Path): readonly Spot[] {
  let last: Spot = [0, 0];
  return readPath(d).segments.flatMap(({ command, points }): readonly Spot[] => {
    const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = points;
    const [x, y] = last;
    if (command === "Z") return [];
    last = command === "C" ? [f, g] : [a, b];
    if (command !== "C") return [[a, b]];
    const at = (t: number, p: number, q: number, r: number, s: number) =>
      (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
    return [0.25, 0.5, 0.75, 1].map((t): Spot => [at(t, x, a, c, f), at(t, y, b, e, g)]);
  });
}

function holds(shape: Rectangle | Path, [x, y]: Spot): boolean {
  if (shape.type === "rectangle")
    return x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height;
  const spots = corners(shape);
  return spots.reduce((isIn, [ax, ay], i) => {
    const [bx, by] = spots.at(i - 1) ?? [0, 0];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !isIn : isIn;
  }, false);
}

/** The colour on which the middle of some words stands. */
function groundOf(scene: Scene, words: Words): string {
  const length = measure(words.value, words.size);
  const left = words.anchor === "start" ? words.x : words.anchor === "end" ? words.x - length : words.x - length / 2;
  const spot: Spot = [left + length / 2, words.y - words.size * 0.3];
  const under = scene.shapes.slice(0, scene.shapes.indexOf(words));
  const top = under.findLast(
    (s): s is Rectangle | Path => s.type !== "words" && s.fill !== undefined && holds(s, spot),
  );
  return top?.fill ?? "#ffffff";
}

const white = "#ffffff";

describe.each(readdirSync(folder).filter((f) => f.endsWith(".yaml")))("%s", (file) => {
  const theme = Theme.parse(parse(readFileSync(`${folder}/${file}`, "utf8")));
  // Grid lines and bands behind names only guide the eye; labels say what they would.
  const guides = new Set([theme.colours.rule, theme.colours.groupTint, white]);

  test.each(everyExhibit)("%s", async (_name, content) => {
    const exhibit = { type: "exhibit", id: "x", caption: { label: "Figure", number: 1, children: [] } } as const;
    const blocks = [{ ...exhibit, alt: "", content, notes: [] }];
    const draw = await drawing({ sections: [{ orientation: "portrait", role: "body", blocks }] }, theme, measure);
    const scene = draw(content, 453);
    for (const words of scene.shapes.filter((s): s is Words => s.type === "words"))
      expect(contrast(words.fill, groundOf(scene, words)), words.value).toBeGreaterThanOrEqual(4.5);
    const faint = scene.shapes.filter((s: Shape) => {
      if (s.type === "words") return false;
      const inks = [s.fill, s.stroke].filter((ink) => ink !== undefined);
      return !inks.some((ink) => guides.has(ink) || contrast(ink, white) >= 3);
    });
    expect(faint).toEqual([]);
  });
});
