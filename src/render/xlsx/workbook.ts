// A document's model to its workbook: every table a sheet, every figure a named cell, every computation a formula.
import type { DocumentModel, TableModel } from "../../compute/model.ts";
import type { Footer, Sheet, Workbook } from "./book.ts";
import { figuresSheet } from "./figures-sheet.ts";
import { lastPart } from "./kinds.ts";
import { nameCells, namesSheet } from "./names-sheet.ts";
import { type Identity, notesSheet } from "./notes-sheet.ts";
import { ownSheets, placeAll } from "./places.ts";
import { type Reader, type SheetKit, tableSheet } from "./table-sheet.ts";
import { ValueCells } from "./values.ts";
import { widthsOf } from "./widths.ts";
import { Workings } from "./workings.ts";
import { yearsSheet } from "./years-sheet.ts";

/** What a workbook says of its document besides the model. */
export interface About extends Identity, Reader {
  /** "Version 1.2 · For approval". */
  readonly versionLine: string;
  /** Word in the header of each printed sheet; "" for none. */
  readonly marking: string;
}

/** Lays the workbook of a document out as plain data. */
export function workbook(model: DocumentModel, about: About): Workbook {
  const { front } = model.document;
  const title = (table: TableModel) => about.plain(table.title, table.origin);
  const places = placeAll(model, title);
  const source = shorter(model, about.source);
  const workings = new Workings();
  const values = new ValueCells(model, places, workings, source);
  const footer: Footer = { left: front.title, centre: about.versionLine, marking: about.marking };
  const kit: SheetKit = { model, places, values, footer, plain: about.plain, source, folder: folderOf(model) };
  const tables = places.tables.map((placed) => tableSheet(kit, placed));
  const loose = [figuresSheet(kit), yearsSheet(kit)].filter((sheet) => sheet !== undefined);
  const named = nameCells(places.homes);
  const sheets = [
    ...tables,
    ...loose,
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

/** The programme's folder, below which every source is: "content/depot/". */
function folderOf({ document }: DocumentModel): string {
  return /^content\/[^/]+\//.exec(document.file)?.[0] ?? "";
}

/** Sources named from the programme's folder, which the Notes sheet says once. */
function shorter(model: DocumentModel, source: About["source"]): About["source"] {
  const folder = folderOf(model);
  return (span) => {
    const words = source(span);
    return words.startsWith(folder) ? words.slice(folder.length) : words;
  };
}

function workingsSheet(workings: Workings, footer: Footer): readonly Sheet[] {
  if (workings.rows.length === 0) return [];
  const rows = workings.cells();
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = widthsOf(rows.slice(2), columns);
  return [
    {
      name: ownSheets.workings,
      table: undefined,
      part: lastPart,
      widths,
      rows,
      frozen: 3,
      frozenColumns: 1,
      first: 3,
      repeated: [2, 2],
      footer,
    },
  ];
}
