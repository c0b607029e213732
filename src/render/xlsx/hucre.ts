// The port to the sheet library: a workbook as data becomes bytes. Nothing else knows which library that is.
import { type MergeRange, type Cell as SheetCell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { columnLetters, fixedText, quoted } from "./address.ts";
import type { Cell, Sheet, Workbook } from "./book.ts";
import { repack } from "./package.ts";
import { styles } from "./styles.ts";
import { heightOf } from "./widths.ts";

type Look = ReturnType<typeof styles>;

/** Longest text of a cell. */
const longestText = 32_767;
/** Longest part of a footer; Excel takes 255 characters for all three, codes included. */
const longestFooter = 110;
/** Characters across that a printed A4 page shows without a magnifying glass. */
const pageWidth = 230;
// The library takes these words for errors when it meets them as text.
const errorLike = /^#[A-Z0-9/_]+[!?]?$/;

/** Bytes of a workbook; the same workbook gives the same bytes. */
export async function write(workbook: Workbook): Promise<Uint8Array> {
  const look = styles(workbook.palette);
  const day = new Date(`${workbook.date}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, look)),
    namedRanges: [
      ...workbook.sheets.flatMap(printTitles),
      ...workbook.names.map(({ name, at }) => ({ name, range: fixedText(at) })),
    ],
    defaultFont: { name: "Arial", size: 10 },
    properties: {
      title: workbook.title,
      subject: workbook.subject,
      creator: workbook.authors.join(", "),
      keywords: workbook.keywords.join(", "),
      created: day,
      modified: day,
    },
  });
  return repack(bytes);
}

/** Rows and columns that stand on each printed page. */
function printTitles({ name, repeated, frozenColumns }: Sheet) {
  const columns = frozenColumns > 0 ? [`$A:$${columnLetters(frozenColumns - 1)}`] : [];
  const rows = repeated ? [`$${repeated[0] + 1}:$${repeated[1] + 1}`] : [];
  const range = [...columns, ...rows].map((part) => `${quoted(name)}!${part}`).join(",");
  return range === "" ? [] : [{ name: "_xlnm.Print_Titles", range, scope: name }];
}

function writeSheet(sheet: Sheet, look: Look): WriteSheet {
  const cells = new Map<string, Partial<SheetCell>>();
  for (const [row, list] of sheet.rows.entries())
    for (const [column, cell] of list.entries()) if (cell) cells.set(`${row},${column}`, writeCell(cell, look));
  const heights = sheet.rows.flatMap((row, i): readonly (readonly [number, { height: number }])[] => {
    const height = heightOf(row, sheet.widths);
    return height === undefined ? [] : [[i, { height }]];
  });
  return {
    name: sheet.name,
    cells,
    rowDefs: new Map(heights),
    merges: spans(sheet),
    columns: sheet.widths.map((width) => ({ width })),
    ...(sheet.frozen > 0 ? { freezePane: { rows: sheet.frozen, columns: sheet.frozenColumns } } : {}),
    view: { showGridLines: sheet.table !== undefined },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: Math.max(1, Math.ceil(sheet.widths.reduce((a, b) => a + b, 0) / pageWidth)),
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      ...(sheet.footer.marking === "" ? {} : { oddHeader: `&C&"-,Bold"${literal(sheet.footer.marking)}` }),
      oddFooter: `&L${literal(sheet.footer.left)}&C${literal(sheet.footer.centre)}&RPage &P of &N`,
    },
  };
}

function spans(sheet: Sheet): MergeRange[] {
  return sheet.rows.flatMap((list, row) =>
    list.flatMap((cell, column): MergeRange[] => {
      const last = Math.min(sheet.widths.length, column + (cell?.span ?? 1)) - 1;
      return last > column ? [{ startRow: row, endRow: row, startCol: column, endCol: last }] : [];
    }),
  );
}

/** Words of a footer: "&" begins a code there. */
function literal(words: string): string {
  const room = words.includes("&") ? longestFooter / 2 : longestFooter;
  return words
    .replace(/\p{Cc}/gu, " ")
    .slice(0, room)
    .replaceAll("&", "&&");
}

function writeCell({ content, style, format, note, link }: Cell, look: Look): Partial<SheetCell> {
  const common = {
    style: look(style, format),
    ...(note === undefined ? {} : { comment: { author: "fivecase", text: spelt(note) } }),
    ...(link ? { hyperlink: { target: "", location: fixedText(link).replaceAll("$", "") } } : {}),
  };
  switch (content.type) {
    case "blank":
      return common;
    case "number":
      return { ...common, value: content.value };
    case "formula": {
      const { formula, result } = content;
      return {
        ...common,
        formula: spelt(formula),
        ...(result === undefined ? {} : { formulaResult: typeof result === "string" ? spelt(result) : result }),
      };
    }
    case "text": {
      const text = spelt(content.text.slice(0, longestText));
      return errorLike.test(text) ? { ...common, richText: [{ text }] } : { ...common, value: text };
    }
  }
}

/** Text in which nothing reads as an escaped character: `_x0041_` would become an A. */
function spelt(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x").replace(/[\uFFFE\uFFFF]/g, "");
}
