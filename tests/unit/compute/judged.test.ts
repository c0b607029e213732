// Scores, risks in money and progression: what they come to, their tables, and what is wrong with them.
import { describe, expect, it } from "vitest";
import { cellText } from "../../../src/compute/numbers/format.ts";
import { type Computed, run } from "./case.ts";

/** A generated table as rows of text. */
function rows(c: Computed, id: string): readonly string[] {
  const table = c.document.tables.get(id);
  if (!table) throw new Error(`no table ${id}`);
  const dates = { full: "28 January 2014", table: "28/01/14" } as const;
  return table.rows.map((row) =>
    [
      row.label,
      ...table.columns.map((column) => {
        const cell = row.cells.get(column.key);
        return cell ? cellText(cell, column, c.document.style, dates) : "";
      }),
    ]
      .filter((text) => text !== undefined)
      .join(" | "),
  );
}

function excel(c: Computed, name: string): string {
  const { derivation } = c.figure(name);
  return derivation.type === "computed" ? derivation.excel : "";
}

const options = `
options:
  short:
    title: Short list
    options:
      stay: { title: Stay }
      mend: { title: Mend }
      move: { title: "**Move**" }
`;

const scores = `${options}
option-scores:
  fit:
    title: Fit
    options: short
    criteria:
      reach: { label: Reach, weight: 50% }
      value: { label: Value, weight: 30% }
      ease: { label: Ease, weight: 20%, note: Judged by the board. }
    scores:
      stay: { reach: 2, value: 5, ease: 10 }
      mend: { reach: 6, value: 5, ease: 5 }
      move: { reach: 7, value: 4, ease: 4 }
`;

describe("option scores", () => {
  it("weights, adds and ranks", () => {
    // 2 × 0.5 + 5 × 0.3 + 10 × 0.2 = 4.5; 3 + 1.5 + 1 = 5.5; 3.5 + 1.2 + 0.8 = 5.5, added up by hand.
    const c = run(scores);
    expect(c.findings).toEqual([]);
    expect(rows(c, "fit.option-scores")).toEqual([
      "Reach | 50 | 2 | 1.00 | 6 | 3.00 | 7 | 3.50",
      "Value | 30 | 5 | 1.50 | 5 | 1.50 | 4 | 1.20",
      "Ease | 20 | 10 | 2.00 | 5 | 1.00 | 4 | 0.80",
      "Weighted score |  | 100 |  | 4.50 |  | 5.50 |  | 5.50",
      "Rank |  |  |  | 3 |  | 1= |  | 1=",
    ]);
    expect(excel(c, "fit.mend.total")).toBe(
      "[[fit.mend.reach.weighted]]+[[fit.mend.value.weighted]]+[[fit.mend.ease.weighted]]",
    );
    expect(excel(c, "fit.mend.rank")).toBe(
      '(1+(ROUND([[fit.stay.total]]-[[fit.mend.total]],6)>0)+(ROUND([[fit.move.total]]-[[fit.mend.total]],6)>0))&IF((ROUND([[fit.stay.total]]-[[fit.mend.total]],6)=0)+(ROUND([[fit.move.total]]-[[fit.mend.total]],6)=0)>0,"=","")',
    );
    expect(c.document.tables.get("fit.option-scores")?.notes.at(1)).toBe("Ease: Judged by the board.");
  });
  it.each([
    ["parts of one", "0.5", "0.3", "0.2"],
    ["parts of a hundred", "50", "30", "20"],
    ["a formula", "= 100% - 50%", "30%", "= 1/5"],
  ])("takes weights as %s", (_, a, b, d) => {
    const c = run(
      scores.replace("weight: 50%", `weight: ${a}`).replace("weight: 30%", `weight: ${b}`).replace("20%", d),
    );
    expect(c.findings).toEqual([]);
    expect(c.value("fit.mend.total")).toBe("5.5");
    expect(c.value("fit.reach.weight")).toBe("0.5");
  });
  it("leaves the order open while a score is", () => {
    const c = run(scores.replace("ease: 10", "ease: TBC by SO on 2026-05-01"));
    expect(c.findings).toEqual([]);
    expect([c.value("fit.stay.total"), c.value("fit.move.rank")]).toEqual(["open", "open"]);
  });
  it.each([
    ["weight: 20%", "weight: 25%", "figure/weights criteria", "105%"],
    ["weight: 20%", "weight: -20%", "figure/weight-range -20%", "−20%"],
    ["ease: 10", "ease: 11", "figure/score-range 11", "0 to 10"],
    ["stay: { reach: 2, value: 5, ease: 10 }", "stay: { reach: 2, value: 5 }", "figure/score-missing stay", "ease"],
    ["      stay: { reach: 2, value: 5, ease: 10 }\n", "", "figure/score-missing scores", "reach, value, ease"],
    ["ease: 4 }", "ease: 4, eese: 4 }", "register/unknown eese", "criteria of fit"],
    ["move: { reach", "moove: { reach", "register/unknown moove", "options.short"],
    ["reach: { label", "total: { label", "figure/taken-name total", "`fit.option.total` is a result's name"],
    ["options: short", "options: shirt", "register/unknown shirt", "options"],
  ])("finding %#", (from, to, expected, words) => {
    const c = run(scores.replace(from, to));
    expect(c.findings[0]).toBe(expected);
    expect(c.diagnostics[0]?.message).toContain(words);
  });
});

