import { expect, test } from "vitest";
import type { Address } from "../../../src/render/xlsx/book.ts";
import { type Surroundings, translate } from "../../../src/render/xlsx/formula.ts";

// Figures a1 … a9 stand in A1 … A9 of this sheet, b1 … in column B, other1 … in column C of another.
const homes: Readonly<Record<string, readonly [string, number]>> = {
  a: ["Here", 0],
  b: ["Here", 1],
  other: ["The other's", 2],
};

function home(name: string): Address | undefined {
  const [, column = "", row = ""] = /^([a-z]+)(\d+)$/.exec(name) ?? [];
  const place = homes[column];
  return place && { sheet: place[0], row: Number(row) - 1, column: place[1] };
}

const laid: (readonly string[])[] = [];
const around: Surroundings = {
  sheet: "Here",
  home,
  // Row 5 is empty, or holds words that a sum leaves out.
  passes: ({ row }) => row === 4,
  lay: (formulas) => {
    laid.push(formulas);
    return "'Workings'!B4:C4";
  },
  guess: undefined,
};
const list = (...names: readonly string[]) => names.map((n) => `[[${n}]]`).join(",");

test.each([
  ["a name", "[[a2]]*5%", "A2*5%"],
  ["a name elsewhere", "[[other2]]+1", "'The other''s'!C2+1"],
  ["neighbours in a column", `SUM(${list("a1", "a2", "a3")})`, "SUM(A1:A3)"],
  ["neighbours in a row", `SUM(${list("a1", "b1")})`, "SUM(A1:B1)"],
  ["a block", `SUM(${list("a1", "b1", "a2", "b2")})`, "SUM(A1:B2)"],
  ["a gap that a sum passes over", `SUM(${list("a4", "a6")})`, "SUM(A4:A6)"],
  ["a gap that it does not", `SUM(${list("a1", "a3")})`, "SUM(A1,A3)"],
  ["a sum of sums", `SUM(SUM(${list("a1", "a2")}),SUM(${list("a3", "a4")}))`, "SUM(A1:A4)"],
  ["a nil among the parts of a sum", `SUM([[a1]],N([[a2]]),[[a3]])`, "SUM(A1:A3)"],
  ["a nil among the parts of an average", `AVERAGE([[a1]],N([[a2]]),[[a3]])`, "AVERAGE(A1,N(A2),A3)"],
  [
    "other arguments",
    `SUM(${list("a1", "a2")},[[other1]]*2,${list("a3", "a4")})`,
    "SUM(A1:A2,'The other''s'!C1*2,A3:A4)",
  ],
  ["arguments of a choice", `IF([[a1]]>[[a2]],[[a3]],[[a4]])`, "IF(A1>A2,A3,A4)"],
  ["flows, whose order counts", `[[a4]]+NPV([[b1]],${list("a6", "a7")})`, "A4+NPV(B1,A6:A7)"],
  ["flows with a gap", `NPV([[b1]],${list("a4", "a6")})`, "NPV(B1,A4,A6)"],
  ["a rate of neighbours", `IRR((${list("a1", "a2")}))`, "IRR(A1:A2)"],
  ["a rate over a list of positions", `IRR(CHOOSE({1,2,3},${list("a1", "a2", "a3")}),6)`, "IRR(A1:A3,6)"],
  ["words with brackets and names in them", `IF([[a1]]=0,"sum( ""[[a2]]"", (","")`, `IF(A1=0,"sum( ""[[a2]]"", (","")`],
])("%s", (_, face, formula) => {
  expect(translate(face, around)).toEqual({ formula });
});

test("a rate over cells that stand apart is laid out", () => {
  const made = translate(`IRR(([[a1]],N([[other2]])))`, { ...around, guess: 0.04567 });
  expect(made).toEqual({ formula: "IRR('Workings'!B4:C4,0.04567)" });
  expect(laid.at(-1)).toEqual(["'Here'!A1", "N('The other''s'!C2)"]);
});

const apart = (count: number) => Array.from({ length: count }, (_, i) => `a${i * 2 + 10}`);

test("more parts than a function takes are summed in groups", () => {
  const made = translate(`SUM(${list(...apart(600))})`, around);
  const formula = "formula" in made ? made.formula : "";
  expect(formula.match(/SUM\(/g)).toHaveLength(4);
  expect(formula.startsWith("SUM(SUM(A10,A12,")).toBe(true);
  const counted = translate(`COUNT(${list(...apart(600))})*2`, around);
  expect("formula" in counted && counted.formula).toMatch(/^\(COUNT\(.*\)\+COUNT\(.*\)\+COUNT\(.*\)\)\*2$/);
});

test.each([
  ["an average of too many", `AVERAGE(${list(...apart(300))})`, "formula too long"],
  ["more characters than a formula holds", `SUM(${list(...apart(3000))})`, "formula too long"],
  ["more levels than a formula has", `${"IF(1>0,".repeat(70)}1${",0)".repeat(70)}`, "formula too deep"],
  ["very many levels", `${"(".repeat(20_000)}1${")".repeat(20_000)}`, "formula too deep"],
  ["brackets that do not match", "SUM(1", "formula too deep"],
  ["more words than a formula quotes", `IF([[a1]]=0,"${"w".repeat(256)}",1)`, "words too long for a formula"],
  ["a figure that has no cell", "[[nobody]]*2", "nobody is not in the workbook"],
])("%s has no formula", (_, face, why) => {
  expect(translate(face, around)).toEqual({ why });
});
