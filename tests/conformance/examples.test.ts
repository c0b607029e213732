// Every example, judged by programs that are not ours.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/cli/build.ts";
import { type ListedOutput, readManifest } from "../../src/cli/manifest.ts";
import { docxCharts } from "../support/docx-charts.ts";
import { docxContents } from "../support/docx-contents.ts";
import { docxFindings } from "../support/docx-rules.ts";
import { docxStructure, pdfStructure } from "../support/office-structure.ts";
import { docxMatter, pdfMatter } from "../support/page-matter.ts";
import { readPdf } from "../support/pdf-file.ts";
import { hasVera, libreOffice, openXml, present, run, veraPdf } from "./judges.ts";

const root = join(import.meta.dirname, "../..");
const documents = readdirSync(join(root, "content")).flatMap((programme) =>
  readdirSync(join(root, "content", programme))
    .map((folder) => `${programme}/${folder}`)
    .filter((folder) => existsSync(join(root, "content", folder, "document.md"))),
);

let out = "";
let outputs: readonly ListedOutput[] = [];
/** Houses name files by rules of their own. */
function fileOf(document: string, format: string): string {
  const found = outputs.find(({ output }) => output.document === document && output.format === format);
  return join(out, found?.output.file ?? `${document}.${format}`);
}

const office = new Map<string, string>();
const hasOffice = await present("soffice", "--version");
const hasQpdf = await present("qpdf", "--version");
const hasPoppler = await present("pdftotext", "-v");

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "fivecase-conformance-"));
  const code = await build({
    directory: root,
    documents: [],
    format: "line",
    color: false,
    strict: false,
    fresh: false,
    to: ["pdf", "docx"],
    out,
  });
  expect(code).toBe(0);
  outputs = (await readManifest(out)) ?? [];
  if (!hasOffice) return;
  for (const d of documents) {
    const made = await libreOffice(fileOf(d, "docx"), await mkdtemp(join(out, "office-")));
    if (made) office.set(d, made);
  }
});
afterAll(() => rm(out, { recursive: true, force: true }));

