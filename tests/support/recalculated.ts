// Workbooks as LibreOffice works them out: the results we wrote are taken off first, so that it has to.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { run } from "../conformance/judges.ts";

/** A cell as shown, and the number it holds. */
export interface OfficeCell {
  readonly shown: string;
  readonly held: number | undefined;
}

/** Cells of a sheet by row and column from 0. */
export type OfficeSheet = readonly (readonly OfficeCell[])[];

/** The workbook without a single stored result of a formula, and without the notes, which take LibreOffice long. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (path.startsWith("xl/worksheets/sheet")) parts[path] = strToU8(stripped(strFromU8(part)));
    if (path.startsWith("xl/worksheets/_rels/"))
      parts[path] = strToU8(strFromU8(part).replace(/<Relationship [^>]*\/(comments|vmlDrawing)"[^>]*>/g, ""));
  }
  return zipSync(parts, { level: 1 });
}

function stripped(xml: string): string {
  return xml
    .replace(/<legacyDrawing [^>]*>/, "")
    .replace(
      /<c ([^>]*)>(<f>[^<]*<\/f>)<v>[^<]*<\/v><\/c>/g,
      (_, attributes: string, formula: string) => `<c ${attributes.replace(/ ?t="\w+"/, "")}>${formula}</c>`,
    );
}

/** Every sheet of every workbook, worked out in one run of LibreOffice. */
export async function recalculated(
  workbooks: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, OfficeSheet>>> {
  const folder = await mkdtemp(join(tmpdir(), "fivecase-workbooks-"));
  try {
    const stems = new Map([...workbooks.keys()].map((name, i) => [name, join(folder, `w${i}`)]));
    for (const [name, bytes] of workbooks) await writeFile(`${stems.get(name)}.xlsx`, withoutResults(bytes));
    await run("soffice", [
      "--headless",
      `-env:UserInstallation=file://${join(folder, "profile")}`,
      "--convert-to",
      "ods",
      "--outdir",
      folder,
      ...[...stems.values()].map((stem) => `${stem}.xlsx`),
    ]);
    const books = new Map<string, ReadonlyMap<string, OfficeSheet>>();
    for (const [name, stem] of stems) books.set(name, readSheets(await readFile(`${stem}.ods`)));
    return books;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sheets of an OpenDocument spreadsheet (ODF 1.3, part 3, section 9). */
function readSheets(bytes: Uint8Array): ReadonlyMap<string, OfficeSheet> {
  const content = unzipSync(bytes, { filter: (file) => file.name === "content.xml" })["content.xml"];
  const xml = strFromU8(content ?? new Uint8Array());
  const sheets = new Map<string, OfficeSheet>();
  for (const [, name = "", body = ""] of xml.matchAll(/<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs))
    sheets.set(plain(name), readRows(body));
  return sheets;
}

function readRows(body: string): OfficeSheet {
  const rows: OfficeCell[][] = [];
  for (const [, attributes = "", inside = ""] of body.matchAll(
    /<table:table-row([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs,
  )) {
    const cells: OfficeCell[] = [];
    const pattern = /<table:(?:covered-)?table-cell([^>]*?)(?:\/>|>(.*?)<\/table:(?:covered-)?table-cell>)/gs;
    for (const [, about = "", text = ""] of inside.matchAll(pattern)) {
      const value = /office:value="([^"]*)"/.exec(about)?.[1];
      const words = text.replace(/<office:annotation.*?<\/office:annotation>/gs, "");
      const shown = [...words.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs)].map((p) => plain(p[1] ?? "")).join("\n");
      const cell: OfficeCell = { shown, held: value === undefined ? undefined : Number(value) };
      for (let i = Math.min(times(about, "columns"), 200); i > 0; i--) cells.push(cell);
    }
    // The rest of a sheet is one empty row repeated a million times.
    for (let i = Math.min(times(attributes, "rows"), 200); i > 0; i--) rows.push(cells);
  }
  return rows;
}

function times(attributes: string, what: "rows" | "columns"): number {
  return Number(new RegExp(`table:number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? "1");
}

function plain(xml: string): string {
  return xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) => " ".repeat(Number(count ?? "1")))
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
