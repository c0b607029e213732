// The look of a file is in its styles, its theme and its numbering: what paragraphs and runs say themselves is listed here.
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Block, Document, List } from "../../../src/document/document.ts";
import { councilTheme, docxOf } from "../../support/docx-kit.ts";
import { documentOf, para, sampleDocument, text } from "../../support/docx-sample.ts";
import { docxText } from "../../support/docx-text.ts";
import { torture } from "../../support/torture.ts";

type Parts = Readonly<Record<string, string>>;

const noPages: ReadonlyMap<string, number> = new Map();

async function partsOf(document: Document): Promise<Parts> {
  const files = unzipSync(await docxOf(document, noPages));
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.endsWith(".xml"))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** What a part that holds text says; headers, footers and notes are parts of their own. */
function stories(parts: Parts): string {
  return Object.entries(parts)
    .filter(([name]) => /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/.test(name))
    .map(([, xml]) => xml)
    .join("");
}

function styleOf(parts: Parts, id: string): string {
  const styles = parts["word/styles.xml"] ?? "";
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(styles)?.[0] ?? "";
}

function part(parts: Parts, name: string): string {
  return parts[name] ?? "";
}

/** Why a paragraph may say this itself. */
const direct: Readonly<Record<string, string>> = {
  keepNext: "what it announces comes next",
  pageBreakBefore: "the author breaks the page here",
  numPr: "a count begins again, or a marker is not that of the style",
  spacing: "it stands at the top of a page, after a table, or ends a list or a cell",
  ind: "it stands inside a list, or on a page wider than the styles are for",
  tabs: "it runs over a page wider than the styles are for",
};

/** Why a cell may say this itself. */
const directCell: Readonly<Record<string, string>> = {
  tcW: "columns are measured by the words of the table",
  gridSpan: "it stands over several columns",
  vMerge: "it stands beside several rows",
  shd: "a group, a section, a second header row, a name outside the first column, a stripe that Word would count otherwise; a box",
  tcBorders: "a sum between the rows, the end of a header of several rows, a group of columns; a box",
  vAlign: "a second header row",
  tcMar: "a box",
};

/** Why a table may say this itself. */
const directTable: Readonly<Record<string, string>> = {
  tblW: "columns are measured by the words of the table",
  jc: "it stands on the left whatever the style of the house says",
  tblInd: "it stands inside a list",
  tblLayout: "its columns keep their widths",
  tblCellMar: "a crowded table has less space between its columns",
  tblLook: "which looks of the style it takes",
  tblCaption: "what it shows",
  tblDescription: "what it shows",
};

/** Why a row may say this itself. */
const directRow: Readonly<Record<string, string>> = {
  cantSplit: "a low row does not tear",
  tblHeader: "it is read out and repeated as a header",
  trHeight: "there is room to sign",
};

/** Why a run may say this itself, besides its character style. */
const directRun: Readonly<Record<string, string>> = {
  lang: "words in another language",
  b: "bold within another character style",
  bCs: "bold within another character style",
  i: "italic within another character style",
  iCs: "italic within another character style",
  vertAlign: "a raised figure in running text",
};

