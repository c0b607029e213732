import { describe, expect, test } from "vitest";
import type { Exhibit } from "../../../src/document/document.ts";
import { show } from "./story.ts";

const tables = `
tables:
  bridge:
    title: From outline to full case
    columns: { step: { label: Step }, cost: { label: Cost, unit: £k, decimals: 0 } }
    rows:
      - { id: obc, step: Outline case, cost: 8399 }
      - { id: tenders, step: Tenders, cost: 500 }
      - { id: risk, step: Less risk, cost: -80 }
    total: { label: Full case }
  team:
    title: Team
    columns: { month: text, manager: { label: Manager, unit: posts, decimals: 1 }, surveyor: { label: Surveyor, unit: posts, decimals: 1 } }
    rows:
      - { month: May, manager: 1, surveyor: 2 }
      - { month: June, manager: 1, surveyor: 3.5 }
      - { month: July, manager: 1, surveyor: 0 }
  flows:
    title: Flows
    columns: { line: text, 2026/27: { unit: £k }, 2027/28: { unit: £k }, total: { unit: £k } }
    rows:
      - { id: cost, line: Cost, 2026/27: 10, 2027/28: 20, total: 30 }
      - { id: income, line: Income, 2026/27: -1, 2027/28: -2, total: -3 }
      - { id: net, subtotal: Net }
`;

function draw(attributes: Readonly<Record<string, string>>) {
  const { blocks, findings } = show({ data: tables }, "chart", attributes);
  const [exhibit] = blocks;
  return { exhibit: exhibit?.type === "exhibit" ? exhibit : undefined, codes: findings.map((f) => f.split(":")[0]) };
}

const content = (exhibit: Exhibit | undefined) => (exhibit?.content.type === "chart" ? exhibit.content : undefined);

describe("waterfall", () => {
  test("body rows are changes with their sign; the total and the rows named are levels", () => {
    const { exhibit, codes } = draw({ of: "bridge", kind: "waterfall", levels: "obc" });
    expect(codes).toEqual([]);
    expect(content(exhibit)).toMatchObject({
      form: "waterfall",
      categories: ["Outline case", "Tenders", "Less risk", "Full case"],
      levels: [true, false, false, true],
      series: [{ values: [8399, 500, -80, 8819], labels: ["8,399", "+500", "−80", "8,819"] }],
    });
    expect(exhibit?.alt).toBe(
      "A waterfall chart of From outline to full case, in £k, by step. From Outline case 8,399, Tenders +500, Less risk −80, to Full case 8,819.",
    );
  });

  test("a level that the steps do not reach is reported", () => {
    expect(draw({ of: "bridge", kind: "waterfall", levels: "obc", rows: "obc risk total" }).codes).toEqual([
      "register/waterfall-level",
    ]);
  });

  test("it has one column", () => {
    expect(draw({ of: "team", kind: "waterfall" }).codes).toEqual(["register/waterfall-columns"]);
  });
});

test("a histogram has sums, and its alternative tells extremes and totals", () => {
  const { exhibit, codes } = draw({ of: "team", kind: "histogram" });
  expect(codes).toEqual([]);
  expect(content(exhibit)).toMatchObject({ form: "histogram", sums: ["3.0", "4.5", "1.0"] });
  expect(exhibit?.alt).toBe(
    "A histogram of stacked columns of Team, in posts, by month. Manager: May 1.0, June 1.0 and July 1.0; total 3.0. Surveyor: May 2.0, June 3.5 and July 0.0; highest June 3.5, lowest July 0.0; total 5.5. The most together is 4.5, at June.",
  );
});

test("the author's own alternative wins", () => {
  expect(draw({ of: "team", kind: "area", alt: "Staff over time." }).exhibit?.alt).toBe("Staff over time.");
});

test("areas of both signs are refused, columns are not", () => {
  expect(draw({ of: "flows", kind: "area", rows: "cost income" }).codes).toEqual(["register/stacked-signs"]);
  expect(draw({ of: "flows", kind: "stacked", rows: "cost income" }).codes).toEqual([]);
});

test("years are the axis, and a sub-total is drawn where it is named", () => {
  const { exhibit } = draw({ of: "flows", kind: "line", rows: "cost net" });
  expect(content(exhibit)).toMatchObject({
    categories: ["2026/27", "2027/28"],
    series: [
      { name: "Cost", values: [10, 20] },
      { name: "Net", values: [9, 18] },
    ],
  });
});

test("risks as a map: ids in their places, every place with its rating, in words too", () => {
  const programme = `
conventions:
  risk-matrix: { scale: 3, bands: { Green: 1–3, Amber: 4, Red: 6–9 } }
`;
  const data = `
risks:
  R1: { title: Ground, likelihood: 3, impact: 2 }
  R2: { title: Tenders, likelihood: 3, impact: 2 }
  R3: { title: Staff }
`;
  const [exhibit] = show({ data, programme }, "risk-matrix", { look: "map" }).blocks;
  if (exhibit?.type !== "exhibit" || exhibit.content.type !== "heat-map") throw new Error("no map");
  expect(exhibit.content.places).toHaveLength(9);
  expect(exhibit.content.places).toContainEqual({ up: 3, across: 2, score: "6", tone: "red", items: ["R1", "R2"] });
  expect(exhibit.content.key.map((k) => k.text)).toEqual(["Green 1 to 3", "Amber 4", "Red 6 to 9"]);
  expect(exhibit.alt).toBe(
    "A matrix of 2 risks by likelihood and impact, each from 1 to 3. Likelihood 3, impact 2, score 6, Red: R1 and R2.",
  );
  expect(exhibit.notes).toHaveLength(1);
});
