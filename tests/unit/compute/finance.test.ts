import { describe, expect, it } from "vitest";
import { discountFactor, internalRate, netPresentValue, paybackYear } from "../../../src/compute/numbers/finance.ts";
import { exact } from "../../../src/compute/numbers/money.ts";
import { schedules } from "../../../src/compute/numbers/rates.ts";
import { type Computed, run } from "./case.ts";

const green = schedules["green-book-2022"];
const health = schedules["green-book-2022-health"];

// Rates: HM Treasury, The Green Book (2022), annex A6, and the schedule data of the R package greenbook; the factors were
// worked out from them by hand, to six decimals. The published check of 100 spent and 30 a year got back was summed from
// factors of six decimals (35.451572); unrounded factors give 35.4515713.
describe("discount factors", () => {
  it.each([
    [0, green, "1.000000"],
    [1, green, "0.966184"],
    [5, green, "0.841973"],
    [10, green, "0.708919"],
    [20, green, "0.502566"],
    [30, green, "0.356278"],
    [31, green, "0.345901"],
    [60, green, "0.146782"],
    [75, green, "0.094214"],
    [100, green, "0.050818"],
    [30, health, "0.639762"],
    [31, health, "0.631615"],
  ])("year %i", (year, schedule, expected) => expect(discountFactor(year, schedule).toFixed(6)).toBe(expected));
  const appraised = (last: string, more = "discounting: { schedule: green-book-2022 }") =>
    run(`options: { o: { title: O, options: { keep: { title: Keep } } } }
lines: { once: { label: Once, kind: cost, class: capital, values: { 2026/27: 100 }, recurrence: one-off } }
option-appraisals: { a: { title: A, options: o, years: 2026/27 to ${last}, baseline: keep, preferred: keep, ${more} } }
`);
  const six = (c: Computed, name: string) => exact(c.value(name)).toFixed(6);
  it.each([
    ["2027/28", "0.966184"],
    ["2031/32", "4.515052"],
    ["2056/57", "18.392045"],
    // Published as 28.863364; unrounded factors give 28.8633634.
    ["2126/27", "28.863363"],
  ])("an appraisal makes its annuity from them, years 1 to %s", (last, annuity) =>
    expect(six(appraised(last), "a.annuity")).toBe(annuity),
  );
  it("an appraisal has the same factors, and spreads a present cost over its years", () => {
    const c = appraised("2126/27");
    const at = (year: number) => six(c, `a.factor.${2026 + year}/${String((27 + year) % 100).padStart(2, "0")}`);
    expect([0, 1, 5, 10, 20, 30, 31, 60, 75, 100].map(at)).toEqual([
      "1.000000",
      "0.966184",
      "0.841973",
      "0.708919",
      "0.502566",
      "0.356278",
      "0.345901",
      "0.146782",
      "0.094214",
      "0.050818",
    ]);
    expect(six(c, "a.keep.eac")).toBe("3.464600");
    expect(six(appraised("2056/57"), "a.keep.eac")).toBe("5.437133");
    expect(appraised("2026/27").value("a.keep.eac")).toBe("n/a");
  });
  it("takes half a year off an annuity in the middle of the year", () =>
    expect(six(appraised("2028/29", "convention: mid-year, discounting: { rate: 3.5%, reason: R }"), "a.annuity")).toBe(
      "1.932653",
    ));
  it("takes half a year off in the middle of the year, but never off year 0", () => {
    const half = discountFactor(1, exact("0.035"), "mid-year");
    expect(half.toFixed(6)).toBe("0.982946");
    expect(discountFactor(0, exact("0.035"), "mid-year").toFixed(6)).toBe("1.000000");
  });
});

