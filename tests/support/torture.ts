// A document with every kind of node in every kind of place, and tables, notes and spans that cross pages.
import type { Block, Document, Inline, Paragraph, Row, Table } from "../../src/document/document.ts";
import type { Scene } from "../../src/exhibit/scene.ts";
import { everyExhibit } from "./exhibits.ts";
import { cell, documentOf, paragraph, row, text } from "./nodes.ts";
import { everyPlace, fullFootnote, landscapePlaces } from "./torture-places.ts";

export { cell, paragraph, row, text } from "./nodes.ts";

const prose =
  "The programme joins up health and social care so that people tell their story once, are supported close to home and stay well for longer. The two organisations commission most services separately today, which leaves gaps between them and duplicates effort at a time when both budgets are falling. ";

/** Some sentences of running text. */
export const words = (sentences: number, from = 0): string => {
  const list = prose.repeat(Math.ceil((sentences + from) / 2) + 1).split(/(?<=\.) /);
  return list.slice(from, from + sentences).join(" ");
};

let headings = 0;
const heading = (level: 1 | 2 | 3 | 4 | 5 | 6, number: string, title: string, more: object = {}): Block => ({
  type: "heading",
  level,
  id: `heading-${++headings}-${title.toLowerCase().replace(/[^a-z]+/g, "-")}`,
  ...(number === "" ? {} : { number }),
  children: [text(title)],
  inContents: true,
  ...more,
});

const strong = (value: string): Inline => ({ type: "strong", children: [text(value)] });
const emphasis = (...children: readonly Inline[]): Inline => ({ type: "emphasis", children });
const rating = (value: string, tone: "green" | "amber-green" | "amber" | "amber-red" | "red" | "neutral"): Inline => ({
  type: "rating",
  text: value,
  tone,
});
const note = (id: string, number: number): Inline => ({ type: "footnote-reference", id, number });
const link = (url: string, value: string): Inline => ({ type: "link", url, children: [text(value)] });

const bullets = (...items: readonly (string | readonly Block[])[]): Block => ({
  type: "list",
  style: "bullet",
  items: items.map((item) => ({ marker: "•", blocks: typeof item === "string" ? [paragraph(item)] : item })),
});

const numberedList = (items: readonly (string | readonly Block[])[], id?: string): Block => ({
  type: "list",
  style: "decimal",
  items: items.map((item, index) => ({
    marker: `${index + 1}.`,
    value: index + 1,
    ...(id === undefined ? {} : { id: `${id}-${index + 1}` }),
    blocks: typeof item === "string" ? [paragraph(item)] : item,
  })),
});

const allInlines: Paragraph = paragraph(
  "Plain, ",
  strong("strong, "),
  emphasis(text("emphasised with "), strong("strong inside"), text(" and after, ")),
  "a value ",
  { type: "value", text: "£11.1m", name: "benefits.net" },
  ", a code ",
  { type: "code", value: "benefits.net" },
  ", m",
  { type: "superscript", children: [text("2")] },
  ", a link to ",
  link("https://www.example.org/guidance?edition=2022&part=1", "the guidance of the Treasury, which is a long text"),
  ", a reference to ",
  { type: "reference", target: "table-costs", to: "table", children: [text("Table 2")] },
  ", one to nothing ",
  { type: "reference", target: "nowhere", to: "heading", children: [text("Section 9")] },
  ", a rating ",
  rating("Amber", "amber"),
  " in the line, ticks ",
  { type: "tick", mark: "tick", label: "yes" },
  { type: "tick", mark: "cross", label: "no" },
  { type: "tick", mark: "box", label: "not chosen" },
  { type: "tick", mark: "checked-box", label: "chosen" },
  ", words in another language ",
  { type: "foreign", language: "fr", children: [text("raison d\u2019être")] },
  ", a note.",
  note("first", 1),
  { type: "line-break" },
  "A new line: 5\u00a0% of 3\u00a0km², −1.2 ≥ −3.4 → “quoted” – ranged 2014–15…",
);

