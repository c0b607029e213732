import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Block } from "../../../src/document/document.ts";
import { lastPage } from "../../../src/render/docx/pages.ts";
import { documentWords } from "../../support/document-words.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { cell, documentOf, para, row, sampleDocument, text } from "../../support/docx-sample.ts";
import { docxText, docxWords } from "../../support/docx-text.ts";

async function xmlOf(blocks: readonly Block[]): Promise<string> {
  return part(await docxOf(documentOf(blocks)), "word/document.xml");
}

function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name];
  return found ? strFromU8(found) : "";
}

test("an A3 page is given upright, as Word wants it, and turned", async () => {
  const document = documentOf([para("Across.")]);
  const sections = document.sections.map((s) => ({ ...s, orientation: "landscape", size: "a3" }) as const);
  const xml = part(await docxOf({ ...document, sections }), "word/document.xml");
  expect(xml).toMatch(/<w:pgSz w:w="2381\d" w:h="1683\d" w:orient="landscape"\/>/);
});

describe("a document with everything in it", () => {
  let bytes = new Uint8Array();
  let xml = "";
  beforeAll(async () => {
    bytes = new Uint8Array(await docxOf(sampleDocument()));
    xml = part(bytes, "word/document.xml");
  });

  test("has each word once and in order", () => {
    expect(docxWords(bytes)).toEqual(documentWords(sampleDocument()));
  });

  test("uses only styles that it defines", () => {
    const defined = new Set([...part(bytes, "word/styles.xml").matchAll(/w:styleId="([^"]+)"/g)].map((m) => m[1]));
    const parts = Object.keys(unzipSync(bytes)).filter((name) => /^word\/[a-z]+\d*\.xml$/.test(name));
    const used = parts.flatMap((name) =>
      [...part(bytes, name).matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"/g)].map((m) => m[1]),
    );
    expect([...new Set(used)].filter((id) => !defined.has(id) && id !== "DefaultParagraphFont")).toEqual([]);
  });

  test("fills its contents with pages and asks for no update", () => {
    const pages = [...xml.matchAll(/PAGEREF (\w+) \\h.*?fldCharType="separate"\/>(?:<w:t[^>]*>(\d+)<)?/g)].map(
      (m) => m[2],
    );
    expect(pages.length).toBe(10);
    expect(pages.filter((page) => page === undefined)).toEqual([]);
    expect(xml).not.toContain("w:dirty");
    expect(part(bytes, "word/settings.xml")).not.toContain("updateFields");
  });

  test("points every reference at a bookmark that is there", () => {
    const names = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((m) => m[1]));
    const targets = [
      ...[...xml.matchAll(/w:anchor="([^"]+)"/g)].map((m) => m[1]),
      ...[...xml.matchAll(/ (?:REF|PAGEREF|NOTEREF) (\w+) /g)].map((m) => m[1]),
    ];
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((name) => !names.has(name))).toEqual([]);
    expect([...names].filter((name) => !name || name.length > 40)).toEqual([]);
  });

  test("keeps captions and references live, with the words they have now", () => {
    expect(xml).toMatch(/ SEQ Table \\\* ARABIC .*?<w:t xml:space="preserve">1</);
    expect(xml).toMatch(/ REF _pots \\h .*?<w:t xml:space="preserve">Table 1</);
    expect(xml).toMatch(/ REF _spend \\n \\h .*?<w:t xml:space="preserve">1\.1</);
    expect(xml).toMatch(/ NOTEREF _Note_1 /);
  });

  test("says what tables and drawings show", () => {
    expect(xml).toContain('<w:tblDescription w:val="Four pots by partner and in total."/>');
    expect(xml).toContain('descr="Most is spent on bed-based care."');
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith("word/media/"))).toHaveLength(2);
  });

  test("has no empty paragraphs but those that keep tables apart or fill a cell", () => {
    const empty = docxText(bytes).body.filter((p) => p.text === "" && p.marker === "" && p.style !== "Figure");
    expect([...new Set(empty.map((p) => p.style))].sort()).toEqual([
      "ContentsEntry",
      "Gap",
      "TableHeadingRightUsual",
      "TableTextLeftUsual",
      "TableTotalRightUsual",
    ]);
  });

  test("carries language, properties, marks and page fields", () => {
    expect(part(bytes, "word/styles.xml")).toContain('<w:lang w:val="en-GB"');
    expect(part(bytes, "docProps/core.xml")).toContain("Integrated health &amp; wellbeing &lt;programme&gt;");
    expect(part(bytes, "docProps/custom.xml")).toContain("For approval");
    const headers = Object.keys(unzipSync(bytes)).filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(headers).toHaveLength(6);
    for (const name of headers) expect(part(bytes, name)).toMatch(/CONFIDENTIAL.*PowerPlusWaterMarkObject/s);
    const footers = Object.keys(unzipSync(bytes)).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    const counted = footers.filter((name) => /PAGE.* of .*NUMPAGES/s.test(part(bytes, name)));
    // All but that of the first page.
    expect(counted).toHaveLength(footers.length - 1);
  });
});

