// Results of an option appraisal. Present values, tests, scenarios and switching values were worked out in Python from the
// amounts of worked.ts with D(y) = 1.035^-y. For Build, LibreOffice 7.4 gives the same IRR, NPV at 3.5% and 5%, and annuity (PV).
import { describe, expect, it } from "vitest";
import { cellText } from "../../../../src/compute/numbers/format.ts";
import { type Computed, run } from "../case.ts";
import { depot } from "./depot.ts";
import { inThousands, worked } from "./worked.ts";

const story = (data: string) => run({ data, conventions: inThousands });
const base = story(worked);

const six = (c: Computed, name: string) => Number(c.value(name)).toFixed(6);

function rows(c: Computed, id: string): readonly string[] {
  const table = c.document.tables.get(id);
  if (!table) throw new Error(`no table ${id}`);
  const dates = { full: "28 January 2014", table: "28/01/14" } as const;
  return table.rows.map((row) =>
    table.columns
      .map((column) => {
        const cell = row.cells.get(column.key);
        return cell ? cellText(cell, column, c.document.style, dates) : "";
      })
      .join(" | "),
  );
}

function excel(name: string): string {
  const { derivation } = base.figure(name);
  return derivation.type === "computed" ? derivation.excel : "";
}

describe("discounting", () => {
  it("chains its factors and says where its rates come from", () => {
    expect(base.findings).toEqual([]);
    expect(rows(base, "depot.discount-factors")).toEqual([
      "2026/27 | 0 | – | 1.0000",
      "2027/28 | 1 | 3.5 | 0.9662",
      "2028/29 | 2 | 3.5 | 0.9335",
      "2029/30 | 3 | 3.5 | 0.9019",
      "2030/31 | 4 | 3.5 | 0.8714",
      " |  |  | 3.6731",
    ]);
    expect(six(base, "depot.annuity")).toBe("3.673079");
    expect(excel("depot.factor.2028/29")).toBe("[[depot.factor.2027/28]]/(1+[[depot.rate.2028/29]])");
    expect(base.document.tables.get("depot.discount-factors")?.notes).toEqual([
      "Discounted at the Green Book standard discount rate, 2026 edition (HM Treasury, The Green Book (2026), chapter 6): 3.5% in years 1 to 4. Year 0 is 2026/27, whose amounts are not discounted. Amounts fall at the end of each year.",
    ]);
  });
  it("follows a schedule past its thirtieth year", () => {
    // D30 0.356278 and D31 0.345901, health D31 0.631615: the published schedules, chained.
    const long = worked.replaceAll("2030/31", "2057/58").replace(/(values: \{ 2026\/27: \d+).*?\}/g, "$1 }");
    const c = story(
      long.replace("years: 2026/27 to 2057/58\n    unit", "years: 2026/27 to 2057/58\n    base: 2026/27\n    unit"),
    );
    expect([six(c, "depot.factor.2056/57"), six(c, "depot.factor.2057/58")]).toEqual(["0.356278", "0.345901"]);
    expect(c.document.tables.get("depot.discount-factors")?.notes[0]).toContain("3.5% in years 1 to 30, 3% in year 31");
    const health = story(long.replace("green-book-2026 }", "green-book-2022-health }"));
    expect(six(health, "depot.factor.2057/58")).toBe("0.631615");
    expect(rows(health, "depot.discount-factors").at(-2)).toBe("2057/58 | 31 | 1.29 | 0.6316");
  });
  it("counts from a base year before its first", () => {
    const c = story(worked.replace("unit: £k\n", "unit: £k\n    base: 2024/25\n"));
    expect(six(c, "depot.factor.2026/27")).toBe("0.933511");
    expect(rows(c, "depot.discount-factors")).toHaveLength(8);
    expect(c.value("depot.build.payback")).toBe("Year 5");
  });
  it("counts from the programme's base year where it has none, and never in other prices than the programme's", () => {
    const of = (house: string, own = "") =>
      run({ data: worked.replace("unit: £k\n", `unit: £k\n${own}`), conventions: `${inThousands}${house}` });
    const base24 = "  discounting: { schedule: green-book-2026, base: 2024/25 }\n";
    expect(of(base24).findings).toEqual([]);
    expect(six(of(base24), "depot.factor.2026/27")).toBe("0.933511");
    expect(of(base24, "    base: 2026/27\n").value("depot.factor.2026/27")).toBe("1");
    expect(of(base24.replace("2024/25", "2027/28")).findings).toEqual(["figure/appraisal-base 2026/27 to 2030/31"]);
    expect(of("  price-base: 2025/26\n").findings).toEqual(["figure/price-base-differs 2026/27 to 2030/31"]);
    expect(of("  price-base: 2026/27\n").findings).toEqual([]);
  });
  it("takes half a year off in the middle of the year", () => {
    const c = story(worked.replace("unit: £k\n", "unit: £k\n    convention: mid-year\n"));
    expect(c.findings).toEqual([]);
    expect(["stay", "mend", "build"].map((o) => six(c, `depot.${o}.npsv`))).toEqual([
      "-852.624952",
      "-820.520793",
      "196.962261",
    ]);
    expect(c.figure("depot.factor.2028/29").derivation).toMatchObject({
      excel: "[[depot.factor.year-end.2027/28]]/SQRT(1+[[depot.rate.2028/29]])",
    });
  });
  it("takes the programme's rate where the appraisal has none, and prints the reason", () => {
    const c = run({
      data: worked.replace("    discounting: { schedule: green-book-2026 }\n", ""),
      conventions: `${inThousands}  discounting: { rate: 5%, reason: Set by the board. }\n`,
    });
    expect(six(c, "depot.build.npsv")).toBe("167.573490");
    expect(c.document.tables.get("depot.option-appraisal")?.notes.join()).toContain("Reason: Set by the board. Year 0");
  });
  it.each([
    ["    discounting: { schedule: green-book-2026 }\n", "", "figure/no-discounting depot"],
    ["{ schedule: green-book-2026 }", "{ rate: 3.5, reason: Ours }", "figure/rate-form 3.5"],
    ["{ schedule: green-book-2026 }", "{ rate: 350%, reason: Ours }", "figure/discount-rate 350%"],
    ["rate: 5% }", "rate: -100% }", "figure/discount-rate -100%"],
  ])("finding %#", (from, to, expected) => expect(story(worked.replace(from, to)).findings).toEqual([expected]));
});

