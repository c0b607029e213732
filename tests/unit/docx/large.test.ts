import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Table } from "../../../src/document/document.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { documentOf, row } from "../../support/docx-sample.ts";
import { large } from "../../support/runs.ts";

test("a table of ten thousand rows is written whole, each name once", async () => {
  const count = large(10_000);
  const table: Table = {
    type: "table",
    id: "long",
    summary: "A long table.",
    look: "ruled",
    columns: ["a", "b", "c"].map((key) => ({ key, align: "left" as const })),
    rows: [
      row("header", "Ref", "Name", "Cost"),
      ...Array.from({ length: count }, (_, i) => row("body", `R${i}`, `Row ${i}`, `£${i}`)),
    ],
    notes: [],
  };
  const body = unzipSync(await docxOf(documentOf([table])))["word/document.xml"];
  const xml = body ? strFromU8(body) : "";
  expect([...xml.matchAll(/<w:tr[ >]/g)]).toHaveLength(count + 1);
  expect(xml).toContain(`£${count - 1}<`);
  const ids = [...xml.matchAll(/w14:paraId="(\w+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(count);
  expect(new Set(ids).size).toBe(ids.length);
});
