import { expect, test } from "vitest";
import type { Figure } from "../../../src/compute/model.ts";
import { underEntries, yearGrid } from "../../../src/render/xlsx/years.ts";

const figure = (name: string): Figure => ({
  name,
  label: name,
  value: { type: "words", words: "" },
  decimals: undefined,
  origin: undefined,
  derivation: { type: "typed" },
});

test("figures of several years are one row, under the register's entry they belong to", () => {
  const names = [
    "hub.net.2015/16",
    "hub.net.2014/15",
    "rate",
    "hub.once.2014/15",
    "hub.cost.2014/15",
    "hub.cost.2016/17",
  ];
  const grid = yearGrid(names.map(figure));
  expect(grid.years).toEqual(["2014/15", "2015/16", "2016/17"]);
  expect(grid.rows.map((row) => ("entry" in row ? row.entry : [row.stem, ...row.figures.keys()]))).toEqual([
    "hub",
    ["hub.net", "2015/16", "2014/15"],
    ["hub.cost", "2014/15", "2016/17"],
  ]);
  expect(grid.others.map((other) => other.name)).toEqual(["rate", "hub.once.2014/15"]);
});

test("things with few of their kind come first, without a heading", () => {
  expect(underEntries(["a.x", "b.x", "a.y", "c"], (name) => name, 2)).toEqual([
    "b.x",
    "c",
    { entry: "a" },
    "a.x",
    "a.y",
  ]);
});
