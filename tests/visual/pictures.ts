// What the reference pictures show: one feature each, on a page no larger than it needs.
import type { Block, Document, Inline, Row, Table } from "../../src/document/document.ts";
import type { ExhibitContent } from "../../src/document/exhibit.ts";
import { everyExhibit } from "../support/exhibits.ts";
import { cell, documentOf, paragraph, row, text } from "../support/nodes.ts";

export interface Picture {
  readonly theme: "council" | "humanist" | "book";
  readonly document: Document;
  /** Height of the page in points; that of the theme when absent. */
  readonly height?: number;
  /** From 0. */
  readonly page?: number;
}

const prose =
  "The programme joins up health and social care so that people tell their story once, are supported close to home and stay well for longer.";

const heading = (level: 1 | 2 | 3, number: string, title: string): Block => ({
  type: "heading",
  level,
  id: number,
  number,
  children: [text(title)],
  inContents: true,
});

const bullets = (...items: readonly (readonly Block[])[]): Block => ({
  type: "list",
  style: "bullet",
  items: items.map((blocks) => ({ marker: "•", blocks })),
});

const rating = (value: string, tone: "green" | "amber" | "red"): Inline => ({ type: "rating", text: value, tone });

const opening: readonly Block[] = [
  heading(1, "2", "Strategic case"),
  { type: "paragraph", role: "lead", children: [text(prose)] },
  heading(2, "2.1", "Why now"),
  paragraph(
    "The two organisations spend ",
    { type: "value", text: "£462.1m" },
    " in 2014/15, most of it separately, ",
    { type: "strong", children: [text("which leaves gaps")] },
    ". Three things follow:",
  ),
  bullets(
    [paragraph("one budget for each pot of services;")],
    [paragraph("one assessment, with"), bullets([paragraph("one record and")], [paragraph("one named person; and")])],
    [paragraph("one place to decide.")],
  ),
];

const money: Table = {
  type: "table",
  id: "costs",
  caption: { label: "Table", number: 1, children: [text("Pots by partner, 2014/15")] },
  summary: "Four pots by partner.",
  look: "ruled",
  columns: [
    { key: "pot", align: "left", rowHeader: true },
    { key: "a", align: "decimal", ruleBefore: true },
    { key: "b", align: "decimal" },
    { key: "c", align: "decimal", ruleBefore: true },
  ],
  rows: [
    row("header", cell("Pot", { rowSpan: 2 }), cell("Council (£m)", { colSpan: 2 }), cell("CCG (£m)", { rowSpan: 2 })),
    row("header", "Social care", "Public health"),
    row("section", cell("Pooled", { colSpan: 4 })),
    row("body", "Wellbeing", "73.9", "4.25", "112.4"),
    row("body", "Community", "1,012.05", "nil", "(8.4)"),
    row("subtotal", "Sub-total", "1,085.95", "4.25", "104"),
    row("group", "Not pooled", "", "", ""),
    row("body", "Enhanced and specialised care", "−1.5", "0.75", "20"),
    row("total", "All pots", "1,084.45", "5", "124"),
  ],
  notes: [
    { type: "paragraph", role: "note", children: [text("Figures may not add up because of rounding.")] },
    { type: "paragraph", role: "source", children: [text("Source: finance teams of both organisations.")] },
  ],
};

const risk = (i: number): Row =>
  row(
    "body",
    `R${i + 1}`,
    `Savings are not enough to meet the gap in year ${i + 1}`,
    cell([
      paragraph(i % 3 === 0 ? rating("Green", "green") : i % 3 === 1 ? rating("Amber", "amber") : rating("Red", "red")),
    ]),
    cell([bullets([paragraph("Validate the benefits")], [paragraph("Review each quarter")])]),
  );

