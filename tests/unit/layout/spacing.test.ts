import { describe, expect, test } from "vitest";
import type { Block, Contents, Document, List, Table } from "../../../src/document/document.ts";
import type { TextFragment } from "../../../src/layout/fragment.ts";
import { layout } from "../../../src/layout/layout.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { paragraph, stubDraw, text, torture } from "../../support/torture.ts";

const theme = councilTheme();

function pagesOf(...blocks: readonly Block[]): readonly (readonly TextFragment[])[] {
  const tree: Document = { ...torture(), footnotes: [], sections: [{ orientation: "portrait", role: "body", blocks }] };
  const { pages } = layout(tree, theme, testFaces(), stubDraw, new Map()).value;
  return pages.map((page) => page.fragments.filter((part) => part.kind === "text"));
}

function list(...items: readonly (readonly Block[])[]): List {
  return { type: "list", style: "bullet", items: items.map((blocks) => ({ marker: "•", blocks })) };
}

describe("lists", () => {
  test("a list within an item stands as near to its words as items to each other", () => {
    const inner = list([paragraph("inner one")], [paragraph("inner two")]);
    const [page = []] = pagesOf(list([paragraph("outer one"), inner], [paragraph("outer two")]));
    const lines = [...new Set(page.map((part) => part.y))];
    expect(lines).toHaveLength(4);
    for (const [index, y] of lines.slice(1).entries())
      expect(y - (lines[index] ?? 0)).toBeCloseTo(theme.body.leading + theme.list.after);
  });
});

describe("contents", () => {
  function contents(count: number): Contents {
    const entries = Array.from({ length: count }, (_, i) => ({
      target: `h${i}`,
      level: i % 4 === 0 ? 1 : 2,
      text: "Entry",
    }));
    return { type: "contents", of: "headings", title: "Contents", look: "list", depth: 2, entries };
  }
  const pagesFor = (count: number): number => pagesOf(contents(count)).length;
  const distance = (count: number): number => {
    const [page = []] = pagesOf(contents(count));
    const lines = [...new Set(page.map((part) => part.y))];
    return (lines[3] ?? 0) - (lines[2] ?? 0);
  };

  test("that go a little beyond a page are brought back to one", () => {
    const most = Array.from({ length: 60 }, (_, i) => i + 1).findLast((count) => pagesFor(count) === 1) ?? 0;
    expect(distance(most)).toBeLessThan(distance(20));
    expect(distance(most)).toBeGreaterThan(distance(20) * 0.87);
    expect(distance(most + 1)).toBeCloseTo(distance(20));
  });
});

describe("tables", () => {
  const table: Table = {
    type: "table",
    summary: "",
    look: "ruled",
    columns: [
      { key: "a", align: "left" },
      { key: "b", align: "right" },
    ],
    rows: [
      {
        kind: "header",
        cells: [{ blocks: [paragraph("Item")] }, { blocks: [paragraph("Cost per hour of work")] }],
      },
      ...Array.from({ length: 3 }, () => ({
        kind: "body" as const,
        cells: [{ blocks: [paragraph("word ".repeat(60))] }, { blocks: [paragraph("1,000,000,000,000")] }],
      })),
    ],
    notes: [],
  };

  test("the lines of a heading over a column are about equally long", () => {
    const [page = []] = pagesOf(table);
    const heading = page.filter((part) => part.face === "bold" && part.text.trim() !== "Item");
    expect(heading.length).toBeGreaterThan(1);
    const widths = heading.map((part) => part.width);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
  });

  test("nor has a caption a short last line", () => {
    const words = "Minimum pooling arrangement expected by the Government and the Department of Health";
    const caption = { label: "Table", number: 4, children: [text(words)] } as const;
    const [page = []] = pagesOf({ ...table, caption });
    const rows = new Map<number, number>();
    for (const part of page.filter(({ face, x }) => face === "bold" && x < theme.page.margin.left + 200)) {
      if (part.text.trim() === "Item") break;
      rows.set(part.y, (rows.get(part.y) ?? 0) + part.width);
    }
    const widths = [...rows.values()];
    expect(widths.length).toBe(2);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
  });
});
