// One exhibit of every kind, for tests that look at all of them.
import type { Chart, ExhibitContent } from "../../src/document/exhibit.ts";

const series = (...values: readonly (readonly number[])[]): Chart["series"] =>
  values.map((list, i) => ({
    name: `Series ${i + 1}`,
    values: list,
    labels: list.map((n) => String(n).replace("-", "\u2212")),
  }));

const chart = (form: Chart["form"], values: readonly (readonly number[])[], more: Partial<Chart> = {}): Chart => ({
  type: "chart",
  form,
  unit: "£m",
  categories: (values[0] ?? []).map((_, i) => `201${4 + i}/1${5 + i}`),
  series: series(...values),
  ...more,
});

const six = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, n + 2, n + 1]);
const sums = ["36", "52", "44"];

/** Kinds by name. */
export const everyExhibit: readonly (readonly [string, ExhibitContent])[] = [
  ["bars", chart("bars", [[3, -2, 5]])],
  ["grouped bars", chart("grouped", six)],
  ["stacked columns", chart("stacked", six, { sums })],
  [
    "stacked columns of both signs",
    chart("stacked", [
      [4, 5, 6],
      [-2, -3, -1],
    ]),
  ],
  ["histogram", chart("histogram", six, { sums })],
  [
    "lines",
    chart("line", [
      [1, 2, 3],
      [-1, -2, -3],
    ]),
  ],
  ["areas", chart("area", six, { sums })],
  ["waterfall", chart("waterfall", [[10, 4, -3, 11]], { levels: [true, false, false, true] })],
  [
    "heat map",
    {
      type: "heat-map",
      scale: 3,
      up: "Likelihood",
      across: "Impact",
      places: [1, 2, 3].flatMap((up) =>
        [1, 2, 3].map((across) => ({
          up,
          across,
          score: String(up * across),
          tone: (["green", "amber-green", "amber", "amber-red", "red", "neutral"] as const)[up + across - 1] ?? "red",
          items: [`R${up}${across}`],
        })),
      ),
      key: [{ tone: "amber", text: "Amber 3 to 5" }],
    },
  ],
  [
    "gantt",
    {
      type: "gantt",
      from: 0,
      to: 300,
      ticks: [{ day: 0, label: "Jan 70" }],
      rows: [
        {
          label: "Design",
          group: "Building",
          form: "range",
          start: 10,
          end: 90,
          fuzzyStart: true,
          fuzzyEnd: true,
          text: "early 1970",
        },
        { label: "Whole", form: "range", start: 0, end: 299, fuzzyStart: false, fuzzyEnd: false, text: "all of 1970" },
        {
          label: "Cabinet",
          form: "point",
          start: 290,
          end: 290,
          fuzzyStart: false,
          fuzzyEnd: false,
          text: "18 October",
        },
      ],
    },
  ],
  [
    "organisation",
    {
      type: "organisation",
      boxes: [
        { id: "a", title: "Cabinet" },
        { id: "b", title: "Project Board", note: "both organisations" },
      ],
      lines: [{ from: "a", to: "b" }],
    },
  ],
  [
    "flow",
    {
      type: "flow",
      direction: "right",
      steps: [
        { id: "a", title: "Call", mark: "First contact" },
        { id: "b", title: "Assessment" },
      ],
      arrows: [{ from: "a", to: "b", label: "if needed" }],
    },
  ],
  [
    "levels",
    {
      type: "levels",
      sides: [
        { title: "Adults", inverted: false, levels: ["A", "B", "C", "D"].map((title) => ({ title, items: ["One"] })) },
        { title: "Young", inverted: true, levels: ["E", "F"].map((title) => ({ title, items: [] })) },
      ],
    },
  ],
  ["rings", { type: "rings", nested: true, rings: ["A", "B", "C", "D"].map((title) => ({ title, items: ["One"] })) }],
  [
    "overlapping rings",
    { type: "rings", nested: false, rings: ["A", "B"].map((title) => ({ title, items: ["One"] })) },
  ],
  [
    "shift",
    {
      type: "shift",
      nowTitle: "Now",
      laterTitle: "Later",
      levels: (["more", "less", "same"] as const).map((change) => ({
        title: change,
        now: "most",
        later: "less",
        change,
      })),
    },
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
  ],
];
