// Equations that every row of a table must satisfy, as far as the digits that were typed can tell.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import { type Expression, parseFormula } from "../formula/expression.ts";
import { addUnits, type Unit, unitWords } from "../formula/units.ts";
import { numberOf, numberValue } from "../formula/worked.ts";
import type { Figure } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { around, type Interval, intervalOf, meet } from "../numbers/intervals.ts";
import { type Exact, halfUnit, isMoney, powerOfTen, zero } from "../numbers/money.ts";
import { inUnit, names, printedSlack, rowIntervals, widened } from "./row-intervals.ts";
import type { RowShape } from "./rows.ts";
import { rowScope, rowWords, type TableShape } from "./table-shape.ts";

type Name = Expression & { type: "name" };

interface Equation {
  readonly text: string;
  readonly at: Span | undefined;
  /** Sides as the author wrote them. */
  readonly left: string;
  readonly right: string;
  readonly trees: { readonly left: Expression; readonly right: Expression };
}

/** Reports rows that do not satisfy the equations the table declares. */
export function checkIdentities(engine: Engine, shape: TableShape): void {
  for (const [i, text] of (shape.source.identities ?? []).entries()) {
    const equation = read(text, shape.places.value(["identities", i]));
    if (!equation) {
      engine.problems.push(report("table/identity-form", shape.places.value(["identities", i]), { identity: text }));
      continue;
    }
    for (const row of shape.rows) if (row.kind === "body" && !checkRow(engine, shape, row, equation)) break;
  }
}

function read(identity: string, at: Span | undefined): Equation | undefined {
  const text = identity.trim().replace(/^=\s*/, "");
  const tree = parseFormula(text).expression;
  const [left, right, ...more] = text.split(/(?<![<>])=/);
  if (tree?.type !== "comparison" || tree.comparison !== "=") return undefined;
  if (left === undefined || right === undefined || more.length > 0) return undefined;
  return {
    text: identity,
    at,
    left: left.trim(),
    right: right.trim(),
    trees: { left: tree.left, right: tree.right },
  };
}

/** Holds one row against the equation; false when the equation itself is at fault, which one row tells for all. */
function checkRow(engine: Engine, shape: TableShape, row: RowShape, equation: Equation): boolean {
  const where = rowWords(shape, row);
  const reading = { at: equation.at, scope: rowScope(shape, row), where };
  const before = engine.problems.length;
  const x = numberOf(engine.work(equation.left, reading));
  const fault = faultIn(engine, before, equation, row, where);
  if (fault !== "none") return fault === "row";
  const y = numberOf(engine.work(equation.right, reading));
  const other = faultIn(engine, before, equation, row, where);
  if (other !== "none") return other === "row";
  if (!x || !y) return true;
  const joined = together(x, y);
  if (!joined) {
    const details = { what: "compared", left: unitWords(x), right: unitWords(y) };
    engine.problems.push(report("figure/units", equation.at, details));
    return false;
  }
  const shift = powerOfTen(joined.shift);
  const right = y.exact.times(shift);
  const sides = tolerances(engine, shape, row, equation, joined);
  const left = around(x.exact, zero, joined);
  const near = sides
    ? meet(sides.left, sides.right)
    : meet(around(x.exact, fallback(engine, shape, row, equation), joined), around(right, zero, joined));
  if (near) return true;
  const decimals = decimalsToShow(engine, shape, row, equation, left.low, right, joined.unit);
  const show = (value: Exact) => plainValue(numberValue(value, joined.unit), decimals, engine.style);
  const used = [...namesIn(equation.trees.left), ...namesIn(equation.trees.right)];
  const figures = [...new Set(used.flatMap((name) => figuresOf(engine, shape, row, name)))];
  const whole = figuresOf(engine, shape, row, lastName(equation)).at(-1)?.origin ?? row.origin;
  const notes = figures.flatMap((figure) => {
    const message = `${figure.label}: ${plainValue(figure.value, figure.decimals, engine.style)}`;
    return figure.origin ? [{ message, span: figure.origin }] : [];
  });
  const details = { identity: equation.text, row: where, left: show(x.exact), right: show(right) };
  engine.problems.push(report("table/identity", whole, details, { notes }));
  return true;
}

/** The figure that is blamed: the one name that stands alone on a side, else the last of the right side. */
function lastName({ trees }: Equation): Name | undefined {
  if (trees.right.type === "name") return trees.right;
  if (trees.left.type === "name") return trees.left;
  return namesIn(trees.right).at(-1);
}

