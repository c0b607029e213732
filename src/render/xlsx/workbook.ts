// A document's model to its workbook: every table a sheet, every figure a named cell, every computation a formula.
import type { DocumentModel, TableModel } from "../../compute/model.ts";
import type { Footer, Sheet, Workbook } from "./book.ts";
import { figuresSheet } from "./figures-sheet.ts";
import { nameCells, namesSheet } from "./names-sheet.ts";
import { type Identity, notesSheet } from "./notes-sheet.ts";
import { ownSheets, placeAll } from "./places.ts";
import { type Reader, type SheetKit, tableSheet } from "./table-sheet.ts";
import { ValueCells } from "./values.ts";
import { widthsOf } from "./widths.ts";
import { Workings } from "./workings.ts";

/** What a workbook says of its document besides the model. */
export interface About extends Identity, Reader {}

/** Lays the workbook of a document out as plain data. */
export function workbook(model: DocumentModel, about: About): Workbook {
  const { front } = model.document;
  const title = (table: TableModel) => about.plain(table.title, table.origin);
  const places = placeAll(model, title);
  const workings = new Workings();
  const values = new ValueCells(model, places, workings, about.source);
  const version = `Version ${front.version.replace(/^v/i, "")}`;
  const footer: Footer = { left: front.title, centre: `${version} · ${front.status}` };
  const kit: SheetKit = { model, places, values, footer, plain: about.plain, source: about.source };
  const tables = places.tables.map((placed) => tableSheet(kit, placed));
  const figures = figuresSheet(kit);
  const named = nameCells(places.homes);
  const sheets = [
    ...tables,
    ...(figures ? [figures] : []),
    ...workingsSheet(workings, footer),
    ...[namesSheet(named, footer)].filter((sheet) => sheet !== undefined),
  ];
  return {
    title: front.title,
    subject: about.kind,
    authors: about.authors,
    keywords: front.keywords ?? [],
    date: front.date,
    sheets: [notesSheet(kit, about, sheets), ...sheets],
    names: named.map(({ name, at }) => ({ name, at })),
    palette: model.document.theme.colours,
  };
}

function workingsSheet(workings: Workings, footer: Footer): readonly Sheet[] {
  if (workings.rows.length === 0) return [];
  const rows = workings.cells();
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = widthsOf(rows.slice(2), columns);
  return [{ name: ownSheets.workings, table: undefined, widths, rows, frozen: 3, first: 3, repeated: [2, 2], footer }];
}
