// Authors' drawings and exhibits on pages: painted as shapes, each in a Figure with its text alternative and its box.
import { expect, test } from "vitest";
import { drawing } from "../../../src/exhibit/draw.ts";
import type { Scene } from "../../../src/exhibit/scene.ts";
import type { Element } from "../../../src/layout/fragment.ts";
import { layout } from "../../../src/layout/layout.ts";
import { lettering } from "../../../src/layout/lettering.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { square, torture } from "../../support/torture.ts";

const scene: Scene = {
  width: 100,
  height: 50,
  shapes: [
    { type: "path", d: "M0 0L100 50", stroke: "#0b3c5d", strokeWidth: 2, cap: "round" },
    { type: "words", x: 10, y: 20, value: "Quay", size: 10, bold: false, fill: "#1d1d1f", anchor: "start" },
  ],
};

function figures(element: Element): readonly Element[] {
  const inner = element.children.flatMap((child) => (child.kind === "element" ? figures(child) : []));
  return element.role === "Figure" ? [element, ...inner] : inner;
}

test("every figure of every kind has a text alternative, a box on its page and a caption beside it", async () => {
  const document = torture();
  const draw = await drawing(document, councilTheme(), lettering(testFaces()).measure);
  const { value } = layout(document, councilTheme(), testFaces(), draw, new Map([["square", square]]));
  const found = figures(value.structure);
  expect(found.length).toBeGreaterThan(6);
  const boxes = new Map(
    value.pages.flatMap((page) =>
      page.fragments.flatMap((f) => (f.kind === "bounds" ? [[f.element, { ...f, page }] as const] : [])),
    ),
  );
  for (const figure of found) {
    expect(figure.alt).toMatch(/\S/);
    const box = boxes.get(figure.index);
    if (!box) throw new Error(`${figure.alt} has no box`);
    expect(box.width * box.height).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThanOrEqual(box.page.width);
    expect(box.y + box.height).toBeLessThanOrEqual(box.page.height);
  }
  const groups = (element: Element): readonly Element[] =>
    element.children.flatMap((child) =>
      child.kind === "element" ? [...(child.role === "Div" ? [child] : []), ...groups(child)] : [],
    );
  const captioned = groups(value.structure).filter((g) =>
    g.children.some((c) => c.kind === "element" && c.role === "Figure"),
  );
  for (const group of captioned) expect(group.children[0]).toMatchObject({ role: "Caption" });
});

test("logos that do not fit beside each other go on below, and none is left out", () => {
  const logo = { asset: "square", alt: "A partner" };
  const cover = {
    type: "cover",
    organisations: [],
    logos: Array.from({ length: 5 }, () => logo),
    kind: "Case",
    title: "Title",
    facts: [],
  } as const;
  const document = {
    ...torture(),
    footnotes: [],
    sections: [{ orientation: "portrait", role: "cover", blocks: [cover] }],
    assets: { square: { type: "svg", width: 170, height: 40 } },
  } as const;
  const stub = () => ({ width: 10, height: 10, shapes: [] });
  const { value } = layout(document, councilTheme(), testFaces(), stub, new Map(), new Map([["square", scene]]));
  const [page] = value.pages;
  const boxes = page?.fragments.filter((f) => f.kind === "bounds") ?? [];
  expect(new Set(boxes.map((b) => `${b.x} ${b.y}`)).size).toBe(5);
  expect(new Set(boxes.map((b) => b.y)).size).toBe(3);
  expect(boxes.filter((b) => b.x + b.width > (page?.width ?? 0) - councilTheme().page.margin.right)).toEqual([]);
  expect(figures(value.structure)).toHaveLength(5);
});

test("a drawing is scaled to its share of the width, its words with it", () => {
  const document = torture();
  const assets = { ...document.assets, square: { type: "svg", width: 100, height: 50 } as const };
  const stub = () => ({ width: 10, height: 10, shapes: [] });
  const scenes = new Map([["square", scene]]);
  const { value } = layout({ ...document, assets }, councilTheme(), testFaces(), stub, new Map(), scenes);
  const parts = value.pages.flatMap((p) => p.fragments);
  const path = parts.find((f) => f.kind === "path" && f.d === "M0 0L100 50");
  if (path?.kind !== "path") throw new Error("the drawing is missing");
  const words = parts.find((f) => f.kind === "text" && f.text === "Quay");
  expect(words).toMatchObject({ size: expect.closeTo(10 * path.scale, 5), content: path.content });
  expect(path).toMatchObject({ cap: "round" });
  expect(parts.some((f) => f.kind === "image")).toBe(false);
});
