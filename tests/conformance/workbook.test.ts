// Workbooks worked out again by LibreOffice: every cell comes to what the page prints, and holds what the model holds.

import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentModel, Model, Value } from "../../src/compute/model.ts";
import { cellText, plainValue } from "../../src/compute/numbers/format.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { programme, xlsx } from "../../src/pipeline.ts";
import type { Sheet } from "../../src/render/xlsx/book.ts";
import { reaches } from "../../src/render/xlsx/number-format.ts";
import { ownSheets } from "../../src/render/xlsx/places.ts";
import type { Written } from "../../src/render/xlsx/xlsx.ts";
import { type OfficeSheet, recalculated } from "../support/recalculated.ts";
import { workbookSources } from "../support/workbook-stories.ts";
import { composeProgramme } from "../support/workspace.ts";
import { openXml, present } from "./judges.ts";

const root = join(import.meta.dirname, "../..");
const hasOffice = await present("soffice", "--version");
const stories = 40;

interface Made {
  readonly model: DocumentModel;
  readonly written: Written;
}

const made = new Map<string, Made>();
let office: ReadonlyMap<string, ReadonlyMap<string, OfficeSheet>> = new Map();

async function add(name: string, model: Model, id: string): Promise<void> {
  const document = model.documents.get(id);
  if (document) made.set(name, { model: document, written: await xlsx(model, id) });
}

beforeAll(async () => {
  for (const name of readdirSync(join(root, "content"))) {
    const { model } = await composeProgramme(root, name);
    for (const id of model?.documents.keys() ?? []) if (model) await add(`${name}/${id}`, model, id);
  }
  const seed = Number(process.env["LAW_SEED"] ?? "2014");
  for (const [i, sources] of fc.sample(workbookSources, { numRuns: stories, seed }).entries()) {
    const result = programme(sources);
    if (!result.value || hasErrors(result.diagnostics)) continue;
    await add(`generated ${i}`, result.value, "paper");
  }
  if (!hasOffice) return;
  office = await recalculated(new Map([...made].map(([name, { written }]) => [name, written.bytes])));
});

/** One number or stand-in of the model with its cell. */
interface Compared {
  readonly at: string;
  readonly value: Value;
  readonly printed: string;
  /** False where the number format cannot show the unit that the page prints. */
  readonly comparable: boolean;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function cellsOf({ model, written }: Made): readonly Compared[] {
  const { style, document } = model;
  return written.workbook.sheets.flatMap((sheet): readonly Compared[] => {
    const table = sheet.table === undefined ? undefined : model.tables.get(sheet.table);
    if (table)
      return table.rows.flatMap((row, i) =>
        table.columns.flatMap((column, j): readonly Compared[] => {
          const cell = row.cells.get(column.key);
          const content = cell?.content;
          if (!cell || !content || !isValue(content)) return [];
          const as = cell.shown?.as ?? column.as;
          const comparable = content.type !== "number" || reaches(content.unit, as);
          const printed = cellText(cell, column, style, document.house.dates);
          return [
            {
              at: `${table.id} ${i} ${column.key}`,
              value: content,
              printed,
              comparable,
              sheet: sheet.name,
              row: sheet.first + i,
              column: j,
            },
          ];
        }),
      );
    if (sheet.name === ownSheets.years) return yearCells(sheet, model);
    if (sheet.name !== ownSheets.figures) return [];
    return sheet.rows.slice(sheet.first).flatMap((row, i): readonly Compared[] => {
      const name = row[0]?.content;
      const figure = name?.type === "text" ? model.figures.get(name.text) : undefined;
      if (!figure) return [];
      const printed = plainValue(figure.value, figure.decimals, style);
      return [
        {
          at: figure.name,
          value: figure.value,
          printed,
          comparable: true,
          sheet: sheet.name,
          row: sheet.first + i,
          column: 2,
        },
      ];
    });
  });
}

/** Figures of several years: a row's name and a column's year name one. */
function yearCells(sheet: Sheet, { figures, style }: DocumentModel): readonly Compared[] {
  const text = (row: number, column: number) => {
    const content = sheet.rows[row]?.[column]?.content;
    return content?.type === "text" ? content.text : "";
  };
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap((_, column): readonly Compared[] => {
      const figure = figures.get(`${text(row, 1)}.${text(sheet.first - 1, column)}`);
      if (!figure) return [];
      const { name, value, decimals } = figure;
      const printed = plainValue(value, decimals, style);
      return [{ at: name, value, printed, comparable: true, sheet: sheet.name, row, column }];
    }),
  );
}

