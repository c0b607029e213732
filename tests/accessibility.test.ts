// docs/accessibility.md says which test holds each rule; this looks every test up.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { docxRules } from "./support/docx-rules.ts";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/accessibility.md"), "utf8");
const named = [...page.matchAll(/`(tests\/[^`]+?) :: ([^`]+)`/g)].map(([, file = "", title = ""]) => ({ file, title }));

test("every test that the page names is there", () => {
  expect(named.length).toBeGreaterThan(15);
  const lost = named.filter(({ file, title }) => !readFileSync(join(root, file), "utf8").includes(title));
  expect(lost).toEqual([]);
});

test("a rule that the page names is among those that every file is held to", () => {
  const rules = named.filter(({ file }) => file === "tests/unit/docx/rules.test.ts").map(({ title }) => title);
  expect(rules.filter((rule) => !(rule in docxRules))).toEqual([]);
});
