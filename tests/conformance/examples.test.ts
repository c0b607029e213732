// Every example, judged by programs that are not ours.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/cli/build.ts";
import { hasVera, libreOffice, openXml, present, run, veraPdf } from "./judges.ts";

const root = join(import.meta.dirname, "../..");
const documents = readdirSync(join(root, "content")).flatMap((programme) =>
  readdirSync(join(root, "content", programme))
    .map((folder) => `${programme}/${folder}`)
    .filter((folder) => existsSync(join(root, "content", folder, "document.md"))),
);

let out = "";
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
    to: ["pdf", "docx"],
    out,
  });
  expect(code).toBe(0);
  if (!hasOffice) return;
  for (const d of documents) {
    const made = await libreOffice(join(out, `${d}.docx`), await mkdtemp(join(out, "office-")));
    if (made) office.set(d, made);
  }
});
afterAll(() => rm(out, { recursive: true, force: true }));

/** Letters and digits of a text, so that line breaks, bullets and leaders do not count. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const pdfText = async (file: string) => (await run("pdftotext", ["-enc", "UTF-8", file, "-"])).output;

test("there are five kinds of example", () => {
  expect(documents).toHaveLength(5);
});

describe.each(documents)("%s", (document) => {
  test.skipIf(!hasVera)("PDF conforms to PDF/UA-1", async () => {
    const verdict = await veraPdf([join(out, `${document}.pdf`)], "ua1");
    expect(verdict.output).toMatch(/^PASS /m);
    expect(verdict.output).not.toMatch(/^FAIL /m);
  });

  test.skipIf(!hasVera)("PDF conforms to PDF/A-2a", async () => {
    const verdict = await veraPdf([join(out, `${document}.pdf`)], "2a");
    expect(verdict.output).toMatch(/^PASS /m);
    expect(verdict.output).not.toMatch(/^FAIL /m);
  });

  test.skipIf(!hasQpdf)("PDF is sound to qpdf", async () => {
    expect(await run("qpdf", ["--check", join(out, `${document}.pdf`)])).toMatchObject({ code: 0 });
  });

  test.skipIf(!hasPoppler)("every font of the PDF is embedded and readable as text", async () => {
    const { output } = await run("pdffonts", [join(out, `${document}.pdf`)]);
    const rows = output.trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(0);
    // Columns from the right: object ID (two numbers), unicode map, subset, embedded.
    for (const row of rows) expect(row).toMatch(/\syes\s+yes\s+yes\s+\d+\s+\d+\s*$/);
  });

  test("DOCX has no error in the Open XML SDK", async () => {
    const verdict = await openXml(join(out, `${document}.docx`));
    expect(JSON.parse(verdict.output)).toMatchObject({ ok: true, errors: [] });
    expect(verdict.code).toBe(0);
  });

  test.skipIf(!hasOffice)("LibreOffice opens the DOCX", () => {
    expect(office.get(document)).toBeDefined();
  });

  test.skipIf(!hasOffice || !hasPoppler)("contents of the DOCX name the pages LibreOffice lays out", async () => {
    const file = office.get(document);
    if (!file) return expect.fail("LibreOffice made no PDF");
    const pages = (await pdfText(file)).split("\f");
    const entries = contentsEntries(pages);
    // A contents list without page numbers has nothing to compare.
    const off = entries.filter((e) => !pages[e.page - 1 + e.shift]?.replace(/\s+/g, " ").includes(e.title));
    expect(off.length, JSON.stringify(off.slice(0, 8))).toBeLessThanOrEqual(Math.floor(entries.length * 0.05));
  });
});

interface ContentsEntry {
  readonly title: string;
  readonly page: number;
  /** Pages before the one numbered 1. */
  readonly shift: number;
}

/** Lines "Title … 12" of the contents pages, joined where a title wraps. */
function contentsEntries(pages: readonly string[]): readonly ContentsEntry[] {
  const first = pages.findIndex((p) => /^\s*Contents\s*$/m.test(p));
  if (first < 0) return [];
  const numbered = pages.findIndex((p) => /Page 1 of \d+/.test(p));
  const shift = Math.max(0, numbered);
  return pages.slice(first, first + 4).flatMap((page) =>
    [...page.matchAll(/^(?<title>\S.*?)(?:\s?\.{3,}|\t|\s{2,})\s*(?<page>\d{1,3})$/gm)].map((m) => ({
      title: letters(m.groups?.["title"] ?? "").slice(-30),
      page: Number(m.groups?.["page"]),
      shift,
    })),
  );
}

test("the examples hold the reference documents' five kinds", () => {
  const kinds = documents.map(
    (d) => /^kind: (.*)$/m.exec(readFileSync(join(root, "content", d, "document.md"), "utf8"))?.[1],
  );
  expect(kinds.sort()).toEqual(["bcf-plan", "fbc", "obc", "savings-summary", "scrutiny-report"]);
});
