// A sign that no face has is told with a place wherever it is printed, in running matter and drawings too; it is never a box.
import { describe, expect, test } from "vitest";
import type { Block, Document } from "../../../src/document/document.ts";
import type { Scene } from "../../../src/exhibit/scene.ts";
import { layout } from "../../../src/layout/layout.ts";
import type { Span } from "../../../src/source.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { paragraph, square, text, torture } from "../../support/torture.ts";

const front: Span = { file: "document.md", start: 0, end: 90 };
const place: Span = { file: "document.md", start: 200, end: 240 };
const sign = "\u6f22";

const scene: Scene = {
  width: 100,
  height: 50,
  shapes: [{ type: "words", x: 1, y: 20, value: sign, size: 10, bold: false, fill: "#1d1d1f", anchor: "start" }],
};

function told(blocks: readonly Block[], more: Partial<Document> = {}): readonly unknown[] {
  const document: Document = {
    ...torture(),
    marks: {},
    footnotes: [],
    sections: [{ orientation: "portrait", role: "body", blocks: [paragraph("Words."), ...blocks] }],
    origin: front,
    ...more,
  };
  const { diagnostics } = layout(document, councilTheme(), testFaces(), () => scene, new Map([["square", square]]));
  return [...new Set(diagnostics.map((d) => `${d.code} ${d.within} ${d.span?.start}`))];
}

const { running } = torture();
const caption = { label: "Figure", number: 1, children: [text("Plan")] } as const;

describe("a sign that no face has", () => {
  const inBlocks: readonly (readonly [string, Block])[] = [
    ["words of a callout's title", { type: "callout", title: sign, blocks: [], origin: place }],
    ["a card's topic", { type: "card", topic: sign, blocks: [], origin: place }],
    ["a caption", { ...table("Rows", sign), origin: place }],
    ["a cell", { ...table(sign, "Rows"), origin: place }],
    [
      "an exhibit",
      { type: "exhibit", id: "e", caption, alt: "", content: { type: "levels", sides: [] }, notes: [], origin: place },
    ],
    ["a list", { type: "list", style: "bullet", items: [{ marker: "•", blocks: [paragraph(sign)] }], origin: place }],
  ];
  test.each(inBlocks)("in %s is told at its block", (_, block) => {
    expect(told([block])).toEqual([`layout/missing-glyph ${sign} 200`]);
  });

  test.each<readonly [string, Partial<Document>]>([
    ["the running title", { running: { ...running, headerLeft: sign } }],
    ["the footer", { running: { ...running, footerCentre: sign } }],
    ["the watermark", { marks: { watermark: sign } }],
    ["the marking", { marks: { marking: sign } }],
  ])("in %s is told at the front matter", (_, more) => {
    expect(told([], more)).toEqual([`layout/missing-glyph ${sign} 0`]);
  });

  test("on the cover is told at the front matter, Hebrew likewise", () => {
    const cover = { type: "cover", organisations: [sign], logos: [], kind: "Case", title: "שלום", facts: [] } as const;
    expect(told([cover])).toEqual([`layout/missing-glyph ${sign} 0`, "layout/right-to-left שלום 0"]);
  });

  test("in a heading is told once, not in the contents as well", () => {
    const heading: Block = {
      type: "heading",
      level: 1,
      id: "h",
      children: [text(sign)],
      inContents: true,
      origin: place,
    };
    const entries = [{ target: "h", level: 1, text: sign }];
    const contents: Block = { type: "contents", of: "headings", title: "Contents", look: "list", depth: 2, entries };
    expect(told([contents, heading])).toEqual([`layout/missing-glyph ${sign} 200`]);
  });
});

function table(cell: string, title: string): Extract<Block, { type: "table" }> {
  return {
    type: "table",
    caption: { label: "Table", number: 1, children: [text(title)] },
    summary: "Rows.",
    look: "ruled",
    columns: [{ key: "a", align: "left" }],
    rows: [{ kind: "body", cells: [{ blocks: [paragraph(cell)] }] }],
    notes: [],
  };
}