describe("results", () => {
  it("agree with arithmetic done elsewhere", () => {
    const list = ["pv-costs", "pv-benefits", "npsv", "npc", "eac", "bcr"];
    const found = ["stay", "mend", "build"].map((o) => list.map((part) => six(base, `depot.${o}.${part}`)).join(" "));
    expect(found).toEqual([
      "934.615842 93.461584 -841.154258 841.154258 229.005205 0.100000",
      "941.154258 130.192376 -810.961881 847.692673 230.785296 0.138333",
      "677.003110 864.808218 187.805108 583.541526 158.869845 1.277407",
    ]);
    // (130.192376 - 93.461584) / (941.154258 - 934.615842); Build costs less than Stay.
    expect(six(base, "depot.mend.incremental-bcr")).toBe("5.617690");
    expect(six(base, "depot.build.irr")).toBe("0.222738");
    expect(six(base, "depot.build.present.total")).toBe("187.805108");
  });
  it("stand side by side with their definitions", () => {
    expect(rows(base, "depot.option-appraisal")).toEqual([
      "Costs, undiscounted | 1,000 | 1,000 | 700",
      "Benefits, undiscounted | 100 | 140 | 940",
      "Present value of costs | 935 | 941 | 677",
      "Present value of benefits | 93 | 130 | 865",
      "Net present social value (NPSV) | −841 | −811 | 188",
      "NPSV against Stay | 0 | 30 | 1,029",
      "Rank by NPSV | 3 | 2 | 1",
      "Benefit-cost ratio (BCR) | 0.10 | 0.14 | 1.28",
      "BCR against Stay | n/a | 5.62 | n/a, costs no more",
      "Net present cost (NPC) | 841 | 848 | 584",
      "Equivalent annual cost (EAC) | 229 | 231 | 159",
      "Return on investment (ROI) | −90.0% | −86.0% | 34.3%",
      "Discounted ROI | −90.0% | −86.2% | 27.7%",
      "Internal rate of return (IRR) | No rate exists | No rate exists | 22.3%",
      "Payback | Not within 4 years | Not within 4 years | Year 3",
      "Discounted payback | Not within 4 years | Not within 4 years | Year 3",
    ]);
    const notes = base.document.tables.get("depot.option-appraisal")?.notes.join("\n");
    expect(notes).toContain("The preferred option, Build anew, has the highest NPSV.");
    const means = base.document.tables.get("depot.option-appraisal")?.rows.map((row) => row.note);
    expect(means).toContain("Discounted ROI = NPSV ÷ present value of costs.");
  });
  it("say so where the printed amounts do not make the printed result", () => {
    // 93 - 935 is not -841, and 108 - 188 is not -79.
    expect(base.document.tables.get("depot.option-appraisal")?.roundingNote).toBe(true);
    expect(base.document.tables.get("depot.sensitivity")?.roundingNote).toBe(true);
    const whole = worked.replace(
      "discounting: { schedule: green-book-2026 }",
      "discounting: { rate: 0%, reason: None }",
    );
    const c = story(whole.replace("by: 20%", "by: 10%"));
    const noted = (id: string) => c.document.tables.get(`depot.${id}`)?.roundingNote;
    expect(["option-appraisal", "build.option-flows"].map(noted)).toEqual([false, false]);
    expect(base.document.tables.get("depot.build.option-flows")?.roundingNote).toBe(true);
  });
  it("show each option year by year", () =>
    expect(rows(base, "depot.build.option-flows")).toEqual([
      "2026/27 | 0 | 360 | 20 | −340 | 1.0000 | −340 | −340 | −340",
      "2027/28 | 1 | 160 | 230 | 70 | 0.9662 | 68 | −270 | −272",
      "2028/29 | 2 | 60 | 230 | 170 | 0.9335 | 159 | −100 | −114",
      "2029/30 | 3 | 60 | 230 | 170 | 0.9019 | 153 | 70 | 40",
      "2030/31 | 4 | 60 | 230 | 170 | 0.8714 | 148 | 240 | 188",
      " |  | 700 | 940 | 240 |  | 188 |  | ",
    ]));
  it("have formulas for a workbook", () => {
    expect(excel("depot.build.npsv")).toBe("[[depot.build.pv-benefits]]-[[depot.build.pv-costs]]");
    expect(excel("depot.build.eac")).toBe("[[depot.build.npc]]/[[depot.annuity]]");
    expect(excel("depot.build.npc")).toBe("[[depot.build.pv-costs]]-[[depot.build.rent.present]]");
    expect(excel("depot.build.payback")).toContain(
      'IF(AND(ROUND([[depot.build.net.cumulative.2028/29]],6)<0,ROUND([[depot.build.net.cumulative.2029/30]],6)>=0),"Year 3"',
    );
    expect(excel("depot.sensitivity.best")).toContain(
      'IF(ROUND([[depot.sensitivity.highest]]-[[depot.build.npsv]],6)=0,"; Build anew","")',
    );
  });
  it("name an option that is preferred without ranking first", () => {
    const notes = (data: string) => story(data).document.tables.get("depot.option-appraisal")?.notes[0];
    expect(notes(worked.replace("preferred: build", "preferred: mend"))).toBe(
      "The preferred option, Mend, ranks 2 by NPSV; the highest is that of Build anew. NPSV alone does not decide: the case says why it is preferred.",
    );
  });
  it("share a rank where options are worth the same", () => {
    const twin = worked
      .replace("mend: { annual: { value: 180,", "mend: { annual: { value: 200,")
      .replace(/ {4}options: \[mend, build\]/g, "    options: [build]");
    const c = story(twin);
    expect(["stay", "mend", "build"].map((o) => c.value(`depot.${o}.rank`))).toEqual(["2=", "2=", "1"]);
    const dear = story(twin.replace("value: 60,", "value: 600,"));
    expect(dear.value("depot.sensitivity.best")).toBe("Stay; Mend");
  });
  it("say what is left out while it is not known", () => {
    const c = story(worked.replace("2027/28: 100,", "2027/28: TBC by FL on 2026-05-01,"));
    expect(c.findings).toEqual([]);
    const left = "Amounts that are not known yet are left out: Works.";
    expect(c.document.tables.get("depot.option-appraisal")?.notes).toContain(left);
    expect(c.document.tables.get("depot.stay.option-flows")?.notes).not.toContain(left);
  });
  it("have nothing to pay back where nothing is paid out", () => {
    const free = worked.replaceAll(/value: (200|180|60),/g, "value: 0,").replaceAll(/: (100|300)([,}])/g, ": 0$2");
    expect(story(free.replace("2026/27: 100", "2026/27: 0")).value("depot.build.payback")).toBe("Nothing to pay back");
  });
});

