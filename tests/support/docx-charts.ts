// The charts that Word draws itself, read from a DOCX as Word and a spreadsheet would read them.
import { strFromU8, unzipSync } from "fflate";

export interface DocxChart {
  readonly path: string;
  readonly xml: string;
  readonly categories: readonly string[];
  /** Series with a name in the legend or a label, in order; values are those kept in the chart. */
  readonly series: readonly DocxSeries[];
  readonly unit: string;
  /** Every word that a reader sees, the numbers along the axis left out. */
  readonly words: readonly string[];
  /** Rows of the first sheet; numbers are texts as they are written. */
  readonly sheet: readonly (readonly (string | undefined)[])[];
  /** Alternative text. */
  readonly alt: string;
}

export interface DocxSeries {
  readonly name: string;
  readonly values: readonly (string | undefined)[];
  /** As shown, one a category; undefined where there is none. */
  readonly labels: readonly (string | undefined)[];
}

/** Charts of the body in order. */
export function docxCharts(bytes: Uint8Array): readonly DocxChart[] {
  const parts = unzipSync(bytes);
  const text = (path: string): string => (parts[path] ? strFromU8(parts[path]) : "");
  const targets = relations(text("word/_rels/document.xml.rels"));
  return [...text("word/document.xml").matchAll(/<w:drawing>.*?<\/w:drawing>/gs)].flatMap(([drawing]) => {
    const id = /<c:chart\b[^>]*r:id="([^"]+)"/.exec(drawing)?.[1];
    if (id === undefined) return [];
    const path = `word/${targets.get(id)}`;
    const own = relations(text(path.replace("charts/", "charts/_rels/").concat(".rels")));
    const xml = text(path);
    const book = own.get(/<c:externalData r:id="([^"]+)"/.exec(xml)?.[1] ?? "");
    const workbook = parts[`word/${book?.replace("../", "")}`];
    return [chart(path, xml, workbook, decoded(/<wp:docPr\b[^>]*descr="([^"]*)"/.exec(drawing)?.[1] ?? ""))];
  });
}

function relations(xml: string): ReadonlyMap<string, string> {
  return new Map(
    [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      /\bId="([^"]*)"/.exec(tag)?.[1] ?? "",
      /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? "",
    ]),
  );
}

function chart(path: string, xml: string, workbook: Uint8Array | undefined, alt: string): DocxChart {
  const blocks = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([ser]) => ser);
  const series = blocks.map(seriesOf);
  const categories = points(/<c:cat>.*?<\/c:cat>/s.exec(blocks[0] ?? "")?.[0] ?? "").map((p) => p ?? "");
  const every = Number(/<c:tickLblSkip val="(\d+)"/.exec(xml)?.[1] ?? 1);
  const unit = runsOf(/<c:title>.*?<\/c:title>/s.exec(xml)?.[0] ?? "");
  const hidden = new Set([...xml.matchAll(/<c:legendEntry><c:idx val="(\d+)"/g)].map(([, at]) => Number(at)));
  const legend = xml.includes("<c:legend>") ? series.filter((_, i) => !hidden.has(i)).map((s) => s.name) : [];
  const labels = series.flatMap((s) => s.labels.flatMap((label) => label ?? []));
  const shown = [unit, ...categories.filter((_, i) => i % every === 0), ...legend, ...labels];
  return {
    path,
    xml,
    categories,
    series,
    unit,
    words: shown.flatMap((words) => words.split(/\s+/)).filter((word) => word !== ""),
    sheet: workbook ? sheetOf(workbook) : [],
    alt,
  };
}

function seriesOf(xml: string): DocxSeries {
  const name = points(/<c:tx>.*?<\/c:tx>/s.exec(xml)?.[0] ?? "")[0] ?? "";
  const values = points(/<c:val>.*?<\/c:val>/s.exec(xml)?.[0] ?? "");
  const all = /<c:dLbls>(.*?)<\/c:dLbls>/s.exec(xml)?.[1] ?? "";
  const single = new Map(
    [...all.matchAll(/<c:dLbl><c:idx val="(\d+)"\/>(.*?)<\/c:dLbl>/gs)].map(([, at, inner]) => [
      Number(at),
      inner ?? "",
    ]),
  );
  const usual = all.replaceAll(/<c:dLbl>.*?<\/c:dLbl>/gs, "");
  return {
    name,
    values,
    labels: values.map((value, i) => (value === undefined ? undefined : label(single.get(i) ?? usual, name, value))),
  };
}

function label(xml: string, name: string, value: string): string | undefined {
  if (xml.includes('<c:delete val="1"/>')) return undefined;
  if (xml.includes("<c:rich>")) return runsOf(xml);
  const isOn = (what: string): boolean => xml.includes(`<c:${what} val="1"/>`);
  const format = decoded(/formatCode="([^"]*)"/.exec(xml)?.[1] ?? "General");
  const separator = decoded(/<c:separator>([^<]*)</.exec(xml)?.[1] ?? "");
  return [...(isOn("showSerName") ? [name] : []), ...(isOn("showVal") ? [formatted(Number(value), format)] : [])].join(
    separator,
  );
}

/** A number as a spreadsheet prints it in a format such as `"£"#,##0.0;"−£"#,##0.0`. */
export function formatted(value: number, code: string): string {
  const [positive = "", negative] = code.split(";");
  const section = value < 0 && negative !== undefined ? negative : positive;
  const decimals = /\.(0+)/.exec(section)?.[1]?.length ?? 0;
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const digits = section.includes(",") ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  const number = fraction === undefined ? digits : `${digits}.${fraction}`;
  return section
    .replace(/[#,]*0(?:\.0+)?/, "\u0000")
    .replaceAll(/"([^"]*)"|\\(.)/g, "$1$2")
    .replace("\u0000", number);
}

function points(xml: string): readonly (string | undefined)[] {
  const found: (string | undefined)[] = Array.from({ length: Number(/<c:ptCount val="(\d+)"/.exec(xml)?.[1] ?? 0) });
  for (const [, at, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g))
    found[Number(at)] = decoded(value ?? "");
  return found;
}

function runsOf(xml: string): string {
  return [...xml.matchAll(/<a:t>([^<]*)</g)].map(([, words]) => decoded(words ?? "")).join("");
}

function sheetOf(bytes: Uint8Array): DocxChart["sheet"] {
  const part = unzipSync(bytes)["xl/worksheets/sheet1.xml"];
  return [...(part ? strFromU8(part) : "").matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: (string | undefined)[] = [];
    for (const [, column, inner] of (row ?? "").matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
      const at = [...(column ?? "")].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < at) cells.push(undefined);
      cells[at] = decoded(/<(?:t|v)\b[^>]*>([^<]*)</.exec(inner ?? "")?.[1] ?? "");
    }
    return cells;
  });
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll("&amp;", "&");
}
