// What stays together when a page ends. Each story is set lower and lower on its first page, so that the break tries every place.
import { describe, expect, test } from "vitest";
import type { Block, Contents, ContentsEntry, Document, Row, Table } from "../../../src/document/document.ts";
import type { Element, Layout } from "../../../src/layout/fragment.ts";
import { councilTheme } from "../../support/faces.ts";
import { besides, contentsOf, elementsOf, linesOf, set, wordsOn } from "../../support/places.ts";
import { cell, paragraph, row, text, words } from "../../support/torture.ts";

const { page, body } = councilTheme();
const foot = page.height - page.margin.bottom;
const [highest, deepest] = [12, 27];

/** Layouts of the blocks below more and more lines, half a line at a time. */
function lowered(blocks: readonly Block[], more: Partial<Document> = {}): readonly Layout[] {
  return Array.from({ length: 2 * (deepest - highest) }, (_, step) => {
    const lead = Array.from({ length: highest + Math.floor(step / 2) }, (_, i) => paragraph(`Line ${i}`));
    const half: readonly Block[] = step % 2 > 0 ? [note("Half a line")] : [];
    return set([...lead, ...half, ...blocks], more).value;
  });
}

const pageOf = (layout: Layout, node: Element): number => {
  const own = new Set(contentsOf(node));
  return layout.pages.findIndex((p) => wordsOn(p).some((part) => own.has(part.content ?? -1)));
};

/** Places between the elements where a page ended in any of the layouts: 1 is between the first and the second. */
function breaks(layouts: readonly Layout[], find: (layout: Layout) => readonly Element[]): readonly number[] {
  const seen = new Set<number>();
  for (const layout of layouts) {
    const pages = find(layout).map((node) => pageOf(layout, node));
    pages.forEach((at, index) => {
      if (index > 0 && at !== pages[index - 1]) seen.add(index);
    });
  }
  return [...seen].sort((a, b) => a - b);
}

const rowsOf = (layout: Layout): readonly Element[] => elementsOf(layout.structure, "TR");

const table = (rows: readonly Row[], more: Partial<Table> = {}): Table => ({
  type: "table",
  caption: { label: "Table", number: 1, children: [text("Costs")] },
  summary: "Costs.",
  look: "ruled",
  columns: [
    { key: "a", align: "left", rowHeader: true },
    { key: "b", align: "left" },
  ],
  rows: [row("header", "Part", "Words"), ...rows],
  notes: [],
  ...more,
});
const bodyRows = (count: number, from = 1): readonly Row[] =>
  Array.from({ length: count }, (_, i) => row("body", `Row ${i + from}`, "Words"));
const note = (value: string) => ({ type: "paragraph", role: "note", children: [text(value)] }) as const;
const across = (kind: Row["kind"]) => row(kind, cell("Across", { colSpan: 2 }));

