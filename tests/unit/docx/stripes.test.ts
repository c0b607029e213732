// Stripes in Word: by the style where Word counts rows as the pages do, else cell by cell.

import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Theme } from "../../../schemas/house.ts";
import { fonts } from "../../../src/cli/fonts.ts";
import type { Row, Table } from "../../../src/document/document.ts";
import { lettering } from "../../../src/layout/lettering.ts";
import { openFaces } from "../../../src/layout/metrics.ts";
import { docx } from "../../../src/render/docx/docx.ts";
import { councilTheme, stubDraw } from "../../support/docx-kit.ts";
import { cell, documentOf, row } from "../../support/nodes.ts";

const theme: Theme = { ...councilTheme, table: { ...councilTheme.table, stripes: "#f0f1f2" } };

async function made(rows: readonly Row[], look: Table["look"] = "ruled", of = theme) {
  const table: Table = {
    type: "table",
    summary: "Rows.",
    look,
    columns: [
      { key: "a", align: "left" },
      { key: "b", align: "left" },
    ],
    rows: [row("header", "A", "B"), ...rows],
    notes: [],
  };
  const letters = lettering(openFaces(await fonts("arimo")));
  const parts = unzipSync(await docx(documentOf([table]), of, new Map(), stubDraw, letters));
  const [document, styles] = ["word/document.xml", "word/styles.xml"].map((path) =>
    strFromU8(parts[path] ?? new Uint8Array()),
  );
  const [, style] = /<w:tblStyle w:val="(\w+)"/.exec(document ?? "") ?? [];
  const [, noBands] = /w:noHBand="(\w+)"/.exec(document ?? "") ?? [];
  const shaded = [...(document ?? "").matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/g)].map(
    ([tr]) => [...tr.matchAll(/<w:shd [^>]*w:fill="(\w+)"/g)].map(([, fill]) => fill)[0] ?? "",
  );
  return { style, noBands, shaded, styles: styles ?? "" };
}

const body = (name: string) => row("body", name, name);

test("a plain table has the bands of its style, which tint every second row", async () => {
  const { style, noBands, shaded, styles } = await made([body("1"), body("2"), body("3"), row("total", "T", "6")]);
  expect([style, noBands, shaded]).toEqual(["TableStriped", "0", ["", "", "", "", ""]]);
  const [, striped = ""] = /w:styleId="TableStriped">([\s\S]*?)<\/w:style>/.exec(styles) ?? [];
  expect(striped).toContain('<w:tblPr><w:tblStyleRowBandSize w:val="1"/>');
  expect(striped).toMatch(
    /<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd [^>]*w:fill="F0F1F2"\/><\/w:tcPr><\/w:tblStylePr>$/,
  );
});

test.each<readonly [string, readonly Row[], readonly string[]]>([
  [
    "groups",
    [body("1"), row("section", cell("Group", { colSpan: 2 })), body("2"), body("3")],
    ["", "", "F3F5F6", "", "F0F1F2"],
  ],
  [
    "cells over several rows",
    [body("1"), row("body", cell("2", { rowSpan: 2 }), "2"), row("body", "3"), body("4")],
    ["", "", "F0F1F2", "F0F1F2", ""],
  ],
])("a table with %s has its stripes cell by cell", async (_, rows, expected) => {
  const { style, noBands, shaded } = await made(rows);
  expect([style, noBands, shaded]).toEqual(["TableStriped", "1", expected]);
});

test("tables of other looks, and those of themes without stripes, have none", async () => {
  const grid = await made([body("1"), body("2")], "grid");
  expect([grid.style, grid.noBands]).toEqual(["TableGrid", "1"]);
  const ruled = await made([body("1"), body("2")], "ruled", councilTheme);
  expect([ruled.style, ruled.noBands, ruled.styles.includes("TableStriped")]).toEqual(["TableRuled", "1", false]);
});
