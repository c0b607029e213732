// Arguments that stand side by side on a sheet become ranges: B4, B5, B6 is B4:B6.
import { type Range, rangeOf } from "./address.ts";
import type { Address } from "./book.ts";

/** How far a range may reach. */
export interface Folding {
  /** True when a cell that is no argument may lie inside a range, because the function passes over it. */
  readonly bridges: (at: Address) => boolean;
  /** True when the order of values does not matter, so that rows of cells make a rectangle. */
  readonly unordered: boolean;
}

const longestBridge = 50;

/** Folds addresses, in order, into the fewest ranges that hold the same values. */
export function fold(cells: readonly Address[], folding: Folding): readonly Range[] {
  const ranges: Range[] = [];
  for (const cell of cells) {
    const last = ranges.at(-1);
    const grown = last && (downTo(last, cell, folding) ?? rightTo(last, cell));
    if (grown) ranges[ranges.length - 1] = grown;
    else ranges.push(rangeOf(cell));
  }
  return folding.unordered ? stacked(ranges) : ranges;
}

function downTo(range: Range, cell: Address, folding: Folding): Range | undefined {
  const below = cell.row - range.bottom;
  if (cell.sheet !== range.sheet || cell.column !== range.left || range.left !== range.right) return undefined;
  if (below < 1 || below > longestBridge) return undefined;
  for (let row = range.bottom + 1; row < cell.row; row++) if (!folding.bridges({ ...cell, row })) return undefined;
  return { ...range, bottom: cell.row };
}

function rightTo(range: Range, cell: Address): Range | undefined {
  const beside = cell.sheet === range.sheet && cell.row === range.top && range.top === range.bottom;
  return beside && cell.column === range.right + 1 ? { ...range, right: cell.column } : undefined;
}

/** Rows of cells of the same width, one under the other, as one rectangle. */
function stacked(ranges: readonly Range[]): readonly Range[] {
  const out: Range[] = [];
  for (const range of ranges) {
    const last = out.at(-1);
    const fits =
      last?.sheet === range.sheet &&
      last.left === range.left &&
      last.right === range.right &&
      range.top === last.bottom + 1;
    if (last && fits) out[out.length - 1] = { ...last, bottom: range.bottom };
    else out.push(range);
  }
  return out;
}
