import { describe, expect, test } from "vitest";
import { run } from "../case.ts";
import { depot } from "./depot.ts";

const computed = run(depot);

/** Rounded to six digits after the point. */
const near = (name: string) => {
  const { value } = computed.figure(name);
  return value.type === "number" ? Number(value.exact.toFixed(6)) : value.type;
};

test("a sound appraisal has no findings", () => {
  expect(computed.findings).toEqual([]);
});

describe("price index from growth", () => {
  test.each([
    ["price-indices.gdp.2025/26", 100],
    ["price-indices.gdp.2026/27", 104],
    ["price-indices.gdp.2027/28", 106.08],
    ["price-indices.gdp.2028/29", 109.2624],
    ["price-indices.gdp.factor.2025/26.2026/27", 1.04],
  ])("%s is %s", (name, value) => expect(near(name)).toBe(value));
});

describe("lines as typed", () => {
  test.each([
    ["lines.construction.2026/27", 600],
    ["lines.construction.2028/29", 0],
    ["lines.running.2027/28", 100],
    ["lines.running.rebuild.2027/28", 80],
    ["lines.running.total", 300],
    ["lines.running.rebuild.total", 240],
    ["lines.time.2026/27", 0],
    ["lines.construction.vat", 0.1],
  ])("%s is %s", (name, value) => expect(near(name)).toBe(value));
});

describe("economic view: base-year prices, with optimism bias, without transfers and VAT", () => {
  test.each([
    ["optimism-bias.works.managed", 0.0408],
    ["depot.rebuild.construction.2026/27", 624.48],
    ["depot.rebuild.construction.total", 1040.8],
    ["depot.rebuild.security.2028/29", 10.4],
    ["depot.rebuild.rent.2027/28", 29.411765],
    ["depot.rebuild.costs.2026/27", 714.88],
    ["depot.rebuild.costs.total", 1312],
    ["depot.rebuild.benefits.2026/27", 0],
    ["depot.rebuild.benefits.total", 157.966876],
    ["depot.rebuild.net.total", -1154.033124],
    ["depot.keep.costs.total", 300],
    ["depot.keep.benefits.total", 0],
  ])("%s is %s", (name, value) => expect(near(name)).toBe(value));

  test("a transfer is in no economic view", () => {
    expect(computed.document.figures.has("depot.rebuild.grant.total")).toBe(false);
  });
});

describe("financial view: cash, with VAT that is not recovered", () => {
  test.each([
    ["depot.rebuild.cash.construction.2026/27", 660],
    ["depot.rebuild.cash.construction.2027/28", 448.8],
    ["depot.rebuild.capital.2027/28", 248.8],
    ["depot.rebuild.capital.total", 908.8],
    ["depot.rebuild.revenue.2026/27", 90.4],
    ["depot.rebuild.revenue.2027/28", 62.208],
    ["depot.rebuild.revenue.2028/29", 64.97424],
    ["depot.rebuild.cash.total", 1126.38224],
    ["depot.rebuild.cash.rent.less.2027/28", -30],
  ])("%s is %s", (name, value) => expect(near(name)).toBe(value));

  test("a benefit that brings no cash is in no financial view", () => {
    expect(computed.document.figures.has("depot.rebuild.cash.time.total")).toBe(false);
  });
});

describe("reconciliation", () => {
  test.each([
    ["economic", 1154.033124],
    ["optimism-bias", -40.8],
    ["transfers", -196.078431],
    ["non-cash", 100],
    // Construction 8, running 5.648, security 0.73424, less rent 2.033124 and grant 3.921569.
    ["inflation", 8.427547],
    ["vat", 100.8],
    ["financial", 1126.38224],
  ])("%s is %s", (step, value) => expect(near(`depot.rebuild.reconciliation.${step}`)).toBeCloseTo(value, 6));
});

describe("shares and funding", () => {
  test.each([
    ["lines.construction.shares.ccg", 0.25],
    // 75% of 1,108.8 and all of 245.648, less half of 200.
    ["depot.rebuild.shares.pcc", 977.248],
    ["depot.rebuild.shares.ccg", 177.2],
    // Security 31.93424 less rent 60.
    ["depot.rebuild.shares.unallocated", -28.06576],
    ["depot.rebuild.shares.pcc.2026/27", 575],
    ["package.capital.need.total", 908.8],
    ["package.capital.gap.total", 0],
    ["package.revenue.gap.2026/27", 0.4],
    ["package.revenue.funded.total", 270],
    ["package.gap.total", -52.41776],
  ])("%s is %s", (name, value) => expect(near(name)).toBe(value));
});

