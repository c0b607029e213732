// What a page has no room for goes on to the next: nothing leaves its page or stands over something else, and nothing is lost.
import { describe, expect, test } from "vitest";
import type { Block, Cell, Footnote, Inline, Table } from "../../../src/document/document.ts";
import { documentWords } from "../../support/document-words.ts";
import { councilTheme } from "../../support/faces.ts";
import { brokenLaws, wordsByContent } from "../../support/layout-rules.ts";
import { documentOf } from "../../support/nodes.ts";
import { besides, contentsOf, linesOf, set, wordsOn } from "../../support/places.ts";
import { cell, paragraph, row, text, words } from "../../support/torture.ts";

type Laid = ReturnType<typeof set>;

const { margin, height } = councilTheme().page;

/** What is wrong with a layout, findings about it apart. */
function faults({ value }: Laid): readonly string[] {
  const outside = value.pages.flatMap((page) =>
    [...wordsOn(page), ...besides(page)].filter(
      (part) =>
        part.x < margin.left - 0.5 ||
        part.x + part.width > page.width - margin.right + 0.5 ||
        part.y > height - margin.bottom + 0.5 ||
        part.y < margin.top,
    ),
  );
  return [...brokenLaws(value), ...outside.map((part) => `"${part.text}" is outside`)];
}

const codes = ({ diagnostics }: Laid): readonly string[] => diagnostics.map(({ code }) => code);

/** Words in reading order. */
function read({ value }: Laid): string {
  const by = wordsByContent(value);
  return contentsOf(value.structure)
    .map((index) => by.get(index) ?? "")
    .join(" ")
    .replace(/\s+/g, " ");
}

const cite = (number: number): Inline => ({ type: "footnote-reference", id: `n${number}`, number });
const note = (number: number, ...blocks: readonly Block[]): Footnote => ({ id: `n${number}`, number, blocks });
const list = (marker: string, ...blocks: readonly Block[]): Block => ({
  type: "list",
  style: "decimal",
  items: [{ marker, value: 1, blocks }],
});
const table = (align: Table["columns"][number]["align"], ...rows: Table["rows"]): Table => ({
  type: "table",
  caption: { label: "Table", number: 1, children: [text("Costs")] },
  summary: "",
  look: "ruled",
  columns: (rows[0]?.cells ?? []).flatMap(({ colSpan = 1 }, i) =>
    Array.from({ length: colSpan }, (_, c) => ({ key: `c${i}-${c}`, align })),
  ),
  rows,
  notes: [],
});

describe("long notes", () => {
  const notes = [1, 2, 3, 4, 5, 6].map((n) =>
    note(n, ...[1, 2, 3].map((part) => paragraph(`Note ${n}, part ${part}. ${words(4)}`))),
  );
  const parts = notes.flatMap(({ number }) => [1, 2, 3].map((part) => `Note ${number}, part ${part}.`));
  const printed = ({ value }: Laid) =>
    value.pages.flatMap((page) => wordsOn(page).flatMap((part) => /^Note \d, part \d\./.exec(part.text)?.[0] ?? []));

  test("that go on beside a row that cites more of them leave it its room, and go on in their order", () => {
    const cited = (number: number): Cell => cell([paragraph(words(9), cite(number), ` ${words(5)}`)]);
    const rows = [row("body", cited(1), cited(2)), row("body", cited(3), cited(4)), row("body", cited(5), cited(6))];
    const laid = set([table("left", row("header", "A", "B"), ...rows)], { footnotes: notes });
    expect([codes(laid), faults(laid), printed(laid)]).toEqual([[], [], parts]);
  });

  test("do not come before those that wait already", () => {
    const laid = set(
      [paragraph(words(1), ...[1, 2, 3, 4, 5].map(cite)), paragraph(words(20)), paragraph("Late.", cite(6))],
      {
        footnotes: notes,
      },
    );
    expect([codes(laid), faults(laid), printed(laid)]).toEqual([[], [], parts]);
  });

  test("of one block that is higher than a page are divided", () => {
    const long = table("left", row("header", "A", "B"), row("body", words(90), "x"));
    const laid = set([paragraph("Cited.", cite(1)), paragraph(words(3))], { footnotes: [note(1, long)] });
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
    expect(read(laid)).toContain(words(90).trim());
  });

  test("leave a heading with the words that cite them", () => {
    const heading: Block = { type: "heading", level: 1, id: "h", children: [text("Title")], inContents: false };
    const all = notes.flatMap(({ blocks }) => blocks);
    const laid = set([heading, paragraph("Cited.", cite(1))], { footnotes: [note(1, ...all, ...all)] });
    const [first] = laid.value.pages;
    expect(faults(laid)).toEqual([]);
    expect(first && wordsOn(first).map((part) => part.text)).toEqual(expect.arrayContaining(["Title", "Cited."]));
  });

  test("leave rows together that one cell reaches over", () => {
    const cited = (number: number): Cell => cell([paragraph("Cited.", cite(number))]);
    const tall = cell([paragraph(words(2))], { rowSpan: 2 });
    const laid = set([table("left", row("body", tall, cited(1)), row("body", cited(2)))], {
      footnotes: [1, 2].map((n) => note(n, ...[1, 2, 3, 4, 5].map(() => paragraph(words(9))))),
    });
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
  });
});

