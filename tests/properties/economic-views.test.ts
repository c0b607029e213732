// Laws of the views of an appraisal: whatever the lines, nothing is lost between them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Exact, nearlyEqual, sum } from "../../src/compute/numbers/money.ts";
import { runs } from "../support/runs.ts";
import { type Computed, run } from "../unit/compute/case.ts";

const years = ["2026/27", "2027/28", "2028/29"] as const;
const allYears = ["2025/26", ...years];

interface Line {
  readonly kind: "cost" | "benefit" | "income";
  readonly cls: string;
  readonly amounts: readonly number[];
  readonly prices: string;
  readonly nature: string;
  readonly vat: readonly [number, number] | undefined;
  readonly biased: boolean;
  readonly rebuild: boolean;
  readonly own: readonly number[] | undefined;
  readonly share: number | undefined;
}

interface Story {
  readonly lines: readonly Line[];
  readonly index: readonly number[];
  readonly bias: number;
}

const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 3, maxLength: 3 });
const kinds = fc.constantFrom<readonly [Line["kind"], string]>(
  ["cost", "capital"],
  ["cost", "revenue"],
  ["benefit", "cash-releasing"],
  ["benefit", "non-cash-releasing"],
  ["benefit", "societal"],
  ["income", "capital"],
  ["income", "revenue"],
);

const line: fc.Arbitrary<Line> = fc
  .record({
    kindAndClass: kinds,
    amounts,
    prices: fc.constantFrom("real", "cash", "{ base: 2025/26 }", "{ base: 2028/29 }"),
    nature: fc.constantFrom("resource", "resource", "transfer", "sunk", "financing"),
    vat: fc.option(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 100 })), { nil: undefined }),
    biased: fc.boolean(),
    rebuild: fc.boolean(),
    own: fc.option(amounts, { nil: undefined }),
    share: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  })
  .map(({ kindAndClass: [kind, cls], ...rest }) => ({ ...rest, kind, cls }));

const story: fc.Arbitrary<Story> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  index: fc.array(fc.integer({ min: 50, max: 200 }), { minLength: 4, maxLength: 4 }),
  bias: fc.integer({ min: 0, max: 200 }),
});

const byYear = (list: readonly number[]) => `{ ${years.map((y, i) => `${y}: ${list[i] ?? 0}`).join(", ")} }`;

