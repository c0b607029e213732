import { expect, test } from "vitest";
import { emphasis, heading, paragraph, strong, text } from "../../../src/document/build.ts";
import type { Block } from "../../../src/document/document.ts";
import { printBlocks } from "../../../src/document/print.ts";
import { plainText, rewriteBlocks, visitBlocks } from "../../../src/document/visit.ts";

const blocks: readonly Block[] = [
  heading(1, "one", [text("One")]),
  {
    type: "table",
    id: "t",
    caption: { label: "Table", number: 1, children: [text("Caption")] },
    summary: "",
    look: "ruled",
    columns: [
      { key: "a", align: "left", rowHeader: true },
      { key: "b", align: "decimal" },
    ],
    rows: [
      { kind: "header", cells: [{ blocks: [paragraph("A")], colSpan: 2 }] },
      {
        kind: "body",
        id: "risk-R1",
        cells: [{ blocks: [paragraph([strong([text("x")])])] }, { blocks: [], rowSpan: 2 }],
      },
    ],
    notes: [paragraph("Rounded.", "note")],
  },
  paragraph([emphasis([text("5\u00a0days")]), { type: "line-break" }, { type: "value", text: "£5" }]),
];

test("one node a line", () => {
  expect(printBlocks(blocks)).toEqual([
    "heading 1 #one One",
    "table ruled #t [Table 1] Caption",
    "  columns a (header) | b (decimal)",
    "  header | A <2 columns>",
    "  body #risk-R1 | **x** |  <2 rows>",
    "  note Rounded.",
    "paragraph *5⍽days* / {£5}",
  ]);
});

test("nodes are visited in reading order", () => {
  const seen: string[] = [];
  visitBlocks(blocks, { inline: (node) => seen.push(node.type === "text" ? node.value : node.type) });
  expect(seen).toEqual([
    "One",
    "Caption",
    "A",
    "x",
    "strong",
    "Rounded.",
    "5\u00a0days",
    "emphasis",
    "line-break",
    "value",
  ]);
});

test("a rewrite that changes nothing gives the same tree", () => {
  expect(rewriteBlocks(blocks, { inline: (node) => [node], block: (block) => block })).toEqual(blocks);
});

test("plain words", () => {
  expect(plainText([strong([text("a")]), { type: "line-break" }, { type: "tick", mark: "tick", label: "yes" }])).toBe(
    "a yes",
  );
});
