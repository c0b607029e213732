// The arithmetic of published documents: what a correct program makes of their inputs.
import { describe, expect, it } from "vitest";
import type { NumberStyle } from "../../../src/compute/model.ts";
import { digits, money, percent, plainValue } from "../../../src/compute/numbers/format.ts";
import { exact } from "../../../src/compute/numbers/money.ts";
import { type Computed, run } from "./case.ts";

const style: NumberStyle = { money: "£", rounding: "half-up" };
const whole = (c: Computed, name: string) => {
  const value = c.figure(name).value;
  return value.type === "number" ? digits(value.exact, 0, style) : value.type;
};

const spend = `
tables:
  spend:
    title: Addressable spend
    columns: { project: text, level: text, pcc: £, ccg: £ }
    rows:
      - { id: health-wellness, project: Health and social care, level: Wellness, pcc: "18,977,621", ccg: "38,203" }
      - { id: health-community, project: Health and social care, level: Community, pcc: 58259377, ccg: 47269301 }
      - { id: health-complex, project: Health and social care, level: Complex, pcc: 33178472, ccg: 155330275 }
      - { id: children-wellness, project: Children, level: Wellness, pcc: 11011687, ccg: nil }
      - { id: children-community, project: Children, level: Community, pcc: 11405628, ccg: nil }
      - { id: commissioning, project: Commissioning, level: –, pcc: 2949258, ccg: 1143510 }
    total: true
    merge: [project]
figures:
  commissioning: { value: "= spend.commissioning.pcc + spend.commissioning.ccg", unit: £ }
  children: { value: "= spend.children-wellness.pcc + spend.children-community.pcc", unit: £ }
`;

const benefits = `
benefits:
  integrated-commissioning:
    label: Integrated commissioning
    kind: cost reduction
    annual:
      lower: = round(5% * commissioning)
      upper: = round(15% * commissioning)
    shares: { pcc: = 10% * spend.commissioning.pcc, ccg: rest }
  integrated-provision:
    label: Integrated provision
    kind: cost reduction
    annual: { lower: 2927539, upper: 5018638 }
    shares: { pcc: 1463269, ccg: 2509819 }
  self-management:
    label: Self management
    kind: cost reduction
    annual: { lower: 4220991, upper: 8024087 }
    shares: { pcc: 1115262, ccg: 5007277 }
  falls:
    label: Falls prevention
    kind: cost reduction
    annual: { lower: 2086904, upper: 4373492 }
    shares: { pcc: 1586811, ccg: 1643387 }
adjust:
  double-counting: -10%
  optimism-bias: { by: -10%, reason: No reference class yet }
phase: { 2014/15: 10%, 2015/16: 60%, 2016/17: 100%, 2017/18: 100%, 2018/19: 100% }
`;

