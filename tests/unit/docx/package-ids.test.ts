import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Document } from "../../../src/document/document.ts";
import { stableIds } from "../../../src/document/ids.ts";
import { paragraphId, startCounts } from "../../../src/render/docx/package/counts.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { cell, documentOf, para, row, sampleDocument, type text } from "../../support/docx-sample.ts";
import { large } from "../../support/runs.ts";

const story = /^word\/(document|header\d+|footer\d+|footnotes|endnotes)\.xml$/;

/** The parts with paragraphs, the body first. */
function stories(bytes: Uint8Array): readonly (readonly [path: string, xml: string])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([path, part]) =>
    story.test(path) ? [[path, strFromU8(part)] as const] : [],
  );
}

const found = (xml: string, pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map((m) => m[1] ?? "");

const origin = { file: "content/harbour/paper/document.md", start: 0, end: 5 };

describe("ids of a whole file", () => {
  let parts: ReturnType<typeof stories> = [];
  let all = "";
  beforeAll(async () => {
    parts = stories(await docxOf(sampleDocument(), new Map()));
    all = parts.map(([, xml]) => xml).join("");
  });

  test.each([
    ["bookmarks", /<w:bookmarkStart\b[^>]* w:id="([^"]*)"/g],
    ["names of bookmarks", /<w:bookmarkStart\b[^>]* w:name="([^"]*)"/g],
    ["pictures", /<wp:docPr\b[^>]* id="([^"]*)"/g],
    ["watermarks", /<v:shape [^>]*\bid="([^"]*)"/g],
    ["watermarks' shapes", /<v:shape [^>]*o:spid="([^"]*)"/g],
    ["paragraphs", /<w:p\b[^>]* w14:paraId="([^"]*)"/g],
  ])("no two %s share one, whichever part they are in", (_, pattern) => {
    const ids = found(all, pattern);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("every paragraph has one, below 80000000, in a part that says what it means", () => {
    expect(found(all, /(<w:p(?![^>]* w14:paraId="[0-7][0-9A-F]{7}" w14:textId="[0-7][0-9A-F]{7}")[ />])/g)).toEqual([]);
    for (const [path, xml] of parts) expect(xml, path).toMatch(/xmlns:w14="/);
    for (const [path, xml] of parts) expect(xml, path).toMatch(/mc:Ignorable="[^"]*\bw14\b/);
  });

  test("every bookmark that begins ends in the same part", () => {
    for (const [path, xml] of parts) {
      const begun = found(xml, /<w:bookmarkStart\b[^>]* w:id="([^"]*)"/g);
      expect([...begun].sort(), path).toEqual([...found(xml, /<w:bookmarkEnd\b[^>]* w:id="([^"]*)"/g)].sort());
    }
  });

  test("every name of the document is in the file", () => {
    const names = [...stableIds(sampleDocument()).values()];
    expect(names.length).toBeGreaterThan(100);
    const written = new Set(found(all, /w:name="(_fc[^"]*)"/g));
    expect(names.filter((name) => !written.has(name))).toEqual([]);
  });

  test("every paragraph has a style, also where a cell goes on from the row above", () => {
    const body = all.replaceAll(/<w:(foot|end)note w:type="[^"]*".*?<\/w:\1note>/gs, "");
    expect(body.match(/<w:p\b[^>]*>(?!<w:pPr><w:pStyle)/g)).toBeNull();
    expect(body).toMatch(/<w:vMerge w:val="continue"\/>.*?<w:pStyle w:val="Table/);
  });

  test("the line above the notes has no number of a note", () => {
    const [, notes] = parts.find(([path]) => path.endsWith("footnotes.xml")) ?? [];
    expect(notes).toMatch(/w:type="separator"[^>]*><w:p [^>]*>(?:(?!<w:r>).)*<w:r><w:separator\/>/);
    expect(found(notes ?? "", /(<w:footnoteRef\/>)/g)).toHaveLength(2);
  });
});

async function body(document: Document): Promise<string> {
  return stories(await docxOf(document, new Map())).find(([path]) => path === "word/document.xml")?.[1] ?? "";
}

/** The paragraph id beside each hidden bookmark. */
function paragraphIds(xml: string): ReadonlyMap<string, string> {
  return new Map(
    [...xml.matchAll(/<w:p [^>]*w14:paraId="([^"]*)"(?:(?!<\/w:p>).)*?w:name="(_fc[^"]*)"/gs)].map((m) => [
      m[2] ?? "",
      m[1] ?? "",
    ]),
  );
}

test("a paragraph above leaves the ids of all others as they are, bookmarks and Word's own", async () => {
  const { sections, ...rest } = sampleDocument();
  const [first, second, ...others] = sections;
  if (!first || !second) return expect.fail("the sample has two sections");
  const above = { ...second, blocks: [{ ...para("Quite new words."), origin }, ...second.blocks] };
  const was = paragraphIds(await body(sampleDocument()));
  const now = paragraphIds(await body({ ...rest, sections: [first, above, ...others] }));
  expect(now.size).toBe(was.size + 1);
  for (const [name, id] of was) expect(now.get(name), name).toBe(id);
});

test("a node that stands twice in the tree is named once", async () => {
  const twice = { ...para("The same words."), origin };
  expect(found(await body(documentOf([twice, twice])), /w:name="(_fcs[^"]*)"/g)).toHaveLength(1);
});

test("what the machine wrote is in a style that says so; what an author typed is not", async () => {
  const value = (more: object): ReturnType<typeof text> => ({ type: "value", text: "£12.0m", ...more });
  const xml = await body(
    documentOf([
      para("It costs ", value({ name: "cost" }), ", or ", { type: "strong", children: [value({ name: "cost" })] }, "."),
      para("It was ", value({ kept: "of another paper" }), "."),
      {
        type: "table",
        summary: "",
        look: "ruled",
        columns: [{ key: "a", align: "left" }],
        rows: [row("header", "Cost"), row("body", cell("twelve", { computed: true }), cell("typed"))],
        notes: [],
      },
    ]),
  );
  const style = (words: string): readonly string[] =>
    found(xml, new RegExp(`<w:r>((?:(?!</w:r>).)*?)<w:t[^>]*>${words}<`, "gs"));
  expect(style("£12.0m")).toEqual([
    '<w:rPr><w:rStyle w:val="Computed"/></w:rPr>',
    '<w:rPr><w:rStyle w:val="ComputedStrong"/></w:rPr>',
    "",
  ]);
  expect(style("twelve")).toEqual(['<w:rPr><w:rStyle w:val="Computed"/></w:rPr>']);
});

test("as many paragraphs as a book of tables has get as many ids", () => {
  const counts = startCounts();
  const size = large(100_000);
  const ids = Array.from({ length: size }, (_, i) => paragraphId(`_fcs${i.toString(36)}`, counts));
  expect(new Set(ids).size).toBe(size);
  expect(ids.filter((id) => !/^[0-7][0-9A-F]{7}$/.test(id) || id === "00000000")).toEqual([]);
});
