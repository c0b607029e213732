import { describe, expect, test } from "vitest";
import type { Block, Document, PageSection, Table } from "../../../src/document/document.ts";
import { layout } from "../../../src/layout/layout.ts";
import { turned } from "../../../src/layout/turn.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { paragraph, row, stubDraw, text, torture } from "../../support/torture.ts";

const table = (name: string, columns = 2, word = "Word"): Table => ({
  type: "table",
  id: name,
  caption: { label: "Table", number: 1, children: [text(name)] },
  summary: name,
  look: "ruled",
  columns: Array.from({ length: columns }, (_, i) => ({ key: `c${i}`, align: "left" })),
  rows: [
    row("header", ...Array.from({ length: columns }, () => word)),
    row("body", ...Array.from({ length: columns }, () => word)),
  ],
  notes: [],
});
const heading = (title: string): Block => ({
  type: "heading",
  level: 2,
  id: title,
  children: [text(title)],
  inContents: true,
});
const section = (...blocks: readonly Block[]): PageSection => ({ orientation: "portrait", role: "body", blocks });
const documentOf = (...sections: readonly PageSection[]): Document => ({ ...torture(), footnotes: [], sections });

/** `orientation: names` of each section. */
const shape = ({ sections }: Document): readonly string[] =>
  sections.map(({ orientation, blocks }) => {
    const names = blocks.map((b) => (b.type === "table" || b.type === "heading" ? b.id : b.type));
    return `${orientation}: ${names.join(" ")}`;
  });

describe("tables that are too wide", () => {
  const [a, b, c] = [table("a"), table("b"), table("c")];
  const tables: readonly (readonly [string, readonly Block[], readonly Table[], readonly string[]])[] = [
    ["none", [paragraph("p"), a], [], ["portrait: paragraph a"]],
    [
      "one between words",
      [paragraph("p"), a, paragraph("q")],
      [a],
      ["portrait: paragraph", "landscape: a", "portrait: paragraph"],
    ],
    [
      "one under headings",
      [paragraph("p"), heading("h"), heading("i"), a],
      [a],
      ["portrait: paragraph", "landscape: h i a"],
    ],
    ["two together", [a, b, c], [a, b], ["landscape: a b", "portrait: c"]],
    ["two under their headings", [a, heading("h"), b], [a, b], ["landscape: a h b"]],
    ["one inside something", [{ type: "callout", blocks: [a] }], [a], ["portrait: callout"]],
  ];

  test.each(tables)("are turned: %s", (_, blocks, wide, expected) => {
    expect(shape(turned(documentOf(section(...blocks)), new Set(wide)))).toEqual(expected);
  });

  test("leave the document as it is when there are none, or they lie across already", () => {
    const upright = documentOf(section(a));
    expect(turned(upright, new Set())).toBe(upright);
    const across = documentOf({ ...section(a), orientation: "landscape" });
    expect(turned(across, new Set([a]))).toBe(across);
  });
});

const lay = (document: Document) => layout(document, councilTheme(), testFaces(), stubDraw, new Map());

test("a table that fits only across is set there, without a finding", () => {
  const wide = table("wide", 8, "Responsibilities");
  const document = documentOf(section(paragraph("Before."), heading("h"), wide, paragraph("After.")));
  const first = lay(document);
  expect(first.diagnostics.map((d) => d.code)).toEqual(["layout/table-too-wide"]);
  const { value, diagnostics } = lay(turned(document, first.value.wide));
  expect(diagnostics).toEqual([]);
  expect(value.pages.map((page) => page.orientation)).toEqual(["portrait", "landscape", "portrait"]);
  expect([value.pageOf.get("h"), value.pageOf.get("wide")]).toEqual([2, 2]);
});

test("wide tables are set smaller before they are turned, and never below the theme's smallest type", () => {
  const { size, smallest } = councilTheme().table;
  const sizes = [3, 6, 7].map((columns) => {
    const { pages, wide } = lay(documentOf(section(table("t", columns, "Commissioning")))).value;
    const set = pages.flatMap((p) =>
      p.fragments.flatMap((f) => (f.kind === "text" && f.text.startsWith("Commissioning") ? [f.size] : [])),
    );
    return wide.size > 0 ? "turned" : Math.min(...set);
  });
  expect(sizes[0]).toBe(size);
  for (const found of sizes) if (typeof found === "number") expect(found).toBeGreaterThanOrEqual(smallest);
  expect(sizes).toContain("turned");
});

test("a table that is to stay upright does: in the smallest type, and told where that is not enough", () => {
  const tables = [7, 8].map((columns) => ({ ...table("t", columns, "Responsibilities"), upright: true }));
  const fits = { ...table("t", 5, "Commissioning"), upright: true };
  for (const wide of tables) {
    const { value, diagnostics } = lay(documentOf(section(wide)));
    expect(diagnostics.map((d) => `${d.code}: ${d.help}`)).toEqual([
      "layout/table-too-wide: take `upright` out, or give the table fewer columns",
    ]);
    expect([value.wide.size, value.pages.map((page) => page.orientation)]).toEqual([0, ["portrait"]]);
    const sizes = value.pages.flatMap((p) =>
      p.fragments.flatMap((f) => (f.kind === "text" && f.text.startsWith("Resp") ? [f.size] : [])),
    );
    expect(Math.min(...sizes)).toBe(councilTheme().table.smallest);
  }
  expect(lay(documentOf(section(fits))).diagnostics).toEqual([]);
});

test("an A3 sheet is two pages wide, with the margins of the others", () => {
  const { page } = councilTheme();
  const document = documentOf({
    ...section(table("wide", 13, "Responsibilities")),
    orientation: "landscape",
    size: "a3",
  });
  const { value, diagnostics } = lay(document);
  const [sheet] = value.pages;
  expect([sheet?.width, sheet?.height, diagnostics]).toEqual([2 * page.width, page.height, []]);
  const edges = (sheet?.fragments ?? []).flatMap((f) => (f.kind === "text" ? [f.x + f.width] : []));
  expect(Math.max(...edges)).toBeGreaterThan(page.height);
  expect(Math.max(...edges)).toBeLessThanOrEqual(2 * page.width - page.margin.right);
});
