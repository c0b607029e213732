import { describe, expect, it } from "vitest";
import { run } from "./case.ts";

const base = `figures:
  cost: { value: { lower: 90, central: 100, upper: 130 }, unit: £ }
  saving: { value: { lower: 40, upper: 80 }, unit: £ }
  either: { value: { lower: -10, central: 5, upper: 20 }, unit: £ }
  loss: { value: { lower: -30, central: -20, upper: -10 }, unit: £ }
  share: { value: { lower: 10%, central: 20%, upper: 40% } }
  swing: { value: { lower: -50%, central: 10%, upper: 100% } }
  people: { value: { lower: 4, central: 5, upper: 8 }, unit: people }
  maybe: { value: { lower: 0, central: 5, upper: 10 } }
  fixed: { value: 1000, unit: £ }
  rate: { value: { lower: 0%, central: 5%, upper: 10% } }
`;
const withFormula = (formula: string, unit?: string) =>
  run(`${base}  x:\n    value: = ${formula}\n${unit ? `    unit: "${unit}"\n` : ""}`);

describe("a formula over ranged figures has both ends", () => {
  it.each([
    ["cost", "90", "100", "130"],
    ["saving - cost", "-90", "-40", "-10"],
    ["- cost", "-130", "-100", "-90"],
    ["cost * 2 + fixed", "1180", "1200", "1260"],
    ["cost * -2", "-260", "-200", "-180"],
    ["cost * share", "9", "20", "52"],
    ["loss * share", "-12", "-4", "-1"],
    ["share * either", "-4", "1", "8"],
    ["either * swing", "-10", "0.5", "20"],
    ["loss * swing", "-30", "-2", "15"],
    ["fixed / people", "125", "200", "250"],
    ["loss / people", "-7.5", "-4", "-1.25"],
    ["either / people", "-2.5", "1", "5"],
    ["cost / loss", "-13", "-5", "-3"],
    ["either / loss", "-2", "-0.25", "1"],
    ["sum(cost, saving, fixed)", "1130", "1160", "1210"],
    ["average(cost, saving)", "65", "80", "105"],
    ["min(cost, saving)", "40", "60", "80"],
    ["max(cost, saving, 95)", "95", "100", "130"],
    ["round(cost / 7, 1)", "12.9", "14.3", "18.6"],
    ["abs(loss)", "10", "20", "30"],
    ["abs(either)", "0", "5", "20"],
    ["if(cost > 50, saving, fixed)", "40", "60", "80"],
    ["if(cost > 110, saving, fixed)", "40", "1000", "1000"],
    ["if(fixed = 1000, cost, 0)", "90", "100", "130"],
    [
      "npv(10%, loss, cost)",
      "51.81818181818181818181818181818181818182",
      "70.90909090909090909090909090909090909091",
      "108.1818181818181818181818181818181818182",
    ],
    [
      "npv(rate, fixed, loss)",
      "970",
      "980.9523809523809523809523809523809523810",
      "990.9090909090909090909090909090909090909",
    ],
    ["irr(- fixed, cost * 12)", "0.08", "0.2", "0.56"],
  ])("%s: %s to %s to %s", (formula, lower, central, upper) => {
    const c = withFormula(formula);
    expect(c.findings).toEqual([]);
    const shown = (name: string) => Number(c.value(name)).toFixed(9);
    expect([shown("x.lower"), shown("x"), shown("x.central"), shown("x.upper")]).toEqual(
      [lower, central, central, upper].map((v) => Number(v).toFixed(9)),
    );
  });
  it("keeps the declared unit", () => {
    const c = withFormula("cost * 1000", "£k");
    expect([c.value("x.lower"), c.value("x.upper")]).toEqual(["90", "130"]);
  });
  it("knows no end where a divisor may be zero", () => {
    const c = withFormula("fixed / maybe");
    expect(c.findings).toEqual([]);
    expect([c.value("x.lower"), c.value("x"), c.value("x.upper")]).toEqual(["n/a", "200", "n/a"]);
  });
  it("tells an end like any other number", () => {
    const c = withFormula("fixed - cost * share");
    expect(c.figure("x.lower").derivation).toMatchObject({
      sentence: "fixed (£1,000) − cost.upper (£130) × share.upper (40%)",
      excel: "[[fixed]]-[[cost.upper]]*[[share.upper]]",
      inputs: ["fixed", "cost.upper", "share.upper"],
    });
    expect(c.figure("x.upper").label).toBe("X, upper");
  });
});

