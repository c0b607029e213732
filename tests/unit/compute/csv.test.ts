import { describe, expect, it } from "vitest";
import { run } from "./case.ts";
import { printTable } from "./print-table.ts";

const file = "content/test/data/services.csv";
const table = (csv: string, more = "") =>
  run({
    data: `tables:
  t:
    title: T
${more}    columns:
      name: text
      cost: { label: Annual cost, unit: £ }
      share: "%"
      per-week: { unit: £, decimals: 2, formula: = cost / weeks }
      live: tick
      from: date
    parameters: { weeks: 50 }
    from: services.csv
    total: { label: All, columns: [cost] }
`,
    files: { [file]: csv },
  });

describe("a table from CSV", () => {
  it("has sections, subtotals, ids, computed columns, percentages and every kind of empty", () => {
    const c = table(
      [
        "id,section,subtotal,Name,Annual cost,share,live,From",
        ",Care at home,,,,,,",
        'meals,,,"Meals, on wheels","1,200",40%,yes,2014-01-28',
        ",,,Respite,nil,n/a,,2014-09",
        ",,Care at home,,,,,",
        ",Elsewhere,,,,,,",
        'later,,,"Later ""one""",TBC by FL on 2014-03-31,60,x,TBC by FL on 2014-03-31',
        ",,,Sum,= meals.cost + 50,not yet agreed,no,–",
      ]
        .join("\n")
        .replace("meals.cost", "t.meals.cost"),
    );
    expect(c.findings).toEqual([]);
    expect(printTable(c, "t")).toEqual([
      "section|Care at home||||||",
      "body||Meals, on wheels|1,200|40|24.00|Yes|28/01/14",
      "body||Respite|–|n/a|0.00||September 2014",
      "subtotal|Care at home||1,200||24.00||",
      "section|Elsewhere||||||",
      'body||Later "one"|TBC|60|TBC|Yes|TBC',
      "body||Sum|1,250|not yet agreed|25.00||–",
      "total|All||2,450||||",
    ]);
    const ids = c.document.tables.get("t")?.rows.map((r) => r.id ?? "");
    expect(ids).toEqual(["", "meals", "respite", "care-at-home", "", "later", "sum", "total"]);
    expect(c.document.tables.get("t")).toMatchObject({ incomplete: true, parameters: ["t.weeks"] });
  });
  it("may lie under empty lines, trailing commas and headings in capitals", () => {
    const c = table(
      "ID,NAME,ANNUAL COST,SHARE,LIVE,FROM,,\na,A,1,2%,yes,2014-01,,\n,,,,,,,\nb,B,2,3%,no,2014-02,,\n\n",
    );
    expect(c.findings).toEqual([]);
    expect(c.value("t.b.cost")).toBe("2");
    expect(c.value("t.cost.total")).toBe("3");
  });
  it("may give a computed column's cell itself", () => {
    const c = table("name,cost,share,per-week,live,from\nA,100,2%,,yes,2014-01\nB,100,2%,7,yes,2014-01\n");
    expect([c.value("t.a.per-week"), c.value("t.b.per-week")]).toEqual(["2", "7"]);
  });
  it("keeps what comes from its cells out of tables when the files are wrong", () => {
    const c = table(
      "name,cost,share,live,from\nA,1,2%,yes,2014-01\n",
      "    rows: [{ name: B, cost: 1, share: 1, from: 2014 }]\n",
    );
    expect(c.findings).toEqual(["table/both-rows from"]);
  });
});

