// What an author may hand in by mistake: everything is set inside its page or told, nothing is lost and nothing hangs.
import { describe, expect, test } from "vitest";
import type { Block, Document, Table } from "../../../src/document/document.ts";
import type { TextFragment } from "../../../src/layout/fragment.ts";
import { layout } from "../../../src/layout/layout.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { faultsOf } from "../../support/page-rules.ts";
import { large } from "../../support/runs.ts";
import { paragraph, row, stubDraw, text, torture, words } from "../../support/torture.ts";

function set(blocks: readonly Block[], more: Partial<Document> = {}) {
  const document: Document = { ...torture(), marks: {}, footnotes: [], sections: [body(blocks)], ...more };
  return layout(document, councilTheme(), testFaces(), stubDraw, new Map());
}

const body = (blocks: readonly Block[]): Document["sections"][number] => ({
  orientation: "portrait",
  role: "body",
  blocks,
});

const heading = (title: string, level: 1 | 2 = 1): Block => ({
  type: "heading",
  level,
  id: `h-${level}-${title.length}`,
  children: [text(title)],
  inContents: true,
});

const table = (rows: Table["rows"], count: number): Table => ({
  type: "table",
  caption: { label: "Table", number: 1, children: [text("Rows")] },
  summary: "Rows.",
  look: "ruled",
  columns: Array.from({ length: count }, (_, i) => ({ key: `c${i}`, align: "left" })),
  rows,
  notes: [],
});

type Laid = ReturnType<typeof set>;

function fragments({ value }: Laid): readonly (TextFragment & { readonly page: number; readonly right: number })[] {
  return value.pages.flatMap((page) =>
    page.fragments.flatMap((f) =>
      f.kind === "text" ? [{ ...f, page: page.index, right: page.width - councilTheme().page.margin.right }] : [],
    ),
  );
}

const printedWords = (laid: Laid): string =>
  fragments(laid)
    .map((f) => f.text)
    .join("")
    .replace(/\s+/g, "");

/** Words that stand outside the room for text. */
function outside(laid: Laid): readonly string[] {
  const { margin, height } = councilTheme().page;
  return fragments(laid)
    .filter((f) => f.x < margin.left - 0.5 || f.x + f.width > f.right + 0.5 || f.y > height - margin.bottom + 0.5)
    .map((f) => f.text);
}

const longWord = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(4);

describe("a word longer than a line", () => {
  test.each<readonly [string, Block]>([
    ["a paragraph", paragraph(longWord)],
    ["a heading", heading(longWord)],
    ["a list", { type: "list", style: "bullet", items: [{ marker: "•", blocks: [paragraph(longWord)] }] }],
    ["a quote", { type: "quote", blocks: [paragraph(longWord)] }],
  ])("is cut to fit in %s", (_, block) => {
    const laid = set([block]);
    expect([laid.diagnostics, outside(laid)]).toEqual([[], []]);
    expect(printedWords(laid)).toContain(longWord);
  });

  test("is cut in a cell too, and told", () => {
    const laid = set([table([row("header", "A", "B"), row("body", longWord, "b")], 2)]);
    expect(laid.diagnostics.map((d) => d.code)).toEqual(["layout/table-too-wide"]);
    expect(outside(laid)).toEqual([]);
    expect(printedWords(laid)).toContain(longWord);
  });
});

test("a heading of 300 words goes on over pages and loses none", () => {
  const title = Array.from({ length: 300 }, (_, i) => `heading${i}`).join(" ");
  const laid = set([paragraph(words(12)), heading(title), paragraph(words(3)), heading(title, 2), paragraph(words(3))]);
  expect([laid.diagnostics, outside(laid)]).toEqual([[], []]);
  expect(printedWords(laid).split(title.replace(/ /g, ""))).toHaveLength(3);
});

test("a table of 10,000 rows is set row by row, its header on every page", () => {
  const rows = Array.from({ length: large(10_000) }, (_, i) =>
    row("body", `Item ${i}`, `${i}.5`, "A few words of a note"),
  );
  const laid = set([table([row("header", "Item", "Sum", "Note"), ...rows], 3)]);
  const { pages } = laid.value;
  expect([laid.diagnostics, outside(laid), faultsOf(laid.value)]).toEqual([[], [], []]);
  const items = fragments(laid).flatMap((f) => /^Item \d+$/.exec(f.text.trim())?.[0] ?? []);
  expect(items).toEqual(rows.map((_, i) => `Item ${i}`));
  const again = pages.filter((page) => page.ground.some((f) => f.kind === "text" && f.text.trim() === "Note"));
  expect(again).toHaveLength(pages.length - 1);
}, 120_000);

