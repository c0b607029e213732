// The first sheet: which document this is, how to read the cells, and where everything is.

import type { NumberStyle, Value } from "../../compute/model.ts";
import { formatDate } from "../../compute/numbers/date.ts";
import { plainValue } from "../../compute/numbers/format.ts";
import { rangeOf, rangeText } from "./address.ts";
import { type Cell, linkCell, type Sheet, type Style, textCell } from "./book.ts";
import { planOf } from "./kinds.ts";
import { ownSheets } from "./places.ts";
import type { SheetKit } from "./table-sheet.ts";

/** The document's facts in words. */
export interface Identity {
  readonly programme: string;
  /** "Full business case". */
  readonly kind: string;
  readonly classification: string;
  /** "For approval". */
  readonly status: string;
  readonly authors: readonly string[];
}

type Row = readonly Cell[];

const mostListed = 100;

/** The Notes sheet, made last since it lists the others. */
export function notesSheet(kit: SheetKit, identity: Identity, sheets: readonly Sheet[]): Sheet {
  const { front } = kit.model.document;
  const rows: readonly Row[] = [
    [textCell(front.title, "title")],
    [
      {
        ...textCell(`${identity.kind}: its figures, with the formulas that make them.`, "quiet"),
        span: 2,
      },
    ],
    [],
    ...facts(kit, identity),
    [],
    ...reading(kit, sheets),
    ...discounting(kit),
    ...planOf(front.kind).notes.map(([label, text]) => line(label, text)),
    [],
    ...contents(sheets),
    ...differences(kit),
    ...withoutFormula(kit),
  ];
  return {
    name: ownSheets.notes,
    table: undefined,
    part: "",
    widths: [34, 90, 34, 30],
    rows,
    frozen: 0,
    frozenColumns: 0,
    first: 0,
    repeated: undefined,
    footer: kit.footer,
  };
}

function line(label: string, text: string, role: Style["role"] = "text"): Row {
  return [textCell(label, role), textCell(text)];
}

function heading(...words: readonly string[]): Row {
  return words.map((w) => textCell(w, "header"));
}

function facts(kit: SheetKit, identity: Identity): readonly Row[] {
  const { front, house } = kit.model.document;
  const mark = front.marking ? `, ${front.marking.text}` : "";
  return [
    line("Programme", identity.programme),
    line("Document", identity.kind),
    line("Version", front.version.replace(/^v/i, "")),
    line("Status", identity.status),
    line("Date", formatDate(front.date, "full", house.dates)),
    line("Classification", `${identity.classification}${mark}`),
  ];
}

function reading(kit: SheetKit, sheets: readonly Sheet[]): readonly Row[] {
  const { money, rounding } = kit.model.style;
  const ties =
    rounding === "half-up"
      ? "half up"
      : "with ties to the even digit on the page; a number format rounds them up, so such a cell may differ by one in its last digit";
  const silent = kit.values.withoutNotes();
  return [
    heading("How to read the cells", ""),
    line(
      "Input",
      "Typed by the authors. The note on the cell names file and line; change it there, since this workbook is made from the sources and never read back.",
      "input",
    ),
    line("Computed", "Worked out by a live formula; the note on the cell says how in words.", "computed"),
    line(
      "Value only",
      `Worked out, but without a formula here: a spreadsheet has none for it, or it would be too long. It does not follow changes.${kit.values.valueOnly.length > 0 ? ` ${kit.values.valueOnly.length} listed below.` : ""}`,
      "value-only",
    ),
    line(
      "Kind and Source",
      `Columns after each table's own: whether a row's figures are typed or worked out, and the file and line that the row is written in${kit.folder === "" ? "" : `, from the folder ${kit.folder.replace(/\/$/, "")}`}.`,
    ),
    ...(silent.length > 0
      ? [line("Cell notes", `Only the first 1,000 figures of a sheet have a note of their own: ${silent.join(", ")}.`)]
      : []),
    line(
      "Units",
      `Headers name the unit shown. Amounts are held in ${money} unless a column says otherwise; thousands and millions are shown by number formats, so a cell that shows 73.9 under (£m) may hold 73,900,000. Percentages are held as fractions.`,
    ),
    line(
      "Rounding",
      `Cells hold unrounded values. Number formats round what is shown, ${ties}; shown parts may not add up to a shown total, and a small amount below zero shows as −0.`,
    ),
    line(
      "Words among numbers",
      "– is nil; n/a, TBC and the like stand where there is no number yet. Sums pass over them.",
    ),
    line(
      "Names",
      `Each figure's cell has the figure's name (Formulas, Name Manager), with underscores for hyphens, slashes and spaces.${sheets.some((s) => s.name === ownSheets.names) ? " The sheet Names lists those that had to change more." : ""}`,
    ),
  ];
}

