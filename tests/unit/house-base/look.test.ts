// What styles come to, and which of them a house's file has.
import { expect, test } from "vitest";
import type { HouseBase } from "../../../src/house-base/base.ts";
import { shippedFace } from "../../../src/house-base/faces.ts";
import { lookOf } from "../../../src/house-base/look.ts";
import { lackedStyles, styleFinder, wantedStyles } from "../../../src/house-base/names.ts";
import { openBase } from "../../../src/house-base/open.ts";
import { paragraphNames } from "../../../src/render/docx/styles.ts";
import { houseFile, wenbridgeStyles } from "../../support/house-file.ts";

function opened(styles?: string): HouseBase {
  const base = openBase("theme.docx", houseFile(styles === undefined ? {} : { styles }));
  if ("reason" in base) throw new Error(base.reason);
  return base;
}

const single = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>';
const styles = (inner: string) =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:styles>`;

test.each([
  ["Normal", { size: 11, face: "Calibri", colour: undefined, before: 0, after: 8, line: { times: 280 / 240 } }],
  ["Body Text", { size: 11, face: "Calibri", colour: undefined, before: 0, after: 7, line: { times: 280 / 240 } }],
  ["HEADING 1", { size: 22, face: "Calibri", colour: "#5b2a6e", before: 24, after: 10, line: { times: 1 } }],
  ["heading 3", { size: 12.5, face: "Calibri", colour: "#5b2a6e", before: 16, after: 6, line: { times: 280 / 240 } }],
])("%s counts in what it is based on and the defaults", (name, look) => {
  expect(lookOf(opened(), name)).toEqual(look);
});

test.each([
  ['<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>', { line: { exact: 15 }, size: 10, face: undefined }],
  ['<w:pPr><w:spacing w:line="300" w:lineRule="atLeast"/></w:pPr>', { line: { least: 15 } }],
  [
    '<w:rPr><w:rFonts w:ascii="Gill Sans MT"/><w:color w:val="auto"/></w:rPr>',
    { face: "Gill Sans MT", colour: undefined },
  ],
  ['<w:rPr><w:color w:val="808080" w:themeColor="accent1" w:themeTint="99"/></w:rPr>', { colour: "#808080" }],
])("a style with %s", (properties, look) => {
  expect(lookOf(opened(styles(`${single}${properties}</w:style>`)), "Normal")).toMatchObject(look);
});

test("styles that stand on each other come to an end", () => {
  const circle = styles(
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Title"/><w:basedOn w:val="B"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Subtitle"/><w:basedOn w:val="A"/></w:style>',
  );
  expect(lookOf(opened(circle), "Subtitle")?.size).toBe(20);
});

test("styles are found by Word's names in any case, by added names, and the default for Normal", () => {
  const find = styleFinder(
    opened(
      wenbridgeStyles.replace('<w:name w:val="Title"/>', '<w:name w:val="Titel"/><w:aliases w:val="Cover, title"/>'),
    ),
  );
  expect(find("paragraph", "Heading 1")?.id).toBe("berschrift1");
  expect(find("paragraph", "Title")?.id).toBe("Titel");
  expect(find("paragraph", "normal")?.id).toBe("Standard");
  expect(find("character", "Heading 1")).toBeUndefined();
  // Only Word's names mean the same in every file.
  expect(find("paragraph", "Wenbridge Display")).toBeUndefined();
});

test("what a file lacks is told in the order of the gallery", () => {
  expect(lackedStyles(opened())).toEqual(
    wantedStyles.filter((name) => /^(Subtitle|Heading 4|List N|Quote|TOC|Table of|Header|Footer|Footnote)/.test(name)),
  );
});

test("every style that a file is asked for is one that documents have", () => {
  const names = [...Object.values(paragraphNames), "Table Grid", "footnote reference", "Hyperlink"];
  const known = new Set(names.map((name) => name.toLowerCase()));
  expect(wantedStyles.filter((name) => !known.has(name.toLowerCase()))).toEqual([]);
});

test.each([
  ["Calibri", { face: "carlito", isSame: true, stretch: 1 }],
  ["arial", { face: "arimo", isSame: true, stretch: 1 }],
  ["Times New Roman", { face: "tinos", isSame: true, stretch: 1 }],
  ["Gill Sans MT", { face: "carlito", isSame: false, stretch: 0.93 / 0.9 }],
  ["Verdana", { face: "arimo", isSame: false, stretch: 1.17 }],
  ["Cambria", { face: "tinos", isSame: false, stretch: 0.97 / 0.89 }],
  ["Sabon Next LT", { face: "tinos", isSame: false, stretch: 1.07 / 0.89 }],
  ["constructor", { face: "arimo", isSame: false, stretch: 1.07 }],
])("%s is set in the shipped face most like it", (name, standIn) => {
  expect(shippedFace(name, ["Sabon Next LT"])).toEqual(standIn);
});
