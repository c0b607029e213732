import { expect, test } from "vitest";
import type { Column, Row, Table } from "../../../src/document/document.ts";
import { decimalIndents } from "../../../src/render/docx/table-align.ts";
import { grid } from "../../../src/render/docx/table-grid.ts";
import { cellNames } from "../../../src/render/docx/table-names.ts";
import { columnWidths } from "../../../src/render/docx/table-widths.ts";
import { cell, row } from "../../support/docx-sample.ts";

const measure = (value: string, size: number): number => value.length * size * 0.5;

function tableOf(columns: readonly Partial<Column>[], rows: readonly Row[]): Table {
  return {
    type: "table",
    summary: "",
    look: "ruled",
    columns: columns.map((column, i) => ({ key: `c${i}`, align: "left", ...column })),
    rows,
    notes: [],
  };
}

function widths(table: Table, room: number): readonly number[] {
  const rows = grid(table);
  const { isBold } = cellNames(table, rows);
  return columnWidths(table, rows, room, 10, 12, measure, { indents: new Map(), isBold }).widths;
}

test("cells stand where HTML would put them; short rows are filled, spans cut to the table", () => {
  const table = tableOf(
    [{}, {}, {}],
    [
      row("header", cell("a", { rowSpan: 2 }), cell("b", { colSpan: 5 })),
      row("header", "c", "d"),
      row("section", "all"),
      row("body", "e"),
      row("body", cell("f", { rowSpan: 9 }), "g", "h"),
    ],
  );
  expect(grid(table).map((cells) => cells.map((c) => [c.at, c.colSpan, c.rowSpan]))).toEqual([
    [
      [0, 1, 2],
      [1, 2, 1],
    ],
    [
      [1, 1, 1],
      [2, 1, 1],
    ],
    [[0, 3, 1]],
    [
      [0, 1, 1],
      [1, 1, 1],
      [2, 1, 1],
    ],
    [
      [0, 1, 1],
      [1, 1, 1],
      [2, 1, 1],
    ],
  ]);
});

test("a small table is as wide as its content, a long text gives way, no word is cut while there is room", () => {
  const small = tableOf([{}, {}], [row("body", "ab", "cd")]);
  expect(widths(small, 400).reduce((a, b) => a + b)).toBeLessThan(100);
  const long = tableOf([{}, {}], [row("body", "Governance", "words ".repeat(60))]);
  const [first = 0, second = 0] = widths(long, 400);
  expect(first).toBeGreaterThan(50 + 12);
  expect(first + second).toBeCloseTo(400);
});

test("declared shares are kept in a form; elsewhere a column is no wider than its words", () => {
  const table = tableOf([{ weight: 0.25 }, { weight: 0.75 }], [row("body", "a", "b")]);
  expect(widths({ ...table, look: "form" }, 400)).toEqual([100, 300]);
  expect(widths(table, 400).reduce((a, b) => a + b)).toBeLessThan(100);
});

test("a declared share gives way to the words of other columns", () => {
  const columns = [{ weight: 0.1 }, { weight: 0.6 }, { weight: 0.1 }, { weight: 0.2 }];
  const table = tableOf(columns, [
    row("header", "Version", "Name", "Changes", "Date"),
    row("body", "01", "words ".repeat(40), "Comments", "05/09/2017"),
  ]);
  const [version = 0, , changes = 0, date = 0] = widths(table, 453);
  expect(version).toBeGreaterThan(35 + 12);
  expect(changes).toBeGreaterThan(40 + 12);
  expect(date).toBeGreaterThan(50 + 12);
});

test("numbers with fewer decimals are moved in by what they lack; words are not", () => {
  const cells = ["12.25", "3.5", "7", "nil", "(1.25)"].map((value) => cell(value));
  const table = tableOf(
    [{ align: "decimal" }],
    cells.map((c) => row("body", c)),
  );
  const indents = decimalIndents(table, grid(table), 10, measure);
  expect(cells.map((c) => indents.get(c) ?? 0)).toEqual([5, 10, 20, 0, 0]);
});

test("digits of a decimal column line up: what is right of the units has one width with the space after it", () => {
  const written = ["1,204.25", "12.5", "7", "-3.1", "(1.25)", "40%"];
  const cells = written.map((value) => cell(value));
  const table = tableOf(
    [{ align: "decimal" }],
    cells.map((c) => row("body", c)),
  );
  const indents = decimalIndents(table, grid(table), 10, measure);
  const edges = cells.map((c, i) => {
    const tail = /[0-9](?![0-9,])(.*)$/.exec(written[i] ?? "")?.[1] ?? "";
    return measure(tail, 10) + (indents.get(c) ?? 0);
  });
  expect(new Set(edges)).toEqual(new Set([20]));
});