describe("rows at a page's end", () => {
  // Places are counted from the header: 1 is below it.
  const stories: readonly (readonly [string, Table, readonly number[]])[] = [
    ["a header stays with two rows, and the last two rows together", table(bodyRows(9)), [3, 4, 5, 6, 7, 8]],
    [
      "a part's name stays with its first row",
      table([...bodyRows(5), across("section"), ...bodyRows(5)]),
      [3, 4, 5, 6, 8, 9, 10],
    ],
    [
      "a group's row stays with what it opens",
      table([...bodyRows(5), row("group", "Group", ""), ...bodyRows(5)]),
      [3, 4, 5, 6, 8, 9, 10],
    ],
    [
      "a group's row that closes what is above stays with that",
      table([...bodyRows(5), row("group", "Closing", ""), across("section"), ...bodyRows(5)]),
      [3, 4, 5, 7, 9, 10, 11],
    ],
    [
      "a sub-total stays with the row above",
      table([...bodyRows(5), row("subtotal", "Sub-total", "5"), ...bodyRows(5)]),
      [3, 4, 5, 7, 8, 9, 10],
    ],
    ["a total stays with the last two rows", table([...bodyRows(8), row("total", "Total", "8")]), [3, 4, 5, 6, 7]],
    [
      "notes stay with the last two rows",
      table(bodyRows(9), { notes: [note("One."), note("Two.")] }),
      [3, 4, 5, 6, 7, 8],
    ],
  ];

  test.each(stories)("%s", (_, block, allowed) => {
    const layouts = lowered([block, paragraph("After")]);
    expect(breaks(layouts, rowsOf)).toEqual(allowed);
  });

  test("small tables are whole, and need not follow one another to the next page", () => {
    const small = (number: number) =>
      table(bodyRows(2), { caption: { label: "Table", number, children: [text("Costs")] } });
    const layouts = lowered([small(1), small(2), small(3)]);
    // Four places inside and between tables of a header and two rows: only those between them are taken.
    expect(breaks(layouts, rowsOf)).toEqual([3, 6]);
  });

  test("a caption stays with the table, and notes of three lines with its end", () => {
    const layouts = lowered([table(bodyRows(9), { notes: ["One.", "Two.", "Three."].map(note) })]);
    for (const layout of layouts) {
      const [caption] = elementsOf(layout.structure, "Caption");
      const rows = rowsOf(layout);
      const [first, last] = [rows[0], rows.at(-1)];
      if (!caption || !first || !last) throw new Error("a table");
      expect(pageOf(layout, caption)).toBe(pageOf(layout, first));
      const at = layout.pages.flatMap((p) =>
        wordsOn(p).some((w) => /^(One|Two|Three)\./.test(w.text)) ? [p.index] : [],
      );
      expect(at).toEqual([pageOf(layout, last)]);
    }
  });

  test("long notes may go on, but no last line of them stands alone", () => {
    const notes = Array.from({ length: 9 }, (_, i) => note(`Note ${i + 1}.`));
    const seen = new Set<number>();
    for (const layout of lowered([table(bodyRows(9), { notes })])) {
      const counts = layout.pages
        .map((p) => wordsOn(p).filter((w) => w.text.startsWith("Note")).length)
        .filter((n) => n > 0);
      if (counts.length > 1) seen.add(counts[0] ?? 0);
    }
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen].filter((count) => count > 7)).toEqual([]);
  });

  test("a small table is not divided where the page is well filled without it", () => {
    const layouts = lowered([table(bodyRows(4))]);
    expect(breaks(layouts, rowsOf)).toEqual([]);
  });
});

describe("what a table prints again", () => {
  const levels: readonly Row[] = [
    row("header", cell("Title over all", { colSpan: 4 })),
    row("header", cell("Part", { rowSpan: 2 }), cell("Years", { colSpan: 2 }), cell("Total", { rowSpan: 2 })),
    row("header", "2014", "2015"),
  ];
  const columns = ["a", "b", "c", "d"].map((key) => ({ key, align: "left" as const }));
  const long = (more: Partial<Table> = {}) =>
    table([], {
      columns,
      rows: [...levels, ...Array.from({ length: 80 }, (_, i) => row("body", `Row ${i}`, "1", "2", "3"))],
      ...more,
    });

  test("a header of several levels, whole and in order, under the caption with “(continued)”, on each further page", () => {
    const { pages } = set([long()]).value;
    expect(pages.length).toBe(4);
    const first = pages[0] ? linesOf(besides(pages[0])) : [];
    expect(first).toEqual([]);
    const begun = pages[0] ? linesOf(wordsOn(pages[0])).slice(1, 5) : [];
    for (const p of pages.slice(1))
      expect(linesOf(besides(p)).join("\n")).toBe(["Table 1: Costs (continued)", ...begun.slice(0, -1)].join("\n"));
  });

  test("stands over the columns as the header does on the first page", () => {
    const [first, second] = set([long()]).value.pages;
    const at = (p: typeof first, besidesTree: boolean) =>
      p &&
      (besidesTree ? besides(p) : wordsOn(p))
        .filter((w) => /^(Part|Years|Total|2014|2015)$/.test(w.text))
        .map((w) => w.x);
    expect(at(second, true)).toEqual(at(first, false));
  });

  test("no caption where there is none", () => {
    const { caption: _, ...plain } = long();
    const { pages } = set([plain]).value;
    expect(pages.slice(1).flatMap((p) => linesOf(besides(p)).filter((line) => /continued|Table/.test(line)))).toEqual(
      [],
    );
  });

  test("no header that takes more than three tenths of a page, but the caption", () => {
    const tall = row(
      "header",
      ...columns.map(() => cell(Array.from({ length: 18 }, (_, i) => paragraph(`Line ${i}`)))),
    );
    const { pages } = set([long({ rows: [tall, ...long().rows.slice(3)] })]).value;
    expect(pages.length).toBeGreaterThan(2);
    for (const p of pages.slice(1)) expect(linesOf(besides(p))).toEqual(["Table 1: Costs (continued)"]);
  });
});

