// What authors and registers ask of numbers: to name them, read them, and work formulas over them out.
import type { Quantity } from "../../../schemas/scalars.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Source, Span } from "../../source.ts";
import { Derived, typed } from "../formula/derivation.ts";
import { evaluate } from "../formula/evaluate.ts";
import { type Expression, nameText, spanOf } from "../formula/expression.ts";
import { reportFault, reportSyntax } from "../formula/fault-reports.ts";
import { formulaReader } from "../formula/formula-reader.ts";
import { locator } from "../formula/locate.ts";
import type { Place } from "../formula/tokens.ts";
import {
  brokenValue,
  type Context,
  type Face,
  failed,
  numberValue,
  shifted,
  type Target,
  type Worked,
} from "../formula/worked.ts";
import type { Figure, NumberStyle, Value } from "../model.ts";
import { exact, isMoney, powerOfTen, scaleBetween } from "../numbers/money.ts";
import { FigureView } from "./figure-view.ts";
import { brokenMade, createNames, type Definition, type Entry, type Hidden, isOne, type Made } from "./names.ts";
import { carryRanges, type Formula } from "./ranges.ts";

export { brokenMade, type Made };

/** Names that are short for others, such as a column in its own row. */
export interface Scope {
  readonly fullName: (name: string) => string | undefined;
  readonly names: readonly string[];
}

/** How a typed or computed quantity is to be read. */
interface Reading {
  /** Unit it is declared in; without one it has the unit it is written or computed in. */
  readonly unit?: string | undefined;
  readonly at: Span | undefined;
  readonly scope?: Scope;
  /** Said in messages about one row of many. */
  readonly where?: string | undefined;
}

export interface Engine {
  readonly style: NumberStyle;
  readonly problems: Diagnostic[];
  /** Figures that lost their name to another one. */
  readonly hidden: readonly Hidden[];
  /** Names a figure; the first definition of a name stays. */
  define(definition: Definition): void;
  alias(alias: string, name: string): void;
  list(name: string, names: readonly string[], words: string): void;
  refuse(name: string, refuse: (at: Span | undefined, asked: string) => Diagnostic): void;
  /** The figure of a name, worked out; undefined when nothing single has this name. */
  figure(name: string): Figure | undefined;
  /** Value of a name that we defined ourselves. */
  value(name: string): Value;
  /** Says that a figure has a lower and an upper value, named after it. */
  ranged(name: string): void;
  /** Names the ends of every formula that rests on a ranged figure; once, when all names are there. */
  carryRanges(): void;
  names(): IterableIterator<string>;
  /** Every figure by name, worked out. */
  figures(): ReadonlyMap<string, Figure>;
  /** Reads what an author wrote for a number. */
  read(quantity: Quantity, reading: Reading): Made;
  /** Works out a formula of our own making. */
  compute(expression: Expression, unit?: string): Made;
  /** Works out an author's formula to the last node; used for identities. */
  work(text: string, reading: Reading): Worked;
}

export interface Surroundings {
  readonly style: NumberStyle;
  readonly files: ReadonlyMap<string, Source>;
  readonly count: (name: string) => number | undefined;
  /** True for a name whose entry was written but could not be read; it was reported then. */
  readonly leftOut: (name: string) => boolean;
}

const told = (worked: Worked): Face => worked.face();

/** Stands for the value of a recipe that is only read. */
const tracedMade: Made = { ...brokenMade };

const mostCompared = 20_000_000;

