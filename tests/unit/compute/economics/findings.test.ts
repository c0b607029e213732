import { expect, test } from "vitest";
import { run } from "../case.ts";
import { depot } from "./depot.ts";

/** The depot with one thing changed, and what is found then. */
function changed(from: string, to: string): readonly string[] {
  if (!depot.includes(from)) throw new Error(`the depot has no ${from}`);
  return run(depot.replace(from, to)).findings;
}

test.each([
  [
    "a line without amounts",
    "    total: 1000\n    phase: { 2026/27: 60%, 2027/28: 40% }\n",
    "",
    ["figure/no-amounts construction"],
  ],
  ["a total without phasing", "    phase: { 2026/27: 60%, 2027/28: 40% }\n", "", ["figure/no-phase construction"]],
  ["a phasing without total", "    total: 1000\n", "", ["figure/no-total construction"]],
  [
    "a total beside years",
    "    total: 1000\n",
    "    total: 1000\n    values: { 2026/27: 5 }\n",
    ["figure/total-and-years construction"],
  ],
  ["a phasing that is not 100%", "2027/28: 40% }", "2027/28: 30% }", ["figure/phase-sum phase"]],
  ["a phasing in plain numbers", "2026/27: 60%, 2027/28: 40%", "2026/27: 60, 2027/28: 40%", ["figure/rate-form 60"]],
  [
    "a year of phasing that is none",
    "phase: { 2026/27: 60%",
    "phase: { 2026: 60%",
    ["figure/phase-sum phase", "figure/phase-year 2026"],
  ],
  [
    "a year without amount",
    "values: { 2026/27: 0, 2027/28: 200, 2028/29: 0 }",
    "values: { 2026/27: 0, 2027/28: 200 }",
    ["figure/missing-years values"],
  ],
  [
    "an amount outside the years",
    "2027/28: 200, 2028/29: 0 }",
    "2027/28: 200, 2028/29: 0, 2029/30: 5 }",
    ["figure/outside-years 2029/30"],
  ],
  [
    "a span outside the years",
    "annual: { value: 10, years: 2026/27 to 2028/29 }",
    "annual: { value: 10, years: 2025/26 to 2028/29 }",
    ["figure/outside-years 2025/26 to 2028/29"],
  ],
  [
    "two spans that overlap",
    "annual: { value: 10, years: 2026/27 to 2028/29 }",
    "annual: [{ value: 10, years: 2026/27 to 2027/28 }, { value: 12, years: 2027/28 to 2028/29 }]",
    ["figure/overlap 2027/28 to 2028/29"],
  ],
  [
    "a span over a year that has an amount",
    "annual: { value: 10, years: 2026/27 to 2028/29 }",
    "annual: { value: 10, years: 2026/27 to 2028/29 }\n    values: { 2027/28: 12 }",
    ["figure/overlap 2026/27 to 2028/29"],
  ],
  [
    "a span that is none",
    "years: 2026/27 to 2028/29\n    baseline",
    "years: 2028/29 to 2026/27\n    baseline",
    ["figure/year-span 2028/29 to 2026/27"],
  ],
  ["a negative cost", "value: 10,", "value: -10,", ["figure/negative-amount -10"]],
  ["a negative total", "total: 1000", "total: = 0 - 1000", ["figure/negative-amount = 0 - 1000"]],
  ["capital for a benefit", "class: cash-releasing", "class: capital", ["figure/line-class capital"]],
  ["VAT on income", "nature: transfer", "nature: transfer\n    vat: { rate: 20% }", ["figure/vat-on-income vat"]],
  ["a VAT rate without %", "rate: 20%,", "rate: 0.2,", ["figure/rate-form 0.2"]],
  ["more recovered than paid", "recoverable: 50%", "recoverable: 150%", ["figure/part 150%"]],
  [
    "an index without values",
    "    growth: { 2026/27: 4%, 2027/28: 2%, 2028/29: 3% }\n",
    "",
    ["figure/no-index-values gdp"],
  ],
  ["an index that ends early", "2027/28: 2%, 2028/29: 3%", "2027/28: 2%", ["figure/index-years gdp"]],
  ["an index with a gap", "2027/28: 2%, 2028/29: 3%", "2028/29: 3%", ["figure/index-years gdp"]],
  [
    "an index of nothing",
    "growth: { 2026/27: 4%, 2027/28: 2%, 2028/29: 3% }",
    "values: { 2025/26: 0, 2026/27: 4, 2027/28: 2, 2028/29: 3 }",
    ["figure/index-value 0"],
  ],
  [
    "an index given twice",
    "growth: {",
    "values: { 2028/29: 110 }\n    growth: {",
    ["figure/index-years gdp", "figure/overlap 2028/29"],
  ],
  ["growth without %", "2026/27: 4%", "2026/27: 4", ["figure/rate-form 4"]],
  [
    "prices that no index joins",
    "    index: gdp\n",
    "",
    ["figure/price-base 2025/26", "figure/price-base cash", "figure/price-base cash"],
  ],
  ["an unknown type of project", "    type: non-standard-buildings\n", "", ["figure/no-bias-bounds works"]],
  ["a type without bounds", "type: non-standard-buildings", "type: outsourcing", ["figure/no-bias-bounds outsourcing"]],
  [
    "a mix that is not 100%",
    "type: non-standard-buildings",
    "mix: { standard-buildings: 60%, non-standard-buildings: 30% }",
    ["figure/bias-mix mix"],
  ],
  [
    "risk areas above the whole",
    "reason: Design frozen }",
    "reason: Design frozen }\n      site: { share: 10%, mitigated: 0%, reason: None }",
    ["figure/bias-shares mitigation"],
  ],
  ["bias below the lower bound", "mitigated: 92%", "mitigated: 98%", ["figure/bias-below-lower mitigation"]],
  [
    "bias on contingency",
    "on: capital",
    "on: capital\n    includes-contingency: true",
    ["figure/bias-contingency true"],
  ],
  ["a bias of duration on money", "on: capital", "on: duration", ["figure/bias-fit works"]],
  [
    "a bias on what the economic case leaves out",
    "optimism-bias: works",
    "nature: transfer\n    optimism-bias: works",
    ["figure/bias-without-effect works"],
  ],
  ["two rests", "pcc: 75%, ccg: rest", "pcc: rest, ccg: rest", ["figure/two-rests rest"]],
  ["shares that are not 100%", "pcc: 50%, ccg: 50%", "pcc: 50%, ccg: 40%", ["figure/shares shares"]],
  [
    "an option of a line that nothing appraises",
    "    options: rebuild\n    vat",
    "    options: rebild\n    vat",
    ["register/unknown rebild"],
  ],
  [
    "amounts for an option that has not the line",
    "    options: rebuild\n    prices: { base",
    "    options: rebuild\n    by-option: { keep: { values: { 2026/27: 1, 2027/28: 1, 2028/29: 1 } } }\n    prices: { base",
    ["register/unknown keep"],
  ],
  ["a package with the appraisal's id", "  package:", "  depot:", ["figure/shared-id depot"]],
  ["a line with a result's name", "  running:", "  costs:", ["figure/taken-name costs"]],
  ["a source with a result's name", "      budget:", "      need:", ["figure/taken-name need"]],
  [
    "an appraisal before its base year",
    "    index: gdp\n    disc",
    "    base: 2027/28\n    index: gdp\n    disc",
    ["figure/appraisal-base 2027/28"],
  ],
] as const)("%s", (_, from, to, findings) => {
  expect(changed(from, to)).toEqual(findings);
});

test("a gap that nobody closes is reported with the years it lies in", () => {
  const story = depot.replace("2026/27: 660", "2026/27: 600");
  expect(run(story).findings).toEqual([]);
  const { findings, diagnostics } = run(story.replace("    gap-closed-by: Savings elsewhere.\n", ""));
  expect(findings).toEqual(["figure/funding-gap package"]);
  expect(diagnostics[0]?.message).toBe("Funding of the depot leaves a gap in 2026/27; over all years it comes to £8.");
});

test("bounds of its own bring their source and must not cross", () => {
  const own = (upper: string) => `bounds: { upper: ${upper}, lower: 10%, source: Own records }`;
  const story = (upper: string) => depot.replace("type: non-standard-buildings", own(upper));
  const computed = run(story("200%"));
  expect(computed.findings).toEqual([]);
  expect(computed.value("optimism-bias.works.managed")).toBe("0.16");
  expect(computed.document.tables.get("works.optimism-bias")?.source).toBe("Own records");
  expect(run(story("5%")).findings).toEqual(["figure/range bounds"]);
});
