import { describe, expect, test } from "vitest";
import type { Lettering, Scene } from "../../../src/exhibit/scene.ts";
import { isFaulty, readDrawing } from "../../../src/picture/drawing.ts";
import { judge } from "../../../src/picture/judge.ts";
import { prepare } from "../../../src/picture/prepare.ts";
import { sceneOf } from "../../../src/picture/svg/scene.ts";
import { writeSvg } from "../../../src/picture/svg/write.ts";

const letters: Lettering = {
  measure: (text, size) => text.length * size * 0.5,
  outline: (_text, x, y) => `M${x} ${y}L${x + 1} ${y}L${x} ${y - 1}Z`,
};

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (inner: string, root = 'viewBox="0 0 100 50"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`);

function read(inner: string, root?: string) {
  const drawing = readDrawing(svg(inner, root));
  if (isFaulty(drawing)) throw new Error(drawing.map((f) => f.reason).join("; "));
  return drawing;
}

function scene(inner: string, root?: string): Scene {
  const { root: element, rules, size } = read(inner, root);
  const made = sceneOf(element, rules, size, letters);
  if ("what" in made) throw new Error(made.what);
  return made;
}

describe("shapes", () => {
  test.each([
    ["a rectangle", '<rect x="10" y="5" width="20" height="10"/>', "M7.5 3.75L22.5 3.75L22.5 11.25L7.5 11.25Z"],
    ["relative commands", '<path d="m10 10h10v10l-5-5z"/>', "M7.5 7.5L15 7.5L15 15L11.25 11.25Z"],
    [
      "a smooth curve",
      '<path d="M0 20C0 30 10 30 10 20S20 19 20 20"/>',
      "M0 15C0 22.5 7.5 22.5 7.5 15C7.5 7.5 15 14.25 15 15",
    ],
    ["numbers run together", '<path d="M4.4.4.8-.8"/>', "M3.3 0.3L0.6 -0.6"],
    ["a polygon", '<polygon points="0,0 10,0 10,10"/>', "M0 0L7.5 0L7.5 7.5Z"],
    [
      "a group moved and turned",
      '<g transform="translate(50 0) rotate(90)"><path d="M0 0H10"/></g>',
      "M37.5 0L37.5 7.5",
    ],
    ["a matrix", '<path transform="matrix(2 0 0 2 10 0)" d="M0 0H10"/>', "M7.5 0L22.5 0"],
  ])("%s", (_, inner, d) => {
    expect(scene(inner).shapes).toEqual([{ type: "path", d, fill: "#000000" }]);
  });

  test("arcs with flags run together are quarter circles", () => {
    const [shape] = scene('<path d="M10 20a10 10 0 0120 0" fill="none" stroke="red"/>').shapes;
    expect(shape).toMatchObject({ d: expect.stringMatching(/^M7\.5 15C.*C.* 22\.5 15$/), stroke: "#ff0000" });
  });

  test("looks come from style, rules, attributes and parents, in that order", () => {
    const inner = `<style>.a, rect { fill: #00ff00 } #b{fill:navy}</style>
      <g stroke="#123" stroke-width="2" stroke-linecap="round"><rect class="a" fill="red" width="5" height="5"/>
      <rect id="b" width="5" height="5"/><rect style="fill:none" stroke-dasharray="4" width="5" height="5"/></g>`;
    const stroke = { stroke: "#112233", strokeWidth: 1.5, cap: "round" };
    expect(scene(inner).shapes).toMatchObject([
      { fill: "#00ff00", ...stroke },
      { fill: "#000080", ...stroke },
      { dash: [3, 3], ...stroke },
    ]);
  });

  test("a hole by the even-odd rule is kept", () => {
    expect(scene('<path fill-rule="evenodd" d="M0 0H9V9Z"/>').shapes).toMatchObject([{ evenOdd: true }]);
  });
});

describe("words", () => {
  test("lines, anchors and weights; spaces as browsers print them", () => {
    const { shapes } = scene(
      `<text x="50" y="20" font-size="10" text-anchor="middle">
         Two <tspan font-weight="bold">words</tspan><tspan x="10" dy="12" text-anchor="start">below</tspan></text>`,
    );
    expect(shapes.map((s) => (s.type === "words" ? [s.value, s.x, s.y, s.bold] : s))).toEqual([
      ["Two ", 20.63, 15, false],
      ["words", 35.63, 15, true],
      ["below", 7.5, 24, false],
    ]);
  });

  test("turned words become outlines", () => {
    expect(scene('<text transform="rotate(-90 20 20)" x="20" y="20">up</text>').shapes).toMatchObject([
      { type: "path" },
    ]);
  });
});

describe("size", () => {
  test.each([
    ['width="50mm" height="25mm" viewBox="0 0 100 50"', 141.732, 70.866],
    ['width="200" viewBox="0 0 100 50"', 150, 75],
    ['width="100%" height="100%" viewBox="0 0 100 50"', 75, 37.5],
    ['width="2in" height="72pt"', 144, 72],
  ])("%s", (root, width, height) => {
    const { fact } = judge(svg("", root), "a.svg");
    expect(fact).toEqual({ type: "svg", width, height });
  });

  test.each(["", 'viewBox="0 0 0 10"', 'width="0" height="5"', 'width="1e9" height="5"'])("none: %s", (root) => {
    expect(judge(svg("", root), "a.svg").faults).toMatchObject([{ isUnsafe: false }]);
  });
});

test.each([
  ["a gradient", '<defs><linearGradient id="g"/></defs><rect width="9" height="9" fill="url(#g)"/>', /gradient/],
  ["transparency", '<rect width="9" height="9" opacity=".5"/>', /transparency/],
  ["a filter", '<filter id="f"/><g filter="url(#f)"><rect width="9" height="9"/></g>', /a filter/],
  ["a mask", '<mask id="m"/><rect mask="url(#m)" width="9" height="9"/>', /a mask/],
  ["a clip", '<clipPath id="c"/><rect clip-path="url(#c)" width="9" height="9"/>', /a clip/],
  ["a marker", '<path d="M0 0H9" marker-end="url(#m)"/>', /a marker/],
  ["copies", '<g id="a"/><use href="#a"/>', /<use>/],
  ["a rare colour", '<rect width="9" height="9" fill="peachpuff"/>', /the colour peachpuff/],
  ["parts outside", '<rect x="90" width="50" height="9"/>', /outside its edges/],
  ["a stretched stroke", '<path transform="scale(1 3)" d="M0 0H9" stroke="red"/>', /stretched/],
  ["letters one by one", '<text x="1 5 9">abc</text>', /one by one/],
  ["nested rules", "<style>g rect{fill:red}</style>", /rules of style/],
])("%s: painted as pixels", (_, inner, what) => {
  const { fact, obstacle } = judge(svg(inner), "a.svg");
  expect(fact).toBeDefined();
  expect(obstacle?.what).toMatch(what);
});

describe("what no document carries", () => {
  test.each([
    ["<script>alert(1)</script>", /a script/],
    ["<foreignObject/>", /foreignObject/],
    ['<rect onclick="go()"/>', /an event attribute \(onclick\)/],
    ['<image href="http://example.org/a.png"/>', /a picture inside/],
    ['<use href="http://example.org/a.svg#x"/>', /another file/],
    ['<use xlink:href="data:image/svg+xml,x"/>', /data inside/],
    ['<rect fill="url(http://example.org/#a)"/>', /another file/],
    ['<rect style="fill:u\\72l(x)"/>', /escapes/],
    ["<style>@import 'a.css';</style>", /fetches/],
    ['<a href="#x"><rect/></a>', /a link/],
    ["<animate/>", /an animation/],
    ["<blink/>", /<blink>/],
    ['<g id="a"><use href="#b"/></g><g id="b"/><use href="#a"/>', /copies of copies/],
  ])("%s", (inner, reason) => {
    const { fact, faults } = judge(svg(inner), "a.svg");
    expect(fact).toBeUndefined();
    expect(faults.map((f) => f.reason).join()).toMatch(reason);
    expect(faults[0]).toMatchObject({ isUnsafe: true });
  });

  test("entities are never expanded", () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 1 1"><text>&a;</text></svg>`;
    expect(judge(bytes(bomb), "a.svg").faults).toMatchObject([
      { isUnsafe: true, reason: "it declares entities of its own" },
    ]);
    expect(judge(svg("<text>&a;</text>"), "a.svg").faults).toMatchObject([{ reason: "it uses the entity &a;" }]);
  });
});

