// A document with every kind of node in every kind of place is valid PDF/UA-1, PDF/A-2a and DOCX.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawing } from "../../src/exhibit/draw.ts";
import { layout } from "../../src/layout/layout.ts";
import { lettering } from "../../src/layout/lettering.ts";
import { docx } from "../../src/render/docx/docx.ts";
import { paint } from "../../src/render/pdf/paint.ts";
import { docxFindings } from "../support/docx-rules.ts";
import { docxText } from "../support/docx-text.ts";
import { councilTheme, testFaces } from "../support/faces.ts";
import { docxStructure, pdfStructure } from "../support/office-structure.ts";
import { square, torture } from "../support/torture.ts";
import { hasVera, libreOffice, openXml, present, run, veraPdf } from "./judges.ts";

let folder = "";
let file = "";
let word = new Uint8Array();
const hasOffice = await present("soffice", "--version");
const hasPoppler = await present("pdftotext", "-v");
const hasQpdf = await present("qpdf", "--version");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fivecase-torture-"));
  file = join(folder, "torture.pdf");
  const document = torture();
  const assets = new Map([["square", square]]);
  const draw = await drawing(document, councilTheme(), lettering(testFaces()).measure);
  const { value } = layout(document, councilTheme(), testFaces(), draw, assets);
  await writeFile(file, await paint(value, document, councilTheme(), testFaces(), assets));
  word = new Uint8Array(await docx(document, councilTheme(), assets, draw, lettering(testFaces()), value.pageOf));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!hasVera).each(["ua1", "2a"])("veraPDF %s", async (profile) => {
  expect((await veraPdf([file], profile)).output).toMatch(/^PASS /m);
});

test.skipIf(!hasQpdf)("qpdf", async () => {
  expect((await run("qpdf", ["--check", file])).code).toBe(0);
});

test("Open XML SDK", async () => {
  const file = join(folder, "torture.docx");
  await writeFile(file, word);
  expect(JSON.parse((await openXml(file)).output)).toMatchObject({ ok: true, errors: [] });
});

test("DOCX is well made where the validator does not look", () => {
  // Notes are cited here in an order of their own; a document counts them as it cites them.
  const { "notes are cited in the order of their numbers": _, ...findings } = docxFindings(word);
  expect(findings).toEqual({});
});

test.skipIf(!hasOffice || !hasPoppler)("LibreOffice opens the DOCX and finds its headings and words", async () => {
  const file = join(folder, "office.docx");
  await writeFile(file, word);
  const made = await libreOffice(file, folder);
  if (!made) return expect.fail("LibreOffice made no PDF");
  const own = docxStructure(word);
  expect(pdfStructure((await run("pdfinfo", ["-struct-text", "-enc", "UTF-8", made])).output).headings).toEqual(
    own.headings,
  );
  const bare = (text: string): string => text.replaceAll(/[\s\u200b]+/g, "");
  const printed = bare((await run("pdftotext", ["-raw", "-enc", "UTF-8", made, "-"])).output);
  const words = docxText(word).body.flatMap(({ text }) => text.split(/\s+/).map(bare));
  expect(words.filter((one) => !printed.includes(one))).toEqual([]);
});
