// Moves width between the columns of a table until its rows are as low as they get.

export interface Passage {
  readonly row: number;
  /** How many rows share its height; one unless given. */
  readonly rows?: number;
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
/** What the space between two rows gives a cell that reaches over both, in lines. */
const between = 0.7;

/** About how many lines a passage takes; not whole, so that every small move shows. */
function linesAt(passage: Passage | undefined, width: number): number {
  if (!passage) return 0;
  return passage.paragraphs.reduce((sum, p) => {
    const room = Math.max(1, width - p.indent);
    return sum + (p.width <= room ? 1 : p.width / Math.max(room - ragged, room / 2) + lastLine);
  }, 0);
}

interface Grid {
  /** Cells of one row, by column. */
  readonly rows: readonly (readonly (Passage | undefined)[])[];
  /** Cells over several rows, with the indexes of those that are looked at. */
  readonly spans: readonly { readonly passage: Passage; readonly rows: readonly number[] }[];
  /** Rows that each one looked at stands for. */
  readonly every: number;
}

/** Rows that stand for all, and the cells that reach over them. */
function sampled(passages: readonly Passage[], columns: number): Grid {
  const rows = new Map<number, (Passage | undefined)[]>();
  const rowAt = (index: number): (Passage | undefined)[] => {
    const row = rows.get(index) ?? new Array<Passage | undefined>(columns).fill(undefined);
    rows.set(index, row);
    return row;
  };
  for (const passage of passages) {
    const { row, rows: count = 1, column } = passage;
    if (count === 1) rowAt(row)[column] = passage;
    else for (let r = row; r < row + count; r++) rowAt(r);
  }
  const every = Math.max(1, Math.ceil(rows.size / rowsLooked));
  const kept = [...rows].filter((_, index) => index % every === 0);
  const places = new Map(kept.map(([row], index) => [row, index]));
  const spans = passages.flatMap((passage) => {
    const { row, rows: count = 1 } = passage;
    if (count === 1) return [];
    const covered = Array.from({ length: count }, (_, r) => places.get(row + r)).filter((at) => at !== undefined);
    return covered.length > 0 ? [{ passage, rows: covered }] : [];
  });
  return { rows: kept.map(([, row]) => row), spans, every };
}

/** The widths after moves of `step` that lower the rows; none falls below `least` or rises above `natural`. */
export function balanced(
  start: readonly number[],
  least: readonly number[],
  natural: readonly number[],
  passages: readonly Passage[],
  step: number,
): readonly number[] {
  const { rows, spans, every } = sampled(passages, start.length);
  const widths = [...start];
  /** Lines of a column's cells: those of the rows, then those over several. */
  const at = (column: number, by: number): readonly number[] => {
    const width = (widths[column] ?? 0) + by;
    const wide = spans.map(({ passage }) => (passage.column === column ? linesAt(passage, width) : 0));
    return [...rows.map((row) => linesAt(row[column], width)), ...wide];
  };
  const lacking = (column: number): number => (natural[column] ?? 0) - (widths[column] ?? 0);
  const spare = (column: number): number => (widths[column] ?? 0) - (least[column] ?? 0);
  const heights = new Float64Array(rows.length);
  for (let round = 0; round < rounds; round++) {
    const now = widths.map((_, c) => at(c, 0));
    const heightWith = (from: number, less: readonly number[], to: number, more: readonly number[]): number => {
      const columns = now.map((own, c) => (c === from ? less : c === to ? more : own));
      let total = 0;
      for (let r = 0; r < rows.length; r++) {
        let most = 0;
        let all = 0;
        for (const column of columns) {
          const own = column[r] ?? 0;
          if (own > most) most = own;
          all += own;
        }
        heights[r] = most;
        total += most + all * lesser;
      }
      spans.forEach(({ passage, rows: covered }, s) => {
        const own = columns[passage.column]?.[rows.length + s] ?? 0;
        const { rows: count = 1 } = passage;
        const room = covered.reduce((sum, r) => sum + (heights[r] ?? 0) * every, between * (count - 1));
        total += (Math.max(0, own - room) + (own * lesser) / count) / every;
      });
      return total;
    };
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