const costs: Table = {
  type: "table",
  id: "table-costs",
  caption: { label: "Table", number: 2, children: [text("Costs by year, £k")] },
  summary: "Costs of the programme by item and year.",
  look: "ruled",
  columns: [
    { key: "item", align: "left", rowHeader: true },
    { key: "a", align: "decimal" },
    { key: "b", align: "decimal", ruleBefore: true },
    { key: "c", align: "decimal" },
  ],
  rows: [
    row(
      "header",
      cell("Item", { rowSpan: 2 }),
      cell("First phase", { colSpan: 1 }),
      cell("Second phase", { colSpan: 2 }),
    ),
    row("header", "2014/15", "2015/16", "2016/17"),
    row("section", cell("One-off costs", { colSpan: 4 })),
    row("body", "Programme office", "120.5", "1,240.75", "(12.5)"),
    row("body", "Legal advice", "20", "n/a", "−3.25"),
    row("subtotal", "Sub-total", "140.5", "1,240.75", "(15.75)"),
    row("group", "Running costs", "", "", ""),
    row("body", "Posts", "44.0", "44.0", "44.0"),
    row("total", "Total", "184.5", "1,284.75", "28.25"),
  ],
  notes: [{ type: "paragraph", role: "note", children: [text("Figures may not add up because of rounding.")] }],
};

const risk = (index: number): Row => ({
  kind: "body",
  cells: [
    cell(`R${index}`),
    cell([
      paragraph(`${words(1 + (index % 3), index % 2)}`),
      ...(index % 4 === 0 ? [bullets("First effect on the budget", "Second effect on people who use services")] : []),
    ]),
    cell(String((index % 5) + 1)),
    cell([
      paragraph(
        rating(
          (["Green", "Amber", "Red", "Amber / Red"] as const)[index % 4] ?? "Green",
          (["green", "amber", "red", "amber-red"] as const)[index % 4] ?? "green",
        ),
      ),
    ]),
    cell([bullets("Validate the projected benefits", words(1, index % 2))]),
  ],
});

const risks: Table = {
  type: "table",
  id: "table-risks",
  caption: { label: "Table", number: 3, children: [text("Risk register with effects and mitigation")] },
  summary: "Risks with likelihood, rating and mitigation.",
  look: "ruled",
  columns: [
    { key: "id", align: "left", rowHeader: true },
    { key: "risk", align: "left" },
    { key: "score", align: "right" },
    { key: "rating", align: "left" },
    { key: "mitigation", align: "left" },
  ],
  rows: [
    row("header", "Id", "Risk", "Score", "Rating", "Mitigation"),
    ...Array.from({ length: 18 }, (_, i) => risk(i + 1)),
  ],
  notes: [{ type: "paragraph", role: "source", children: [text("Source: programme risk register.")] }],
};

const spans: Table = {
  type: "table",
  id: "table-spans",
  caption: { label: "Table", number: 4, children: [text("Services by cluster, with cells over many rows")] },
  summary: "Services in scope by cluster.",
  look: "grid",
  columns: [
    { key: "cluster", align: "left", rowHeader: true },
    { key: "service", align: "left" },
    { key: "provider", align: "centre" },
  ],
  rows: [
    row("header", "Cluster", "Service", "Provider"),
    ...["Urgent care", "Community care", "Prevention and early help"].flatMap((cluster, c) =>
      Array.from(
        { length: 4 + c * 14 },
        (_, i): Row =>
          i === 0
            ? row(
                "body",
                cell([paragraph(cluster), paragraph(words(c + 1))], { rowSpan: 4 + c * 14 }),
                `Service ${c}.${i}`,
                "Provider A",
              )
            : row("body", `Service ${c}.${i} with a name that is somewhat longer`, i % 2 ? "Provider B" : "Provider C"),
      ),
    ),
  ],
  notes: [],
};

const tall: Table = {
  type: "table",
  caption: { label: "Table", number: 5, children: [text("A row taller than a page")] },
  summary: "A row taller than a page.",
  look: "ruled",
  columns: [
    { key: "a", align: "left" },
    { key: "b", align: "left" },
  ],
  rows: [
    row("header", "Narrow", "Wide"),
    row(
      "body",
      cell([paragraph(words(30)), paragraph(words(24))]),
      cell([paragraph(words(60)), paragraph("Cited inside.", note("in-table", 4))]),
    ),
    row("body", "After", "The row after"),
  ],
  notes: [],
};

