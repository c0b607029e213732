// A cell of a number column as its author wrote it, or as its column's formula makes it.
import { brokenText, readQuantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { exact, one } from "../numbers/money.ts";
import type { ColumnShape } from "./columns.ts";
import { words } from "./content.ts";
import type { RowShape } from "./rows.ts";
import { cellWords, rowScope, rowWords, type TableShape } from "./table-shape.ts";

/** What a cell comes to; what is wrong with it goes to the engine. */
export function readCell(engine: Engine, shape: TableShape, row: RowShape, column: ColumnShape): Made {
  const cell = row.cells.get(column.key);
  const reading = (at: Span | undefined) => ({
    unit: column.unit,
    at,
    scope: rowScope(shape, row),
    where: rowWords(shape, row),
  });
  if (cell === undefined) {
    if (column.formula !== undefined)
      return engine.read(
        { kind: "formula", text: column.formula },
        reading(shape.places.value(["columns", column.key, "formula"])),
      );
    const details = { column: column.key, number: true, row: words(rowWords(shape, row)) };
    engine.problems.push(report("table/missing-cell", row.gaps.get(column.key) ?? row.origin, details));
    return brokenMade;
  }
  if (cell.written === brokenText) return brokenMade;
  const where = () => cellWords(shape, row, column);
  const quantity =
    typeof cell.written === "string" || typeof cell.written === "number" ? readQuantity(cell.written) : undefined;
  if (!quantity) {
    const details = { found: words(cell.written), where: where(), unit: column.unit };
    engine.problems.push(report("table/not-a-number", cell.at, details));
    return brokenMade;
  }
  if (column.unit === "%" && quantity.kind === "number") checkPercent(engine, quantity.text, where, cell.at);
  const before = engine.problems.length;
  const made = engine.read(
    quantity,
    quantity.kind === "formula" ? reading(cell.at) : { unit: column.unit, at: cell.at },
  );
  if (cell.at?.file.endsWith(".csv")) sayWhere(engine, before, cell.at, where);
  return made;
}

/** 0.1 among percentages is 0.1%, but was more often meant as a tenth. */
function checkPercent(engine: Engine, written: string, where: () => string, at: Span | undefined): void {
  const value = exact(written);
  if (value.isZero() || value.abs().greaterThanOrEqualTo(one)) return;
  const percent = `${value.times(100).toFixed()}%`;
  engine.problems.push(report("table/percent-plain", at, { written, percent, where: where() }));
}

/** A CSV file shows no keys beside a value, so what was found in a cell names its row and column. */
function sayWhere(engine: Engine, from: number, at: Span, where: () => string): void {
  for (let i = from; i < engine.problems.length; i++) {
    const problem = engine.problems[i];
    const inside = problem?.span?.file === at.file && problem.span.start >= at.start && problem.span.end <= at.end;
    if (problem && inside) engine.problems[i] = { ...problem, notes: [...(problem.notes ?? []), { message: where() }] };
  }
}