const isValue = (content: { readonly type: string }): content is Value =>
  ["number", "empty", "open", "words", "broken"].includes(content.type);

/** A header says "%" where a cell does not; a spreadsheet keeps the sign of what rounds to nothing. */
function alike(text: string): string {
  const plain = text.replace(/%$/, "");
  return /[1-9]/.test(plain) ? plain : plain.replace("−", "");
}

/** The digits of a printed number; NaN where there are none. */
function digitsOf(text: string): number {
  return Number((/−?\d[\d,]*(\.\d+)?/.exec(text)?.[0] ?? "NaN").replace("−", "-").replaceAll(",", ""));
}

/**
 * True for a number halfway between what is printed and what is shown: a programme may round such ties to even, and
 * fifteen digits cannot tell some of them.
 */
function tied(value: Value, printed: string, found: string): boolean {
  if (value.type !== "number") return false;
  const middle = (digitsOf(printed) + digitsOf(found)) / 2;
  const held = value.exact.toNumber();
  const scales = [1, 1e2, 1e3, 1e6, 1e-3, 1e-6];
  const unit = 10 ** -(/\.(\d+)/.exec(printed.replace(/^\D+/, ""))?.[1]?.length ?? 0);
  const apart = Math.abs(digitsOf(printed) - digitsOf(found));
  return Math.abs(apart - unit) < unit / 1e6 && scales.some((s) => Math.abs(held / s - middle) < unit / 1e6);
}

test("there are examples and generated models, with figures to compare", () => {
  expect(made.size).toBeGreaterThan(stories / 2);
  expect([...made.values()].flatMap(cellsOf).length).toBeGreaterThan(1000);
});

describe.skipIf(!hasOffice)("worked out by LibreOffice", () => {
  test("every cell shows what the page prints", () => {
    const wrong: string[] = [];
    for (const [name, one] of made)
      for (const c of cellsOf(one).filter((cell) => cell.comparable)) {
        const found = office.get(name)?.get(c.sheet)?.[c.row]?.[c.column]?.shown ?? "(no cell)";
        if (alike(found) !== alike(c.printed) && !tied(c.value, c.printed, found))
          wrong.push(`${name} ${c.at}: printed ${c.printed}, shown ${found}`);
      }
    expect(wrong).toEqual([]);
  });

  test("every cell holds the unrounded value", () => {
    const wrong: string[] = [];
    for (const [name, one] of made)
      for (const c of cellsOf(one)) {
        if (c.value.type !== "number") continue;
        const found = office.get(name)?.get(c.sheet)?.[c.row]?.[c.column]?.held ?? Number.NaN;
        const wanted = c.value.exact.toNumber();
        if (!(Math.abs(found - wanted) <= Math.max(1e-9, Math.abs(wanted) * 1e-9)))
          wrong.push(`${name} ${c.at}: ${wanted} held as ${found}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe("judged by the Open XML SDK", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fivecase-judged-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("no workbook of an example has an error, nor has a generated one", async () => {
    const judged = [...made].filter(([name], i, all) => name.includes("/") || i === all.length - 1);
    for (const [name, { written }] of judged) {
      const file = join(folder, "workbook.xlsx");
      await writeFile(file, written.bytes);
      const verdict = await openXml(file);
      expect(JSON.parse(verdict.output), name).toMatchObject({ ok: true, errors: [] });
    }
  });
});