test("a page break is said by the paragraph after it", async () => {
  const xml = await xmlOf([para("one"), { type: "page-break" }, para("two")]);
  expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  expect(xml).not.toContain('w:type="page"');
});

test("a table after a table is kept apart, so that Word does not join them", async () => {
  const table: Block = {
    type: "table",
    summary: "",
    look: "grid",
    columns: [{ key: "a", align: "left" }],
    rows: [row("header", "A"), row("body", cell("b"))],
    notes: [],
  };
  expect(await xmlOf([table, table])).toMatch(/<\/w:tbl><w:p [^>]*>(?:(?!<w:tbl>).)*<\/w:p><w:tbl>/);
});

test("header rows repeat, rows of a few lines stay whole", async () => {
  const long = para(...Array.from({ length: 400 }, () => "many words "));
  const xml = await xmlOf([
    {
      type: "table",
      summary: "",
      look: "ruled",
      columns: [{ key: "a", align: "left" }],
      rows: [row("header", "A"), row("body", "short"), row("body", cell([long]))],
      notes: [],
    },
  ]);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(2);
});

test("an address that Word would refuse stays text; characters that XML cannot hold are left out", async () => {
  const xml = await xmlOf([
    para(
      { type: "link", url: "http://[", children: [text("bad")] },
      { type: "link", url: "#nowhere", children: [text("lost")] },
    ),
    para("a\u0001b\ud800c"),
  ]);
  expect(xml).not.toContain("w:hyperlink");
  expect(xml).toContain(">ab\ufffdc<");
});

test("a note that no text cites is printed at the end", async () => {
  const document = documentOf([para("text")], { footnotes: [{ id: "x", number: 1, blocks: [para("uncited")] }] });
  expect(docxText(await docxOf(document)).body.at(-1)?.text).toContain("uncited");
});

test("pages that are given stand in the contents as they are", async () => {
  const bytes = await docxOf(sampleDocument(), new Map([["summary", 77]]));
  expect(part(bytes, "word/document.xml")).toMatch(/PAGEREF _summary \\h .*?<w:t[^>]*>77</);
});

test("a tick has a title for those who cannot see it", async () => {
  const xml = await xmlOf([para({ type: "tick", mark: "cross", label: "Not agreed" })]);
  expect(xml).toMatch(/<w:alias w:val="Not agreed"\/>.*<w:t xml:space="preserve">✗<\/w:t>/);
});

test("a paper bound into a pack counts from its first page to its last", async () => {
  const { running, ...document } = documentOf([
    { type: "heading", id: "one", level: 1, children: [text("One")], inContents: true },
    { type: "page-break" },
    para("Words on the second page."),
  ]);
  const bytes = await docxOf({ ...document, running: { ...running, firstPage: 173 } }, new Map([[lastPage, 174]]));
  const footer = part(bytes, "word/footer1.xml").replaceAll(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, "");
  expect(footer.replaceAll(/<[^>]+>/g, "")).toMatch(/Page \s*of 174$/);
  expect(part(bytes, "word/document.xml")).toContain('w:name="_LastPage"');
});

test("a header that readers without Word's fields cannot work out repeats no wrong chapter", async () => {
  const chapter = (id: string): Block => ({
    type: "heading",
    id,
    level: 1,
    children: [text(`Chapter ${id}`)],
    inContents: true,
  });
  const headerOf = async (blocks: readonly Block[]): Promise<string> =>
    part(await docxOf(documentOf(blocks)), "word/header1.xml");
  expect(await headerOf([chapter("one"), para("Words.")])).toContain("Chapter one");
  expect(await headerOf([chapter("one"), chapter("two")])).not.toContain("Chapter");
});
