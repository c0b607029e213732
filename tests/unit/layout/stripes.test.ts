// Stripes of a theme: tints behind alternate rows, in the place of rules between them; artifacts, and the look of nothing else.
import { expect, test } from "vitest";
import type { Theme } from "../../../schemas/house.ts";
import type { Row, Table } from "../../../src/document/document.ts";
import { layout } from "../../../src/layout/layout.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { cell, documentOf, row } from "../../support/nodes.ts";
import { stubDraw } from "../../support/torture.ts";

const striped: Theme = { ...councilTheme(), table: { ...councilTheme().table, stripes: "#f0f1f2" } };

const tableOf = (rows: readonly Row[], look: Table["look"] = "ruled"): Table => ({
  type: "table",
  summary: "Rows.",
  look,
  columns: [
    { key: "a", align: "left", rowHeader: true },
    { key: "b", align: "left" },
    { key: "c", align: "left" },
  ],
  rows: [row("header", "A", "B", "C"), ...rows],
  notes: [],
});

/** For each page the words that stand on a stripe, line by line, and the number of thin rules. */
function set(table: Table, theme = striped) {
  const { value } = layout(documentOf([table]), theme, testFaces(), stubDraw, new Map());
  return value.pages.map(({ fragments, ground }) => {
    const tints = ground.flatMap((part) => (part.kind === "rectangle" && part.fill === "#f0f1f2" ? [part] : []));
    const on = fragments.flatMap((part) =>
      part.kind === "text" &&
      tints.some((t) => part.y > t.y && part.y <= t.y + t.height && part.x >= t.x && part.x < t.x + t.width)
        ? [part.text]
        : [],
    );
    const rules = ground.filter((part) => part.kind === "line" && part.stroke === theme.colours.rule);
    return { on, rules: rules.length };
  });
}

const body = (name: string) => row("body", name, `${name}b`, `${name}c`);

test("every second row has one, across the whole table, and only the last is ruled", () => {
  expect(set(tableOf(["1", "2", "3", "4"].map(body)))).toEqual([{ on: ["2", "2b", "2c", "4", "4b", "4c"], rules: 1 }]);
});

test("it begins anew under the head of a group; sub-totals and totals have none", () => {
  const rows = [body("1"), body("2"), row("section", "Group"), body("3"), body("4"), row("total", "T", "", "")];
  expect(set(tableOf(rows))[0]?.on).toEqual(["2", "2b", "2c", "4", "4b", "4c"]);
});

test("a cell over several rows has one tint, and its rows are ruled between", () => {
  const tied = [
    body("1"),
    row("body", cell("2", { rowSpan: 2 }), "2b", "2c"),
    row("body", "3b", "3c"),
    body("4"),
    row("body", cell("5", { rowSpan: 2 }), "5b", "5c"),
    row("subtotal", "6b", "6c"),
  ];
  const [page] = set(tableOf(tied));
  expect(page?.on).toEqual(["2", "2b", "2c", "3b", "3c", "5", "5b", "5c"]);
});

test("a row that is divided between pages is on a stripe on both, and stripes go on from page to page", () => {
  const long = Array.from({ length: 1200 }, (_, i) => `word${i}`).join(" ");
  const pages = set(tableOf([body("1"), row("body", "2", long, "2c"), body("3"), body("4")]));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.every(({ on }) => on.length > 3)).toBe(true);
  expect(pages.at(-1)?.on.slice(-3)).toEqual(["4", "4b", "4c"]);
});

test.each(["grid", "form", "borderless"] as const)("tables that are %s have none", (look) => {
  const rows = ["1", "2"].map(body);
  expect(set(tableOf(rows, look))[0]).toEqual(set(tableOf(rows, look), { ...striped, ...councilTheme() })[0]);
});

test("a theme without stripes rules its rows", () => {
  expect(set(tableOf(["1", "2", "3"].map(body)), { ...striped, table: councilTheme().table })).toEqual([
    { on: [], rules: 3 },
  ]);
});
