// A document in the look of a house's own Word file.
import { strFromU8, strToU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Theme } from "../../../schemas/house.ts";
import { fonts } from "../../../src/cli/fonts.ts";
import type { HouseBase } from "../../../src/house-base/base.ts";
import { lettering } from "../../../src/layout/lettering.ts";
import { openFaces } from "../../../src/layout/metrics.ts";
import { docx } from "../../../src/render/docx/docx.ts";
import { dress } from "../../../src/render/docx/house-dress.ts";
import { basedTheme } from "../../../src/validate/based-theme.ts";
import { councilTheme, stubDraw } from "../../support/docx-kit.ts";
import { sampleDocument } from "../../support/docx-sample.ts";
import { docxWords } from "../../support/docx-text.ts";
import { type HouseFile, houseFile, wenbridgeStyles } from "../../support/house-file.ts";

async function made(theme: Theme, base: HouseBase | undefined): Promise<Uint8Array> {
  const letters = lettering(openFaces(await fonts(theme.face.text)));
  return docx(sampleDocument(), theme, new Map(), stubDraw, letters, new Map(), undefined, base);
}

async function dressed(wanted: HouseFile = {}): Promise<Uint8Array> {
  const { theme, base } = basedTheme(councilTheme, "theme.docx", houseFile(wanted)).value;
  return made(theme, base);
}

function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name];
  return found ? strFromU8(found) : "";
}

/** A style's definition by its id, without its id and kind. */
function style(bytes: Uint8Array, id: string): string {
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}"[^>]*>(.*?)</w:style>`, "s").exec(
    part(bytes, "word/styles.xml"),
  );
  return found?.[1] ?? "none";
}

