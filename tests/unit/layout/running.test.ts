// What a working build says of itself is never cut short where a marking stands in the middle of the footer.
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { fonts } from "../../../src/cli/fonts.ts";
import type { Document } from "../../../src/document/document.ts";
import { openFaces } from "../../../src/layout/metrics.ts";
import { runningMatter } from "../../../src/layout/pages/running.ts";
import { councilTheme, docxOf } from "../../support/docx-kit.ts";
import { documentOf, paragraph } from "../../support/nodes.ts";

const faces = openFaces(await fonts("arimo"));
const version = "Version 0.12 · For approval";
const working = "uncommitted changes to a1b2c3d";

function bearing(footerCentre: string): Document {
  const made = documentOf([paragraph("Text.")]);
  return { ...made, running: { ...made.running, footerLeft: `${version} · ${working}`, footerCentre } };
}

/** Words at the left of a footer, by the height they stand at. */
function left(document: Document, theme = councilTheme): readonly (readonly [number, string])[] {
  const { width, height, margin } = theme.page;
  const page = { width, height, number: 2, last: 9, chapter: "", cover: false };
  return runningMatter(document, page, theme, faces).flatMap((part) =>
    part.kind === "text" && part.y > height / 2 && Math.abs(part.x - margin.left) < 1
      ? [[part.y, part.text] as const]
      : [],
  );
}

async function wordFooter(document: Document): Promise<readonly string[]> {
  const parts = unzipSync(await docxOf(document, new Map()));
  const xml = strFromU8(parts["word/footer1.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraphXml]) =>
    [...paragraphXml.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, words]) => words).join(""),
  );
}

test("where there is room, it stands in one line", async () => {
  const { height, footer } = councilTheme.page;
  expect(left(bearing(""))).toEqual([[height - footer, `${version} · ${working}`]]);
  expect(await wordFooter(bearing(""))).toHaveLength(1);
});

test("beside a marking it takes the line above", async () => {
  const { height, footer } = councilTheme.page;
  const { leading } = councilTheme.small;
  const marked = bearing("Part exempt · CONFIDENTIAL");
  expect(left(marked)).toEqual([
    [height - footer - leading, working],
    [height - footer, version],
  ]);
  const [above, last] = await wordFooter(marked);
  expect(above).toBe(working);
  expect(last).toContain(`${version}Part exempt · CONFIDENTIALPage `);
});

test("a page without room for two lines keeps one, cut at a word", () => {
  const { page } = councilTheme;
  const tight = { ...councilTheme, page: { ...page, margin: { ...page.margin, bottom: page.footer + 20 } } };
  expect(left(bearing("Part exempt · CONFIDENTIAL"), tight)).toEqual([
    [page.height - page.footer, expect.stringMatching(/^Version 0\.12 · .*…$/)],
  ]);
});