/** Guidance and edition behind each rate, as the tables of factors and the appraisals say it. */
function discounting({ model, places, plain }: SheetKit): readonly Row[] {
  const tables = places.tables.filter(({ table }) => table.kind === "discount-factors");
  const appraisals = planOf(model.document.front.kind).others ? [...model.appraisals.values()] : [];
  const said = new Set([
    ...appraisals.map((a) => a.discounting),
    ...tables.map(({ table }) => plain(table.notes.join(" "), table.origin)),
  ]);
  return [...said].filter((words) => words !== "").map((words) => line("Discounting", words));
}

/** The other sheets with links, under the headings of their parts. */
function contents(sheets: readonly Sheet[]): readonly Row[] {
  return [
    heading("Sheet", "What it shows", "Table"),
    ...sheets.flatMap((sheet, i): readonly Row[] => {
      const title = sheet.rows[0]?.[0]?.content;
      return [
        ...(sheet.part === sheets[i - 1]?.part ? [] : [section(sheet.part)]),
        [
          linkCell(sheet.name, { sheet: sheet.name, row: 0, column: 0 }),
          textCell(title?.type === "text" ? title.text : ""),
          textCell(sheet.table ?? "", "quiet"),
        ],
      ];
    }),
  ];
}

function section(words: string): Row {
  const style: Style = { role: "text", row: "section", align: "left" };
  const blank: Cell = { content: { type: "blank" }, style };
  return [{ content: { type: "text", text: words }, style, span: 3 }, blank, blank];
}

function differences({ model, plain, source }: SheetKit): readonly Row[] {
  if (model.explained.length === 0) return [];
  const { style } = model;
  return [
    [],
    heading("Stated elsewhere", "Difference and its reason", "Figure", "Source"),
    ...model.explained.map(({ figure, stated, computed, reason, origin }): Row => {
      const decimals = apart(stated, computed, model.figures.get(figure)?.decimals, style);
      return [
        textCell(`${plainValue(stated, decimals, style)} stated`),
        textCell(`${plainValue(computed, decimals, style)} computed. ${plain(reason, origin)}`),
        textCell(figure, "quiet"),
        textCell(source(origin), "quiet"),
      ];
    }),
  ];
}

/** The usual decimals of two values, or as many as it takes to tell them apart. */
function apart(a: Value, b: Value, usual: number | undefined, style: NumberStyle): number | undefined {
  const alike = (decimals: number | undefined) => plainValue(a, decimals, style) === plainValue(b, decimals, style);
  return alike(usual) ? ([1, 2, 3, 4, 5, 6].find((decimals) => !alike(decimals)) ?? usual) : usual;
}

function withoutFormula({ values }: SheetKit): readonly Row[] {
  const list = values.valueOnly;
  if (list.length === 0) return [];
  const listed = list.slice(0, mostListed);
  return [
    [],
    heading("Value only", "Why", "Figure"),
    ...listed.map(
      ({ at, figure, why }): Row => [
        linkCell(rangeText(rangeOf(at), ""), at),
        textCell(why),
        textCell(figure, "quiet"),
      ],
    ),
    ...(list.length > mostListed ? [[textCell(`and ${list.length - mostListed} more`, "quiet")]] : []),
  ];
}