describe("document 0: spend and benefits", () => {
  const c = run(`${spend}${benefits}
stated:
  benefits.net: { value: 11125433 }
  spend.pcc.total: 135782042
  benefits.phased.total: 41164101
  benefits.integrated-provision: 3973088
`);
  it("finds nothing to complain of", () => expect(c.findings).toEqual([]));
  it.each([
    ["spend.pcc.total", "135,782,043"],
    ["spend.ccg.total", "203,781,289"],
    ["commissioning", "4,092,768"],
    ["benefits.integrated-commissioning.lower", "204,638"],
    ["benefits.integrated-commissioning.upper", "613,915"],
    ["benefits.integrated-commissioning.central", "409,277"],
    ["benefits.integrated-commissioning.pcc", "294,926"],
    ["benefits.integrated-commissioning.ccg", "114,351"],
    ["benefits.integrated-provision", "3,973,089"],
    ["benefits.self-management", "6,122,539"],
    ["benefits.falls", "3,230,198"],
    ["benefits.total.lower", "9,440,072"],
    ["benefits.total.upper", "18,030,132"],
    ["benefits.total", "13,735,102"],
    ["benefits.cost-reduction.total", "13,735,102"],
    ["benefits.cost-avoidance.total", "0"],
    ["benefits.net", "11,125,433"],
    ["benefits.phased.2014/15", "1,112,543"],
    ["benefits.phased.2015/16", "6,675,260"],
    ["benefits.phased.2018/19", "11,125,433"],
    ["benefits.phased.total", "41,164,101"],
    ["children", "22,417,315"],
  ])("%s is %s", (name, expected) => expect(whole(c, name)).toBe(expected));
  it("keeps the unrounded value", () => {
    expect(c.value("benefits.integrated-provision")).toBe("3973088.5");
    expect(c.value("benefits.net")).toBe("11125432.62");
    expect(c.value("benefits.phased.total")).toBe("41164100.694");
  });
  it("prints a rounding note where displayed years miss the total", () =>
    expect(c.document.benefits?.roundingNote).toBe(true));
  it("adds adjustments up when told to", () => {
    const additive = run(`${spend}${benefits}combine: additive\n`);
    expect(additive.value("benefits.net")).toBe("10988081.6");
  });
  it("would miss the published phasing if the driver were not rounded to pounds", () => {
    const raw = run(`${spend}${benefits.replace(/round\((.*)\)/g, "$1")}`);
    expect(raw.value("benefits.phased.total")).toBe("41164101.5931");
  });
  it("explains how a figure came about", () => {
    const lower = c.figure("benefits.integrated-commissioning.lower").derivation;
    expect(lower).toMatchObject({
      type: "computed",
      sentence: "5% × commissioning (£4,092,768), rounded",
      excel: "ROUND(5%*[[commissioning]],0)",
      inputs: ["commissioning"],
    });
    expect(c.figure("benefits.net").derivation).toMatchObject({
      excel: "[[benefits.total]]*(1+[[adjust.double-counting]])*(1+[[adjust.optimism-bias]])",
    });
  });
});

describe("document 0: costs", () => {
  const c = run(`
tables:
  programme-office:
    title: Programme management office, annual cost
    columns: { role: text, annual: £ }
    rows:
      - { role: Senior project manager, annual: 44000 }
      - { role: Senior HR adviser, annual: 18500 }
      - { role: Business change adviser, annual: 8250 }
      - { role: Communications officer, annual: 8250 }
      - { role: ICT programme manager, annual: 40000 }
      - { role: Finance lead, annual: 9250 }
    total: true
  workstreams:
    title: Workstream roles
    columns:
      role: text
      annual: £
      months: { unit: months, additive: false }
      case: { label: Business case cost, unit: £, formula: = annual * months / 12 }
    rows:
      - { role: Project officer, annual: 26000, months: 4 }
      - { role: Data analyst, annual: 10000, months: 1 }
      - { role: Process analyst, annual: 13000, months: = 20/13 }
      - { role: Project support, annual: 20000, months: 4 }
      - { role: Service redesign manager, annual: 38000, months: 2 }
      - { role: IT adviser, annual: 7500, months: 1 }
      - { role: Financial modeller, annual: 7500, months: 4 }
      - { role: Integrated commissioning lead, annual: 6500, months: 4 }
    total: true
  business-case:
    title: Cost of the full business case
    columns: { item: text, cost: £ }
    rows:
      - { item: Programme management office, cost: = programme-office.annual.total * 3/12 }
      - { item: Workstream business cases (9), cost: = workstreams.case.total * 9 }
      - { item: Legal advice, cost: 20000 }
    total: true
`);
  it("adds unrounded values", () => {
    expect(c.findings).toEqual([]);
    expect(c.value("programme-office.annual.total")).toBe("128250");
    expect(c.value("workstreams.annual.total")).toBe("128500");
    expect(whole(c, "workstreams.case.total")).toBe("29,458");
    expect(whole(c, "business-case.workstream-business-cases-9")).toBe("265,125");
    expect(c.value("business-case.programme-management-office")).toBe("32062.5");
    expect(c.value("business-case.total").slice(0, 8)).toBe("317187.5");
    expect(whole(c, "business-case.total")).toBe("317,188");
  });
  it("notes rounding where displayed rows miss the total", () => {
    expect(c.document.tables.get("workstreams")?.roundingNote).toBe(true);
    expect(c.document.tables.get("business-case")?.roundingNote).toBe(false);
    expect(c.document.tables.get("programme-office")?.roundingNote).toBe(false);
  });
});

