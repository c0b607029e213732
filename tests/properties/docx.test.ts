import fc from "fast-check";
import { expect, test } from "vitest";
import { stableIds } from "../../src/document/ids.ts";
import { documentWords } from "../support/document-words.ts";
import { docxOf } from "../support/docx-kit.ts";
import { docxMarks } from "../support/docx-marks.ts";
import { docxWords } from "../support/docx-text.ts";
import { documents } from "../support/generate.ts";
import { runs } from "../support/runs.ts";

// Page numbers are no words; given ones spare the estimate.
const pages: ReadonlyMap<string, number> = new Map();

// Numbers are as Word counts them.
test("every word of a document is in its DOCX exactly once and in order, and so is every name of a node", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const bytes = await docxOf(document, pages);
      expect(docxWords(bytes)).toEqual(documentWords(document));
      const names = docxMarks(bytes).map(([name]) => name);
      expect(names.sort()).toEqual([...stableIds(document).values()].sort());
    }),
    { numRuns: runs(25) },
  );
}, 60_000);
