// Names and what they stand for: worked out when first asked for, once, with loops found on the way.
import { isFinancialYear, type Quantity } from "../../schemas/scalars.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Source, Span } from "../source.ts";
import { evaluate } from "./evaluate.ts";
import { type Expression, functionNames, nameText, parseFormula } from "./expression.ts";
import { locator } from "./locate.ts";
import type { Derivation, Figure, NumberStyle, Value } from "./model.ts";
import { exact, isMoney, powerOfTen, scaleBetween } from "./money.ts";
import type { SyntaxProblem } from "./tokens.ts";
import {
  brokenValue,
  type Context,
  type Fault,
  failed,
  numberValue,
  shifted,
  type Target,
  type Worked,
} from "./worked.ts";
import { yearsBetween } from "./years.ts";

/** What a figure comes to, before it has its name. */
export interface Made {
  readonly value: Value;
  readonly derivation: Derivation;
}

/** Names that are short for others, such as a column in its own row. */
export interface Scope {
  readonly fullName: (name: string) => string | undefined;
  readonly names: readonly string[];
}

interface Definition {
  readonly name: string;
  readonly label: string;
  readonly decimals: number | undefined;
  readonly origin: Span | undefined;
  readonly make: () => Made;
}

interface One {
  readonly type: "one";
  readonly definition: Definition;
  state: "idle" | "working" | Figure;
}

type Entry =
  | One
  | { readonly type: "list"; readonly names: readonly string[]; readonly words: string }
  /** Something that has a name but no value there; asking for it is reported. */
  | { readonly type: "refused"; readonly refuse: (at: Span | undefined, asked: string) => Diagnostic };

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
  /** Names a figure; the first definition of a name stays. */
  define(definition: Definition): void;
  alias(alias: string, name: string): void;
  list(name: string, names: readonly string[], words: string): void;
  refuse(name: string, refuse: (at: Span | undefined, asked: string) => Diagnostic): void;
  /** The figure of a name, worked out; undefined when nothing single has this name. */
  figure(name: string): Figure | undefined;
  /** Value of a name that we defined ourselves. */
  value(name: string): Value;
  names(): IterableIterator<string>;
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

// Beyond so many figures, or nodes of their formulas, a chain is taken up again from its far end.
const longestChain = 40;
const deepest = 120;

const typed: Derivation = { type: "typed" };

/** A figure whose cause was reported. */
export const brokenMade: Made = { value: brokenValue, derivation: typed };