describe("styles", () => {
  let bytes = new Uint8Array();
  let plain = new Uint8Array();
  beforeAll(async () => {
    bytes = new Uint8Array(await dressed());
    plain = new Uint8Array(await made(councilTheme, undefined));
  });

  test("of the house stand under our ids, with their ancestors", () => {
    expect(style(bytes, "Heading1")).toContain('<w:name w:val="heading 1"/><w:basedOn w:val="Hausschrift"/>');
    expect(style(bytes, "Heading1")).toContain('<w:bottom w:val="single" w:sz="8" w:space="4"');
    expect(style(bytes, "Hausschrift")).toContain('<w:name w:val="Wenbridge Display"/><w:basedOn w:val="BodyText"/>');
    expect(style(bytes, "BodyText")).toContain('<w:basedOn w:val="Normal"/>');
    expect(style(bytes, "berschrift1")).toBe("none");
  });

  test("of runs go with those of paragraphs, whatever the house calls them", () => {
    expect(style(bytes, "Heading1")).toContain('<w:link w:val="Heading1Char"/>');
    expect(style(bytes, "Heading1Char")).toContain('<w:link w:val="Heading1"/>');
    expect(style(bytes, "Heading1Char")).toContain('<w:color w:val="5B2A6E" w:themeColor="accent1"/>');
    expect(part(bytes, "word/styles.xml")).not.toContain("Zchn");
  });

  test("keep our numbers, outline and breaks", () => {
    const numbers = (file: Uint8Array, id: string) => /<w:numPr>.*?<\/w:numPr>/.exec(style(file, id))?.[0];
    for (const id of ["Heading1", "Heading2", "ListBullet"]) expect(numbers(bytes, id)).toBe(numbers(plain, id));
    expect(style(bytes, "Heading1")).toContain("<w:keepNext/><w:keepLines/>");
    expect(style(bytes, "Heading1")).not.toContain("pageBreakBefore");
    expect(style(bytes, "Heading2")).toContain('<w:outlineLvl w:val="1"/>');
    expect(style(bytes, "ListBullet")).not.toContain("w:ind ");
  });

  test("take back what the house's chain would hand on", () => {
    // Theirs stands on heading 2, whose number and outline are ours.
    expect(style(bytes, "Heading3")).toMatch(/<w:numPr>|<w:outlineLvl w:val="2"\/>/);
    expect(style(bytes, "Caption")).toContain("<w:keepNext/>");
    expect(style(bytes, "Title")).not.toContain("<w:keepNext/>");
  });

  test("that the house lacks stay ours, and free of what its Normal sets for text", () => {
    expect(style(bytes, "Normal")).toContain('<w:ind w:firstLine="284"/><w:jc w:val="both"/>');
    expect(style(bytes, "TableTextLeftUsual")).toContain(
      '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>',
    );
    expect(style(bytes, "ListNumber")).toContain('<w:basedOn w:val="BodyText"/>');
    expect(style(bytes, "ListNumber")).not.toContain("w:ind ");
  });

  test("of titles of lists look as the house's headings, uncounted", () => {
    expect(style(bytes, "ContentsTitle")).toContain('<w:basedOn w:val="Heading1"/>');
    expect(style(bytes, "ContentsTitle")).toContain('<w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>');
    expect(style(bytes, "ContentsTitle")).not.toContain("<w:rPr>");
  });

  test("of tables bring borders, not paddings", () => {
    expect(style(bytes, "TableGrid")).toContain('<w:top w:val="single" w:sz="8" w:space="0" w:color="5B2A6E"/>');
    const padding = (file: Uint8Array) => /<w:tblCellMar>.*<\/w:tblCellMar>/.exec(style(file, "TableGrid"))?.[0];
    expect(padding(bytes)).toBe(padding(plain));
    const parts = [...style(bytes, "TableGrid").matchAll(/<w:tblStylePr w:type="(\w+)"/g)].map(([, name]) => name);
    expect(parts, "a style without a look of headers has ours").toEqual(["firstRow", "lastRow"]);
  });

  test("are all there that the file names, each once", () => {
    const xml = part(bytes, "word/styles.xml");
    const ids = [...xml.matchAll(/w:styleId="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const names = [...xml.matchAll(/<w:name w:val="([^"]+)"/g)].map((m) => m[1]?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const parts = Object.keys(unzipSync(bytes)).filter((name) => /^word\/[a-z]+\d*\.xml$/.test(name));
    const used = parts.flatMap((name) =>
      [...part(bytes, name).matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"/g)].map(
        (m) => m[1],
      ),
    );
    expect([...new Set(used)].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("change no word", () => expect(docxWords(bytes)).toEqual(docxWords(plain)));

  test("stand on defaults of the house, in the document's language", () => {
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(part(bytes, "word/styles.xml"))?.[0] ?? "";
    expect(defaults).toContain('<w:spacing w:after="160" w:line="280" w:lineRule="auto"/>');
    expect(defaults).toContain('<w:lang w:val="en-GB"');
  });

  test("come with the house's theme and page", () => {
    const theme = part(bytes, "word/theme/theme1.xml");
    expect(theme).toContain('<a:accent2><a:srgbClr val="A87424"/></a:accent2>');
    expect(theme).toContain('<a:minorFont><a:latin typeface="Calibri"/>');
    expect(part(bytes, "word/document.xml")).toContain(
      '<w:pgMar w:top="1701" w:right="1247" w:bottom="1361" w:left="1701"',
    );
  });
});

test("the same file gives the same bytes", async () => {
  expect(await dressed()).toEqual(await dressed());
});

test("a file that is refused leaves the document as it is without one", async () => {
  const { theme, base } = basedTheme(councilTheme, "theme.docx", houseFile().subarray(0, 900)).value;
  expect(await made(theme, base)).toEqual(await made(councilTheme, undefined));
});

test("a colour too pale for words is not the theme's in our styles", async () => {
  const accent = "F2C14E";
  const bytes = await dressed({ accent, styles: wenbridgeStyles.replaceAll("5B2A6E", accent) });
  expect(part(bytes, "word/theme/theme1.xml")).toContain(`<a:accent1><a:srgbClr val="${accent}"/>`);
  // The house's heading is as the house writes it; our card has our colour written out.
  expect(style(bytes, "Hausschrift")).toContain('w:themeColor="accent1"');
  expect(style(bytes, "Card")).not.toContain("accent1");
  expect(style(bytes, "Card")).toContain('w:color="0B3C5D"');
});

test.each([
  ["Body Text", wenbridgeStyles],
  ["Normal alone", wenbridgeStyles.replace('<w:name w:val="Body Text"/>', '<w:name w:val="Fliesstext"/>')],
])("paragraphs of a file that parts them by empty lines are set apart: %s", async (_, styles) => {
  const bytes = await dressed({ styles: styles.replaceAll(/w:after="1[46]0"/g, 'w:after="0"') });
  expect(style(bytes, "BodyText")).toContain('w:after="170"');
});

test("nor in charts, which name their colours by the theme alone", () => {
  const base = basedTheme(councilTheme, "theme.docx", houseFile({ accent: "F2C14E" })).value.base;
  if (!base) throw new Error("the file was refused");
  const theme = '<a:clrScheme><a:accent1><a:srgbClr val="0B3C5D"/></a:accent1></a:clrScheme>';
  const chart = '<c:a><a:schemeClr val="accent1"/><a:schemeClr val="accent2"/></c:a>';
  const styles = "<w:styles><w:docDefaults/></w:styles>";
  const parts = new Map(
    Object.entries({ "word/theme/theme1.xml": theme, "word/charts/chart1.xml": chart, "word/styles.xml": styles }).map(
      ([path, text]) => [path, strToU8(text)],
    ),
  );
  dress(parts, base);
  expect(strFromU8(parts.get("word/charts/chart1.xml") ?? new Uint8Array())).toBe(
    '<c:a><a:srgbClr val="0B3C5D"/><a:schemeClr val="accent2"/></c:a>',
  );
});

test("styles that stand on each other are let go", async () => {
  const circle = wenbridgeStyles.replace(
    '<w:name w:val="Body Text"/><w:basedOn w:val="Standard"/>',
    '<w:name w:val="Body Text"/><w:basedOn w:val="Hausschrift"/>',
  );
  const bytes = await dressed({ styles: circle });
  const chain: string[] = [];
  for (let id = "Heading1"; id !== "" && !chain.includes(id); ) {
    chain.push(id);
    id = /<w:basedOn w:val="([^"]+)"/.exec(style(bytes, id))?.[1] ?? "";
    expect(chain).not.toContain(id);
  }
});

test("ids of the house that are also ours are changed", async () => {
  const bytes = await dressed({ styles: wenbridgeStyles.replaceAll("Hausschrift", "Note") });
  expect(style(bytes, "Heading1")).toContain('<w:basedOn w:val="NoteHouse"/>');
  expect(style(bytes, "Note")).toContain('<w:name w:val="Note"/>');
  expect(style(bytes, "NoteHouse")).toContain('<w:name w:val="Wenbridge Display"/>');
});

test("values of the file cannot break out of ours", async () => {
  const bytes = await dressed({
    styles: wenbridgeStyles.replace("Wenbridge Display", "A&quot;/&gt;&lt;w:x&amp;"),
    face: "Cali&quot;&lt;bri",
  });
  expect(part(bytes, "word/styles.xml")).toContain('<w:name w:val="A&quot;/&gt;&lt;w:x&amp;"/>');
  expect(part(bytes, "word/theme/theme1.xml")).toContain('typeface="Cali&quot;&lt;bri"');
});
