import { describe, expect, it } from "vitest";
import { run } from "./case.ts";

const head = "tables:\n  t:\n    title: T\n";

describe("parameters", () => {
  const unitCosts = run(`figures:
  uplift: { value: 10%, label: Uplift }
${head}    parameters:
      hours: 36
      weeks: { label: Weeks a year, value: 52, unit: weeks, source: Human resources }
      yearly: = hours * weeks
      uplift: { value: 2.5%, decimals: 2 }
    columns:
      post: text
      rate: { unit: £, decimals: 2, additive: false }
      cost: { unit: £, formula: = rate * hours * 52 * (1 + uplift) }
    rows:
      - { post: One, rate: 10 }
      - { post: Two, rate: 20.50, cost: = rate * hours }
    identities: [cost <> 0]
    total: true
`);
  it("are figures of the table, within reach of its formulas by their bare names", () => {
    expect(unitCosts.document.tables.get("t")?.parameters).toEqual(["t.hours", "t.weeks", "t.yearly", "t.uplift"]);
    expect(["t.hours", "t.yearly", "t.uplift"].map(unitCosts.value)).toEqual(["36", "1872", "0.025"]);
    expect(["t.one.cost", "t.two.cost", "t.cost.total"].map(unitCosts.value)).toEqual(["19188", "738", "19926"]);
    expect(unitCosts.figure("t.weeks")).toMatchObject({ label: "Weeks a year", decimals: 0, value: { unit: "weeks" } });
    expect(unitCosts.figure("t.uplift").decimals).toBe(2);
  });
  it("are neither rows nor columns", () => {
    const table = unitCosts.document.tables.get("t");
    expect(table?.columns.map((c) => c.key)).toEqual(["post", "rate", "cost"]);
    expect(table?.rows.map((r) => r.id)).toEqual(["one", "two", "total"]);
    expect(unitCosts.findings).toEqual(["table/identity-form cost <> 0"]);
  });
  it.each([
    ["cost: 1", "table/parameter-name cost"],
    ["a: 1", "table/parameter-name a"],
    ["total: 1", "table/parameter-name total"],
    ["two words: 1", "table/parameter-name two words"],
    ["a.b: 1", "table/parameter-name a.b"],
    ["p: = q + 1", "figure/unknown-name q"],
    ["p: { label: Amount (£k), value: 5, unit: £ }", "figure/label-scale Amount (£k)"],
    ["p: { value: 5%, unit: £ }", "figure/wrong-unit 5%"],
  ])("%s: %s", (parameter, expected) => {
    const c = run(
      `${head}    parameters:\n      ${parameter}\n    columns: { item: text, cost: £ }\n    rows: [{ id: a, item: A, cost: 1 }]\n`,
    );
    expect(c.findings).toEqual([expected]);
  });
  it("are suggested where a name is mistyped", () => {
    const c = run(
      `${head}    parameters: { hours: 36 }\n    columns: { item: text, n: { unit: number, formula: = houres * 2 } }\n    rows: [{ item: A }]\n`,
    );
    expect(c.diagnostics[0]?.help).toBe("did you mean `hours`?");
  });
});

describe("adds-to", () => {
  const shares = (column: string, cells: readonly string[]) =>
    run(
      `${head}    columns: { item: text, share: { ${column} } }\n    rows:\n${cells.map((c, i) => `      - ${c.includes("item") ? `{ share: ${c} }` : `{ item: i${i}, share: ${c} }`}\n`).join("")}`,
    ).findings;
  const percent = 'unit: "%", adds-to: 100%';
  it.each([
    [percent, ["50%", "50%"], []],
    [percent, ["33", "33", "33"], []],
    [percent, ["33.3", "33.3", "33.3"], []],
    [percent, ["33.3", "33.3", "33.0"], ["table/adds-to 100%"]],
    [percent, ["60%", "50%"], ["table/adds-to 100%"]],
    [percent, ["60%", "nil", "n/a", "40%"], []],
    [percent, ["60%", "40%", "100%, item: Total"], ["table/typed-total 100%"]],
    [percent, ["60%", "40%", "90%, item: Total"], ["table/total-differs 90%"]],
    [percent, ["60%", "TBC by FL on 2014-03-31"], []],
    [percent, ["= 1 / 3", "= 2 / 3"], []],
    ["unit: number, adds-to: 10", ["2.5", "7.5"], []],
    ["unit: number, adds-to: 10", ["2.5", "7.7"], ["table/adds-to 10"]],
    ["unit: £k, adds-to: = 2 * 5", ["4", "6"], []],
    ["unit: £, cumulative: true, adds-to: 5", ["2", "5"], ["table/total-column 5"]],
    ["type: text, adds-to: 5", ["a", "b"], ["table/total-column 5"]],
  ])("%s over %j: %j", (column, cells, expected) => expect(shares(column, cells)).toEqual(expected));
  it("shows each cell, and no more than a reader follows", () => {
    const rows = Array.from({ length: 15 }, (_, i) => `{ item: i${i}, share: 5% }`).join(", ");
    const c = run(`${head}    columns: { item: text, share: { ${percent} } }\n    rows: [${rows}]\n`);
    expect(c.diagnostics[0]?.message).toBe("The column share adds up to 75%, not to 100%.");
    expect(c.diagnostics[0]?.notes).toHaveLength(13);
    expect(c.diagnostics[0]?.notes?.at(-1)?.message).toBe("and 3 more");
  });
});

