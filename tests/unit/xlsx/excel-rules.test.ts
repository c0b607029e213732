// What Excel checks when it opens a workbook and LibreOffice lets pass, read off the XML of a workbook full of traps.
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { programme, xlsx } from "../../../src/pipeline.ts";
import { documentMd, sourcesOf } from "../../support/sources.ts";

const straight = (words: string) => `\`${words}\``;

const data = `
tables:
  fy14:
    title: "The ${straight("council's")} costs [£k]: what/why?*"
    columns:
      item: text
      cost: { unit: £k, as: £m, decimals: 1, group: "Money & more" }
      share: { unit: "%", decimals: 1, group: "Money & more" }
      made: { unit: £k, formula: = cost * share }
    rows:
      - { id: r1c1, item: " =1+1 ", cost: 5, share: 5% }
      - { id: b, item: '${straight("_x0041_")} & c', cost: nil, share: 10% }
      - { id: c, item: "#N/A", cost: -0.25, share: 10% }
    total: true
  copy-1: { title: "The ${straight("council's")} costs [£k]: what/why?*", columns: { item: text, cost: £ }, rows: [{ item: a, cost: 1 }] }
  copy-2: { title: "THE ${straight("COUNCIL'S")} COSTS [£k]: what/why?*", columns: { item: text, cost: £ }, rows: [{ item: a, cost: 1 }] }
figures:
  r: { value: 3.5%, label: House rate }
  tax2014: { value: 5, unit: £ }
  print-titles: { value: 5, unit: days }
  a-b: { value: 1 }
  a_b: { value: 2 }
  wait: { value: TBC by bob on 2014-05-01, unit: £ }
  twice: { value: = wait * 2, unit: £ }
  all: { value: "= sum(fy14.cost) * (1 + r)", unit: £k }
  rate: { value: "= irr(flow.one, flow.two, flow.three)" }
  flow.one: { value: -100, unit: £ }
  flow.two: { value: 60, unit: £ }
  flow.three: { value: 70, unit: £ }
`;

let parts: ReadonlyMap<string, string> = new Map();
const part = (path: string) => parts.get(path) ?? "";
const all = (pattern: RegExp, xml: string) => [...xml.matchAll(pattern)].map((m) => plain(m[1] ?? ""));
const sheets = () => [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet")).map(([, xml]) => xml);
const formulas = () => sheets().flatMap((xml) => all(/<f>([^<]*)<\/f>/g, xml));
/** A formula without its quoted words and quoted names of sheets. */
const bare = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'!/g, "");

function plain(xml: string): string {
  return xml
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

beforeAll(async () => {
  const front = documentMd.replace("Harbour savings", `"${"Q&A ".repeat(60)}"`);
  const { value: model } = programme(sourcesOf({ "data/all.yaml": data, "paper/document.md": front }));
  if (!model) throw new Error("no model");
  const { bytes } = await xlsx(model, "paper");
  parts = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
});

describe("names of cells", () => {
  const names = () =>
    all(/<definedName name="([^"]*)"/g, part("xl/workbook.xml")).filter((n) => !n.startsWith("_xlnm."));

  test("begin with a letter or an underscore, hold letters, digits, dots and underscores, and are short enough", () => {
    expect(names().length).toBeGreaterThan(15);
    for (const name of names()) expect(name).toMatch(/^[\p{L}_][\p{L}\p{Nd}._]{0,254}$/u);
  });

  test("do not read as a cell, as a truth or as a name of Excel's own", () => {
    for (const name of names()) {
      expect(name).not.toMatch(/^(?:[a-z]{1,3}\d+(?:\..*)?|r\d*c?\d*|c\d*|true|false)$/i);
      expect(name).not.toMatch(/^(?:print_area|print_titles|criteria|database|extract)$/i);
    }
  });

  test("are there once, whatever their letters' case", () => {
    const lower = names().map((n) => n.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
  });

  test("point at one cell of a sheet that is there", () => {
    const known = new Set(all(/<sheet name="([^"]*)"/g, part("xl/workbook.xml")));
    for (const [, name = "", at = ""] of part("xl/workbook.xml").matchAll(
      /<definedName name="([^"]*)"[^>]*>([^<]*)</g,
    )) {
      if (name.startsWith("_xlnm.")) continue;
      const [, sheet = ""] = /^'((?:[^']|'')+)'!\$[A-Z]{1,3}\$\d+$/.exec(plain(at)) ?? [];
      expect(known.has(sheet.replaceAll("''", "'")), at).toBe(true);
    }
  });

  test("are none but these and the rows and columns that print repeats", () => {
    const own = all(/<definedName name="(_xlnm\.[^"]*)"/g, part("xl/workbook.xml"));
    expect(new Set(own)).toEqual(new Set(["_xlnm.Print_Titles"]));
    for (const at of all(/name="_xlnm.Print_Titles"[^>]*>([^<]*)</g, part("xl/workbook.xml")))
      expect(at).toMatch(/^(?:'(?:[^']|'')+'!\$[A-Z]+:\$[A-Z]+,)?'(?:[^']|'')+'!\$\d+:\$\d+$/);
    expect(part("xl/workbook.xml")).not.toContain("hidden=");
  });
});