const risks = `risks:
  R1: { title: Ground is worse, probability: 20%, cost: { lower: 100000, upper: 300000 } }
  R2: { title: Bids come in late, probability: 12.5%, cost: 40000, reference: C4 }
  R3: { title: Elsewhere, probability: 50%, cost: 1000000, documents: [other] }
  R4: { title: Over, probability: 50%, cost: 1000000, status: closed }
  R5: { title: Words only }
`;

describe("risks in money", () => {
  it("multiplies and adds", () => {
    const c = run(risks);
    expect(c.findings).toEqual([]);
    expect(rows(c, "risk-values")).toEqual([
      "R1 | Ground is worse | 20.0 | 100,000 | 200,000 | 300,000 | 20,000 | 40,000 | 60,000",
      "C4 | Bids come in late | 12.5 | 40,000 | 40,000 | 40,000 | 5,000 | 5,000 | 5,000",
      "Expected value of all risks |  |  |  |  |  |  | 25,000 | 45,000 | 65,000",
    ]);
    expect(c.value("risks.expected.total")).toBe("45000");
    expect(excel(c, "risks.R1.expected")).toBe("[[risks.R1.probability]]*[[risks.R1.cost.central]]");
  });
  it("needs one column where no cost is a range", () => {
    const c = run(risks.replace("{ lower: 100000, upper: 300000 }", "200000"));
    expect(rows(c, "risk-values").at(-1)).toBe("Expected value of all risks |  |  |  |  | 45,000");
  });
  it("makes no table of none", () => expect(run("risks: { R: { title: R } }").document.tables.size).toBe(0));
  it.each([
    ["probability: 20%", "probability: 0.2", "figure/rate-form 0.2"],
    ["probability: 20%", "probability: 120%", "figure/part 120%"],
    [", cost: 40000", "", "register/risk-half-valued probability"],
    ["probability: 12.5%, ", "", "register/risk-half-valued cost"],
    ["lower: 100000", "lower: 400000", "figure/range cost"],
  ])("finding %#", (from, to, expected) => expect(run(risks.replace(from, to)).findings).toEqual([expected]));
});

const progression = `progression:
  moved:
    title: From outline to full case
    stages:
      soc: { label: SOC, date: 2024 }
      obc: { label: OBC }
      fbc: { label: FBC }
    measures:
      capital: { label: Capital, unit: £k, values: { soc: 3000, obc: 3400, fbc: = 3400 - 150 }, reason: Tenders }
      rate: { label: Take-up, values: { soc: TBC by SO on 2024-05-01, obc: 40%, fbc: 42.5% }, reason: Survey }
      bcr: { label: BCR, decimals: 2, values: { soc: 1.5, fbc: 1.5 } }
      opening: { label: Opening, values: { soc: spring 2027, obc: spring 2027, fbc: autumn 2027 } }
`;

describe("progression", () => {
  it("shows each stage and what changed", () => {
    const c = run(progression);
    expect(c.findings).toEqual([]);
    expect(c.document.tables.get("moved.progression")?.columns.map((k) => k.label)).toEqual(
      ["Measure", "SOC (2024)", "OBC", "Change", "FBC", "Change", "Reason for change"], //
    );
    expect(rows(c, "moved.progression")).toEqual([
      "Capital | £3,000k | £3,400k | £400k | £3,250k | −£150k | Tenders",
      "Take-up | TBC | 40.0% | – | 42.5% | 2.5% | Survey",
      "BCR | 1.50 | – | – | 1.50 | 0.00 | –",
      "Opening | spring 2027 | spring 2027 | – | autumn 2027 | – | –",
    ]);
    expect(c.value("moved.capital.change")).toBe("-150");
    expect(excel(c, "moved.capital.change.obc")).toBe("[[moved.capital.obc]]-[[moved.capital.soc]]");
    expect(c.document.tables.get("moved.progression")?.notes).toContain(
      "Changes of percentages are in percentage points.",
    );
  });
  it.each([
    [", reason: Tenders", "", "figure/change-without-reason capital"],
    ["obc: 3400", "abc: 3400", "register/unknown abc"],
  ])("finding %#", (from, to, expected) => expect(run(progression.replace(from, to)).findings).toEqual([expected]));
});
