import { expect, test } from "vitest";
import { changedSections, sameForReader } from "../../../src/diff/affected.ts";
import { compare } from "../../../src/diff/compare.ts";
import type { Block, Document, Heading } from "../../../src/document/document.ts";
import { documentOf, paragraph, row, text } from "../../support/nodes.ts";

const heading = (number: string, title: string, more: Partial<Heading> = {}): Block => ({
  type: "heading",
  level: 1,
  id: title.toLowerCase(),
  number,
  children: [text(title)],
  inContents: true,
  ...more,
});
const captioned = (number: number, id: string, words = "Costs"): Block => ({
  type: "table",
  id,
  caption: { label: "Table", number, children: [text(words)] },
  summary: "",
  look: "ruled",
  columns: [{ key: "a", align: "left" }],
  rows: [row("body", "£5")],
  notes: [],
});
const reference = (words: string, target: string, to: "table" | "heading" = "table"): Block =>
  paragraph("See ", { type: "reference", target, to, children: [text(words)] });
const labels = (before: Document, after: Document) => changedSections(before, after).map((s) => s.label);

const plain = documentOf([
  paragraph("Before."),
  heading("1", "One"),
  paragraph("First."),
  heading("2", "Two"),
  paragraph("Second."),
]);
const withBlocks = (...blocks: readonly Block[]) => documentOf(blocks);

test("a changed paragraph marks the chapter that it stands in, under its printed number", () => {
  const after = withBlocks(
    paragraph("Before."),
    heading("1", "One"),
    paragraph("First."),
    heading("2", "Two"),
    paragraph("Other."),
  );
  expect(changedSections(plain, after)).toEqual([{ id: "two", label: "2 Two" }]);
});

test("what stands before the first heading, a title, a classification and an author's mark count as the front page", () => {
  const properties = (more: Partial<Document["properties"]>) => ({
    ...plain,
    properties: { ...plain.properties, ...more },
  });
  for (const more of [{ title: "Other" }, { classification: "exempt" }, { marking: "CONFIDENTIAL" }])
    expect(labels(plain, properties(more))).toEqual(["Front page"]);
  expect(labels(plain, withBlocks(paragraph("After."), ...(plain.sections[0]?.blocks.slice(1) ?? [])))).toEqual([
    "Front page",
  ]);
});

test("what the document says of itself does not count", () => {
  const cover = (value: string): Block => ({
    type: "cover",
    organisations: [],
    logos: [],
    kind: "OBC",
    title: "T",
    facts: [{ label: "Version", value, control: true }],
  });
  const control = (words: string): Block =>
    ({ ...captioned(1, "versions"), rows: [row("body", words)], control: true }) as Block;
  const timeline = (alt: string): Block => ({
    type: "exhibit",
    id: "gantt-of-meetings",
    caption: { label: "Figure", number: 1, children: [text(alt)] },
    alt,
    content: { type: "levels", sides: [] },
    notes: [],
    control: true,
  });
  const signed = (value: string): Block => ({ type: "sign-off", fields: [{ label: "By", value }] });
  const state = (n: string): Document => ({
    ...withBlocks(cover(n), heading(n, "One"), paragraph("First."), control(n), timeline(n), signed(n), {
      type: "page-break",
    }),
    running: { headerLeft: n, footerLeft: n, footerCentre: n, firstPage: 1 },
    marks: { watermark: n, marking: n },
    properties: { ...plain.properties, version: n, status: n, date: n, dateText: n },
  });
  expect(labels(state("1"), state("2"))).toEqual([]);
  expect(sameForReader(state("1"), state("2"))).toBe(true);
  expect(compare(state("1"), state("2")).sections).toEqual([]);
});

test("numbers that only move on mark nothing but what was put before them", () => {
  const tail = (n: number) => [
    heading(String(n), "Costs"),
    reference(`Table\u00a0${n}`, "t"),
    reference(`Section\u00a0${n}`, "costs", "heading"),
    captioned(n, "t"),
  ];
  const after = withBlocks(heading("1", "New"), captioned(1, "other"), ...tail(2));
  expect(labels(withBlocks(...tail(1)), after)).toEqual(["1 New"]);
});

test("a reference to another table counts, though it prints the same number", () => {
  const state = (target: string) =>
    withBlocks(heading("1", "One"), captioned(1, "t"), captioned(1, "u"), reference("Table\u00a01", target));
  expect(labels(state("t"), state("u"))).toEqual(["1 One"]);
});

test("words that an author gave a reference count, and so does a year in them", () => {
  const state = (words: string) => withBlocks(heading("4", "Costs"), reference(words, "costs", "heading"));
  expect(labels(state("the costs of 2014"), state("the costs of 2024"))).toEqual(["4 Costs"]);
  expect(labels(state("costs 2014"), state("costs 2024"))).toEqual(["4 Costs"]);
});

test("a chapter taken out stands under its earlier number, before what followed it", () => {
  expect(labels(plain, withBlocks(paragraph("Before."), heading("1", "Two"), paragraph("Second.")))).toEqual(["1 One"]);
});

test("chapters in another order are told, though their words are the same", () => {
  const after = withBlocks(
    paragraph("Before."),
    heading("1", "Two"),
    paragraph("Second."),
    heading("2", "One"),
    paragraph("First."),
  );
  expect(labels(plain, after)).toHaveLength(1);
});

test("another picture under the same name, and emphasis, can be seen", () => {
  const picture: Block = {
    type: "picture",
    id: "p",
    caption: { label: "Figure", number: 1, children: [] },
    asset: "a.png",
    alt: "A",
    width: 1,
    notes: [],
  };
  const state = (digest: string) => ({
    ...withBlocks(picture),
    assets: { "a.png": { type: "png" as const, width: 1, height: 1, digest } },
  });
  expect(labels(state("x"), state("y"))).toEqual(["Front page"]);
  const strong = withBlocks(paragraph({ type: "strong", children: [text("Care")] }));
  expect(labels(withBlocks(paragraph("Care")), strong)).toEqual(["Front page"]);
  const value = withBlocks(paragraph({ type: "value", text: "Care", name: "care" }));
  expect(labels(withBlocks(paragraph("Care")), value)).toEqual([]);
});

test("a note counts where it is called", () => {
  const state = (words: string): Document => ({
    ...withBlocks(heading("1", "One"), paragraph("A", { type: "footnote-reference", id: "n", number: 1 })),
    footnotes: [{ id: "n", number: 1, blocks: [paragraph(words)] }],
  });
  expect(labels(state("old"), state("new"))).toEqual(["1 One"]);
});
