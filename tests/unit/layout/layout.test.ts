import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/document/document.ts";
import type { Element, Page, StructureNode, TextFragment } from "../../../src/layout/fragment.ts";
import { layout } from "../../../src/layout/layout.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { paragraph, square, stubDraw, text, torture, words } from "../../support/torture.ts";

const lay = (document: Document) =>
  layout(document, councilTheme(), testFaces(), stubDraw, new Map([["square", square]]));

const done = lay(torture());
const { pages, structure, pageOf, outline } = done.value;

const textOf = (page: Page): readonly TextFragment[] => page.fragments.filter((f) => f.kind === "text");

function* elements(node: Element): Generator<Element> {
  yield node;
  for (const child of node.children) if (child.kind === "element") yield* elements(child);
}

function contents(node: StructureNode): readonly number[] {
  return node.kind === "content" ? [node.index] : node.children.flatMap(contents);
}

/** A body of blocks in a page section of its own. */
function bodyOf(blocks: Document["sections"][number]["blocks"], more: Partial<Document> = {}): Document {
  return { ...torture(), footnotes: [], sections: [{ orientation: "portrait", role: "body", blocks }], ...more };
}

describe("a long document", () => {
  test("is laid out without complaint", () => {
    expect(done.diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });

  test("leaves no page less than a third full, except before a break", () => {
    expect(pages.filter((p) => p.ended === "full" && p.fill < 1 / 3)).toEqual([]);
  });

  test("ends no page with a heading", () => {
    const ofHeading = new Set([...elements(structure)].filter((e) => /^H\d$/.test(e.role)).flatMap(contents));
    for (const page of pages) {
      const lowest = textOf(page).reduce<TextFragment | undefined>((a, b) => (a && a.y > b.y ? a : b), undefined);
      expect(lowest?.content !== undefined && ofHeading.has(lowest.content)).toBe(false);
    }
  });

  test("keeps everything inside the page, notes and running matter apart", () => {
    const { margin } = councilTheme().page;
    for (const page of pages) {
      for (const part of textOf(page)) {
        expect(part.x).toBeGreaterThanOrEqual(margin.left - 0.5);
        expect(part.x + part.width).toBeLessThanOrEqual(page.width - margin.right + 0.5);
        expect(part.y).toBeLessThanOrEqual(page.height - margin.bottom + 0.5);
      }
    }
  });

  test("has every content of the tree on a page, and no other", () => {
    const placed = new Set(pages.flatMap((p) => p.fragments.flatMap((f) => ("content" in f ? [f.content] : []))));
    const meant = new Set(contents(structure));
    expect([...placed].filter((c) => c !== undefined && !meant.has(c))).toEqual([]);
    expect([...meant].filter((c) => !placed.has(c))).toEqual([]);
  });

  test("knows the pages of headings, tables and figures, and prints them in the contents", () => {
    expect(pageOf.get("figure-spend")).toBeGreaterThan(2);
    const risks = pageOf.get("table-risks");
    const list = pages.slice(0, 3).flatMap(textOf);
    const entry = list.findIndex((f) => f.text.startsWith("Risk register with effects"));
    expect(list[entry + 1]?.text).toBe(` ${risks}`);
    for (const item of outline) expect(pageOf.has(item.id)).toBe(true);
  });

  test("prints no text smaller than the theme's smallest, raised numbers apart", () => {
    const small = pages.flatMap(textOf).filter((f) => f.size < councilTheme().table.smallest - 0.01);
    expect(small.filter((f) => !/^\d+\s*$/.test(f.text))).toEqual([]);
  });

  test("turns landscape sections and numbers all pages through", () => {
    expect(pages.some((p) => p.orientation === "landscape" && p.width > p.height)).toBe(true);
    expect(pages.map((p) => p.number)).toEqual(pages.map((_, index) => index + 1));
  });

  test("nests lists, and gives header cells a scope", () => {
    const roles = (node: Element, role: string) => [...elements(node)].filter((e) => e.role === role);
    expect(roles(structure, "LBody").some((body) => roles(body, "L").length > 0)).toBe(true);
    for (const th of roles(structure, "TH")) expect(th.scope).toBeDefined();
    for (const figure of roles(structure, "Figure")) expect(figure.alt).not.toBe("");
    for (const list of roles(structure, "L"))
      for (const child of list.children) expect(child).toMatchObject({ role: "LI" });
  });

  test("repeats table headers as artifacts, with the caption", () => {
    const again = pages.flatMap((p) => p.ground.flatMap((f) => (f.kind === "text" ? [f.text] : [])));
    expect(again).toContain("Table 3: Risk register with effects and mitigation (continued)");
    expect(again.filter((t) => t === "Mitigation").length).toBeGreaterThan(1);
  });
});

describe("small documents", () => {
  test("an empty one is one empty page, since no reader opens a file without", () => {
    const { value, diagnostics } = lay(bodyOf([]));
    expect([value.pages.map((page) => page.fragments), diagnostics]).toEqual([[[]], []]);
  });

  test("a sign that no face has is reported at its text", () => {
    const origin = { file: "document.md", start: 3, end: 5 };
    const { diagnostics } = lay(bodyOf([{ type: "paragraph", children: [{ ...text("漢"), origin } as never] }]));
    expect(diagnostics).toMatchObject([{ code: "layout/missing-glyph", span: origin }]);
  });

  test("a table that is too wide is reported", () => {
    const columns = Array.from({ length: 9 }, (_, i) => ({ key: `c${i}`, align: "left" as const }));
    const cells = columns.map(() => ({ blocks: [paragraph("Responsibilities")] }));
    const table = {
      type: "table",
      summary: "",
      look: "ruled",
      columns,
      rows: [{ kind: "body", cells }],
      notes: [],
    } as const;
    expect(lay(bodyOf([table])).diagnostics.map((d) => d.code)).toEqual(["layout/table-too-wide"]);
  });

  test("a picture that is missing or damaged is reported", () => {
    const picture = {
      type: "picture",
      id: "p",
      caption: { label: "Figure", number: 1, children: [text("P")] },
      asset: "none",
      alt: "P",
      width: 0.5,
      notes: [],
    } as const;
    expect(lay(bodyOf([picture])).diagnostics.map((d) => d.code)).toEqual(["layout/unusable-picture"]);
  });

  test("decimal points stand under each other", () => {
    const rows = ["1.5", "22.25", "(3.125)", "7"].map((v) => ({
      kind: "body" as const,
      cells: [{ blocks: [paragraph(v)] }],
    }));
    const columns = [{ key: "a", align: "decimal" as const }];
    const { value } = lay(bodyOf([{ type: "table", summary: "", look: "ruled", columns, rows, notes: [] }]));
    const faces = testFaces();
    const points = value.pages.flatMap(textOf).map((f) => {
      const before = f.text.includes(".") ? f.text.slice(0, f.text.indexOf(".")) : f.text;
      const width = [...before].reduce((w, c) => w + faces[f.face].advance(c.codePointAt(0) ?? 0), 0);
      return (f.x + width * f.size).toFixed(2);
    });
    expect(new Set(points).size).toBe(1);
  });

  test("no paragraph leaves one line alone on a page", () => {
    for (let lead = 20; lead < 32; lead++) {
      const blocks = [paragraph(words(lead)), paragraph(words(9)), paragraph(words(9))];
      const { value } = lay(bodyOf(blocks));
      for (const page of value.pages) {
        for (const content of new Set(textOf(page).map((f) => f.content))) {
          const lines = new Set(textOf(page).flatMap((f) => (f.content === content ? [f.y] : []))).size;
          const whole = value.pages.flatMap(textOf).filter((f) => f.content === content);
          if (new Set(whole.map((f) => f.y)).size > 3) expect(lines).toBeGreaterThan(1);
        }
      }
    }
  });
});
