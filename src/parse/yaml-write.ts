// Changes to YAML that somebody keeps by hand: what is there stays as it is written, letter by letter.
import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import type { Span } from "../source.ts";

/** One entry to write: texts and lists of texts, in order. */
export type Entry = Readonly<Record<string, string | readonly string[]>>;

/** Text with a value in the place of another; the value is quoted, so that 1.10 stays 1.10 wherever it is read. */
export function replaceValue(text: string, span: Span, value: string): string {
  return `${text.slice(0, span.start)}${scalar(value)}${text.slice(span.end)}`;
}

/** A value on one line, quoted where it must be. */
function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: "PLAIN", blockQuote: false }).replace(/\n$/, "");
}

/** Where an entry goes: into the map under `key` by its name, or into the list, at the end or before the entry with a number. */
export interface Place {
  readonly key: string;
  readonly name?: string;
  readonly before?: number;
}

/**
 * Text of a file with one entry more; undefined when the file, or what stands in that place, cannot be read. The file may be
 * empty. What stands in it is kept letter by letter, unless the list is written on one line.
 */
export function addEntry(text: string, place: Place, entry: Entry): string | undefined {
  const wanted = said(text, place, entry);
  if (wanted === undefined) return undefined;
  // Whatever YAML can be written like, the result says what it is meant to say, or another way is taken.
  const ways = [
    () => beside(text, place, entry, /(\r?\n)+$/),
    // Blank lines behind a block of text may belong to it.
    () => beside(text, place, entry, /\r?\n$/),
    () => anew(text, place, entry),
  ];
  for (const way of ways) {
    const made = way();
    if (made !== undefined && says(made) === wanted) return made;
  }
  return undefined;
}

/** What a file says, as text; undefined where it cannot be read. */
function says(text: string): string | undefined {
  const document = parseDocument(text, { schema: "failsafe" });
  if (document.errors.length > 0) return undefined;
  try {
    return JSON.stringify(document.toJS());
  } catch {
    return undefined;
  }
}

/** What the file is to say with the entry in it. */
function said(text: string, { key, name, before }: Place, entry: Entry): string | undefined {
  const now = says(text);
  const whole: unknown = now === undefined ? undefined : JSON.parse(now);
  if (whole === undefined || typeof whole === "string" ? whole !== "" : Array.isArray(whole)) return undefined;
  const all: Record<string, unknown> = whole === null || whole === "" ? {} : { ...Object(whole) };
  const list = all[key];
  const none = list === undefined || list === null || list === "" || list === "null" || list === "~";
  if (name === undefined) {
    if (!none && !Array.isArray(list)) return undefined;
    const rows: unknown[] = none ? [] : [...list];
    rows.splice(before ?? rows.length, 0, entry);
    return JSON.stringify({ ...all, [key]: rows });
  }
  if (!none && (typeof list !== "object" || Array.isArray(list))) return undefined;
  return JSON.stringify({ ...all, [key]: { ...Object(none ? {} : list), [name]: entry } });
}

/** The entry as lines of their own, before the line ends of `gap`; undefined where there is nothing to put a line behind. */
function beside(text: string, { key, name, before }: Place, entry: Entry, gap: RegExp): string | undefined {
  const document = parseDocument(text, { keepSourceTokens: true });
  const whole = document.contents;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = (value: unknown, indent: string): string =>
    stringify(value, { lineWidth: 0, blockQuote: "literal" })
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => (line === "" ? "" : `${indent}${line}`))
      .join(newline);
  const added = name === undefined ? [entry] : { [name]: entry };

  if (whole !== null && !isMap(whole)) return undefined;
  const pair = whole?.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) {
    const head = text.replace(/[ \t\r\n]+$/, "");
    return `${head}${head === "" ? "" : newline}${lines({ [key]: added }, "")}${newline}`;
  }
  const list = pair.value;
  if ((isSeq(list) || isMap(list)) && list.items.length > 0 && !list.flow) {
    const column = columnOf(text, list.range?.[0] ?? 0);
    const dash = before === undefined ? undefined : dashOf(list, before);
    if (dash !== undefined) {
      const line = text.lastIndexOf("\n", dash - 1) + 1;
      return `${text.slice(0, line)}${lines(added, " ".repeat(column))}${newline}${text.slice(line)}`;
    }
    return after(text, list.range?.[1] ?? text.length, lines(added, " ".repeat(column)), newline, gap);
  }
  const empty = isScalar(list) && list.range?.[0] === list.range?.[1];
  const end = isScalar(pair.key) ? pair.key.range?.[1] : undefined;
  return empty && end !== undefined ? after(text, end, lines(added, "  "), newline, gap) : undefined;
}

/** Where the hyphen of a list's entry stands. */
function dashOf({ srcToken }: YAMLMap | YAMLSeq, at: number): number | undefined {
  if (srcToken?.type !== "block-seq") return undefined;
  return srcToken.items[at]?.start.find((token) => token.type === "seq-item-ind")?.offset;
}

/** Lines after the one in which a value ends. */
function after(text: string, offset: number, lines: string, newline: string, gap: RegExp): string {
  const at = endOfLine(text, offset);
  const head = text.slice(0, at).replace(gap, "");
  return joined(`${head}${newline}${lines}`, text.slice(head.length), newline);
}

/** The whole file written again: what a list on one line, or an empty one, needs. */
function anew(text: string, { key, name, before }: Place, entry: Entry): string | undefined {
  const document = parseDocument(text.replaceAll("\r\n", "\n"));
  if (document.contents === null || !isMap(document.contents)) return undefined;
  document.contents.flow = false;
  const list = document.get(key, true);
  if (isSeq(list) || isMap(list)) {
    list.flow = false;
    // A note behind the one line stands before the list now, or it would be lost.
    if (list.comment) list.commentBefore = [list.commentBefore, list.comment].filter(Boolean).join("\n");
    list.comment = null;
  }
  if (isSeq(list)) list.items.splice(before ?? list.items.length, 0, document.createNode(entry));
  else if (isMap(list)) list.set(name, document.createNode(entry));
  else document.set(key, document.createNode(name === undefined ? [entry] : { [name]: entry }));
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return document.toString({ lineWidth: 0 }).replaceAll("\n", newline);
}

/** Blank lines and whatever follows the list stay behind it. */
function joined(before: string, rest: string, newline: string): string {
  return `${before}${rest === "" ? newline : rest}`;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** End of the line in which a value ends: a note may follow the value. */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === "\n") return offset;
  const end = text.slice(offset).search(/\r?\n|$/);
  return offset + end;
}