describe("cells over several rows", () => {
  const grouped = (sizes: readonly number[], words: (group: number) => readonly Block[]): Table =>
    table(
      sizes.flatMap((size, g) =>
        Array.from({ length: size }, (_, i) =>
          i === 0 ? row("body", cell(words(g), { rowSpan: size }), `Item ${g}.${i}`) : row("body", `Item ${g}.${i}`),
        ),
      ),
    );

  test("small groups of rows are not divided", () => {
    const layouts = lowered([grouped([4, 4, 4, 4], (g) => [paragraph(`Group ${g}`)])]);
    // The last two groups end the table and the first two begin it; all breaks are between groups.
    const seen = breaks(layouts, rowsOf);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.filter((at) => (at - 1) % 4 !== 0)).toEqual([]);
  });

  test("a long one is, and says again on the next page what it is", () => {
    const { pages } = set([grouped([70], () => [paragraph("All of it")])]).value;
    expect(pages.length).toBe(3);
    for (const p of pages.slice(1))
      expect(linesOf(besides(p)).filter((line) => line.startsWith("All of it"))).toEqual(["All of it"]);
  });

  test("long words in one go on beside its rows, none lost and none twice", () => {
    const told = Array.from({ length: 50 }, (_, i) => `Sentence${i}`);
    const { pages, structure } = set([grouped([60], () => told.map((t) => paragraph(t)))]).value;
    const placed = pages.flatMap((p) =>
      wordsOn(p).flatMap((w) => (w.text.startsWith("Sentence") ? [w.text.trim()] : [])),
    );
    expect(placed).toEqual(told);
    expect(pages.slice(0, 2).every((p) => wordsOn(p).some((w) => w.text.startsWith("Sentence")))).toBe(true);
    expect(elementsOf(structure, "TH").filter((th) => th.rowSpan === 60)).toHaveLength(1);
  });
});

describe("a row taller than a page", () => {
  const told = Array.from({ length: 90 }, (_, i) => `Point${i}`);
  const block = table([
    row("body", "Before", "Words"),
    row("body", cell([paragraph("Short")]), cell(told.map((t) => paragraph(t)))),
    row("body", "After", "Words"),
  ]);
  const { value, diagnostics } = set([block]);

  test("goes on from page to page under the header, in order, none lost", () => {
    expect(diagnostics).toEqual([]);
    const placed = value.pages.flatMap((p) =>
      wordsOn(p).flatMap((w) => (w.text.startsWith("Point") ? [w.text.trim()] : [])),
    );
    expect(placed).toEqual(told);
    expect(value.pages.length).toBeGreaterThan(2);
    for (const p of value.pages.slice(1))
      expect(linesOf(besides(p))).toEqual(["Table 1: Costs (continued)", "Part | Words"]);
  });

  test("stays inside its pages, and what is short in it stands once", () => {
    for (const p of value.pages) for (const w of wordsOn(p)) expect(w.y).toBeLessThan(foot);
    expect(value.pages.flatMap((p) => wordsOn(p).filter((w) => w.text.trim() === "Short"))).toHaveLength(1);
    expect(rowsOf(value)).toHaveLength(4);
  });
});