describe("document 0: capability gaps", () => {
  it("takes the current level from the target", () => {
    const c = run(`
tables:
  capability:
    title: Capability
    columns:
      process: text
      current: { type: number, additive: false }
      target: { type: number, additive: false }
      gap: { type: number, additive: false, formula: = target - current }
    rows:
      - { process: Planning, current: 2, target: 4 }
      - { process: Reporting, current: 3, target: 3 }
`);
    expect(c.findings).toEqual([]);
    expect([c.value("capability.planning.gap"), c.value("capability.reporting.gap")]).toEqual(["2", "0"]);
  });
});

describe("document 1: relative reduction", () => {
  it("is 46 % of the baseline", () => {
    const c = run(`
outcomes:
  emergency:
    label: Avoidable emergency admissions
    unit: per 100,000
    baseline: "1,572"
    targets: { 2018/19: 843.3 }
    direction: down
    change: relative
  permanent: { label: At home, unit: "%", baseline: 82, targets: { 2014/15: 85.5 }, change: points }
`);
    expect(c.value("outcomes.emergency.change").slice(0, 7)).toBe("0.46354");
    expect(percent(c.figure("outcomes.emergency.change").value, {}, style).text).toBe("46%");
    expect(percent(c.figure("outcomes.emergency.change").value, { places: 3 }, style).text).toBe("46.355%");
    expect(c.value("outcomes.permanent.change")).toBe("0.035");
    expect(c.value("outcomes.emergency.target.2018/19")).toBe("843.3");
  });
});

describe("document 2: results block", () => {
  const c = run(
    `
appraisals:
  results:
    title: Results
    benefits: { 2013/14: 0, 2014/15: 300000, 2015/16: 380000, 2016/17: 380000 }
    costs: { 2013/14: 30000, 2014/15: 130000, 2015/16: 90000, 2016/17: 90000 }
    rate: { rate: 4.5%, reason: The rate the published summary used }
figures:
  again: "= npv(4.5%, results.net.2013/14..2016/17)"
  rate-again: "= irr(results.net.2013/14..2016/17)"
stated:
  results.net: { value: 1400000, reason: Expenditure was added instead of subtracted }
  results.roi: 211.8%
  results.npv: 652367
  results.irr: 619.7%
`.replace(/: "(= [ni].*)"/g, ': { value: "$1" }'),
  );
  it("agrees with the published block except where that was wrong", () => {
    expect(c.findings).toEqual([]);
    expect(c.document.explained.map((e) => e.figure)).toEqual(["results.net"]);
    expect(c.value("results.benefits")).toBe("1060000");
    expect(c.value("results.costs")).toBe("340000");
    expect(c.value("results.net")).toBe("720000");
    expect(c.value("results.payback")).toBe("Year 1");
    const show = (name: string, places: number) => plainValue(c.figure(name).value, places, style);
    expect(show("results.npv", 2)).toBe("£652,367.13");
    expect(show("results.irr", 2)).toBe("619.66%");
    expect(show("results.roi", 2)).toBe("211.76%");
    expect(show("results.rate", 1)).toBe("4.5%");
    // Printed as 339.2%, which no reading of the inputs gives; its yearly average there is a third of it.
    expect(show("results.discounted-roi", 1)).toBe("206.7%");
    expect(c.value("again")).toBe(c.value("results.npv"));
    expect(c.value("rate-again")).toBe(c.value("results.irr"));
  });
  it("refuses a published value that has no reason", () => {
    const bad = run(`figures: { a: { value: 720000, unit: £ } }\nstated: { a: { value: 1400000 } }\n`);
    expect(bad.findings).toEqual(["figure/stated-differs 1400000"]);
  });
});

