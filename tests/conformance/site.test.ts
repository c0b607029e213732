// The pages of a site in a real browser: axe finds nothing, nothing is fetched from elsewhere, and no page is wider than
// a narrow screen.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Paper } from "../../schemas/papers.ts";
import { site } from "../../src/cli/site.ts";
import { pages } from "../../src/portal/site.ts";
import { deadLinks } from "../support/site-links.ts";
import { paper, programme } from "../unit/portal/sample.ts";
import { chromiumFile, hasChromium } from "./judges.ts";

const root = join(import.meta.dirname, "../..");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let out = "";
let browser: Browser | undefined;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "fivecase-site-"));
  const options = {
    directory: root,
    documents: [],
    format: "line",
    color: false,
    strict: false,
    fresh: false,
  } as const;
  const code = await site({ ...options, to: ["pdf", "docx", "xlsx"], out, earlier: true, includeExempt: true });
  expect(code).toBe(0);
  // What the examples lack: every status, marks, conditions, files of earlier versions.
  for (const [path, text] of pages({ programmes: [programme(everyLook())], base: "https://papers.example.org" })) {
    await mkdir(dirname(join(out, "looks", path)), { recursive: true });
    await writeFile(join(out, "looks", path), text);
  }
  if (hasChromium) browser = await chromium.launch({ executablePath: chromiumFile, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  await rm(out, { recursive: true, force: true });
});

function everyLook(): readonly Paper[] {
  const one = paper();
  const versions = one.versions.map((version) => ({ ...version, files: [...one.files] }));
  const marked = { marking: { text: "CONFIDENTIAL", reason: "Until Cabinet has met" }, current: "3.0", versions };
  const looks: readonly Partial<Paper>[] = [
    { status: "draft", source: { changed: true, tool: "fivecase" } },
    { status: "for review", classification: "part-exempt" },
    { status: "approved", language: "cy", subtitle: "Yr hen gei" },
    { status: "superseded", classification: "exempt", ...marked },
    { status: "withdrawn", contact: undefined, recommendations: [], meetings: [] },
  ];
  return looks.map((look, i) => paper({ id: `harbour/look-${i}`, folder: `harbour/look-${i}`, ...look }));
}

async function pagesBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".html")).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  return new Map(paths.map((path, i) => [path.split("\\").join("/"), texts[i] ?? ""]));
}

test("the pages of the examples are valid HTML, and each of their links leads somewhere", async () => {
  const folder = join(out, "site");
  const all = await pagesBelow(folder);
  expect(all.size).toBeGreaterThan(8);
  const files = new Set(await readdir(folder, { recursive: true }));
  expect(deadLinks(all, (path) => files.has(path))).toEqual([]);
  const judge = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
  for (const pages of [all, await pagesBelow(join(out, "looks"))])
    for (const [path, text] of pages)
      expect([path, (await judge.validateString(text, path)).results.flatMap((r) => r.messages)]).toEqual([path, []]);
  expect((await judge.validateString("<p><b>x</p>")).valid).toBe(false);
});

test.skipIf(!hasChromium).each([360, 1280])("axe finds nothing on any page at %i pixels", async (width) => {
  const found: string[] = [];
  for (const folder of ["site", "looks"])
    for (const path of (await pagesBelow(join(out, folder))).keys()) {
      const page = await browser?.newPage({ viewport: { width, height: 900 } });
      if (!page) throw new Error("the browser did not start");
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) found.push(`${path} fetches ${request.url()}`);
      });
      await page.goto(pathToFileURL(join(out, folder, path)).href);
      const wide: number = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (wide > 0) found.push(`${path} is ${wide} pixels too wide`);
      await page.evaluate(axe);
      const { violations, passes }: AxeResults = await page.evaluate("axe.run()");
      expect(passes.map(({ id }) => id)).toContain("color-contrast");
      for (const { id, nodes } of violations) found.push(posix.join(folder, `${path}: ${id} at ${nodes[0]?.target}`));
      await page.close();
    }
  expect(found).toEqual([]);
});