const risks: Table = {
  type: "table",
  id: "risks",
  caption: { label: "Table", number: 2, children: [text("Risk register")] },
  summary: "Risks with rating and mitigation.",
  look: "ruled",
  columns: [
    { key: "id", align: "left", rowHeader: true },
    { key: "risk", align: "left" },
    { key: "rating", align: "left" },
    { key: "mitigation", align: "left" },
  ],
  rows: [row("header", "Ref", "Risk", "Rating", "Mitigation"), ...Array.from({ length: 8 }, (_, i) => risk(i))],
  notes: [],
};

const months: Table = {
  type: "table",
  id: "months",
  caption: { label: "Table", number: 3, children: [text("Activity by month")] },
  summary: "Activity by month.",
  look: "grid",
  columns: Array.from({ length: 14 }, (_, i) => ({
    key: `c${i}`,
    align: i === 0 ? ("left" as const) : ("right" as const),
    rowHeader: i === 0,
  })),
  rows: [
    row("header", "Measure", ..."Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar".split(" "), "Total"),
    ...["Admissions avoided", "Delayed days", "Packages of reablement"].map((name, r) =>
      row("body", name, ...Array.from({ length: 13 }, (_, c) => `${((r + 3) * (c + 7) * 37) % 2900}`)),
    ),
  ],
  notes: [],
};

const cited = (id: string, number: number): Inline => ({ type: "footnote-reference", id, number });

const statements: readonly Block[] = [
  { type: "callout", title: "Decision", blocks: [paragraph("The Board is asked to approve the case.")] },
  {
    type: "quote",
    blocks: [paragraph("I want services that support me, not just my condition.")],
    attribution: [text("A person who uses services")],
  },
  {
    type: "card-grid",
    columns: 2,
    cards: ["One story", "Close to home"].map((topic) => ({
      type: "card",
      brand: "I statement",
      topic,
      blocks: [paragraph(`A statement about ${topic.toLowerCase()}.`)],
    })),
  },
];

const control: readonly Block[] = [
  {
    type: "table",
    summary: "Who the document is for.",
    look: "form",
    columns: [
      { key: "label", align: "left", rowHeader: true },
      { key: "value", align: "left" },
    ],
    rows: [row("body", "Owner", "Strategic Director for People"), row("body", "Status", "For approval")],
    notes: [],
  },
  {
    type: "table",
    id: "history",
    caption: { label: "Table", number: 1, children: [text("Version history")] },
    summary: "Versions.",
    look: "ruled",
    columns: [
      { key: "version", align: "left", rowHeader: true },
      { key: "date", align: "left" },
      { key: "change", align: "left" },
    ],
    rows: [
      row("header", "Version", "Date", "Change"),
      row("body", "1.0", "12/11/2013", "First draft for the project board"),
      row("body", "2.0", "28/01/2014", "Financial case and risks; for approval"),
    ],
    notes: [],
  },
  {
    type: "sign-off",
    fields: [{ label: "Name", value: "Chief Executive" }, { label: "Signature" }, { label: "Date" }],
  },
];

const headings = [
  { target: "1", level: 1, number: "1", text: "Executive summary" },
  { target: "2", level: 1, number: "2", text: "Strategic case" },
  {
    target: "2.1",
    level: 2,
    number: "2.1",
    text: "Why two organisations should plan, buy and judge services together",
  },
  { target: "3", level: 1, number: "3", text: "Economic case" },
];

const contents: Document = documentOf([], {
  sections: [
    {
      orientation: "portrait",
      role: "front",
      blocks: [{ type: "contents", of: "headings", title: "Contents", look: "list", depth: 2, entries: headings }],
    },
    {
      orientation: "portrait",
      role: "body",
      blocks: headings.flatMap(({ level, number, text: title }) => [
        heading(level === 1 ? 1 : 2, number, title),
        paragraph(prose),
      ]),
    },
  ],
});

