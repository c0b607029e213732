import { expect, test } from "vitest";
import { compare, isEmpty } from "../../../src/diff/compare.ts";
import { describeMarkdown } from "../../../src/diff/describe-markdown.ts";
import { describeText } from "../../../src/diff/describe-text.ts";
import { describe } from "../../../src/diff/description.ts";
import type { Block, Inline, Row, Table } from "../../../src/document/document.ts";
import { cell, documentOf, paragraph, row, text } from "../../support/nodes.ts";

const table = (rows: readonly Row[], more: Partial<Table> = {}): Table => ({
  type: "table",
  summary: "",
  look: "ruled",
  columns: ["name", "a", "b"].map((key, i) => ({ key, align: "left", rowHeader: i === 0 })),
  rows: [row("header", "Name", "A", "B"), ...rows],
  notes: [],
  ...more,
});
const value = (printed: string, name: string): Inline => ({ type: "value", text: printed, name });
const of = (...blocks: readonly Block[]) => documentOf(blocks);
const nowhere = () => "";

test("a figure is compared in the form that both print, and its rounding alone is no difference", () => {
  const before = of(paragraph(value("about £1.2m", "x")), paragraph(value("£1,234,567", "x")));
  const money = (...blocks: readonly Block[]) => compare(before, of(...blocks)).money.figures;
  expect(money(paragraph(value("about £1.2m", "x")))).toEqual([]);
  expect(money(paragraph(value("£1.23m", "x")))).toEqual([]);
  expect(money(paragraph(value("£1,300,000", "x")), paragraph(value("about £1.3m", "x")))).toMatchObject([
    { name: "x", before: "£1,234,567", after: "£1,300,000", change: { amount: "+£65,433" } },
  ]);
});

test("a figure that only one side prints has no change", () => {
  const [figure] = compare(of(), of(paragraph(value("£5", "x")))).money.figures;
  expect(figure).toEqual({ name: "x", inText: true, after: "£5" });
});

test("totals without a name are compared by row and column", () => {
  const state = (total: string) =>
    of(
      table([row("body", "Wall", "1", "2"), row("total", "Total", total, "2")], {
        caption: { label: "Table", number: 1, children: [text("Works")] },
      }),
    );
  expect(compare(state("5"), state("7")).money.totals).toEqual([
    {
      table: "Works",
      row: "Total",
      column: "A",
      before: "5",
      after: "7",
      change: { direction: "up", amount: "+2", percent: "+40.0%" },
    },
  ]);
});

test("cells that reach over rows and columns are read where they stand", () => {
  const state = (last: string) =>
    of(
      table(
        [
          { kind: "body", entry: "k1", cells: [cell("Area", { rowSpan: 2 }), cell("one"), cell("x")] },
          { kind: "body", entry: "k2", cells: [cell("two"), cell(last)] },
        ],
        { subject: "dependencies" },
      ),
    );
  expect(compare(state("x"), state("y")).dependencies).toEqual([
    { key: "k2", title: "Area", change: "changed", cells: [{ column: "b", label: "B", before: "x", after: "y" }] },
  ]);
});

test("a column that one side leaves out is no change of its entries", () => {
  const entry: Row = { ...row("body", "R1", "3", "x"), entry: "R1" };
  const narrow = table([{ ...row("body", "R1", "3"), entry: "R1" }], {
    subject: "risks",
    columns: ["name", "a"].map((key) => ({ key, align: "left" })),
  });
  expect(compare(of(table([entry], { subject: "risks" })), of(narrow)).risks).toEqual([]);
});

test("a risk is worse by its score, else by likelihood and impact, else by its rating", () => {
  const state = (keys: readonly string[], cells: readonly (string | Inline)[]) =>
    of({
      ...table([]),
      subject: "risks",
      columns: ["id", ...keys].map((key) => ({ key, align: "left" })),
      rows: [{ kind: "body", entry: "R1", cells: [cell("R1"), ...cells.map((c) => cell([paragraph(c)]))] }],
    });
  const rerated = (
    keys: readonly string[],
    before: readonly (string | Inline)[],
    after: readonly (string | Inline)[],
  ) => compare(state(keys, before), state(keys, after)).risks[0]?.rerated;
  const chip = (tone: "green" | "red"): Inline => ({ type: "rating", text: tone, tone });
  expect(rerated(["score"], ["9"], ["16"])).toBe("up");
  expect(rerated(["likelihood", "impact"], ["3", "3"], ["2", "3"])).toBe("down");
  expect(rerated(["likelihood", "impact"], ["3", "3"], ["2", "4"])).toBe("same");
  expect(rerated(["rating"], [chip("red")], [chip("green")])).toBe("down");
  expect(rerated(["owner"], ["Ann"], ["Bob"])).toBeUndefined();
});

test("ranks are told as an order, not as money", () => {
  const state = (rank: string) =>
    of(table([{ kind: "total", cells: [cell("Rank"), cell([paragraph(value(rank, "q.rebuild.rank"))]), cell("")] }]));
  const made = compare(state("2"), state("1"));
  expect(made.options.ranking).toEqual([{ name: "q.rebuild.rank", option: "A", before: "2", after: "1" }]);
  expect(made.money.figures).toEqual([]);
});

test("text and Markdown cannot be steered by an author", () => {
  const before = of(paragraph("Plain words here."));
  const nasty = of(paragraph("Plain \u001b[31m words | `code` <script> @all #12 here."));
  const described = describe(compare(before, nasty), nowhere);
  expect(describeText(described)).not.toContain("\u001b");
  const markdown = describeMarkdown(described);
  expect(markdown).toContain("\\| \\`code\\` \\<script\\> @\u200ball #\u200b12");
});

test("a comment that would be too long is cut between lines and says so", () => {
  const many = (n: string) =>
    of(...Array.from({ length: 400 }, (_, i) => paragraph(value(`£${n}${i},000`, `figure-number-${i}`))));
  const described = describe(compare(many("1"), many("2")), () => "content/a/data/costs.yaml:29");
  const made = describeMarkdown(described, 20_000);
  expect(made.length).toBeLessThanOrEqual(20_000);
  expect(made).toMatch(/_\d+ more entries do not fit into one comment; `fivecase diff` prints all of them\._\n$/);
  expect(made).toContain("<details><summary><b>Money and other figures</b>: 400 changed in the text</summary>");
  expect(
    made
      .split("\n")
      .filter((line) => line.startsWith("| figure"))
      .every((line) => line.endsWith(" |")),
  ).toBe(true);
});

test("nothing but version and date is told as control matter alone", () => {
  const before = of(paragraph("Words."));
  const after = { ...before, properties: { ...before.properties, version: "3.0", dateText: "1 May 2014" } };
  const made = compare(before, after);
  expect(isEmpty(made)).toBe(false);
  expect(describe(made, nowhere).verdict).toEqual({
    level: "control",
    text: "Only what the document says of itself differs (version, date); its content is the same.",
  });
});
