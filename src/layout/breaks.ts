// Where a line may end: the Unicode rules, less a few places where a careful typist would not break.
import LineBreaker from "linebreak";

export interface Breaks {
  /** Offsets at which a new line may start, ascending; the last is the text's end. */
  readonly at: readonly number[];
  /** Offsets at which one may start where there is no other way: inside dates, before what a figure counts. */
  readonly loose: readonly number[];
  /** Offsets at which it must. */
  readonly forced: ReadonlySet<number>;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const units =
  /^(?:%|‰|°|per cent\b|thousand\b|million\b|billion\b|trillion\b|bn\b|m\b|k\b|[ckm]?m[²³]?(?!\p{L})|[km]?g\b|ha\b|[kMG]Wh?\b|pp\b|FTEs?\b|WTEs?\b|p\b|a\.?m\b|p\.?m\b)/u;
const currencies = /[£€$]$/;
const monthName =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const beforeMonth = /(?:^|[^\d.,])(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const month = new RegExp(`^${monthName}\\b`);
const afterMonth = new RegExp(`(?:^|[^\\p{L}])${monthName}$`, "u");
const year = /^(?:19|20)\d\d\b/;
const counted = /^(?:years?|months?|weeks?|days?|hours?|minutes?|times|points?)\b/;
const ordered =
  /(?:^|[\s(])(?:year|option|phase|stage|chapter|box|version|risk|week|step|example|level|pledge|goal|item|lot|q[1-4])$/i;
const labels = /(?:^|[\s(])(?:Table|Figure|Section|Appendix|Page|page|No\.|Part|Annex)$/;

/** "e-mail", "x-ray". */
const prefix = /(?:^|[^\p{L}\p{N}])\p{L}-$/u;

/** A number stays with its unit, a label with its number, a range of numbers together, a dash with what is before it. */
function mustHold(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 0x20) {
    // No line begins with a dash.
    if (text.charCodeAt(at) === 0x2013 && text.charCodeAt(at + 1) === 0x20) return true;
    const last = text.charCodeAt(at - 2);
    if (last >= 0x30 && last <= 0x39) return units.test(text.slice(at, at + 9));
    const next = text.charCodeAt(at);
    if (currencies.test(text.slice(Math.max(0, at - 2), at - 1))) return true;
    if (next >= 0x30 && next <= 0x39) return labels.test(text.slice(Math.max(0, at - 12), at - 1));
    return false;
  }
  if (before === 0x2013 || before === 0x2d) {
    const next = text.charCodeAt(at);
    const last = text.charCodeAt(at - 2);
    if (before === 0x2d && prefix.test(text.slice(Math.max(0, at - 3), at))) return true;
    return next >= 0x30 && next <= 0x39 && last >= 0x30 && last <= 0x39;
  }
  return false;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Where a line would rather not end: inside a date, before what a figure counts, after a name's first half. */
function wouldHold(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x20) return false;
  const next = text.charCodeAt(at);
  const afterDigit = isDigit(text.charCodeAt(at - 2));
  if (!afterDigit && !isDigit(next) && !(next >= 0x41 && next <= 0x53)) return false;
  const before = text.slice(Math.max(0, at - 14), at - 1);
  const after = text.slice(at, at + 12);
  if (isDigit(next)) return (year.test(after) && afterMonth.test(before)) || ordered.test(before);
  return (afterDigit && counted.test(after)) || (month.test(after) && beforeMonth.test(before));
}

/** A name of parts such as "hub.rebuild.npsv", too long for many a column, may end a line after one of its points. */
const named = /(?<![\w@:./-])[a-z][\w-]*(?:[./][\w-]+)+(?![\w@:])/g;
const longName = 16;
const fileEnding = /^(?:csv|docx|json|md|pdf|xlsx|ya?ml)\b/;

function pointsOf(text: string): readonly number[] {
  if (text.length < longName) return [];
  return [...text.matchAll(named)].flatMap((found) => {
    const [name] = found;
    if (name.length < longName || name.startsWith("www.")) return [];
    return [...name.matchAll(/\./g)]
      .filter(({ index }) => !fileEnding.test(name.slice(index + 1)))
      .map(({ index }) => found.index + index + 1);
  });
}

const unbreakable = /^[A-Za-z0-9£.,%'()\u2019]*$/;

/** Break opportunities of a paragraph; `solid` stretches are never broken. */
export function findBreaks(text: string, solid: readonly Stretch[]): Breaks {
  const forced = new Set<number>();
  const points = pointsOf(text).filter((place) => !solid.some((s) => place > s.start && place < s.end));
  if (unbreakable.test(text)) return { at: [...points, text.length], loose: [], forced };
  const at: number[] = [];
  const loose: number[] = [];
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const place = found.position;
    const isForced = text.charCodeAt(place - 1) === 10;
    if (place < text.length) {
      if (!isForced && (mustHold(text, place) || solid.some((s) => place > s.start && place < s.end))) continue;
      if (!isForced && wouldHold(text, place)) {
        loose.push(place);
        continue;
      }
      if (isForced) forced.add(place);
    }
    at.push(place);
  }
  if (at.at(-1) !== text.length) at.push(text.length);
  return { at: points.length === 0 ? at : [...new Set([...at, ...points])].sort((a, b) => a - b), loose, forced };
}
