// What a table's own words and equations promise, held against its numbers.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import type { TableModel } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { convert, isMoney } from "../numbers/money.ts";
import { checkSigns, checkSums } from "./column-checks.ts";
import { checkScale, scaleIn } from "./columns.ts";
import { checkIdentities } from "./identities.ts";
import { plainText } from "./rows.ts";
import { implausible } from "./scale.ts";
import type { TableShape } from "./table-shape.ts";
import { checkTypedTotals } from "./typed-totals.ts";

/** Holds a table against everything that it says about itself. */
export function checkTable(engine: Engine, shape: TableShape, model: TableModel): void {
  checkLabels(engine, shape, model);
  checkSize(engine, model);
  checkSigns(engine, shape, model);
  checkSums(engine, shape, model);
  checkTypedTotals(engine, shape, model);
  checkIdentities(engine, shape);
}

/** Reports labels whose scale is not the printed one, and amounts no council has. */
function checkLabels(engine: Engine, shape: TableShape, model: TableModel): void {
  const { places } = shape;
  const money = shape.columns.filter((c) => isMoney(c.as));
  const scales = money.map((c) => c.as);
  const title = checkScale(model.title, scales);
  if (title) engine.problems.push(report("figure/label-scale", places.value(["title"]), title));
  for (const column of money) {
    const found = checkScale(column.label, [column.as]);
    const at = places.value(["columns", column.key, "label"]) ?? places.key(["columns", column.key]);
    if (found) engine.problems.push(report("figure/label-scale", at, found));
  }
  const naming = shape.columns.find((c) => c.rowHeader);
  for (const row of shape.rows) {
    const cell = naming && row.cells.get(naming.key);
    const words = row.label ?? (cell ? plainText(cell.written) : "");
    // In running words only a scale in brackets speaks of the row's numbers.
    const bracketed = /\(\s*£[^)]*\)/.exec(words)?.[0];
    const found =
      bracketed !== undefined && scaleIn(bracketed) !== undefined ? checkScale(bracketed, scales) : undefined;
    if (found) engine.problems.push(report("figure/label-scale", cell?.at ?? row.origin, { ...found, label: words }));
  }
}

/** Reports the first amount of each column that no public body spends. */
function checkSize(engine: Engine, model: TableModel): void {
  for (const column of model.columns) {
    const cell = model.rows
      .map((row) => row.cells.get(column.key))
      .find((c) => {
        const content = c?.content;
        return (
          content?.type === "number" &&
          isMoney(content.unit) &&
          convert(content.exact, content.unit, "£").abs().greaterThanOrEqualTo(implausible)
        );
      });
    if (cell?.content.type !== "number") continue;
    const amount = plainValue(cell.content, 0, engine.style);
    engine.problems.push(report("figure/implausible", cell.origin, { label: column.label, amount }));
  }
}
