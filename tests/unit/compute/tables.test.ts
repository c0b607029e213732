import { describe, expect, it } from "vitest";
import { cellText } from "../../../src/compute/numbers/format.ts";
import { countOf } from "../../../src/compute/registers/count.ts";
import { type Computed, run } from "./case.ts";

const dates = { full: "28 January 2014", table: "28/01/14" } as const;

/** A table as lines of text: row kind and cells. */
function print(c: Computed, id: string): readonly string[] {
  const table = c.document.tables.get(id);
  if (!table) return [];
  return table.rows.map((row) =>
    [
      row.kind,
      row.label ?? "",
      ...table.columns.map((column) => {
        const cell = row.cells.get(column.key);
        return cell ? cellText(cell, column, c.document.style, dates) : "";
      }),
    ].join("|"),
  );
}

const head = "tables:\n  t:\n    title: T\n";

describe("rows and totals", () => {
  const c = run(`${head}
    columns:
      pot: text
      council: { label: Council, unit: £, as: £m, decimals: 2 }
      share: "%"
      weeks: { unit: weeks, additive: false }
      running: { unit: £, cumulative: true }
    rows:
      - { section: Pooled }
      - { id: a, pot: "**Pot A**", council: 1500000, share: 60, weeks: 3, running: 10 }
      - { pot: Pot B, council: nil, share: 40%, weeks: n/a, running: 20 }
      - { subtotal: Sub-total }
      - { pot: Pot B, council: 250000, share: 0, weeks: 1, running: 30 }
      - { subtotal: Rest, id: rest }
      - { group: Of which, council: 99 }
    total: { label: All pots }
`);
  it("prints what was written and what was added", () => {
    expect(c.findings).toEqual([]);
    expect(print(c, "t")).toEqual([
      "section|Pooled|||||",
      "body||**Pot A**|1.50|60|3|10",
      "body||Pot B|–|40|n/a|20",
      "subtotal|Sub-total||1.50||4|".replace("|4|", "||"),
      "body||Pot B|0.25|0|1|30",
      "subtotal|Rest||0.25|||",
      "group|Of which||0.00|||",
      "total|All pots||1.75|||",
    ]);
  });
  it("names rows, subtotals and totals", () => {
    expect(c.value("t.a.council")).toBe("1500000");
    expect(c.value("t.pot-b.council")).toBe("nil");
    expect(c.value("t.pot-b-2.council")).toBe("250000");
    expect(c.value("t.rest.council")).toBe("250000");
    expect(c.value("t.council.total")).toBe("1750000");
    expect(c.value("t.a.share")).toBe("0.6");
    expect(c.document.figures.has("t.share.total")).toBe(false);
    expect(c.document.figures.has("t.running.total")).toBe(false);
  });
  it("counts its rows", () => {
    expect(countOf(c.document, "t")).toBe(3);
    expect(countOf(c.document, "t", "pot=Pot B")).toBe(2);
    expect(countOf(c.document, "nothing")).toBeUndefined();
  });
});

describe("computed cells", () => {
  it("reads bare column names in the row, years too", () => {
    const c = run(
      `${head}
    columns:
      line: text
      2014/15: { unit: £, decimals: 0 }
      2015/16: { unit: £, decimals: 0 }
      total: { unit: £, decimals: 0, formula: = sum(2014/15..2015/16) }
      growth: { unit: "%", decimals: 1, formula: = 2015/16 / 2014/15 - 1 }
    rows:
      - { line: One, 2014/15: 0.4, 2015/16: 0.4 }
      - { line: Two, 2014/15: 100, 2015/16: 150 }
    total: true
`.replace("formula: = sum(2014/15..2015/16)", 'formula: "= sum(2014/15..2015/16)"'),
    );
    expect(c.findings).toEqual([]);
    expect(print(c, "t")).toEqual(["body||One|0|0|1|0.0", "body||Two|100|150|250|50.0", "total|Total||100|150|251|"]);
    expect(c.document.tables.get("t")?.roundingNote).toBe(true);
  });
  it("leaves out of a total what is not known, and says so", () => {
    const c = run(
      `${head}    columns: { a: text, b: £ }\n    rows: [{ a: x, b: 5 }, { a: y, b: TBC by FL on 2014-03-31 }]\n    total: true\n`,
    );
    expect(c.value("t.b.total")).toBe("5");
    expect(c.document.tables.get("t")?.incomplete).toBe(true);
  });
  it("keeps a total of nothing but nil as nil", () => {
    const c = run(
      `${head}    columns: { a: text, b: £ }\n    rows: [{ a: x, b: nil }, { a: y, b: nil }]\n    total: true\n`,
    );
    expect(c.value("t.b.total")).toBe("nil");
  });
});

describe("other cells", () => {
  it("reads ticks, ratings, dates, years, lists and blanks", () => {
    const c = run({
      conventions:
        "conventions:\n  risk-matrix: { scale: 5, bands: { Green: 1–9, Amber: 10–14, Red: 15–25 }, words: [Watch] }\n",
      data: `${head}
    columns: { what: text, done: tick, state: rating, when: date, year: year }
    empty-as: –
    rows:
      - { what: [one, two], done: yes, state: Amber / Red, when: 2014-01-28, year: 2014/15 }
      - { what: x, state: Watch, when: end of 2014-10 }
`,
    });
    expect(c.findings).toEqual([]);
    expect(print(c, "t")).toEqual([
      "body||- one\n- two|Yes|Amber / Red|28/01/14|2014/15",
      "body||x||Watch|End of October 2014|–",
    ]);
  });
});