describe("footnotes", () => {
  const cited = { type: "footnote-reference", id: "long", number: 1 } as const;
  const citing = (sentences: number): Pick<Document, "footnotes"> => ({
    footnotes: [{ id: "long", number: 1, blocks: [paragraph(words(sentences))] }],
  });
  const inNotes = (layout: Layout): readonly number[] => {
    const [own] = elementsOf(layout.structure, "Note");
    const contents = new Set(own ? contentsOf(own) : []);
    return layout.pages.map(
      (p) => new Set(wordsOn(p).flatMap((w) => (contents.has(w.content ?? -1) ? [Math.round(w.y)] : []))).size,
    );
  };
  const pageCiting = (layout: Layout): number =>
    layout.pages.findIndex((p) => wordsOn(p).some((w) => w.text.startsWith("Citing")));

  test("stand on the page that cites them, wherever that ends", () => {
    const blocks = [paragraph("Citing.", cited), paragraph("After."), paragraph(words(12))];
    for (const layout of lowered(blocks, citing(3))) {
      const lines = inNotes(layout);
      expect(lines.flatMap((count, index) => (count > 0 ? [index] : []))).toEqual([pageCiting(layout)]);
      for (const p of layout.pages) for (const w of wordsOn(p)) expect(w.y).toBeLessThan(foot);
    }
  });

  test("that no page can hold go on at the foot of the next, in order, and begin where they are cited", () => {
    const layout = set([paragraph("Citing.", cited), paragraph(words(30))], citing(180)).value;
    const lines = inNotes(layout);
    expect(lines.filter((count) => count > 0).length).toBeGreaterThan(1);
    expect(lines.findIndex((count) => count > 0)).toBe(pageCiting(layout));
    const [own] = elementsOf(layout.structure, "Note");
    const contents = new Set(own ? contentsOf(own) : []);
    const placed = layout.pages.flatMap((p) =>
      wordsOn(p).flatMap((w) => (contents.has(w.content ?? -1) ? [w.text] : [])),
    );
    expect(placed.join("").replace(/\s+/g, "")).toContain(words(180).replace(/\s+/g, ""));
    // No line of it stands alone at the top or the end of the notes.
    expect(lines.filter((count) => count === 1)).toEqual([]);
    expect(layout.pages.flatMap(wordsOn).every((w) => w.y < foot)).toBe(true);
  });

  test("stand below the text of their page, under a rule", () => {
    const [first] = set([paragraph("Citing.", cited), paragraph("After.")], citing(2)).value.pages;
    if (!first) throw new Error("a page");
    const lowest = wordsOn(first).find((w) => w.text.startsWith("After"))?.y ?? 0;
    const rule = first.ground.find((part) => part.kind === "line" && part.y > lowest);
    expect(rule).toBeDefined();
    expect(Math.max(...wordsOn(first).map((w) => w.y))).toBeGreaterThan(foot - 20);
  });
});

