// Where a line may end: the Unicode rules, less a few places where a careful typist would not break.
import LineBreaker from "linebreak";

export interface Breaks {
  /** Offsets at which a new line may start, ascending; the last is the text's end. */
  readonly at: readonly number[];
  /** Offsets at which it must. */
  readonly forced: ReadonlySet<number>;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const units = /^(?:%|per cent\b|million\b|billion\b|bn\b|m\b|k\b|km\b|pp\b|FTE\b|WTE\b|p\b)/;
const labels = /(?:^|[\s(])(?:Table|Figure|Section|Appendix|Page|page|No\.|Part|Annex)$/;

/** A number stays with its unit, a label with its number, a range of numbers together. */
function mustHold(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 0x20) {
    const last = text.charCodeAt(at - 2);
    if (last >= 0x30 && last <= 0x39) return units.test(text.slice(at, at + 9));
    const next = text.charCodeAt(at);
    if (next >= 0x30 && next <= 0x39) return labels.test(text.slice(Math.max(0, at - 12), at - 1));
    return false;
  }
  if (before === 0x2013 || before === 0x2d) {
    const next = text.charCodeAt(at);
    const last = text.charCodeAt(at - 2);
    return next >= 0x30 && next <= 0x39 && last >= 0x30 && last <= 0x39;
  }
  return false;
}

const unbreakable = /^[A-Za-z0-9£.,%'()\u2019]*$/;

/** Break opportunities of a paragraph; `solid` stretches are never broken. */
export function findBreaks(text: string, solid: readonly Stretch[]): Breaks {
  const forced = new Set<number>();
  if (unbreakable.test(text)) return { at: [text.length], forced };
  const at: number[] = [];
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const place = found.position;
    const isForced = text.charCodeAt(place - 1) === 10;
    if (place < text.length) {
      if (!isForced && (mustHold(text, place) || solid.some((s) => place > s.start && place < s.end))) continue;
      if (isForced) forced.add(place);
    }
    at.push(place);
  }
  if (at.at(-1) !== text.length) at.push(text.length);
  return { at, forced };
}