describe("sign", () => {
  const signed = (sign: string, cell: string) =>
    run(
      `${head}    columns: { item: text, c: { unit: £${sign} }, d: { unit: £, sign: saving, formula: = c + 5 } }\n    rows: [{ item: A, c: ${cell} }]\n`,
    ).findings;
  it.each([
    [", sign: cost", "3", []],
    [", sign: cost", "0", []],
    [", sign: cost", "nil", []],
    [", sign: cost", "-3", ["figure/sign -3"]],
    [", sign: income", "= 2 - 5", ["figure/sign = 2 - 5"]],
    [", sign: either", "-3", []],
    ["", "-3", []],
    ["", "-8", ["figure/sign = c + 5"]],
  ])("%s %s: %j", (sign, cell, expected) => expect(signed(sign, cell)).toEqual(expected));
});

describe("percentages without %", () => {
  it.each([
    ["0.1", ["table/percent-plain 0.1"]],
    ["-0.46", ["table/percent-plain -0.46"]],
    ["0.1%", []],
    ["= 1 / 10", []],
    ["10", []],
    ["1", []],
    ["0", []],
    ["0.0", []],
  ])("%s: %j", (cell, expected) => {
    const c = run(`${head}    columns: { item: text, share: "%" }\n    rows:\n      - { item: A, share: ${cell} }\n`);
    expect(c.findings).toEqual(expected);
  });
  it("says both things that may be meant", () => {
    const c = run(`${head}    columns: { item: text, share: "%" }\n    rows: [{ item: A, share: 0.1 }]\n`);
    expect(c.diagnostics[0]?.help).toBe("write 10% if a part of one is meant, 0.1% if it is this little");
  });
});