/** An engine without names yet. */
export function createEngine(around: Surroundings): Engine {
  const { style } = around;
  const entries = new Map<string, Entry>();
  const problems: Diagnostic[] = [];
  const stack: One[] = [];
  let deferred: One | undefined;
  let depth = 0;

  /** Works a figure out. A long chain is taken up again from its far end, so that no chain exhausts the stack. */
  function force(entry: One): Figure {
    if (stack.length > 0 || typeof entry.state === "object") return forceOnce(entry);
    const pending = [entry];
    for (;;) {
      const next = pending.at(-1) ?? entry;
      deferred = undefined;
      const figure = forceOnce(next);
      const later: One | undefined = takeDeferred();
      if (later && pending.includes(later)) {
        later.state = loopAt(later, [...pending.slice(pending.indexOf(later)), later]);
      } else if (later) pending.push(later);
      else {
        pending.pop();
        if (pending.length === 0) return figure;
      }
    }
  }

  function takeDeferred(): One | undefined {
    const later = deferred;
    deferred = undefined;
    return later;
  }

  function bare(definition: Definition): Figure {
    const { name, label, decimals, origin } = definition;
    return { name, label, decimals, origin, ...brokenMade };
  }

  function loopAt(entry: One, loop: readonly One[]): Figure {
    const names = loop.map((e) => e.definition.name);
    problems.push(report("figure/cycle", entry.definition.origin, { loop: names }));
    return bare(entry.definition);
  }

  function forceOnce(entry: One): Figure {
    const { definition } = entry;
    if (typeof entry.state === "object") return entry.state;
    if (entry.state === "working") return loopAt(entry, [...stack.slice(stack.indexOf(entry)), entry]);
    if (deferred || stack.length >= longestChain || depth >= deepest) {
      deferred ??= entry;
      return bare(definition);
    }
    entry.state = "working";
    stack.push(entry);
    const figure: Figure = { ...bare(definition), ...definition.make() };
    stack.pop();
    entry.state = deferred ? "idle" : figure;
    return figure;
  }

  function find(name: Expression & { type: "name" }, at: Span | undefined, scope: Scope | undefined): Target {
    const last = name.segments.at(-1) ?? "";
    if (name.to !== undefined && isFinancialYear(last)) {
      const head = name.segments.slice(0, -1).join(".");
      const figures: Figure[] = [];
      for (const year of yearsBetween(last, name.to)) {
        const target = findOne(head === "" ? year : `${head}.${year}`, at, scope);
        if (target.type !== "one") return { type: "failed" };
        figures.push(target.figure);
      }
      return { type: "list", figures, words: nameText(name) };
    }
    return findOne(name.segments.join("."), at, scope);
  }

  function entryOf(asked: string, scope: Scope | undefined): Entry | undefined {
    const inScope = scope?.fullName(asked);
    const direct = (inScope === undefined ? undefined : entries.get(inScope)) ?? entries.get(asked);
    if (direct) return direct;
    // table.column.row is the same cell as table.row.column.
    const [last, before, ...rest] = asked.split(".").reverse();
    if (last === undefined || before === undefined || rest.length === 0) return undefined;
    return entries.get([...rest.reverse(), last, before].join("."));
  }

  function findOne(asked: string, at: Span | undefined, scope: Scope | undefined): Target {
    const entry = entryOf(asked, scope);
    if (!entry) {
      if (!around.leftOut(asked)) problems.push(unknownName(asked, at, scope));
      return { type: "failed" };
    }
    if (entry.type === "one") return { type: "one", figure: force(entry) };
    if (entry.type === "refused") {
      problems.push(entry.refuse(at, asked));
      return { type: "failed" };
    }
    const figures = entry.names.flatMap((name) => {
      const member = entries.get(name);
      return member?.type === "one" ? [force(member)] : [];
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
    return report("figure/unknown-name", at, {
      name: asked,
      nearest: nearest(asked, [...(scope?.names ?? []), ...entries.keys()]),
    });
  }

  function context(place: (node: Expression) => Span | undefined, reading: Pick<Reading, "scope" | "where">): Context {
    return {
      style,
      find: (name) => find(name, place(name), reading.scope),
      count: around.count,
      fault: (node, fault) => problems.push(reportFault(fault, place(node), reading.where)),
      evaluate: (node, inner) => {
        depth++;
        const worked = evaluate(node, inner);
        depth--;
        return worked;
      },
    };
  }

  function work(text: string, reading: Reading): Worked {
    const parsed = parseFormula(text);
    const locate = locator(around.files, reading.at, text);
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
      return {
        ...worked,
        value: numberValue(value.exact.times(powerOfTen(by)), unit),
        excel: shifted(worked.excel, worked.binds, by),
        binds: 2,
      };
    }
    const plain = value.unit === "number";
    const takes = worked.bare || (plain && !isMoney(unit)) || (unit === "number" && !isMoney(value.unit));
    if (takes) return { ...worked, value: numberValue(value.exact, unit) };
    problems.push(report("figure/wrong-unit", at, { found: plain ? "plain numbers" : value.unit, wanted: unit }));
    return failed;
  }

  function made(worked: Worked): Made {
    if (worked.value.type === "broken") return brokenMade;
    const { sentence, excel, inputs } = worked;
    return { value: worked.value, derivation: { type: "computed", sentence, excel, inputs } };
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

  function figure(name: string): Figure | undefined {
    const entry = entryOf(name, undefined);
    return entry?.type === "one" ? force(entry) : undefined;
  }

  function add(name: string, entry: Entry): void {
    if (!entries.has(name)) entries.set(name, entry);
  }

  return {
    style,
    problems,
    define: (definition) => add(definition.name, { type: "one", definition, state: "idle" }),
    alias: (alias, name) => {
      const entry = entries.get(name);
      if (entry) add(alias, entry);
    },
    list: (name, names, words) => add(name, { type: "list", names, words }),
    refuse: (name, refuse) => add(name, { type: "refused", refuse }),
    figure,
    value: (name) => figure(name)?.value ?? brokenValue,
    names: () => entries.keys(),
    read,
    compute: (expression, unit) => {
      const surroundings = context(() => undefined, {});
      return made(inUnitOf(surroundings.evaluate(expression, surroundings), unit, undefined));
    },
    work,
  };
}

function reportFault(fault: Fault, at: Span | undefined, where: string | undefined): Diagnostic {
  switch (fault.type) {
    case "units":
      return report("figure/units", at, fault);
    case "zero":
      return report("figure/division-by-zero", at, { divisor: fault.divisor, where });
    case "list":
      return report("figure/list", at, fault);
    case "words":
      return report("figure/not-a-number", at, fault);
    case "comparison":
      return report("figure/comparison", at, {});
    case "arguments":
      return report("figure/arguments", at, fault);
  }
}

const instead: Readonly<Record<string, string>> = {
  "×": "*",
  "÷": "/",
  "−": "- with spaces round it",
  "–": "- with spaces round it",
  "£": "the digits only; the unit belongs to the figure or column",
  "^": "a product: rate * rate",
};

function reportSyntax(problem: SyntaxProblem, at: Span | undefined): Diagnostic {
  switch (problem.type) {
    case "expected":
      return report("figure/syntax", at, problem);
    case "stray":
      return report("figure/stray-character", at, {
        text: problem.text,
        instead: Object.hasOwn(instead, problem.text) ? instead[problem.text] : undefined,
      });
    case "spaces":
      return report("figure/spaces", at, problem);
    case "thousands":
      return report("figure/thousands", at, problem);
    case "span":
      return report("figure/year-span", at, problem);
    case "function":
      return report("figure/unknown-function", at, {
        name: problem.name,
        nearest: nearest(problem.name, functionNames),
      });
    case "depth":
      return report("figure/too-deep", at, {});
  }
}
