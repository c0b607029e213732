// The workbook's bytes, read back by another library.
import Excel from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { programme, xlsx } from "../../../src/pipeline.ts";
import type { Workbook } from "../../../src/render/xlsx/book.ts";
import { large } from "../../support/runs.ts";
import { documentMd, sourcesOf } from "../../support/sources.ts";

interface Read {
  readonly data: Workbook;
  readonly book: Excel.Workbook;
  readonly bytes: Uint8Array;
}

async function made(data: string, files: Readonly<Record<string, string>> = {}): Promise<Read> {
  const sources = sourcesOf({ "data/all.yaml": data, "paper/document.md": documentMd, ...files });
  const { value: model } = programme(sources);
  if (!model) throw new Error("no model");
  const { workbook, bytes } = await xlsx(model, "paper");
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return { data: workbook, book, bytes };
}

function sheet({ book }: Read, name: string): Excel.Worksheet {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name} among ${book.worksheets.map((s) => s.name).join(", ")}`);
  return found;
}

const pots = `
tables:
  pots:
    title: Pots of *money*
    summary: What is in the pots.
    columns:
      pot: text
      council: { unit: £, as: £m, decimals: 1, group: Who pays }
      nhs: { label: NHS, unit: £, as: £m, decimals: 1, group: Who pays }
      share: { unit: "%", decimals: 1 }
      made: { label: Council's part, unit: £, formula: = council * share }
    rows:
      - { section: Health }
      - { id: a, pot: "**Pot** A", council: 73900000, nhs: 1500000.55, share: 12.5% }
      - { id: b, pot: "=1+1", council: nil, nhs: TBC by bob on 2014-05-01, share: 5% }
      - { id: c, pot: "#N/A", council: -250000, nhs: 3, share: 5% }
    total: true
    note: Net of *income*.
figures:
  rate: { value: 3.5%, label: House rate }
  all: { value: "= sum(pots.council, pots.nhs) * (1 + rate)", unit: £ }
`;

test("a table is a sheet with its rows, its columns, and how each row came about", async () => {
  const read = await made(pots);
  const rows = sheet(read, "Pots of money");
  const text = (row: number) => (rows.getRow(row).values as unknown[]).slice(1);
  expect(rows.getCell("A1").value).toBe("Pots of money");
  expect(rows.getCell("B2").value).toBe("What is in the pots.");
  expect(rows.getCell("B3").value).toBe("Who pays");
  expect(text(4)).toEqual(["Pot", "Council (£m)", "NHS (£m)", "Share (%)", "Council’s part (£)", "Kind", "Source"]);
  expect(rows.getCell("A5").value).toBe("Health");
  expect(rows.getCell("A6").value).toBe("Pot A");
  expect(rows.getCell("B6").value).toBe(73_900_000);
  expect(rows.getCell("C6").value).toBe(1_500_000.55);
  expect(rows.getCell("D6").value).toBe(0.125);
  expect(rows.getCell("F6").value).toBe("Input and computed");
  expect(rows.getCell("G6").value).toBe("data/all.yaml:14");
  expect(rows.getCell("A9").value).toBe("Total");
  expect(rows.getCell("A11").value).toBe("Net of income.");
});

test("computed cells hold live formulas, also across sheets, and inputs hold values", async () => {
  const read = await made(pots);
  const rows = sheet(read, "Pots of money");
  expect(rows.getCell("E6").value).toEqual({ formula: "B6*D6", result: 9_237_500 });
  expect(rows.getCell("E7").value).toMatchObject({ formula: "N(B7)*D7" });
  expect(rows.getCell("B9").value).toEqual({ formula: "SUM(B6:B8)", result: 73_650_000 });
  // The cell to come is inside the sum already.
  expect(rows.getCell("C9").value).toEqual({ formula: "SUM(C6:C8)", result: 1_500_003.55 });
  const figures = sheet(read, "Figures");
  const all = figures.getColumn(1).values.indexOf("all");
  expect(figures.getCell(all, 3).value).toMatchObject({
    formula: "SUM('Pots of money'!B6:B8,'Pots of money'!C6:C8)*(1+C4)",
  });
});

test("formats show what the page prints", async () => {
  const rows = sheet(await made(pots), "Pots of money");
  expect(rows.getCell("B6").numFmt).toBe('#,##0.0,,;"−"#,##0.0,,');
  expect(rows.getCell("D6").numFmt).toBe('#,##0.0%;"−"#,##0.0%');
  expect(rows.getCell("E6").numFmt).toBe('#,##0.00;"−"#,##0.00');
});

test("stand-ins, and text that looks like a formula or an error, are text as printed", async () => {
  const rows = sheet(await made(pots), "Pots of money");
  expect([rows.getCell("B7").value, rows.getCell("C7").value]).toEqual(["–", "TBC"]);
  expect(rows.getCell("A7").type).toBe(Excel.ValueType.String);
  expect(rows.getCell("A7").value).toBe("=1+1");
  expect(rows.getCell("A8").type).toBe(Excel.ValueType.RichText);
  expect(rows.getCell("A8").text).toBe("#N/A");
});

test.each([
  "=1+1",
  "+44 1752",
  "-5",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "_x0041_",
  " spaced ",
  "\tTab",
  "#REF!",
  "<b>&amp;",
])("the words %j stay words", async (words) => {
  const { workbook } = { workbook: (await made(pots)).data };
  const changed: Workbook = {
    ...workbook,
    sheets: workbook.sheets.map((s, i) =>
      i > 0 ? s : { ...s, rows: [[{ content: { type: "text", text: words }, style: { role: "text", row: "body" } }]] },
    ),
  };
  const { write } = await import("../../../src/render/xlsx/hucre.ts");
  const xml = unzipSync(await write(changed));
  const first = strFromU8(xml["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(first).not.toContain("<f>");
  expect(first).not.toMatch(/t="e"/);
  const shared = strFromU8(xml["xl/sharedStrings.xml"] ?? new Uint8Array());
  const escaped = words
    .replace("_x0041_", "_x005F_x0041_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  expect(`${first}${shared}`).toContain(`>${escaped}</t>`);
});

test("each figure's cell has a note: where it was typed, or how it was worked out", async () => {
  const rows = sheet(await made(pots), "Pots of money");
  const note = (cell: string) => {
    const { note: words } = rows.getCell(cell);
    return typeof words === "string" ? words : (words?.texts ?? []).map((t) => t.text).join("");
  };
  expect(note("B6")).toBe("Input. data/all.yaml:14");
  expect(note("C7")).toBe("Input. data/all.yaml:15 Not known yet: due from bob by 2014-05-01.");
  expect(note("E6")).toMatch(/^Computed: pots\.a\.council \(£73,900,000\) × pots\.a\.share \(12\.5%\)/);
  expect(note("B9")).toMatch(/^Computed: the sum of /);
});

test("inputs and computed cells differ in style, and the Notes sheet says how", async () => {
  const read = await made(pots);
  const rows = sheet(read, "Pots of money");
  const fill = (cell: Excel.Cell) => (cell.fill?.type === "pattern" ? cell.fill.fgColor?.argb : undefined);
  expect(fill(rows.getCell("B6"))).toBe("FFFFF6D5");
  expect(fill(rows.getCell("E6"))).toBeUndefined();
  expect(rows.getCell("A4").font?.bold).toBe(true);
  const notes = sheet(read, "Notes");
  const input = notes.getColumn(1).values.indexOf("Input");
  expect(fill(notes.getCell(input, 1))).toBe("FFFFF6D5");
  const said = (label: string) => notes.getCell(notes.getColumn(1).values.indexOf(label), 2).text;
  expect(notes.getCell("A1").value).toBe("Harbour savings");
  expect(said("Version")).toBe("1.10");
  expect(said("Date")).toBe("28 January 2014");
  expect(said("Classification")).toBe("Public");
  expect(said("Rounding")).toContain("unrounded");
  const last = notes.getColumn(1).values.length - 1;
  expect(notes.getCell(last, 1).value).toBe("Figures");
  const links = strFromU8(unzipSync(read.bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(links).toContain(`<hyperlink ref="A${last}" location="&apos;Figures&apos;!A1"/>`);
});

test("every figure has a named cell, under its own name where a spreadsheet takes it", async () => {
  const read = await made(pots);
  const named = (name: string) => read.book.definedNames.getRanges(name).ranges;
  expect(named("pots.a.council")).toEqual(["'Pots of money'!$B$6"]);
  expect(named("pots.council.total")).toEqual(["'Pots of money'!$B$9"]);
  expect(named("rate")).toEqual(["Figures!$C$4"]);
  expect(read.book.getWorksheet("Names")).toBeUndefined();
});

test("a name that a spreadsheet does not take is listed beside the one it has", async () => {
  const read = await made("figures:\n  budget-plan: { value: 5, unit: £ }\n  tax2014: { value: 5 }\n");
  const names = sheet(read, "Names");
  const row = (n: number) => [1, 2, 3].map((column) => names.getCell(n, column).text);
  // Underscores for hyphens are the rule, which the Notes sheet states.
  expect([row(4), row(5)]).toEqual([
    ["tax2014", "_tax2014", "'Figures'!C5"],
    ["", "", ""],
  ]);
  expect(read.book.definedNames.getRanges("budget_plan").ranges).toEqual(["Figures!$C$4"]);
});

test("header rows stay in view and are repeated in print; pages are A4, landscape, one page wide", async () => {
  const read = await made(pots);
  const rows = sheet(read, "Pots of money");
  expect(rows.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
  expect(rows.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(rows.pageSetup.printTitlesRow).toBe("3:4");
  expect(rows.headerFooter.oddFooter).toBe("&LHarbour savings&CVersion 1.10 · Draft&RPage &P of &N");
  expect(rows.headerFooter.oddHeader).toBeUndefined();
});

test("a workbook that is not for use says so on each printed sheet", async () => {
  const front = documentMd.replace("status: draft", "status: superseded");
  const { book } = await made(pots, { "paper/document.md": front });
  for (const { headerFooter } of book.worksheets) {
    expect(headerFooter.oddHeader).toBe('&C&"-,Bold"SUPERSEDED');
    expect(headerFooter.oddFooter).toContain("&CVersion 1.10 · Superseded&R");
  }
});

test("nothing is hidden: no sheet, row or column, no cache, no link out, no macro", async () => {
  const { book, bytes } = await made(pots);
  expect(book.worksheets.every((s) => s.state === "visible")).toBe(true);
  const parts = unzipSync(bytes);
  expect(
    Object.keys(parts).filter((p) => /pivot|external|vba|connections|custom|query|printerSettings/i.test(p)),
  ).toEqual([]);
  const all = Object.entries(parts).map(([path, part]) => [path, strFromU8(part)] as const);
  for (const [path, xml] of all.filter(([p]) => p.endsWith(".xml") && !p.includes("theme"))) {
    expect(xml, path).not.toMatch(/hidden="(1|true)"/);
    expect(xml, path).not.toMatch(/(?<!<dcterms:\w+ xsi:type="dcterms:W3CDTF">)20\d\d-\d\d-\d\dT/);
  }
  for (const [path, xml] of all.filter(([p]) => p.endsWith(".rels"))) expect(xml, path).not.toContain("External");
  expect(parts["docProps/core.xml"] && strFromU8(parts["docProps/core.xml"])).toContain("2014-01-28T00:00:00Z");
  expect(parts["docProps/app.xml"] && strFromU8(parts["docProps/app.xml"])).toContain("<Application>fivecase<");
});

test("the same model gives the same bytes", async () => {
  const [one, two] = [await made(pots), await made(pots)];
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
});

test("an amount that a format cannot show in its printed unit says so in its header", async () => {
  const read = await made(
    "tables:\n  t: { title: Costs, columns: { item: text, cost: { unit: £m, as: £, decimals: 0 } }, rows: [{ item: Quay, cost: 1.5 }] }\n",
  );
  const rows = sheet(read, "Costs");
  expect(rows.getCell("B3").value).toBe("Cost (held in £m, printed in £)");
  expect([rows.getCell("B4").value, rows.getCell("B4").numFmt]).toEqual([1.5, '#,##0.000000;"−"#,##0.000000']);
});

test("an answer that waits for a number turns into one when the number comes", async () => {
  const read = await made(
    "figures:\n  wait: { value: TBC by bob on 2014-05-01, unit: £ }\n  twice: { value: = wait * 2, unit: £ }\n",
  );
  expect(sheet(read, "Figures").getCell("C5").value).toEqual({
    formula: 'IF(COUNT(C4)=1,N(C4)*2,"TBC")',
    result: "TBC",
  });
});

test("ten thousand rows keep their formulas short and their notes within what Excel takes", async () => {
  const last = large(10_000);
  const lines = Array.from({ length: last }, (_, i) => `Item ${i},${i * 7.25},${i % 50}%`);
  const read = await made(
    "tables:\n  big:\n    title: Big\n    from: big.csv\n    columns: { item: text, cost: £, share: '%', made: { unit: £, formula: = cost * share } }\n    total: true\n",
    { "data/big.csv": `Item,cost,share\n${lines.join("\n")}\n` },
  );
  const rows = sheet(read, "Big");
  expect(rows.getCell(`B${last + 4}`).value).toMatchObject({ formula: `SUM(B4:B${last + 3})` });
  expect(rows.getCell(`D${last + 3}`).value).toMatchObject({ formula: `B${last + 3}*C${last + 3}` });
  expect(
    read.data.sheets
      .find((s) => s.table === "big")
      ?.rows.flat()
      .filter((c) => c?.note),
  ).toHaveLength(1000);
});