describe("identities", () => {
  const held = (identity: string, columns: string, row: string, more = "") =>
    run(
      `${more}${head}    identities: ["${identity}"]\n    columns: { item: text, ${columns} }\n    rows: [{ item: A, ${row} }]\n`,
    ).findings.map((f) => f.replaceAll('"', ""));
  const rate = "cases: people, population: people, rate: { unit: per 100 000, decimals: 1 }";
  it.each([
    // A rate of cases that were counted to the person: 10 ± ½ in 260,000 is 3.7 to 4.0.
    ["rate = cases / population * 100000", rate, "cases: 10, population: 260000, rate: 3.8", []],
    ["rate = cases / population * 100000", rate, "cases: 10, population: 260000, rate: 4.0", []],
    ["rate = cases / population * 100000", rate, "cases: 10, population: 260000, rate: 4.2", ["table/identity 4.2"]],
    ["rate = cases / population * 100000", rate, "cases: 4110, population: 260000, rate: 1580.8", []],
    [
      "rate = cases / population * 100000",
      rate,
      "cases: 4110, population: 260000, rate: 1581.2",
      ["table/identity 1581.2"],
    ],
    [
      "rate = cases / population * 100000",
      rate,
      "cases: 4110, population: nil, rate: 3.8",
      ["figure/division-by-zero cases / population"],
    ],
    ["share = a / b", 'a: £, b: £, share: "%"', "a: 1, b: 3, share: 33%", []],
    ["share = a / b", 'a: £, b: £k, share: { unit: "%", decimals: 0 }', "a: 1000, b: 3.000, share: 33%", []],
    [
      "share = a / b",
      'a: £, b: £k, share: { unit: "%", decimals: 0 }',
      "a: 1000, b: 3.000, share: 35%",
      ["table/identity 35%"],
    ],
    ["a = b", "a: £, b: £k", "a: 1500, b: 2", []],
    ["a = b", "a: £, b: £k", "a: 1400, b: 2", ["table/identity 2"]],
    ["a * b = c", "a: number, b: number, c: number", "a: 12, b: 11, c: 140", []],
    ["a * b = c", "a: number, b: number, c: number", "a: 12, b: 11, c: 150", ["table/identity 150"]],
    ["a = b - c", "a: £m, b: { unit: £m, formula: = c * 2 }, c: £m", "a: 1.1, c: 1.1", []],
    ["a = b", 'a: £, b: "%"', "a: 5, b: 5%", ["figure/units a = b"]],
    ["a = sum(b, c)", "a: £, b: £, c: £", "a: 5, b: 2, c: 1", ["table/identity 5"]],
    ["a = average(b, c)", "a: £, b: £, c: £", "a: 2, b: 2, c: 1", []],
    ["a = abs(b)", "a: £, b: £", "a: 2, b: -2", []],
    ["a = max(b, c)", "a: £, b: £, c: £", "a: 2, b: 2, c: 1", []],
    ["a = max(b, c)", "a: £, b: £, c: £", "a: 9, b: 2, c: 1", ["table/identity 9"]],
    ["a = b", "a: £, b: £", "a: 9, b: TBC by FL on 2014-03-31", []],
    ["a = 3 * b", "a: £, b: £", "a: 5, b: not yet agreed", []],
  ])("%s with %s: %s", (identity, columns, row, expected) => expect(held(identity, columns, row)).toEqual(expected));
  it("takes parameters, and figures from elsewhere with their own rounding", () => {
    const columns = "hours: hours, weeks: weeks";
    expect(
      held("hours = weeks * week", columns, "hours: 360, weeks: 10", "figures: { week: { value: 36 } }\n"),
    ).toEqual([]);
    expect(
      held("hours = weeks * week", columns, "hours: 420, weeks: 10", "figures: { week: { value: 36 } }\n"),
    ).toEqual(["table/identity 420"]);
  });
  it("reports a divisor of nothing once for each row, with the row, and goes on", () => {
    const c = run(
      `${head}    identities: [r = a / b + b / b]\n    columns: { item: text, a: number, b: number, r: number }\n    rows: [{ item: One, a: 1, b: 0, r: 1 }, { item: Two, a: 1, b: 1, r: 9 }, { item: Three, a: 1, b: 0, r: 1 }]\n`,
    );
    expect(c.findings).toEqual(["figure/division-by-zero a / b", "figure/division-by-zero a / b", "table/identity 9"]);
    expect(c.diagnostics.map((d) => d.notes?.[0]?.message).slice(0, 2)).toEqual(["the row One", "the row Three"]);
  });
  it("leaves what is wrong with a figure it names to that figure, and goes on", () => {
    const c = run(
      `${head}    identities: [a = b + rate]\n    columns: { item: text, a: number, b: number }\n    rows: [{ item: One, a: 1, b: 0 }, { item: Two, a: 9, b: 1 }]\nfigures: { rate: { value: = 1 / none }, none: { value: 0 } }\n`,
    );
    expect(c.findings).toEqual(["figure/division-by-zero 1 / none"]);
    expect(c.diagnostics[0]?.notes).toBeUndefined();
  });
  it("shows both sides with places enough to tell them apart", () => {
    const c = run(
      `${head}    identities: [a = b / 3]\n    columns: { item: text, a: { unit: £, decimals: 2 }, b: { unit: £, decimals: 2 } }\n    rows: [{ item: One, a: 3.36, b: 10.00 }]\n`,
    );
    expect(c.diagnostics[0]?.message).toBe("In One `a = b / 3` does not hold: £3.36 against £3.33.");
    expect(c.diagnostics[0]?.notes?.map((n) => n.message)).toEqual(["One, A: £3.36", "One, B: £10.00"]);
  });
});

