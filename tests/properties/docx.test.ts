import fc from "fast-check";
import { expect, test } from "vitest";
import { documentWords } from "../support/document-words.ts";
import { docxOf } from "../support/docx-kit.ts";
import { docxWords } from "../support/docx-text.ts";
import { documents } from "../support/generate.ts";
import { runs } from "../support/runs.ts";

// Page numbers are no words; given ones spare the estimate.
const pages: ReadonlyMap<string, number> = new Map();

test("every word of a document is in its DOCX exactly once and in order, numbers as Word counts them", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(docxWords(await docxOf(document, pages))).toEqual(documentWords(document));
    }),
    { numRuns: runs(25) },
  );
}, 60_000);