const wide: Table = {
  type: "table",
  id: "table-wide",
  caption: { label: "Table", number: 6, children: [text("A wide table on a landscape page")] },
  summary: "Monthly figures.",
  look: "ruled",
  columns: Array.from({ length: 14 }, (_, i) => ({
    key: `c${i}`,
    align: i === 0 ? ("left" as const) : ("decimal" as const),
  })),
  rows: [
    row("header", "Measure", ..."Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar".split(" "), "Total"),
    ...Array.from({ length: 30 }, (_, r) =>
      row(
        "body",
        `Measure ${r + 1} of activity`,
        ...Array.from({ length: 13 }, (_, c) => String(((r + 3) * (c + 7) * 37) % 9000)),
      ),
    ),
  ],
  notes: [],
};

const form: Table = {
  type: "table",
  summary: "Who the plan is for.",
  look: "form",
  columns: [
    { key: "label", align: "left", rowHeader: true },
    { key: "value", align: "left" },
  ],
  rows: [
    row("body", "Local authority", "Plymouth City Council"),
    row("body", "Clinical commissioning group", "NEW Devon CCG"),
    row("body", "Boundary differences", words(2)),
  ],
  notes: [],
};

const ticks: Table = {
  type: "table",
  summary: "Which organisation takes part in which project.",
  look: "borderless",
  columns: [
    { key: "project", align: "left", rowHeader: true },
    { key: "pcc", align: "centre" },
    { key: "ccg", align: "centre" },
  ],
  rows: [
    row("header", "Project", "PCC", "CCG"),
    row(
      "body",
      "Commissioning",
      cell([paragraph({ type: "tick", mark: "tick", label: "yes" })]),
      cell([paragraph({ type: "tick", mark: "cross", label: "no" })]),
    ),
    row("body", "Provision", cell([]), cell([paragraph({ type: "tick", mark: "tick", label: "yes" })])),
  ],
  notes: [],
};

const exhibit: Block = {
  type: "exhibit",
  id: "figure-spend",
  caption: { label: "Figure", number: 1, children: [text("Spend by level of need")] },
  alt: "Bars: complex care takes almost half of the spend.",
  content: {
    type: "chart",
    form: "bars",
    unit: "£m",
    categories: ["A", "B"],
    series: [{ name: "Spend", values: [1, 2], labels: ["1", "2"] }],
  },
  notes: [{ type: "paragraph", role: "source", children: [text("Source: budgets 2013/14.")] }],
};

const newKinds = ["stacked columns of both signs", "histogram", "areas", "waterfall", "heat map"];

const exhibits: readonly Block[] = everyExhibit
  .filter(([name]) => newKinds.includes(name))
  .map(([name, content], i) => ({
    type: "exhibit",
    id: `figure-kind-${i + 1}`,
    caption: { label: "Figure", number: 3 + i, children: [text(`An exhibit of ${name}`)] },
    alt: `What ${name} shows.`,
    content,
    notes: [],
  }));

const picture: Block = {
  type: "picture",
  id: "figure-picture",
  caption: { label: "Figure", number: 2, children: [text("A picture")] },
  asset: "square",
  alt: "A small red square.",
  width: 0.3,
  notes: [],
};

const cards: Block = {
  type: "card-grid",
  columns: 3,
  cards: ["More than a condition", "One story", "Close to home", "Well for longer"].map((topic, i) => ({
    type: "card",
    brand: "I statement",
    topic,
    blocks: [paragraph(words(1 + (i % 2), i % 2))],
  })),
};

const everything: readonly Block[] = [
  allInlines,
  bullets("An item", [
    paragraph("An item with a list"),
    numberedList(["Inner one", [paragraph("Inner two"), bullets("Innermost")]]),
  ]),
  {
    type: "definition-list",
    items: [
      {
        term: [text("TUPE")],
        blocks: [paragraph("Transfer of Undertakings (Protection of Employment) Regulations 2006")],
      },
      { term: [text("BCR")], blocks: [paragraph("Benefit–cost ratio"), paragraph(words(1))] },
    ],
  },
  { type: "quote", blocks: [paragraph(words(2))], attribution: [text("A person who uses services")] },
  { type: "card", topic: "A card", blocks: [paragraph(words(1))] },
  { type: "callout", title: "Decision", blocks: [paragraph(words(1)), bullets("Approve", "Delegate")] },
  { ...costs, id: undefined },
  { type: "sign-off", fields: [{ label: "Name", value: "Strategic Director" }, { label: "Signature" }] },
  { type: "prompt", blocks: [paragraph("Please describe how the plan was made.")] },
];

