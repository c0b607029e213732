// What the DOCX renderer needs besides a document, for tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Theme } from "../../schemas/house.ts";
import { fonts } from "../../src/cli/fonts.ts";
import type { Document } from "../../src/document/document.ts";
import type { Scene } from "../../src/exhibit/scene.ts";
import { lettering } from "../../src/layout/lettering.ts";
import { openFaces } from "../../src/layout/metrics.ts";
import { docx } from "../../src/render/docx/docx.ts";
import { somePages } from "./known-pages.ts";

/** The theme that is shipped. */
export const councilTheme = Theme.parse(
  parse(readFileSync(join(import.meta.dirname, "../../templates/themes/council.yaml"), "utf8")),
);

/** A drawing of one bar, whatever the exhibit. */
export function stubDraw(_content: unknown, width: number): Scene {
  return {
    width,
    height: 60,
    shapes: [
      { type: "rectangle", x: 0, y: 10, width: width / 2, height: 30, fill: "#0b3c5d" },
      {
        type: "words",
        x: width / 2 + 6,
        y: 30,
        value: "£46.2m",
        size: 11,
        bold: true,
        fill: "#1d1d1f",
        anchor: "start",
      },
    ],
  };
}

/** A document in the shipped theme, its parts on some page unless told on which. */
export async function docxOf(
  document: Document,
  pages: ReadonlyMap<string, number> = somePages(document),
): Promise<Uint8Array> {
  return docx(document, councilTheme, new Map(), stubDraw, lettering(openFaces(await fonts("arimo"))), pages);
}
