// A document with every kind of node in it, for the DOCX tests.
import type { Block, Document, Table } from "../../src/document/document.ts";
import { cell, documentOf, paragraph as para, row, text } from "./nodes.ts";

export { cell, documentOf, paragraph as para, row, text } from "./nodes.ts";

const lorem =
  "The programme brings health and social care together around the person, so that people stay well and independent for longer and the money is spent where it does most good.";

const money: Table = {
  type: "table",
  id: "pots",
  caption: { label: "Table", number: 1, children: [text("Pooled and aligned budgets, 2014/15 (£m)")] },
  summary: "Four pots by partner and in total.",
  look: "ruled",
  columns: [
    { key: "pot", align: "left", rowHeader: true },
    { key: "pcc", align: "decimal", ruleBefore: true },
    { key: "ph", align: "decimal" },
    { key: "ccg", align: "decimal", ruleBefore: true },
    { key: "total", align: "decimal", ruleBefore: true },
  ],
  rows: [
    row(
      "header",
      cell("Pot", { rowSpan: 2 }),
      cell("Council", { colSpan: 2 }),
      cell("CCG", { rowSpan: 2 }),
      cell("Total", { rowSpan: 2 }),
    ),
    row("header", "Social care", "Public health"),
    row("section", "Pooled"),
    row("body", "Pot A: wellbeing", "73.9", "4.25", "112.4", "190.55"),
    row("body", "Pot B: community", "12.0", "nil", "(8.4)", "3.6"),
    row("group", "Not pooled", "", "", "", ""),
    row(
      "body",
      "Pot C: enhanced and specialised care, with a name that is longer than the others",
      "1.5",
      "0.75",
      "20",
      "22.25",
    ),
    row("subtotal", "Sub-total", "87.4", "5.0", "124.0", "216.4"),
    row("total", "All pots", "87.4", "5.0", "124.0", "216.4"),
  ],
  notes: [
    { type: "paragraph", role: "note", children: [text("Figures may not add up because of rounding.")] },
    { type: "paragraph", role: "source", children: [text("Source: finance teams of both organisations.")] },
  ],
};

const risks: Table = {
  type: "table",
  id: "risks",
  caption: { label: "Table", number: 2, children: [text("Risk register")] },
  summary: "Risks with score, rating and mitigation.",
  look: "ruled",
  columns: [
    { key: "id", align: "left", rowHeader: true },
    { key: "title", align: "left" },
    { key: "score", align: "right" },
    { key: "rating", align: "left" },
    { key: "done", align: "centre" },
    { key: "mitigation", align: "left" },
  ],
  rows: [
    row("header", "Ref", "Risk", "Score", "Rating", "Agreed", "Mitigation"),
    ...Array.from({ length: 26 }, (_, i) =>
      row(
        "body",
        `R${i + 1}`,
        `Savings are not enough to meet the funding gap in year ${i + 1}`,
        String(((i * 7) % 25) + 1),
        cell([
          para({
            type: "rating",
            text: ["Green", "Amber", "Red", "Amber / Red"][i % 4] ?? "",
            tone: (["green", "amber", "red", "amber-red"] as const)[i % 4] ?? "neutral",
          }),
        ]),
        cell([para({ type: "tick", mark: i % 3 === 0 ? "cross" : "tick", label: i % 3 === 0 ? "No" : "Yes" })]),
        cell([
          {
            type: "list",
            style: "bullet",
            items: [
              { marker: "•", blocks: [para("Validate the projected benefits in the next phase")] },
              {
                marker: "•",
                blocks: [
                  para("Carry optimism bias in the model, and ", { type: "strong", children: [text("review")] }, " it"),
                ],
              },
            ],
          },
        ]),
      ),
    ),
  ],
  notes: [],
};

const wide: Table = {
  type: "table",
  id: "wide",
  caption: { label: "Table", number: 3, children: [text("Benefits by project and year")] },
  summary: "Benefits by year.",
  look: "grid",
  columns: Array.from({ length: 10 }, (_, i) => ({
    key: `c${i}`,
    align: i === 0 ? ("left" as const) : ("right" as const),
    rowHeader: i === 0,
  })),
  rows: [
    row("header", "Project", ...Array.from({ length: 9 }, (_, i) => `20${14 + i}/${15 + i}`)),
    ...Array.from({ length: 6 }, (_, r) =>
      row(
        "body",
        `Integrated project ${r + 1}`,
        ...Array.from({ length: 9 }, (_, i) => `£${(r + 1) * (i + 3) * 13},000`),
      ),
    ),
  ],
  notes: [],
};

