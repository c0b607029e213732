// Sums that a table carries over its pages: where they stand, what they say, and that no page is too full for them.
import { describe, expect, test } from "vitest";
import type { Block, Row, Table } from "../../../src/document/document.ts";
import type { Page } from "../../../src/layout/fragment.ts";
import { councilTheme } from "../../support/faces.ts";
import { besides, contentsOf, elementsOf, linesOf, set, wordsOn } from "../../support/places.ts";
import { cell, paragraph, row, text, words } from "../../support/torture.ts";

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** Rows of 1,001, 1,002 … with what they come to so far. */
function amounts(
  count: number,
  made: (index: number) => string | readonly Block[] = (i) => `Row ${i}`,
): readonly Row[] {
  let sum = 0;
  return Array.from({ length: count }, (_, i): Row => {
    sum += 1001 + i;
    const body = row("body", cell(made(i + 1)), "n", thousands(1001 + i), "5");
    return { ...body, carried: ["", "", thousands(sum), ""] };
  });
}

const table = (rows: readonly Row[], more: Partial<Table> = {}): Table => ({
  type: "table",
  caption: { label: "Table", number: 1, children: [text("Costs")] },
  summary: "Costs.",
  look: "ruled",
  columns: [
    { key: "item", align: "left", rowHeader: true },
    { key: "note", align: "left" },
    { key: "cost", align: "decimal" },
    { key: "rate", align: "decimal" },
  ],
  rows: [row("header", "Item", "Note", "Cost", "Rate"), ...rows],
  notes: [],
  ...more,
});
const total = row("total", cell("Total", { colSpan: 2 }), "x", "");

const bottom = councilTheme().page.height - councilTheme().page.margin.bottom;

/** Lines of sums on a page, from the top. */
const carriedOn = (page: Page): readonly string[] => linesOf(besides(page)).filter((line) => /forward/.test(line));
const lastRow = (page: Page): string => linesOf(wordsOn(page)).at(-1) ?? "";

describe("a table that carries sums", () => {
  const rows = amounts(90);
  const { value, diagnostics } = set([table([...rows, total])]);
  const { pages } = value;

  test("says at each break what the rows come to so far, and once more on the next page", () => {
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBe(4);
    const sums = pages.slice(0, -1).map((page) => {
      const [, at = ""] = /^Row (\d+) /.exec(lastRow(page)) ?? [];
      return rows[Number(at) - 1]?.carried?.[2];
    });
    expect(pages.map(carriedOn)).toEqual([
      [`Carried forward | ${sums[0]}`],
      [`Brought forward | ${sums[0]}`, `Carried forward | ${sums[1]}`],
      [`Brought forward | ${sums[1]}`, `Carried forward | ${sums[2]}`],
      [`Brought forward | ${sums[2]}`],
    ]);
  });

  test("prints them below the last row and above the first, under the header, in their columns and inside the page", () => {
    const [first, second] = pages;
    if (!first || !second) throw new Error("two pages");
    const forward = besides(first).find((part) => part.text.startsWith("Carried"));
    const lowest = Math.max(...wordsOn(first).map((part) => part.y));
    expect(forward?.y).toBeGreaterThan(lowest);
    expect(forward?.y).toBeLessThan(bottom);
    const lines = linesOf(besides(second));
    expect(lines.slice(0, 3)).toEqual(["Table 1: Costs (continued)", "Item | Note | Cost | Rate", lines[2]]);
    expect(lines[2]).toMatch(/^Brought forward \| [\d,]+$/);
    const brought = besides(second).find((part) => part.text.startsWith("Brought"));
    expect(Math.min(...wordsOn(second).map((part) => part.y))).toBeGreaterThan(brought?.y ?? 0);
    const right = (part: { readonly x: number; readonly width: number } | undefined) =>
      ((part?.x ?? 0) + (part?.width ?? 0)).toFixed(2);
    const sums = besides(second).filter((part) => Math.abs(part.y - (brought?.y ?? 0)) < 1 && part !== brought);
    const costs = wordsOn(second).filter((part) => /^1,\d{3}$/.test(part.text));
    expect(new Set([...sums, ...costs].map(right)).size).toBe(1);
  });

  test("makes them artifacts: the tree has the rows of the table and no others", () => {
    expect(elementsOf(value.structure, "TR")).toHaveLength(92);
    const said = new Set(contentsOf(value.structure));
    for (const page of pages)
      for (const part of page.fragments)
        if (part.kind === "text" && part.content !== undefined) expect(said.has(part.content)).toBe(true);
    const inTree = pages.flatMap((page) => wordsOn(page).map((part) => part.text)).join(" ");
    expect(inTree).not.toMatch(/forward/);
  });

  test("leaves no room unused that a table without them would fill by more than their row", () => {
    const plain = set([table([...rows.map(({ carried: _, ...rest }) => rest), total])]).value;
    const count = (page: Page | undefined) =>
      page ? wordsOn(page).filter((part) => /^Row/.test(part.text)).length : 0;
    expect(count(pages[0])).toBe(count(plain.pages[0]) - 1);
    expect(count(pages[1])).toBe(count(plain.pages[1]) - 2);
  });
});

