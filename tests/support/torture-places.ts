// Small blocks of every kind, and every place that holds blocks, each with all of them in it.
import type { Block, Footnote, Table } from "../../src/document/document.ts";
import { cell, paragraph, row, text } from "./nodes.ts";

let figures = 100;

function table(where: string): Table {
  return {
    type: "table",
    summary: `A table in ${where}.`,
    look: "ruled",
    columns: [
      { key: "a", align: "left", rowHeader: true },
      { key: "b", align: "decimal" },
    ],
    rows: [row("header", "Item", "£k"), row("body", "Legal advice", "1.5"), row("total", "Total", "12.25")],
    notes: [{ type: "paragraph", role: "note", children: [text("Rounded.")] }],
  };
}

/** One small block of each kind that may stand anywhere; headings, page breaks, contents and covers stand in sections only. */
export function eachKind(where: string): readonly Block[] {
  const figure = ++figures;
  const caption = (number: number) => ({ label: "Figure", number, children: [text(`Shown in ${where}`)] }) as const;
  const bullet = { marker: "•", blocks: [paragraph(`An item in ${where}`)] };
  const card = { type: "card", topic: "A topic", blocks: [paragraph("A statement.")] } as const;
  return [
    paragraph(`A paragraph in ${where}.`),
    { type: "list", style: "bullet", items: [bullet, bullet] },
    { type: "definition-list", items: [{ term: [text("Term")], blocks: [paragraph("What it means.")] }] },
    { type: "quote", blocks: [paragraph("Words of somebody.")], attribution: [text("Somebody")] },
    card,
    { type: "card-grid", columns: 2, cards: [card, card] },
    { type: "callout", title: "A callout", blocks: [paragraph("What matters.")] },
    table(where),
    {
      type: "exhibit",
      id: `figure-${figure}`,
      caption: caption(figure),
      alt: "Two bars.",
      content: {
        type: "chart",
        form: "bars",
        unit: "£m",
        categories: ["A", "B"],
        series: [{ name: "Spend", values: [1, 2], labels: ["1", "2"] }],
      },
      notes: [{ type: "paragraph", role: "source", children: [text("Source: accounts.")] }],
    },
    {
      type: "picture",
      id: `picture-${figure}`,
      caption: caption(++figures),
      asset: "square",
      alt: "A red square.",
      width: 0.1,
      notes: [],
    },
    { type: "sign-off", fields: [{ label: "Name", value: "Director" }, { label: "Signature" }] },
    { type: "prompt", blocks: [paragraph("Please describe.")] },
    { type: "answer", to: "heading-1", blocks: [paragraph("As described.")] },
  ];
}

/** A table of rows that merge and hold lists, longer than a page of any orientation. */
function mergedTable(): Table {
  const steps = (count: number): Block => ({
    type: "list",
    style: "decimal",
    items: Array.from({ length: count }, (_, i) => ({
      marker: `${i + 1}.`,
      value: i + 1,
      blocks: [paragraph(`Step ${i + 1} of a service that several teams give together`)],
    })),
  });
  return {
    ...table("a landscape section"),
    columns: [
      { key: "a", align: "left", rowHeader: true },
      { key: "b", align: "left" },
      { key: "c", align: "decimal" },
    ],
    rows: [
      row("header", "Cluster", "Steps", "£k"),
      row("body", cell([paragraph("Community care"), steps(30)], { rowSpan: 3 }), cell([steps(8)]), "1.5"),
      row("body", cell([steps(16)]), "20.25"),
      row("body", cell(eachKind("a cell beside a merged one")), "300"),
      row("section", cell(eachKind("a cell over all columns"), { colSpan: 3 })),
      row("total", "Total", "", "321.75"),
    ],
  };
}

/** Each kind of block in each place that holds blocks, for a portrait section. */
export function everyPlace(): readonly Block[] {
  figures = 100;
  return [
    ...eachKind("a section"),
    { type: "list", style: "decimal", items: [{ marker: "1.", value: 1, blocks: eachKind("a list item") }] },
    { type: "definition-list", items: [{ term: [text("Term")], blocks: eachKind("a definition") }] },
    { type: "quote", blocks: eachKind("a quote") },
    { type: "card", topic: "A card", blocks: eachKind("a card") },
    { type: "card-grid", columns: 2, cards: [{ type: "card", blocks: eachKind("a card of a grid") }] },
    { type: "callout", title: "A callout", blocks: eachKind("a callout") },
    {
      ...table("a section"),
      columns: [
        { key: "a", align: "left", rowHeader: true },
        { key: "b", align: "left" },
      ],
      rows: [row("header", "Left", "Right"), row("body", "Beside", cell(eachKind("a cell")))],
    },
    { type: "prompt", blocks: eachKind("a prompt") },
    { type: "answer", to: "heading-1", blocks: eachKind("an answer") },
  ];
}

/** The same for a landscape section, after a word with a note. */
export function landscapePlaces(note: string, number: number): readonly Block[] {
  return [
    paragraph("Noted.", { type: "footnote-reference", id: note, number }),
    mergedTable(),
    ...eachKind("a landscape section"),
  ];
}

export const fullFootnote = (id: string, number: number): Footnote => ({ id, number, blocks: eachKind("a footnote") });