describe("findings", () => {
  const cols = "    columns: { item: text, cost: £, n: number }\n";
  it.each([
    ["- { item: a, cost: 1 }", "table/missing-cell"],
    ["- { cost: 1, n: 2 }", "table/missing-cell"],
    ["- { item: a, cost: 1, n: 2, kost: 3 }", "table/unknown-cell kost"],
    ["- { item: a, cost: £12k, n: 2 }", "table/not-a-number £12k"],
    ["- { item: a, cost: 5%, n: 2 }", "figure/wrong-unit 5%"],
    ["- { item: a, cost: rest, n: 2 }", "figure/rest rest"],
    ["- { item: a, cost: = m * 2, n: 2 }", "figure/unknown-name m"],
    ["- { id: a, item: a, cost: 1, n: 2 }\n      - { id: a, item: a, cost: 1, n: 2 }", "table/duplicate-row a"],
    ["- { section: a, subtotal: b }", "table/row-kinds"],
    ["- { item: a, cost: 900000000000, n: 2 }", "figure/implausible 900000000000"],
  ])("%s: %s", (rows, expected) => {
    const c = run(`${head}${cols}    rows:\n      ${rows}\n`);
    expect(c.findings).toHaveLength(1);
    expect(c.findings[0]).toContain(expected);
  });
  it.each([
    ["title: Cost (£k)", "figure/label-scale Cost (£k)"],
    ["row-header: itm", "table/unknown-column itm"],
    ["merge: [cast]", "table/unknown-column cast"],
    ["total: { columns: [item] }", "table/total-column item"],
    ["total: { columns: [cots] }", "table/unknown-column cots"],
    ["from: nothing.csv", "table/both-rows from"],
    ["identities: [cost + n]", "table/identity-form cost + n"],
    ["identities: [cost = cost + 20]", "table/identity 1"],
    ["identities: [cost = nn]", "figure/unknown-name"],
  ])("%s: %s", (setting, expected) => {
    const text = setting.startsWith("title") ? head.replace("title: T", setting) : `${head}    ${setting}\n`;
    const c = run(`${text}${cols}    rows: [{ item: a, cost: 1, n: 1 }]\n`);
    expect(c.findings).toHaveLength(1);
    expect(c.findings[0]).toContain(expected);
  });
  it("suggests a column of the row", () => {
    const c = run(
      `${head}    columns: { item: text, cost: £, twice: { unit: £, formula: = csot * 2 } }\n    rows: [{ item: a, cost: 1 }]\n`,
    );
    expect(c.findings).toEqual(["figure/unknown-name csot"]);
    expect(c.diagnostics[0]?.help).toBe("did you mean `cost`?");
  });
  it("finds a scale that does not fit in column and row labels", () => {
    const c = run(
      `${head}    columns: { item: text, cost: { label: "Cost £'000", unit: £ } }\n    rows: [{ item: Total benefits (£k), cost: 9440072 }, { item: fine £m words, cost: 1 }]\n`,
    );
    expect(c.findings).toEqual(['figure/label-scale "Cost £\'000"', "figure/label-scale Total benefits (£k)"]);
  });
  it("lets typed parts of an identity be rounded", () => {
    const table = (budget: string) =>
      run(
        `${head}    columns: { item: text, a: £m, b: £m, budget: £m }\n    identities: [a + b = budget]\n    rows: [{ item: x, a: 1.1, b: 2.2, budget: ${budget} }]\n`,
      );
    expect(table("3.4").findings).toEqual([]);
    expect(table("3.6").findings).toEqual(["table/identity 3.6"]);
    expect(table("3.6").diagnostics[0]?.notes).toHaveLength(3);
  });
});

describe("CSV", () => {
  const story = (csv: string) => ({
    data: `${head}    columns: { name: text, cost: { label: Annual cost, unit: £ } }\n    from: services.csv\n    total: true\n`,
    files: { "content/test/data/services.csv": csv },
  });
  it("reads rows, quotes and a byte order mark", () => {
    const c = run(story('\ufeffname,Annual cost\r\n"Meals, on wheels","1,200"\r\nRespite,= 2 * 50\r\n'));
    expect(c.findings).toEqual([]);
    expect(print(c, "t")).toEqual(["body||Meals, on wheels|1,200", "body||Respite|100", "total|Total||1,300"]);
  });
  it.each([
    ["name,cost\nA,12k\n", "table/not-a-number 12k"],
    ['name,cost\n"A, B",12k\n', "table/not-a-number 12k"],
    ["name,cost\nA,= 1 + zz\n", "figure/unknown-name zz"],
    ["name,cost\nA\n", "table/csv-width A"],
    ["name,cost,note\nA,1,x\n", "table/unknown-cell note"],
    ["name\nA\n", "table/csv-header name"],
    ['name,cost\nA,"1\n', "table/csv "],
    ["name,cost\nA,\n", "table/missing-cell"],
  ])("%j: %s", (csv, expected) => {
    const c = run(story(csv));
    expect(c.findings[0]).toContain(expected);
    expect(c.diagnostics[0]?.span?.file).toBe("content/test/data/services.csv");
  });
  it("says which file is not there", () => {
    const c = run({ ...story(""), files: { "content/test/data/servces.csv": "a" } });
    expect(c.findings).toEqual(["table/csv-missing services.csv"]);
    expect(c.diagnostics[0]?.help).toContain("servces.csv");
  });
});
