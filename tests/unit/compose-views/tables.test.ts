import { describe, expect, test } from "vitest";
import { isWhole, lines, show, tableOf, words } from "./story.ts";

const spend = `
tables:
  spend:
    title: Addressable spend
    columns:
      project: text
      level: text
      pcc: { label: PCC, unit: £, decimals: 0, group: Spend }
      ccg: { label: CCG, unit: £, decimals: 0, group: Spend }
    rows:
      - { id: a-wellness, project: Provision, level: Wellness, pcc: 10.4, ccg: nil }
      - { id: a-complex, project: Provision, level: Complex, pcc: 20.4, ccg: 5 }
      - { section: Elsewhere }
      - { id: b, project: Commissioning, level: n/a, pcc: 1.4, ccg: 2 }
    total: true
    merge: [project]
    note: Budgets of 2013/14
    source: Finance
`;

describe("table", () => {
  test("has groups over its header, merged cells, section rows, a total and its notes", () => {
    const table = tableOf(show({ data: spend }, "table", { of: "spend" }));
    expect(lines(table)).toEqual([
      "header: ↓2 Project | ↓2 Level | →2 Spend",
      "header: PCC (£) | CCG (£)",
      "body: ↓2 Provision | Wellness | 10 | –",
      "body: Complex | 20 | 5",
      "section: →4 Elsewhere",
      "body: Commissioning | n/a | 1 | 2",
      "total: →2 Total | 32 | 7",
    ]);
    expect(isWhole(table)).toBe(true);
    expect(table.notes.map((n) => words([n]))).toEqual([
      "Budgets of 2013/14. Figures may not add up because they are rounded.",
      "Source: Finance",
    ]);
    expect(table.caption).toMatchObject({ label: "Table", number: 0 });
    expect(table.columns.map((c) => c.align)).toEqual(["left", "left", "decimal", "decimal"]);
    expect(table.summary).toBe("A table of 3 rows, with columns for Project, Level, PCC (£) and CCG (£).");
  });

  test("shows the columns and rows that are asked for, and no total of rows that are not all there", () => {
    const shown = show({ data: spend }, "table", { of: "spend", columns: "level ccg", rows: "a-complex b" });
    expect(shown.findings).toEqual([]);
    expect(lines(tableOf(shown))).toEqual([
      "header: ↓2 Level | Spend",
      "header: CCG (£)",
      "body: Complex | 5",
      "section: →2 Elsewhere",
      "body: n/a | 2",
    ]);
    expect(tableOf(shown).notes.map((n) => words([n]))).not.toContain(
      "Figures may not add up because they are rounded.",
    );
  });

  test("leaves the total out and prints another scale", () => {
    const table = tableOf(show({ data: spend }, "table", { of: "spend", total: "no", as: "£k", columns: "level pcc" }));
    expect(lines(table).slice(-1)).toEqual(["body: n/a | 0"]);
    expect(lines(table)[1]).toBe("header: PCC (£k)");
  });

  test.each([
    [{ of: "spent" }, ['register/unknown-entry: did you mean "spend"?']],
    [{ of: "spend", columns: "levle pcc" }, ['register/no-such-column: did you mean "level"?']],
    [{ of: "spend", total: "maybe" }, ["register/unknown-value: use one of: yes, no"]],
  ])("says what it does not know: %o", (attributes, findings) => {
    expect(show({ data: spend }, "table", attributes).findings).toEqual(findings);
  });
});

const benefits = `
benefits:
  commissioning:
    label: Integrated commissioning
    kind: cost reduction
    annual: { lower: 204638, upper: 613915 }
    shares: { pcc: 294926, ccg: rest }
    confidence: medium
  provision:
    label: Integrated provision
    kind: cost reduction
    annual: { lower: 2927539, upper: 5018638 }
adjust:
  double-counting: -10%
  optimism-bias: { by: -10%, reason: No reference class yet }
phase: { 2014/15: 10%, 2015/16: 60%, 2016/17: 100% }
`;