describe("contents", () => {
  const entries = (count: number): readonly ContentsEntry[] =>
    Array.from({ length: count }, (_, i) => ({
      target: `h${i}`,
      level: 1,
      number: `${i + 1}`,
      text: `Entry ${i + 1}`,
    }));
  const contents = (count: number): Contents => ({
    type: "contents",
    of: "headings",
    title: "Contents",
    look: "list",
    depth: 2,
    entries: entries(count),
  });
  const withTitle = (layout: Layout): readonly Element[] => [
    ...elementsOf(layout.structure, "H1"),
    ...elementsOf(layout.structure, "TOCI"),
  ];

  test("their title stays with four entries, and no fewer than four end them", () => {
    const seen = breaks(lowered([contents(17)]), withTitle);
    expect(seen.length).toBeGreaterThan(5);
    expect([seen[0], seen.at(-1)]).toEqual([5, 14]);
  });

  test("of up to twelve entries stay whole with their title", () => {
    expect(breaks(lowered([contents(12)]), withTitle)).toEqual([]);
  });

  test("may end a page with a chapter without sub-sections, before a list of tables", () => {
    const chapters = entries(17).map((entry, i) => ({ ...entry, level: i % 4 === 0 ? 1 : 2 }));
    const list: Block = { ...contents(17), of: "tables", title: "Tables" };
    const seen = breaks(lowered([{ ...contents(17), entries: chapters }, list]), (layout) => [
      ...withTitle(layout).slice(0, 18),
      ...elementsOf(layout.structure, "H2"),
    ]);
    expect(seen.at(-1)).toBe(18);
  });

  test("longer than a page end each with entries, not with the title alone", () => {
    const layout = set([contents(120)]).value;
    const counts = layout.pages.map((p) => wordsOn(p).filter((w) => w.text.startsWith("Entry")).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
  });
});

describe("lists, questions and captions", () => {
  const items = (count: number, made: (i: number) => readonly Block[] = (i) => [paragraph(`Item ${i}`)]): Block => ({
    type: "list",
    style: "bullet",
    items: Array.from({ length: count }, (_, i) => ({ marker: "•", blocks: made(i + 1) })),
  });
  const listItems = (layout: Layout) => elementsOf(layout.structure, "LI");

  test.each([
    ["neither the first nor the last of several short items stands alone", 6, [2, 3, 4]],
    ["of three short items none stands alone", 3, []],
    ["two may be parted", 2, [1]],
  ])("%s", (_, count, allowed) => {
    expect(breaks(lowered([items(count)]), listItems)).toEqual(allowed);
  });

  test("a long item is divided between its lines, two at least on each page", () => {
    for (const layout of lowered([items(3, () => [paragraph(words(4))])])) {
      for (const item of listItems(layout)) {
        const own = new Set(elementsOf(item, "LBody").flatMap(contentsOf));
        const lines = layout.pages
          .map((p) => new Set(wordsOn(p).flatMap((w) => (own.has(w.content ?? -1) ? [Math.round(w.y)] : []))).size)
          .filter((count) => count > 0);
        if (lines.length > 1) expect(Math.min(...lines)).toBeGreaterThan(1);
      }
    }
  });

  test.each<readonly [string, readonly Block[], RegExp, RegExp]>([
    ["words that lead to a list", [paragraph("Lead:"), items(6)], /^Lead/, /^Item 1/],
    [
      "a term with its meaning",
      [{ type: "definition-list", items: [{ term: [text("Term")], blocks: [paragraph("Meaning")] }] }],
      /^Term/,
      /^Meaning/,
    ],
    [
      "a question with its answer",
      [
        { type: "prompt", blocks: [paragraph("Question?")] },
        { type: "answer", to: "q", blocks: [paragraph("Answer.")] },
      ],
      /^Question/,
      /^Answer/,
    ],
    [
      "headings with each other and the text",
      [
        { type: "heading", level: 1, id: "h1", children: [text("Chapter")], inContents: true },
        { type: "heading", level: 2, id: "h2", children: [text("Section")], inContents: true },
        paragraph("Begun."),
      ],
      /^Chapter/,
      /^Begun/,
    ],
    [
      "an exhibit's caption with its drawing",
      [
        {
          type: "exhibit",
          id: "f",
          caption: { label: "Figure", number: 1, children: [text("Spend")] },
          alt: "Spend.",
          content: { type: "chart", form: "bars", unit: "£m", categories: ["A"], series: [] },
          notes: [],
        },
      ],
      /^Figure 1/,
      /^Complex care/,
    ],
  ])("%s stay together", (_, blocks, before, after) => {
    for (const layout of lowered(blocks)) {
      const at = (wanted: RegExp) => layout.pages.findIndex((p) => wordsOn(p).some((w) => wanted.test(w.text)));
      expect(at(before)).toBeGreaterThanOrEqual(0);
      expect(at(after)).toBe(at(before));
    }
  });
});

test("the stories reach the end of the page", () => {
  expect(deepest * (body.leading + body.after)).toBeGreaterThan((foot - page.margin.top) * 0.9);
});
