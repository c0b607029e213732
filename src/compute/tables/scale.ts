// Whole pounds typed into a column of thousands or millions.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { numberValue } from "../formula/worked.ts";
import type { Figure, TableModel } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { compare, type Exact, exact } from "../numbers/money.ts";
import { inPounds } from "./column-checks.ts";
import type { ColumnShape } from "./columns.ts";
import type { TableShape } from "./table-shape.ts";

/** Amounts from here on are reported whatever stands beside them. */
export const implausible = exact("1e11");

/** A table as declared and as worked out. */
interface Worked {
  readonly shape: TableShape;
  readonly model: TableModel;
}

/** From these on, whole numbers in a unit are more likely pounds: £100m each in £k, £10bn each in £m. */
const suspect: Readonly<Record<string, Exact>> = { "£k": exact("100000"), "£m": exact("10000") };
/** Smaller ones are suspect only beside amounts a thousand times smaller, and enough of them. */
const small = exact("1000");
const apart = exact("1000");
const enough = 3;
/** An amount elsewhere within a tenth shows that the programme does deal in such sums. */
const alike = exact("0.1");

/** Reports columns in £k or £m whose numbers look like whole pounds, judged beside all other amounts that were typed. */
export function checkScales(
  engine: Engine,
  shapes: Iterable<TableShape>,
  models: ReadonlyMap<string, TableModel>,
  figures: ReadonlyMap<string, Figure>,
): void {
  const tables = [...shapes].flatMap((shape): Worked[] => {
    const model = models.get(shape.id);
    return model ? [{ shape, model }] : [];
  });
  const candidates = tables.flatMap((table) =>
    table.shape.columns.flatMap((column) => {
      const cells = wholeCells(table, column);
      return cells.length > 0 ? [{ table, column, cells }] : [];
    }),
  );
  if (candidates.length === 0) return;
  const sizes = sizesOf(figures, new Set(tables.map((t) => t.shape.id)));
  for (const { table, column, cells } of candidates) {
    const least = cells.reduce((a, b) => (compare(b.exact, a.exact) < 0 ? b : a));
    const largest = cells.reduce((a, b) => (compare(b.exact, a.exact) > 0 ? b : a));
    const pounds = inPounds(largest.exact, column.unit);
    const limit = suspect[column.unit];
    if (!pounds || !limit || pounds.greaterThanOrEqualTo(implausible)) continue;
    const others = [...sizes].filter(([id]) => id !== table.shape.id).map(([, size]) => size);
    const most = others.reduce<Exact | undefined>((a, b) => (a && compare(a, b.most) >= 0 ? a : b.most), undefined);
    const count = others.reduce((all, size) => all + size.count, 0);
    const alone = !most || most.lessThan(pounds.times(alike));
    const beyond = most !== undefined && count >= enough && pounds.greaterThanOrEqualTo(most.times(apart));
    // One number says less than several that are all as large.
    const large = least.exact.greaterThanOrEqualTo(cells.length > 1 ? limit : limit.times(10));
    if (!(large && alone) && !(least.exact.greaterThanOrEqualTo(small) && beyond)) continue;
    const show = (unit: string) => plainValue(numberValue(largest.exact, unit), 0, engine.style);
    const details = { column: column.key, unit: column.unit, largest: show(column.unit), pounds: show("£") };
    const { places } = table.shape;
    const at = places.value(["columns", column.key, "unit"]) ?? places.value(["columns", column.key]);
    const notes = largest.at ? [{ message: "its largest amount", span: largest.at }] : [];
    engine.problems.push(report("table/scale", at ?? places.key(["columns", column.key]), details, { notes }));
  }
}

/** The amounts of a column in £k or £m when all that are not nothing are typed whole numbers; else none. */
function wholeCells({ shape, model }: Worked, column: ColumnShape) {
  if (!Object.hasOwn(suspect, column.unit)) return [];
  const cells = shape.rows.flatMap((row, i) => {
    const cell = model.rows[i]?.cells.get(column.key);
    if (row.kind !== "body" || cell?.content.type !== "number" || cell.content.exact.isZero()) return [];
    return [{ exact: cell.content.exact.abs(), computed: cell.computed, at: cell.origin }];
  });
  return cells.every((c) => !c.computed && c.exact.isInteger()) ? cells : [];
}

interface Size {
  readonly most: Exact;
  readonly count: number;
}

/** The largest amount that was typed in each table, and outside tables, in pounds. */
function sizesOf(figures: ReadonlyMap<string, Figure>, tables: ReadonlySet<string>): ReadonlyMap<string, Size> {
  const sizes = new Map<string, Size>();
  for (const [name, figure] of figures) {
    const { value, derivation } = figure;
    // Some figures go by a second name.
    if (name !== figure.name || value.type !== "number" || derivation.type !== "typed") continue;
    const pounds = inPounds(value.exact, value.unit)?.abs();
    if (!pounds) continue;
    const owner = ownerOf(name, tables);
    const before = sizes.get(owner);
    const most = before && compare(before.most, pounds) >= 0 ? before.most : pounds;
    sizes.set(owner, { most, count: (before?.count ?? 0) + 1 });
  }
  return sizes;
}

/** Id of the table that a figure is a cell or parameter of; "" for one of no table. */
function ownerOf(name: string, tables: ReadonlySet<string>): string {
  for (let dot = name.indexOf("."); dot > 0; dot = name.indexOf(".", dot + 1))
    if (tables.has(name.slice(0, dot))) return name.slice(0, dot);
  return "";
}
