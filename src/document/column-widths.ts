// How the columns of a table share a line: the rules that page layout and Word's widths have in common.

/** Widths where not even the longest words fit beside each other, from the longest words and the room there is. */
export type Overfull = (least: readonly number[], room: number) => readonly number[];

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Shares `room` among columns: what fits gets its natural width, the others by the root of theirs. */
export function allot(
  least: readonly number[],
  natural: readonly number[],
  room: number,
  overfull: Overfull,
): readonly number[] {
  if (sum(natural) <= room) return natural;
  if (sum(least) >= room) return overfull(least, room);
  const given = new Map<number, number>();
  // A column that asks for little has it, or every cell of it would wrap for a few points.
  natural.forEach((width, index) => {
    if (width <= room / (2 * natural.length)) given.set(index, width);
  });
  for (;;) {
    const free = natural.flatMap((_, index) => (given.has(index) ? [] : [index]));
    const rest = room - sum([...given.values()]);
    const weights = sum(free.map((index) => Math.sqrt(natural[index] ?? 0)));
    const share = (index: number): number => (rest * Math.sqrt(natural[index] ?? 0)) / weights;
    const narrow = free.filter((index) => (least[index] ?? 0) > share(index));
    const content = narrow.length > 0 ? [] : free.filter((index) => (natural[index] ?? 0) <= share(index));
    if (narrow.length === 0 && content.length === 0) {
      return natural.map((_, index) => given.get(index) ?? share(index));
    }
    for (const index of narrow) given.set(index, least[index] ?? 0);
    for (const index of content) given.set(index, natural[index] ?? 0);
    if (given.size === natural.length)
      return shrunk(
        least,
        natural.map((_, index) => given.get(index) ?? 0),
        room,
      );
  }
}

/** Widths less what is too much for the room, taken from the columns that have some to spare. */
function shrunk(least: readonly number[], widths: readonly number[], room: number): readonly number[] {
  const excess = sum(widths) - room;
  const spare = sum(widths) - sum(least);
  if (excess <= 0 || spare <= 0) return widths;
  return widths.map((width, index) => width - (excess * (width - (least[index] ?? 0))) / spare);
}

/** Room that is left over goes to the columns whose words still wrap. */
export function grown(natural: readonly number[], content: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (;;) {
    const spare = room - sum(widths);
    const wrapped = widths.flatMap((width, c) => ((content[c] ?? 0) > width + 0.01 ? [c] : []));
    if (spare <= 0.01 || wrapped.length === 0) return widths;
    const each = spare / wrapped.length;
    for (const c of wrapped) widths[c] = Math.min(content[c] ?? 0, (widths[c] ?? 0) + each);
  }
}

/** Declared widths, less what is too much, taken from the columns that have room to spare. */
export function squeezed(
  least: readonly number[],
  natural: readonly number[],
  room: number,
  overfull: Overfull,
): readonly number[] {
  const excess = sum(natural) - room;
  if (excess <= 0) return natural;
  const spare = sum(natural) - sum(least);
  if (spare <= excess) return allot(least, natural, room, overfull);
  return shrunk(least, natural, room);
}

/** Columns that ask for widths closer than this are alike. */
const alike = 1.02;

/** Neighbouring columns of numbers that ask for about the same, such as years, get the same where some of them wrap. */
export function evened(
  widths: readonly number[],
  least: readonly number[],
  content: readonly number[],
  isNumber: readonly boolean[],
): readonly number[] {
  const made = [...widths];
  for (let from = 0; from < widths.length; ) {
    let to = from + 1;
    let [low, high] = [content[from] ?? 0, content[from] ?? 0];
    for (; isNumber[from] && isNumber[to]; to++) {
      low = Math.min(low, content[to] ?? 0);
      high = Math.max(high, content[to] ?? 0);
      if (high > low * alike) break;
    }
    const each = sum(widths.slice(from, to)) / (to - from);
    const wraps = widths.slice(from, to).some((width, c) => width < (content[from + c] ?? 0) - 0.01);
    if (wraps && least.slice(from, to).every((width) => width <= each)) made.fill(each, from, to);
    from = to;
  }
  return made;
}
