// Nodes of documents in few words, for tests.
import type { Block, Cell, Document, Inline, Paragraph, Row } from "../../src/document/document.ts";

export const text = (value: string): Inline => ({ type: "text", value });

export const paragraph = (...children: readonly (string | Inline)[]): Paragraph => ({
  type: "paragraph",
  children: children.map((c) => (typeof c === "string" ? text(c) : c)),
});

/** A cell of words or blocks; "" is an empty one. */
export const cell = (content: string | readonly Block[], more: Partial<Cell> = {}): Cell => ({
  blocks: typeof content === "string" ? (content === "" ? [] : [paragraph(content)]) : content,
  ...more,
});

export const row = (kind: Row["kind"], ...cells: readonly (string | Cell)[]): Row => ({
  kind,
  cells: cells.map((c) => (typeof c === "string" ? cell(c) : c)),
});

/** A document round the given blocks. */
export function documentOf(blocks: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    id: "sample/case",
    language: "en-GB",
    properties: {
      title: "Integrated health & wellbeing <programme>",
      subject: "Outline business case",
      kind: "obc",
      programme: "Integrated health and wellbeing",
      organisations: ["Plymouth City Council", "NEW Devon CCG"],
      authors: ["Programme Manager"],
      owners: ["Strategic Director for People"],
      version: "2.0",
      status: "For approval",
      date: "2014-01-28",
      dateText: "28 January 2014",
      classification: "public",
      keywords: ["integration"],
    },
    running: {
      headerLeft: "Integrated health and wellbeing",
      footerLeft: "Version 2.0, for approval",
      footerCentre: "",
      firstPage: 1,
    },
    marks: {},
    headingScheme: [
      { pattern: "%1", style: "decimal" },
      { pattern: "%1.%2", style: "decimal" },
      { pattern: "%1.%2.%3", style: "decimal" },
      { pattern: "", style: "decimal" },
      { pattern: "", style: "decimal" },
      { pattern: "", style: "decimal" },
    ],
    sections: [{ orientation: "portrait", role: "body", blocks }],
    footnotes: [],
    assets: {},
    ...more,
  };
}