describe("a header", () => {
  const long = `Opening ${words(130)}Closing`;
  const body = Array.from({ length: 40 }, (_, i) => row("body", `Row ${i}`, "x"));

  test("higher than a page goes on over pages, is printed once, and its rows follow it", () => {
    const laid = set([table("left", row("header", cell(long), "Head B"), ...body)]);
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
    expect(read(laid).split("Opening")).toHaveLength(2);
    expect(read(laid)).toContain(long);
    const again = laid.value.pages.slice(1).map((page) => linesOf(besides(page))[0]);
    expect(new Set(again)).toEqual(new Set(["Table 1: Costs (continued)"]));
  });

  test("of several rows and merged cells does so too", () => {
    const rows = [
      row("header", cell(long, { rowSpan: 2 }), cell("Over", { colSpan: 2 })),
      row("header", cell(long), cell("B")),
      row("header", "a", "b", "c"),
    ];
    const laid = set([table("left", ...rows, ...body.map(() => row("body", "1", "2", "3")))]);
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
  });

  test("in a table within a cell does so too", () => {
    const inner = table("left", row("header", cell(long), "B"), ...body);
    const laid = set([table("left", row("header", "A", "B"), row("body", cell([inner]), "x"))]);
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
  });

  test("with a caption that would take half the page again is printed again without it", () => {
    const costs = table("left", row("header", "Head A", "Head B"), ...body, ...body);
    const laid = set([{ ...costs, caption: { label: "Table", number: 1, children: [text(words(30))] } }]);
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
    expect(laid.value.pages.slice(1).map((page) => linesOf(besides(page))[0])).toContain("Head A | Head B");
  });
});

describe("cards", () => {
  const card = (...blocks: readonly Block[]): Block => ({ type: "card", topic: "Topic", blocks });
  const grid = (columns: number, ...cards: readonly Block[]): Block => ({
    type: "card-grid",
    columns,
    cards: cards.flatMap((one) => (one.type === "card" ? [one] : [])),
  });

  test.each([1, 2, 3])("in %i columns that are higher than a page go on over pages", (columns) => {
    const cards = [1, 2, 3].map((n) => card(paragraph(words(3)), paragraph(`Begin ${n} ${words(60)}End ${n}`)));
    const laid = set([paragraph(words(6)), grid(columns, ...cards)]);
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
    expect(read(laid)).toContain(`Begin 3 ${words(60)}End 3`);
    expect(laid.value.pages.length).toBeGreaterThan(1);
  });

  test("go on where their notes leave no room", () => {
    const notes = [1, 2].map((n) => note(n, paragraph(words(50))));
    const cards = [1, 2].map((n) => card(paragraph(words(20), cite(n)), list("1.", paragraph(words(20)))));
    const laid = set([grid(2, ...cards)], { footnotes: notes });
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
  });

  test("stand under each other where they would be narrow", () => {
    const cards = [1, 2, 3].map((n) => card(paragraph(`Card ${n}`)));
    const cells = Array.from({ length: 4 }, () => cell([grid(3, ...cards)]));
    const laid = set([table("left", row("body", ...cells))]);
    expect(faults(laid)).toEqual([]);
    const xs = laid.value.pages.flatMap(wordsOn).flatMap((part) => (/^Card \d$/.test(part.text) ? [part.x] : []));
    expect(new Set(xs.map(Math.round)).size).toBe(4);
  });
});

describe("a narrow column", () => {
  const long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(3);
  const deep = list(
    "XVIII)",
    paragraph("one"),
    list("XVIII)", paragraph(long), list("XVIII)", paragraph(`2.5 ${long}`))),
  );
  const inside: readonly (readonly [string, Block])[] = [
    ["a word", paragraph(`${long} 1.5 and ${words(2)}`)],
    ["lists in lists", deep],
    ["a callout", { type: "callout", title: long, blocks: [paragraph(long), deep] }],
    ["quotes in quotes", { type: "quote", blocks: [{ type: "quote", blocks: [paragraph(long)] }] }],
    ["definitions", { type: "definition-list", items: [{ term: [text(long)], blocks: [deep] }] }],
    ["a form", { type: "sign-off", fields: [{ label: "Name and post", value: long }, { label: "Date" }] }],
    ["a table", table("decimal", row("header", "A", "B", "C"), row("body", long, cell([deep]), "1.5"))],
  ];

  test.each(inside)("of numbers holds %s inside its page", (_, block) => {
    for (const count of [4, 12, 16]) {
      const cells = Array.from({ length: count }, () => cell([block]));
      const laid = set([table("decimal", row("header", ...cells.map(() => "Cost")), row("body", ...cells))]);
      expect([count, [...new Set(codes(laid))], faults(laid)]).toEqual([count, ["layout/table-too-wide"], []]);
    }
  });

  test("of numbers is not as wide as a sentence with a number in it", () => {
    const said = `Left out of the sums before 2015 ${words(2)}`;
    const laid = set([table("decimal", row("header", "A", "B"), row("body", said, "1.5"), row("body", "2.25", "1"))]);
    expect([codes(laid), faults(laid)]).toEqual([[], []]);
  });

  test("loses no word of what it holds", () => {
    const cells = Array.from({ length: 14 }, () => cell([deep]));
    const laid = set([table("left", row("body", ...cells))]);
    const wanted = documentWords(documentOf([table("left", row("body", ...cells))]));
    const bare = (said: string): string => said.replace(/\s/g, "");
    expect(bare(read(laid))).toBe(bare(wanted.join("")));
  });
});
