import { describe, expect, it } from "vitest";
import { countOf } from "../../../src/compute/registers/count.ts";
import { rateRisk, toneOf } from "../../../src/compute/registers/risk.ts";
import { run } from "./case.ts";

const line = (rest: string) => `benefits:
  a:
    label: Line A
    kind: cost reduction
    ${rest}
`;

describe("benefits", () => {
  it.each([
    ["annual: { lower: 10, upper: 5 }", "figure/range 10"],
    ["annual: 100\n    shares: { pcc: 60, ccg: 30 }", "figure/shares shares"],
    ["annual: 100\n    shares: { pcc: rest, ccg: rest }", "figure/two-rests shares"],
    ["annual: 100\n    shares: { pcc: 50%, cgc: rest }", "figure/unknown-organisation cgc"],
    ["annual: 5%", "figure/wrong-unit 5%"],
    ["annual: 100\nadjust: { cut: 10 }", "figure/adjustment 10"],
    ["annual: 100\nphase: { '2014': 10% }", "figure/phase-year '2014'"],
  ])("%s: %s", (rest, expected) => expect(run(line(rest)).findings).toEqual([expected]));
  it("gives the rest of a percentage share", () => {
    const c = run(line("annual: 100\n    shares: { pcc: 40%, ccg: rest }"));
    expect(c.findings).toEqual([]);
    expect([c.value("benefits.a.pcc"), c.value("benefits.a.ccg")]).toEqual(["40", "60"]);
    expect(c.document.benefits?.partners).toEqual(["pcc", "ccg"]);
  });
  it("carries a range through every step", () => {
    const c = run(
      `${line("annual: { lower: 100, upper: 300 }")}adjust: { cut: -50% }\nphase: { 2014/15: 10%, 2015/16: 100% }\n`,
    );
    expect(["benefits.net.lower", "benefits.net", "benefits.net.upper"].map(c.value)).toEqual(["50", "100", "150"]);
    expect(["lower", "upper"].map((b) => c.value(`benefits.phased.total.${b}`))).toEqual(["55", "165"]);
    expect(c.document.benefits?.adjustments[0]?.after.upper).toMatchObject({ unit: "£" });
  });
  it("leaves out of the total what is not known yet", () => {
    const c = run(`${line("annual: TBC by FL on 2014-03-31")}  b: { label: B, kind: cost avoidance, annual: 5 }\n`);
    expect(c.value("benefits.total")).toBe("5");
    expect(c.document.benefits?.incomplete).toBe(true);
  });
});

describe("stated values", () => {
  const data = (stated: string) =>
    `figures:\n  a: { value: 100.4, unit: £ }\n  b: { value: 4.55% }\n  c: { value: TBC by FL on 2014-03-31 }\nstated:\n  ${stated}\n`;
  it.each([
    ["a: 100", []],
    ["a: { value: 0.1, unit: £k, decimals: 1 }", []],
    ["a: 101", ["figure/stated-differs 101"]],
    ["a: { value: 101, reason: A slip }", []],
    ["a: { value: 100, unit: £k }", ["figure/stated-differs 100"]],
    ["b: 4.6%", []],
    ["b: 4.7%", ["figure/stated-differs 4.7%"]],
    ["a: 5%", ["figure/stated-differs 5%"]],
    ["c: 5", ["figure/stated-empty 5"]],
    ["aa: 5", ["figure/unknown-name aa"]],
  ])("%s", (stated, expected) => expect(run(data(stated)).findings).toEqual(expected));
  it.each([
    ["a: 101", "typed here", "100.4"],
    ["c: 5", "typed here", "TBC by FL on 2014-03-31"],
    ["d: 5", "computed here", "= a * 2"],
    ["benefits.net: 5", "computed here", "benefits"],
  ])("%s: the other place is %s", (stated, message, words) => {
    const text = `${data(stated)}benefits: { x: { label: X, kind: cost avoidance, annual: 7 } }\n`.replace(
      "  c: {",
      "  d: { value: = a * 2, unit: £ }\n  c: {",
    );
    const note = run(text).diagnostics[0]?.notes?.[0];
    expect(note?.message).toBe(message);
    expect(note?.span && text.slice(note.span.start, note.span.end)).toBe(words);
  });
});

