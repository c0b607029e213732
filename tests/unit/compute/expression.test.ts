import { describe, expect, it } from "vitest";
import { additiveTerms, nameText, parseFormula } from "../../../src/compute/formula/expression.ts";
import { run } from "./case.ts";

const base = `
figures:
  a: { value: 100, unit: £ }
  b: { value: 40, unit: £ }
  big: { value: 2, unit: £m }
  thousands: { value: 500, unit: £k }
  rate: 5%
  people: { value: 20, unit: people }
  none: { value: nil, unit: £ }
  later: { value: TBC by FL on 2014-03-31, unit: £ }
  na: { value: n/a, unit: £ }
  public-health: { value: 7, unit: £ }
  hours: 36
`.replace(/^ {2}([\w-]+): ([^{\n]+)$/gm, "  $1: { value: $2 }");

const withFormula = (formula: string, unit?: string) =>
  run(`${base}  x:\n    value: = ${formula}\n${unit ? `    unit: "${unit}"\n` : ""}tables:
  flows:
    title: Flows
    columns: { line: text, 2014/15: £, 2015/16: £, 2016/17: £ }
    rows:
      - { line: Net, 2014/15: -100, 2015/16: 60, 2016/17: 70 }
      - { line: Other, 2014/15: 1, 2015/16: 2, 2016/17: 3 }
  bands:
    title: Bands
    columns: { from: £, rate: "%", name: text }
    rows:
      - { from: 0, rate: 10%, name: low }
      - { from: 50, rate: 20%, name: middle }
      - { from: 200, rate: 30%, name: high }
lists:
  aims: [one, two, three]
`);

describe("formulas and their values", () => {
  it.each([
    ["a + b", "140", "£"],
    ["a - b * 2", "20", "£"],
    ["(a - b) * 2", "120", "£"],
    ["a - (b - 10)", "70", "£"],
    ["- a + b", "-60", "£"],
    ["-5 + 3", "-2", "number"],
    ["5% * a", "5", "£"],
    ["a * rate", "5", "£"],
    ["a / b", "2.5", "number"],
    ["a / people", "5", "£"],
    ["1 - rate", "0.95", "%"],
    ["a * (1 + rate)", "105", "£"],
    ["3/12", "0.25", "number"],
    ["a * 3/12", "25", "£"],
    ["2014/16", "125.875", "number"],
    ["big + a", "2.0001", "£m"],
    ["a + big", "2000100", "£"],
    ["thousands - a", "499.9", "£k"],
    ["sum(a, b, thousands)", "500140", "£"],
    ["average(a, b)", "70", "£"],
    ["min(a, b)", "40", "£"],
    ["max(a, thousands)", "500000", "£"],
    ["max(a - 200, 0)", "0", "£"],
    ["round(a / 3)", "33", "£"],
    ["round(a / 3, 2)", "33.33", "£"],
    ["round(a * 1.55, -1)", "160", "£"],
    ["abs(b - a)", "60", "£"],
    ["a + none", "100", "£"],
    ["sum(a, later)", "100", "£"],
    ["if(a > b, a, b)", "100", "£"],
    ["if(hours = 0, 0, a / hours)", `2.${"7".repeat(38)}8`, "£"],
    ["if(0, a / 0, b)", "40", "£"],
    ["count(aims)", "3", "number"],
    ["count(flows)", "2", "number"],
    ["public-health + 1", "8", "£"],
    ["flows.net.2015/16", "60", "£"],
    ["flows.2015/16.net", "60", "£"],
    ["flows.2015/16.total", "62", "£"],
    ["sum(flows.net.2014/15..2016/17)", "30", "£"],
    ["sum(flows.2014/15)", "-99", "£"],
    ["npv(0, flows.net.2014/15..2016/17)", "30", "£"],
    ["lookup(a, bands.from, bands.rate)", "0.2", "%"],
    ["lookup(thousands, bands.from, bands.rate)", "0.3", "%"],
    ["people * rate", "1", "people"],
    ["hours * people", "720", "people"],
  ])("%s = %s %s", (formula, expected, unit) => {
    const c = withFormula(formula);
    expect(c.findings).toEqual([]);
    expect(c.value("x")).toBe(expected);
    expect(c.figure("x").value).toMatchObject({ unit });
  });
  it.each([
    ["a + later", "open"],
    ["na * 2", "n/a"],
    ["none", "nil"],
    ["irr(100, 50)", "No rate exists"],
    ["irr(-100, 300, -200)", "2 rates: 0.0%, 100.0%"],
    ["irr(100, -300, 250)", "No rate exists"],
  ])("%s is %s", (formula, expected) => {
    const c = withFormula(formula);
    expect(c.findings).toEqual([]);
    expect(c.value("x")).toBe(expected);
  });
  it.each([
    ["a / b", "%", "2.5"],
    ["big", "£", "2000000"],
    ["a + b", "£k", "0.14"],
    ["hours * people", "number", "720"],
  ])("%s in %s is %s", (formula, unit, expected) => {
    const c = withFormula(formula, unit);
    expect(c.findings).toEqual([]);
    expect(c.value("x")).toBe(expected);
  });
});

describe("what is wrong with a formula, and where", () => {
  it.each([
    ["a + rate", "figure/units a + rate"],
    ["a * b", "figure/units a * b"],
    ["sum(a, rate)", "figure/units sum(a, rate)"],
    ["if(a > rate, a, b)", "figure/units a > rate"],
    ["a / 0", "figure/division-by-zero a / 0"],
    ["a / none", "figure/division-by-zero a / none"],
    ["a + bb", "figure/unknown-name bb"],
    ["a-b", "figure/unknown-name a-b"],
    ["a*b", "figure/spaces *"],
    ["a / (b)/hours", "figure/spaces /"],
    ["1,000 + a", "figure/thousands 1,000"],
    ["sum(1,000, a)", "figure/thousands 1,000"],
    ["a × b", "figure/stray-character ×"],
    ["£5 + a", "figure/stray-character £"],
    ["a +", "figure/syntax "],
    ["(a + b", "figure/syntax "],
    ["a b", "figure/syntax b"],
    ["", "figure/syntax "],
    ["summe(a)", "figure/unknown-function summe"],
    ["round()", "figure/arguments round()"],
    ["round(a, rate)", "figure/arguments round(a, rate)"],
    ["a > b", "figure/comparison a > b"],
    ["flows.2014/15", "figure/list flows.2014/15"],
    ["flows.net", "figure/which-column flows.net"],
    ["flows.net.2016/17..2014/15", "figure/year-span flows.net.2016/17..2014/15"],
    ["flows.net.2014/16..2016/17", "figure/year-span flows.net.2014/16..2016/17"],
    ["flows.net.2014/16", "figure/unknown-name flows.net.2014/16"],
    ["bands.rate.total", "figure/not-additive bands.rate.total"],
    ["x + 1", "figure/cycle"],
  ])("%s: %s", (formula, expected) => {
    const c = withFormula(formula);
    expect(c.findings).toHaveLength(1);
    expect(c.findings[0]).toContain(expected);
    expect(c.figure("x").value.type).toBe("broken");
  });
  it("takes the declared unit seriously", () => {
    expect(withFormula("a", "%").findings).toEqual(["figure/wrong-unit = a"]);
    expect(withFormula("hours", "£").findings).toEqual(["figure/wrong-unit = hours"]);
  });
  it("suggests what was meant", () => {
    expect(withFormula("public-helth").diagnostics[0]?.help).toBe("did you mean `public-health`?");
    expect(withFormula("a-b").diagnostics[0]?.help).toContain("a - b");
    expect(withFormula("flows.nett.2014/15").diagnostics[0]?.help).toContain("flows.net.2014/15");
  });
  it("names the loop", () => {
    const c = run(
      "figures:\n  a: { value: = b + 1 }\n  b: { value: = c }\n  c: { value: = a * 2 }\n  d: { value: = a }\n",
    );
    expect(c.diagnostics.map((d) => d.message)).toEqual(["The figure depends on itself: a → b → c → a."]);
    expect(c.figure("d").value.type).toBe("broken");
  });
  it("says nothing of what rests on a broken value", () => {
    const c = run("figures:\n  a: { value: = zzz }\n  b: { value: = a + 1 }\n  c:\n    value: = sum(a, b) / b\n");
    expect(c.findings).toEqual(["figure/unknown-name zzz"]);
  });
  it("points into a quoted and a folded formula", () => {
    expect(run('figures: { a: { value: "= 1 + zzz" } }').findings).toEqual(["figure/unknown-name zzz"]);
    expect(run("figures:\n  a:\n    value: = 1 +\n      2 +\n      zzz\n").findings).toEqual([
      "figure/unknown-name zzz",
    ]);
    expect(run("figures:\n  a:\n    value: >-\n      = 1 +\n      zzz\n").findings).toEqual([
      "figure/unknown-name zzz",
    ]);
  });
  it("follows a chain of any length", () => {
    const links = Array.from({ length: 800 }, (_, i) => `  a${i}: { value: = a${i + 1} + 1 }`).join("\n");
    const c = run(`figures:\n${links}\n  a800: { value: 1 }\n`);
    expect(c.findings).toEqual([]);
    expect(c.value("a0")).toBe("801");
    const loop = run(`figures:\n${links}\n  a800: { value: = a0 }\n`);
    expect(loop.findings).toHaveLength(1);
    expect(loop.findings[0]).toContain("figure/cycle");
    expect(loop.figure("a1").value.type).toBe("broken");
  });
  it("refuses a formula nobody can read", () => {
    expect(run(`figures: { a: { value: "= ${"(".repeat(100)}1${")".repeat(100)}" } }`).findings[0]).toContain(
      "figure/too-deep",
    );
    expect(run(`figures: { a: { value: "= ${"1 + ".repeat(400)}1" } }`).findings[0]).toContain("figure/too-deep");
  });
});

describe("Excel formulas", () => {
  it.each([
    ["a - (b - 10)", "[[a]]-([[b]]-10)"],
    ["a / (b * 2)", "[[a]]/([[b]]*2)"],
    ["5% * a", "5%*[[a]]"],
    ["a + big", "[[a]]+[[big]]*1000000"],
    ["thousands - a", "[[thousands]]-[[a]]/1000"],
    ["a + none", "[[a]]+N([[none]])"],
    ["sum(flows.net.2014/15..2015/16)", "SUM([[flows.net.2014/15]],[[flows.net.2015/16]])"],
    [
      "npv(5%, flows.net.2014/15..2016/17)",
      "[[flows.net.2014/15]]+NPV(5%,[[flows.net.2015/16]],[[flows.net.2016/17]])",
    ],
    ["if(a > b, a, b)", "IF([[a]]>[[b]],[[a]],[[b]])"],
    ["round(a / 3, 2)", "ROUND([[a]]/3,2)"],
    ["- (a + b)", "-([[a]]+[[b]])"],
    ["round(a / 3) * 2", "ROUND([[a]]/3,0)*2"],
    ["a - sum(a, b)", "[[a]]-SUM([[a]],[[b]])"],
    ["a * 20%", "[[a]]*20%"],
    ["abs(b - a)", "ABS([[b]]-[[a]])"],
    [
      "lookup(a, bands.from, bands.rate)",
      "IF([[a]]>=[[bands.high.from]],[[bands.high.rate]],IF([[a]]>=[[bands.middle.from]],[[bands.middle.rate]],IF([[a]]>=[[bands.low.from]],[[bands.low.rate]],NA())))",
    ],
    [
      "irr(flows.net.2014/15..2016/17)",
      "IRR(CHOOSE({1,2,3},[[flows.net.2014/15]],[[flows.net.2015/16]],[[flows.net.2016/17]]))",
    ],
    ["irr(-10, 70)", "IRR(CHOOSE({1,2},-10,70),6)"],
    ["irr(-100, 300, -200)", ""],
  ])("%s is %s", (formula, excel) => expect(withFormula(formula).figure("x").derivation).toMatchObject({ excel }));
});

describe("what a workbook takes at most", () => {
  const rows = Array.from({ length: 300 }, (_, i) => `      - { item: r${i}, key: ${i * 2}, cost: ${i} }`).join("\n");
  const c = run(
    `tables:\n  t:\n    title: T\n    columns: { item: text, key: { unit: £, additive: false }, cost: £ }\n    rows:\n${rows}\n    total: true\nfigures:\n  mean: { value: = average(t.cost), unit: £ }\n  found: { value: "= lookup(mean, t.key, t.cost)" }\n`,
  );
  const excel = (name: string) => {
    const { derivation } = c.figure(name);
    return derivation.type === "computed" ? derivation.excel : "";
  };
  it("is 255 arguments", () => {
    expect(excel("t.cost.total")).toMatch(/^SUM\(SUM\(\[\[t\.r0\.cost]],.*]]\),SUM\(\[\[t\.r255\.cost]],.*]]\)\)$/);
    expect(excel("mean")).toMatch(/^\(SUM\(SUM\(.*\)\)\/300\)$/);
  });
  it("is 64 functions inside each other", () => {
    expect(c.value("found")).toBe("74");
    expect(excel("found")).toMatch(/^LOOKUP\(\[\[mean]],CHOOSE\(\{1,2,.*,300},\[\[t\.r0\.key]],.*\),CHOOSE\(\{1,2,/);
  });
});

describe("sentences", () => {
  const sentence = (formula: string, conventions = "") => {
    const c = run({ data: `${base}  x: { value: "= ${formula}" }\n`, conventions });
    const { derivation } = c.figure("x");
    return derivation.type === "computed" ? derivation.sentence : "";
  };
  it.each([
    ["round(a / 3) * 2", "(a (£100) ÷ 3, rounded) × 2"],
    ["a - sum(a, b)", "a (£100) − (the sum of a (£100) and b (£40))"],
  ])("%s: %s", (formula, expected) => expect(sentence(formula)).toBe(expected));
  const even = "conventions:\n  rounding: half-even\n";
  it("say that a tie went away from zero where the programme prints it to the even digit", () => {
    expect(sentence("round(b / 16)", even)).toBe("b (£40) ÷ 16, rounded, the half away from zero");
    expect(sentence("round(b / 16)")).toBe("b (£40) ÷ 16, rounded");
    expect(sentence("round(b / 3)", even)).toBe("b (£40) ÷ 3, rounded");
  });
});

describe("the tree", () => {
  it("reads names with years and spans", () => {
    const e = parseFormula("flows.net.2014/15..2016/17").expression;
    expect(e?.type === "name" && nameText(e)).toBe("flows.net.2014/15..2016/17");
    expect(e?.type === "name" && e.segments).toEqual(["flows", "net", "2014/15"]);
  });
  it("knows formulas that only add", () => {
    const terms = (text: string) => {
      const e = parseFormula(text).expression;
      return e && additiveTerms(e)?.map((t) => `${t.sign > 0 ? "+" : "-"}${nameText(t.name)}`);
    };
    expect(terms("a - (b - c)")).toEqual(["+a", "-b", "+c"]);
    expect(terms("sum(2014/15..2016/17)")).toEqual(["+2014/15", "+2015/16", "+2016/17"]);
    expect(terms("a * 2")).toBeUndefined();
  });
});