describe("ranges in tables", () => {
  const table = `${base}tables:
  works:
    title: Works
    columns:
      item: text
      count: { unit: items, additive: false }
      cost: { unit: £, formula: = count * saving }
      total: { unit: £, formula: "= sum(cost, fixed)" }
    rows:
      - { item: Roof, count: 2 }
      - { item: Doors, count: 3 }
    total: true
`;
  const c = run(
    `${table.replace("figures:", "figures:\n  all: { value: = sum(works.cost) * 2, unit: £ }\n  other: { value: = fixed * 2, unit: £ }")}`,
  );
  it("go through cells, totals and columns named alone", () => {
    expect(c.findings).toEqual([]);
    const ends = (name: string) => [`${name}.lower`, name, `${name}.upper`].map(c.value);
    expect(ends("works.roof.cost")).toEqual(["80", "120", "160"]);
    expect(ends("works.doors.total")).toEqual(["1120", "1180", "1240"]);
    expect(ends("works.cost.total")).toEqual(["200", "300", "400"]);
    expect(ends("all")).toEqual(["400", "600", "800"]);
    // Other names of a figure have its ends as well.
    expect(ends("works.doors")).toEqual(["1120", "1180", "1240"]);
    expect(ends("works.total.cost")).toEqual(["200", "300", "400"]);
    expect(c.value("works.total.central")).toBe("2300");
  });
  it("come only where something is ranged", () => {
    expect(c.document.figures.has("other.lower")).toBe(false);
    expect(c.document.figures.has("works.roof.count.lower")).toBe(false);
    expect(c.document.figures.has("cost.lower.lower")).toBe(false);
  });
  it("look up the ends of results, and of what is looked up", () => {
    const bands = run(`${base}  x: { value: "= lookup(cost, bands.from, bands.charge)", unit: £ }
tables:
  bands:
    title: Bands
    columns: { from: { unit: £, additive: false }, charge: £ }
    rows:
      - { from: 0, charge: = saving }
      - { from: 95, charge: 70 }
      - { from: 120, charge: 200 }
`);
    expect(bands.findings).toEqual([]);
    expect(["x.lower", "x", "x.upper"].map(bands.value)).toEqual(["40", "70", "200"]);
  });
});

describe("benefits keep their own names", () => {
  it("and lend their ends to figures", () => {
    const c = run(`benefits:
  a: { label: A, kind: cost reduction, annual: { lower: 10, upper: 30 }, shares: { pcc: 50%, ccg: rest } }
figures:
  x: { value: = benefits.total * 2, unit: £ }
`);
    expect(c.findings).toEqual([]);
    expect(["x.lower", "x", "x.upper"].map(c.value)).toEqual(["20", "40", "60"]);
    expect([...c.document.figures.keys()].filter((n) => n.startsWith("benefits.a.pcc"))).toEqual(["benefits.a.pcc"]);
  });
});

describe("what is wrong with a range or a sign", () => {
  it.each([
    ["{ value: { lower: 9, upper: 4 }, unit: £ }", "figure/range 9"],
    ["{ value: { lower: 4, central: 3, upper: 9 }, unit: £ }", "figure/central 3"],
    ["{ value: -4, unit: £, sign: cost }", "figure/sign -4"],
    ["{ value: = 3 - 5, unit: £, sign: saving }", "figure/sign = 3 - 5"],
    ["{ value: { lower: -1, upper: 9 }, unit: £, sign: income }", "figure/sign -1"],
    ['{ value: 0.1, unit: "%" }', "figure/percent-plain 0.1"],
    ['{ value: { lower: 0.1, upper: 9 }, unit: "%" }', "figure/percent-plain 0.1"],
  ])("%s: %s", (figure, expected) => expect(run(`figures:\n  a: ${figure}\n`).findings).toEqual([expected]));
  it.each([
    "{ value: -4, unit: £, sign: either }",
    "{ value: 0, unit: £, sign: cost }",
    '{ value: 46, unit: "%" }',
    '{ value: 0.1%, unit: "%" }',
  ])("%s is fine", (figure) => expect(run(`figures:\n  a: ${figure}\n`).findings).toEqual([]));
});
