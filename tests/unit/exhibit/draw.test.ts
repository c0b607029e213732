import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { Theme } from "../../../schemas/house.ts";
import type { Document } from "../../../src/document/document.ts";
import type { ExhibitContent } from "../../../src/document/exhibit.ts";
import { drawing } from "../../../src/exhibit/draw.ts";
import type { Scene, Words } from "../../../src/exhibit/scene.ts";
import { toSvg } from "../../../src/exhibit/svg.ts";

const theme = Theme.parse(parse(readFileSync("templates/themes/council.yaml", "utf8")));
const width = 453;
/** Every letter half as wide as it is high: near enough to test that nothing leaves the drawing. */
const measure = (text: string, size: number) => text.length * size * 0.5;

async function scene(content: ExhibitContent): Promise<Scene> {
  const exhibit = {
    type: "exhibit",
    id: "x",
    caption: { label: "Figure", number: 1, children: [] },
    alt: "",
    content,
    notes: [],
  } as const;
  const document: Pick<Document, "sections"> = {
    sections: [{ orientation: "portrait", role: "body", blocks: [exhibit] }],
  };
  const draw = await drawing(document, theme, measure);
  return draw(content, width);
}

const wordsOf = (s: Scene) => s.shapes.filter((shape): shape is Words => shape.type === "words");

function insideItsBox(s: Scene): void {
  for (const w of wordsOf(s)) {
    const length = measure(w.value, w.size);
    const left = w.anchor === "start" ? w.x : w.anchor === "end" ? w.x - length : w.x - length / 2;
    expect(left, w.value).toBeGreaterThanOrEqual(-1);
    expect(left + length, w.value).toBeLessThanOrEqual(s.width + 1);
    expect(w.y, w.value).toBeLessThanOrEqual(s.height + 1);
  }
}

const spend: ExhibitContent = {
  type: "chart",
  form: "grouped",
  unit: "£m",
  categories: ["Wellness", "Complex and bed-based care"],
  series: [
    { name: "PCC", values: [30, 33], labels: ["30.0", "33.0"] },
    { name: "CCG", values: [0, 155], labels: ["0.0", "155.0"] },
  ],
};