/** Every node type, several pages. */
export function sampleDocument(): Document {
  const body: Block[] = [
    { type: "heading", level: 1, id: "summary", number: "1", inContents: true, children: [text("Executive summary")] },
    { type: "paragraph", role: "lead", children: [text(lorem)] },
    para(
      "The benefits are about ",
      { type: "value", text: "£11.1m" },
      " a year, see ",
      { type: "reference", target: "spend", to: "heading", children: [text("Section 1.1")] },
      ", ",
      { type: "reference", target: "pots", to: "table", children: [text("Table 1")] },
      ", ",
      { type: "reference", target: "levels", to: "exhibit", children: [text("Figure 1")] },
      " and ",
      { type: "reference", target: "rec-2", to: "item", children: [text("Recommendation 2")] },
      ". A ",
      {
        type: "link",
        url: "https://www.gov.uk/green-book?x=1&y=2",
        children: [text("link with "), { type: "emphasis", children: [text("emphasis")] }],
      },
      " and ",
      {
        type: "strong",
        children: [text("bold "), { type: "emphasis", children: [text("and italic")] }, text(" bold")],
      },
      " and code ",
      { type: "code", value: "npm ci" },
      ", 2",
      { type: "superscript", children: [text("nd")] },
      " and ",
      { type: "foreign", language: "cy", children: [text("iechyd da")] },
      ".",
      { type: "footnote-reference", id: "tuf", number: 1 },
    ),
    {
      type: "heading",
      level: 2,
      id: "spend",
      number: "1.1",
      inContents: true,
      children: [text("Addressable spend & more")],
    },
    para(lorem, { type: "footnote-reference", id: "second", number: 2 }),
    para("First line", { type: "line-break" }, "second line of the same paragraph, noted again.", {
      type: "footnote-reference",
      id: "tuf",
      number: 1,
    }),
    {
      type: "list",
      style: "bullet",
      items: [
        { marker: "•", blocks: [para("A bullet with two paragraphs. ", lorem), para("The second paragraph.")] },
        {
          marker: "•",
          blocks: [
            para("A bullet with a list in it:"),
            {
              type: "list",
              style: "lower-roman",
              items: [
                { marker: "i.", value: 1, blocks: [para("first inner")] },
                {
                  marker: "ii.",
                  value: 2,
                  blocks: [
                    para("second inner"),
                    { type: "list", style: "bullet", items: [{ marker: "–", blocks: [para("third level")] }] },
                  ],
                },
              ],
            },
          ],
        },
        { marker: "•", blocks: [para("The last bullet.")] },
      ],
    },
    para("The recommendations are:"),
    {
      type: "list",
      style: "decimal",
      items: [
        { marker: "1.", value: 1, id: "rec-1", blocks: [para("To approve the business case.")] },
        { marker: "2.", value: 2, id: "rec-2", blocks: [para("To delegate the detail.")] },
      ],
    },
    para("And after some words the list goes on:"),
    {
      type: "list",
      style: "decimal",
      items: [
        { marker: "3.", value: 3, blocks: [para("To note the risks.")] },
        { marker: "4.", value: 4, blocks: [para("To agree the pooled budget.")] },
      ],
    },
    money,
    para("Words after the table. ", lorem),
    {
      type: "heading",
      level: 3,
      id: "third",
      number: "1.1.1",
      inContents: false,
      children: [text("A third level heading")],
    },
    para(lorem),
    { type: "heading", level: 2, id: "fourth", inContents: false, children: [text("An unlisted heading at level 2")] },
    { type: "heading", level: 4, id: "runin", role: "run-in", inContents: false, children: [text("A run-in heading")] },
    para(lorem),
    { type: "callout", title: "What this means", blocks: [para(lorem), para("A second paragraph of the callout.")] },
    {
      type: "card",
      topic: "More than a condition",
      brand: "I statements",
      blocks: [para("I want services that support me to manage my situation in life, not just my condition.")],
    },
    {
      type: "quote",
      blocks: [para("Care and support is integrated and directed by me.")],
      attribution: [text("National Voices, 2013")],
    },
    {
      type: "callout",
      title: "With a list",
      blocks: [
        para("Steps:"),
        {
          type: "list",
          style: "bullet",
          items: [
            { marker: "•", blocks: [para("one")] },
            { marker: "•", blocks: [para("two")] },
          ],
        },
      ],
    },
    {
      type: "card-grid",
      columns: 3,
      cards: ["Prevention", "Home", "Choice", "Voice"].map((topic) => ({
        type: "card",
        topic,
        blocks: [para(`A statement about ${topic.toLowerCase()} that runs over a few lines of the card.`)],
      })),
    },
    {
      type: "definition-list",
      items: [
        { term: [text("Pooled budget")], blocks: [para("Money of several bodies held together under section 75.")] },
        { term: [text("TUPE")], blocks: [para("Transfer of Undertakings regulations.")] },
      ],
    },
    {
      type: "heading",
      level: 1,
      id: "risk",
      number: "2",
      inContents: true,
      breakBefore: true,
      children: [text("Risks")],
    },
    risks,
    {
      type: "exhibit",
      id: "levels",
      caption: { label: "Figure", number: 1, children: [text("Spend by level of need")] },
      alt: "Most is spent on bed-based care.",
      content: { type: "levels", sides: [] },
      notes: [{ type: "paragraph", role: "source", children: [text("Source: programme office.")] }],
    },
    { type: "heading", level: 2, id: "form", number: "2.1", inContents: true, children: [text("A form")] },
    {
      type: "prompt",
      blocks: [
        para("Please describe how providers were engaged:"),
        {
          type: "list",
          style: "lower-alpha",
          items: [
            { marker: "a)", value: 1, blocks: [para("NHS trusts")] },
            { marker: "b)", value: 2, blocks: [para("primary care")] },
          ],
        },
      ],
    },
    { type: "answer", to: "form", blocks: [para("Providers met four times."), para("They agreed the plan.")] },
    {
      type: "sign-off",
      id: "sign",
      fields: [{ label: "Name", value: "A. Director" }, { label: "Signature" }, { label: "Date" }],
    },
    { type: "page-break" },
    para("After a page break."),
  ];
  const front: Block[] = [
    {
      type: "contents",
      of: "headings",
      title: "Contents",
      look: "list",
      depth: 2,
      entries: [
        { target: "summary", level: 1, number: "1", text: "Executive summary" },
        { target: "spend", level: 2, number: "1.1", text: "Addressable spend & more" },
        { target: "risk", level: 1, number: "2", text: "Risks" },
        { target: "form", level: 2, number: "2.1", text: "A form" },
        { target: "wide-chapter", level: 1, number: "3", text: "Wide things" },
        { target: "app-a", level: 1, number: "Appendix A", text: "First appendix" },
        { target: "app-b", level: 1, number: "Appendix B", text: "Second appendix" },
      ],
    },
    {
      type: "contents",
      of: "tables",
      title: "Tables",
      look: "list",
      depth: 1,
      entries: [
        { target: "pots", level: 1, number: "Table 1", text: "Pooled and aligned budgets, 2014/15 (£m)" },
        { target: "risks", level: 1, number: "Table 2", text: "Risk register" },
        { target: "wide", level: 1, number: "Table 3", text: "Benefits by project and year" },
      ],
    },
    {
      type: "contents",
      of: "headings",
      title: "At a glance",
      look: "two-column",
      depth: 2,
      entries: [
        { target: "summary", level: 1, number: "1", text: "Executive summary" },
        { target: "spend", level: 2, number: "1.1", text: "Addressable spend & more" },
        { target: "risk", level: 1, number: "2", text: "Risks" },
      ],
    },
  ];
  return documentOf([], {
    marks: { watermark: "DRAFT", marking: "CONFIDENTIAL" },
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
              {
                label: "Owners",
                value: "Strategic Director for People, and a second owner with a title that needs two lines",
              },
            ],
          },
        ],
      },
      { orientation: "portrait", role: "front", blocks: front },
      { orientation: "portrait", role: "body", blocks: body },
      {
        orientation: "landscape",
        role: "body",
        blocks: [
          {
            type: "heading",
            level: 1,
            id: "wide-chapter",
            number: "3",
            inContents: true,
            children: [text("Wide things")],
          },
          para(lorem, " ", lorem),
          wide,
        ],
      },
      {
        orientation: "portrait",
        role: "appendix",
        blocks: [
          {
            type: "heading",
            level: 1,
            id: "app-a",
            number: "Appendix A",
            ownNumber: true,
            inContents: true,
            children: [text("First appendix")],
          },
          para(lorem),
          {
            type: "heading",
            level: 2,
            id: "app-a1",
            number: "A.1",
            ownNumber: true,
            inContents: false,
            children: [text("Part of it")],
          },
          {
            type: "heading",
            level: 2,
            id: "app-a2",
            number: "A.2",
            ownNumber: true,
            inContents: false,
            children: [text("Another part")],
          },
          {
            type: "heading",
            level: 1,
            id: "app-b",
            number: "Appendix B",
            ownNumber: true,
            inContents: true,
            breakBefore: true,
            children: [text("Second appendix")],
          },
          para("See ", { type: "reference", target: "app-a", to: "heading", children: [text("Appendix A")] }, "."),
        ],
      },
    ],
    footnotes: [
      {
        id: "tuf",
        number: 1,
        blocks: [
          para(
            "NHS England, planning guidance, December 2013, ",
            { type: "link", url: "https://www.england.nhs.uk/", children: [text("online")] },
            ".",
          ),
        ],
      },
      { id: "second", number: 2, blocks: [para("A second note."), para("With a second paragraph.")] },
    ],
  });
}
