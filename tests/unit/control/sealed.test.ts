import fc from "fast-check";
import { expect, test } from "vitest";
import { asLine, literally } from "../../../src/control/as-markdown.ts";
import { sealedRow, tagMessage, tagRow } from "../../../src/control/sealed.ts";
import type { TagFact } from "../../../src/workspace/sources.ts";

const tag = (message: string): TagFact => {
  const [subject = "", ...rest] = message.split("\n\n");
  const known = { name: "h/p/v1", annotated: true, ancestor: true, date: "2026-12-01", author: "A", email: "<a@b>" };
  return { ...known, subject, body: rest.join("\n\n"), commit: "c" };
};

test("what a release writes into a tag is read back, whatever its words", () => {
  for (const change of ["Comments", "Version-date: 1999-01-01", "a: b # c"]) {
    const made = tag(tagMessage(change, "2026-11-10", "for review"));
    expect(sealedRow(made)).toEqual({ date: "2026-11-10", status: "for review" });
    expect(tagRow(made)).toEqual({ date: "2026-11-10", status: "for review", change });
  }
});

test.each([
  "By hand",
  "By hand\n\nVersion-date: 2026-11-10",
  "By hand\n\nVersion-status: draft",
  "Version-date: x\n\n",
])("a tag made by hand seals no row: %j", (message) => {
  expect(sealedRow(tag(message))).toBeUndefined();
  expect(tagRow(tag(message))).toMatchObject({ date: "2026-12-01", status: "" });
});

test("words that are no Markdown lose no sign to it", () => {
  expect(literally("- *a* & <b> {{c}} | #1")).toBe("\\- \\*a\\* \\& \\<b\\> \\{\\{c\\}\\} \\| \\#1");
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(literally(words).replace(/\\(.)/gs, "$1")).toBe(words);
    }),
  );
});

test.each([
  ["# Heading", "\\# Heading"],
  ["#1 of 3", "#1 of 3"],
  ["- dash", "\\- dash"],
  ["-m evil", "-m evil"],
  ["*bold* words", "*bold* words"],
  ["* star", "\\* star"],
  ["1. first", "1\\. first"],
  ["1.0 released", "1.0 released"],
  ["> quote", "\\> quote"],
  ["[a]: b", "\\[a]: b"],
  ["[a](b): c", "[a](b): c"],
  ["```", "\\```"],
  ["::: note", "\\::: note"],
  ["***", "\\***"],
  ["_ _ _", "\\_ _ _"],
])("a line that begins like a block stays a line: %s", (words, written) => {
  expect(asLine(words)).toBe(written);
});
