// Names and the figures they stand for: each worked out when first asked for, once, with loops found on the way.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { Derived, type Told, typed } from "../formula/derivation.ts";
import { brokenValue } from "../formula/worked.ts";
import type { Derivation, Figure, Value } from "../model.ts";
import { createLoops } from "./loops.ts";

/** What a figure comes to, before it has its name. */
export interface Made {
  readonly value: Value;
  readonly derivation: Derivation;
}

/** A name and how to work out what it stands for. `make` may be asked again, to tell how the figure came about. */
export interface Definition {
  readonly name: string;
  readonly label: string;
  readonly decimals: number | undefined;
  readonly origin: Span | undefined;
  readonly make: () => Made;
}

interface Alias {
  readonly type: "alias";
  readonly of: string;
}

interface List {
  readonly type: "list";
  readonly names: readonly string[];
  readonly words: string;
}

/** Something that has a name but no value there; asking for it is reported. */
interface Refused {
  readonly type: "refused";
  readonly refuse: (at: Span | undefined, asked: string) => Diagnostic;
}

/** What stands behind a name that is no alias. A definition gives way to its figure, so that only the figure is kept. */
export type Entry = Definition | Figure | List | Refused;

export const isFigure = (entry: Definition | Figure): entry is Figure => "value" in entry;
export const isOne = (entry: Entry | Alias | undefined): entry is Definition | Figure =>
  entry !== undefined && !("type" in entry);

/** A figure that another one of the same name hides. */
export interface Hidden {
  readonly name: string;
  readonly at: Span | undefined;
  readonly by: Span | undefined;
}

const samePlace = (a: Span | undefined, b: Span | undefined): boolean => a?.file === b?.file && a?.start === b?.start;

export interface Names {
  readonly problems: Diagnostic[];
  readonly hidden: readonly Hidden[];
  /** How many formulas are being worked out inside each other. */
  readonly nesting: { depth: number };
  /** The first entry of a name stays. */
  add(name: string, entry: Entry): void;
  alias(alias: string, name: string): void;
  get(name: string): Entry | undefined;
  all(): IterableIterator<string>;
  force(entry: Definition | Figure): Figure;
  /** How a figure that has its own name is made; undefined for one that was typed and is there. */
  recipe(entry: Definition | Figure): (() => Made) | undefined;
  /** Place of the figure that is being worked out. */
  place(): Span | undefined;
  /** Every figure once, under its own name, that can still be made. */
  recipes(): Iterable<{ readonly name: string; readonly make: () => Made }>;
  /** Does work whose findings are known already, or do not matter; those of figures it is the first to ask for stay. */
  quietly<T>(task: () => T): T;
}

// Beyond so many figures, or nodes of their formulas, a chain is taken up again from its far end.
const longestChain = 40;
const deepest = 120;

const untold: Told = { sentence: "", excel: "", inputs: [] };

/** A figure whose cause was reported. */
export const brokenMade: Made = { value: brokenValue, derivation: typed };

/** A derivation that the recipe can be had back from. */
class Remade extends Derived<() => Made> {}