test("every figure of the views says how it came about, in words and as a formula", () => {
  const { derivation } = computed.figure("depot.rebuild.construction.2026/27");
  expect(derivation).toMatchObject({
    excel: "[[lines.construction.2026/27]]*(1+[[optimism-bias.works.managed]])",
    inputs: ["lines.construction.2026/27", "optimism-bias.works.managed"],
  });
});

/** Worked checks of the Supplementary Green Book guidance on optimism bias. */
describe("optimism bias of the guidance's worked examples", () => {
  const bias = (entry: string) => run(`optimism-bias:\n  b: { label: Scheme, ${entry} }\n`);
  const mix = "mix: { non-standard-buildings: 30%, standard-buildings: 70% }";
  test.each([
    [
      "92% of 51% mitigated",
      "on: capital, type: non-standard-buildings, mitigation: { all: { share: 100%, mitigated: 92%, reason: As shown } }",
      "managed",
      "0.0408",
    ],
    ["a mixed scheme, capital", `on: capital, ${mix}`, "upper", "0.321"],
    ["a mixed scheme, duration", `on: duration, ${mix}`, "upper", "0.145"],
    ["a mixed scheme, lower bound of capital", `on: capital, ${mix}`, "lower", "0.026"],
    [
      "several areas",
      "on: capital, type: standard-buildings, mitigation: { a: { share: 50%, mitigated: 50%, reason: X }, b: { share: 20%, mitigated: 100%, reason: Y } }",
      "managed",
      "0.132",
    ],
    ["nothing mitigated", "on: operating, type: outsourcing", "managed", "0.41"],
  ])("%s", (_, entry, rest, value) => {
    const c = bias(entry);
    expect(c.findings).toEqual([]);
    expect(c.value(`optimism-bias.b.${rest}`)).toBe(value);
  });

  test("£100m becomes £104m", () => {
    expect(run(depot.replace("total: 1000", "total: 100")).value("depot.rebuild.construction.total")).toBe("104.08");
  });
});

test("amounts are typed in the programme's unit and appraised in the appraisal's", () => {
  const c = run({
    data: depot.replace("    index: gdp\n", "    index: gdp\n    unit: £m\n"),
    conventions: "conventions: { money: £k }\n",
  });
  expect(c.findings).toEqual([]);
  expect(c.value("lines.construction.2026/27")).toBe("600");
  expect(c.value("depot.rebuild.construction.2026/27")).toBe("0.62448");
  expect(c.value("depot.rebuild.cash.construction.2026/27")).toBe("0.66");
  expect(c.value("package.capital.gap.2026/27")).toBe("0");
});

test("a one-off line has no amount in years that it does not name", () => {
  const grant = "values: { 2026/27: 0, 2027/28: 200, 2028/29: 0 }";
  const c = run(depot.replace(grant, "values: { 2027/28: 200 }\n    recurrence: one-off"));
  expect(c.findings).toEqual([]);
  expect(c.value("lines.grant.2028/29")).toBe("0");
  expect(c.value("depot.rebuild.cash.total")).toBe(run(depot).value("depot.rebuild.cash.total"));
});

test("an amount that is not known yet is left out of sums, and the tables say so", () => {
  const c = run(depot.replace("{ 2026/27: 80,", "{ 2026/27: TBC by FL on 2026-05-01,"));
  expect(c.findings).toEqual([]);
  expect(c.value("depot.rebuild.costs.2026/27")).toBe("634.88");
  expect(c.document.tables.get("depot.rebuild.financial-case")?.incomplete).toBe(true);
});

test("an index may be given as levels, and go on by growth", () => {
  const c = run(
    "price-indices:\n  g: { label: G, source: S, values: { 2025/26: 120 }, growth: { 2026/27: 10%, 2027/28: 0% } }\n",
  );
  expect(c.findings).toEqual([]);
  expect([c.value("price-indices.g.2026/27"), c.value("price-indices.g.2027/28")]).toEqual(["132", "132"]);
});

test("a line's own index moves it in cash, the appraisal's takes inflation out of cash", () => {
  const own = depot
    .replace(
      "optimism-bias:\n  works",
      "  build:\n    label: Tenders\n    source: S\n    growth: { 2026/27: 10%, 2027/28: 10%, 2028/29: 10% }\noptimism-bias:\n  works",
    )
    .replace("    prices: { base: 2025/26 }", "    prices: { base: 2025/26 }\n    index: build");
  const c = run(own);
  expect(c.findings).toEqual([]);
  expect(c.value("depot.rebuild.security.2027/28")).toBe("11");
  expect(c.value("depot.rebuild.cash.security.2027/28")).toBe("12.1");
});