test("names of sheets are legal, at most 31 characters, and there once, whatever their letters' case", () => {
  const names = all(/<sheet name="([^"]*)"/g, part("xl/workbook.xml"));
  expect(names).toContain("The council's costs £k what why");
  for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/u);
  expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(names.length);
});

describe("formulas", () => {
  // Functions of Excel 2007 and later, which no reader has to prefix with _xlfn.
  const known = new Set(
    "ABS AND AVERAGE COUNT IF INT IRR MAX MIN N NOT NPV OR POWER ROUND ROUNDDOWN ROUNDUP SIGN SUM SUMPRODUCT".split(
      " ",
    ),
  );

  test("have no leading equals sign, no array that needs its own way of entry, and only functions of every version", () => {
    expect(formulas().length).toBeGreaterThan(5);
    for (const formula of formulas()) {
      expect(formula).not.toMatch(/^=/);
      expect(bare(formula)).not.toMatch(/[{}]/);
      for (const name of all(/([A-Z][A-Z0-9.]*)\(/g, bare(formula))) expect(known.has(name), formula).toBe(true);
    }
  });

  test("keep to 8,192 characters, 255 in quotes, and quote names of sheets with doubled apostrophes", () => {
    for (const formula of formulas()) {
      expect(formula.length).toBeLessThanOrEqual(8192);
      for (const words of all(/"((?:[^"]|"")*)"/g, formula)) expect(words.length).toBeLessThanOrEqual(255);
      expect(bare(formula)).not.toContain("'");
    }
    expect(formulas().some((f) => f.includes("'The council''s costs"))).toBe(true);
  });

  test("a rate of return reads cells that stand side by side", () => {
    const rates = formulas().filter((f) => f.includes("IRR("));
    expect(rates.length).toBeGreaterThan(0);
    for (const rate of rates) expect(bare(rate)).toMatch(/IRR\([A-Z]+\d+:[A-Z]+\d+(,[-\d.E]+)?\)/);
  });

  test("a stored result in words says that it is words; a number says nothing", () => {
    for (const xml of sheets())
      for (const [, attributes = "", result = ""] of xml.matchAll(/<c ([^>]*)><f>[^<]*<\/f><v>([^<]*)<\/v>/g))
        expect(/t="str"/.test(attributes), result).toBe(!/^-?\d+(\.\d+)?(e[-+]\d+)?$/.test(result));
  });

  test("are all worked out on opening, so that every cell comes from one arithmetic; no chain is stored", () => {
    expect(part("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    expect([...parts.keys()].some((path) => path.includes("calcChain"))).toBe(false);
  });
});

test("number formats quote their words, have at most four sections and 255 characters", () => {
  const codes = all(/formatCode="([^"]*)"/g, part("xl/styles.xml"));
  expect(codes).toContain('#,##0.0,;"−"#,##0.0,');
  for (const code of codes) {
    expect(code.length).toBeLessThanOrEqual(255);
    expect(code.replace(/"[^"]*"/g, "")).toMatch(/^[#,0.%;]*$/);
    expect(code.replace(/"[^"]*"/g, "").split(";").length).toBeLessThanOrEqual(4);
  }
  const looks = /<cellXfs count="(\d+)"/.exec(part("xl/styles.xml"))?.[1];
  expect(Number(looks)).toBeLessThan(200);
});

describe("text", () => {
  test("spaces at an end are kept, escapes are spelt out, and no letter is one that XML forbids", () => {
    const strings = part("xl/sharedStrings.xml");
    for (const [, attributes = "", text = ""] of strings.matchAll(/<t([^>]*)>([^<]*)<\/t>/g))
      if (/^\s|\s$/.test(text)) expect(attributes).toContain('xml:space="preserve"');
    expect(strings).toContain("_x005F_x0041_");
    for (const [path, xml] of parts) expect(xml, path).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
  });

  test("a footer has at most 255 characters and no code by accident", () => {
    for (const footer of sheets().flatMap((xml) => all(/<oddFooter>([^<]*)</g, xml))) {
      expect(footer.length).toBeLessThanOrEqual(255);
      expect(footer.replaceAll("&&", "").match(/&./g)).toEqual(["&L", "&C", "&R", "&P", "&N"]);
    }
  });
});

test("columns and rows keep to what Excel shows", () => {
  for (const xml of sheets()) {
    for (const width of all(/<col [^>]*width="([^"]*)"/g, xml)) expect(Number(width)).toBeLessThanOrEqual(255);
    for (const height of all(/<row [^>]*ht="([^"]*)"/g, xml)) expect(Number(height)).toBeLessThanOrEqual(409);
  }
});

test("panes are frozen below the header, and the cell that scrolls first is the one behind them", () => {
  for (const xml of sheets().filter((s) => s.includes("<pane "))) {
    const [, pane = ""] = /<pane ([^>]*)\/>/.exec(xml) ?? [];
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(pane)?.[1];
    const column = Number(of("xSplit") ?? "0") > 0 ? "B" : "A";
    expect(of("topLeftCell")).toBe(`${column}${Number(of("ySplit")) + 1}`);
    expect([of("state"), of("activePane")]).toEqual(["frozen", column === "B" ? "bottomRight" : "bottomLeft"]);
  }
});

test("notes have at most 1,000 shapes a sheet, numbered in the sheet's own block", () => {
  const drawings = [...parts].filter(([path]) => path.endsWith(".vml"));
  expect(drawings.length).toBeGreaterThan(0);
  for (const [path, xml] of drawings) {
    const block = Number(/idmap v:ext="edit" data="(\d+)"/.exec(xml)?.[1]);
    const ids = all(/id="_x0000_s(\d+)"/g, xml).map(Number);
    expect(new Set(ids).size, path).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(1000);
    for (const id of ids) expect(Math.floor(id / 1024)).toBe(block);
  }
});

test("links stay inside the workbook, at sheets that are there", () => {
  const known = new Set(all(/<sheet name="([^"]*)"/g, part("xl/workbook.xml")));
  const places = sheets().flatMap((xml) => all(/<hyperlink [^>]*location="([^"]*)"/g, xml));
  expect(places.length).toBeGreaterThan(known.size - 1);
  for (const place of places) {
    const [, sheet = ""] = /^'((?:[^']|'')+)'![A-Z]+\d+$/.exec(place) ?? [];
    expect(known.has(sheet.replaceAll("''", "'")), place).toBe(true);
  }
  for (const [path, xml] of parts) if (path.endsWith(".rels")) expect(xml, path).not.toContain("External");
});

test("the properties name the document and its authors, and neither machine nor user; a theme is there", () => {
  expect(part("docProps/core.xml")).not.toContain("lastModifiedBy");
  expect(all(/<dcterms:(?:created|modified)[^>]*>([^<]*)</g, part("docProps/core.xml"))).toEqual(
    Array.from({ length: 2 }, () => "2014-01-28T00:00:00Z"),
  );
  expect(part("docProps/app.xml")).not.toMatch(/Company|Manager|Template/);
  expect(part("xl/theme/theme1.xml")).toContain("<a:clrScheme");
});

test("no cell is a date: days are words, which no programme reads anew", () => {
  for (const xml of sheets()) expect(xml).not.toMatch(/<c [^>]*t="d"/);
});
