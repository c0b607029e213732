import { describe, expect, it } from "vitest";
import { countable, countOf } from "../../../src/compute/registers/count.ts";
import { run } from "./case.ts";
import { printTable } from "./print-table.ts";

describe("benefits as tables", () => {
  const data = `benefits:
  beds: { label: Fewer beds, kind: cost reduction, annual: { lower: 101, upper: 302 }, shares: { pcc: 50%, ccg: rest } }
  rent: { label: Rent, kind: income generation, annual: 50 }
  fees: { label: Fees, kind: cost reduction, annual: 30, shares: { ccg: 30 } }
adjust: { overlap: { by: -10%, label: Double counting, reason: Two lines overlap }, bias: -12.5% }
phase: { 2014/15: 50%, 2015/16: 100% }
`;
  const c = run(data);
  it("prints lines by kind, shares, totals and the chain of adjustments", () => {
    expect(c.findings).toEqual([]);
    expect(printTable(c, "benefits.lines")).toEqual([
      "section|Cost reduction||||||",
      "body||Fewer beds|101|202|302|101|101",
      "body||Fees|30|30|30|–|30",
      "subtotal|Cost reduction||131|232|332||",
      "section|Income generation||||||",
      "body||Rent|50|50|50|n/a|n/a",
      "subtotal|Income generation||50|50|50||",
      "total|All benefits||181|282|382|101|131",
      "group|Double counting|||−10%|||",
      "group|After double counting||163|253|344||",
      "group|Bias|||−12.5%|||",
      "group|After bias||143|222|301||",
      "total|Benefits after adjustments||143|222|301||",
    ]);
    expect(c.document.tables.get("benefits.lines")).toMatchObject({
      kind: "benefits",
      // 201.5 is printed as 202, its halves as 101 each: 202. 201.5 and 30 come to 231.5, printed as 232.
      roundingNote: false,
      incomplete: false,
      notes: ["Double counting: Two lines overlap", "Each adjustment is taken on what the one before left."],
    });
  });
  it("names in every cell a figure with its derivation", () => {
    for (const id of ["benefits.lines", "benefits.phasing"])
      for (const row of c.document.tables.get(id)?.rows ?? [])
        for (const cell of row.cells.values())
          if (cell.content.type === "number") {
            expect(cell.name).toBeDefined();
            expect(c.figure(cell.name ?? "").name).toBe(cell.name);
          }
  });
  it("prints the phasing", () => {
    expect(printTable(c, "benefits.phasing")).toEqual([
      "body||2014/15|50|71|111|150",
      "body||2015/16|100|143|222|301",
      "total|All years|||214|333|451",
    ]);
  });
  it("says when totals leave out what is not known, and when printed parts do not add up", () => {
    const open = run(
      "benefits:\n  a: { label: A, kind: cost avoidance, annual: unknown }\n  b: { label: B, kind: cost avoidance, annual: 5 }\n",
    );
    expect(open.document.tables.get("benefits.lines")?.incomplete).toBe(true);
    expect(open.document.tables.has("benefits.phasing")).toBe(false);
    const halves = run(
      "benefits:\n  a: { label: A, kind: cost avoidance, annual: 5, shares: { pcc: 50%, ccg: 50% } }\n",
    );
    expect(printTable(halves, "benefits.lines")[1]).toBe("body||A|5|5|5|3|3");
    expect(halves.document.tables.get("benefits.lines")?.roundingNote).toBe(true);
  });
  it("makes nothing of no benefits", () => expect(run("figures: {}\n").document.tables.size).toBe(0));
});