describe.each([
  ["sample", sampleDocument],
  ["torture", torture],
] as const)("%s document", (_, make) => {
  let parts: Parts = {};
  beforeAll(async () => {
    parts = await partsOf(make());
  });

  test("paragraphs say themselves only what no style can know", () => {
    const said = [...stories(parts).matchAll(/<w:pPr>(.*?)<\/w:pPr>/gs)].flatMap(([, inner = ""]) => {
      const own = inner
        .replace(/<w:sectPr.*?<\/w:sectPr>/gs, "")
        .replace(/<w:(tabs|pBdr|numPr|rPr)>.*?<\/w:\1>/gs, "<w:$1/>");
      return [...own.matchAll(/<w:(\w+)/g)].map((match) => match[1] ?? "").filter((name) => name !== "pStyle");
    });
    expect([...new Set(said)].filter((name) => !(name in direct))).toEqual([]);
  });

  test("runs say themselves only what their character style cannot", () => {
    const said = [...stories(parts).matchAll(/<w:rPr>(.*?)<\/w:rPr>/gs)].flatMap(([, inner = ""]) =>
      [...inner.matchAll(/<w:(\w+)/g)].map((match) => match[1] ?? "").filter((name) => name !== "rStyle"),
    );
    expect([...new Set(said)].filter((name) => !(name in directRun))).toEqual([]);
  });

  test.each([
    ["tables", "tblPr", directTable],
    ["rows", "trPr", directRow],
    ["cells", "tcPr", directCell],
  ] as const)("%s say themselves only what no table style can know", (_, name, allowed) => {
    const xml = stories(parts).replaceAll(/<w:(tcBorders|tcMar|tblCellMar|tblBorders)>.*?<\/w:\1>/gs, "<w:$1/>");
    const said = [...xml.matchAll(new RegExp(`<w:${name}>(.*?)</w:${name}>`, "gs"))].flatMap(([, inner = ""]) =>
      [...inner.matchAll(/<w:(\w+)/g)].map((match) => match[1] ?? "").filter((child) => child !== "tblStyle"),
    );
    expect(said.length).toBeGreaterThan(0);
    expect([...new Set(said)].filter((child) => !(child in allowed))).toEqual([]);
  });

  test("every style that is used or named is there, and no style of the file's own is idle", () => {
    const styles = part(parts, "word/styles.xml");
    const ids = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1]);
    const used = (xml: string): readonly string[] =>
      [...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"/g)].map(
        (match) => match[1] ?? "",
      );
    const all = new Set([...used(stories(parts)), ...used(styles), ...used(part(parts, "word/numbering.xml"))]);
    expect([...all].filter((id) => !ids.includes(id))).toEqual([]);
    const own = [...styles.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*>(.*?)<\/w:style>/gs)].filter(
      ([style, , inner = ""]) => style.includes('w:customStyle="1"') && !inner.includes("<w:qFormat"),
    );
    expect(own.map(([, id]) => id ?? "").filter((id) => !all.has(id))).toEqual([]);
  });

  test("styles of another name than Word's are marked as the file's own", () => {
    const styles = [...part(parts, "word/styles.xml").matchAll(/<w:style ([^>]*)><w:name w:val="([^"]+)"/g)];
    const own = styles.filter(([, attributes = ""]) => attributes.includes("customStyle")).map(([, , name]) => name);
    expect(own).toEqual(expect.arrayContaining(["Callout", "Card", "Note", "Rating Green"]));
    for (const name of ["Normal", "heading 1", "List Bullet", "toc 1", "caption", "header", "Body Text", "Title"]) {
      expect(own).not.toContain(name);
    }
  });

  test("colours and faces of the theme are named, not repeated", () => {
    const { text, quiet, tint, accent, link } = councilTheme.colours;
    const slotted = [text, quiet, tint, accent, link].map((value) => value.slice(1).toUpperCase());
    const styles = part(parts, "word/styles.xml").replaceAll(/<w:style [^>]*w:styleId="Rating\w*".*?<\/w:style>/gs, "");
    const tags = [...`${styles}${part(parts, "word/numbering.xml")}${stories(parts)}`.matchAll(/<w:\w+ [^>]*>/g)].map(
      ([tag]) => tag,
    );
    const repeated = tags.filter(
      (tag) => slotted.some((hex) => tag.includes(`"${hex}"`)) && !/w:theme(Color|Fill)=/.test(tag),
    );
    expect(repeated).toEqual([]);
    const faces = tags.filter((tag) => tag.startsWith("<w:rFonts") && !tag.includes("w:asciiTheme="));
    expect(faces.filter((tag) => !/"(Courier New|Segoe UI Symbol)"/.test(tag))).toEqual([]);
  });
});

describe("the theme", () => {
  test("holds the colours and the face that the PDF has", async () => {
    const theme = part(await partsOf(documentOf([para("Words.")])), "word/theme/theme1.xml");
    const { colours, face } = councilTheme;
    const slot = (name: string): string | undefined =>
      new RegExp(`<a:${name}><a:(?:srgbClr val|sysClr [^>]*lastClr)="([^"]+)"`).exec(theme)?.[1]?.toLowerCase();
    expect(["dk1", "dk2", "lt2", "accent1", "accent2", "hlink"].map(slot)).toEqual(
      [colours.text, colours.quiet, colours.tint, colours.accent, colours.series[1] ?? "", colours.link].map((value) =>
        value.slice(1),
      ),
    );
    for (const font of ["majorFont", "minorFont"]) {
      expect(theme).toMatch(new RegExp(`<a:${font}><a:latin typeface="${face.word}"`));
    }
  });
});

