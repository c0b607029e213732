// Pages as a word processor makes them of the file: what of our own rules must not count there, and what the file says that must.
import { describe, expect, test } from "vitest";
import type { Block, Contents, Document, Table } from "../../../src/document/document.ts";
import type { Layout } from "../../../src/layout/fragment.ts";
import { layout } from "../../../src/layout/layout.ts";
import { lettering } from "../../../src/layout/lettering.ts";
import { wordRules } from "../../../src/render/docx/word-rules.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { besides, linesOf, set, wordsOn } from "../../support/places.ts";
import { cell, paragraph, row, stubDraw, text, torture, words } from "../../support/torture.ts";

function inWord(blocks: readonly Block[]): Layout {
  const sections: Document["sections"] = [{ orientation: "portrait", role: "body", blocks }];
  const document: Document = { ...torture(), marks: {}, footnotes: [], sections };
  const rules = wordRules(document, councilTheme(), lettering(testFaces()));
  return layout(document, councilTheme(), testFaces(), stubDraw, new Map(), new Map(), rules).value;
}

const table = (rows: Table["rows"], more: Partial<Table> = {}): Table => ({
  type: "table",
  id: "t",
  summary: "",
  look: "ruled",
  caption: { label: "Table", number: 1, children: [text("Title")] },
  columns: [
    { key: "a", align: "left" },
    { key: "b", align: "left" },
  ],
  rows,
  notes: [],
  ...more,
});
const header = row("header", "First", "Second");
const long = table([header, ...Array.from({ length: 80 }, (_, i) => row("body", `Row ${i}`, "Words"))]);

describe("pages by Word's rules", () => {
  test("each line takes all the words it has room for", () => {
    const story = [paragraph(words(6))];
    const { page, body } = councilTheme();
    const lines = (pages: Layout) => linesOf(pages.pages.flatMap(wordsOn));
    const room = Math.min(page.width - page.margin.left - page.margin.right, body.measure + 1);
    const letters = lettering(testFaces());
    const set = lines(inWord(story));
    for (const [index, line] of set.slice(0, -1).entries()) {
      const [next = ""] = (set[index + 1] ?? "").split(" ");
      expect(letters.measure(`${line} ${next}`, body.size, false)).toBeGreaterThan(room);
    }
  });

  test("a table goes on under its header, without a caption that says so", () => {
    const [, ours] = set([long]).value.pages;
    const [, word] = inWord([long]).pages;
    expect(linesOf(ours ? besides(ours) : []).join()).toContain("(continued)");
    expect(linesOf(word ? besides(word) : [])).toContain("First | Second");
    expect(linesOf(word ? besides(word) : []).join()).not.toContain("(continued)");
  });

  test("contents a little longer than a page are not moved together", () => {
    const entries = Array.from({ length: 38 }, (_, i) => ({ target: `h${i}`, level: 1, text: `Entry ${i}` }));
    const contents: Contents = { type: "contents", of: "headings", title: "", look: "list", depth: 2, entries };
    const places = (pages: Layout) =>
      pages.pages.map((page) => [...new Set(wordsOn(page).map((part) => Math.round(part.y * 10) / 10))]);
    const [first = []] = places(inWord([contents]));
    const steps = first.slice(1).map((y, index) => y - (first[index] ?? 0));
    const { body } = councilTheme();
    expect(Math.min(...steps)).toBeGreaterThan(body.leading + 6.5);
    expect(places(inWord([contents])).length).toBe(2);
  });

  test("a row that goes on with a cell of the one above may part from the next", () => {
    const group = table([
      header,
      row("body", cell("Group", { rowSpan: 9 }), "Member 0"),
      ...Array.from({ length: 8 }, (_, i) => row("body", `Member ${i + 1}`)),
    ]);
    const breaks = Array.from({ length: 20 }, (_, lead) => {
      const { pages } = inWord([...Array.from({ length: lead + 14 }, () => paragraph("Line")), group]);
      const on = (page: Layout["pages"][number] | undefined) =>
        page ? linesOf(wordsOn(page)).filter((line) => line.includes("Member")).length : 0;
      return on(pages[0]);
    });
    expect(breaks.some((members) => members > 1 && members < 8)).toBe(true);
    expect(breaks).not.toContain(1);
  });

  test("a sign-off is a form with room to sign", () => {
    const { pages } = inWord([
      { type: "sign-off", fields: [{ label: "Name", value: "A. Person" }, { label: "Signature" }, { label: "Date" }] },
    ]);
    const y = (word: string) => pages.flatMap(wordsOn).find((part) => part.text.trim() === word)?.y ?? Number.NaN;
    expect(y("Date") - y("Signature")).toBeGreaterThanOrEqual(30);
  });
});
