// Every finding has its words and a test or case that raises it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../src/diagnostics/catalogue.ts";

const codes = Object.keys(catalogue);
const own = "diagnostics-coverage.test.ts";

function textOf(folder: string, wanted: RegExp): string {
  const texts: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !wanted.test(entry.name) || entry.name === own) continue;
    texts.push(readFileSync(join(entry.parentPath, entry.name), "utf8"));
  }
  return texts.join("\n");
}

/** Findings that nothing raises in a test, each with why. */
const untested: Readonly<Record<string, string>> = {
  "document/not-supported": "a net below the Markdown that is read: no known text falls into it",
  "layout/too-tall": "no text or drawing of an author makes a piece taller than a page that the layout cannot cut",
  "template/none": "every kind has a shipped template, which a workspace can replace but not remove",
  "source/unreadable": "needs a file that its owner may not read, which tests run by root cannot make",
};

test.each(codes)("%s says in whole sentences what it means", (code) => {
  const entry = Object.entries(catalogue).find(([name]) => name === code)?.[1];
  expect(entry?.explain).toMatch(/^[A-Z`:[{(].{25,}\.$/s);
});

test("every finding is raised by a test or case", () => {
  const seen = textOf(import.meta.dirname, /\.ts$|^expect\.diagnostics\.txt$/);
  const unseen = codes.filter((code) => !seen.includes(code));
  expect(unseen.sort()).toEqual(Object.keys(untested).sort());
});

test("every finding is raised somewhere in the program", () => {
  const source = readdirSync(join(import.meta.dirname, "../src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "diagnostics")
    .map((entry) => textOf(join(entry.parentPath, entry.name), /\.ts$/))
    .join("\n");
  expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
});
