// What a table's own words and equations promise, held against its numbers.
import { report } from "../diagnostics/diagnostic.ts";
import { checkScale, scaleIn } from "./columns.ts";
import type { Engine } from "./engine.ts";
import { parseFormula } from "./expression.ts";
import { plainValue } from "./format.ts";
import type { TableModel } from "./model.ts";
import { convert, exact, halfUnit, isMoney } from "./money.ts";
import { plainText } from "./rows.ts";
import { rowScope, type TableShape } from "./table-names.ts";
import { numberOf } from "./worked.ts";

/** Reports labels whose scale is not the printed one, and amounts no council has. */
export function checkLabels(engine: Engine, shape: TableShape, model: TableModel): void {
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

const implausible = exact("1e11");

/** Reports the first amount of each column that no public body spends. */
export function checkSize(engine: Engine, model: TableModel): void {
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

/** Reports rows that do not satisfy the equations the table declares. */
export function checkIdentities(engine: Engine, shape: TableShape): void {
  for (const [i, identity] of (shape.source.identities ?? []).entries()) {
    const at = shape.places.value(["identities", i]);
    const text = identity.trim().replace(/^=\s*/, "");
    const parsed = parseFormula(text).expression;
    const sides = text.split(/(?<![<>])=/);
    const [left, right] = sides;
    if (
      parsed?.type !== "comparison" ||
      parsed.comparison !== "=" ||
      left === undefined ||
      right === undefined ||
      sides.length !== 2
    ) {
      engine.problems.push(report("table/identity-form", at, { identity }));
      continue;
    }
    for (const row of shape.rows) {
      if (row.kind !== "body") continue;
      const reading = { at, scope: rowScope(shape, row), where: row.id };
      const found = engine.problems.length;
      const a = engine.work(left.trim(), reading);
      const b = engine.work(right.trim(), reading);
      if (engine.problems.length > found) break;
      const x = numberOf(a);
      const y = numberOf(b);
      if (!x || !y) continue;
      const decimals = Math.max(0, ...shape.printed.filter((c) => c.type === "number").map((c) => c.decimals));
      const parts = Math.max(1, new Set([...a.inputs, ...b.inputs]).size);
      const scale = x.unit === "%" || y.unit === "%" ? exact("0.01") : exact(1);
      if (x.exact.minus(y.exact).abs().lessThanOrEqualTo(halfUnit(decimals).times(parts).times(scale))) continue;
      const names = [...a.inputs, ...b.inputs];
      const notes = names.flatMap((name) => {
        const figure = engine.figure(name);
        return figure?.origin
          ? [
              {
                message: `${figure.label}: ${plainValue(figure.value, figure.decimals, engine.style)}`,
                span: figure.origin,
              },
            ]
          : [];
      });
      const whole = engine.figure(b.inputs.at(-1) ?? "")?.origin ?? row.origin;
      engine.problems.push(
        report(
          "table/identity",
          whole,
          {
            identity,
            row: row.id ?? "the row",
            left: plainValue(a.value, decimals, engine.style),
            right: plainValue(b.value, decimals, engine.style),
          },
          { notes },
        ),
      );
    }
  }
}