/** An engine without names yet. */
export function createEngine(around: Surroundings): Engine {
  const { style } = around;
  const names = createNames((at) => /^["']?\s*=/.test(around.files.get(at.file)?.text.slice(at.start, at.end) ?? ""));
  const { problems, nesting, force } = names;
  const parse = formulaReader();
  const ranged = new Set<string>();
  /** While a recipe is only read, its formula instead of its value. */
  let traced: Formula[] | undefined;
  const suggestions = new Map<string, { readonly name: string | undefined }>();
  let compared = 0;

  /** Reads a recipe without working it out. */
  function formulaOf(make: () => Made): Formula | undefined {
    const found: Formula[] = [];
    const outer = traced;
    traced = found;
    const made = names.quietly(make);
    traced = outer;
    return made === tracedMade && found.length === 1 ? found[0] : undefined;
  }

  function find(name: Expression & { type: "name" }, at: () => Span | undefined, scope: Scope | undefined): Target {
    const years = spanOf(name);
    if (!years) return findOne(name.segments.join("."), at, scope);
    const figures: Figure[] = [];
    for (const year of years) {
      const target = findOne(year, at, scope);
      if (target.type !== "one") return { type: "failed" };
      figures.push(target.figure);
    }
    return { type: "list", figures, words: nameText(name) };
  }

  function entryOf(asked: string, scope: Scope | undefined): Entry | undefined {
    const inScope = scope?.fullName(asked);
    const direct = (inScope === undefined ? undefined : names.get(inScope)) ?? names.get(asked);
    if (direct) return direct;
    // table.column.row is the same cell as table.row.column.
    const [last, before, ...rest] = asked.split(".").reverse();
    if (last === undefined || before === undefined || rest.length === 0) return undefined;
    return names.get([...rest.reverse(), last, before].join("."));
  }

  function findOne(asked: string, at: () => Span | undefined, scope: Scope | undefined): Target {
    const entry = entryOf(asked, scope);
    if (!entry) {
      if (!around.leftOut(asked)) problems.push(unknownName(asked, at(), scope));
      return { type: "failed" };
    }
    if (isOne(entry)) return { type: "one", figure: force(entry) };
    if (entry.type === "refused") {
      problems.push(entry.refuse(at(), asked));
      return { type: "failed" };
    }
    const figures = entry.names.flatMap((name) => {
      const member = names.get(name);
      return isOne(member) ? [force(member)] : [];
    });
    return { type: "list", figures, words: entry.words };
  }

  function unknownName(asked: string, at: Span | undefined, scope: Scope | undefined): Diagnostic {
    const known = (name: string) => entryOf(name, scope) !== undefined || /^\d+(\.\d+)?$/.test(name);
    for (let i = asked.indexOf("-"); i > 0; i = asked.indexOf("-", i + 1)) {
      const left = asked.slice(0, i);
      const right = asked.slice(i + 1);
      if (known(left) && known(right))
        return report("figure/unknown-name", at, { name: asked, hyphen: `${left} - ${right}` });
    }
    return report("figure/unknown-name", at, { name: asked, nearest: suggest(asked, scope?.names ?? []) });
  }

  /** The nearest name. A column's formula asks for the same one in every row, so answers are kept. */
  function suggest(asked: string, near: readonly string[]): string | undefined {
    const key = [asked, ...near].join(" ");
    const known = suggestions.get(key);
    if (known) return known.name;
    const all = [...near, ...names.all()];
    compared += all.length;
    // Past this there are so many unknown names that something larger is amiss than a slip of the pen.
    const name = compared > mostCompared ? undefined : nearest(asked, all);
    suggestions.set(key, { name });
    return name;
  }

  function context(place: (node: Expression) => Span | undefined, reading: Pick<Reading, "scope" | "where">): Context {
    return {
      style,
      find: (name) => find(name, () => place(name), reading.scope),
      count: around.count,
      fault: (node, fault) => problems.push(reportFault(fault, place(node), reading.where)),
      evaluate: (node, inner) => {
        nesting.depth++;
        const worked = evaluate(node, inner);
        nesting.depth--;
        return worked;
      },
    };
  }

  function work(text: string, reading: Reading): Worked {
    const parsed = parse(text);
    let located: ReturnType<typeof locator> | undefined;
    const locate = (place: Place) => {
      located ??= locator(around.files, reading.at, text);
      return located(place);
    };
    if (!parsed.expression || parsed.problems.length > 0) {
      for (const problem of parsed.problems) problems.push(reportSyntax(problem, locate(problem)));
      return failed;
    }
    const surroundings = context((node) => (node.place ? locate(node.place) : reading.at), reading);
    return surroundings.evaluate(parsed.expression, surroundings);
  }

  /** The value in the unit that was declared for it. */
  function inUnitOf(worked: Worked, unit: string | undefined, at: Span | undefined): Worked {
    const value = worked.value;
    if (value.type !== "number" || unit === undefined || value.unit === unit) return worked;
    if (isMoney(value.unit) && isMoney(unit)) {
      const by = scaleBetween(value.unit, unit);
      const face = (): Face => {
        const told = worked.face();
        return { ...told, excel: shifted(told, by), binds: 2 };
      };
      return { value: numberValue(value.exact.times(powerOfTen(by)), unit), bare: worked.bare, face };
    }
    const plain = value.unit === "number";
    const takes = worked.bare || (plain && !isMoney(unit)) || (unit === "number" && !isMoney(value.unit));
    if (takes) return { value: numberValue(value.exact, unit), bare: worked.bare, face: worked.face };
    problems.push(report("figure/wrong-unit", at, { found: plain ? "plain numbers" : value.unit, wanted: unit }));
    return failed;
  }

  function made(worked: Worked): Made {
    if (worked.value.type === "broken") return brokenMade;
    return { value: worked.value, derivation: new Derived(told, worked) };
  }

  function read(quantity: Quantity, reading: Reading): Made {
    const { unit, at } = reading;
    switch (quantity.kind) {
      case "number": {
        const value = exact(quantity.text);
        // In a column of percentages 46 is 46%.
        return {
          value: unit === "%" ? numberValue(value.dividedBy(100), "%") : numberValue(value, unit ?? "number"),
          derivation: typed,
        };
      }
      case "percent": {
        if (unit !== undefined && unit !== "%") {
          problems.push(
            report("figure/wrong-unit", at, { found: "%", wanted: unit === "number" ? "plain numbers" : unit }),
          );
          return brokenMade;
        }
        return { value: numberValue(exact(quantity.text).dividedBy(100), "%"), derivation: typed };
      }
      case "formula":
        if (traced) {
          const { expression, problems: wrong } = parse(quantity.text);
          const entry = (name: string) => entryOf(name, reading.scope);
          if (expression && wrong.length === 0) traced.push({ expression, unit, entry });
          return tracedMade;
        }
        return made(inUnitOf(work(quantity.text, reading), unit, at));
      case "rest":
        problems.push(report("figure/rest", at, {}));
        return brokenMade;
      case "empty":
        return { value: { type: "empty", empty: quantity.empty }, derivation: typed };
      case "open":
        return {
          value: { type: "open", word: quantity.word, owner: quantity.owner, due: quantity.due },
          derivation: typed,
        };
    }
  }

  function compute(expression: Expression, unit?: string): Made {
    if (traced) {
      traced.push({ expression, unit, entry: (name) => entryOf(name, undefined) });
      return tracedMade;
    }
    // A formula of our own stands in no file: what is wrong with it is shown at the figure that needs it.
    const surroundings = context(names.place, {});
    return made(inUnitOf(surroundings.evaluate(expression, surroundings), unit, undefined));
  }

  function figure(name: string): Figure | undefined {
    const entry = entryOf(name, undefined);
    if (!isOne(entry)) return undefined;
    const outer = traced;
    traced = undefined;
    const found = force(entry);
    traced = outer;
    return found;
  }

  return {
    style,
    problems,
    hidden: names.hidden,
    define: (definition) => names.add(definition.name, definition),
    alias: names.alias,
    list: (name, members, words) => names.add(name, { type: "list", names: members, words }),
    refuse: (name, refuse) => names.add(name, { type: "refused", refuse }),
    figure,
    value: (name) => figure(name)?.value ?? brokenValue,
    ranged: (name) => {
      const entry = names.get(name);
      if (isOne(entry)) ranged.add(entry.name);
    },
    carryRanges: () => {
      if (ranged.size > 0) carryRanges(ranged, { names, formula: formulaOf, compute });
    },
    names: names.all,
    figures: () => new FigureView(names),
    read,
    compute,
    work,
  };
}
