import { expect, test } from "vitest";
import type { Block, Document, ListItem } from "../../../src/document/document.ts";
import { recommendationsOf } from "../../../src/portal/recommendations.ts";

const words = (value: string): Block => ({ type: "paragraph", children: [{ type: "text", value }] });
const item = (marker: string, blocks: readonly Block[], id?: string): ListItem => ({
  marker,
  blocks,
  ...(id ? { id } : {}),
});

function document(items: readonly ListItem[]): Document {
  const list: Block = { type: "list", style: "decimal", items };
  return {
    id: "a/b",
    language: "en-GB",
    properties: {
      title: "",
      subject: "",
      kind: "obc",
      programme: "",
      organisations: [],
      authors: [],
      owners: [],
      version: "1.0",
      status: "Draft",
      date: "2026-01-01",
      dateText: "",
      classification: "public",
      keywords: [],
    },
    running: { headerLeft: "", footerLeft: "", footerCentre: "", firstPage: 1 },
    marks: {},
    headingScheme: [],
    sections: [{ orientation: "portrait", role: "body", blocks: [list, { type: "callout", blocks: [list] }] }],
    footnotes: [],
    assets: {},
  };
}

test("recommendations keep their marks, paragraphs and parts, each once", () => {
  const parts: Block = {
    type: "list",
    style: "lower-alpha",
    items: [item("a)", [words("land")]), item("b)", [words("works")])],
  };
  const quote: Block = { type: "quote", blocks: [words("as minuted")] };
  const made = recommendationsOf(
    document([
      item("1.", [words("Approve"), parts, quote], "recommendation-approve"),
      item("2.", [words("Note")], "recommendation-note"),
      item("3.", [words("An objective")], "objective-x"),
      item("4.", [words("Plain")]),
    ]),
  );
  expect(made).toEqual([
    { marker: "1.", lines: ["Approve", "a) land", "b) works", "as minuted"] },
    { marker: "2.", lines: ["Note"] },
  ]);
});
