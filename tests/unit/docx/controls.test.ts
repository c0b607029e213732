// What is filled in in Word: boxes to tick in a form, and the day of a signature.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Block, Cell, Document, Table, Tick } from "../../../src/document/document.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { cell, documentOf, paragraph, row } from "../../support/nodes.ts";

const noPages: ReadonlyMap<string, number> = new Map();

async function xmlOf(blocks: readonly Block[], more: Partial<Document> = {}): Promise<string> {
  return strFromU8(unzipSync(await docxOf(documentOf(blocks, more), noPages))["word/document.xml"] ?? new Uint8Array());
}

const tick = (mark: Tick["mark"], label = "Agreed"): Tick => ({ type: "tick", mark, label });
const prompt: Block = { type: "prompt", blocks: [paragraph("Say who does what.")] };

/** Boxes as name, state and the sign that is shown. */
function boxes(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:sdt>(.*?)<\/w:sdt>/gs)]
    .filter(([, control = ""]) => control.includes("<w14:checkbox>"))
    .map(([, control = ""]) => {
      const [name, state, sign] = [/w:alias w:val="([^"]*)"/, /w14:checked w14:val="(\d)"/, /<w:t[^>]*>([^<]*)</].map(
        (pattern) => pattern.exec(control)?.[1],
      );
      return `${name} ${state} ${sign}`;
    });
}

describe("boxes", () => {
  test("to tick are check boxes in any document", async () => {
    expect(boxes(await xmlOf([paragraph(tick("box", "to do"), tick("checked-box", "done"))]))).toEqual([
      "to do 0 ☐",
      "done 1 ☑",
    ]);
  });

  const matrix = (empty: string, more: readonly Cell[] = []): Table => ({
    type: "table",
    summary: "Who does what.",
    look: "ruled",
    columns: [
      { key: "a", align: "left", rowHeader: true },
      { key: "b", align: "centre" },
    ],
    rows: [
      row("header", "Activity", "Board"),
      row("body", "Sign off", cell([paragraph(tick("tick", "Board"))])),
      row("body", "Deliver", empty),
      ...more.map((c) => row("body", "Other", c)),
    ],
    notes: [],
  });

  test("stand in every cell of a form's column of ticks, with the sign of the page", async () => {
    expect(boxes(await xmlOf([prompt, matrix("–")]))).toEqual(["Board 1 ✓", "Board 0 –"]);
    expect(boxes(await xmlOf([prompt, matrix("")]))).toEqual(["Board 1 ✓", "Board 0 \u00a0"]);
  });

  test("stand in a column without a tick beside one with ticks, named by its header", async () => {
    const { columns, rows, ...table } = matrix("–");
    const wider: Table = {
      ...table,
      columns: [...columns, { key: "c", align: "centre" }],
      rows: rows.map((r) => ({ ...r, cells: [...r.cells, cell(r.kind === "header" ? "Team" : "–")] })),
    };
    expect(boxes(await xmlOf([prompt, wider]))).toEqual(["Board 1 ✓", "Team 0 –", "Board 0 –", "Team 0 –"]);
  });

  test("stand for ticks alone where a column has words as well", async () => {
    expect(boxes(await xmlOf([prompt, matrix("–", [cell("in part")])]))).toEqual(["Board 1 ✓"]);
  });

  test("are none where nobody answers a form, and a cross is no box", async () => {
    expect(boxes(await xmlOf([matrix("–")]))).toEqual([]);
    expect(boxes(await xmlOf([prompt, paragraph(tick("cross"))]))).toEqual([]);
  });
});

test("the day of a signature is chosen from a calendar", async () => {
  const xml = await xmlOf([
    {
      type: "sign-off",
      fields: [
        { label: "By", value: "The Chair" },
        { label: "Date", isDate: true },
        { label: "Date", value: "3 February 2014", isDate: true },
      ],
    },
  ]);
  const dates = [...xml.matchAll(/<w:sdt>(.*?)<\/w:sdt>/gs)].map(([, control = ""]) => control);
  expect(dates.map((control) => /<w:t[^>]*>([^<]*)</.exec(control)?.[1])).toEqual(["\u00a0", "3 February 2014"]);
  expect(dates.map((control) => control.includes("<w:showingPlcHdr/>"))).toEqual([true, false]);
  for (const control of dates)
    expect(control).toMatch(/<w:date><w:dateFormat w:val="d MMMM yyyy"\/><w:lid w:val="en-GB"\/>/);
});

test("a rating in a form is one of the words that there are", async () => {
  const rating = { type: "rating", text: "Very high", tone: "red", options: ["Low", "Very high"] } as const;
  const form = await xmlOf([prompt, paragraph(rating)]);
  expect([...form.matchAll(/<w:listItem w:displayText="([^"]*)"/g)].map(([, word]) => word)).toEqual([
    "\u00a0Low\u00a0",
    "\u00a0Very\u00a0high\u00a0",
  ]);
  expect(form).toMatch(/<w:sdtContent><w:r><w:rPr><w:rStyle w:val="RatingRed"\/>/);
  expect(await xmlOf([paragraph(rating)])).not.toContain("<w:dropDownList");
  const { options: _, ...word } = rating;
  expect(await xmlOf([prompt, paragraph(word)])).not.toContain("<w:dropDownList");
});
