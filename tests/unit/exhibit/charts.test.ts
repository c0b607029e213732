import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Theme } from "../../../schemas/house.ts";
import type { Chart, HeatMap } from "../../../src/document/exhibit.ts";
import type { Brush } from "../../../src/exhibit/brush.ts";
import { stepsOf } from "../../../src/exhibit/chart/waterfall.ts";
import { drawChart } from "../../../src/exhibit/chart.ts";
import { drawHeatMap } from "../../../src/exhibit/heat-map.ts";
import type { Rectangle, Scene, Shape, Words } from "../../../src/exhibit/scene.ts";

const theme = Theme.parse(parse(readFileSync("templates/themes/council.yaml", "utf8")));
const brush: Brush = { theme, measure: (text, size) => text.length * size * 0.5 };
const width = 453;

const chart = (
  form: Chart["form"],
  categories: readonly string[],
  series: Readonly<Record<string, readonly (number | null)[]>>,
  more: Partial<Chart> = {},
): Chart => ({
  type: "chart",
  form,
  unit: "£k",
  categories,
  series: Object.entries(series).map(([name, values]) => ({ name, values, labels: values.map(String) })),
  ...more,
});

const draw = (content: Chart): Scene => drawChart(content, width, brush);
const wordsOf = (scene: Scene): readonly Words[] => scene.shapes.filter((s): s is Words => s.type === "words");
const isBar = (s: Shape): s is Rectangle => s.type === "rectangle" && s.fill !== "#ffffff";
const barsOf = (scene: Scene): readonly Rectangle[] => scene.shapes.filter(isBar);

function isInside(scene: Scene): void {
  for (const w of wordsOf(scene)) {
    const length = brush.measure(w.value, w.size, w.bold);
    const left = w.anchor === "start" ? w.x : w.anchor === "end" ? w.x - length : w.x - length / 2;
    expect(left, w.value).toBeGreaterThanOrEqual(-1);
    expect(left + length, w.value).toBeLessThanOrEqual(scene.width + 1);
    expect(w.y, w.value).toBeLessThanOrEqual(scene.height + 1);
  }
}

describe("waterfall", () => {
  const content = chart(
    "waterfall",
    ["Outline case", "Tenders", "Less risk", "Full case"],
    { cost: [100, 50, -30, 120] },
    { levels: [true, false, false, true] },
  );

  test("a change begins where the bar before it ended, a level at zero", () => {
    expect(stepsOf(content).map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 150],
      [150, 120],
      [0, 120],
    ]);
  });

  test("bars are as long as their values and meet", () => {
    const scene = draw(content);
    const [first, rise, fall, last] = barsOf(scene);
    const end = (r: Rectangle | undefined) => (r?.x ?? 0) + (r?.width ?? 0);
    expect(end(first)).toBeCloseTo(rise?.x ?? 0, 1);
    expect(end(rise)).toBeCloseTo(end(fall), 1);
    expect(end(last)).toBeCloseTo(fall?.x ?? 0, 1);
    expect(first?.x).toBe(last?.x);
    expect(new Set([first?.fill, rise?.fill, fall?.fill]).size).toBe(3);
    expect(scene.shapes.filter((s) => s.type === "path" && s.dash)).toHaveLength(3);
    isInside(scene);
  });

  test("a run that falls below zero leaves room for it", () => {
    const scene = draw(
      chart("waterfall", ["Start", "Loss", "End"], { a: [20, -60, -40] }, { levels: [true, false, true] }),
    );
    const [start, loss] = barsOf(scene);
    expect(loss?.x ?? 0).toBeLessThan(start?.x ?? 0);
    isInside(scene);
  });
});