/**
 * Whose fault it is that a side could not be worked out. Division by zero belongs to one row, which a note shows; anything
 * else found in the equation is its own fault; what is found in a figure that it names was reported there.
 */
function faultIn(
  engine: Engine,
  from: number,
  { at }: Equation,
  row: RowShape,
  where: string,
): "none" | "row" | "equation" {
  const inside = (span: Span | undefined) =>
    !at || (span?.file === at.file && span.start >= at.start && span.end <= at.end);
  const found = engine.problems.slice(from);
  const own = found.filter((p) => inside(p.span));
  const [first] = own;
  if (!first) return "none";
  if (own.some((p) => p.code !== "figure/division-by-zero")) return "equation";
  const note = { message: `the row ${where}`, ...(row.origin ? { span: row.origin } : {}) };
  const others = found.filter((p) => !own.includes(p));
  engine.problems.splice(from, found.length, ...others, { ...first, notes: [note] });
  return "row";
}

/** Words such as people and "per 100,000" may stand on two sides of a ratio; amounts and percentages may not. */
function together(a: Unit, b: Unit): (Unit & { readonly shift: number }) | undefined {
  const counted = (u: Unit) => !isMoney(u.unit) && u.unit !== "%";
  return addUnits(a, b) ?? (counted(a) && counted(b) ? { unit: a.unit, bare: false, shift: 0 } : undefined);
}

/** Both sides as intervals: typed operands by their last written digit, a name alone on the left by its printed one. */
function tolerances(
  engine: Engine,
  shape: TableShape,
  row: RowShape,
  { trees }: Equation,
  unit: Unit,
): { readonly left: Interval; readonly right: Interval } | undefined {
  const follow = rowIntervals(engine, shape, row);
  const one = trees.left.type === "name" ? printedSlack(shape, row, trees.left) : undefined;
  const plain = intervalOf(trees.left, follow);
  const right = intervalOf(trees.right, follow);
  if (!plain || !right) return undefined;
  const left = one ? widened(plain, one) : plain;
  return { left: inUnit(left, unit), right: inUnit(right, unit) };
}

/** Where intervals cannot follow a formula: half a printed unit for each part. */
function fallback(engine: Engine, shape: TableShape, row: RowShape, { trees }: Equation): Exact {
  const figures = [...namesIn(trees.left), ...namesIn(trees.right)].flatMap((n) => figuresOf(engine, shape, row, n));
  const decimals = Math.max(0, ...shape.printed.filter((c) => c.type === "number").map((c) => c.decimals));
  const share = figures.some((f) => f.value.type === "number" && f.value.unit === "%");
  return halfUnit(decimals)
    .times(Math.max(1, new Set(figures).size))
    .times(share ? powerOfTen(-2) : powerOfTen(0));
}

/** Places enough to see that the sides differ. */
function decimalsToShow(
  engine: Engine,
  shape: TableShape,
  row: RowShape,
  { trees }: Equation,
  left: Exact,
  right: Exact,
  unit: string,
): number {
  const figures = [...namesIn(trees.left), ...namesIn(trees.right)].flatMap((n) => figuresOf(engine, shape, row, n));
  const alike = figures.filter((f) => f.value.type === "number" && f.value.unit === unit);
  const least = Math.max(0, ...alike.map((f) => f.decimals ?? 0));
  const show = (value: Exact, decimals: number) => plainValue(numberValue(value, unit), decimals, engine.style);
  for (let decimals = least; decimals < 8; decimals++)
    if (show(left, decimals) !== show(right, decimals)) return decimals;
  return least;
}

function figuresOf(engine: Engine, shape: TableShape, row: RowShape, name: Name | undefined): readonly Figure[] {
  if (!name) return [];
  const scope = rowScope(shape, row);
  return names(name).flatMap((one) => {
    const figure = engine.figure(scope.fullName(one) ?? one);
    return figure ? [figure] : [];
  });
}

function namesIn(node: Expression): readonly Name[] {
  switch (node.type) {
    case "name":
      return [node];
    case "number":
      return [];
    case "negative":
      return namesIn(node.of);
    case "binary":
    case "comparison":
      return [...namesIn(node.left), ...namesIn(node.right)];
    case "call":
      return node.arguments.flatMap(namesIn);
  }
}
