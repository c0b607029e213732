// Laws of option appraisal and scoring, on made-up amounts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, type Exact, exact, nearlyEqual } from "../../src/compute/numbers/money.ts";
import { runs } from "../support/runs.ts";
import { type Computed, run } from "../unit/compute/case.ts";

const years = ["2026/27", "2027/28", "2028/29", "2029/30"] as const;
const options = ["stay", "mend", "build"] as const;
const kinds = [
  ["works", "cost", "capital"],
  ["upkeep", "cost", "revenue"],
  ["savings", "benefit", "cash-releasing"],
  ["rent", "income", "revenue"],
] as const;

/** Amounts by line, option and year, as formulas or digits. */
type Amounts = readonly (readonly (readonly string[])[])[];

const amounts: fc.Arbitrary<Amounts> = fc.array(
  fc.array(
    fc.array(fc.integer({ min: 0, max: 100_000 }).map(String), { minLength: years.length, maxLength: years.length }),
    { minLength: options.length, maxLength: options.length },
  ),
  { minLength: kinds.length, maxLength: kinds.length },
);
const rate = fc.integer({ min: 0, max: 120 }).map((tenths) => `${exact(tenths).dividedBy(10).toFixed()}%`);

function lines(given: Amounts): string {
  return kinds
    .map(([id, kind, cls], l) => {
      const own = options.map((o, i) => {
        const values = years.map((y, t) => `${y}: ${given[l]?.[i]?.[t] ?? "0"}`);
        return `      ${o}: { values: { ${values.join(", ")} } }\n`;
      });
      return `  ${id}:\n    label: ${id}\n    kind: ${kind}\n    class: ${cls}\n    range: { lower: -10%, upper: 20% }\n    by-option:\n${own.join("")}`;
    })
    .join("");
}

function appraise(given: Amounts, at: string, preferred = "build"): Computed {
  const c = run(`options:
  all:
    title: All
    options: { ${options.map((o) => `${o}: { title: ${o} }`).join(", ")} }
lines:
${lines(given)}
option-appraisals:
  a:
    title: A
    options: all
    years: 2026/27 to 2029/30
    baseline: stay
    preferred: ${preferred}
    discounting: { rate: ${at}, reason: a law }
    sensitivity:
      still: { label: Still, by: 0% }
      same: { label: Same rate, rate: ${at} }
      more: { label: More, by: 25% }
    scenarios:
      central: { label: Central, range: central }
      all: { label: All, changes: { works: 10%, upkeep: 10%, savings: 10%, rent: 10% } }
`);
  expect(c.findings).toEqual([]);
  return c;
}

const number = (c: Computed, name: string): Exact => exact(c.value(name));

test("at 0% the net present value is the undiscounted net benefit", () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const c = appraise(given, "0%");
      for (const o of options) {
        expect(number(c, `a.${o}.npsv`).equals(number(c, `a.${o}.net.total`))).toBe(true);
        expect(c.value(`a.${o}.payback`)).toBe(c.value(`a.${o}.discounted-payback`));
      }
    }),
    { numRuns: runs(15) },
  );
});

test("a change of nothing changes nothing, and all lines moved together move the whole", () => {
  fc.assert(
    fc.property(amounts, rate, (given, at) => {
      const c = appraise(given, at);
      for (const o of options) {
        const base = number(c, `a.${o}.npsv`);
        for (const same of ["sensitivity.still", "sensitivity.same", "scenarios.central"])
          expect(nearlyEqual(number(c, `a.${o}.${same}.npsv`), base)).toBe(true);
        expect(nearlyEqual(number(c, `a.${o}.sensitivity.more.npsv`), base.times("1.25"))).toBe(true);
        expect(nearlyEqual(number(c, `a.${o}.scenarios.all.npsv`), base.times("1.1"))).toBe(true);
        expect(nearlyEqual(number(c, `a.${o}.present.total`), base)).toBe(true);
      }
    }),
    { numRuns: runs(15) },
  );
});

test("options rank as their net present values sort", () => {
  fc.assert(
    fc.property(amounts, rate, (given, at) => {
      const c = appraise(given, at);
      const value = (o: string) => number(c, `a.${o}.npsv`);
      const sorted = [...options].sort((a, b) => compare(value(b), value(a)));
      for (const o of options) {
        const place = sorted.findIndex((other) => nearlyEqual(value(other), value(o))) + 1;
        const tied = options.filter((other) => nearlyEqual(value(other), value(o))).length > 1;
        expect(c.value(`a.${o}.rank`)).toBe(`${place}${tied ? "=" : ""}`);
      }
      expect(c.value("a.sensitivity.best").split("; ")).toContain(sorted[0]);
    }),
    { numRuns: runs(20) },
  );
});

test("appraised again at its switching value, a line leaves no gap to any other option", () => {
  fc.assert(
    fc.property(amounts, rate, fc.constantFrom(...options), (given, at, preferred) => {
      const c = appraise(given, at, preferred);
      const others = options.filter((o) => o !== preferred);
      const worth = (of: Computed, o: string) => number(of, `a.${o}.npsv`);
      const best = (of: Computed) => others.reduce((a, b) => (compare(worth(of, b), worth(of, a)) > 0 ? b : a));
      const leads = compare(worth(c, preferred), worth(c, best(c))) >= 0;
      for (const [l, [id]] of kinds.entries()) {
        const figure = c.figure(`a.switching.${id}.change`).value;
        // Amounts below nothing are no amounts of a cost or benefit.
        if (figure.type !== "number" || figure.exact.lessThan(-1)) continue;
        const factor = figure.exact.plus(1);
        const moved = given.map((own, i) =>
          i === l ? own.map((list) => list.map((v) => factor.times(v).toFixed())) : own,
        );
        const again = appraise(moved, at, preferred);
        // An option that leads is still level with the best of all others: none has overtaken it on the way.
        const gap = worth(again, preferred).minus(worth(again, leads ? best(again) : best(c)));
        expect(gap.abs().lessThan("1e-20")).toBe(true);
      }
    }),
    { numRuns: runs(10) },
  );
});

test("the order of criteria changes no weighted score", () => {
  const criterion = fc.record({
    weight: fc.integer({ min: 1, max: 30 }),
    scores: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
  });
  const several = fc.array(criterion, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(several, (criteria) => {
      const whole = criteria.reduce((sum, c) => sum + c.weight, 0);
      const scored = (list: readonly (readonly [number, (typeof criteria)[number]])[]) => {
        const weights = list.map(([i, c]) => `c${i}: { label: C${i}, weight: = ${c.weight} / ${whole} }`);
        const of = (o: 0 | 1) => list.map(([i, c]) => `c${i}: ${c.scores[o]}`).join(", ");
        return run(
          `options:\n  all: { title: All, options: { x: { title: X }, y: { title: Y } } }\noption-scores:\n  s:\n    title: S\n    options: all\n    criteria: { ${weights.join(", ")} }\n    scores: { x: { ${of(0)} }, y: { ${of(1)} } }\n`,
        );
      };
      const forwards = scored([...criteria.entries()]);
      const backwards = scored([...criteria.entries()].reverse());
      expect(forwards.findings).toEqual([]);
      for (const o of ["x", "y"]) {
        expect(nearlyEqual(number(forwards, `s.${o}.total`), number(backwards, `s.${o}.total`))).toBe(true);
        expect(forwards.value(`s.${o}.rank`)).toBe(backwards.value(`s.${o}.rank`));
      }
    }),
    { numRuns: runs(25) },
  );
});
