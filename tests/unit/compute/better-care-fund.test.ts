import { describe, expect, it } from "vitest";
import { run } from "./case.ts";

interface Changes {
  readonly host?: string;
  readonly ccgActual?: string;
  readonly second?: string;
  readonly value?: string;
  readonly agreed?: string;
}

const data = ({ host = "yes", ccgActual = "700", second = "300", value = "50.0", agreed = "1000" }: Changes = {}) => `
better-care-fund:
  template: 2014/15
  finance-summary:
    ccg: { holds-pool: no, spend-2014-15: 400, minimum-2015-16: 650, actual-2015-16: ${ccgActual} }
    pcc: { holds-pool: ${host}, spend-2014-15: 100, minimum-2015-16: 300, actual-2015-16: 300 }
  contingency:
    stay: { outcome: Shorter stays, planned-saving-2015-16: 20, planned-saving-ongoing: 25, support-2015-16: 10, support-ongoing: nil }
  schemes:
    one: { label: One, lead-provider: Council, spend-2014-15: { recurrent: 500 }, spend-2015-16: { recurrent: 600, non-recurrent: 100 } }
    two: { label: Two, lead-provider: Hospital, spend-2015-16: { recurrent: ${second} } }
  metrics:
    admissions:
      label: Admissions
      unit: per 100,000
      multiplier: 100000
      decimals: 1
      baseline: { period: 2012/13, value: ${value}, numerator: 7, denominator: 14007 }
      october-2015: { period: 2014/15, numerator: 6, denominator: 14007 }
tables:
  pooled-budget:
    title: Pooled budget
    columns: { item: text, 2015/16: £ }
    rows:
      - { id: minimum, item: Minimum, 2015/16: = bcf.minimum-2015-16.total }
      - { id: agreed, item: Agreed, 2015/16: ${agreed} }
`;

describe("Better Care Fund, Part 2", () => {
  it("adds contributions, schemes and contingency", () => {
    const c = run(data());
    expect(c.findings).toEqual([]);
    expect(
      ["bcf.spend-2014-15.total", "bcf.actual-2015-16.total", "bcf.schemes.spend-2015-16.total"].map(c.value),
    ).toEqual(["500", "1000", "1000"]);
    expect(c.value("bcf.schemes.spend-2015-16.non-recurrent.total")).toBe("100");
    expect(c.value("bcf.schemes.two.spend-2014-15.recurrent")).toBe("nil");
    expect(c.value("bcf.contingency.support-ongoing.total")).toBe("nil");
    expect(c.value("pooled-budget.minimum.2015/16")).toBe("950");
  });
  it("works a metric out where no value is given", () => {
    const c = run(data());
    expect(Number(c.value("bcf.metrics.admissions.october-2015.value"))).toBeCloseTo((6 / 14007) * 100000, 6);
  });
  it("says of every agreement whether it holds", () => {
    const c = run(data());
    const answers = [...c.document.figures.keys()].filter((n) => /^bcf\.checks\.[^.]+$/.test(n)).map(c.value);
    expect(answers).toHaveLength(8);
    expect(new Set(answers)).toEqual(new Set(["Yes"]));
    expect(c.document.tables.get("bcf.part-2-checks")?.rows).toHaveLength(8);
  });
  it.each<[string, Changes, readonly string[]]>([
    [
      "an actual contribution below the minimum",
      { ccgActual: "640", second: "240", agreed: "940" },
      ["figure/fund-check 640", "figure/fund-check finance-summary"],
    ],
    ["schemes that cost more than is put in", { second: "310" }, ["figure/fund-check schemes"]],
    ["a value that is not numerator ÷ denominator", { value: "51.0" }, ["figure/fund-check 51.0"]],
    ["a Part 1 that states another total", { agreed: "1001" }, ["figure/fund-check 1001"]],
    ["a fund that nobody hosts", { host: "no" }, ["figure/fund-pool finance-summary"]],
  ])("reports %s", (_, changes, expected) => {
    const found = run(data(changes)).findings;
    expect([...found].sort()).toEqual([...expected].sort());
  });
  it("fails the check in words as well", () => {
    const c = run(data({ value: "51.0" }));
    expect(c.value("bcf.checks.metric-admissions-baseline")).toBe("No");
  });
});
