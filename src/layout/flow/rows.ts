// Rows of a table as atoms: their heights, which of them stay together, what is printed again in them.
import { sum } from "../../document/column-widths.ts";
import type { Fragment } from "../fragment.ts";
import type { PreparedCell, PreparedRow, TableBlock } from "../prepare/prepared.ts";
import type { WordTable } from "../word.ts";
import { type Atom, stacked } from "./atoms.ts";
import { columnsAtom, type Piece } from "./columns.ts";
import { flow } from "./flow.ts";
import type { FlowKit } from "./kit.ts";
import { rowGround } from "./rules.ts";
import { planSpans, type Spread } from "./spans.ts";
import type { Align } from "./text.ts";
import type { ColumnWidths } from "./widths.ts";

/** A header that takes more of a page than this is not printed again, as it would leave no room for rows; it may be divided instead. */
const headerShare = 0.3;
/** What stands in a cell leaves this share of a page to what is printed above and below the row. */
const cellShare = 0.6;
/** Rows tied by spans stay together up to this share of a page. */
const togetherShare = 0.3;

export interface Rows {
  readonly atoms: readonly Atom[];
  /** Words that a page beginning at this row prints again, from the row's top. */
  readonly labels: ReadonlyMap<number, readonly Fragment[]>;
  /** Whether pages have room to print the header again. */
  readonly repeats: boolean;
}

/** A cell's lines, the last of its words marked as such. */
function ended(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findLastIndex(({ parts }) => parts.some((part) => part.kind === "text"));
  const last = atoms[at];
  // What can be divided is the row of a table in the cell, and has ends of its own.
  if (!last || last.split) return atoms;
  const end = last.parts.findLastIndex((part) => part.kind === "text");
  const parts = last.parts.map(
    (part, i): Fragment => (i === end && part.kind === "text" ? { ...part, ends: true } : part),
  );
  return atoms.with(at, { ...last, parts });
}

function pieceOf(cell: PreparedCell, row: PreparedRow, block: TableBlock, widths: ColumnWidths, kit: FlowKit): Piece {
  const { padX } = kit;
  const left = widths.edges[cell.column] ?? 0;
  const right = widths.edges[cell.column + cell.colSpan] ?? left;
  const width = right - left - 2 * padX;
  const align: Align =
    cell.align === "decimal"
      ? { kind: "decimal", point: width - (cell.colSpan === 1 ? (widths.decimals[cell.column] ?? 0) : 0) }
      : { kind: cell.align };
  const header = row.kind === "header" && block.look !== "borderless";
  return {
    x: left + padX,
    width,
    atoms: ended(flow(cell.body, width, { ...kit, align, room: kit.room * cellShare })),
    drop: header ? 1 : 0,
  };
}

/** Most rows that stay together at the end of a table. */
const longestTail = 4;

/** Where the end of a table begins that stays together: two rows, with the totals under them. */
function tailOf(rows: readonly PreparedRow[]): number {
  const last = rows.findLastIndex((row) => row.kind === "body");
  const before = rows.findLastIndex((row, index) => row.kind === "body" && index < last);
  return before >= 0 && rows.length - before <= longestTail ? before : rows.length - 2;
}

/** True for a group row with nothing of its group below it: it closes what is above. */
function closes(rows: readonly PreparedRow[], index: number): boolean {
  if (rows[index]?.kind !== "group") return false;
  const after = rows.slice(index + 1).find((row) => row.kind !== "group");
  return after === undefined || after.kind === "section";
}

/** What the rules of a row add to its height. */
function ruleHeight(block: TableBlock, index: number): number {
  if (block.look === "borderless") return 0;
  const isLastHeader = block.rows[index]?.kind === "header" && block.rows[index + 1]?.kind !== "header";
  return (isLastHeader ? 1 : 0.5) + (index === 0 ? 0.5 : 0);
}

/** One atom a row. */
export function rowAtoms(block: TableBlock, widths: ColumnWidths, kit: FlowKit, word?: WordTable): Rows {
  const { rows } = block;
  const { padY, leading } = kit.theme.table;
  const least = word ? leading - kit.theme.table.size + word.size + 2 * padY : leading * kit.scale + 2 * padY;
  const leastOf = (index: number): number =>
    rows[index]?.cells.some(({ body }) => body.length === 0) ? Math.max(least, block.emptyRow ?? 0) : least;
  const edge = (index: number): number => (word ? ruleHeight(block, index) : 0);
  const own: Piece[][] = rows.map(() => []);
  const spreads: Spread[] = [];
  rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const piece = pieceOf(cell, row, block, widths, kit);
      if (cell.rowSpan > 1) spreads.push({ row: index, rows: cell.rowSpan, piece });
      else own[index]?.push(piece);
    }
  });
  const heights = own.map(
    (list, index) =>
      edge(index) +
      list.reduce((height, piece) => Math.max(height, stacked(piece.atoms).height + 2 * padY), leastOf(index)),
  );
  for (const { row, rows: count, piece } of spreads) {
    const have = heights.slice(row, row + count).reduce((a, b) => a + b, 0);
    const lack = stacked(piece.atoms).height + 2 * padY - have;
    const last = row + count - 1;
    if (lack > 0) heights[last] = (heights[last] ?? 0) + lack;
  }
  const plan = planSpans(spreads, heights, padY, kit.room * togetherShare);
  const repeats = sum(heights.slice(0, block.headers)) < kit.room * headerShare;
  const small = (index: number): boolean => (heights[index] ?? 0) < 5 * leading;
  const tail = tailOf(rows);
  const keeps = (row: PreparedRow, index: number): boolean => {
    const next = rows[index + 1];
    if (!next) return false;
    if (row.kind === "header" || row.kind === "section") return true;
    if (row.kind === "group" && !closes(rows, index)) return true;
    if (next.kind === "subtotal" || next.kind === "total" || plan.kept.has(index)) return true;
    if (closes(rows, index + 1)) return true;
    return (index === block.headers || index >= tail) && small(index) && small(index + 1);
  };
  const atoms = rows.map((row, index): Atom => {
    const ground = rowGround(block, index, widths, kit);
    const pieces = [...(own[index] ?? []), ...(plan.pieces.get(index) ?? [])].sort((a, b) => a.x - b.x);
    const look = { padTop: padY, padBottom: padY + edge(index), least: heights[index], ground };
    const { split, ...atom } = columnsAtom(pieces, look);
    const divisible =
      split &&
      !word?.whole.has(index) &&
      (row.kind !== "header" || !repeats) &&
      (word !== undefined || !plan.whole.has(index));
    return { ...atom, keep: keeps(row, index), tied: !word && plan.kept.has(index), ...(divisible ? { split } : {}) };
  });
  return { atoms, labels: plan.labels, repeats };
}
