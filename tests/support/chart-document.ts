// A document of exhibits alone, drawn and written as the program does it.
import type { Document } from "../../src/document/document.ts";
import type { ExhibitContent } from "../../src/document/exhibit.ts";
import { type Draw, drawing } from "../../src/exhibit/draw.ts";
import { lettering } from "../../src/layout/lettering.ts";
import { docx } from "../../src/render/docx/docx.ts";
import { councilTheme, testFaces } from "./faces.ts";
import { documentOf, text } from "./nodes.ts";

/** Each exhibit with a caption and a text alternative. */
export function chartDocument(contents: readonly ExhibitContent[]): Document {
  return documentOf(
    contents.map((content, i) => ({
      type: "exhibit",
      id: `exhibit-${i + 1}`,
      caption: { label: "Figure", number: i + 1, children: [text("Money by year")] },
      alt: `Exhibit ${i + 1}`,
      content,
      notes: [],
    })),
  );
}

const { page } = councilTheme();

/** Points between the margins. */
export const columnWidth = page.width - page.margin.left - page.margin.right;

/** Draws in the shipped theme. */
export async function chartDraw(contents: readonly ExhibitContent[] = []): Promise<Draw> {
  return drawing(chartDocument(contents), councilTheme(), lettering(testFaces()).measure);
}

/** Bytes of the DOCX with these exhibits. */
export async function chartFile(contents: readonly ExhibitContent[]): Promise<Uint8Array> {
  const draw = await chartDraw(contents);
  return docx(chartDocument(contents), councilTheme(), new Map(), draw, lettering(testFaces()), new Map());
}