describe("findings in CSV", () => {
  const head = "name,cost,share,live,from\n";
  it.each([
    ["A,12k,2%,yes,2014-01", "table/not-a-number 12k", "row A, column Annual cost"],
    ['A,"1,2,3",2%,yes,2014-01', 'table/not-a-number "1,2,3"', "row A, column Annual cost"],
    ["A,£1.2.3,2%,yes,2014-01", "table/not-a-number £1.2.3", "row A, column Annual cost"],
    ['A,"£44,000",2%,yes,2014-01', 'table/not-a-number "£44,000"', "row A, column Annual cost"],
    ["A,1,0.1,yes,2014-01", "table/percent-plain 0.1", "row A, column Share"],
    ["A,1,2%,perhaps,2014-01", "table/not-a-tick perhaps", "row A, column Live"],
    ["A,1,2%,yes,01/02/2014", "table/not-a-date 01/02/2014", "row A, column From"],
    ["A,5%,2%,yes,2014-01", "figure/wrong-unit 5%", "row A, column Annual cost"],
    ["A,= 1 + zz,2%,yes,2014-01", "figure/unknown-name zz", "row A, column Annual cost"],
    ["A,= 1 /* 2,2%,yes,2014-01", "figure/syntax *", "row A, column Annual cost"],
    ["A,rest,2%,yes,2014-01", "figure/rest rest", "row A, column Annual cost"],
    ["A,,2%,yes,2014-01", "table/missing-cell ", "The row A has no `cost`"],
    ["A,1,2%,yes,", "table/missing-cell ", "The row A has no `from`"],
    ["A,44,000,2%,yes,2014-01", "table/csv-width 44,000", "The row A has 6 values where the first line has 5"],
    ["A,1,2%,yes,2014-01,more", "table/csv-width more", "The row A has 6 values where the first line has 5"],
    ["A,1", "table/csv-width A,1", "The row A has 2 values where the first line has 5"],
    ["A", "table/csv-width A", "The row A has 1 value where the first line has 5"],
  ])("%s: %s, in words: %s", (row, expected, words) => {
    const c = table(`${head}${row}\n`);
    expect(c.findings).toEqual([expected]);
    const [found] = c.diagnostics;
    expect(found?.span?.file).toBe(file);
    expect(found?.span?.start).toBeGreaterThanOrEqual(head.length);
    expect([found?.message, ...(found?.notes ?? []).map((n) => n.message)].join("\n")).toContain(words);
  });
  it.each([
    ["name;cost;share\nA;1;2\n", "table/csv name;cost;share", "save it with commas"],
    ["name\tcost\nA\t1\n", "table/csv name\tcost", "save it with commas"],
    [
      "name,cost,Annual cost,share,live,from\nA,1,2,3,yes,2014\n",
      "table/csv-twice Annual cost",
      "take one of them out",
    ],
    ["name,cost,share,live,from,\nA,1,2,yes,2014,stray\n", "table/csv-heading stray", "give the column a heading"],
    ["name,cots,share,live,from\nA,1,2,yes,2014\n", "table/unknown-cell cots", "did you mean `cost`"],
    ["name,share\nA,1\n", "table/csv-header name,share", "the first line holds the keys"],
    ['name,cost,share,live,from\nA,"1,2,yes,2014\n', 'table/csv A,"1,2,yes,2014', "stands in"],
  ])("%j: %s", (csv, expected, help) => {
    const c = table(csv);
    expect(c.findings[0]).toBe(expected);
    expect(c.diagnostics[0]?.help).toContain(help);
  });
  it("holds cells from CSV against what their columns promise", () => {
    const c = run({
      data: 'tables:\n  t:\n    title: T\n    columns: { name: text, cost: { unit: £, sign: cost }, share: { unit: "%", adds-to: 100% } }\n    identities: [cost = abs(cost)]\n    from: services.csv\n',
      files: { [file]: "name,cost,share\nOne,-40,40%\nTwo,50,50%\n" },
    });
    expect(c.findings).toEqual(["table/adds-to 100%", "figure/sign -40", "table/identity -40"]);
    expect(c.diagnostics[0]?.notes?.map((n) => n.span?.file)).toEqual([file, file]);
    expect(c.diagnostics[1]?.message).toContain("Row One, column Cost");
  });
});

describe("a CSV file that is not what it seems", () => {
  const header = "name,cost,share,live,from";
  it.each([
    ["a quote that is never closed", `${header}\n"A,1,2%,yes,2014\nB,2,3%,no,2014\n`, ['table/csv "A,1,2%,yes,2014']],
    ["a value with a character that was reported", `${header}\nA,\u00004,2%,yes,2014\n`, []],
    ["headings with such characters", `\u0000n\u0000a,\u0000c\n`, []],
    [
      "two headings that ran together",
      `id;section,${header}\n${"x,,A,1,2%,yes,2014\n".repeat(4)}`,
      [`table/csv-first-line id;section,${header}`, "table/unknown-cell id;section"],
    ],
    [
      "a file for another table",
      `${header},${Array.from({ length: 50 }, (_, i) => `x${i}`).join(",")}\n`,
      ["table/unknown-cell x0"],
    ],
  ])("%s", (_name, csv, found) => {
    expect(table(csv).findings).toEqual(found);
  });
});