describe("sums are carried", () => {
  test("nowhere where the table ends on its page, notes or not", () => {
    for (const notes of [[], [{ type: "paragraph", role: "note", children: [text("A note.")] }]] as const)
      expect(set([table(amounts(12), { notes })]).value.pages.flatMap(carriedOn)).toEqual([]);
  });

  test("over a page whose break falls on each row in turn", () => {
    for (let lead = 12; lead < 20; lead++) {
      const { pages } = set([paragraph(words(lead)), paragraph(words(lead)), table([...amounts(30), total])]).value;
      const [first, second] = pages.filter((page) => linesOf(wordsOn(page)).some((line) => /^(Row|Total)/.test(line)));
      if (!second || !first) continue;
      const at = Number(/^Row (\d+)/.exec(lastRow(first))?.[1] ?? "0");
      const sum = thousands((at * (2001 + at)) / 2);
      expect([carriedOn(first), carriedOn(second)]).toEqual([
        [`Carried forward | ${sum}`],
        [`Brought forward | ${sum}`],
      ]);
      const lowest = Math.max(...[...wordsOn(first), ...besides(first)].map((part) => part.y));
      expect(lowest).toBeLessThan(bottom);
    }
  });

  test("where a row is divided, with its own figure, which stands on the first page", () => {
    const rows = amounts(3, (i) => (i === 2 ? [paragraph(words(60))] : `Row ${i}`));
    const pages = set([table([...rows, total])]).value.pages;
    expect(pages.length).toBeGreaterThan(1);
    const upTo = pages.findIndex((page) => wordsOn(page).some((part) => part.text === "1,003"));
    expect(pages.slice(0, upTo).map((page) => carriedOn(page).at(-1))).toEqual(
      Array.from({ length: upTo }, () => "Carried forward | 2,003"),
    );
    expect(pages.slice(1, upTo + 1).map((page) => carriedOn(page)[0])).toEqual(
      Array.from({ length: upTo }, () => "Brought forward | 2,003"),
    );
  });

  test("below a cell over several rows, whose words are printed again beside the first row, not over the sums", () => {
    const rows = amounts(70).map(
      (r, i): Row =>
        i === 0
          ? { ...r, cells: [cell("All of them", { rowSpan: 70 }), ...r.cells.slice(1)] }
          : { ...r, cells: r.cells.slice(1) },
    );
    const [, second] = set([table([...rows, total])]).value.pages;
    if (!second) throw new Error("two pages");
    const at = (wanted: RegExp) => besides(second).find((part) => wanted.test(part.text))?.y ?? 0;
    expect(at(/^Brought/)).toBeGreaterThan(0);
    expect(at(/^All/)).toBeGreaterThan(at(/^Brought/));
  });

  test("over the columns of the table, in a list too", () => {
    const inList: Block = {
      type: "list",
      style: "bullet",
      items: [{ marker: "•", blocks: [paragraph("Costs"), table([...amounts(60), total])] }],
    };
    const [first, second] = set([inList]).value.pages;
    const left = (page: Page | undefined, wanted: RegExp) =>
      page && [...besides(page), ...wordsOn(page)].find((part) => wanted.test(part.text))?.x;
    const row1 = left(first, /^Row 1$/);
    expect(row1).toBeGreaterThan(councilTheme().page.margin.left + 10);
    expect([left(first, /^Carried/), left(second, /^Brought/), left(second, /^Item/)]).toEqual([row1, row1, row1]);
  });

  test("in columns as wide as the sums, though no row is", () => {
    const rows = Array.from(
      { length: 60 },
      (_, i): Row => ({ ...row("body", "A", "n", "9", "5"), carried: ["", "", `${i},999,999,999`, ""] }),
    );
    const [first] = set([table(rows)]).value.pages;
    const [forward] = first ? carriedOn(first) : [];
    expect(forward).toMatch(/^Carried forward \| \d+,999,999,999$/);
  });

  test("without words where every column is added up", () => {
    const rows = Array.from(
      { length: 60 },
      (_, i): Row => ({ ...row("body", "1", "1", "1", "1"), carried: ["a", "b", "c", `${i}`] }),
    );
    const [first] = set([table(rows)]).value.pages;
    expect(first && linesOf(besides(first)).at(-1)).toMatch(/^a \| b \| c \| \d+$/);
  });
});