describe("rates of return and payback", () => {
  const flows = (...list: readonly number[]) => list.map((f) => exact(f));
  it("finds the one rate there is", () => {
    const found = internalRate(flows(-100, 30, 30, 30, 30, 30));
    expect("rate" in found && found.rate.toFixed(6)).toBe("0.152382");
    const loss = internalRate(flows(-100, 50));
    expect("rate" in loss && loss.rate.toFixed(2)).toBe("-0.50");
  });
  it("says when there is none, or may be several", () => {
    expect(internalRate(flows(100, 50))).toEqual({ words: "No rate exists" });
    expect(internalRate(flows(0, 0))).toEqual({ words: "No rate exists" });
    // Made from their roots: (y - 1.1)(y - 1.2)(y - 1.3), and (y - 1)(y - 1.0004).
    expect(internalRate(flows(-1000, 3600, -4310, 1716))).toEqual({ words: "3 rates: 10.0%, 20.0%, 30.0%" });
    expect(internalRate(flows(-10000, 20004, -10004))).toEqual({ words: "2 rates: 0.00%, 0.04%" });
    expect(internalRate(flows(0, -9, 3, 3, 3, 4, -1, 0))).toEqual({ words: "2 rates: −79.0%, 13.0%" });
  });
  it("finds the one of two changes of sign, and none", () => {
    expect(internalRate(flows(100, -300, 250))).toEqual({ words: "No rate exists" });
    // (y - 1.05) squared only touches zero.
    const touching = internalRate([exact(1), exact("-2.1"), exact("1.1025")]);
    expect("rate" in touching && touching.rate.toFixed(12)).toBe("0.050000000000");
  });
  it("values flows", () =>
    expect(netPresentValue(exact("0.035"), flows(-100, 30, 30, 30, 30, 30)).toFixed(6)).toBe("35.451571"));
  it.each([
    [[-30, 20, 20], 2],
    [[-30, 30], 1],
    [[-30, 10], undefined],
    [[0, -30, 10, 20], 3],
    [[5, 5], 1],
  ])("%j pays back in %s", (list, expected) => expect(paybackYear(flows(...list))).toBe(expected));
});

describe("appraisals", () => {
  const body = (extra: string) => `appraisals:
  results:
    title: Results
    benefits: { 2014/15: 0, 2015/16: 60, 2016/17: 60 }
    costs: { 2014/15: 100, 2015/16: 0, 2016/17: nil }
${extra}`;
  const conventions = "conventions:\n  discounting: { schedule: green-book-2022, base: 2013/14 }\n";
  it("counts years from the programme's base year", () => {
    const c = run({ data: body(""), conventions });
    expect(c.findings).toEqual([]);
    expect(c.document.appraisals.get("results")?.years.map((y) => y.index)).toEqual([1, 2, 3]);
    expect(c.value("results.npv").slice(0, 9)).toBe("13.508846");
    expect(c.value("results.payback")).toBe("Year 3");
    expect(c.value("results.rate")).toBe("0.035");
    expect(c.document.appraisals.get("results")?.discounting).toContain("Green Book");
  });
  it("uses a house rate when there is one", () => {
    const c = run(body("    rate: { rate: 0%, reason: Test }\n"));
    expect(c.value("results.npv")).toBe(c.value("results.net"));
    expect(c.value("results.roi")).toBe(c.value("results.discounted-roi"));
    expect(c.figure("results.npv").derivation.type).toBe("computed");
  });
  it("knows no return without a cost", () => {
    const c = run(body("    rate: { rate: 1%, reason: Test }\n").replace("100", "0"));
    expect(c.value("results.roi")).toBe("n/a");
    expect(c.value("results.irr")).toBe("No rate exists");
  });
  it("says when it does not pay back", () => {
    const c = run(body("    rate: { rate: 1%, reason: Test }\n").replace("100", "500"));
    expect(c.value("results.payback")).toBe("Not within 2 years");
  });
  it.each([
    [body(""), undefined, "figure/no-discounting results"],
    [body("").replace(", 2016/17: nil", ""), conventions, "figure/appraisal-years costs"],
    [body("").replaceAll("2016/17", "2017/18"), conventions, "figure/appraisal-gap 2017/18"],
    [body(""), conventions.replace("2013/14", "2015/16"), "figure/appraisal-base 2014/15"],
    [body("").replace("title: Results", "title: Results £'000"), conventions, "figure/label-scale Results £'000"],
  ])("finding %#", (data, settings, expected) => {
    const c = run(settings === undefined ? data : { data, conventions: settings });
    expect(c.findings).toEqual([expected]);
  });
});
