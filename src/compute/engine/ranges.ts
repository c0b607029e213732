// Ranges carried through: a formula that names a figure with a lower and an upper value has both ends of its own.

import { typed } from "../formula/derivation.ts";
import { type Expression, spanOf } from "../formula/expression.ts";
import type { Value } from "../model.ts";
import { createBounds, type End, type Ends } from "./bounds.ts";
import { type Definition, type Entry, isOne, type Made, type Names } from "./names.ts";

type Name = Expression & { type: "name" };

/** A formula as a definition works it out, before anything is. */
export interface Formula {
  readonly expression: Expression;
  readonly unit: string | undefined;
  /** What stands behind a name in it. */
  readonly entry: (name: string) => Entry | undefined;
}

/** What carrying ranges asks of an engine. */
export interface Carrier {
  readonly names: Names;
  /** The formula of a definition or figure that is one and nothing else. */
  readonly formula: (make: () => Made) => Formula | undefined;
  readonly compute: (expression: Expression, unit: string | undefined) => Made;
}

const unknown: Made = { value: { type: "empty", empty: "n/a" }, derivation: typed };

// These registers have names of their own for what they make of a range.
const ownRanges = ["benefits.", "adjust.", "phase.", "risks."];

/** "a" for `a.central`, whose ends are `a.lower` and `a.upper`. */
const baseOf = (name: string) => name.replace(/\.central$/, "");

/**
 * Names `.lower`, `.upper` and `.central` of every formula that rests on one of the ranged figures. One pass over all
 * formulas finds who names whom, and only what can be reached from a ranged figure is looked at again.
 */
export function carryRanges(ranged: ReadonlySet<string>, carrier: Carrier): void {
  const { names } = carrier;
  const carried = new Set<string>();
  const users = usersOf(carrier);
  const open = [...ranged];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (carried.has(name) || !hasEnds(name, names, ranged)) continue;
    carried.add(name);
    open.push(...(users.get(name) ?? []));
  }
  const all = [...names.all()];
  for (const name of all) if (carried.has(name)) nameEnds(name, carried, carrier);
  for (const alias of all) {
    const entry = names.get(alias);
    if (!isOne(entry) || entry.name === alias || !carried.has(entry.name)) continue;
    for (const end of ["lower", "central", "upper"]) names.alias(`${alias}.${end}`, `${baseOf(entry.name)}.${end}`);
  }
}

/** Whether a figure has ends, or may be given them: their names are still free. */
function hasEnds(name: string, names: Names, ranged: ReadonlySet<string>): boolean {
  if (/\.(lower|upper)$/.test(name)) return false;
  const base = baseOf(name);
  const taken = [`${base}.lower`, `${base}.upper`].filter((end) => names.get(end) !== undefined).length;
  if (ranged.has(name)) return taken === 2;
  return ownRanges.some((register) => name.startsWith(register)) ? taken === 2 : taken === 0;
}

/** Canonical names of the figures that name each figure in their formulas. */
function usersOf(carrier: Carrier): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { name, make } of carrier.names.recipes()) {
    const formula = carrier.formula(make);
    if (!formula) continue;
    for (const used of figuresIn(formula.expression, formula, carrier.names)) {
      const list = users.get(used);
      if (list) list.push(name);
      else users.set(used, [name]);
    }
  }
  return users;
}

function figuresIn(e: Expression, formula: Formula, names: Names): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Expression): void => {
    switch (node.type) {
      case "number":
        return;
      case "name":
        for (const name of spanOf(node) ?? [node.segments.join(".")])
          for (const member of membersOf(formula.entry(name), names)) found.add(member);
        return;
      case "negative":
        visit(node.of);
        return;
      case "binary":
      case "comparison":
        visit(node.left);
        visit(node.right);
        return;
      case "call":
        for (const argument of node.arguments) visit(argument);
    }
  };
  visit(e);
  return found;
}

/** Canonical names of the figures behind a name. */
function membersOf(entry: Entry | undefined, names: Names): readonly string[] {
  if (!entry) return [];
  if (isOne(entry)) return [entry.name];
  if (entry.type === "refused") return [];
  return entry.names.flatMap((member) => {
    const one = names.get(member);
    return isOne(one) ? [one.name] : [];
  });
}

function nameEnds(name: string, carried: ReadonlySet<string>, carrier: Carrier): void {
  const { names } = carrier;
  const entry = names.get(name);
  const base = baseOf(name);
  if (!isOne(entry) || names.get(`${base}.lower`) !== undefined) return;
  const make = names.recipe(entry);
  if (!make) return;
  const { label, decimals, origin } = entry;
  for (const end of ["lower", "upper"] as const) {
    const definition: Definition = {
      name: `${base}.${end}`,
      label: `${label}, ${end}`,
      decimals,
      origin,
      make: () => makeEnd(end, { name, make }, carried, carrier),
    };
    names.add(definition.name, definition);
  }
  names.alias(`${base}.central`, name);
}

/** One end worked out; where none can be told, as where a divisor may be zero, it is n/a. */
function makeEnd(
  end: End,
  { name, make }: { readonly name: string; readonly make: () => Made },
  carried: ReadonlySet<string>,
  carrier: Carrier,
): Made {
  const formula = carrier.formula(make);
  if (!formula) return unknown;
  const { names } = carrier;
  const value = (expression: Expression): Value => quiet(carrier, expression, undefined).value;
  const bound = createBounds(endsOf(formula, carried, names, value))(formula.expression, end);
  const made = bound && quiet(carrier, bound, formula.unit);
  if (!made) return unknown;
  const central = names.get(name);
  const broken = !isOne(central) || names.force(central).value.type === "broken";
  return made.value.type === "broken" && !broken ? unknown : made;
}

function quiet(carrier: Carrier, expression: Expression, unit: string | undefined): Made {
  return carrier.names.quietly(() => carrier.compute(expression, unit));
}

function endsOf(formula: Formula, carried: ReadonlySet<string>, names: Names, value: Ends["value"]): Ends {
  const whole = (name: string): Name => ({ type: "name", segments: [name] });
  const members = (name: Name): readonly Name[] =>
    (spanOf(name) ?? [name.segments.join(".")]).flatMap((one) => {
      const entry = formula.entry(one);
      if (isOne(entry)) return [whole(entry.name)];
      const found = membersOf(entry, names);
      return found.some((member) => carried.has(member)) ? found.map(whole) : [name];
    });
  return {
    value,
    spread: members,
    end: (name, end) => {
      const entry = formula.entry(name.segments.join("."));
      if (isOne(entry)) return carried.has(entry.name) ? whole(`${baseOf(entry.name)}.${end}`) : undefined;
      if (entry?.type !== "list") return undefined;
      // A column as one argument: the list of its cells' ends.
      const own = membersOf(entry, names);
      if (!own.some((member) => carried.has(member))) return undefined;
      const list = `${entry.words}.${end}`;
      names.add(list, {
        type: "list",
        names: own.map((member) => (carried.has(member) ? `${baseOf(member)}.${end}` : member)),
        words: list,
      });
      return whole(list);
    },
  };
}
