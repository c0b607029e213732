import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { repack } from "../../../src/render/docx/package.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { sampleDocument } from "../../support/docx-sample.ts";

test("a second file made in the same process, in another time zone, has the same bytes", async () => {
  const zone = process.env["TZ"];
  try {
    process.env["TZ"] = "Pacific/Kiritimati";
    const first = await docxOf(sampleDocument());
    process.env["TZ"] = "America/Los_Angeles";
    expect(Buffer.compare(await docxOf(sampleDocument()), first)).toBe(0);
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
  const one = repack(files("aZ_9-", 41), "2014-01-28");
  expect(Buffer.compare(one, repack(files("qqqqq", 977), "2014-01-28"))).toBe(0);
  const parts = unzipSync(one);
  expect(Object.keys(parts)[0]).toBe("[Content_Types].xml");
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toBe(
    '<d><a r:id="rId2"/><w:bookmarkStart w:name="x" w:id="1"/><w:bookmarkEnd w:id="1"/><wp:docPr id="1" name=""/></d>',
  );
  expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain(">2014-01-28T00:00:00Z<");
});