/** Bytes of a 2 by 2 PNG, red with an alpha channel. */
export const square = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFElEQVR4nGM4IadRAcT/GUAEiAMAQJ8HJ7sUH1IAAAAASUVORK5CYII="),
  (c) => c.charCodeAt(0),
);

/** Stands for the drawing of an exhibit. */
export function stubDraw(_content: unknown, width: number): Scene {
  return {
    width,
    height: width * 0.5,
    shapes: [
      { type: "rectangle", x: 0, y: 20, width: width / 2, height: 30, fill: "#0b3c5d", radius: 4 },
      {
        type: "path",
        d: `M 10 80 L ${width / 3} 90 C 10 100 20 110 40 120 Q 50 130 60 120 A 10 10 0 0 1 80 120 Z`,
        stroke: "#505a5f",
        strokeWidth: 1,
        dash: [3, 2],
      },
      {
        type: "words",
        x: width / 2,
        y: width * 0.45,
        value: "Complex care £12.3m ✓",
        size: 10,
        bold: true,
        fill: "#1d1d1f",
        anchor: "middle",
      },
    ],
  };
}

function bodyBlocks(): readonly Block[] {
  return [
    heading(1, "1", "Executive summary"),
    { type: "paragraph", role: "lead", children: [text(words(2))] },
    paragraph(words(4), note("second", 2)),
    numberedList(
      ["Approve the business case", "Delegate the detail to the Strategic Director", "Note the risks"],
      "item",
    ),
    paragraph("The Board is asked to note:"),
    bullets("that one thing", "and another"),
    heading(2, "1.1", "A heading of the second level that is long enough to need more than one line on the page"),
    allInlines,
    heading(3, "1.1.1", "Third level"),
    paragraph(words(3)),
    heading(4, "", "Fourth level"),
    paragraph(words(2)),
    heading(4, "", "Run in", { role: "run-in" }),
    paragraph(words(2)),
    heading(1, "SECTION 2 –", "Economic case", { role: "divider", breakBefore: true }),
    paragraph(words(2)),
    costs,
    paragraph(words(3)),
    ...everything,
    heading(2, "2.1", "Cards and drawings"),
    cards,
    exhibit,
    picture,
    paragraph(words(6)),
    ...exhibits,
    heading(2, "2.2", "Risks"),
    risks,
    heading(2, "2.3", "Services"),
    spans,
    heading(2, "2.4", "Tall"),
    tall,
    heading(2, "2.5", "Forms"),
    form,
    ticks,
    {
      type: "prompt",
      blocks: [
        paragraph(
          "1c) Service provider engagement. Please describe how health and social care providers have been involved.",
        ),
        bullets("and how"),
      ],
    },
    { type: "answer", to: "heading-1", blocks: [paragraph(words(3)), bullets("One", "Two")] },
    ...Array.from(
      { length: 14 },
      (_, i): Block => paragraph(words(3 + (i % 4), i % 2), ...(i === 6 ? [note("third", 3)] : [])),
    ),
    {
      type: "sign-off",
      id: "sign",
      fields: [
        { label: "Name" },
        { label: "Post", value: "Chief Executive" },
        { label: "Signature" },
        { label: "Date" },
      ],
    },
    { type: "page-break" },
    {
      type: "table",
      summary: "Every block in a cell.",
      look: "grid",
      columns: [
        { key: "a", align: "left" },
        { key: "b", align: "left" },
      ],
      rows: [
        row("header", "Left", "Right"),
        row(
          "body",
          cell(everything),
          cell([paragraph("Beside"), exhibit.type === "exhibit" ? { ...exhibit, id: "figure-in-cell" } : exhibit]),
        ),
      ],
      notes: [],
    },
    { type: "callout", blocks: everything },
    bullets(everything),
    ...everyPlace(),
  ];
}

