import { Packer, Paragraph, Document as WordDocument } from "docx";
import { ChartRun } from "docx/charts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { repack } from "../../../src/render/docx/package.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { sampleDocument } from "../../support/docx-sample.ts";

const facts = sampleDocument();
const pages: ReadonlyMap<string, number> = new Map();

const textOf = (parts: Readonly<Record<string, Uint8Array>>, path: string): string =>
  strFromU8(parts[path] ?? new Uint8Array());

test("a second file made in the same process, in another time zone, has the same bytes", async () => {
  const zone = process.env["TZ"];
  try {
    process.env["TZ"] = "Pacific/Kiritimati";
    const first = await docxOf(sampleDocument(), pages);
    process.env["TZ"] = "America/Los_Angeles";
    expect(Buffer.compare(await docxOf(sampleDocument(), pages), first)).toBe(0);
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test("ids that were drawn at random are counted instead, and dates are the document's", () => {
  const files = (id: string, bookmark: number): Uint8Array =>
    zipSync({
      "docProps/core.xml": strToU8(`<c><dcterms:created xsi:type="x">${id}</dcterms:created></c>`),
      "word/document.xml": strToU8(
        `<d><a r:id="rId${id}"/><w:bookmarkStart w:name="x" w:id="${bookmark}"/><w:bookmarkEnd w:id="${bookmark}"/><wp:docPr id="${bookmark}" name=""/></d>`,
      ),
      "word/_rels/document.xml.rels": strToU8(`<r><R Id="rId1"/><R Id="rId${id}"/></r>`),
      "[Content_Types].xml": strToU8("<t/>"),
    });
  const one = repack(files("aZ_9-", 41), facts);
  expect(Buffer.compare(one, repack(files("qqqqq", 977), facts))).toBe(0);
  const parts = unzipSync(one);
  expect(Object.keys(parts)[0]).toBe("[Content_Types].xml");
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toBe(
    '<d><a r:id="rId2"/><w:bookmarkStart w:name="x" w:id="1"/><w:bookmarkEnd w:id="1"/><wp:docPr id="1" name=""/></d>',
  );
  expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain(">2014-01-28T00:00:00Z<");
});

test("a chart and the workbook in it are the same each time", async () => {
  const made = async (): Promise<Uint8Array> => {
    const chart = (): Paragraph =>
      new Paragraph({
        children: [
          new ChartRun({
            type: "column",
            categories: ["2013/14", "2014/15"],
            series: [{ name: "Spend", values: [1, 2] }],
            transformation: { width: 300, height: 200 },
          }),
        ],
      });
    const word = new WordDocument({ sections: [{ children: [chart(), chart()] }] });
    return repack(new Uint8Array(await Packer.toArrayBuffer(word)), facts);
  };
  const first = await made();
  expect(Buffer.compare(await made(), first)).toBe(0);
  const parts = unzipSync(first);
  const relations = Object.keys(parts).filter((path) => path.endsWith(".rels"));
  for (const path of relations) expect(strFromU8(parts[path] ?? new Uint8Array())).not.toMatch(/ Id="(?!rId\d+")/);
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toMatch(/<c:chart [^>]*r:id="rId\d+"/);
  const workbook = unzipSync(parts["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"] ?? new Uint8Array());
  expect(Object.keys(workbook)[0]).toBe("[Content_Types].xml");
});

test("catalogues find sort, status, version, language and owner of the file", async () => {
  const parts = unzipSync(await docxOf(sampleDocument(), pages));
  const core = textOf(parts, "docProps/core.xml");
  expect(core).toContain("<cp:category>Outline business case</cp:category>");
  expect(core).toContain("<cp:contentStatus>For approval</cp:contentStatus>");
  expect(core).toContain("<cp:version>2.0</cp:version>");
  expect(core).toContain("<dc:language>en-GB</dc:language>");
  const application = textOf(parts, "docProps/app.xml");
  expect(application).toContain("<Application>fivecase</Application>");
  expect(application).toContain("<Company>Plymouth City Council, NEW Devon CCG</Company>");
  expect(textOf(parts, "word/settings.xml")).toMatch(
    /<\/w:compat><w:themeFontLang w:val="en-GB"\/><w:clrSchemeMapping /,
  );
});

test("words of properties cannot break the file", () => {
  const empty = zipSync({
    "docProps/core.xml": strToU8("<cp:coreProperties></cp:coreProperties>"),
    "docProps/app.xml": strToU8('<Properties xmlns="x"/>'),
  });
  const properties = { ...facts.properties, status: "a<b & \u0001$&", organisations: ["$& Co", "</Company>"] };
  const parts = unzipSync(repack(empty, { ...facts, properties }));
  expect(textOf(parts, "docProps/core.xml")).toContain("<cp:contentStatus>a&lt;b &amp; $&amp;</cp:contentStatus>");
  expect(textOf(parts, "docProps/app.xml")).toContain("<Company>$&amp; Co, &lt;/Company&gt;</Company>");
});

test("numbering is of the right sort, told apart, and all of it is used", async () => {
  const parts = unzipSync(await docxOf(sampleDocument(), pages));
  const numbering = textOf(parts, "word/numbering.xml");
  const all = Object.keys(parts).filter((path) => /^word\/[a-z]+\d*\.xml$/.test(path));
  const used = new Set(
    all.flatMap((path) => [...textOf(parts, path).matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => match[1])),
  );
  const uses = [...numbering.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>.*?<w:abstractNumId w:val="(\d+)"/gs)];
  expect(uses.filter(([, id]) => !used.has(id))).toEqual([]);
  const definitions = [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gs)];
  expect(definitions.map(([, id]) => id).filter((id) => !uses.some(([, , of]) => of === id))).toEqual([]);
  const headings = definitions.find(([text]) => text.includes('<w:pStyle w:val="Heading1"/>'))?.[0];
  expect(headings).toMatch(/<w:nsid w:val="[0-9A-F]{8}"\/><w:multiLevelType w:val="multilevel"\/>/);
  expect(numbering).not.toContain("tentative");
  const told = [...numbering.matchAll(/<w:nsid w:val="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(told).size).toBe(definitions.length);
});

describe("the end of a section", () => {
  const section = '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>';
  const written = (body: string): string => {
    const part = strToU8(`<w:document xmlns:w14="x" mc:Ignorable="w14">${body}</w:document>`);
    const parts = unzipSync(repack(zipSync({ "word/document.xml": part }), facts));
    return textOf(parts, "word/document.xml").replaceAll(/ w14:(?:para|text)Id="[^"]*"/g, "");
  };
  const words = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>';
  const end = `<w:p><w:pPr>${section}</w:pPr></w:p>`;

  test("goes into the paragraph before it", () => {
    expect(written(words + end + words)).toContain(
      `<w:p><w:pPr><w:pStyle w:val="Normal"/>${section}</w:pPr><w:r><w:t>Words</w:t></w:r></w:p>${words}`,
    );
  });

  test("stays a paragraph of its own after a table, and after another end", () => {
    const gap = `<w:p><w:pPr><w:pStyle w:val="Gap"/>${section}</w:pPr></w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${words}</w:tc></w:tr></w:tbl>`;
    expect(written(table + end)).toContain(`${table}${gap}`);
    expect(written(words + end + end)).toMatch(new RegExp(`${section}</w:pPr><w:r>.*?</w:p>${gap}`));
  });

  test("a last section without a paragraph is left alone", () => {
    expect(written(words + section)).toContain(words + section);
  });
});
