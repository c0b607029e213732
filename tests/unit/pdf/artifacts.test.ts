// What stands round the text says what part of the page it is: ISO 14289-1, 7.8, and ISO 32000-1, 14.8.2.2.2.
import { expect, test } from "vitest";
import type { Block, Document, Row } from "../../../src/document/document.ts";
import type { Layout } from "../../../src/layout/fragment.ts";
import { layout } from "../../../src/layout/layout.ts";
import { paint } from "../../../src/render/pdf/paint.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { cell, row, text } from "../../support/nodes.ts";
import { openObjects } from "../../support/pdf-objects.ts";
import { paragraph, stubDraw, torture } from "../../support/torture.ts";

interface Artifact {
  readonly facts: string;
  readonly painted: string;
}

/** The artifacts of each page, and the layout they come from. */
async function artifactsOf(
  blocks: readonly Block[],
  marks: Document["marks"],
): Promise<{ readonly value: Layout; readonly pages: readonly (readonly Artifact[])[] }> {
  const document: Document = {
    ...torture(),
    marks,
    footnotes: [],
    sections: [{ orientation: "portrait", role: "body", blocks }],
  };
  const { value } = layout(document, councilTheme(), testFaces(), stubDraw, new Map());
  const file = openObjects(await paint(value, document, councilTheme(), testFaces(), new Map()));
  const pages = file.list(file.dictionary(file.dictionary(file.trailer["Root"])["Pages"])["Kids"]).map((page) => {
    const stream = file.stream(file.dictionary(page)["Contents"]);
    return [...stream.matchAll(/\/Artifact <<(.*?)>> BDC([\s\S]*?)EMC/g)].map(
      ([, facts = "", painted = ""]): Artifact => ({ facts, painted }),
    );
  });
  return { value, pages };
}

test("headers, footers and watermarks are marked as such", async () => {
  const { value, pages } = await artifactsOf([paragraph("Words.")], { watermark: "DRAFT" });
  const heights = pages[0]?.map(({ facts, painted }) => [
    facts,
    [...painted.matchAll(/ (\S+) Tm/g)].map(([, y]) =>
      Number(y) < (value.pages[0]?.height ?? 0) / 2 ? "top" : "foot",
    ),
  ]);
  expect(heights).toEqual([
    ["/Type /Pagination /Subtype /Watermark", ["foot"]],
    ["/Type /Pagination /Subtype /Header /Attached [/Top]", ["top"]],
    ["/Type /Pagination /Subtype /Footer /Attached [/Bottom]", ["foot", "foot", "foot"]],
  ]);
});

test("table headers that are printed again and sums that are carried over come of pagination; rules and tints are cosmetic", async () => {
  const amounts = Array.from(
    { length: 60 },
    (_, i): Row => ({ ...row("body", `Row ${i}`, "1"), carried: ["", `${i}`] }),
  );
  const { pages } = await artifactsOf(
    [
      {
        type: "table",
        caption: { label: "Table", number: 1, children: [text("Costs")] },
        summary: "Costs.",
        look: "ruled",
        columns: [
          { key: "item", align: "left", rowHeader: true },
          { key: "cost", align: "right" },
        ],
        rows: [row("header", "Item", cell("Cost")), ...amounts],
        notes: [],
      },
    ],
    {},
  );
  expect(pages.length).toBeGreaterThan(1);
  const kinds = (page: readonly Artifact[] = []) =>
    page
      .filter(({ facts }) => !/Header|Footer/.test(facts))
      .map(({ facts, painted }) => [facts, painted.includes(" Tj") ? "words" : "shapes"]);
  expect(kinds(pages[0])).toEqual([
    ["/Type /Layout", "shapes"],
    ["/Type /Pagination", "words"],
  ]);
  expect(kinds(pages[1])).toEqual(kinds(pages[0]));
});
