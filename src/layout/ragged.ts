// Where the lines of a left-aligned paragraph end, chosen for the paragraph as a whole: as few lines as by filling each
// in turn, but with an even right edge, without a last line of one short word, and with few lines that end in a hyphen.

/** A stretch of text between two forced breaks. */
export interface Stretch {
  readonly text: string;
  /** Width up to each offset at type size 1. */
  readonly edges: Float64Array;
  readonly start: number;
  /** Where lines may end, ascending; the last is the stretch's end. */
  readonly places: readonly number[];
}

/** A last line shorter than this, or than this share of the width, looks forgotten. */
const leastLast = 5;
const leastLastShare = 0.2;
/** What that costs at worst; a line short by a share s of the width costs s². */
const forgotten = 0.05;
/** What a line costs that ends within a compound. */
const hyphened = 0.02;
const slack = 1e-6;

/** Offset up to which a line that ends at `end` shows: blanks hang over the edge. */
export function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const code = text.charCodeAt(at - 1);
    if (code !== 0x20 && code !== 10) break;
    at--;
  }
  return at;
}

function endsInHyphen(text: string, place: number): boolean {
  const code = text.charCodeAt(place - 1);
  return code === 0x2d || code === 0x2010 || code === 0x2f;
}

function lastCost(width: number, room: number): number {
  const least = Math.min(leastLast, room * leastLastShare);
  return width < least ? forgotten * (1 - width / least) : 0;
}

/** Ends of the lines, at most `first` wide and then `later`; undefined when a piece between two places is wider. */
export function evenEnds(stretch: Stretch, first: number, later: number): readonly number[] | undefined {
  const { text, edges, start, places } = stretch;
  const count = places.length;
  const from = new Float64Array(count + 1);
  const to = new Float64Array(count + 1);
  from[0] = edges[start] ?? 0;
  for (let i = 1; i <= count; i++) {
    const place = places[i - 1] ?? 0;
    from[i] = edges[place] ?? 0;
    to[i] = edges[trimmed(text, start, place)] ?? 0;
  }
  if ((to[count] ?? 0) - (from[0] ?? 0) <= first + slack) return [places[count - 1] ?? start];
  /** For the text from each place on: how many lines it takes at least, what they cost, where the first of them ends. */
  const lines = new Int32Array(count + 1);
  const costs = new Float64Array(count + 1);
  const next = new Int32Array(count + 1);
  let far = count;
  for (let i = count - 1; i >= 0; i--) {
    const room = i === 0 ? first : later;
    const left = from[i] ?? 0;
    if (i === 0) far = count;
    while (far > i && (to[far] ?? 0) - left > room + slack) far--;
    if (far === i) return undefined;
    // The farthest end leaves the fewest lines; nearer ones are weighed as long as they leave no more.
    const rest = lines[far] ?? 0;
    let best = Number.POSITIVE_INFINITY;
    for (let j = far; j > i && lines[j] === rest; j--) {
      const width = (to[j] ?? 0) - left;
      const short = (room - width) / room;
      const place = places[j - 1] ?? 0;
      const own = j === count ? lastCost(width, later) : short * short + (endsInHyphen(text, place) ? hyphened : 0);
      const cost = own + (costs[j] ?? 0);
      if (cost >= best) continue;
      best = cost;
      next[i] = j;
    }
    lines[i] = rest + 1;
    costs[i] = best;
  }
  const ends: number[] = [];
  for (let i = next[0] ?? count; ; i = next[i] ?? count) {
    ends.push(places[i - 1] ?? 0);
    if (i >= count) return ends;
  }
}