/** No names yet. `written` tells whether an author's formula stands at a place. */
export function createNames(written: (at: Span) => boolean): Names {
  const entries = new Map<string, Entry | Alias>();
  const problems: Diagnostic[] = [];
  const nesting = { depth: 0 };
  const stack: Definition[] = [];
  const looping = createLoops(written);
  const hidden: Hidden[] = [];
  let deferred: Definition | undefined;
  /** During quiet work: findings that are kept all the same. */
  let unheard: Diagnostic[] | undefined;

  function get(name: string): Entry | undefined {
    let entry = entries.get(name);
    while (entry && "type" in entry && entry.type === "alias") entry = entries.get(entry.of);
    return entry;
  }

  /** The figure of a definition if that was worked out since. */
  function settled(definition: Definition): Figure | undefined {
    const entry = entries.get(definition.name);
    return entry && "value" in entry ? entry : undefined;
  }

  function settle(figure: Figure): Figure {
    entries.set(figure.name, figure);
    return figure;
  }

  /** Works a figure out. A long chain is taken up again from its far end, so that no chain exhausts the stack. */
  function force(entry: Definition | Figure): Figure {
    if (isFigure(entry)) return entry;
    const known = settled(entry);
    if (known) return known;
    if (unheard) return heard(entry);
    if (stack.length > 0) return forceOnce(entry);
    const pending = [entry];
    const waiting = new Set(pending);
    for (;;) {
      const next = pending.at(-1) ?? entry;
      deferred = undefined;
      const figure = forceOnce(next);
      const later: Definition | undefined = takeDeferred();
      if (later && waiting.has(later)) settle(loopAt(later, [...pending.slice(pending.indexOf(later)), later]));
      else if (later) {
        pending.push(later);
        waiting.add(later);
      } else {
        pending.pop();
        waiting.delete(next);
        if (pending.length === 0) return figure;
      }
    }
  }

  function takeDeferred(): Definition | undefined {
    const later = deferred;
    deferred = undefined;
    return later;
  }

  function figureOf({ name, label, decimals, origin, make }: Definition, made: Made): Figure {
    const derivation = made.derivation.type === "typed" ? made.derivation : new Remade(retell, make);
    return { name, label, value: made.value, decimals, origin, derivation };
  }

  function loopAt(definition: Definition, loop: readonly Definition[]): Figure {
    problems.push(...looping.tell(loop.slice(0, -1)));
    return figureOf(definition, brokenMade);
  }

  function forceOnce(definition: Definition): Figure {
    const known = settled(definition);
    if (known) return known;
    const from = stack.indexOf(definition);
    if (from >= 0) return loopAt(definition, [...stack.slice(from), definition]);
    if (deferred || stack.length >= longestChain || nesting.depth >= deepest) {
      deferred ??= definition;
      return figureOf(definition, brokenMade);
    }
    stack.push(definition);
    const figure = figureOf(definition, definition.make());
    stack.pop();
    // What had to wait for something is made again when that is there.
    return deferred ? figure : settle(figure);
  }

  function quietly<T>(task: () => T): T {
    const before = problems.length;
    const outer = unheard;
    const kept: Diagnostic[] = [];
    unheard = kept;
    const result = task();
    unheard = outer;
    problems.length = before;
    problems.push(...kept);
    outer?.push(...kept);
    return result;
  }

  /** Works out a figure that nobody asked for before, in the middle of quiet work. */
  function heard(entry: Definition): Figure {
    const kept = unheard;
    const before = problems.length;
    unheard = undefined;
    const figure = force(entry);
    unheard = kept;
    kept?.push(...problems.slice(before));
    return figure;
  }

  function recipe(entry: Definition | Figure): (() => Made) | undefined {
    if (!isFigure(entry)) return entry.make;
    const { derivation } = entry;
    return derivation instanceof Remade ? derivation.from : undefined;
  }

  function* recipes() {
    for (const [name, entry] of entries) {
      const make = isOne(entry) ? recipe(entry) : undefined;
      if (make) yield { name, make };
    }
  }

  function retell(make: () => Made): Told {
    return quietly(() => {
      const { derivation } = make();
      return derivation.type === "typed" ? untold : derivation instanceof Derived ? derivation.tell() : derivation;
    });
  }

  return {
    problems,
    hidden,
    nesting,
    add: (name, entry) => {
      const there = entries.get(name);
      if (there === undefined) entries.set(name, entry);
      else if (isOne(entry) && isOne(there) && !samePlace(entry.origin, there.origin))
        hidden.push({ name, at: entry.origin, by: there.origin });
    },
    alias: (alias, name) => {
      if (entries.has(name) && !entries.has(alias)) entries.set(alias, { type: "alias", of: name });
    },
    get,
    all: () => entries.keys(),
    force,
    recipe,
    place: () => stack.findLast((definition) => definition.origin !== undefined)?.origin,
    recipes,
    quietly,
  };
}
