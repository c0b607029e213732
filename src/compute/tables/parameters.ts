// Numbers that a table's formulas use by name, such as the hours of a week: figures of the table, but no cells of it.
import type { Quantity } from "../../../schemas/scalars.ts";
import type { TableSource } from "../../../schemas/table.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Engine, Scope } from "../engine/engine.ts";
import { nameText, parseFormula } from "../formula/expression.ts";
import { isMoney } from "../numbers/money.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { type ColumnShape, checkScale, humanise } from "./columns.ts";
import type { RowShape, TablePlaces } from "./rows.ts";

type Given = NonNullable<TableSource["parameters"]>[string];

interface Parameter {
  readonly value: Quantity;
  readonly label?: string | undefined;
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
}

/** What a table's parameters may not be called. */
interface Taken {
  readonly id: string;
  readonly columns: readonly ColumnShape[];
  readonly rows: readonly RowShape[];
}

const inFull = (given: Given): Parameter => ("kind" in given ? { value: given } : given);

function isName(text: string): boolean {
  const { expression, problems } = parseFormula(text);
  return problems.length === 0 && expression?.type === "name" && nameText(expression) === text && !text.includes(".");
}

/** False, with a finding, where the name is no name or means something else in the table already. */
function free(engine: Engine, name: string, taken: Taken, places: TablePlaces): boolean {
  const at = places.key(["parameters", name]);
  const refuse = (by: "column" | "row" | "total" | undefined, span = at) => {
    const notes = by === undefined || by === "total" || !span ? [] : [{ message: `the ${by} stands here`, span }];
    engine.problems.push(report("table/parameter-name", at, { name, taken: by }, { notes }));
    return false;
  };
  if (!isName(name)) return refuse(undefined);
  if (taken.columns.some((c) => c.key === name)) return refuse("column", places.key(["columns", name]));
  const row = taken.rows.find((r) => r.id === name);
  if (row) return refuse("row", row.origin);
  return name === "total" ? refuse("total") : true;
}

/** Names the parameters, `<table>.<parameter>` each; their bare names come back. */
export function nameParameters(
  engine: Engine,
  source: TableSource,
  taken: Taken,
  places: TablePlaces,
): readonly string[] {
  const { id } = taken;
  const given = Object.entries(source.parameters ?? {}).filter(([name]) => free(engine, name, taken, places));
  const names = given.map(([name]) => name);
  const scope = parameterScope(id, names);
  for (const [name, written] of given) {
    const parameter = inFull(written);
    const { value, unit } = parameter;
    const at = places.value(["parameters", name, "value"]) ?? places.value(["parameters", name]);
    const label = parameter.label ?? humanise(name);
    const scale = checkScale(label, unit !== undefined && isMoney(unit) ? [unit] : []);
    if (scale)
      engine.problems.push(report("figure/label-scale", places.value(["parameters", name, "label"]) ?? at, scale));
    engine.define({
      name: `${id}.${name}`,
      label,
      decimals: parameter.decimals ?? writtenDecimals(value),
      origin: at ?? places.key(["parameters", name]),
      make: () => engine.read(value, { unit, at, scope }),
    });
  }
  return names;
}

/** In a parameter's formula the others' bare names are those parameters. */
function parameterScope(id: string, names: readonly string[]): Scope {
  const own = new Set(names);
  return { fullName: (name) => (own.has(name) ? `${id}.${name}` : undefined), names };
}
