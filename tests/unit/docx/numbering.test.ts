import { expect, test } from "vitest";
import type { Block, Heading, List } from "../../../src/document/document.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { documentOf, para, text } from "../../support/docx-sample.ts";
import { docxText } from "../../support/docx-text.ts";

function heading(level: 1 | 2 | 3, number: string | undefined, more: Partial<Heading> = {}): Heading {
  return {
    type: "heading",
    level,
    id: `h${number}`,
    ...(number ? { number } : {}),
    inContents: true,
    children: [text("Title")],
    ...more,
  };
}

async function markers(blocks: readonly Block[]): Promise<readonly string[]> {
  return docxText(await docxOf(documentOf(blocks))).body.map((p) => p.marker);
}

const list = (style: List["style"], ...items: readonly (readonly [string, number?])[]): List => ({
  type: "list",
  style,
  items: items.map(([marker, value]) => ({ marker, ...(value ? { value } : {}), blocks: [para("item")] })),
});

const headings: readonly (readonly [string, readonly Heading[]])[] = [
  [
    "in turn",
    [heading(1, "1"), heading(2, "1.1"), heading(2, "1.2"), heading(1, "2"), heading(2, "2.1"), heading(3, "2.1.1")],
  ],
  ["with one left out", [heading(1, "1"), heading(1, undefined), heading(2, "1.1"), heading(1, "2")]],
  ["with a jump", [heading(1, "1"), heading(1, "4"), heading(2, "4.3"), heading(2, "4.4"), heading(1, "5")]],
  ["beginning below the top", [heading(2, "3.1"), heading(2, "3.2"), heading(1, "4")]],
  [
    "of their own",
    [
      heading(1, "1"),
      heading(1, "Appendix A", { ownNumber: true }),
      heading(2, "A.1", { ownNumber: true }),
      heading(2, "A.2", { ownNumber: true }),
      heading(1, "Appendix B", { ownNumber: true }),
      heading(2, "B.1", { ownNumber: true }),
      heading(1, "a)", { ownNumber: true }),
      heading(1, "§", { ownNumber: true }),
      heading(1, "2"),
    ],
  ],
];

test.each(headings)("numbers of headings %s are Word's own and the document's", async (_, blocks) => {
  expect(await markers(blocks)).toEqual(blocks.map((h) => h.number ?? ""));
});

test("a heading in turn takes its number from its style, not from the paragraph", async () => {
  const { body } = docxText(await docxOf(documentOf([heading(1, "1"), heading(2, "1.1")])));
  expect(body.map((p) => [p.style, p.text])).toEqual([
    ["Heading1", "Title"],
    ["Heading2", "Title"],
  ]);
});

const lists: readonly (readonly [string, List, readonly string[]])[] = [
  ["bullets", list("bullet", ["•"], ["•"]), ["•", "•"]],
  ["numbers", list("decimal", ["1.", 1], ["2.", 2]), ["1.", "2."]],
  ["numbers that go on from an earlier list", list("decimal", ["7)", 7], ["8)", 8]), ["7)", "8)"]],
  ["numbers with a gap", list("decimal", ["1.", 1], ["4.", 4], ["5.", 5]), ["1.", "4.", "5."]],
  ["letters", list("lower-alpha", ["(a)", 1], ["(b)", 2]), ["(a)", "(b)"]],
  ["Roman numbers", list("lower-roman", ["iii.", 3], ["iv.", 4]), ["iii.", "iv."]],
  ["recommendations", list("decimal", ["R1", 1], ["R2", 2]), ["R1", "R2"]],
  ["marks that are no counters", list("decimal", ["first"], ["*", 3]), ["first", "*"]],
];

test.each(lists)("list with %s", async (_, node, expected) => {
  expect(await markers([node])).toEqual(expected);
});

test("two lists each begin where they say", async () => {
  const one = list("decimal", ["1.", 1], ["2.", 2]);
  expect(await markers([one, para("between"), one])).toEqual(["1.", "2.", "", "1.", "2."]);
});
