// Moves width between the columns of a table until its rows are as low as they get.

export interface Passage {
  readonly row: number;
  readonly column: number;
  /** Width of each paragraph on one line, and what its indent and padding take. */
  readonly paragraphs: readonly { readonly width: number; readonly indent: number }[];
}

const rowsLooked = 48;
const rounds = 24;
const leastMove = 0.01;
/** Lines are not filled to the edge: a word too long for the rest of a line goes to the next. */
const ragged = 14;
const lastLine = 0.4;
/** Lines that do not make their row higher count a little: two cells equally high would never both get lower otherwise. */
const lesser = 0.15;

/** About how many lines a passage takes; not whole, so that every small move shows. */
function linesAt(passage: Passage | undefined, width: number): number {
  if (!passage) return 0;
  return passage.paragraphs.reduce((sum, p) => {
    const room = Math.max(1, width - p.indent);
    return sum + (p.width <= room ? 1 : p.width / Math.max(room - ragged, room / 2) + lastLine);
  }, 0);
}

/** The widths after moves of `step` that lower the rows; none falls below `least` or rises above `natural`. */
export function balanced(
  start: readonly number[],
  least: readonly number[],
  natural: readonly number[],
  passages: readonly Passage[],
  step: number,
): readonly number[] {
  const rows = new Map<number, (Passage | undefined)[]>();
  for (const passage of passages) {
    const row = rows.get(passage.row) ?? new Array<Passage | undefined>(start.length).fill(undefined);
    row[passage.column] = passage;
    rows.set(passage.row, row);
  }
  const all = [...rows.values()];
  const every = Math.max(1, Math.ceil(all.length / rowsLooked));
  const sample = all.filter((_, index) => index % every === 0);
  const widths = [...start];
  const at = (column: number, by: number): readonly number[] =>
    sample.map((row) => linesAt(row[column], (widths[column] ?? 0) + by));
  const lacking = (column: number): number => (natural[column] ?? 0) - (widths[column] ?? 0);
  const spare = (column: number): number => (widths[column] ?? 0) - (least[column] ?? 0);
  for (let round = 0; round < rounds; round++) {
    const now = widths.map((_, c) => at(c, 0));
    const heightWith = (from: number, less: readonly number[], to: number, more: readonly number[]): number =>
      sample.reduce((sum, _, r) => {
        let most = Math.max(less[r] ?? 0, more[r] ?? 0);
        let all = (less[r] ?? 0) + (more[r] ?? 0);
        for (let c = 0; c < widths.length; c++) {
          if (c === from || c === to) continue;
          const own = now[c]?.[r] ?? 0;
          most = Math.max(most, own);
          all += own;
        }
        return sum + most + all * lesser;
      }, 0);
    const current = heightWith(-1, [], -1, []);
    let best: { readonly from: number; readonly to: number; readonly by: number; readonly height: number } | undefined;
    widths.forEach((_, to) => {
      // The last move to a column is what it still lacks, or a date would break for a point.
      const by = Math.min(step, lacking(to));
      if (by < leastMove) return;
      const more = at(to, by);
      widths.forEach((_, from) => {
        if (from === to || spare(from) < by) return;
        const height = heightWith(from, at(from, -by), to, more);
        if (height < (best?.height ?? current) - 1e-9) best = { from, to, by, height };
      });
    });
    if (!best) return widths;
    widths[best.from] = (widths[best.from] ?? 0) - best.by;
    widths[best.to] = (widths[best.to] ?? 0) + best.by;
  }
  return widths;
}