const exhibit = (name: string): readonly Block[] => {
  const found: ExhibitContent | undefined = everyExhibit.find(([kind]) => kind === name)?.[1];
  if (!found) throw new Error(`no exhibit "${name}"`);
  return [
    {
      type: "exhibit",
      id: "figure",
      caption: { label: "Figure", number: 1, children: [text(`A figure of the kind ${name}`)] },
      alt: name,
      content: found,
      notes: [{ type: "paragraph", role: "source", children: [text("Source: programme office.")] }],
    },
  ];
};

const boards: readonly Block[] = [
  {
    type: "exhibit",
    id: "boards",
    caption: { label: "Figure", number: 1, children: [text("Who decides what")] },
    alt: "Three boards under the Cabinet.",
    content: {
      type: "organisation",
      boxes: [
        { id: "a", title: "Cabinet" },
        { id: "b", title: "CCG Governing Body" },
        { id: "c", title: "Integration Board", note: "both organisations" },
        { id: "d", title: "Commissioning project" },
        { id: "e", title: "Provision project" },
      ],
      lines: [
        { from: "a", to: "c" },
        { from: "b", to: "c" },
        { from: "c", to: "d" },
        { from: "c", to: "e" },
      ],
    },
    notes: [],
  },
];

const landscape = (...blocks: readonly Block[]): Document =>
  documentOf([], { sections: [{ orientation: "landscape", role: "body", blocks }] });

const cover: Document = documentOf([], {
  sections: [
    {
      orientation: "portrait",
      role: "cover",
      blocks: [
        {
          type: "cover",
          organisations: ["Plymouth City Council", "NEW Devon Clinical Commissioning Group"],
          logos: [],
          kind: "Outline business case",
          title: "An integrated approach to health and wellbeing",
          subtitle: "Integrated health and wellbeing programme",
          facts: [
            { label: "Version", value: "2.0" },
            { label: "Status", value: "For approval" },
            { label: "Date", value: "28 January 2014" },
          ],
        },
      ],
    },
  ],
});

const noted: Document = documentOf(
  [paragraph(prose, cited("one", 1)), paragraph("And a second paragraph.", cited("two", 2))],
  {
    footnotes: [
      {
        id: "one",
        number: 1,
        blocks: [
          paragraph("NHS England, planning guidance, ", {
            type: "link",
            url: "https://www.england.nhs.uk/",
            children: [text("england.nhs.uk")],
          }),
        ],
      },
      { id: "two", number: 2, blocks: [paragraph(prose)] },
    ],
  },
);

/** By the name of their file. */
export const pictures: Readonly<Record<string, Picture>> = {
  cover: { theme: "council", document: cover, height: 640 },
  contents: { theme: "humanist", document: contents, height: 300 },
  text: { theme: "council", document: documentOf(opening), height: 470 },
  "text-in-carlito": { theme: "humanist", document: documentOf(opening), height: 490 },
  "money-table": { theme: "council", document: documentOf([money]), height: 440 },
  "money-table-in-tinos": { theme: "book", document: documentOf([money]), height: 400 },
  "continued-table": { theme: "council", document: documentOf([risks]), height: 340, page: 1 },
  "landscape-table": { theme: "council", document: landscape(months), height: 300 },
  footnotes: { theme: "book", document: noted, height: 300 },
  statements: { theme: "council", document: documentOf(statements), height: 360 },
  control: { theme: "humanist", document: documentOf(control), height: 480 },
  chart: { theme: "humanist", document: documentOf(exhibit("stacked columns")), height: 440 },
  gantt: { theme: "council", document: documentOf(exhibit("gantt")), height: 290 },
  boards: { theme: "council", document: documentOf(boards), height: 330 },
  "heat-map": { theme: "council", document: documentOf(exhibit("heat map")), height: 400 },
  draft: {
    theme: "council",
    document: documentOf(opening.slice(0, 4), { marks: { watermark: "DRAFT", marking: "CONFIDENTIAL" } }),
    height: 380,
  },
};
