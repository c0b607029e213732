// Standing words of the pages.
import type { Paper, PaperFile } from "../../schemas/papers.ts";
import { formatDate } from "../compute/numbers/date.ts";
import { statusFacts } from "../control/status.ts";
import { dayNumber, weekdayOf } from "../days.ts";
import { h, type Markup } from "./markup.ts";

export const siteTitle = "Business cases and reports";

/** What the status means for somebody who is about to use the files, and which version to take instead. */
export function statusSentence({ status, current }: Paper): string {
  const { name, notice } = statusFacts(status);
  // The word stands beside it in a box of its own.
  const sentence = notice.startsWith(`${name}: `) ? capital(notice.slice(name.length + 2)) : notice;
  return current === undefined ? sentence : `${sentence} Version ${current} is current.`;
}

/** False where nobody should take the files for anything but the record. */
export function inUse(status: Paper["status"]): boolean {
  return statusFacts(status).marking === undefined;
}

/** A classification, and what it asks of whoever has the files. */
export const classificationWords: Readonly<Record<Paper["classification"], readonly [string, string]>> = {
  public: ["Public", "It may be published"],
  "part-exempt": ["Part exempt", "Some of it is not for publication"],
  exempt: ["Exempt", "It is not for publication"],
};

const formatWords: Readonly<Record<PaperFile["format"], string>> = {
  pdf: "To read, print and put on an agenda. Tagged for screen readers.",
  docx: "To comment on and to copy from, in Word or LibreOffice.",
  xlsx: "The figures with their formulas, in Excel or LibreOffice.",
};

/** What a file is for. */
export function fileSentence({ format }: PaperFile): string {
  return formatWords[format];
}

/** "PDF, 634 KB, 70 pages". */
export function fileFacts({ format, bytes, pages, sheets }: PaperFile): string {
  return [
    format.toUpperCase(),
    size(bytes),
    ...(pages === undefined ? [] : [counted(pages, "page")]),
    ...(sheets === undefined ? [] : [counted(sheets, "sheet")]),
  ].join(", ");
}

/** "634 KB", "1.2 MB"; never less than it is. */
export function size(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1000 ? `${kilobytes}\u00a0KB` : `${(Math.ceil(bytes / 1024 / 102.4) / 10).toFixed(1)}\u00a0MB`;
}

function counted(n: number, noun: string): string {
  return `${n}\u00a0${noun}${n === 1 ? "" : "s"}`;
}

/** "1 document", "2 documents". */
export function documents(n: number): string {
  return counted(n, "document");
}

const dates = { full: "28 January 2014", table: "28 Jan 2014" } as const;

/** A date in words, whoever's house style the documents follow; a day is marked as one for programs. */
export function date(written: string): Markup {
  const words = formatDate(written, "full", dates);
  return /^\d{4}-\d\d-\d\d$/.test(written) ? h("time", { datetime: written }, words) : words;
}

/** A day with its name, as it is looked up in a diary: "Monday 30 November 2026". */
export function weekDate(iso: string): Markup {
  return h("time", { datetime: iso }, `${weekdayOf(dayNumber(iso))} ${formatDate(iso, "full", dates)}`);
}

/** A first letter in capitals. */
export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
