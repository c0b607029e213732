import { describe, expect, test } from "vitest";
import { allot, evened } from "../../../src/document/column-widths.ts";
import { balanced } from "../../../src/layout/flow/balance.ts";
import { capped } from "../../../src/layout/flow/widths.ts";
import { onGrid } from "../../../src/layout/prepare/tables.ts";
import { cell, row } from "../../support/torture.ts";

describe("widths of columns", () => {
  test.each([
    { least: [10, 10], natural: [50, 40], room: 100, expected: [50, 40] },
    { least: [60, 60], natural: [100, 100], room: 100, expected: [50, 50] },
    { least: [10, 10], natural: [20, 900], room: 100, expected: [20, 80] },
    { least: [10, 10], natural: [400, 400], room: 100, expected: [50, 50] },
    { least: [500, 20, 15], natural: [500, 20, 15], room: 100, expected: [65, 20, 15] },
    { least: [70, 10], natural: [400, 400], room: 100, expected: [70, 30] },
    // What asks for little gives some of it up before an endless word runs off the page.
    { least: [10, 10, 70], natural: [16, 16, 85], room: 100, expected: [15, 15, 70] },
  ])("$natural in $room", ({ least, natural, room, expected }) => {
    allot(least, natural, room, capped).forEach((width, index) => {
      expect(width).toBeCloseTo(expected[index] ?? 0);
    });
  });

  test("width goes to the column that makes rows high", () => {
    const passages = [
      { row: 0, column: 0, paragraphs: [{ width: 1000, indent: 0 }] },
      { row: 0, column: 1, paragraphs: [{ width: 200, indent: 0 }] },
    ];
    const [wide = 0, narrow = 0] = balanced([100, 100], [30, 30], [1000, 200], passages, 10);
    expect(wide).toBeGreaterThan(140);
    expect(wide + narrow).toBeCloseTo(200);
  });

  test("two cells equally high both take from one with room to spare", () => {
    const passages = [500, 500, 60].map((width, column) => ({ row: 0, column, paragraphs: [{ width, indent: 0 }] }));
    const [first = 0, second = 0, spare = 0] = balanced([100, 100, 100], [30, 30, 40], [500, 500, 60], passages, 5);
    expect(Math.min(first, second)).toBeGreaterThan(110);
    expect(spare).toBeLessThan(80);
  });
});

describe("cells over several rows", () => {
  const cells = [0, 1, 2, 3].map((row) => ({
    row,
    column: 1,
    paragraphs: [{ width: row === 3 ? 300 : 40, indent: 0 }],
  }));
  const over = (rows: number, width: number) => ({ row: 0, rows, column: 0, paragraphs: [{ width, indent: 0 }] });

  test("give up width as long as their rows have the height for their words", () => {
    const [spanning = 0, other = 0] = balanced([140, 100], [40, 40], [450, 300], [over(4, 450), ...cells], 9);
    expect(spanning).toBeLessThan(130);
    expect(other).toBeGreaterThan(110);
  });

  test("and no more", () => {
    const [spanning = 0] = balanced([140, 100], [40, 40], [1600, 300], [over(4, 1600), ...cells], 9);
    expect(spanning).toBeGreaterThan(140);
  });
});

describe("the last step of balancing", () => {
  test("gives a column what it still lacks, less than a whole step", () => {
    const passages = [60, 55].map((width, column) => ({ row: 0, column, paragraphs: [{ width, indent: 0 }] }));
    const [, date = 0] = balanced([100, 51], [30, 20], [100, 55], passages, 9);
    expect(date).toBeCloseTo(55);
  });
});

describe("columns of numbers", () => {
  test.each([
    ["neighbours that ask for about the same get the same", [90, 50, 40, 45, 60], [90, 45, 45, 45, 60]],
    ["but none gives up what it needs where all have it", [90, 50, 50, 60, 80], [90, 50, 50, 60, 80]],
    ["and none gets less than its longest word", [90, 50, 30, 31, 60], [90, 50, 30, 31, 60]],
  ])("%s", (_, widths, expected) => {
    const isNumber = [false, true, true, true, true];
    expect(evened(widths, [20, 40, 30, 30, 30], [200, 50, 50, 50, 80], isNumber)).toEqual(expected);
  });
});

describe("cells on the grid", () => {
  test("spans leave places out, holes are filled, nothing reaches beyond the table", () => {
    const rows = [
      row("header", cell("a", { rowSpan: 9 }), cell("b", { colSpan: 2 })),
      row("header", "c", "d"),
      row("body", cell("e", { rowSpan: 2 }), "f"),
      row("body", "g", "h"),
      row("section", "title"),
    ];
    const places = onGrid(rows, 3).map((slots) => slots.map((s) => [s.column, s.colSpan, s.rowSpan]));
    expect(places).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 2],
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [[0, 3, 1]],
    ]);
  });
});