describe("typed totals", () => {
  const table = (...rows: readonly string[]) =>
    run(
      `${head}    columns: { item: text, a: £, b: £, share: "%" }\n    rows:\n${rows.map((r) => `      - ${r}\n`).join("")}`,
    );
  const one = "{ item: One, a: 10, b: 20, share: 40% }";
  const two = "{ item: Two, a: 5, b: 5, share: 60% }";
  it.each([
    [[one, two, "{ item: Total, a: 15, b: 25, share: 100% }"], ["table/typed-total 15"]],
    [[one, two, "{ item: '**Grand total:**', a: 15, b: 25, share: n/a }"], ["table/typed-total 15"]],
    [[one, two, "{ item: Total, a: 15, b: 52, share: n/a }"], ["table/total-differs 52"]],
    [[one, two, "{ item: Total cost, a: 15, b: 25, share: n/a }"], ["table/typed-total 15"]],
    [[one, two, "{ item: Total cost, a: 15, b: 90, share: n/a }"], ["table/total-differs 90"]],
    [[one, two, "{ item: Total population, a: 800, b: 900, share: n/a }"], []],
    [[one, two, "{ item: Total, a: = 10 + 5, b: n/a, share: n/a }"], []],
    [[one, "{ item: Total, a: 15, b: 25, share: n/a }"], []],
    [[one, two.replace("5", "unknown"), "{ item: Total, a: 90, b: 25, share: n/a }"], ["table/typed-total 25"]],
    [
      [
        one,
        two,
        "{ item: Sub-total, a: 15, b: 25, share: n/a }",
        one,
        two,
        "{ item: Subtotal, a: 15, b: 25, share: n/a }",
      ],
      ["table/typed-total 15", "table/typed-total 15"],
    ],
    [
      [
        one,
        two,
        "{ item: Sub-total, a: 15, b: 25, share: n/a }",
        one,
        two,
        "{ item: Total, a: 30, b: 50, share: n/a }",
      ],
      ["table/typed-total 15", "table/typed-total 30"],
    ],
    [
      ["{ section: First }", one, two, "{ section: Second }", one, two, "{ item: Total, a: 15, b: 25, share: n/a }"],
      ["table/typed-total 15"],
    ],
    [[one, two, "{ subtotal: Total }"], []],
    [["{ item: Total, a: 1, b: 1, share: 1% }", one, two], []],
  ])("%j: %j", (rows, expected) => expect(table(...rows).findings).toEqual(expected));
  it("says both sums and where the parts stand", () => {
    const c = table(one, two, "{ item: Total, a: 15, b: 52, share: n/a }");
    expect(c.diagnostics[0]?.message).toBe("Row Total, column B says £52, but the rows above it add up to £25.");
    expect(c.diagnostics[0]?.notes?.map((n) => n.message)).toEqual(["One: £20", "Two: £5"]);
  });
});

describe("whole pounds under thousands", () => {
  const other = (amounts: readonly string[]) =>
    `  u:\n    title: U\n    columns: { item: text, cost: £ }\n    rows:\n${amounts.map((a, i) => `      - { item: i${i}, cost: ${a} }\n`).join("")}`;
  const table = (unit: string, cells: readonly string[], more = "") =>
    run(
      `${head}    columns: { item: text, cost: { unit: ${unit} } }\n    rows:\n${cells.map((c, i) => `      - { item: i${i}, cost: ${c} }\n`).join("")}${more}`,
    ).findings;
  it.each([
    ["£k", ["9440072", "1803013"], [], ["table/scale £k"]],
    ["£k", ["9440072", "nil", "1803013"], ["944000", "1803"], ["table/scale £k"]],
    ["£m", ["128250", "317188"], [], ["figure/implausible 128250"]],
    ["£k", ["420200", "180300"], ["300000000"], []],
    ["£k", ["420200"], [], []],
    ["£k", ["420200", "99500"], [], []],
    ["£k", ["420200.5", "180300"], [], []],
    ["£", ["9440072", "1803013"], [], []],
    ["£k", ["44000", "12000"], ["20000", "15000", "30000"], ["table/scale £k"]],
    ["£k", ["44000", "12000"], ["20000", "15000"], []],
    ["£k", ["44000", "12000"], ["2000000", "15000", "30000"], []],
    ["£k", ["44000", "120"], ["20000", "15000", "30000"], []],
  ])("%s %j beside %j: %j", (unit, cells, others, expected) =>
    expect(table(unit, cells, others.length === 0 ? "" : other(others))).toEqual(expected),
  );
});