describe("benefits", () => {
  test("prints ranges, shares, kinds, adjustments and the phasing below", () => {
    const shown = show({ data: benefits }, "benefits", {}, { id: "b" });
    const [annual, phasing] = shown.blocks;
    if (annual?.type !== "table" || phasing?.type !== "table") throw new Error("two tables");
    expect(lines(annual).slice(0, 4)).toEqual([
      "header: ↓2 Benefit | ↓2 Category | →3 Annual benefits (£) | →2 Share of the average (£) | ↓2 Confidence",
      "header: Lower | Upper | Average | PCC | CCG",
      "body: Integrated commissioning | Cost reduction | 204,638 | 613,915 | 409,277 | 294,926 | 114,351 | Medium",
      "body: Integrated provision | Cost reduction | 2,927,539 | 5,018,638 | 3,973,089 | – | – | –",
    ]);
    expect(lines(annual)).toContain("body: →2 Double counting | −10% | −10% | −10% | – | – | –");
    expect(lines(annual).at(-1)).toContain("total: →2 Annual benefits after adjustments");
    expect(isWhole(annual)).toBe(true);
    expect(annual.notes.map((n) => words([n])).join()).toContain(
      "Each adjustment is taken on what the one before it left.",
    );
    expect(lines(phasing)[0]).toBe("header: Benefit | 2014/15 | 2015/16 | 2016/17 | Total");
    expect(lines(phasing)[1]).toBe("body: Share of the full-year benefit | 10% | 60% | 100% | –");
    expect(isWhole(phasing)).toBe(true);
    expect([annual.id, phasing.id]).toEqual(["b", "b-phasing"]);
    expect(phasing.caption?.number).toBe(0);
  });
});

const appraisal = `
appraisals:
  results:
    title: Results summary
    unit: £
    benefits: { year 0: 0, year 1: 300000, year 2: 380000, year 3: 380000 }
    costs: { year 0: 30000, year 1: 130000, year 2: 90000, year 3: 90000 }
    rate: { rate: 4.5%, reason: House rate }
`;

test("results print what the appraisal worked out, with the rate and its reason", () => {
  const shown = show(
    { data: appraisal.replaceAll(/year (\d)/g, (_, n) => `201${Number(n) + 3}/${Number(n) + 14}`) },
    "results",
    { flows: "yes" },
  );
  const table = tableOf(shown);
  const text = lines(table).join("\n");
  expect(text).toContain("£652,367");
  expect(text).toContain("619.7%");
  expect(table.notes.map((n) => words([n])).join(" ")).toContain("House rate");
  expect(shown.blocks).toHaveLength(2);
});

const outcomes = `
outcomes:
  dtoc:
    label: Delayed transfers of care
    category: Complex
    unit: per 100,000
    decimals: 1
    baseline: { value: 13.1, date: 2012/13 }
    targets: { 2014/15: 12, 2016/17: return to national average }
  carers:
    label: Carer satisfaction
    category: User experience
    unit: "%"
    targets: { 2016/17: 50% }
`;

test("outcomes take a column for each period, and sections by category", () => {
  const table = tableOf(show({ data: outcomes }, "outcomes", { columns: "label baseline targets", by: "category" }));
  expect(lines(table)).toEqual([
    "header: Outcome | Baseline (2012/13) | Target 2014/15 | Target 2016/17",
    "section: →4 Complex",
    "body: Delayed transfers of care | 13.1\u00a0per 100,000 | 12.0\u00a0per 100,000 | return to national average",
    "section: →4 User experience",
    "body: Carer satisfaction | – | – | 50%",
  ]);
});

const map = `
benefits-maps:
  m:
    title: Map
    stages:
      a: { title: Dependency, entries: { x: { text: X, leads-to: [p, q] }, y: { text: Y, leads-to: p } } }
      b: { title: Capability, entries: { p: { text: P, leads-to: z }, q: { text: Q } } }
      c: { title: Benefit, entries: { z: { text: Z }, w: { text: W } } }
`;

test("a benefits map as a table prints each path once, as a diagram its links", () => {
  const table = tableOf(show({ data: map }, "benefits-map"));
  expect(lines(table)).toEqual([
    "header: Dependency | Capability | Benefit",
    "body: ↓2 X | P | Z",
    "body: Q | –",
    "body: Y | P | as above",
    "body: ↓1 – | – | W".replace("↓1 ", ""),
  ]);
  expect(isWhole(table)).toBe(true);
  const [exhibit] = show({ data: map }, "benefits-map", { look: "diagram" }).blocks;
  expect(exhibit).toMatchObject({
    type: "exhibit",
    alt: "A map of 3 stages: Dependency, Capability and Benefit. X leads to P and Q. Y leads to P. P leads to Z.",
  });
});
