// Cells that hold figures: a number or a live formula, its format, and a note that says how it came about.

import { Derived, type Told } from "../../compute/formula/derivation.ts";
import type { CellModel, DocumentModel, Figure, Value } from "../../compute/model.ts";
import { plainValue } from "../../compute/numbers/format.ts";
import type { Span } from "../../source.ts";
import { rangeOf, rangeText } from "./address.ts";
import type { Address, Cell, Style } from "./book.ts";
import { type Formula, translate } from "./formula.ts";
import { isValue, type Places } from "./places.ts";
import type { Workings } from "./workings.ts";

/** What a cell of a figure is made from. */
export interface ValueCell {
  readonly at: Address;
  readonly value: Value;
  readonly figure: Figure | undefined;
  /** Said by the table where no figure says it. */
  readonly computed: boolean;
  readonly format: string;
  readonly origin: Span | undefined;
  readonly row: Style["row"];
  readonly align?: Style["align"];
  /** How the figure came about, where the sheet has asked already. */
  readonly told?: Told | undefined;
  /** True where the sheet says in its own columns what a note would say. */
  readonly silent?: true;
}

/** How a computed figure came about: its sentence, formula and inputs at once, since each alone costs as much. */
export function toldOf({ derivation }: Figure): Told | undefined {
  if (derivation.type === "typed") return undefined;
  return derivation instanceof Derived ? derivation.tell() : derivation;
}

/** A cell that is worked out but holds no formula. */
export interface ValueOnly {
  readonly at: Address;
  readonly figure: string;
  readonly why: string;
}

type CellKind = "Input" | "Computed";

// Shape ids of notes come in blocks of 1,024 for each sheet; Excel offers to repair a file that overruns them.
const mostNotes = 1000;
const sentenceLength = 200;

/** Makes cells of figures, and keeps count of what they need. */
export class ValueCells {
  readonly valueOnly: ValueOnly[] = [];
  readonly #model: DocumentModel;
  readonly #places: Places;
  readonly #workings: Workings;
  readonly #source: (span: Span | undefined) => string;
  readonly #notes = new Map<string, number>();

  constructor(model: DocumentModel, places: Places, workings: Workings, source: (span: Span | undefined) => string) {
    this.#model = model;
    this.#places = places;
    this.#workings = workings;
    this.#source = source;
  }

  /** How a cell came about, in a word. */
  kind(cell: Pick<CellModel, "content" | "computed" | "name">): CellKind | undefined {
    if (!isValue(cell.content)) return undefined;
    const figure = cell.name === undefined ? undefined : this.#places.figure(cell.name);
    return (figure ? figure.derivation.type === "computed" : cell.computed) ? "Computed" : "Input";
  }

  cell(made: ValueCell): Cell {
    const { at, value, figure, row, align } = made;
    const result = value.type === "number" ? value.exact.toNumber() : plainValue(value, undefined, this.#model.style);
    const home = figure && this.#places.home(figure.name);
    const repeated = home && !sameCell(home, at) ? home : undefined;
    const computed = figure ? figure.derivation.type === "computed" : made.computed;
    // A cell that repeats another says so by its formula.
    const told = repeated || !figure ? undefined : (made.told ?? toldOf(figure));
    const written: Formula | undefined = repeated
      ? { formula: rangeText(rangeOf(repeated), at.sheet) }
      : told && figure
        ? this.#formula(figure, told, result, at)
        : undefined;
    const why = written && "why" in written ? written.why : computed && !written ? "no formula" : undefined;
    if (why !== undefined) this.valueOnly.push({ at, figure: figure?.name ?? "", why });
    const role = !computed ? "input" : why === undefined ? "computed" : "value-only";
    const note = repeated || made.silent ? undefined : this.#note(made, computed, told, why);
    return {
      content:
        written && "formula" in written
          ? { type: "formula", formula: written.formula, result }
          : typeof result === "number"
            ? { type: "number", value: result }
            : { type: "text", text: result },
      style: { role, row, align: align ?? "right" },
      format: made.format,
      ...(note === undefined ? {} : { note }),
    };
  }

  #formula(figure: Figure, { excel, inputs }: Told, result: number | string, at: Address): Formula {
    const { value } = figure;
    if (excel === "" || value.type === "broken") return { why: "no formula" };
    const face = value.type === "empty" || value.type === "open" ? this.#waiting(value, inputs, excel) : excel;
    if (face === undefined) return { why: "no number" };
    // Asked for only where words stand between the parts of a sum.
    let summed: ReadonlySet<string> | undefined;
    const inputNames = () => {
      summed ??= new Set(inputs.map((name) => this.#places.figure(name)?.name ?? name));
      return summed;
    };
    return translate(face, {
      sheet: at.sheet,
      home: this.#places.home,
      passes: (cell) => this.#passes(cell, inputNames),
      lay: (formulas) => this.#workings.lay(figure, formulas),
      guess: typeof result === "number" ? result : undefined,
    });
  }

  /** Words until the values they wait for are numbers; the formula then takes over. */
  #waiting(value: Value, inputs: readonly string[], excel: string): string | undefined {
    const text = `"${plainValue(value, undefined, this.#model.style).replaceAll('"', '""')}"`;
    const inputValue = (name: string) => this.#places.figure(name)?.value;
    const count = (list: readonly string[]) => `COUNT(${list.map((name) => `[[${name}]]`).join(",")})`;
    const missing = inputs.filter((name) => {
      const input = inputValue(name);
      return input?.type !== "number" && !(input?.type === "empty" && input.empty === "nil");
    });
    if (missing.length > 0) return `IF(${count(missing)}=${missing.length},${excel},${text})`;
    if (value.type !== "empty" || value.empty !== "nil" || inputs.length === 0) return undefined;
    return inputs.some((name) => inputValue(name)?.type === "number")
      ? `IF(${excel}=0,${text},${excel})`
      : `IF(${count(inputs)}=0,${text},${excel})`;
  }

  #passes(at: Address, summed: () => ReadonlySet<string>): boolean {
    const cell = this.#places.standsAt(at);
    if (cell === undefined) return false;
    if (cell === "blank" || cell.content.type === "blank") return true;
    if (cell.content.type === "number" || cell.name === undefined) return false;
    return summed().has(this.#places.figure(cell.name)?.name ?? cell.name);
  }

  #words({ value, figure, origin }: ValueCell, computed: boolean, told: Told | undefined, why?: string): string {
    const waits = value.type === "open" ? ` Not known yet: due from ${value.owner} by ${value.due}.` : "";
    if (!computed) {
      const place = this.#source(figure?.origin ?? origin);
      return `Input.${place === "" ? "" : ` ${place}`}${waits}`;
    }
    const sentence = told ? shortened(told.sentence) : "";
    const start = why === undefined ? "Computed" : `Computed, value only (${why})`;
    return `${start}${sentence === "" ? "." : `: ${sentence}`}${waits}`;
  }

  #note(made: ValueCell, computed: boolean, told: Told | undefined, why: string | undefined): string | undefined {
    const { sheet } = made.at;
    const count = (this.#notes.get(sheet) ?? 0) + 1;
    this.#notes.set(sheet, count);
    return count > mostNotes ? undefined : this.#words(made, computed, told, why);
  }

  /** Sheets with more figures than notes. */
  withoutNotes(): readonly string[] {
    return [...this.#notes].filter(([, count]) => count > mostNotes).map(([sheet]) => sheet);
  }
}

function sameCell(a: Address, b: Address): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}

function shortened(sentence: string): string {
  return sentence.length <= sentenceLength ? sentence : `${sentence.slice(0, sentenceLength - 1).trimEnd()}…`;
}
