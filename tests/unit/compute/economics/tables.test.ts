import { expect, test } from "vitest";
import type { TableModel } from "../../../../src/compute/model.ts";
import { plainValue } from "../../../../src/compute/numbers/format.ts";
import { run } from "../case.ts";
import { depot } from "./depot.ts";

const computed = run(depot);

/** A table as lines of text: kind, label, cells. */
function lines(id: string): readonly string[] {
  const table = computed.document.tables.get(id);
  if (!table) throw new Error(`no table ${id}`);
  return table.rows.map((row) => [row.kind, row.label ?? "", ...cells(table, row)].filter((w) => w !== "").join(" | "));
}

function cells(table: TableModel, row: TableModel["rows"][number]): readonly string[] {
  return table.columns.map((column) => {
    const content = row.cells.get(column.key)?.content;
    if (!content || content.type === "blank") return "";
    if (content.type === "markdown") return content.text;
    if (content.type === "empty") return content.empty;
    return content.type === "number" ? plainValue(content, column.decimals, computed.document.style) : content.type;
  });
}

test("price index", () => {
  expect(lines("gdp.price-index")).toEqual([
    "body | 2025/26 | 100.0 | n/a",
    "body | 2026/27 | 104.0 | 4.0%",
    "body | 2027/28 | 106.1 | 2.0%",
    "body | 2028/29 | 109.3 | 3.0%",
  ]);
});

test("lines as typed, each in its own prices", () => {
  expect(lines("depot.lines")).toEqual([
    "section | Costs",
    "body | Construction | Rebuild | Capital | Real, 2026/27 | VAT 20%, 50% recovered; optimism bias: Works | £600 | £400 | £0 | £1,000",
    "body | Running costs | Keep the depot | Revenue | Real, 2026/27 | As typed | £100 | £100 | £100 | £300",
    "body | Running costs | Rebuild | Revenue | Real, 2026/27 | As typed | £80 | £80 | £80 | £240",
    "body | Security | Rebuild | Revenue | Real, 2025/26 | As typed | £10 | £10 | £10 | £30",
    "section | Benefits",
    "body | Time saved | Rebuild | Non-cash-releasing | Real, 2026/27 | As typed | £0 | £50 | £50 | £100",
    "body | Rent saved | Rebuild | Cash-releasing | Cash | As typed | £0 | £30 | £30 | £60",
    "section | Income",
    "body | Grant | Rebuild | Capital | Cash | Transfer | £0 | £200 | £0 | £200",
  ]);
});

test("optimism bias", () => {
  expect(lines("works.optimism-bias")).toEqual([
    "body | Design | Design frozen | 100.0% | 92.0% | 92.00%",
    "subtotal | Mitigated in all | 92.00%",
    "subtotal | Upper bound: Non-standard buildings | 51.00%",
    "subtotal | Lower bound | 4.00%",
    "total | Managed optimism bias | 4.08%",
  ]);
});

test("from the economic to the financial case, with a rounding note when printed steps do not add up", () => {
  expect(lines("depot.rebuild.economic-financial").map((l) => l.replace(/ \| [^|]*(?= \| [^|]*$)/, ""))).toEqual([
    "body | Economic view: net cost, not discounted | £1,154",
    "body | Optimism bias taken out | −£41",
    "body | Transfers, sunk costs and financing put in | −£196",
    "body | Benefits that bring no cash taken out | £100",
    "body | Inflation put in | £8",
    "body | VAT that is not recovered put in | £101",
    "total | £1,126",
  ]);
  expect(computed.document.tables.get("depot.rebuild.economic-financial")?.roundingNote).toBe(false);
});

test("financial case", () => {
  expect(lines("depot.rebuild.financial-case")).toEqual([
    "section | Capital",
    "body | Construction | £660 | £449 | £0 | £1,109",
    "body | Grant | £0 | −£200 | £0 | −£200",
    "subtotal | Capital, net | £660 | £249 | £0 | £909",
    "section | Revenue",
    "body | Running costs | £80 | £82 | £84 | £246",
    "body | Security | £10 | £11 | £11 | £32",
    "body | Rent saved | £0 | −£30 | −£30 | −£60",
    "subtotal | Revenue, net | £90 | £62 | £65 | £218",
    "total | Net cost in cash | £750 | £311 | £65 | £1,126",
  ]);
});

test("partner shares add up to the net cost", () => {
  expect(lines("depot.rebuild.partner-shares")).toEqual([
    "body | Plymouth City Council | £575 | £318 | £84 | £977",
    "body | Clinical Commissioning Group | £165 | £12 | £0 | £177",
    "body | Not shared out | £10 | −£19 | −£19 | −£28",
    "total | Net cost in cash | £750 | £311 | £65 | £1,126",
  ]);
});

test("funding and the gap", () => {
  expect(lines("package.funding")).toEqual([
    "section | Capital",
    "group | Capital needed | £660 | £249 | £0 | £909",
    "body | Loan | Plymouth City Council, agreed | £660 | £249 | £0 | £909",
    "subtotal | Capital funded | £660 | £249 | £0 | £909",
    "group | Capital gap | £0 | £0 | £0 | £0",
    "section | Revenue",
    "group | Revenue needed | £90 | £62 | £65 | £218",
    "body | Budget | Not stated | £90 | £90 | £90 | £270",
    "subtotal | Revenue funded | £90 | £90 | £90 | £270",
    "group | Revenue gap | £0 | −£28 | −£25 | −£52",
    "group | Affordability gap, capital and revenue | £0 | −£28 | −£25 | −£52",
  ]);
});
