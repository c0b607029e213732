import { describe, expect, test } from "vitest";
import type { Block, Inline, ListItem, Paragraph, Row, Table } from "../../../src/document/document.ts";
import { stableIds } from "../../../src/document/ids.ts";
import { cell, documentOf, paragraph, text } from "../../support/nodes.ts";

const written = { file: "content/harbour/paper/document.md", start: 10, end: 20 };
const template = { file: "templates/kinds/obc/template.hbs", start: 10, end: 20 };

const said = (words: string): Paragraph => ({ ...paragraph(words), origin: written });

function namesOf(...blocks: readonly Block[]): (node: object) => string | undefined {
  const ids = stableIds(documentOf(blocks));
  return (node) => ids.get(node);
}

test("a name is short, hidden, of one case, and says whether somebody wrote the node", () => {
  const [one, two, three] = [
    said("Somebody's words."),
    { ...said("The form's."), origin: template },
    paragraph("A view's."),
  ];
  const name = namesOf(one, two, three);
  expect([one, two, three].map(name)).toEqual([
    expect.stringMatching(/^_fcs[a-z0-9]{12}$/),
    expect.stringMatching(/^_fcg[a-z0-9]{12}$/),
    expect.stringMatching(/^_fcg[a-z0-9]{12}$/),
  ]);
});

test("names stay when other words come above and when a node moves in its file", () => {
  const quay = said("The quay is 120 metres long.");
  const wall = said("The wall is older than the quay.");
  const was = namesOf(quay, wall);
  const moved = { ...wall, origin: { ...written, start: 900, end: 980 } };
  const now = namesOf(said("A paragraph above."), moved, said("One between."), quay);
  expect(now(quay)).toBe(was(quay));
  expect(now(moved)).toBe(was(wall));
});

test("a change after the first words keeps the name, a figure or reference says another number and keeps it", () => {
  const figure = (value: string): Inline => ({ type: "value", text: value, name: "quay.length" });
  const see = (words: string): Inline => ({
    type: "reference",
    target: "quay",
    to: "heading",
    children: [text(words)],
  });
  const line = (value: string, section: string, end: string): Paragraph => ({
    ...paragraph("The quay is ", figure(value), " long, as ", see(section), ` says it was in all the years of ${end}`),
    origin: written,
  });
  const [one, two] = [line("120 m", "Section 2", "peace."), line("135 m", "Section 3", "war.")];
  expect(namesOf(two)(two)).toBe(namesOf(one)(one));
});

test("equal words have names of their own", () => {
  const [one, two] = [said("Nothing to report."), said("Nothing to report.")];
  const name = namesOf(one, two);
  expect(name(one)).not.toBe(name(two));
  expect(namesOf(one)(one)).toBe(name(one));
});

test("an item of a list names its first paragraph too, and goes by its id where it has one", () => {
  const first = said("Repair the wall.");
  const second = said("It leans.");
  const item = (words: Paragraph): ListItem => ({
    marker: "1.",
    id: "rec-1",
    origin: written,
    blocks: [words, second],
  });
  const list = (one: ListItem): Block => ({ type: "list", style: "decimal", items: [one] });
  const [before, after] = [item(first), item(said("Rebuild the wall."))];
  const name = namesOf(list(before));
  expect(name(before)).toMatch(/^_fcs/);
  expect(name(first)).toBeUndefined();
  expect(name(second)).toMatch(/^_fcs/);
  expect(namesOf(list(after))(after)).toBe(name(before));
});

describe("rows of a table", () => {
  const row = (label: string, value: string, more: Partial<Row> = {}): Row => ({
    kind: "body",
    cells: [cell(label), cell(value)],
    ...more,
  });
  const table = (rows: readonly Row[]): Table => ({
    type: "table",
    summary: "",
    look: "ruled",
    columns: [
      { key: "what", align: "left" },
      { key: "cost", align: "decimal" },
    ],
    rows,
    notes: [],
  });

  test("keep their names when their numbers change and when rows come between", () => {
    const [quay, wall] = [row("Quay", "12.0", { origin: written }), row("Wall", "8.5", { origin: written })];
    const was = namesOf(table([quay, wall]));
    const dearer = row("Wall", "9.1", { origin: written });
    const now = namesOf(table([quay, row("Crane", "3.3", { origin: written }), dearer]));
    expect(now(quay)).toBe(was(quay));
    expect(now(dearer)).toBe(was(wall));
  });

  test("are generated where only computed cells name their data", () => {
    const sum: Row = { kind: "total", cells: [cell("Total"), cell("20.5", { computed: true, origin: written })] };
    const own: Row = { kind: "body", cells: [cell([said("Quay")]), cell("12.0", { computed: true })] };
    const name = namesOf(table([own, sum]));
    expect(name(own)).toMatch(/^_fcs/);
    expect(name(sum)).toMatch(/^_fcg/);
  });

  test("stand for their cells of one paragraph; of longer cells each paragraph has a name", () => {
    const [short, one, two] = [said("Quay"), said("It is long."), said("It is old.")];
    const name = namesOf(table([{ kind: "body", origin: written, cells: [cell([short]), cell([one, two])] }]));
    expect([short, one, two].map((node) => name(node) !== undefined)).toEqual([false, true, true]);
  });
});

test("captions, terms, titles of boxes, attributions and fields to sign are found again", () => {
  const term = { term: [text("Quay")], blocks: [said("Where ships lie.")] };
  const attribution = [text("The harbour master")];
  const caption = { label: "Table" as const, number: 1, children: [text("Costs")] };
  const field = { label: "Signed" };
  const card: Block = { type: "card", topic: "Living by the water", blocks: [said("We like it.")] };
  const callout: Block = { type: "callout", title: "Mind the gap", origin: written, blocks: [] };
  const name = namesOf(
    { type: "definition-list", items: [term] },
    { type: "quote", blocks: [said("Ships come first.")], attribution },
    {
      type: "table",
      id: "costs",
      caption,
      summary: "",
      look: "grid",
      columns: [],
      rows: [],
      notes: [],
      origin: written,
    },
    { type: "card-grid", columns: 2, cards: [card] },
    callout,
    { type: "sign-off", fields: [field], origin: written },
  );
  for (const node of [term, attribution, caption, card, callout, field]) expect(name(node)).toMatch(/^_fcs/);
});