/** Letters and digits of a text, so that line breaks, bullets and leaders do not count. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

describe.each(documents)("%s", (document) => {
  test.skipIf(!hasVera)("PDF conforms to PDF/UA-1", async () => {
    const verdict = await veraPdf([fileOf(document, "pdf")], "ua1");
    expect(verdict.output).toMatch(/^PASS /m);
    expect(verdict.output).not.toMatch(/^FAIL /m);
  });

  test.skipIf(!hasVera)("PDF conforms to PDF/A-2a", async () => {
    const verdict = await veraPdf([fileOf(document, "pdf")], "2a");
    expect(verdict.output).toMatch(/^PASS /m);
    expect(verdict.output).not.toMatch(/^FAIL /m);
  });

  test.skipIf(!hasQpdf)("PDF is sound to qpdf", async () => {
    expect(await run("qpdf", ["--check", fileOf(document, "pdf")])).toMatchObject({ code: 0 });
  });

  test.skipIf(!hasPoppler)("every font of the PDF is embedded and readable as text", async () => {
    const { output } = await run("pdffonts", [fileOf(document, "pdf")]);
    const rows = output.trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(0);
    // Columns from the right: object ID (two numbers), unicode map, subset, embedded.
    for (const row of rows) expect(row).toMatch(/\syes\s+yes\s+yes\s+\d+\s+\d+\s*$/);
  });

  test.skipIf(!hasPoppler)("another reader finds the words of the PDF, letter by letter in their order", async () => {
    const file = fileOf(document, "pdf");
    const { output } = await run("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"]);
    const bare = (words: string): string => words.replace(/\s+/g, "");
    const pages = readPdf(await readFile(file)).pages.map((page) => bare(page.words));
    expect(output.split("\f").slice(0, pages.length).map(bare)).toEqual(pages);
  });

  test("DOCX has no error in the Open XML SDK", async () => {
    const verdict = await openXml(fileOf(document, "docx"));
    expect(JSON.parse(verdict.output)).toMatchObject({ ok: true, errors: [] });
    expect(verdict.code).toBe(0);
  });

  test.skipIf(!hasOffice)("LibreOffice opens the DOCX", () => {
    expect(office.get(document)).toBeDefined();
  });

  test("DOCX is well made where the validator does not look", async () => {
    expect(docxFindings(await readFile(fileOf(document, "docx")))).toEqual({});
  });

  test("DOCX and PDF have the same headings, captions, tables, numbers in their cells, and notes", async () => {
    const [docx, pdf] = await Promise.all(["docx", "pdf"].map((type) => readFile(fileOf(document, type))));
    expect(docxMatter(docx ?? new Uint8Array())).toEqual(pdfMatter(readPdf(pdf ?? new Uint8Array())));
  });

  test.skipIf(!hasOffice || !hasPoppler)("LibreOffice sees the same paragraphs, headings and tables", async () => {
    const file = office.get(document);
    if (!file) return expect.fail("LibreOffice made no PDF");
    const bytes = await readFile(fileOf(document, "docx"));
    const own = docxStructure(bytes);
    const seen = pdfStructure((await run("pdfinfo", ["-struct-text", "-enc", "UTF-8", file])).output);
    // LibreOffice reads a note where the page with its number ends.
    const paragraphs = [...seen.paragraphs];
    for (const note of own.notes) {
      expect(paragraphs).toContain(note);
      paragraphs.splice(paragraphs.indexOf(note), 1);
    }
    expect(paragraphs).toHaveLength(own.paragraphs.length);
    // Its tags leave out words of links after a wide space, though the page has them.
    const printed = (await run("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"])).output.replaceAll(/\s+/g, "");
    expect(own.paragraphs.filter((words, i) => paragraphs[i] !== words && !printed.includes(words))).toEqual([]);
    const charts = docxCharts(bytes);
    // Words of pictures are no text of the page.
    const drawn = seen.figures.filter((words) => words !== "");
    expect(drawn).toHaveLength(charts.length);
    expect(charts.flatMap(({ words }, i) => words.filter((word) => !drawn[i]?.includes(word)))).toEqual([]);
    expect(seen.headings).toEqual(own.headings);
    expect(seen.tables.map((rows) => rows.length)).toEqual(own.tables.map((rows) => rows.length));
    // The cells of a row that goes on over the page are met twice.
    const torn = own.tables.flatMap((rows, t) =>
      rows.flatMap((cells, r) => {
        const met = seen.tables[t]?.[r] ?? 0;
        return met > 0 && met % cells === 0 ? [] : [`table ${t} row ${r}: ${met}, not ${cells}`];
      }),
    );
    expect(torn).toEqual([]);
  });

  test.skipIf(!hasOffice || !hasPoppler)(
    "contents and lists of the DOCX name the pages LibreOffice lays out",
    async () => {
      const file = office.get(document);
      if (!file) return expect.fail("LibreOffice made no PDF");
      const { entries, firstPage } = docxContents(await readFile(fileOf(document, "docx")));
      const pages = await pageLines(file);
      const distances = entries.map(({ title, page }) => ({ title, page, away: away(title, page - firstPage, pages) }));
      const wrong = distances.filter(({ away }) => away !== 0);
      expect(wrong.filter(({ away }) => Math.abs(away) !== 1)).toEqual([]);
      expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(Math.floor(entries.length * 0.05));
    },
  );
});

/** Lines of each page under its header, letters and digits only. */
async function pageLines(file: string): Promise<readonly (readonly string[])[]> {
  const belowHeader = ["-x", "0", "-y", "56", "-W", "2000", "-H", "2000"];
  const { output } = await run("pdftotext", ["-enc", "UTF-8", ...belowHeader, file, "-"]);
  return output.split("\f").map((page) =>
    page
      .split("\n")
      .map(letters)
      .filter((line) => line !== ""),
  );
}

/** Pages between the one named and the nearest with such a heading, contents pages left out; NaN when there is none. */
function away(title: string, named: number, pages: readonly (readonly string[])[]): number {
  const wanted = letters(title);
  const distances = pages.flatMap((lines, index) => {
    // A heading has its lines to itself; it may wrap once or twice.
    const found = lines.some((_, i) => [1, 2, 3].some((n) => lines.slice(i, i + n).join(" ") === wanted));
    return found ? [index - named] : [];
  });
  return distances.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? Number.NaN;
}

test("the examples hold every kind", () => {
  const kinds = documents.map(
    (d) => /^kind: (.*)$/m.exec(readFileSync(join(root, "content", d, "document.md"), "utf8"))?.[1],
  );
  expect([...new Set(kinds)].sort()).toEqual([
    "bcf-part-2",
    "bcf-plan",
    "fbc",
    "obc",
    "savings-summary",
    "scrutiny-report",
  ]);
});
