// A document with every kind of node in every kind of place is valid PDF/UA-1, PDF/A-2a and DOCX.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawing } from "../../src/exhibit/draw.ts";
import { layout } from "../../src/layout/layout.ts";
import { lettering } from "../../src/layout/lettering.ts";
import { paint } from "../../src/render/pdf/paint.ts";
import { docxOf } from "../support/docx-kit.ts";
import { councilTheme, testFaces } from "../support/faces.ts";
import { square, torture } from "../support/torture.ts";
import { hasVera, openXml, present, run, veraPdf } from "./judges.ts";

let folder = "";
let file = "";
const hasQpdf = await present("qpdf", "--version");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fivecase-torture-"));
  file = join(folder, "torture.pdf");
  const document = torture();
  const assets = new Map([["square", square]]);
  const draw = await drawing(document, councilTheme(), lettering(testFaces()).measure);
  const { value } = layout(document, councilTheme(), testFaces(), draw, assets);
  await writeFile(file, await paint(value, document, councilTheme(), testFaces(), assets));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!hasVera).each(["ua1", "2a"])("veraPDF %s", async (profile) => {
  expect((await veraPdf([file], profile)).output).toMatch(/^PASS /m);
});

test.skipIf(!hasQpdf)("qpdf", async () => {
  expect((await run("qpdf", ["--check", file])).code).toBe(0);
});

test("Open XML SDK", async () => {
  const word = join(folder, "torture.docx");
  await writeFile(word, await docxOf(torture(), new Map()));
  expect(JSON.parse((await openXml(word)).output)).toMatchObject({ ok: true, errors: [] });
});
