// Grounds and rules of a table's rows. Thin horizontal rules or stripes; vertical rules only between groups or in a grid.
import { isRuledBelow } from "../../document/stripes.ts";
import type { Fragment } from "../fragment.ts";
import type { PreparedCell, TableBlock } from "../prepare/prepared.ts";
import type { FlowKit } from "./kit.ts";
import type { ColumnWidths } from "./widths.ts";

const thin = 0.5;
const strong = 1;

/** The cell that covers each column of a row, spans of earlier rows included, with its first row. */
function covering(block: TableBlock, index: number): readonly ({ cell: PreparedCell; row: number } | undefined)[] {
  const result: ({ cell: PreparedCell; row: number } | undefined)[] = block.columns.map(() => undefined);
  for (let row = index; row >= 0; row--) {
    for (const cell of block.rows[row]?.cells ?? []) {
      if (row + cell.rowSpan <= index) continue;
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) result[c] ??= { cell, row };
    }
    if (result.every((r) => r !== undefined)) break;
  }
  return result;
}

/** Neighbouring columns that answer yes, as stretches from left to right edge. */
function runs(widths: ColumnWidths, yes: (column: number) => boolean): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const count = widths.edges.length - 1;
  for (let c = 0; c < count; c++) {
    if (!yes(c)) continue;
    const from = widths.edges[c] ?? 0;
    const to = widths.edges[c + 1] ?? 0;
    const last = found.at(-1);
    if (last && last[1] === from) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

/** Draws the ground of one row at the height it turns out to have. */
export function rowGround(
  block: TableBlock,
  index: number,
  widths: ColumnWidths,
  kit: FlowKit,
): (height: number, part: "whole" | "first" | "last") => readonly Fragment[] {
  const { colours } = kit.theme;
  const row = block.rows[index];
  const cover = covering(block, index);
  const right = widths.edges.at(-1) ?? 0;
  const plain = block.look === "borderless";
  const isHeader = row?.kind === "header";
  const lastHeader = isHeader && block.rows[index + 1]?.kind !== "header";
  const lastRow = index === block.rows.length - 1;
  const ruled = !block.stripes || isRuledBelow(block.rows, block.stripes, index);

  function tints(height: number): readonly Fragment[] {
    const box = { kind: "rectangle", y: 0, height } as const;
    if (isHeader) return plain ? [] : [{ ...box, x: 0, width: right, fill: colours.tint }];
    if (row?.kind === "group" || row?.kind === "section") {
      return plain ? [] : [{ ...box, x: 0, width: right, fill: colours.groupTint }];
    }
    const ground = (yes: (column: number) => boolean, fill: string): readonly Fragment[] =>
      runs(widths, yes).map(([from, to]) => ({ ...box, x: from, width: to - from, fill }));
    const own = (c: number): boolean => cover[c]?.cell.tinted === true;
    // A cell keeps the stripe of its first row wherever it reaches to.
    const striped = (c: number): boolean => !own(c) && block.stripes?.[cover[c]?.row ?? index]?.tinted === true;
    const { stripes } = kit.theme.table;
    return [...(stripes ? ground(striped, stripes) : []), ...ground(own, colours.groupTint)];
  }
  function across(y: number, yes: (column: number) => boolean, weight: number, stroke: string): readonly Fragment[] {
    return runs(widths, yes).map(([from, to]) => ({
      kind: "line",
      x: from,
      y,
      toX: to,
      toY: y,
      stroke,
      strokeWidth: weight,
    }));
  }
  function down(height: number): readonly Fragment[] {
    const line = (x: number): Fragment => ({
      kind: "line",
      x,
      y: 0,
      toX: x,
      toY: height,
      stroke: colours.rule,
      strokeWidth: thin,
    });
    const starts = (c: number): boolean => cover[c]?.cell.column === c;
    const wanted = (c: number): boolean =>
      block.look === "grid" || (block.columns[c]?.ruleBefore === true && row?.kind !== "section");
    const inner = block.columns.flatMap((_, c) =>
      c > 0 && wanted(c) && starts(c) ? [line(widths.edges[c] ?? 0)] : [],
    );
    return block.look === "grid" ? [line(0), ...inner, line(right)] : inner;
  }
  const ends = (c: number): boolean => {
    const covered = cover[c];
    return !covered || covered.row + covered.cell.rowSpan - 1 === index;
  };
  const all = (): boolean => true;

  return (height, part) => {
    const parts: Fragment[] = [...tints(height), ...down(height)];
    if (part !== "last") {
      if (row?.kind === "total") parts.push(...across(0, all, strong, colours.text));
      if (row?.kind === "subtotal" && !plain) parts.push(...across(0, all, thin * 1.5, colours.quiet));
      // A tinted row covers half of the rule that closes the one above.
      const covers = block.look === "grid" || (block.stripes && block.rows[index - 1]?.kind === "body");
      const again = covers && (row?.kind === "group" || row?.kind === "section");
      if (again || (index === 0 && (block.look === "grid" || block.look === "form")))
        parts.push(...across(0, all, thin, colours.rule));
    }
    if (part === "first") return block.look === "grid" ? [...parts, ...across(height, all, thin, colours.rule)] : parts;
    if (lastHeader && !plain) parts.push(...across(height, all, strong, colours.accent));
    else if (row?.kind === "total" && lastRow) parts.push(...across(height, all, strong, colours.text));
    else if (!plain && ruled) parts.push(...across(height, ends, thin, colours.rule));
    return parts;
  };
}