describe("lists", () => {
  const list = (style: List["style"], first: number, count: number, inner: readonly Block[] = []): List => ({
    type: "list",
    style,
    items: Array.from({ length: count }, (_, i) => ({
      marker: style === "bullet" ? "•" : `${first + i}.`,
      ...(style === "bullet" ? {} : { value: first + i }),
      blocks: [para("item"), ...inner],
    })),
  });

  test("a style brings its bullet or number, whatever stands in the text", async () => {
    const parts = await partsOf(documentOf([para("No list at all.")]));
    const numbering = part(parts, "word/numbering.xml");
    const levels = [...numbering.matchAll(/<w:lvl w:ilvl="(\d)"[^>]*>(.*?)<\/w:lvl>/gs)];
    const of = (id: string): string => {
      const level = /<w:ilvl w:val="(\d)"\/><w:numId w:val="\d+"/.exec(styleOf(parts, id))?.[1];
      const found = levels.find(([, at, inner = ""]) => at === level && inner.includes(`<w:pStyle w:val="${id}"/>`));
      return /<w:lvlText w:val="([^"]*)"/.exec(found?.[2] ?? "")?.[1] ?? "";
    };
    const ids = ["ListBullet", "ListBullet2", "ListBullet3", "ListNumber", "ListNumber2", "ListNumber3"];
    expect(ids.map(of)).toEqual(["•", "–", "–", "%1.", "%2.", "%3."]);
  });

  test("items say nothing of numbers but where a count begins again", async () => {
    const blocks = [
      list("bullet", 1, 2),
      list("decimal", 1, 2),
      para("goes on"),
      list("decimal", 3, 2),
      para("again"),
      list("decimal", 1, 2),
    ];
    const parts = await partsOf(documentOf(blocks));
    const items = [
      ...part(parts, "word/document.xml").matchAll(/<w:pPr><w:pStyle w:val="(List\w+)"\/>(.*?)<\/w:pPr>/gs),
    ];
    expect(items.map(([, style, inner = ""]) => `${style}${inner.includes("<w:numPr>") ? " numPr" : ""}`)).toEqual([
      "ListBullet",
      "ListBullet",
      "ListNumber",
      "ListNumber",
      "ListNumber",
      "ListNumber",
      "ListNumber numPr",
      "ListNumber numPr",
    ]);
    const { body } = docxText(await docxOf(documentOf(blocks), noPages));
    expect(body.map((p) => p.marker)).toEqual(["•", "•", "1.", "2.", "", "3.", "4.", "", "1.", "2."]);
  });

  test("what goes on inside an item has no bullet, in text and in a cell", async () => {
    const inner = [para("more")];
    const table: Block = {
      type: "table",
      summary: "",
      look: "grid",
      columns: [{ key: "a", align: "left" }],
      rows: [{ kind: "body", cells: [{ blocks: [list("bullet", 1, 1, inner)] }] }],
      notes: [],
    };
    const { body } = docxText(await docxOf(documentOf([list("bullet", 1, 1, inner), table]), noPages));
    expect(body.map((p) => [p.marker, p.text])).toEqual([
      ["•", "item"],
      ["", "more"],
      ["•", "item"],
      ["", "more"],
    ]);
  });
});

describe("headings", () => {
  const divider = (n: number): Block => ({
    type: "heading",
    level: 1,
    id: `d${n}`,
    number: `SECTION ${n} –`,
    ownNumber: true,
    role: "divider",
    breakBefore: true,
    inContents: true,
    children: [text(`Case ${n}`)],
  });

  test("numbers of dividers, their rule and their page break are their style's", async () => {
    const document = documentOf([divider(1), para("Words."), divider(2)]);
    const scheme = document.headingScheme.map((level) => ({ ...level, pattern: "" }));
    const parts = await partsOf({ ...document, headingScheme: scheme });
    const properties = [
      ...part(parts, "word/document.xml").matchAll(/<w:pPr>(<w:pStyle w:val="Divider\w+"\/>.*?)<\/w:pPr>/gs),
    ];
    expect(properties.map(([, inner]) => inner?.replace(/<w:spacing w:before="0"\/>/, ""))).toEqual([
      '<w:pStyle w:val="DividerHeading1"/>',
      '<w:pStyle w:val="DividerHeading1"/>',
    ]);
    expect(styleOf(parts, "DividerHeading1")).toMatch(
      /<w:pageBreakBefore\/>.*<w:numId w:val="\d+"\/>.*<w:pBdr><w:top /s,
    );
    expect(part(parts, "word/numbering.xml")).toMatch(
      /<w:pStyle w:val="DividerHeading1"\/>.*<w:lvlText w:val="SECTION %1 –"/s,
    );
    const { body } = docxText(await docxOf({ ...document, headingScheme: scheme }, noPages));
    expect(body.map((p) => p.marker)).toEqual(["SECTION 1 –", "", "SECTION 2 –"]);
  });

  test("appendices count in one list of their own, with its styles", async () => {
    const appendix = (level: 1 | 2, number: string): Block => ({
      type: "heading",
      level,
      id: `a${number}`,
      number,
      ownNumber: true,
      inContents: true,
      children: [text("Title")],
    });
    const numbers = ["Appendix A", "A.1", "A.2", "Appendix B", "B.1"];
    const { sections, ...document } = documentOf(
      numbers.map((number) => appendix(number.startsWith("Appendix") ? 1 : 2, number)),
    );
    const appendices = {
      ...document,
      sections: sections.map((section) => ({ ...section, role: "appendix" as const })),
    };
    const { body } = docxText(await docxOf(appendices, noPages));
    expect(body.map((p) => p.marker)).toEqual(numbers);
    const parts = await partsOf(appendices);
    const properties = [...part(parts, "word/document.xml").matchAll(/<w:pPr>(.*?)<\/w:pPr>/gs)].map(
      ([, inner]) => inner?.replace(/<w:(spacing|sectPr)\b.*$/s, "") ?? "",
    );
    expect([...new Set(properties)]).toEqual([
      '<w:pStyle w:val="AppendixHeading1"/>',
      '<w:pStyle w:val="AppendixHeading2"/>',
    ]);
  });

  test("contents name the styles of listed headings that Word would not look for", async () => {
    const entries = [1, 2].map((n) => ({ target: `d${n}`, level: 1, number: `SECTION ${n} –`, text: `Case ${n}` }));
    const contents: Block = { type: "contents", of: "headings", title: "Contents", look: "list", depth: 2, entries };
    const parts = await partsOf(documentOf([contents, divider(1), para("Words."), divider(2)]));
    const [, field = ""] = /> (TOC [^<]*?) *</.exec(part(parts, "word/document.xml")) ?? [];
    expect(field.replaceAll("&quot;", '"')).toBe('TOC \\o "1-2" \\t "Divider Heading 1,1" \\h \\z');
  });

  test("numbers of a scheme are one list of many levels, each with its style", async () => {
    const parts = await partsOf(sampleDocument());
    const numbering = part(parts, "word/numbering.xml");
    const outline = [...numbering.matchAll(/<w:abstractNum .*?<\/w:abstractNum>/gs)].find(([one]) =>
      one.includes('"Heading1"'),
    );
    expect(outline?.[0]).toContain('<w:multiLevelType w:val="multilevel"/>');
    expect(outline?.[0].match(/<w:pStyle w:val="Heading[123]"\/>/g)).toHaveLength(3);
  });
});

