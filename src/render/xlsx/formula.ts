// A figure's Excel face with its names as addresses.
import { rangeOf, rangeText } from "./address.ts";
import type { Address } from "./book.ts";
import { type Part, readFace } from "./face.ts";
import { fold } from "./fold.ts";

/** What a formula needs to know of the workbook. */
export interface Surroundings {
  /** Sheet the formula stands on. */
  readonly sheet: string;
  readonly home: (figure: string) => Address | undefined;
  /** True for an empty cell, or one whose words keep it out of this sum for now: a range may reach over it. */
  readonly passes: (at: Address) => boolean;
  /** Lays values that do not stand side by side into a row of their own, as formulas, and says where. */
  readonly lay: (formulas: readonly string[]) => string;
  /** Where a search for a rate starts; near enough to it also where the rate is all but −100%. */
  readonly guess: number | undefined;
}

/** A formula without "=", or why there is none. */
export type Formula = { readonly formula: string } | { readonly why: string };

/** Excel's limits: characters of a formula, arguments of a call. */
const longest = 8192;
const mostArguments = 255;
// Words in quotes inside a formula.
const longestWords = 255;

/** Writes a face as a formula for its place. */
export function translate(face: string, around: Surroundings): Formula {
  const parts = readFace(face);
  if (!parts) return { why: "formula too deep" };
  const writer = new Writer(around);
  const formula = writer.sequence(parts);
  if (writer.why !== undefined) return { why: writer.why };
  for (const [quoted] of formula.matchAll(/"(?:[^"]|"")*"/g))
    if (quoted.length - 2 > longestWords) return { why: "words too long for a formula" };
  return formula.length > longest ? { why: "formula too long" } : { formula };
}

type Call = Extract<Part, { readonly type: "call" }>;

class Writer {
  why: string | undefined;
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  sequence(parts: readonly Part[]): string {
    return parts.map((part) => this.#part(part)).join("");
  }

  #part(part: Part): string {
    switch (part.type) {
      case "text":
        return part.text;
      case "figure": {
        const home = this.#around.home(part.name);
        if (!home) this.why = `${part.name} is not in the workbook`;
        return home ? rangeText(rangeOf(home), this.#around.sheet) : "";
      }
      case "call":
        return this.#call(part);
    }
  }

  #call(call: Call): string {
    switch (call.name) {
      case "SUM":
        return this.#grouped("SUM", this.#folded(flattened(call).map(bare), true));
      case "MIN":
      case "MAX":
        return this.#grouped(call.name, this.#folded(flattened(call), true));
      case "COUNT":
        return this.#counted(this.#folded(call.arguments, true));
      case "AVERAGE":
        return this.#limited("AVERAGE", this.#folded(call.arguments, true));
      case "NPV": {
        const [rate = [], ...flows] = call.arguments;
        return this.#limited("NPV", [this.sequence(rate), ...this.#folded(flows, false)]);
      }
      case "IRR":
        return this.#rate(call);
      default:
        return this.#limited(
          call.name,
          call.arguments.map((a) => this.sequence(a)),
        );
    }
  }

  /** Arguments as written, with those that are cells side by side as ranges. */
  #folded(list: readonly (readonly Part[])[], skips: boolean): readonly string[] {
    const { sheet, passes } = this.#around;
    const out: string[] = [];
    let run: Address[] = [];
    // These functions pass over empty cells and words in a range; those that count on positions do not.
    const bridges = (at: Address) => skips && passes(at);
    const flush = () => {
      out.push(...fold(run, { bridges, unordered: skips }).map((range) => rangeText(range, sheet)));
      run = [];
    };
    for (const argument of list) {
      const home = this.#home(argument);
      if (home) run.push(home);
      else {
        flush();
        out.push(this.sequence(argument));
      }
    }
    flush();
    return out;
  }

  #home(argument: readonly Part[]): Address | undefined {
    const [only, ...more] = argument;
    return only?.type === "figure" && more.length === 0 ? this.#around.home(only.name) : undefined;
  }

  /** A call of groups of calls where there are too many arguments for one. */
  #grouped(name: string, list: readonly string[]): string {
    if (list.length <= mostArguments) return `${name}(${list.join(",")})`;
    return this.#grouped(
      name,
      groups(list).map((group) => `${name}(${group.join(",")})`),
    );
  }

  #counted(list: readonly string[]): string {
    const counts = groups(list).map((group) => `COUNT(${group.join(",")})`);
    return counts.length === 1 ? (counts[0] ?? "") : `(${counts.join("+")})`;
  }

  #limited(name: string, list: readonly string[]): string {
    if (list.length > mostArguments) this.why = "formula too long";
    return `${name}(${list.join(",")})`;
  }

  /** Flows that do not stand side by side are laid out first: LibreOffice reads no union, older Excels no made-up array. */
  #rate(call: Call): string {
    const [first = [], given] = call.arguments;
    const list = listed(first);
    const flows = this.#folded(list ?? call.arguments, false);
    const [range = ""] = flows;
    const { guess, lay } = this.#around;
    const side = flows.length === 1 && range.includes(":");
    const at = side ? range : lay(this.#single(list ?? call.arguments));
    const start =
      guess !== undefined
        ? String(Number(guess.toPrecision(6))).toUpperCase()
        : list && given
          ? this.sequence(given)
          : "";
    return `IRR(${at}${start === "" ? "" : `,${start}`})`;
  }

  /** Each argument as a formula that stands elsewhere. */
  #single(list: readonly (readonly Part[])[]): readonly string[] {
    const elsewhere = new Writer({ ...this.#around, sheet: "" });
    const formulas = list.map((argument) => elsewhere.sequence(argument));
    this.why ??= elsewhere.why;
    return formulas;
  }
}

/** Arguments with those of the same calls inside it: the sum of sums is one sum, which ranges make short. */
function flattened(call: Call): readonly (readonly Part[])[] {
  return call.arguments.flatMap((argument) => {
    const [only, ...more] = argument;
    return only?.type === "call" && only.name === call.name && more.length === 0 ? flattened(only) : [argument];
  });
}

/** What a union in brackets, or a CHOOSE over an array of positions, holds. */
function listed(argument: readonly Part[]): readonly (readonly Part[])[] | undefined {
  const [only, ...more] = argument;
  if (only?.type !== "call" || more.length > 0) return undefined;
  if (only.name === "") return only.arguments;
  const [positions, ...values] = only.arguments;
  const array = positions?.[0];
  return only.name === "CHOOSE" && array?.type === "text" && array.text.startsWith("{") ? values : undefined;
}

/** `N(cell)` as the cell: a sum passes over words anyway. */
function bare(argument: readonly Part[]): readonly Part[] {
  const [only, ...more] = argument;
  if (only?.type !== "call" || only.name !== "N" || more.length > 0) return argument;
  const [inside = [], ...others] = only.arguments;
  return others.length === 0 && inside.length === 1 && inside[0]?.type === "figure" ? inside : argument;
}

function groups(list: readonly string[]): readonly (readonly string[])[] {
  const made: string[][] = [];
  for (let i = 0; i < list.length; i += mostArguments) made.push(list.slice(i, i + mostArguments));
  return made;
}