test("bars stand on zero and are as long as their values", async () => {
  const drawn = await scene(spend);
  const bars = drawn.shapes.filter((s) => s.type === "rectangle");
  expect(bars).toHaveLength(3);
  const [first, , last] = bars;
  expect(new Set(bars.map((b) => b.x)).size).toBe(1);
  expect((last?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(155 / 30, 1);
});

test("a nil value prints its label and no bar", async () => {
  expect(wordsOf(await scene(spend)).map((w) => w.value)).toContain("CCG  0.0");
});

test("two lines that start together print the shared value once", async () => {
  const drawn = await scene({
    type: "chart",
    form: "line",
    unit: "£m",
    categories: ["2013/14", "2014/15"],
    series: [
      { name: "Demand", values: [76, 78], labels: ["76", "78"] },
      { name: "Budget", values: [76, 70], labels: ["76", "70"] },
    ],
  });
  expect(wordsOf(drawn).filter((w) => w.value === "76")).toHaveLength(1);
});

test.each<[string, ExhibitContent, readonly string[]]>([
  ["grouped bars", spend, ["PCC  30.0", "Wellness"]],
  [
    "stacked columns",
    {
      type: "chart",
      form: "stacked",
      unit: "staff",
      categories: ["April", "May"],
      series: [{ name: "Project manager", values: [1, 2], labels: ["1", "2"] }],
    },
    ["April", "Project manager"],
  ],
  [
    "gantt",
    {
      type: "gantt",
      from: 0,
      to: 300,
      ticks: [
        { day: 0, label: "Jan 70" },
        { day: 150, label: "Jun 70" },
      ],
      rows: [
        {
          label: "Design",
          form: "range",
          start: 10,
          end: 90,
          fuzzyStart: true,
          fuzzyEnd: false,
          text: "January to March 1970",
        },
        {
          label: "Cabinet",
          form: "point",
          start: 290,
          end: 290,
          fuzzyStart: false,
          fuzzyEnd: false,
          text: "18 October 1970",
        },
      ],
    },
    ["Design", "18 October 1970"],
  ],
  [
    "organisation",
    {
      type: "organisation",
      boxes: [
        { id: "cabinet", title: "Cabinet" },
        { id: "board", title: "Project Board", note: "both organisations" },
      ],
      lines: [{ from: "cabinet", to: "board" }],
    },
    ["Cabinet", "both organisations"],
  ],
  [
    "flow",
    {
      type: "flow",
      direction: "right",
      steps: [
        { id: "call", title: "Call", mark: "First contact" },
        { id: "assess", title: "Assessment" },
      ],
      arrows: [{ from: "call", to: "assess", label: "if needed" }],
    },
    ["First contact", "if needed"],
  ],
  [
    "levels",
    {
      type: "levels",
      sides: [{ title: "Adults", inverted: false, levels: [{ title: "Complex", items: ["Nursing"] }] }],
    },
    ["Complex", "• Nursing"],
  ],
  [
    "rings",
    { type: "rings", nested: true, rings: [{ title: "Minimum", items: ["Reablement"] }] },
    ["1. Minimum", "• Reablement"],
  ],
  [
    "shift",
    {
      type: "shift",
      nowTitle: "Now",
      laterTitle: "Later",
      levels: [{ title: "Complex", now: "most", later: "less", change: "less" }],
    },
    ["shrinks"],
  ],
  [
    "benefits map",
    {
      type: "benefits-map",
      stages: [
        { title: "Capability", entries: [{ id: "a", text: "One assessment" }] },
        { title: "Benefit", entries: [{ id: "b", text: "Fewer handovers" }] },
      ],
      links: [{ from: "a", to: "b" }],
    },
    ["Capability", "Fewer", "handovers"],
  ],
])("%s holds its words and stays inside its box", async (_name, content, expected) => {
  const drawn = await scene(content);
  const all = wordsOf(drawn).map((w) => w.value);
  for (const word of expected) expect(all.join("\n")).toContain(word);
  insideItsBox(drawn);
  expect(await scene(content)).toEqual(drawn);
});

test("author's words cannot become SVG", async () => {
  const drawn = await scene({ type: "rings", nested: true, rings: [{ title: `<script>"&`, items: [] }] });
  expect(toSvg(drawn, "Arimo")).not.toContain("<script>");
});

test("the date of a long bar stands on it or beside it, never under it", async () => {
  const row = {
    label: "Design",
    form: "range",
    fuzzyStart: false,
    fuzzyEnd: false,
    text: "January to October 1970",
  } as const;
  const drawn = await scene({
    type: "gantt",
    from: 0,
    to: 300,
    ticks: [{ day: 0, label: "Jan 70" }],
    rows: [
      { ...row, start: 0, end: 299 },
      { ...row, start: 100, end: 200 },
    ],
  });
  const bars = drawn.shapes.filter((s) => s.type === "rectangle" && s.fill === theme.colours.accent);
  const dates = wordsOf(drawn).filter((w) => w.value === row.text);
  expect(dates).toHaveLength(2);
  dates.forEach((date, index) => {
    const bar = bars[index];
    if (bar?.type !== "rectangle") throw new Error("a bar is missing");
    const isOn = date.x >= bar.x && date.x + measure(date.value, date.size) <= bar.x + bar.width;
    const isBeside = date.x >= bar.x + bar.width || date.x + measure(date.value, date.size) <= bar.x;
    expect(isOn ? date.fill : isBeside).toBe(isOn ? "#ffffff" : true);
    expect(drawn.shapes.indexOf(date) > drawn.shapes.indexOf(bar) || isBeside).toBe(true);
  });
});

test("boxes and maps keep words whole", async () => {
  const long = "Commissioning accommodation";
  const boxes = Array.from({ length: 4 }, (_, i) => ({ id: `b${i}`, title: `${long} ${i}` }));
  const chart = await scene({
    type: "organisation",
    boxes,
    lines: boxes.slice(1).map((b) => ({ from: "b0", to: b.id })),
  });
  const stages = Array.from({ length: 5 }, (_, i) => ({ title: `Stage ${i}`, entries: [{ id: `e${i}`, text: long }] }));
  const map = await scene({ type: "benefits-map", stages, links: [] });
  for (const drawn of [chart, map]) {
    const printed = wordsOf(drawn).flatMap((w) => w.value.split(" "));
    expect(printed).toContain("Commissioning");
    expect(printed).toContain("accommodation");
  }
});

test("stacked columns name every series once, those missing from the last column too", async () => {
  const names = ["One", "Two", "Three"];
  const drawn = await scene({
    type: "chart",
    form: "stacked",
    unit: "",
    categories: ["April", "May"],
    series: names.map((name, i) => ({ name, values: [1, i === 1 ? 0 : 1], labels: ["1", i === 1 ? "0" : "1"] })),
  });
  for (const name of names) expect(wordsOf(drawn).filter((w) => w.value === name)).toHaveLength(1);
  insideItsBox(drawn);
});