function lineYaml(l: Line, i: number): string {
  return [
    `  l${i}:`,
    `    label: Line ${i}`,
    `    kind: ${l.kind}`,
    `    class: ${l.cls}`,
    `    values: ${byYear(l.amounts)}`,
    `    prices: ${l.prices}`,
    `    nature: ${l.nature}`,
    l.rebuild ? "    options: rebuild" : "",
    l.own ? `    by-option: { rebuild: { values: ${byYear(l.own)} } }` : "",
    l.vat && l.kind !== "income" ? `    vat: { rate: ${l.vat[0]}%, recoverable: ${l.vat[1]}% }` : "",
    l.biased ? "    optimism-bias: works" : "",
    l.share === undefined ? "" : `    shares: { pcc: ${l.share}%, ccg: rest }`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function computed({ lines, index, bias }: Story): Computed {
  const c = run(`
options:
  sites: { title: Sites, options: { keep: { title: Keep }, rebuild: { title: Rebuild } } }
price-indices:
  gdp: { label: Deflator, source: Own, values: { ${allYears.map((y, i) => `${y}: ${index[i] ?? 100}`).join(", ")} } }
optimism-bias:
  works: { label: Works, on: capital, bounds: { upper: ${bias}%, lower: 0%, source: Own } }
lines:
${lines.map(lineYaml).join("\n")}
option-appraisals:
  depot:
    title: Depot
    options: sites
    years: 2026/27 to 2028/29
    baseline: keep
    preferred: rebuild
    index: gdp
    discounting: { schedule: green-book-2026 }
`);
  // A bias on what the economic case leaves out is worth a word, and changes nothing.
  expect(c.findings.filter((f) => !f.startsWith("figure/bias-without-effect"))).toEqual([]);
  return c;
}

function number(c: Computed, name: string): Exact {
  const { value } = c.figure(name);
  if (value.type !== "number") throw new Error(`${name} is ${value.type}`);
  return value.exact;
}

const options = ["keep", "rebuild"] as const;
const same = (a: Exact, b: Exact) => expect(nearlyEqual(a, b), `${a.toFixed()} and ${b.toFixed()}`).toBe(true);
const law = (check: (s: Story) => void) => fc.assert(fc.property(story, check), { numRuns: runs(25) });

test("the reconciliation adds up to the financial view, and that to capital and revenue", () => {
  law((s) => {
    const c = computed(s);
    for (const o of options) {
      const steps = ["economic", "optimism-bias", "transfers", "non-cash", "inflation", "vat"];
      same(
        sum(steps.map((step) => number(c, `depot.${o}.reconciliation.${step}`))),
        number(c, `depot.${o}.reconciliation.financial`),
      );
      same(
        number(c, `depot.${o}.capital.total`).plus(number(c, `depot.${o}.revenue.total`)),
        number(c, `depot.${o}.cash.total`),
      );
    }
  });
});

test("shares are conserved in each year and in all", () => {
  law((s) => {
    const c = computed(s);
    for (const o of options)
      for (const year of [...years, "total"]) {
        const names = ["pcc", "ccg", "unallocated"].map((who) => `depot.${o}.shares.${who}.${year}`);
        const there = names.filter((name) => c.document.figures.has(name));
        if (there.length > 0) same(sum(there.map((name) => number(c, name))), number(c, `depot.${o}.cash.${year}`));
      }
  });
});

test("VAT that is recovered in full has no effect", () => {
  law((s) => {
    const recovered = computed({ ...s, lines: s.lines.map((l) => ({ ...l, vat: [20, 100] as const })) });
    const without = computed({ ...s, lines: s.lines.map((l) => ({ ...l, vat: undefined })) });
    for (const o of options) {
      same(number(recovered, `depot.${o}.cash.total`), number(without, `depot.${o}.cash.total`));
      expect(number(recovered, `depot.${o}.reconciliation.vat`).isZero()).toBe(true);
    }
  });
});

test("with an index that stays at 100, cash equals real prices", () => {
  law((s) => {
    const c = computed({ ...s, index: [100, 100, 100, 100] });
    const typed = computed({
      ...s,
      index: [100, 100, 100, 100],
      lines: s.lines.map((l) => ({ ...l, prices: "real" })),
    });
    for (const o of options) {
      expect(number(c, `depot.${o}.reconciliation.inflation`).isZero()).toBe(true);
      same(number(c, `depot.${o}.net.total`), number(typed, `depot.${o}.net.total`));
      same(number(c, `depot.${o}.cash.total`), number(typed, `depot.${o}.cash.total`));
    }
  });
});

test("an optimism bias of 0% is none", () => {
  law((s) => {
    const biased = computed({ ...s, bias: 0 });
    const without = computed({ ...s, lines: s.lines.map((l) => ({ ...l, biased: false })) });
    for (const o of options) {
      same(number(biased, `depot.${o}.costs.total`), number(without, `depot.${o}.costs.total`));
      same(number(biased, `depot.${o}.benefits.total`), number(without, `depot.${o}.benefits.total`));
      expect(number(biased, `depot.${o}.reconciliation.optimism-bias`).isZero()).toBe(true);
    }
  });
});

test("the order of lines changes nothing, and ten times the amounts are ten times the results", () => {
  law((s) => {
    const c = computed(s);
    const turned = computed({ ...s, lines: [...s.lines].reverse() });
    const tenfold = (list: readonly number[]) => list.map((a) => a * 10);
    const more = computed({
      ...s,
      lines: s.lines.map((l) => ({ ...l, amounts: tenfold(l.amounts), own: l.own && tenfold(l.own) })),
    });
    for (const o of options)
      for (const name of ["net.total", "cash.total", "reconciliation.inflation", "reconciliation.vat"]) {
        same(number(c, `depot.${o}.${name}`), number(turned, `depot.${o}.${name}`));
        same(number(c, `depot.${o}.${name}`).times(10), number(more, `depot.${o}.${name}`));
      }
  });
});
