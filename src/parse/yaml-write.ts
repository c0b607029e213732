// Changes to YAML that somebody keeps by hand: what is there stays as it is written, letter by letter.
import { isMap, isNode, isSeq, parseDocument, stringify } from "yaml";
import type { Span } from "../source.ts";

/** One entry to write: texts and lists of texts, in order. */
export type Entry = Readonly<Record<string, string | readonly string[]>>;

/** Text with a value in the place of another; the value is quoted, so that 1.10 stays 1.10 wherever it is read. */
export function replaceValue(text: string, span: Span, value: string): string {
  return `${text.slice(0, span.start)}${scalar(value)}${text.slice(span.end)}`;
}

/** A value on one line, quoted where it must be. */
function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: "PLAIN", blockQuote: false }).trimEnd();
}

/**
 * Text of a file with an entry added to the list (or, with a name, the map) under `key`: at its end, or before the entry with
 * the number `before`. Undefined when the file cannot be read. The file may be empty. What stands in it is kept as it is, unless the list is written on one line.
 */
export function addEntry(text: string, key: string, entry: Entry, name?: string, before?: number): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined;
  const list = document.contents === null ? undefined : document.get(key, true);
  const added = name === undefined ? [entry] : { [name]: entry };
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = (value: unknown, indent: string): string =>
    stringify(value, { lineWidth: 0, blockQuote: "literal" })
      .trimEnd()
      .split("\n")
      .map((line) => (line === "" ? "" : `${indent}${line}`))
      .join(newline);

  if (isSeq(list) ? name !== undefined : isMap(list) ? name === undefined : false) return undefined;
  if ((isSeq(list) || isMap(list)) && list.items.length > 0 && !list.flow) {
    const column = columnOf(text, list.range?.[0] ?? 0);
    const follower = before === undefined || !isSeq(list) ? undefined : list.items[before];
    if (isNode(follower) && follower.range) {
      const line = text.lastIndexOf("\n", follower.range[0] - 1) + 1;
      return `${text.slice(0, line)}${lines(added, " ".repeat(column))}${newline}${text.slice(line)}`;
    }
    const at = endOfLine(text, list.range?.[1] ?? text.length);
    const head = text.slice(0, at).replace(/(\r?\n)+$/, "");
    const rest = text.slice(head.length);
    return joined(`${head}${newline}${lines(added, " ".repeat(column))}`, rest, newline);
  }
  if (list === undefined || list === null) {
    const head = text.trimEnd();
    return `${head}${head === "" ? "" : newline}${lines({ [key]: added }, "")}${newline}`;
  }
  // An empty list, or one on one line: there is nothing to put a line behind.
  if (isSeq(list)) list.flow = false;
  if (isMap(list)) list.flow = false;
  if (isSeq(list)) list.items.splice(before ?? list.items.length, 0, document.createNode(entry));
  else document.setIn(name === undefined ? [key] : [key, name], name === undefined ? [entry] : entry);
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
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
