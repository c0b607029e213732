// Entries of the contents lists of a DOCX, read from the file itself.
import { strFromU8, unzipSync } from "fflate";

export interface DocxEntry {
  /** Number and title, with single spaces. */
  readonly title: string;
  /** Page that the entry names, as printed. */
  readonly page: number;
}

export interface DocxContents {
  readonly entries: readonly DocxEntry[];
  /** Number of the first page. */
  readonly firstPage: number;
}

/** Contents entries with their page numbers; a number that is missing is NaN. */
export function docxContents(bytes: Uint8Array): DocxContents {
  const part = unzipSync(bytes)["word/document.xml"];
  const xml = part ? strFromU8(part) : "";
  const paragraphs = [...xml.matchAll(/<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph);
  return {
    entries: paragraphs.filter((p) => /<w:pStyle w:val="(?:TOC\d|TableofFigures)"/.test(p)).map(entry),
    firstPage: Number(/<w:pgNumType[^>]*w:start="(\d+)"/.exec(xml)?.[1] ?? 1),
  };
}

function entry(paragraph: string): DocxEntry {
  const text = [...paragraph.matchAll(/<w:tab\/>|<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([tag, words]) =>
    tag === "<w:tab/>" ? "\t" : (words ?? ""),
  );
  const parts = decoded(text.join("")).split("\t");
  return { title: parts.slice(0, -1).join(" ").replace(/\s+/g, " ").trim(), page: Number(parts.at(-1) || Number.NaN) };
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
