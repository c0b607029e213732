// Text and places in it. The only line arithmetic in the project.

export interface Source {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** A run of UTF-16 offsets in one file; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units as editors count them. */
  readonly column: number;
}

const lineStarts = new WeakMap<Source, readonly number[]>();

function startsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (let i = 0; i < source.text.length; i++) {
    const c = source.text.charCodeAt(i);
    if (c === 10 || (c === 13 && source.text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  lineStarts.set(source, starts);
  return starts;
}

/** Line and column of an offset; offsets past the end count as the end. */
export function position(source: Source, offset: number): Position {
  const starts = startsOf(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** Offset of a line and column (both from 1); the inverse of `position`. */
export function offsetOf(source: Source, place: Position): number {
  const start = startsOf(source)[place.line - 1] ?? source.text.length;
  return Math.min(start + place.column - 1, source.text.length);
}

/** The text of one line (counted from 1), without its line ending. */
export function lineText(source: Source, line: number): string {
  const starts = startsOf(source);
  const start = starts[line - 1];
  if (start === undefined) return "";
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/\r?\n?$/, "");
}

/** The text a span covers. */
export function spanText(source: Source, span: Span): string {
  return source.text.slice(span.start, span.end);
}

/**
 * Characters that no output can print, and those that templates' placeholders are made of: controls other than tab and line
 * ends, delete and the C1 set, line separators, private use, and non-characters.
 */
export const unprintable = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\uE000-\uF8FF\uFFFE\uFFFF]/gu;
