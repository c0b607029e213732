// A formula's node worked out, and what the working out needs to know.

import type { Figure, NumberStyle, Value } from "../model.ts";
import { plainValue } from "../numbers/format.ts";
import { type Exact, powerOfTen, zero } from "../numbers/money.ts";
import type { Expression } from "./expression.ts";
import type { Unit } from "./units.ts";

/** How a node is told: to a reader, to a workbook, and by the figures it rests on. */
export interface Face {
  readonly sentence: string;
  readonly excel: string;
  readonly inputs: readonly string[];
  /** How tightly its outermost operator binds: 1 sum, 2 product, 3 anything else. */
  readonly binds: 1 | 2 | 3;
  /** A sentence of several words, which takes brackets beside any operator though its formula needs none. */
  readonly phrase?: true;
}

/** A node worked out. Its value is there; its face is made when somebody asks, since few figures are ever explained. */
export interface Worked {
  readonly value: Value;
  /** A literal or a plain ratio, which takes on the unit of what it meets. */
  readonly bare: boolean;
  readonly face: () => Face;
}

/** What a name stands for. */
export type Target =
  | { readonly type: "one"; readonly figure: Figure }
  | { readonly type: "list"; readonly figures: readonly Figure[]; readonly words: string }
  /** Not known, or not usable here; it was reported. */
  | { readonly type: "failed" };

/** What is wrong with a formula that is well written. */
export type Fault =
  | { readonly type: "units"; readonly what: string; readonly left: string; readonly right: string }
  | { readonly type: "zero"; readonly divisor: string }
  | { readonly type: "list"; readonly name: string }
  | { readonly type: "words"; readonly found: string }
  | { readonly type: "comparison" }
  | { readonly type: "arguments"; readonly name: string; readonly wanted: string };

export interface Context {
  readonly style: NumberStyle;
  /** Finds a name and reports one it does not know. */
  readonly find: (name: Expression & { type: "name" }) => Target;
  /** Entries of a register, table or list. */
  readonly count: (name: string) => number | undefined;
  readonly fault: (node: Expression, fault: Fault) => void;
  /** Works out one node; functions ask for their arguments through it. */
  readonly evaluate: (node: Expression, context: Context) => Worked;
}

export const brokenValue: Value = { type: "broken" };

const noFace: Face = { sentence: "", excel: "", inputs: [], binds: 3 };

/** A node without a value, whose cause was reported. */
export const failed: Worked = { value: brokenValue, bare: false, face: () => noFace };

export function numberValue(exact: Exact, unit: string): Value & { type: "number" } {
  return { type: "number", exact, unit };
}

/** A node with another value that stops it, told as nothing. */
export function stoppedBy(value: Value): Worked {
  return { value, bare: false, face: failed.face };
}

/** Joins the names that several nodes rest on, each once. */
export function inputsOf(faces: readonly Face[]): readonly string[] {
  return [...new Set(faces.flatMap((f) => f.inputs))];
}

/** A value that stops a computation: broken first, then what is not known yet, then what does not apply. */
export function stopper(values: readonly Value[]): Value | undefined {
  return (
    values.find((v) => v.type === "broken") ??
    values.find((v) => v.type === "open") ??
    values.find((v) => v.type === "empty" && v.empty !== "nil") ??
    undefined
  );
}

/** The number a node stands for, nil being nothing at all. */
export function numberOf(worked: Worked): (Unit & { readonly exact: Exact }) | undefined {
  const value = worked.value;
  if (value.type === "number") return { exact: value.exact, unit: value.unit, bare: worked.bare };
  if (value.type === "empty" && value.empty === "nil") return { exact: zero, unit: "number", bare: true };
  return undefined;
}

/** A node of a figure that is there already. */
export function fromFigure(figure: Figure, style: NumberStyle): Worked {
  const { name, value } = figure;
  const face = (): Face => {
    const shown = value.type === "broken" ? "" : ` (${plainValue(value, figure.decimals, style)})`;
    // A cell that prints a dash is text in a workbook; N() makes it nothing.
    const excel = value.type === "number" ? `[[${name}]]` : `N([[${name}]])`;
    return { sentence: `${name}${shown}`, excel, inputs: [name], binds: 3 };
  };
  return { value, bare: false, face };
}

/** The sentence of an operand, in brackets when it would run into its neighbours. */
export function told(face: Face, least: number): string {
  return bracket(face.sentence, face.phrase ? 0 : face.binds, least);
}

/** In brackets when it binds less tightly than its neighbour. */
export function bracket(text: string, binds: number, least: number): string {
  return binds < least ? `(${text})` : text;
}

/** The operand of a shifted scale in a workbook: pounds beside £m are divided by 1000000. */
export function shifted({ excel, binds }: Face, shift: number): string {
  if (shift === 0) return excel;
  const factor = powerOfTen(Math.abs(shift)).toFixed();
  return `${bracket(excel, binds, 2)}${shift > 0 ? "*" : "/"}${factor}`;
}

/** The nodes a function's arguments stand for; a column or a span of years stands for each of its cells. */
export function spread(node: Expression, context: Context): readonly Worked[] {
  if (node.type !== "name") return [context.evaluate(node, context)];
  const target = context.find(node);
  if (target.type === "failed") return [failed];
  return target.type === "one"
    ? [fromFigure(target.figure, context.style)]
    : target.figures.map((figure) => fromFigure(figure, context.style));
}