describe("values below zero", () => {
  test("bars grow to the left, their value before them", () => {
    const scene = draw(chart("bars", ["Cost", "Saving"], { a: [30, -60] }));
    const [cost, saving] = barsOf(scene);
    expect((saving?.x ?? 0) + (saving?.width ?? 0)).toBeCloseTo(cost?.x ?? 0, 1);
    expect(saving?.width).toBeCloseTo(2 * (cost?.width ?? 0), 0);
    const label = wordsOf(scene).find((w) => w.value === "-60");
    expect(label).toMatchObject({ anchor: "end" });
    expect(label?.x ?? 0).toBeLessThan(saving?.x ?? 0);
    isInside(scene);
  });

  test("stacked parts stand on either side of zero", () => {
    const scene = draw(chart("stacked", ["One", "Two"], { Costs: [100, 60], Savings: [-40, -80] }));
    const grounds = scene.shapes.filter((s): s is Rectangle => s.type === "rectangle" && s.stroke === "#ffffff");
    const [up, down] = grounds;
    expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.y ?? 0, 1);
    expect(up?.height).toBeCloseTo(2.5 * (down?.height ?? 0), 0);
    isInside(scene);
  });

  test("a line's lowest label keeps clear of the categories", () => {
    const scene = draw(chart("line", ["One", "Two"], { a: [10, 10], b: [-10, -10] }));
    const lowest = Math.max(
      ...wordsOf(scene)
        .filter((w) => w.value === "-10")
        .map((w) => w.y),
    );
    expect(wordsOf(scene).find((w) => w.value === "One")?.y ?? 0).toBeGreaterThan(lowest + 8);
  });
});

test("a histogram's columns touch, and the sum stands above each", () => {
  const scene = draw(
    chart("histogram", ["July", "August"], { Manager: [1, 1], Surveyor: [2, 3] }, { sums: ["3 posts", "4 posts"] }),
  );
  const grounds = scene.shapes.filter((s): s is Rectangle => s.type === "rectangle" && s.stroke === "#ffffff");
  const [first, , second] = grounds;
  expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBeLessThan(10);
  expect(wordsOf(scene).map((w) => w.value)).toContain("4 posts");
  isInside(scene);
});

test("many months are named as often as there is room", () => {
  const months = Array.from({ length: 36 }, (_, i) => `2026-${i + 10}`);
  const scene = draw(chart("histogram", months, { Manager: months.map(() => 1) }));
  const named = wordsOf(scene).filter((w) => w.value.startsWith("2026-"));
  expect(named.length).toBeGreaterThan(5);
  expect(named.length).toBeLessThan(20);
  isInside(scene);
});

test("areas are stacked on each other, and each is named where it ends", () => {
  const scene = draw(chart("area", ["2014", "2015"], { Care: [10, 20], Beds: [5, 10] }, { sums: ["15", "30"] }));
  const areas = scene.shapes.filter((s) => s.type === "path" && s.fill !== undefined && !s.stroke);
  expect(areas).toHaveLength(2);
  const heights = (d: string) =>
    d
      .match(/-?[\d.]+/g)
      ?.map(Number)
      .filter((_, i) => i % 2 === 1) ?? [];
  const [care, beds] = areas.map((s) => (s.type === "path" ? heights(s.d) : []));
  // Up along the upper edge, back along the lower one, which is the upper one of the area below.
  expect(beds?.slice(2).reverse()).toEqual(care?.slice(0, 2));
  expect(wordsOf(scene).map((w) => w.value)).toEqual(expect.arrayContaining(["Care", "Beds", "15", "30"]));
  isInside(scene);
});

test("a heat map says each rating by its score and its key, and puts risks in their places", () => {
  const map: HeatMap = {
    type: "heat-map",
    scale: 3,
    across: "Impact",
    up: "Likelihood",
    places: [1, 2, 3].flatMap((up) =>
      [1, 2, 3].map((across) => ({
        up,
        across,
        score: String(up * across),
        tone: up * across > 4 ? "red" : "green",
        items: up === 3 && across === 2 ? ["R1", "R12"] : [],
      })),
    ),
    key: [
      { tone: "green", text: "Green 1 to 4" },
      { tone: "red", text: "Red 6 to 9" },
    ],
  };
  const scene = drawHeatMap(map, width, brush);
  const all = wordsOf(scene);
  const spot = (value: string) => all.find((w) => w.value === value);
  expect(spot("R1, R12")?.x ?? 0).toBeGreaterThan((all.find((w) => w.value === "4")?.x ?? 0) - 90);
  expect(spot("Red 6 to 9")).toBeDefined();
  expect(all.filter((w) => w.value === "6")).toHaveLength(2);
  isInside(scene);
});
