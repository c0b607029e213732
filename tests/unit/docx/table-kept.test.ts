import { expect, test } from "vitest";
import { paragraph } from "../../../src/document/build.ts";
import type { Row, Table } from "../../../src/document/document.ts";
import { grid } from "../../../src/render/docx/table-grid.ts";
import { keptRows } from "../../../src/render/docx/table-kept.ts";
import { cell, row } from "../../support/docx-sample.ts";

function kept(rows: readonly Row[], { noted = false, isSmall = false } = {}): readonly number[] {
  const table: Table = {
    type: "table",
    summary: "",
    look: "ruled",
    columns: [
      { key: "a", align: "left" },
      { key: "b", align: "left" },
    ],
    rows,
    notes: noted ? [paragraph("A note", "note")] : [],
  };
  return [...keptRows(table, grid(table), { heights: rows.map(() => 1), isSmall })];
}

const kinds = (words: string): readonly Row[] =>
  words
    .split(" ")
    .map((kind) =>
      row(
        kind === "h" ? "header" : kind === "s" ? "section" : kind === "g" ? "group" : kind === "t" ? "total" : "body",
        "a",
        "b",
      ),
    );

test.each([
  ["a header with two rows, two rows at the end", "h b b b b b", [0, 1, 4]],
  ["two rows with the totals under them", "h b b b b t t", [0, 1, 3, 4, 5]],
  ["a section with its first row", "h b b b s b b b", [0, 1, 4, 6]],
  ["a group that opens with what is below it", "h s g b b b b b", [0, 1, 2, 6]],
  ["a group that closes with what is above it, not with the section below", "h b b b g s b b b", [0, 1, 3, 5, 7]],
  ["groups that close a table together", "h b b b b b g g", [0, 1, 4, 5, 6]],
])("%s", (_, words, expected) => {
  expect(kept(kinds(words))).toEqual(expected);
});

test("a small table stays whole, and the last row with its notes", () => {
  expect(kept(kinds("h b b b b b b"), { isSmall: true })).toEqual([0, 1, 2, 3, 4, 5]);
  expect(kept(kinds("h b b b b b b"), { noted: true })).toEqual([0, 1, 5, 6]);
});

test("rows under one cell stay together", () => {
  const body = (): Row => row("body", "c", "d");
  const rows = [
    row("header", "a", "b"),
    body(),
    body(),
    row("body", cell("x", { rowSpan: 3 }), "y"),
    row("body", "y"),
    row("body", "y"),
    body(),
    body(),
  ];
  expect(kept(rows)).toEqual([0, 1, 3, 4, 6]);
});
