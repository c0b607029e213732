// Where a piece of Markdown stands in the author's file.
import type { Source, Span } from "../../source.ts";

/** Turns offsets in a piece of text into offsets in its file. */
export interface Place {
  readonly file: string;
  readonly at: (offset: number) => number;
}

/** The place of a whole file. */
export function filePlace(file: string): Place {
  return { file, at: (offset) => offset };
}

/**
 * The place of text that was read from a scalar of a data file: exact for plain text and block scalars, since their
 * lines stand in the file as they are; where escapes or folding changed a line, its nearest known point.
 */
export function scalarPlace(source: Source, span: Span, text: string): Place {
  const starts: { readonly offset: number; readonly at: number }[] = [];
  let offset = 0;
  let from = span.start;
  for (const line of text.split("\n")) {
    const found = line === "" ? -1 : source.text.indexOf(line, from);
    if (found !== -1 && found + line.length <= span.end) {
      starts.push({ offset, at: found });
      from = found + line.length;
    }
    offset += line.length + 1;
  }
  return {
    file: span.file,
    at(wanted) {
      let best = { offset: 0, at: span.start };
      for (const start of starts) {
        if (start.offset > wanted) break;
        best = start;
      }
      return Math.min(best.at + Math.max(0, wanted - best.offset), span.end);
    },
  };
}

/** A place that knows no more than a span: everything in it points there. */
export function wholePlace(span: Span): Place {
  return { file: span.file, at: (offset) => (offset === 0 ? span.start : span.end) };
}

export function spanAt(place: Place, start: number, end: number): Span {
  const from = place.at(start);
  return { file: place.file, start: from, end: Math.max(from, place.at(end)) };
}
