import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFormula } from "../../src/compute/formula/expression.ts";
import { tokens } from "../../src/compute/formula/tokens.ts";
import { internalRate, netPresentValue } from "../../src/compute/numbers/finance.ts";
import { convert, exact, moneyUnits, nearlyEqual, parseExact, round, sum } from "../../src/compute/numbers/money.ts";
import { runs } from "../support/runs.ts";
import { run } from "../unit/compute/case.ts";

const pence = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const amount = pence.map((p) => exact(p).dividedBy(100));
const unit = fc.constantFrom(...moneyUnits);

// Text that looks like formulas reaches further than any text.
const bits = fc.constantFrom(
  ..."a b-c pots.pot-a 2014/15 2014/15..2016/17 net.2014/15 5% 44000 1,000 sum( round( if( ( ) , + - * / > <> = £ × . .. %".split(
    " ",
  ),
  " ",
);
const formula = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(bits, { maxLength: 40 }).map((b) => b.join("")),
);

test("no text makes the formula reader throw, and every token has its place", () => {
  fc.assert(
    fc.property(formula, (text) => {
      const parsed = parseFormula(text);
      expect(parsed.expression !== undefined || parsed.problems.length > 0).toBe(true);
      const list = tokens(text);
      let at = 0;
      for (const token of list) {
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(token.end).toBeGreaterThanOrEqual(token.start);
        at = token.end;
      }
      const covered = list.reduce((rest, t) => rest + text.slice(t.start, t.end), "");
      expect(covered).toBe(
        text.replace(/\s+/g, (_, offset: number) =>
          list.some((t) => t.start <= offset && offset < t.end) ? (text.slice(offset).match(/^\s+/)?.[0] ?? "") : "",
        ),
      );
    }),
    { numRuns: runs(300) },
  );
});

test("no formula makes the computation throw", () => {
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 20 }), (list) => {
      const text = list.join("").replace(/["\\]/g, "");
      const c = run(`figures:\n  a: { value: "= ${text}" }\n  b-c: { value: 3, unit: £ }\n`);
      const broken = c.figure("a").value.type === "broken";
      expect(broken).toBe(c.diagnostics.length > 0);
    }),
    { numRuns: runs(150) },
  );
});

test("a total is the sum of its parts, and the note tells when the printed ones do not add up", () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 2 }),
      (parts, decimals) => {
        const rows = parts.map((p, i) => `      - { item: i${i}, cost: ${p.toFixed()} }`).join("\n");
        const c = run(
          `tables:\n  t:\n    title: T\n    columns: { item: text, cost: { unit: £, decimals: ${decimals} } }\n    rows:\n${rows}\n    total: true\n`,
        );
        const total = c.figure("t.cost.total").value;
        if (total.type !== "number") throw new Error(total.type);
        expect(total.exact.equals(sum(parts))).toBe(true);
        const shown = sum(parts.map((p) => round(p, decimals)));
        expect(c.document.tables.get("t")?.roundingNote).toBe(!shown.equals(round(total.exact, decimals)));
      },
    ),
    { numRuns: runs(60) },
  );
});

test("shares with a rest add up to the whole, and phasing adds up to the sum of its years", () => {
  const share = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      share,
      fc.array(share, { minLength: 1, maxLength: 5 }),
      (lower, more, part, years) => {
        const phase = years.map((y, i) => `${2014 + i}/${15 + i}: ${y}%`).join(", ");
        const c = run(
          `benefits:\n  a:\n    label: A\n    kind: cost reduction\n    annual: { lower: ${lower}, upper: ${lower + more} }\n    shares: { pcc: ${part}%, ccg: rest }\nadjust: { cut: -10% }\nphase: { ${phase} }\n`,
        );
        expect(c.findings).toEqual([]);
        const value = (name: string) => exact(c.value(name));
        expect(value("benefits.a.pcc").plus(value("benefits.a.ccg")).equals(value("benefits.a"))).toBe(true);
        const phased = sum(years.map((_, i) => value(`benefits.phased.${2014 + i}/${15 + i}`)));
        expect(value("benefits.phased.total").equals(phased)).toBe(true);
      },
    ),
    { numRuns: runs(40) },
  );
});

test("discounting at 0 % is a plain sum", () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), (flows) => {
      expect(netPresentValue(exact(0), flows).equals(sum(flows))).toBe(true);
    }),
  );
});

test("flows are worth nothing at their internal rate", () => {
  const gain = fc.integer({ min: 1, max: 1_000_000 }).map((n) => exact(n));
  fc.assert(
    fc.property(gain, fc.array(gain, { minLength: 1, maxLength: 12 }), (cost, gains) => {
      const flows = [cost.negated(), ...gains];
      const found = internalRate(flows);
      expect("rate" in found).toBe(true);
      if ("rate" in found) expect(netPresentValue(found.rate, flows).abs().lessThan("1e-18")).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test("an amount survives a round trip through the scales and through text", () => {
  fc.assert(
    fc.property(amount, unit, unit, (value, from, to) => {
      expect(nearlyEqual(convert(convert(value, from, to), to, from), value)).toBe(true);
      expect(parseExact(value.toFixed())?.equals(value)).toBe(true);
    }),
  );
});
