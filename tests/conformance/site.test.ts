// The site of the examples, judged by axe in a browser, wide and narrow, and without script.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { site } from "../../src/cli/site.ts";
import { present } from "./judges.ts";

const root = join(import.meta.dirname, "../..");
const program = "/usr/bin/chromium";
const hasChromium = await present(program, "--version");

let out = "";
let browser: Browser | undefined;
const pages: string[] = [];

beforeAll(async () => {
  if (!hasChromium) return;
  out = await mkdtemp(join(tmpdir(), "fivecase-site-"));
  const code = await site({
    directory: root,
    documents: [],
    format: "line",
    color: false,
    strict: false,
    to: ["docx"],
    out,
    fresh: false,
    earlier: false,
    includeExempt: false,
  });
  expect(code).toBe(0);
  const { pages: own } = JSON.parse(await readFile(join(out, "site/papers.json"), "utf8"));
  pages.push(...own.map(({ path }: { path: string }) => path).filter((path: string) => path.endsWith(".html")));
  browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  if (out !== "") await rm(out, { recursive: true, force: true });
});

/** What axe says of a page. */
interface Verdict {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

test.skipIf(!hasChromium).each([
  ["a telephone", 360],
  ["a desk", 1280],
])("axe finds nothing on any page at the width of %s, and nothing runs off it", async (_, width) => {
  expect(pages.length).toBeGreaterThan(8);
  const context = await browser?.newContext({ viewport: { width, height: 800 } });
  const found: string[] = [];
  for (const path of pages) {
    const page = await context?.newPage();
    if (!page) throw new Error("the browser did not start");
    await page.goto(pathToFileURL(join(out, "site", path)).href);
    await page.addScriptTag({ path: axe });
    const { violations, passes }: Verdict = await page.evaluate(
      'axe.run(document, { resultTypes: ["violations", "passes"] })',
    );
    expect(passes.length, path).toBeGreaterThan(15);
    for (const { id, nodes } of violations)
      for (const { html } of nodes) found.push(`${path} ${id}: ${html.slice(0, 200)}`);
    const over: number = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (over > 0) found.push(`${path} is ${over} px too wide`);
    await page.close();
  }
  await context?.close();
  expect(found).toEqual([]);
});

test.skipIf(!hasChromium)("every page can be read and used from the keyboard without script", async () => {
  const context = await browser?.newContext({ javaScriptEnabled: false });
  for (const path of pages) {
    const page = await context?.newPage();
    if (!page) throw new Error("the browser did not start");
    await page.goto(pathToFileURL(join(out, "site", path)).href);
    expect(await page.locator("h1").count(), path).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent(), path).toBe("Skip to the content");
    await page.close();
  }
  await context?.close();
});
