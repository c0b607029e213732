// Columns of ticks in a form: each cell is a box to tick, those without a tick too.
import type { ParagraphChild } from "docx";
import type { Cell, Row, Table, Tick } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import { checkbox } from "./controls.ts";
import { printable, signs } from "./inlines.ts";
import type { Placed } from "./table-grid.ts";

/** What stands in a cell instead of its words. */
export type Controls = ReadonlyMap<Cell, ParagraphChild>;

/** Boxes of the columns that hold nothing but ticks. */
export function tickBoxes(node: Table, rows: readonly (readonly Placed[])[]): Controls {
  const boxes = new Map<Cell, ParagraphChild>();
  const align = node.columns.flatMap(({ align }, c) => (tickColumn(node, rows, c)?.hasTicks ? [align] : []))[0];
  for (const [c, column] of node.columns.entries()) {
    const found = tickColumn(node, rows, c);
    // Beside columns of ticks, one without any is another of them.
    if (!found || column.align !== align) continue;
    const { cells, ticks, label, empty } = found;
    for (const [i, cell] of cells.entries()) {
      const tick = ticks[i];
      boxes.set(
        cell,
        checkbox({
          label: printable(tick?.label ?? label),
          isTicked: tick !== undefined,
          ticked: signs.tick,
          // The same sign as on the page; a space has the height of a line.
          empty: (tick ? [...empty][0] : wordsOf(cell)) || "\u00a0",
        }),
      );
    }
  }
  return boxes;
}

interface TickColumn {
  readonly cells: readonly Cell[];
  readonly ticks: readonly (Tick | undefined)[];
  readonly hasTicks: boolean;
  readonly label: string;
  /** Signs of the cells without a tick. */
  readonly empty: ReadonlySet<string>;
}

/** A column whose cells hold a tick or nothing. */
function tickColumn(node: Table, rows: readonly (readonly Placed[])[], c: number): TickColumn | undefined {
  const placed = rows.map((row) => row.find(({ at }) => at === c)?.cell);
  const of = (kind: Row["kind"]) => placed.flatMap((cell, r) => (cell && node.rows[r]?.kind === kind ? [cell] : []));
  const cells = of("body");
  const ticks = cells.map((cell) => soleTick(cell));
  const empty = new Set(cells.flatMap((cell, i) => (ticks[i] ? [] : [wordsOf(cell)])));
  if ([...empty].some((words) => words !== "" && words !== "–")) return undefined;
  const header = of("header").at(-1);
  const label = ticks.find((tick) => tick !== undefined)?.label ?? (header ? wordsOf(header) : "");
  return { cells, ticks, hasTicks: ticks.some((tick) => tick !== undefined), label, empty };
}

function soleTick({ blocks }: Cell): Tick | undefined {
  const [block, ...others] = blocks;
  const [first, ...rest] = block?.type === "paragraph" ? block.children : [];
  return others.length === 0 && rest.length === 0 && first?.type === "tick" && first.mark === "tick"
    ? first
    : undefined;
}

/** Words of a cell that can be no box are of any other sort. */
function wordsOf({ blocks }: Cell): string {
  const [block, ...others] = blocks;
  if (block === undefined) return "";
  return others.length === 0 && block.type === "paragraph" ? plainText(block.children).trim() : "words";
}