/** The document. */
export function torture(): Document {
  headings = 0;
  const body = bodyBlocks();
  const landscape: readonly Block[] = [heading(2, "2.6", "Wide"), wide, ...landscapePlaces("full", 6)];
  const appendix: readonly Block[] = [
    heading(1, "Appendix A", "More", { ownNumber: true }),
    paragraph(words(5)),
    heading(2, "A.1", "Deeper"),
    heading(3, "A.1.1", "Deepest"),
    paragraph(words(2)),
  ];
  const all = [...body, ...landscape, ...appendix];
  const plain = documentOf([]);
  return {
    ...plain,
    id: "torture/document",
    properties: {
      ...plain.properties,
      title: "Integrated health & wellbeing <torture>",
      organisations: ["Plymouth City Council", "NEW Devon Clinical Commissioning Group"],
      keywords: ["health", "care & support"],
    },
    running: {
      ...plain.running,
      headerLeft: "Integrated health and wellbeing: outline business case",
      footerCentre: "CONFIDENTIAL",
    },
    marks: { watermark: "DRAFT", marking: "CONFIDENTIAL" },
    headingScheme: [],
    sections: [
      {
        orientation: "portrait",
        role: "cover",
        blocks: [
          {
            type: "cover",
            organisations: ["Plymouth City Council", "NEW Devon Clinical Commissioning Group"],
            logos: [{ asset: "square", alt: "Logo of the council" }],
            kind: "Outline business case",
            title: "Integrated approach to health and wellbeing",
            subtitle: "Integrated health and wellbeing programme",
            facts: [
              { label: "Version", value: "2.0" },
              { label: "Status", value: "For approval" },
              { label: "Date", value: "28 January 2014" },
              { label: "Owner", value: "Strategic Director for People" },
            ],
          },
        ],
      },
      {
        orientation: "portrait",
        role: "front",
        blocks: [
          {
            type: "contents",
            of: "headings",
            title: "Contents",
            look: "list",
            depth: 2,
            entries: all.flatMap((block) =>
              block.type === "heading" && block.level <= 2 && block.role !== "run-in"
                ? [
                    {
                      target: block.id,
                      level: block.level,
                      ...(block.number ? { number: block.number } : {}),
                      text: block.children.map((c) => (c.type === "text" ? c.value : "")).join(""),
                    },
                  ]
                : [],
            ),
          },
          {
            type: "contents",
            of: "tables",
            title: "Tables",
            look: "list",
            depth: 1,
            entries: [
              { target: "table-costs", level: 1, number: "Table 2", text: "Costs by year, £k" },
              { target: "table-risks", level: 1, number: "Table 3", text: "Risk register with effects and mitigation" },
            ],
          },
          {
            type: "contents",
            of: "headings",
            title: "",
            look: "two-column",
            depth: 2,
            entries: all.flatMap((block) =>
              block.type === "heading" && block.level <= 2 && block.role !== "run-in"
                ? [
                    {
                      target: block.id,
                      level: block.level,
                      ...(block.number ? { number: block.number } : {}),
                      text: block.children.map((c) => (c.type === "text" ? c.value : "")).join(""),
                    },
                  ]
                : [],
            ),
          },
        ],
      },
      { orientation: "portrait", role: "body", blocks: body },
      { orientation: "landscape", role: "body", blocks: landscape },
      { orientation: "portrait", role: "appendix", blocks: appendix },
    ],
    footnotes: [
      {
        id: "first",
        number: 1,
        blocks: [
          paragraph(
            "NHS England, planning guidance, December 2013, ",
            link("https://www.england.nhs.uk/", "england.nhs.uk"),
            ".",
          ),
        ],
      },
      { id: "second", number: 2, blocks: [paragraph(words(2))] },
      { id: "third", number: 3, blocks: [paragraph(words(5))] },
      { id: "in-table", number: 4, blocks: [paragraph("A note cited in a table.")] },
      { id: "uncited", number: 5, blocks: [paragraph("A note that nothing cites.")] },
      fullFootnote("full", 6),
    ],
    assets: { square: { type: "png", width: 60, height: 60 } },
  };
}
