import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { layout } from "../../src/layout/layout.ts";
import { paint } from "../../src/render/pdf/paint.ts";
import { docxOf } from "../support/docx-kit.ts";
import { councilTheme, testFaces } from "../support/faces.ts";
import { documents } from "../support/generate.ts";
import { docxMatter, pdfMatter } from "../support/page-matter.ts";
import { readPdf } from "../support/pdf-file.ts";
import { runs } from "../support/runs.ts";
import { stubDraw } from "../support/torture.ts";

/** Page numbers are no words; given ones spare the estimate. */
const pages: ReadonlyMap<string, number> = new Map();

async function pdfOf(document: Document): Promise<Uint8Array> {
  const { value } = layout(document, councilTheme(), testFaces(), stubDraw, new Map());
  return paint(value, document, councilTheme(), testFaces(), new Map());
}

test("DOCX and PDF have the same headings, captions, tables, numbers in their cells, and notes", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(docxMatter(await docxOf(document, pages))).toEqual(pdfMatter(readPdf(await pdfOf(document))));
    }),
    { numRuns: runs(15) },
  );
}, 60_000);
