// Rows from a CSV file, each value with its place.
import { CsvError, parse } from "csv-parse/sync";
import { brokenText } from "../../../schemas/scalars.ts";
import type { Source, Span } from "../../source.ts";

export interface CsvValue {
  readonly text: string;
  readonly at: Span;
}

export interface Csv {
  readonly header: readonly CsvValue[];
  readonly rows: readonly (readonly CsvValue[])[];
  /** `parted` where other marks than commas stand between the values. */
  readonly problem?: { readonly message: string; readonly at: Span; readonly parted?: true };
}

// Characters that were reported when the file was read: what holds one says nothing more.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
const unreadable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

interface RawRecord {
  readonly raw: string;
  readonly record: readonly string[];
}

/** Reads a CSV file. A file that cannot be read has no rows and a problem. */
export function readCsv(source: Source): Csv {
  const start = source.text.startsWith("\ufeff") ? 1 : 0;
  const text = source.text.slice(start);
  try {
    const records = parse(text, { raw: true, info: true, relax_column_count: true, skip_empty_lines: true });
    // csv-parse gives this shape for `raw` and `info`; its types know only the plain one.
    const read = records as unknown as readonly RawRecord[];
    let cursor = 0;
    const rows = read.map(({ raw, record }) => {
      const found = text.indexOf(raw, cursor);
      const at = found < 0 ? cursor : found;
      cursor = at + raw.length;
      const places = cells(raw, record.length);
      return record.map((value, i) => {
        const place = places[i] ?? { start: 0, end: raw.trimEnd().length };
        const from = start + at;
        return {
          text: unreadable.test(value) ? brokenText : value.trim(),
          at: { file: source.file, start: from + place.start, end: from + place.end },
        };
      });
    });
    const [header = [], ...rest] = rows;
    const other = parted(header);
    if (other !== undefined)
      return { header: [], rows: [], problem: { message: other, at: lineSpan(source, 1), parted: true } };
    return { header, rows: rest };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = error.code === "CSV_QUOTE_NOT_CLOSED" ? lineOfOpenQuote(text) : undefined;
    const line = open ?? (typeof error.lines === "number" ? error.lines : 1);
    const at = lineSpan(source, line);
    return { header: [], rows: [], problem: { message: plain(error), at } };
  }
}

/** Some spreadsheets write other marks than commas. */
function parted(header: readonly CsvValue[]): string | undefined {
  const [only] = header;
  if (header.length !== 1 || !only) return undefined;
  if (only.text.includes(";")) return "its values have semicolons between them, not commas";
  return only.text.includes("\t") ? "its values have tabs between them, not commas" : undefined;
}

function plain(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened and never closed";
  if (error.code === "INVALID_OPENING_QUOTE" || error.code === "CSV_INVALID_CLOSING_QUOTE")
    return "a quote stands in the middle of a value";
  return error.message.split("\n")[0] ?? "it is not CSV";
}

/** The line of the last quote that is opened; the reader notices at the end of the file only. */
function lineOfOpenQuote(text: string): number {
  let line = 1;
  let opened = 1;
  let quoted = false;
  for (const c of text) {
    if (c === "\n") line++;
    if (c !== '"') continue;
    quoted = !quoted;
    if (quoted) opened = line;
  }
  return opened;
}

function lineSpan(source: Source, line: number): Span {
  const lines = source.text.split("\n");
  const start = lines.slice(0, line - 1).reduce((at, l) => at + l.length + 1, 0);
  const length = (lines[line - 1] ?? "").trimEnd().length;
  const from = Math.min(start, source.text.length);
  return { file: source.file, start: from, end: Math.min(from + length, source.text.length) };
}

/** Where each value stands in the text of its record. */
function cells(raw: string, count: number): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= raw.length && places.length < count; i++) {
    const c = raw[i];
    if (c === '"') quoted = !quoted;
    if (i < raw.length && (quoted || (c !== "," && c !== "\n" && c !== "\r"))) continue;
    places.push({ start, end: i });
    start = i + 1;
  }
  return places;
}
