// Lines of a paragraph, ragged right; a word wider than the line is cut as a last resort.
import { evenEnds, type Stretch, trimmed } from "./ragged.ts";
import type { PreparedText } from "./text.ts";

export interface Line {
  readonly start: number;
  /** Without the blanks that hang over the edge. */
  readonly end: number;
  /** With them: they are printed, so that words stay apart when the text is read out. */
  readonly through: number;
  /** At type size 1. */
  readonly width: number;
}

function edge(prepared: PreparedText, offset: number): number {
  return prepared.edges[offset] ?? 0;
}

function lineOf(prepared: PreparedText, start: number, through: number): Line {
  const end = trimmed(prepared.text, start, through);
  return { start, end, through, width: edge(prepared, end) - edge(prepared, start) };
}

/** Cuts a text at widths given for type size 1; `hang` narrows every line but the first. */
export function lines(prepared: PreparedText, width: number, hang = 0): readonly Line[] {
  return cut(prepared, width, hang, true);
}

/** Lines that are each as full as they get, as word processors set them. */
export function filledLines(prepared: PreparedText, width: number, hang = 0): readonly Line[] {
  return cut(prepared, width, hang, false);
}

const slack = 1e-6;

/** Lines with an even edge, or each as full as it gets. */
function cut(prepared: PreparedText, width: number, hang: number, isEven: boolean): readonly Line[] {
  const { text, edges } = prepared;
  if (text.length === 0) return [];
  if (edge(prepared, text.length) <= width + slack && !text.includes("\n")) return [lineOf(prepared, 0, text.length)];
  const { at, forced } = prepared.breaks();
  const made: Line[] = [];
  const later = width - hang;
  let start = 0;
  let from = 0;
  for (let next = 1; next <= at.length; next++) {
    const end = at[next - 1] ?? text.length;
    if (end < text.length && !forced.has(end)) continue;
    const first = made.length === 0 ? width : later;
    const stretch = { text, edges, start, places: at.slice(from, next) };
    const ends = (isEven ? evenEnds(stretch, first, later) : undefined) ?? filledEnds(prepared, stretch, first, later);
    for (const through of ends) {
      made.push(lineOf(prepared, start, through));
      start = through;
    }
    from = next;
  }
  return made;
}

/** Ends of lines that are each as full as they get; a piece too long for a line is cut where it must be. */
function filledEnds(prepared: PreparedText, stretch: Stretch, first: number, later: number): readonly number[] {
  const { text } = prepared;
  const { places } = stretch;
  const { loose } = prepared.breaks();
  const ends: number[] = [];
  let { start } = stretch;
  let room = first + slack;
  const push = (end: number): void => {
    ends.push(end);
    start = end;
    room = later + slack;
  };
  const overflows = (place: number): boolean =>
    edge(prepared, trimmed(text, start, place)) - edge(prepared, start) > room;
  /** The last place before `place` where a piece without breaks may end after all. */
  const lastResort = (place: number): number | undefined =>
    loose.findLast((l) => l > start && l < place && !overflows(l));
  let fitting = start;
  for (const place of places) {
    if (overflows(place)) {
      if (fitting > start) push(fitting);
      while (overflows(place)) {
        const resort = lastResort(place);
        if (resort !== undefined) {
          push(resort);
          continue;
        }
        let cut = start + 1;
        while (cut + 1 < place && edge(prepared, cut + 1) - edge(prepared, start) <= room) cut++;
        const code = text.charCodeAt(cut);
        if (code >= 0xdc00 && code <= 0xdfff) cut = cut - 1 > start ? cut - 1 : cut + 1;
        if (cut >= place) break;
        push(cut);
      }
    }
    fitting = place;
  }
  if (fitting > start) push(fitting);
  return ends;
}

/** Headings of more lines are texts. */
const mostBalanced = 4;
const rounds = 7;

/** Lines about equally long, as few as at the full width: a heading's last line is no single short word. */
export function balancedLines(prepared: PreparedText, width: number, hang = 0): readonly Line[] {
  const widest = lines(prepared, width, hang);
  const count = widest.length;
  if (count < 2 || count > mostBalanced) return widest;
  let [most, least] = [width, width / count];
  let best = widest;
  for (let round = 0; round < rounds; round++) {
    const middle = (most + least) / 2;
    const tried = cut(prepared, middle, hang, false);
    if (tried.length === count && !tried.some((line, i) => brokenWord(prepared, line, i))) {
      best = tried;
      most = middle;
    } else least = middle;
  }
  return best;
}

/** Whether a line begins within a word. */
function brokenWord(prepared: PreparedText, line: Line, index: number): boolean {
  return index > 0 && !prepared.breaks().at.includes(line.start);
}

/** Widest stretch that cannot be broken, and the width without any break, at type size 1. */
export function extent(prepared: PreparedText): { readonly min: number; readonly max: number } {
  const { text } = prepared;
  const { at, loose, forced } = prepared.breaks();
  let min = 0;
  let max = 0;
  let start = 0;
  let lineStart = 0;
  let next = 0;
  for (const place of at) {
    const end = trimmed(text, start, place);
    for (let l = loose[next]; l !== undefined && l < place; l = loose[++next]) {
      min = Math.max(min, edge(prepared, trimmed(text, start, l)) - edge(prepared, start));
      start = l;
    }
    min = Math.max(min, edge(prepared, end) - edge(prepared, start));
    if (forced.has(place) || place === text.length) {
      max = Math.max(max, edge(prepared, end) - edge(prepared, lineStart));
      lineStart = place;
    }
    start = place;
  }
  return { min, max };
}