describe("broken files have a place and never throw", () => {
  test.each([
    ["<svg", 0],
    ["", 0],
    ["plain words", 0],
    ["<html></html>", 0],
    ["<svg viewBox='0 0 1 1'><g></svg>", 26],
    ["<svg viewBox='0 0 1 1'><rect a=1/></svg>", 29],
    ["<svg viewBox='0 0 1 1'>a & b</svg>", 25],
    [`<svg viewBox='0 0 1 1'>${"<g>".repeat(100)}</svg>`, 212],
    [`<svg viewBox='0 0 1 1'>${"<g/>".repeat(6000)}</svg>`, 20019],
  ])("%.40s", (text, start) => {
    const { fact, faults } = judge(bytes(text), "a.svg");
    expect(fact).toBeUndefined();
    expect(faults[0]?.start).toBe(start);
  });
});

test("the safe copy holds nothing of other vocabularies and asks for our face", () => {
  const inner = `<title>T</title><metadata>x</metadata><sodipodi:namedview a="b"/><text inkscape:label="x" font-family="Comic">A &amp; B</text>`;
  const { root, rules, size } = read(inner);
  const text = writeSvg(root, rules, size, letters, "Arial");
  expect(text).toContain('font-family="Arial"><text>A &amp; B</text></svg>');
  expect(text).not.toMatch(/Comic|inkscape|sodipodi|metadata|title/);
});

test("a drawing in pixels has 300 of them an inch at the width at which it is printed", async () => {
  const file = svg('<rect width="100" height="50" opacity=".5"/><text x="5" y="30">Hi</text>');
  const fact = judge(file, "a.svg").fact;
  if (!fact) throw new Error("the drawing is sound");
  const caption = { label: "Figure", number: 1, children: [] } as const;
  const picture = { type: "picture", id: "p", caption, asset: "a.svg", alt: "A", width: 0.5, notes: [] } as const;
  const made = await prepare(
    { assets: { "a.svg": fact }, sections: [{ orientation: "portrait", role: "body", blocks: [picture] }] },
    new Map([["a.svg", file]]),
    letters,
    432,
    "Arial",
  );
  const png = made.assets.get("a.svg") ?? new Uint8Array();
  expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(900);
  expect(made.scenes.size).toBe(0);
  expect(made.safe.get("a.svg")).toContain("<text");
});