describe("risks", () => {
  const matrix = { scale: 5, bands: { Green: "1–9", Amber: "10-14", Red: "15 to 25" } };
  it.each([
    [
      { likelihood: 3, impact: 4 },
      { score: 12, word: "Amber", tone: "amber" },
    ],
    [
      { likelihood: 3, impact: 3 },
      { score: 9, word: "Green", tone: "green" },
    ],
    [
      { likelihood: 5, impact: 5 },
      { score: 25, word: "Red", tone: "red" },
    ],
    [{ rating: "Amber / Red" }, { score: undefined, word: "Amber / Red", tone: "amber-red" }],
    [{ rating: "High" }, { score: undefined, word: "High", tone: "red" }],
    [{}, { score: undefined, word: undefined, tone: "neutral" }],
  ])("%j", (risk, expected) => expect(rateRisk(risk, matrix)).toEqual(expected));
  it.each([
    ["Green", "green"],
    ["Amber/Green", "amber-green"],
    ["Orange", "amber"],
    ["Medium", "amber"],
    ["amber / red", "amber-red"],
    ["Low", "green"],
    ["Purple", "neutral"],
  ])("%s is %s", (word, tone) => expect(toneOf(word)).toBe(tone));
  const bands = (text: string) => `conventions:\n  risk-matrix: { scale: 5, bands: { ${text} } }\n`;
  const risk = (text: string) => `risks:\n  R1: { title: A, ${text} }\n`;
  it.each([
    [bands("Green: 1–9, Amber: 10–14, Red: 15–25"), risk("likelihood: 3, impact: 4"), []],
    [bands("Green: 1–9, Red: 15–25"), "", ["register/risk-band-gap bands"]],
    [bands("Green: 1–9, Amber: 9–14, Red: 15–25"), "", ["register/risk-band-overlap 9–14"]],
    [
      bands("Green: 1–9, Amber: 8–12, Red: 12–25"),
      "",
      ["register/risk-band-overlap 8–12", "register/risk-band-overlap 12–25"],
    ],
    [bands("Green: low, Red: 10–25"), "", ["register/risk-band low"]],
    [bands("Green: 1–9, Red: 10–25"), risk("likelihood: 6, impact: 4"), ["register/risk-scale 6"]],
    [bands("Green: 1–9, Red: 10–25"), risk("rating: Purpel"), ["register/risk-rating Purpel"]],
    [
      bands("Green: 1–9, Red: 10–25"),
      risk("likelihood: 3, impact: 4, rating: Green"),
      ["register/risk-rating-differs Green"],
    ],
  ])("%s %s", (conventions, data, expected) =>
    expect(run({ conventions, data }).findings.map((f) => f.replace("content/", ""))).toHaveLength(expected.length),
  );
});

describe("counts", () => {
  const c = run(`lists: { aims: [a, b] }
risks:
  R1: { title: A, rating: High }
  R2: { title: B, rating: Low }
  R3: { title: C, rating: High, documents: other }
options:
  main: { title: M, options: { o1: { title: x }, o2: { title: y } } }
services:
  s1: { name: N, organisation: [pcc, ccg] }
`);
  it.each([
    ["aims", undefined, 2],
    ["risks", undefined, 2],
    ["risks", "rating=High", 1],
    ["risks", "R1 R2", 2],
    ["options.main", undefined, 2],
    ["services", "organisation=ccg", 1],
    ["nothing", undefined, undefined],
  ])("%s %s", (name, filter, expected) => expect(countOf(c.document, name, filter)).toBe(expected));
});

describe("outcomes", () => {
  it("keeps words where a target has no number, and takes the last that has one", () => {
    const c = run(`outcomes:
  x: { label: X, unit: days, baseline: { value: 200, date: "2013" }, targets: { 2014/15: 150, 2015/16: return to national average } }
  y: { label: Y, baseline: 0, targets: { 2014/15: 5 } }
  z: { label: Z, baseline: 82%, targets: { 2014/15: 90% }, change: points, direction: up }
`);
    expect(c.findings).toEqual([]);
    expect(c.value("outcomes.x.change")).toBe("-0.25");
    expect(c.value("outcomes.x.target.2015/16")).toBe("return to national average");
    expect(c.value("outcomes.y.change")).toBe("n/a");
    expect(c.value("outcomes.z.change")).toBe("0.08");
    expect(c.document.outcomes.get("x")?.baselineDate).toBe("2013");
  });
});
