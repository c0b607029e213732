// Lines of a paragraph: first fit, ragged right; a word wider than the line is cut as a last resort.
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

function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const code = text.charCodeAt(at - 1);
    if (code !== 0x20 && code !== 10) break;
    at--;
  }
  return at;
}

function edge(prepared: PreparedText, offset: number): number {
  return prepared.edges[offset] ?? 0;
}

/** Cuts a text at widths given for type size 1; `hang` narrows every line but the first. */
export function lines(prepared: PreparedText, width: number, hang = 0): readonly Line[] {
  const { text } = prepared;
  if (text.length === 0) return [];
  const made: Line[] = [];
  const push = (start: number, through: number): void => {
    const end = trimmed(text, start, through);
    made.push({ start, end, through, width: edge(prepared, end) - edge(prepared, start) });
  };
  const slack = 1e-6;
  if (edge(prepared, text.length) <= width + slack && !text.includes("\n")) {
    push(0, text.length);
    return made;
  }
  const { at, loose, forced } = prepared.breaks();
  /** The last place before `place` where a stretch without breaks may end after all. */
  const lastResort = (from: number, place: number, room: number): number | undefined =>
    loose.findLast(
      (l) => l > from && l < place && edge(prepared, trimmed(text, from, l)) - edge(prepared, from) <= room,
    );
  let start = 0;
  let fitting = 0;
  for (const place of at) {
    let room = (made.length === 0 ? width : width - hang) + slack;
    if (edge(prepared, trimmed(text, start, place)) - edge(prepared, start) > room) {
      if (fitting > start) {
        push(start, fitting);
        start = fitting;
        room = width - hang + slack;
      }
      while (edge(prepared, trimmed(text, start, place)) - edge(prepared, start) > room) {
        const resort = lastResort(start, place, room);
        if (resort !== undefined) {
          push(start, resort);
          start = resort;
          room = width - hang + slack;
          continue;
        }
        let cut = start + 1;
        while (cut + 1 < place && edge(prepared, cut + 1) - edge(prepared, start) <= room) cut++;
        const code = text.charCodeAt(cut);
        if (code >= 0xdc00 && code <= 0xdfff) cut = cut - 1 > start ? cut - 1 : cut + 1;
        if (cut >= place) break;
        push(start, cut);
        start = cut;
        room = width - hang + slack;
      }
    }
    fitting = place;
    if (forced.has(place)) {
      push(start, place);
      start = place;
    }
  }
  if (start < text.length) push(start, text.length);
  return made;
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
    const tried = lines(prepared, middle, hang);
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
