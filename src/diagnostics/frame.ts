// The lines round a place, with a caret line under what is meant.
import { lineText, position, type Source, type Span } from "../source.ts";
import { blank, width } from "./display-width.ts";

interface Colours {
  readonly mark: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const plain: Colours = { mark: (text) => text, quiet: (text) => text };

const longest = 160;

/** The line before, the line itself and the caret line; a span over several lines is marked on its first. */
export function frame(source: Source, span: Span, colours: Colours = plain): string {
  const { line, column } = position(source, span.start);
  const end = position(source, Math.max(span.start, span.end));
  const text = lineText(source, line);
  // Numbers stand right-aligned behind the mark, "  >  14 | ".
  const gutter = String(line).length;
  const number = (n: number) => String(n).padStart(gutter);
  const lines: string[] = [];
  if (line > 1 && lineText(source, line - 1).trim() !== "") {
    lines.push(colours.quiet(`     ${number(line - 1)} | ${shorten(lineText(source, line - 1), 0).text}`.trimEnd()));
  }
  const from = column - 1;
  const to = end.line === line ? end.column - 1 : text.length;
  const shown = shorten(text, from);
  lines.push(`  ${colours.mark(">")}  ${line} | ${shown.text}`);
  const before = blank(shown.text.slice(0, shown.map(from)));
  const marked = width(shown.text.slice(shown.map(from), shown.map(to)));
  lines.push(`${" ".repeat(gutter + 5)} | ${before}${colours.mark("^".repeat(Math.max(1, marked)))}`);
  return lines.join("\n");
}

/** A long line is cut to the part round the place. */
function shorten(text: string, at: number): { readonly text: string; readonly map: (offset: number) => number } {
  if (text.length <= longest) return { text, map: (offset) => offset };
  const start = at < longest - 40 ? 0 : at - 40;
  const end = Math.min(text.length, start + longest);
  const head = start > 0 ? "…" : "";
  const cut = `${head}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  return { text: cut, map: (offset) => Math.max(0, Math.min(offset, end) - start + head.length) };
}