describe("contents and running matter", () => {
  test("entries say nothing of tabs and indents: their styles do, and keep them when Word makes the list anew", async () => {
    const parts = await partsOf(sampleDocument());
    const entries = [
      ...part(parts, "word/document.xml").matchAll(
        /<w:pPr><w:pStyle w:val="(TOC\d|TableofFigures)"\/>(.*?)<\/w:pPr>/gs,
      ),
    ];
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter(([, , inner = ""]) => /<w:(tabs|ind)\b/.test(inner))).toEqual([]);
    for (const id of ["TOC1", "TOC2", "TableofFigures"]) {
      expect(styleOf(parts, id)).toMatch(
        /<w:tab w:val="left"[^>]*\/><w:tab w:val="right"[^>]*w:leader="dot"\/>.*<w:ind /s,
      );
    }
  });

  test("the cover has a first page of its own; headers of upright pages leave their tabs to the style", async () => {
    const parts = await partsOf(sampleDocument());
    const sections = [...part(parts, "word/document.xml").matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)].map(([one]) => one);
    expect(sections.map((one) => one.includes("<w:titlePg/>"))).toEqual(sections.map((_, i) => i === 0));
    expect(sections[0]).toMatch(/<w:headerReference w:type="first"/);
    const running = Object.entries(parts).filter(([name]) => /^word\/(header|footer)\d+\.xml$/.test(name));
    // A landscape section in the sample has one of each.
    expect(running.filter(([, xml]) => xml.includes("<w:tabs>"))).toHaveLength(2);
    expect(styleOf(parts, "FooterCentred")).toMatch(/<w:tab w:val="center"[^>]*\/><w:tab w:val="right"/);
  });

  test("a footer with nothing in its middle has one tab, so that a long version does not push the page number down", async () => {
    const sample = sampleDocument();
    const footers = async (footerCentre: string, marks: Document["marks"]) => {
      const parts = await partsOf({ ...sample, marks, running: { ...sample.running, footerCentre } });
      const numbered = Object.entries(parts).filter(([name, xml]) => /\/footer\d/.test(name) && xml.includes("Page "));
      return [numbered[0]?.[1] ?? "", styleOf(parts, "Footer")] as const;
    };
    const [plain, style] = await footers("", {});
    expect(plain).toContain('w:val="Footer"');
    expect(plain.match(/<w:tab\/>/g)).toHaveLength(1);
    expect(style).not.toContain('<w:tab w:val="center"');
    const [centred] = await footers("", { marking: "CONFIDENTIAL" });
    expect(centred).toContain('w:val="FooterCentred"');
    expect(centred.match(/<w:tab\/>/g)).toHaveLength(2);
  });
});