describe("sensitivity", () => {
  it("appraises every option again", () =>
    expect(rows(base, "depot.sensitivity")).toEqual([
      "Base case | – | −841 | −811 | 188 | – | Build anew",
      "Works 20% up | 20 | −841 | −831 | 108 | −79 | Build anew",
      "Benefits 30% down | −30 | −841 | −822 | −44 | −231 | Build anew",
      "Rate of 5% | 5 | −818 | −792 | 168 | −20 | Build anew",
    ]));
  it("is exact", () => {
    expect(six(base, "depot.build.sensitivity.works-up.npsv")).toBe("108.481436");
    expect(six(base, "depot.build.sensitivity.benefits-down.npsv")).toBe("-43.598882");
    expect(six(base, "depot.mend.sensitivity.dear.npsv")).toBe("-791.892576");
    expect(excel("depot.build.sensitivity.works-up.pv-costs")).toBe(
      "[[depot.build.pv-costs]]+[[depot.sensitivity.works-up.by]]*[[depot.build.works.present]]",
    );
  });
  it.each([
    ["lines: works, by: 20%", "lines: work, by: 20%", "register/unknown work"],
    ["lines: works, by: 20%", "lines: works", "figure/sensitivity-test works-up"],
    ["lines: works, by: 20%", "rate: 4%, by: 20%", "figure/sensitivity-test works-up"],
    ["lines: works, by: 20%", "lines: works, by: 0.2", "figure/rate-form 0.2"],
    ["kind: benefit, by", "kind: benefit, class: capital, by", "figure/sensitivity-empty benefits-down"],
  ])("finding %#", (from, to, expected) => expect(story(worked.replace(from, to)).findings).toEqual([expected]));
});

