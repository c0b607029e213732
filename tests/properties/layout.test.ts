import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Document, Inline } from "../../src/document/document.ts";
import { layout } from "../../src/layout/layout.ts";
import { councilTheme, testFaces } from "../support/faces.ts";
import { runs } from "../support/runs.ts";
import { cell, paragraph, stubDraw, torture } from "../support/torture.ts";

const word = fc.stringMatching(/^[A-Za-z0-9£%.,()'\-/]{1,24}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(" "));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  sentence.map((value): Inline => ({ type: "text", value: `${value} ` })),
  sentence.map((value): Inline => ({ type: "strong", children: [{ type: "text", value: `${value} ` }] })),
  sentence.map((value): Inline => ({ type: "link", url: "https://example.org/", children: [{ type: "text", value }] })),
  word.map((value): Inline => ({ type: "rating", text: value, tone: "amber" })),
);
const text = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((children): Block => ({ type: "paragraph", children }));

const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 4 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    text,
    tie("blocks").map((blocks): Block => ({ type: "quote", blocks })),
    tie("blocks").map((blocks): Block => ({ type: "list", style: "bullet", items: [{ marker: "•", blocks }] })),
    fc
      .tuple(
        fc.array(fc.array(tie("blocks"), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        sentence,
      )
      .map(
        ([rows, head]): Block => ({
          type: "table",
          summary: "",
          look: "ruled",
          columns: [
            { key: "a", align: "left" },
            { key: "b", align: "left" },
          ],
          rows: [
            { kind: "header", cells: [cell(head), cell("b")] },
            ...rows.map((blocks) => ({ kind: "body" as const, cells: blocks.map((b) => cell(b)) })),
          ],
          notes: [],
        }),
      ),
  ),
}));

function wordsOf(blocks: readonly Block[]): string {
  const inlineWords = (list: readonly Inline[]): string =>
    list
      .map((i) => ("children" in i ? inlineWords(i.children) : "value" in i ? i.value : "text" in i ? i.text : ""))
      .join("");
  return blocks
    .map((b) => {
      if (b.type === "paragraph") return inlineWords(b.children);
      if (b.type === "quote") return wordsOf(b.blocks);
      if (b.type === "list") return b.items.map((i) => i.marker + wordsOf(i.blocks)).join("");
      if (b.type === "table") return b.rows.map((r) => r.cells.map((c) => wordsOf(c.blocks)).join("")).join("");
      return "";
    })
    .join("");
}

test("every word of a document is placed once, in order, inside the page", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      const document: Document = {
        ...torture(),
        footnotes: [],
        sections: [{ orientation: "portrait", role: "body", blocks: [...blocks, paragraph("The end.")] }],
      };
      const { value } = layout(document, councilTheme(), testFaces(), stubDraw, new Map());
      const byContent = new Map<number, string>();
      for (const page of value.pages) {
        for (const part of page.fragments) {
          if (part.kind !== "text" || part.content === undefined) continue;
          expect(part.x).toBeGreaterThanOrEqual(0);
          expect(part.x + part.width).toBeLessThanOrEqual(page.width);
          expect(part.y).toBeLessThanOrEqual(page.height - councilTheme().page.margin.bottom + 1);
          byContent.set(part.content, (byContent.get(part.content) ?? "") + part.text);
        }
      }
      const inOrder = (node: typeof value.structure): string =>
        node.children.map((c) => (c.kind === "content" ? (byContent.get(c.index) ?? "") : inOrder(c))).join("");
      const bare = (s: string): string => s.replace(/\s+/g, "");
      expect(bare(inOrder(value.structure))).toBe(bare(`${wordsOf(blocks)}The end.`));
    }),
    { numRuns: runs(20), endOnFailure: true },
  );
});
