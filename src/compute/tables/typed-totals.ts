// Totals that were typed as rows: they stay behind when a row changes, and count twice wherever rows are added.
import { readQuantity } from "../../../schemas/scalars.ts";
import { type Note, report } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { numberValue } from "../formula/worked.ts";
import type { TableModel } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { type Exact, halfUnit, sum } from "../numbers/money.ts";
import { fewNotes, isUnknown, typedSlack } from "./column-checks.ts";
import type { ColumnShape } from "./columns.ts";
import { plainText, type RowShape } from "./rows.ts";
import { addable, cellWords, rowWords, type TableShape } from "./table-shape.ts";
import { alone, begins } from "./total-names.ts";

interface Row {
  readonly row: RowShape;
  readonly index: number;
  readonly label: string;
}

interface Sum {
  readonly total: Exact;
  readonly parts: readonly Row[];
  readonly near: boolean;
}

/** Reports body rows that are totals by name: a warning where they add up, an error where they do not. */
export function checkTypedTotals(engine: Engine, shape: TableShape, model: TableModel): void {
  const naming = shape.columns.find((c) => c.rowHeader);
  if (!naming) return;
  const rows = shape.rows.map((row, index): Row => {
    const cell = row.cells.get(naming.key);
    return { row, index, label: row.kind === "body" && cell ? plainText(cell.written) : "" };
  });
  for (const row of rows) if (begins.test(row.label)) checkRow(engine, shape, model, rows, row);
}

function checkRow(engine: Engine, shape: TableShape, model: TableModel, rows: readonly Row[], own: Row): void {
  const found = shape.columns
    .filter((c) => addable(c) || declaresSum(shape, c.key))
    .flatMap((column) => {
      const typed = typedNumber(model, own, column);
      if (!typed) return [];
      const sums = groupsAbove(rows, own).flatMap((parts) => sumOf(shape, model, parts, own, column, typed) ?? []);
      const best = sums.find((s) => s.near) ?? sums[0];
      return best ? [{ column, typed, sum: best }] : [];
    });
  const [first] = found;
  const differing = found.filter((f) => !f.sum.near);
  const sure = alone.test(own.label) || differing.length < found.length;
  if (!first || !sure) return;
  const ask = askFor(own.label);
  if (differing.length === 0) {
    const at = own.row.cells.get(first.column.key)?.at ?? own.row.origin;
    engine.problems.push(report("table/typed-total", at, { row: rowWords(shape, own.row), ask }));
  }
  for (const { column, typed, sum: added } of differing) {
    const decimals = shape.printed.find((c) => c.key === column.key)?.decimals;
    const show = (value: Exact) => plainValue(numberValue(value, column.unit), decimals, engine.style);
    const notes = added.parts.flatMap(({ row, index }): readonly Note[] => {
      const cell = model.rows[index]?.cells.get(column.key);
      if (cell?.content.type !== "number" || !cell.origin) return [];
      return [{ message: `${rowWords(shape, row)}: ${show(cell.content.exact)}`, span: cell.origin }];
    });
    const where = cellWords(shape, own.row, column);
    const details = {
      where: where.charAt(0).toUpperCase() + where.slice(1),
      typed: show(typed),
      sum: show(added.total),
      ask,
    };
    const at = own.row.cells.get(column.key)?.at ?? own.row.origin;
    engine.problems.push(report("table/total-differs", at, details, { notes: fewNotes(notes) }));
  }
}

/** What makes the table add for itself. */
function askFor(label: string): string {
  if (/^sub/i.test(label)) return `a row \`subtotal: ${label}\``;
  return /^total$/i.test(label) ? "`total: true`" : `\`total: { label: ${label} }\``;
}

/** The number a cell was typed with; a formula adds for itself. */
function typedNumber(model: TableModel, { row, index }: Row, column: ColumnShape): Exact | undefined {
  const written = row.cells.get(column.key)?.written;
  const quantity = typeof written === "string" || typeof written === "number" ? readQuantity(written) : undefined;
  const content = model.rows[index]?.cells.get(column.key)?.content;
  const typed = quantity?.kind === "number" || quantity?.kind === "percent";
  return typed && content?.type === "number" ? content.exact : undefined;
}

/** A column of shares adds up although its unit does not. */
function declaresSum(shape: TableShape, key: string): boolean {
  const declared = shape.source.columns[key];
  return typeof declared === "object" && declared["adds-to"] !== undefined;
}

/** The rows a total may mean: those since the last section or total, or all that are no totals themselves. */
function groupsAbove(rows: readonly Row[], own: Row): readonly (readonly Row[])[] {
  const above = rows.slice(0, own.index);
  const last = above.findLastIndex((r) => r.row.kind !== "body" || begins.test(r.label));
  const parts = (list: readonly Row[]) => list.filter((r) => r.row.kind === "body" && !begins.test(r.label));
  const since = parts(above.slice(last + 1));
  const all = parts(above);
  return since.length === all.length ? [all] : /^sub/i.test(own.label) ? [since, all] : [all, since];
}

function sumOf(
  shape: TableShape,
  model: TableModel,
  parts: readonly Row[],
  own: Row,
  column: ColumnShape,
  typed: Exact,
): Sum | undefined {
  const contents = parts.flatMap(({ index }) => model.rows[index]?.cells.get(column.key)?.content ?? []);
  const numbers = contents.flatMap((c) => (c.type === "number" ? [c.exact] : []));
  if (numbers.length < 2 || contents.some(isUnknown)) return undefined;
  const total = sum(numbers);
  const rounded = [own, ...parts].map(({ row }) => typedSlack(row, column.key, column.unit));
  // Parts that were worked out may have been rounded before somebody added them.
  const decimals = shape.printed.find((c) => c.key === column.key)?.decimals ?? 0;
  const computed = parts.filter(({ index }) => model.rows[index]?.cells.get(column.key)?.computed).length;
  const slack = sum(rounded).plus(halfUnit(decimals).times(computed));
  return { total, parts, near: total.minus(typed).abs().lessThanOrEqualTo(slack) };
}
