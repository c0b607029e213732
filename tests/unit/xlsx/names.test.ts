import { expect, test } from "vitest";
import { columnLetters } from "../../../src/render/xlsx/address.ts";
import { CellNames, SheetNames } from "../../../src/render/xlsx/names.ts";

test.each([
  ["Transformation costs", "Transformation costs"],
  ["Budgets by pot and organisation, 2017/18", "Budgets by pot and organisation"],
  ["Posts engaged on one mini business case, by month", "Posts engaged"],
  ["Capability assessment, Co-operative Centre", "Capability assessment"],
  ["The very long-winded committee' own one", "The very long-winded committee"],
  ["A\u0001B _x0041_", "A B x0041_"],
  ["Costs [£k]: what/why?*", "Costs £k what why"],
  ["'Quoted'", "Quoted"],
  ["Spend 2014/15", "Spend 2014-15"],
  ["Incomprehensibilities-in-one-very-long-word", "Incomprehensibilities-in-one-ve"],
  ["", "Table"],
  ["???", "Table"],
  ["History", "History 2"],
])("a sheet called %j is %j", (title, name) => {
  expect(new SheetNames().claim(title)).toBe(name);
});

test("no two sheets have one name, whatever the letters' case", () => {
  const names = new SheetNames();
  const given = [
    names.claim("Costs of the depot by option and by year, rebuild", "a.rebuild"),
    names.claim("Costs of the depot by option and by year, refurbish", "a.refurbish"),
    names.claim("COSTS OF THE DEPOT BY OPTION", "a.refurbish"),
    names.claim("Costs of the depot by option"),
  ];
  expect(given).toEqual([
    "Costs of the depot by option",
    "a.refurbish",
    "COSTS OF THE DEPOT BY OPTION 2",
    "Costs of the depot by option 3",
  ]);
  expect(new Set(given.map((n) => n.toLowerCase())).size).toBe(4);
});

test.each([
  ["pots.pot.council", "pots.pot.council"],
  ["pots.pot-a.council", "pots.pot_a.council"],
  ["net.2014/15", "net.2014_15"],
  ["2014/15", "_2014_15"],
  ["tax2014", "_tax2014"],
  ["r1c1", "_r1c1"],
  ["c", "_c"],
  ["true", "_true"],
  ["bcf.two words", "bcf.two_words"],
  ["FY14.total", "_FY14.total"],
  ["area.m²", "area.m_"],
  ["print-titles", "_print_titles"],
  ["criteria", "_criteria"],
  ["x".repeat(300), "x".repeat(243)],
])("the figure %s is the cell %s", (figure, name) => {
  expect(new CellNames().claim(figure)).toBe(name);
});

test("names that come to the same get a number, also where a dot is read as an underscore", () => {
  const names = new CellNames();
  expect(["a.b-c", "a.b_c", "a_b.c", "A.B-C"].map((n) => names.claim(n))).toEqual([
    "a.b_c",
    "a.b_c_2",
    "a_b.c_3",
    "A.B_C_4",
  ]);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
