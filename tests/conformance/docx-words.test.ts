// The DOCX says what the document says: every word once, in order, with the numbers that Word works out.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentWords } from "../support/document-words.ts";
import { docxOf } from "../support/docx-kit.ts";
import { docxWords } from "../support/docx-text.ts";
import { torture } from "../support/torture.ts";
import { composeProgramme } from "../support/workspace.ts";

const root = join(import.meta.dirname, "../..");
// Page numbers are no words.
const pages: ReadonlyMap<string, number> = new Map();

test("a document with every kind of node in every kind of place", async () => {
  const all = torture();
  // Word shows a note only where it is cited, so one that nothing cites stands at the end of the body instead.
  const document = { ...all, footnotes: all.footnotes.filter(({ id }) => id !== "uncited") };
  expect(docxWords(await docxOf(document, pages))).toEqual(documentWords(document));
});

test.each(readdirSync(join(root, "content")))("the documents of %s", async (programme) => {
  const { documents } = await composeProgramme(root, programme);
  expect(documents.size).toBeGreaterThan(0);
  for (const [id, document] of documents) {
    expect(docxWords(await docxOf(document, pages)), id).toEqual(documentWords(document));
  }
});