describe("document 2 and 4: scales", () => {
  it("prints millions with their word", () => {
    const value = { type: "number", exact: exact("22417315"), unit: "£" } as const;
    expect(money(value, { as: "£m", places: 3 }, style).text).toBe("£22.417m");
    expect(money({ ...value, exact: exact("11125432.62") }, { as: "£m", places: 1, word: "about" }, style).text).toBe(
      "about £11.1m",
    );
  });
});

describe("document 4: pots and transformation costs", () => {
  const c = run(`
tables:
  pots:
    title: Pots by organisation
    columns:
      organisation: text
      a: { label: Pot A, unit: £m }
      b: { label: Pot B, unit: £m }
      c: { label: Pot C, unit: £m }
      d: { label: Pot D, unit: £m }
      total: { label: Total, unit: £m, formula: "= sum(a, b, c, d)" }
    rows:
      - { id: council, organisation: Wirral Council, a: 73.9, b: nil, c: nil, d: 5.2 }
      - { id: ccg, organisation: Wirral CCG, a: 420.2, b: 73.2, c: 0.2, d: 15.7 }
      - { id: public-health, organisation: Public Health, a: 25.6, b: nil, c: nil, d: 4.3 }
    total: true
  transformation:
    title: Transformation costs
    columns:
      cost: text
      rate: { unit: £, decimals: 2, additive: false }
      weeks: { unit: weeks, additive: false }
      total: { unit: £, decimals: 2 }
    rows:
      - { cost: Due diligence, rate: n/a, weeks: 8, total: 40000 }
      - { cost: Full business case, rate: 40.95, weeks: 6, total: = rate * hours-per-week * weeks }
      - { cost: Project manager, rate: 40.95, weeks: 30, total: = rate * hours-per-week * weeks }
      - { cost: Legal, rate: unknown, weeks: 6, total: 5568.96 }
      - { cost: HR and OD, rate: unknown, weeks: 6, total: 7093.38 }
      - { cost: Finance, rate: unknown, weeks: 6, total: 6484.80 }
    total: true
figures:
  hours-per-week: { value: 36, unit: hours }
  pooled: { value: = pots.council.a + pots.public-health.a, unit: £m }
stated:
  transformation.full-business-case: { value: 8845.00, decimals: 2, reason: The pence were left off }
`);
  it("adds both ways", () => {
    expect(c.findings).toEqual([]);
    expect(["a", "b", "c", "d", "total"].map((p) => c.value(`pots.${p}.total`))).toEqual([
      "519.7",
      "73.2",
      "0.2",
      "25.2",
      "618.3",
    ]);
    expect(c.value("pots.total")).toBe("618.3");
    expect(["council", "ccg", "public-health"].map((row) => c.value(`pots.${row}`))).toEqual(["79.1", "509.3", "29.9"]);
    expect(["council", "public-health"].map((row) => Number(c.value(`pots.${row}`))).reduce((a, b) => a + b)).toBe(109);
    expect(c.value("pooled")).toBe("99.5");
    expect(c.document.tables.get("pots")?.roundingNote).toBe(false);
  });
  it("multiplies the hours nobody printed", () => {
    expect(c.value("transformation.full-business-case")).toBe("8845.2");
    expect(c.value("transformation.project-manager")).toBe("44226");
    // One row was printed without its pence, so the published total is 20 pence lower.
    expect(c.value("transformation.total")).toBe("112218.34");
    expect(c.document.explained).toHaveLength(1);
  });
});