test("500 pages are numbered through", () => {
  const chapters = Array.from({ length: large(250) }, (_, i) => [
    { ...heading(`Chapter ${i}`), id: `c${i}`, breakBefore: true } as Block,
    ...Array.from({ length: 6 }, () => paragraph(words(12))),
  ]).flat();
  const laid = set(chapters);
  const { pages } = laid.value;
  expect(pages.length).toBeGreaterThanOrEqual(large(500));
  expect(pages.map((page) => page.number)).toEqual(pages.map((_, i) => i + 1));
  expect([laid.diagnostics, outside(laid)]).toEqual([[], []]);
}, 120_000);

describe("what is empty", () => {
  const nothing: readonly (readonly [string, readonly Block[]])[] = [
    ["a paragraph", [paragraph()]],
    ["a heading", [heading("")]],
    ["a list", [{ type: "list", style: "bullet", items: [] }]],
    ["an item", [{ type: "list", style: "bullet", items: [{ marker: "•", blocks: [] }] }]],
    ["a quote", [{ type: "quote", blocks: [] }]],
    ["a callout", [{ type: "callout", blocks: [] }]],
    ["a table without rows", [table([], 2)]],
    ["a table of a header", [table([row("header", "A", "B")], 2)]],
    ["cells", [table([row("header", "", ""), row("body", "", "")], 2)]],
    ["contents", [{ type: "contents", of: "headings", title: "Contents", look: "list", depth: 2, entries: [] }]],
    ["cards", [{ type: "card-grid", columns: 3, cards: [] }]],
    ["a page", [{ type: "page-break" }, { type: "page-break" }]],
  ];

  test.each(nothing)("%s stands between words without a trace of harm", (_, blocks) => {
    const laid = set([paragraph("Before."), ...blocks, paragraph("After.")]);
    expect([laid.diagnostics, outside(laid)]).toEqual([[], []]);
    expect(printedWords(laid)).toMatch(/^Before\..*After\.$/);
  });

  test.each(nothing)("%s alone makes at most a page", (_, blocks) => {
    const laid = set(blocks);
    expect(laid.diagnostics).toEqual([]);
    expect(laid.value.pages.length).toBeLessThanOrEqual(1);
  });

  test("sections between others make no page", () => {
    const laid = set([], { sections: [body([paragraph("One.")]), body([]), body([paragraph("Two.")])] });
    expect(laid.value.pages).toHaveLength(2);
  });
});

describe("scripts that the pages cannot set", () => {
  const origin = { file: "document.md", start: 3, end: 40 };
  const said = (value: string) =>
    set([{ type: "paragraph", children: [{ type: "text", value, origin }] }]).diagnostics.map((d) => [
      d.code,
      d.within,
    ]);

  test.each([
    [
      "in Hebrew \u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd there",
      [["layout/right-to-left", "\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd"]],
    ],
    ["in Arabic \u0633\u0644\u0627\u0645", [["layout/right-to-left", "\u0633\u0644\u0627\u0645"]]],
    ["in Chinese \u6f22", [["layout/missing-glyph", "\u6f22"]]],
    ["in Japanese \u304b", [["layout/missing-glyph", "\u304b"]]],
    ["in Greek \u03b1\u03b2\u03b3, Cyrillic \u0434\u0430, Welsh \u0175", []],
  ])("are told at their words: %s", (value, expected) => {
    expect(said(value)).toEqual(expected);
  });
});

test("a footnote longer than a page goes on at the foot of the next", () => {
  const note = Array.from({ length: 30 }, (_, i) => paragraph(`Part ${i}. ${words(3)}`));
  const laid = set([paragraph("Cited.", { type: "footnote-reference", id: "n", number: 1 }), paragraph(words(4))], {
    footnotes: [{ id: "n", number: 1, blocks: note }],
  });
  expect([laid.diagnostics, outside(laid)]).toEqual([[], []]);
  const parts = fragments(laid).flatMap((f) => /^Part \d+/.exec(f.text)?.[0] ?? []);
  expect(parts).toEqual(note.map((_, i) => `Part ${i}`));
  expect(laid.value.pages.length).toBeGreaterThan(1);
});
