// The look of a header, a sum, the names of rows and stripes is the table style's, so that Word's switches for it work.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Block, Row, Table } from "../../../src/document/document.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { cell, documentOf, paragraph, row } from "../../support/nodes.ts";

const noPages: ReadonlyMap<string, number> = new Map();

function tableOf(look: Table["look"], rows: readonly Row[], rowHeader = false): Table {
  return {
    type: "table",
    summary: "Rows.",
    look,
    columns: [
      { key: "a", align: "left", ...(rowHeader ? { rowHeader: true } : {}) },
      { key: "b", align: "decimal" },
    ],
    rows,
    notes: [],
  };
}

async function partOf(blocks: readonly Block[], path = "word/document.xml"): Promise<string> {
  return strFromU8(unzipSync(await docxOf(documentOf(blocks), noPages))[path] ?? new Uint8Array());
}

async function styleParts(id: string): Promise<ReadonlyMap<string, string>> {
  const styles = await partOf([paragraph("Words.")], "word/styles.xml");
  const [style = ""] = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(styles) ?? [];
  const parts = style.matchAll(/<w:tblStylePr w:type="(\w+)"><w:tcPr>(.*?)<\/w:tcPr>/gs);
  return new Map([...parts].map(([, part = "", inner = ""]) => [part, inner]));
}

/** What the cells of each row say of ground, rules and height, by the names of the elements. */
function saidByRow(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([tr]) =>
    [...new Set([...tr.matchAll(/<w:(shd|vAlign|tcBorders)\b/g)].map(([, name]) => name))].join(" "),
  );
}

const header = row("header", "Part", "£k");
const body = row("body", "Works", "1.5");
const total = row("total", "Total", "3.0");

describe("the styles", () => {
  test.each([
    ["TableRuled", ["firstRow", "lastRow"]],
    ["TableGrid", ["firstRow", "lastRow"]],
    ["TableBorderless", ["firstRow", "lastRow"]],
    ["TableForm", ["firstRow", "lastRow", "firstCol"]],
    ["LayoutTable", []],
  ])("%s", async (id, expected) => {
    expect([...(await styleParts(id)).keys()]).toEqual(expected);
  });

  test("a header has a ground and a rule, a sum has rules, a form's names have a ground", async () => {
    const form = await styleParts("TableForm");
    expect(form.get("firstRow")).toMatch(
      /<w:tcBorders><w:bottom .*w:themeColor="accent1"\/><\/w:tcBorders><w:shd .*\/><w:vAlign w:val="bottom"\/>$/,
    );
    expect(form.get("lastRow")).toMatch(/^<w:tcBorders><w:top .*\/><w:bottom .*\/><\/w:tcBorders>$/);
    expect(form.get("firstCol")).toMatch(/^<w:shd [^>]*\/>$/);
  });

  test("Table Grid is Word's own; the others are the file's", async () => {
    const styles = await partOf([paragraph("Words.")], "word/styles.xml");
    const own = [...styles.matchAll(/<w:style w:type="table"([^>]*)>/g)].filter(([, a = ""]) => /customStyle/.test(a));
    const ids = own.map(([, attributes]) => /w:styleId="(\w+)"/.exec(attributes ?? "")?.[1]);
    expect(ids).toEqual(["TableRuled", "TableBorderless", "TableForm", "LayoutTable"]);
  });
});

describe("cells", () => {
  test.each<readonly [string, Table["look"]]>([
    ["ruled", "ruled"],
    ["grid", "grid"],
    ["borderless", "borderless"],
    ["form", "form"],
  ])("of a %s table with one header row and a sum at its end say nothing of their look", async (_, look) => {
    const xml = await partOf([tableOf(look, [header, body, body, total], true)]);
    expect(saidByRow(xml)).toEqual(["", "", "", ""]);
    expect(xml).toContain(
      '<w:tblLook w:val="06E0" w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    );
  });

  test("of what a style does not know say it themselves", async () => {
    const group = row("section", cell("Group", { colSpan: 2 }));
    const xml = await partOf([tableOf("ruled", [header, header, group, body, row("subtotal", "So far", "1.5"), body])]);
    expect(saidByRow(xml)).toEqual(["tcBorders", "tcBorders shd vAlign", "shd", "", "tcBorders", ""]);
    expect(xml).toContain('w:firstRow="1" w:lastRow="0"');
  });
});

describe("tables and boxes that touch", () => {
  const callout = (words: string): Block => ({ type: "callout", blocks: [paragraph(words)] });

  test("tables have a hardly visible paragraph between them, boxes a distance and edges of their own", async () => {
    const tables = await partOf([tableOf("ruled", [body]), tableOf("ruled", [body])]);
    expect(tables.match(/<w:pStyle w:val="Gap"\/>/g)).toHaveLength(1);
    const boxes = await partOf([callout("One"), callout("Two"), callout("Three")]);
    expect(boxes).not.toContain('<w:pStyle w:val="Gap"/>');
    const properties = [...boxes.matchAll(/<w:pStyle w:val="Callout"\/>(.*?)<\/w:pPr>/gs)].map(([, inner]) => inner);
    const [first = "", second = "", third = ""] = properties;
    expect(second).toMatch(/w:before="\d+"/);
    expect(second).toMatch(/<w:ind w:left="261"\/>/);
    expect([first, third].filter((inner) => inner.includes("<w:ind"))).toEqual([]);
    expect(third).toMatch(/w:before="\d+"/);
  });
});