describe("appraisals as tables", () => {
  const c = run(`appraisals:
  results:
    title: Results
    rate: { rate: 4.5%, reason: House rate }
    benefits: { 2013/14: 0, 2014/15: 300000, 2015/16: 380000, 2016/17: 380000 }
    costs: { 2013/14: 30000, 2014/15: 130000, 2015/16: 90000, 2016/17: 90000 }
    note: A note
`);
  it("prints flows with running totals", () => {
    expect(printTable(c, "results.flows")).toEqual([
      "body||2013/14|0|30,000|−30,000|1.0000|−30,000|−30,000|−30,000",
      "body||2014/15|300,000|130,000|170,000|0.9569|162,679|140,000|132,679",
      "body||2015/16|380,000|90,000|290,000|0.9157|265,562|430,000|398,241",
      "body||2016/17|380,000|90,000|290,000|0.8763|254,126|720,000|652,367",
      "total|All years||1,060,000|340,000|720,000||652,367||",
    ]);
    const table = c.document.tables.get("results.flows");
    expect(table?.columns.filter((k) => k.cumulative).map((k) => k.key)).toEqual(["running", "running-present"]);
    expect(table?.notes).toEqual(["House rate.", "A note"]);
  });
  it("names running totals as formulas on the year before", () => {
    expect(c.value("results.running.2016/17")).toBe("720000");
    expect(c.figure("results.running-present.2015/16").derivation).toMatchObject({ type: "computed" });
    const { derivation } = c.figure("results.running.2014/15");
    expect(derivation.type === "computed" ? derivation.excel : "").toBe(
      "[[results.running.2013/14]]+[[results.net.2014/15]]",
    );
    const last = c.figure("results.running-present.2016/17").value;
    const npv = c.figure("results.npv").value;
    expect(last.type === "number" && npv.type === "number" && last.exact.equals(npv.exact)).toBe(true);
  });
  it("prints results in their own units, and defines the discounted return", () => {
    expect(printTable(c, "results.results").slice(2, 9)).toEqual([
      "body||Net benefit|£720,000",
      "body||Return on investment|211.8%",
      "body||Discounted return on investment|206.7%",
      "body||Average annual discounted return on investment|68.9%",
      "body||Net present value|£652,367",
      "body||Discount rate|4.5%",
      "body||Benefit-cost ratio|3.07",
    ]);
    expect(printTable(c, "results.results")).toContain("body||Payback year|Year 1");
    const notes = c.document.tables.get("results.results")?.notes ?? [];
    expect(notes[0]).toContain("discounted net benefit divided by the discounted costs; both sides are discounted");
    expect(notes[1]).toContain("the 3 years after year 0");
  });
});

describe("outcomes as a table", () => {
  const c = run(`outcomes:
  beds: { label: Bed days, unit: days, baseline: 200, targets: { 2014/15: 150, 2015/16: return to average }, direction: down, category: Acute }
  home: { label: At home, baseline: 82.5%, targets: { 2014/15: 90.0% }, change: points, measure: After 91 days }
  none: { label: Not yet measured, targets: { 2014/15: unknown } }
  other: { label: Elsewhere, baseline: 1, targets: { 2019/20: 2 }, documents: elsewhere }
`);
  it("prints each row in its own unit, and only what the document shows", () => {
    expect(c.findings).toEqual([]);
    expect(printTable(c, "outcomes")).toEqual([
      "body||Bed days|Acute|–|200 days|150 days|return to average|25%"
        .replaceAll(" days", "\u00a0days")
        .replace("Bed\u00a0", "Bed "),
      "body||At home|–|After 91 days|82.5%|90.0%|–|7.5%",
      "body||Not yet measured|–|–|–|unknown|–|–",
    ]);
    expect(c.document.tables.get("outcomes")?.notes).toHaveLength(3);
  });
});

describe("generated and authored tables", () => {
  const both = `outcomes:
  o: { label: O, baseline: 5, targets: { 2014/15: 4 }, category: x }
  p: { label: P, documents: elsewhere }
tables:
  outcomes: { title: Mine, columns: { a: text }, rows: [{ a: 1 }, { a: 2 }, { a: 3 }] }
  benefits.lines: { title: Mine, columns: { a: text }, rows: [{ a: 1 }] }
`;
  it("refuses an author's table the name of a generated one, and keeps it", () => {
    const c = run(both);
    expect(c.findings).toEqual(["table/generated-id outcomes"]);
    expect(c.document.tables.get("outcomes")?.title).toBe("Mine");
  });
  it("takes any name that nothing generates", () =>
    expect(run(both.replace("  outcomes: {", "  results: {")).findings).toEqual([]));
  it("counts a register as the register, whatever table it makes", () => {
    const c = run(both.replace("  outcomes: {", "  mine: {"));
    expect(c.document.tables.get("outcomes")?.kind).toBe("outcomes");
    expect(countOf(c.document, "outcomes")).toBe(1);
    expect(countOf(c.document, "outcomes", "category=x")).toBe(1);
    expect(countOf(c.document, "mine")).toBe(3);
    expect(countable(c.document.document)).toEqual(["outcomes", "mine", "benefits.lines"]);
  });
});