describe("switching values", () => {
  // Gaps: 998.766989 to Mend and 1,028.959366 to Stay. Works: 396.618357 less 100, or less nothing: 336.7% or 259.4%.
  it("are those at which the first of all other options draws level, the most critical line first", () => {
    expect(rows(base, "depot.switching-values")).toEqual([
      "Works | cost | Stay | 1,029 | 397 | 259.4 | 400 | 1,438",
      "Running cost | cost | Stay | 1,029 | −654 | −157.3 | 300 | −172",
      "Savings | benefit | Mend | 999 | 441 | −226.6 | 480 | −608",
      "Wellbeing | benefit | Stay | 1,029 | 331 | −311.3 | 360 | −761",
      "Rent | income | – | 999 | 0 | n/a, same in all | 100 | n/a, same in all",
    ]);
    expect(six(base, "depot.switching.gap")).toBe("998.766989");
    expect(six(base, "depot.switching.works.gap")).toBe("1028.959366");
    expect(six(base, "depot.switching.works.value")).toBe("1437.732466");
    expect(excel("depot.switching.savings.change")).toBe(
      "-[[depot.switching.savings.gap]]/[[depot.switching.savings.present]]",
    );
    const notes = base.document.tables.get("depot.switching-values")?.notes;
    expect(notes?.[0]).toBe("Build anew against every other option. Mend is the next best by NPSV; the gap is £999k.");
    expect(notes?.[2]).toContain("more than 100% cannot happen");
  });
  it("hold an option that does not lead against the one that does", () => {
    const c = story(worked.replace("preferred: build", "preferred: stay"));
    // Stay has 654.231089 more running cost than Build: (-841.154258 - 187.805108) ÷ 654.231089.
    expect(six(c, "depot.switching.running.change")).toBe("-1.572777");
    expect(c.document.tables.get("depot.switching-values")?.notes[0]).toBe(
      "Stay does not have the highest NPSV. It is held against Build anew, which has; the gap is −£1,029k.",
    );
  });
  it("rather take a change that can happen", () => {
    // NPSV 10, 8 and 2: Near would need use to fall by 2 ÷ (10 − 9), Far only by 8 ÷ (10 − 0).
    const c = story(`
options: { all: { title: All, options: { own: { title: Own }, near: { title: Near }, far: { title: Far } } } }
lines:
  use: { label: Use, kind: benefit, class: societal, values: { 2026/27: 10 }, by-option: { near: { values: { 2026/27: 9 } }, far: { values: { 2026/27: 0 } } } }
  upkeep: { label: Upkeep, kind: cost, class: revenue, options: [near], values: { 2026/27: 1 } }
  sale: { label: Sale, kind: income, class: capital, options: [far], values: { 2026/27: 2 } }
option-appraisals:
  a: { title: A, options: all, years: 2026/27 to 2026/27, baseline: far, preferred: own, discounting: { schedule: green-book-2026 } }
`);
    expect(c.findings).toEqual([]);
    expect(rows(c, "a.switching-values")).toEqual([
      "Use | benefit | Far | 8 | 10 | −80.0 | 10 | 2",
      "Sale | income | Far | 8 | −2 | 400.0 | 2 | 10",
      "Upkeep | cost | Near | 2 | −1 | −200.0 | 1 | −1",
    ]);
  });
  it("do not apply while the other options have no value", () => {
    const c = run(
      depot.replace(
        "annual: { value: 100, years: 2026/27 to 2028/29 }",
        "annual: { value: unknown, years: 2026/27 to 2028/29 }",
      ),
    );
    expect(c.findings).toEqual([]);
    const parts = ["against", "gap", "present", "change", "value"];
    expect(parts.map((part) => c.value(`depot.switching.construction.${part}`))).toEqual(parts.map(() => "n/a"));
  });
  it("need a second option", () => {
    const alone = worked.replace(/ {6}(stay|mend): \{ title.*\n/g, "").replace("baseline: stay", "baseline: build");
    expect(story(alone).document.tables.has("depot.switching-values")).toBe(false);
  });
});

describe("scenarios", () => {
  it("move all lines together", () => {
    expect(rows(base, "depot.scenarios")).toEqual([
      "Low | Costs at the lower, benefits at the upper end of their ranges | −794 | −759 | 286 | Build anew",
      "Central | As the base case | −841 | −811 | 188 | Build anew",
      "High | Costs at the upper, benefits at the lower end of their ranges; Wellbeing −50% | −935 | −938 | −193 | Build anew",
    ]);
    expect(["low", "high"].map((s) => six(base, `depot.build.scenarios.${s}.npsv`))).toEqual([
      "285.563132",
      "-192.830422",
    ]);
  });
  it.each([
    ["changes: { wellbeing: -50% }", "changes: { well: -50% }", "register/unknown well"],
    ["changes: { wellbeing: -50% }", "changes: { wellbeing: 0.5 }", "figure/rate-form 0.5"],
    ["range: { lower: -10%, upper: 25% }", "range: { lower: 30%, upper: 25% }", "figure/range range"],
    ["range: { lower: -10%, upper: 25% }", "range: { lower: -10, upper: 25% }", "figure/rate-form -10"],
  ])("finding %#", (from, to, expected) => expect(story(worked.replace(from, to)).findings).toEqual([expected]));
});

it("stays silent about options that are not there, which is found before", () => {
  const c = story(worked.replace("baseline: stay", "baseline: steady").replace("preferred: build", "preferred: built"));
  expect(c.findings).toEqual([]);
  expect(c.value("depot.build.incremental-npsv")).toBe("broken");
  expect(c.document.tables.get("depot.sensitivity")?.columns.map((k) => k.key)).not.toContain("effect");
});
