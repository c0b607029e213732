// What a table says its rows come to so far, for pages that end inside it.
import { describe, expect, test } from "vitest";
import { composed } from "../compose/small.ts";
import { lines, show, tableOf, words } from "./story.ts";

const costs = `
tables:
  costs:
    title: Costs
    carry: true
    columns:
      project: text
      item: text
      rate: { unit: "%", decimals: 0 }
      first: { label: First, unit: £, decimals: 2 }
      measure: text
      second: { label: Second, unit: £, as: £k, decimals: 1 }
      running: { unit: £, decimals: 0, cumulative: true }
    rows:
      - { section: Works }
      - { project: A, item: Waiting, rate: 10, first: n/a, measure: m, second: not yet agreed, running: 0 }
      - { project: A, item: Walls, rate: 10, first: 1234.56, measure: m, second: 25000, running: 1 }
      - { project: A, item: Roof, rate: 20, first: -234.56, measure: m, second: nil, running: 2 }
      - { subtotal: Works }
      - { section: Fees }
      - { project: B, item: Surveys, rate: 5, first: 0.01, measure: days, second: 1100, running: 3 }
    total: true
    merge: [project]
`;

const carriedOf = (attributes: Readonly<Record<string, string>> = {}) => {
  const shown = show({ data: costs }, "table", { of: "costs", ...attributes });
  return { shown, carried: tableOf(shown).rows.map((row) => row.carried?.join("|")) };
};

describe("sums that are carried over a page", () => {
  test("begin with the first number, count each row once, and end before the total", () => {
    const { shown, carried } = carriedOf();
    expect(shown.findings).toEqual([]);
    expect(carried).toEqual([
      undefined,
      undefined,
      undefined,
      "|||1,234.56||25.0|",
      "|||1,000.00||25.0|",
      "|||1,000.00||25.0|",
      "|||1,000.00||25.0|",
      "|||1,000.01||26.1|",
      undefined,
    ]);
  });

  test("are those of the rows and columns that are shown, in their unit", () => {
    expect(carriedOf({ rows: "a-3 b", columns: "item second first", as: "£k" }).carried).toEqual([
      undefined,
      undefined,
      "|0.0|0",
      "|0.0|0",
      "|1.1|0",
    ]);
    expect(tableOf(carriedOf().shown).notes.map((n) => words([n]))).toContain(
      "Totals leave out amounts that are not known yet.",
    );
  });

  test("are left out by `carry=no`, and asked for by `carry=yes`", () => {
    expect(carriedOf({ carry: "no" }).carried.every((sums) => sums === undefined)).toBe(true);
    const plain = show({ data: costs.replace("carry: true", "look: ruled") }, "table", { of: "costs", carry: "yes" });
    expect(tableOf(plain).rows.some((row) => row.carried)).toBe(true);
    expect(lines(tableOf(plain))).toEqual(lines(tableOf(carriedOf().shown)));
  });

  test.each([
    [
      "nothing adds up",
      { columns: "item rate running" },
      ["table/nothing-to-carry: take `carry` out, or say `additive: true` at the column that is meant"],
    ],
    [
      "no column is left for the words",
      { columns: "first second" },
      ["table/nothing-to-carry: take `carry` out, or show the column that names the rows"],
    ],
    ["the word is another", { carry: "maybe" }, ["register/unknown-value: use one of: yes, no"]],
  ])("are told where %s", (_, attributes, findings) => {
    const shown = show({ data: costs }, "table", { of: "costs", carry: "yes", ...attributes });
    expect(shown.findings).toEqual(findings);
  });

  test("are not told of where only the columns shown lack what adds up", () => {
    const { shown, carried } = carriedOf({ columns: "item rate" });
    expect([shown.findings, carried.filter((sums) => sums !== undefined)]).toEqual([[], []]);
  });

  test("say that they are rounded where the printed rows come to something else", () => {
    const rows = [1, 2, 3].map((i) => `      - { item: I${i}, cost: 0.4 }\n`).join("");
    const data = `tables:\n  t:\n    title: T\n    carry: true\n    columns: { item: text, cost: { unit: £, decimals: 0 } }\n    rows:\n${rows}`;
    const table = tableOf(show({ data }, "table", { of: "t" }));
    expect(table.rows.map((row) => row.carried?.[1])).toEqual([undefined, "0", "1", "1"]);
    expect(table.notes.map((n) => words([n]))).toEqual(["Figures may not add up because they are rounded."]);
  });

  test("of a worked-out table follow its total, so that rows which are no parts of it carry nothing", () => {
    const risks = `
risks:
  R1: { title: Ground, probability: 20%, cost: { lower: 100, central: 180, upper: 300 } }
  R2: { title: Weather, probability: 10%, cost: { lower: 10, central: 20, upper: 30 } }
`;
    const shown = show({ data: risks }, "risk-values", { carry: "yes", columns: "id cost.lower expected.lower" });
    expect(shown.findings).toEqual([]);
    expect(tableOf(shown).rows.at(-2)?.carried).toEqual(["", "", "21"]);
  });
});

describe("a table that is to stay upright", () => {
  const upright = (data: string, directive: string) => {
    const { document, found } = composed({ body: `# One\n\n${directive}\n`, data });
    const tables = document.sections.flatMap((s) => s.blocks.filter((b) => b.type === "table"));
    return [
      tables.map((table) => table.upright),
      found.map((line) => line.split("\n")[0]?.replace(/^.*?(\w+\/)/, "$1")),
    ];
  };
  const data = "tables:\n  t:\n    title: T\n    columns: { a: text }\n    rows: [{ a: A }]\n";
  const asked = data.replace("title: T", "title: T\n    upright: true");

  test.each([
    [data, "::table{of=t}", [undefined]],
    [data, "::table{of=t upright=yes}", [true]],
    [asked, "::table{of=t}", [true]],
    [asked, "::table{of=t upright=no}", [undefined]],
  ])("says so in its data or where it is placed (%#)", (given, directive, expected) => {
    expect(upright(given, directive)).toEqual([expected, []]);
  });

  test("says yes or no, and is a table", () => {
    expect(upright(data, "::table{of=t upright}")[1]).toHaveLength(1);
    expect(upright("{}", "::assumptions{upright=yes}")[1]).not.toEqual([]);
  });
});
