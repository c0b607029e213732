// What a theme takes from a house's Word file, what it leaves, and what the author is told.
import { expect, test } from "vitest";
import type { Theme } from "../../../schemas/house.ts";
import { basedTheme } from "../../../src/validate/based-theme.ts";
import { contrast, leastContrast, printedPairs } from "../../../src/validate/contrast.ts";
import { councilTheme } from "../../support/docx-kit.ts";
import { type HouseFile, houseFile, wenbridgeStyles } from "../../support/house-file.ts";

const file = "templates/houses/wenbridge/theme.docx";
const margins = (top: number, side: number) =>
  `w:top="${top}" w:right="${side}" w:bottom="1361" w:left="${side}" w:header="709" w:footer="567" w:gutter="0"`;

function based(wanted: HouseFile = {}): {
  readonly theme: Theme;
  readonly pale: unknown;
  readonly found: readonly string[];
} {
  const { value, diagnostics } = basedTheme(councilTheme, file, houseFile(wanted));
  return { theme: value.theme, pale: value.base?.pale, found: diagnostics.map((d) => `${d.code} ${d.message}`) };
}

test("page, face, sizes, distances and colours are the file's", () => {
  const { theme } = based();
  expect(theme.page).toEqual({
    width: 595.3,
    height: 841.9,
    margin: { left: 85.05, right: 62.35, top: 85.05, bottom: 68.05 },
    header: 35.45,
    footer: 28.35,
  });
  expect(theme.face).toEqual({ text: "carlito", word: "Calibri" });
  // 11 points, 280/240 of the distance of lines of Carlito; as wide as the margins allow.
  expect(theme.body).toEqual({ size: 11, leading: 15.65, after: 7, measure: 595.3 - 85.05 - 62.35 });
  expect(theme.headings.map((h) => h.size)).toEqual([22, 15, 12.5, 12.5, 12.5, 12.5]);
  expect(theme.headings[0]).toEqual({ size: 22, leading: 26.85, before: 24, after: 10 });
  expect(theme.colours).toMatchObject({
    text: "#22222a",
    quiet: "#4a4a55",
    accent: "#5b2a6e",
    accentText: "#5b2a6e",
    link: "#00587c",
    tint: "#f1ebf4",
    series: ["#5b2a6e", "#a87424", "#00587c", "#3f7a4e", "#9b3a4d", "#6b7480"],
    mark: councilTheme.colours.mark,
  });
});

test("a file that is refused leaves the theme as it is", () => {
  const { value, diagnostics } = basedTheme(councilTheme, file, houseFile().subarray(0, 2000));
  expect(value).toEqual({ theme: councilTheme });
  expect(diagnostics).toMatchObject([
    { code: "template/base-refused", severity: "warning", span: { file, start: 0, end: 0 } },
  ]);
});

test("one finding lists the styles that the file lacks", () => {
  expect(based().found).toEqual([
    "template/base-styles This Word file lacks 12 of 20 styles: Subtitle, Heading 4, List Number, Quote, TOC Heading, TOC 1, TOC 2, Table of Figures, Header, Footer, Footnote Text, Footnote Reference.",
  ]);
});

test("a face that is not shipped is told, and Word keeps it", () => {
  const { theme, found } = based({ face: "Sabon Next LT" });
  expect(theme.face).toEqual({ text: "tinos", word: "Sabon Next LT" });
  expect(found[1]).toBe(
    "template/base-face The face Sabon Next LT is not shipped, so the PDF is set in Tinos and page numbers may differ.",
  );
});

test.each([
  ["too pale for words", "F2C14E", "accent1 #f2c14e"],
  ["pale by little", "7A8FD0", "accent1 #7a8fd0"],
])("an accent %s is not taken", (_, accent, told) => {
  const { theme, found, pale } = based({ accent, styles: wenbridgeStyles.replaceAll("5B2A6E", accent) });
  expect(theme.colours.accent).toBe(councilTheme.colours.accent);
  expect(theme.colours.accentText).toBe(councilTheme.colours.accent);
  expect(pale).toContain("accent1");
  expect(found.join()).toContain(
    `template/base-colours Some colours of this Word file are too pale, and are not used: ${told}`,
  );
});

test.each(["5B2A6E", "F2C14E", "767676", "000000", "FFFFFF", "C00000"])(
  "with the accent %s all words can be read",
  (accent) => {
    const { theme } = based({ accent });
    const hard = printedPairs(theme).filter((p) => contrast(p.colour, p.on) < leastContrast);
    expect(hard).toEqual([]);
  },
);

test.each([
  ["no room for a header", margins(400, 1247), "its margins leave no room for a header or a footer"],
  ["hardly a line's width", margins(1247, 4600), "its margins leave less than 8 cm for a line of text"],
  ["no edge", margins(1247, 0), "printers cannot reach so near to the edge"],
])("a page with %s is left", (_, written, reason) => {
  const { theme, found } = based({ margins: written });
  expect(theme.page).toEqual(councilTheme.page);
  expect(found).toContain(`template/base-part The page of this Word file cannot be taken: ${reason}.`);
});

test("a header that begins too low for its margin is moved up", () => {
  expect(based({ margins: margins(1000, 1247) }).theme.page).toMatchObject({ header: 22, margin: { top: 50 } });
});

test("a heading of ours among the house's is no larger than the one above it", () => {
  const styles = wenbridgeStyles.replace('<w:sz w:val="25"/>', '<w:sz w:val="23"/>');
  expect(based({ styles }).theme.headings.map((h) => h.size)).toEqual([22, 15, 11.5, 11.5, 11.5, 11.5]);
});

test("text of a size that nobody can read is left", () => {
  const { theme, found } = based({ styles: wenbridgeStyles.replaceAll('w:val="22"', 'w:val="12"') });
  expect(theme.body.size).toBe(councilTheme.body.size);
  expect(found).toContain(
    "template/base-part The size of text of this Word file cannot be taken: 6 points is too small for running text.",
  );
});

test("text without a distance between paragraphs keeps ours", () => {
  const styles = wenbridgeStyles.replace('w:after="160"', 'w:after="0"').replace('w:after="140"', 'w:after="0"');
  const { theme, found } = based({ styles });
  expect(theme.body.after).toBe(councilTheme.body.after);
  expect(found.at(-1)).toBe(
    "template/base-part The distance of paragraphs of this Word file cannot be taken: the file leaves none, and documents hold no empty lines.",
  );
});

test("a file without a theme gives all but colours", () => {
  const { theme, found } = based({ parts: { "word/theme/theme1.xml": undefined } });
  // Its headings say their colour themselves.
  expect(theme.colours).toEqual({ ...councilTheme.colours, accentText: "#5b2a6e" });
  expect(theme.page.margin.left).toBe(85.05);
  expect(found.join()).toContain("The colours of this Word file cannot be taken");
});
