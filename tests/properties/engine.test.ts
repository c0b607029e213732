// Laws of the computing core: what holds for any numbers and any formula.
import fc from "fast-check";
import { expect, test } from "vitest";
import { discountFactor, internalRate, netPresentValue } from "../../src/compute/numbers/finance.ts";
import {
  compare,
  convert,
  exact,
  type MoneyUnit,
  moneyUnits,
  nearlyEqual,
  one,
  sum,
} from "../../src/compute/numbers/money.ts";
import { schedules } from "../../src/compute/numbers/rates.ts";
import { positiveRoots } from "../../src/compute/numbers/roots.ts";
import { runs } from "../support/runs.ts";
import { run } from "../unit/compute/case.ts";

const pence = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const amount = pence.map((p) => exact(p).dividedBy(100));
const rate = fc.integer({ min: 0, max: 5000 }).map((r) => exact(r).dividedBy(10000));
const unit = fc.constantFrom(...moneyUnits);

test("sums and present values are linear", () => {
  const pairs = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(pairs, amount, rate, (list, factor, at) => {
      const first = list.map(([a]) => a);
      const second = list.map(([, b]) => b);
      const joined = list.map(([a, b]) => a.times(factor).plus(b));
      expect(sum(joined).equals(sum(first).times(factor).plus(sum(second)))).toBe(true);
      const npv = (flows: typeof first) => netPresentValue(at, flows);
      expect(nearlyEqual(npv(joined), npv(first).times(factor).plus(npv(second)))).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test("formulas of sums and present values agree with the arithmetic", () => {
  fc.assert(
    fc.property(fc.array(pence, { minLength: 2, maxLength: 8 }), fc.integer({ min: 0, max: 30 }), (list, percent) => {
      const years = list.map((p, i) => `${2014 + i}/${15 + i}: ${exact(p).dividedBy(100).toFixed()}`);
      const columns = list.map((_, i) => `${2014 + i}/${15 + i}: £`);
      const span = `flows.net.2014/15..${2013 + list.length}/${14 + list.length}`;
      const c = run(
        `tables:\n  flows:\n    title: Flows\n    columns: { line: text, ${columns.join(", ")} }\n    rows:\n      - { line: Net, ${years.join(", ")} }\nfigures:\n  all: { value: "= sum(${span})" }\n  worth: { value: "= npv(${percent}%, ${span})" }\n`,
      );
      const flows = list.map((p) => exact(p).dividedBy(100));
      expect(c.findings).toEqual([]);
      expect(exact(c.value("all")).equals(sum(flows))).toBe(true);
      expect(exact(c.value("worth")).equals(netPresentValue(exact(percent).dividedBy(100), flows))).toBe(true);
    }),
    { numRuns: runs(30) },
  );
});

test("the order of definitions makes no difference to values, sentences and findings", () => {
  // Each figure may name any other, so that there are loops, unknown names and divisions by zero among them.
  const name = fc.constantFrom("a", "b", "c", "d", "e", "zz");
  const term = fc.oneof(
    name,
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.tuple(name, fc.constantFrom("+", "-", "*", "/"), name).map(([x, sign, y]) => `${x} ${sign} ${y}`),
    fc.tuple(name, name).map(([x, y]) => `sum(${x}, ${y})`),
  );
  const formulas = fc.tuple(term, term, term, term, term);
  fc.assert(
    fc.property(formulas, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (texts, order) => {
      const line = (i: number) => `  ${"abcde"[i]}: { value: "= ${texts[i]}" }\n`;
      const first = run(`figures:\n${[0, 1, 2, 3, 4].map(line).join("")}`);
      const other = run(`figures:\n${order.map(line).join("")}`);
      for (const figure of "abcde") {
        expect(other.value(figure)).toBe(first.value(figure));
        const told = (c: typeof first) => {
          const { derivation } = c.figure(figure);
          return derivation.type === "typed"
            ? ""
            : `${derivation.sentence} ${derivation.excel} ${derivation.inputs.join()}`;
        };
        expect(told(other)).toBe(told(first));
      }
      const codes = (c: typeof first) => [...new Set(c.diagnostics.map((d) => d.code))].sort();
      expect(codes(other)).toEqual(codes(first));
    }),
    { numRuns: runs(80) },
  );
});

test("an amount declared in one unit and read in others comes back as it was", () => {
  fc.assert(
    fc.property(amount, unit, unit, (value, from, to) => {
      const c = run(
        `figures:\n  a: { value: ${value.toFixed()}, unit: ${from} }\n  b: { value: = a, unit: ${to} }\n  c: { value: = b, unit: ${from} }\n  d: { value: = a - b, unit: ${to} }\n`,
      );
      expect(c.findings).toEqual([]);
      expect(exact(c.value("b")).equals(convert(value, from, to))).toBe(true);
      expect(exact(c.value("c")).equals(value)).toBe(true);
      expect(exact(c.value("d")).isZero()).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test("two units that are words never join, a plain number joins any of them, and money joins money only", () => {
  const units = ["£", "£k", "%", "days", "FTE", "per 100,000", "number"];
  const isMoney = (u: string): u is MoneyUnit => u.startsWith("£");
  const joins = (a: string, b: string) => {
    if (a === b || (isMoney(a) && isMoney(b))) return true;
    const word = (u: string) => !isMoney(u) && u !== "%";
    return word(a) && word(b) && (a === "number" || b === "number");
  };
  for (const a of units)
    for (const b of units)
      for (const formula of ["a + b", "a - b", "sum(a, b)", "max(a, b)", "if(a > b, 1, 2)"]) {
        const c = run(
          `figures:\n  a: { value: 2, unit: "${a}" }\n  b: { value: 1, unit: "${b}" }\n  x: { value: "= ${formula}" }\n`,
        );
        const fine = !c.findings.some((f) => f.startsWith("figure/units"));
        expect([a, b, formula, fine]).toEqual([a, b, formula, joins(a, b)]);
      }
});

test("ends of a formula over ranges lie on either side of its value", () => {
  const whole = fc.integer({ min: -60, max: 60 });
  const range = fc
    .tuple(whole, whole, whole)
    .map((three) => three.sort((x, y) => x - y))
    .map(([lower, central, upper]) => `{ lower: ${lower}, central: ${central}, upper: ${upper} }`);
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom("a", "b", "c", "3", "-2", "0.5"),
      fc
        .tuple(tie("formula"), fc.constantFrom("+", "-", "*", "/"), tie("formula"))
        .map(([x, o, y]) => `(${x}) ${o} (${y})`),
      fc
        .tuple(fc.constantFrom("sum", "min", "max", "average"), tie("formula"), tie("formula"))
        .map(([f, x, y]) => `${f}(${x}, ${y})`),
      tie("formula").map((x) => `abs(${x})`),
      tie("formula").map((x) => `round(${x}, 1)`),
      fc
        .tuple(tie("formula"), fc.constantFrom(">", "<=", "<>"), tie("formula"))
        .map(([x, o, y]) => `if(${x} ${o} ${y}, ${x}, ${y})`),
      fc.tuple(tie("formula"), tie("formula")).map(([x, y]) => `npv(5%, ${x}, ${y})`),
    ),
  }));
  fc.assert(
    fc.property(range, range, formula, (a, b, text) => {
      const c = run(
        `figures:\n  a: { value: ${a} }\n  b: { value: ${b} }\n  c: { value: 4 }\n  x: { value: "= ${text}" }\n`,
      );
      if (!c.document.figures.has("x.lower")) return;
      const [lower, central, upper] = ["x.lower", "x", "x.upper"].map((n) => c.figure(n).value);
      if (central?.type !== "number") return;
      // Where a divisor may be zero there is no end.
      if (lower?.type === "number") expect(compare(lower.exact, central.exact.plus("1e-20"))).toBeLessThanOrEqual(0);
      if (upper?.type === "number") expect(compare(central.exact, upper.exact.plus("1e-20"))).toBeLessThanOrEqual(0);
    }),
    { numRuns: runs(150) },
  );
});

test("every positive root is found, once, in order", () => {
  const root = fc.integer({ min: 1, max: 4000 }).map((n) => exact(n).dividedBy(1000));
  const roots = fc.uniqueArray(root, { minLength: 1, maxLength: 6, comparator: (a, b) => a.equals(b) });
  fc.assert(
    fc.property(
      roots,
      fc.array(root, { maxLength: 2 }),
      fc.integer({ min: 0, max: 2 }),
      (positive, negative, zeros) => {
        let polynomial = [one];
        const times = (constant: typeof one) => {
          const shifted = [exact(0), ...polynomial];
          polynomial = shifted.map((c, i) => c.plus((polynomial[i] ?? exact(0)).times(constant)));
        };
        for (const r of positive) times(r.negated());
        for (const r of negative) times(r);
        const found = positiveRoots([...Array.from({ length: zeros }, () => exact(0)), ...polynomial]);
        const wanted = [...positive].sort((a, b) => compare(a, b));
        expect(found.map((r) => r.toFixed(15))).toEqual(wanted.map((r) => r.toFixed(15)));
      },
    ),
    { numRuns: runs(60) },
  );
});

test("flows that change sign several times are worth nothing at a rate that is found for them", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 3, maxLength: 10 }), (list) => {
      const flows = list.map((n) => exact(n));
      for (const root of positiveRoots(flows.toReversed())) {
        const worth = netPresentValue(root.minus(1), flows);
        // Near -100% the factors themselves are beyond measure.
        const scale = sum(flows.map((f, year) => f.abs().dividedBy(root.pow(year))));
        expect(worth.abs().lessThan(scale.times("1e-15").plus("1e-15"))).toBe(true);
      }
      const answer = internalRate(flows);
      if ("rate" in answer) expect(answer.rate.greaterThan(-1)).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test("factors chain year by year, and fall", () => {
  const schedule = fc.constantFrom(...Object.values(schedules));
  fc.assert(
    fc.property(schedule, fc.integer({ min: 1, max: 320 }), (rates, year) => {
      const now = discountFactor(year, rates);
      const before = discountFactor(year - 1, rates);
      const band = rates.bands.find((b) => year <= b.to);
      expect(nearlyEqual(now.times(one.plus(band?.rate ?? 0)), before)).toBe(true);
      expect(compare(now, before)).toBeLessThan(0);
    }),
    { numRuns: runs(60) },
  );
});

test("an annuity at a flat rate is (1 - (1 + rate) ^ -years) / rate", () => {
  fc.assert(
    fc.property(
      rate.filter((r) => !r.isZero()),
      fc.integer({ min: 1, max: 60 }),
      (r, years) => {
        const closed = one.minus(one.dividedBy(one.plus(r).pow(years))).dividedBy(r);
        const annuity = sum(Array.from({ length: years }, (_, i) => discountFactor(i + 1, r)));
        expect(annuity.minus(closed).abs().lessThan("1e-25")).toBe(true);
      },
    ),
    { numRuns: runs(40) },
  );
});
