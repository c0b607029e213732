// Small programmes with tables, figures and an appraisal, for laws about workbooks.
import fc from "fast-check";
import type { Sources } from "../../src/workspace/sources.ts";
import { documentMd, programmeYaml, sourcesOf } from "./sources.ts";

const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -5_000_000, max: 90_000_000 }).map((n) => (n / 100).toFixed(2)) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 900_000 }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom("nil", "0", "n/a", "TBC by ann on 2014-03-31", "not yet agreed") },
);
const known = fc.integer({ min: 1, max: 900_000 }).map((n) => (n / 10).toFixed(1));
const percent = fc.integer({ min: 1, max: 999 }).map((n) => `${(n / 10).toFixed(1)}%`);

interface Row {
  readonly kind: "body" | "section" | "subtotal";
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly share: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  kind: fc.constantFrom("body", "body", "body", "body", "body", "section", "subtotal"),
  a: amount,
  b: amount,
  c: known,
  share: percent,
});

const table = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 14 }),
  decimals: fc.integer({ min: 0, max: 3 }),
  shows: fc.constantFrom("£", "£k", "£m"),
  groups: fc.boolean(),
  formula: fc.constantFrom(
    "= b * share",
    "= a + b - c * 2",
    "= round(b * share, 1)",
    "= (a - b) / c * c",
    "= max(b, c) + abs(a)",
    "= if(c > 40000, b, c)",
  ),
});

const flows = fc.tuple(
  fc.integer({ min: 1000, max: 90_000 }),
  fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 8 }),
);

/** Sources of a programme with one document, "paper", from random tables. */
export const workbookSources: fc.Arbitrary<Sources> = fc
  .record({
    tables: fc.array(table, { minLength: 1, maxLength: 3 }),
    flows,
    rate: fc.integer({ min: 1, max: 120 }),
    rounding: fc.constantFrom("half-up", "half-up", "half-even"),
  })
  .map(({ tables, flows: [cost, gains], rate, rounding }) => {
    const years = [0, ...gains].map((_, i) => `${2013 + i}/${14 + i}`);
    const list = (values: readonly (string | number)[]) => years.map((y, i) => `${y}: ${values[i] ?? 0}`).join(", ");
    const data = [
      "tables:",
      ...tables.flatMap((t, i) => tableYaml(t, i)),
      "figures:",
      ...figures(tables.length),
      "appraisals:",
      "  app:",
      "    title: Appraisal of the quay",
      `    rate: { rate: ${(rate / 10).toFixed(1)}%, reason: House rate }`,
      `    benefits: { ${list([0, ...gains])} }`,
      `    costs: { ${list([cost, ...gains.map((g) => Math.floor(g / 3))])} }`,
    ];
    return sourcesOf({
      "programme.yaml": `${programmeYaml}conventions: { rounding: ${rounding} }\n`,
      "data/all.yaml": `${data.join("\n")}\n`,
      "paper/document.md": documentMd,
    });
  });

function tableYaml(
  t: {
    readonly rows: readonly Row[];
    readonly decimals: number;
    readonly shows: string;
    readonly groups: boolean;
    readonly formula: string;
  },
  i: number,
): readonly string[] {
  const group = t.groups ? ", group: Sums of *money*" : "";
  return [
    `  t${i}:`,
    `    title: "Table ${i} of [costs]: 2014/15"`,
    "    columns:",
    "      item: text",
    `      a: { unit: £, as: ${t.shows}, decimals: ${t.decimals}${group} }`,
    `      b: { unit: £, decimals: ${t.decimals}, prefix: c.${group} }`,
    "      c: £k",
    `      share: { unit: "%", decimals: 1 }`,
    `      made: { unit: £k, as: £, formula: "${t.formula}" }`,
    "    rows:",
    ...t.rows.map((r, n) =>
      r.kind === "section" && n > 0
        ? `      - { section: Part ${n} }`
        : r.kind === "subtotal" && n > 0
          ? `      - { subtotal: Sum ${n} }`
          : `      - { id: r${n}, item: "=Item ${n}", a: ${r.a}, b: ${r.b}, c: ${r.c}, share: ${r.share} }`,
    ),
    "    total: true",
  ];
}

function figures(tables: number): readonly string[] {
  const last = tables - 1;
  return [
    "  typed: { value: 12345.6789, unit: £ }",
    `  spread: { value: "= sum(t0.a, t${last}.b)", unit: £m }`,
    `  middle: { value: "= average(t${last}.b)", unit: £ }`,
    `  least: { value: "= min(t0.c)", unit: £k }`,
    `  many: { value: "= count(t${last}.a)" }`,
    `  ratio: { value: "= sum(t0.c) / sum(t${last}.c)", unit: "%" }`,
    `  worth: { value: "= npv(3.5%, t0.c)", unit: £k }`,
    `  chosen: { value: "= if(least > middle, typed, typed * 2)", unit: £ }`,
    `  doubled: { value: "= typed * 2 - -typed", unit: £ }`,
  ];
}
