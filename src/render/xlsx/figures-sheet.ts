// Figures that stand in no table: what they are called, what they come to and how.
import type { Figure } from "../../compute/model.ts";
import { type Cell, linkCell, type Sheet, textCell } from "./book.ts";
import { lastPart } from "./kinds.ts";
import { figuresFirst, figuresValueColumn, ownSheets } from "./places.ts";
import { type SheetKit, valueFormat } from "./table-sheet.ts";
import { toldOf } from "./values.ts";
import { widthsOf } from "./widths.ts";

/** The Figures sheet; undefined when every figure stands in a table. */
export function figuresSheet(kit: SheetKit): Sheet | undefined {
  const { loose } = kit.places;
  if (loose.length === 0) return undefined;
  const header = ["Figure", "What it is", "Value", "Unit", "Kind", "How it came about", "Source"];
  const body = loose.map((row, i) =>
    "name" in row ? figureCells(kit, row, figuresFirst + i) : entryCells(kit, row.entry, header.length),
  );
  return figuresFrame(kit, ownSheets.figures, "Figures that stand in no table", header.map(headerCell), body);
}

/** A sheet of figures that stand in no table: title, link to the notes, header, and a row for each. */
export function figuresFrame(
  kit: SheetKit,
  name: string,
  title: string,
  header: readonly Cell[],
  body: Sheet["rows"],
): Sheet {
  const notes = linkCell("Notes", { sheet: ownSheets.notes, row: 0, column: 0 });
  const rows = [[textCell(title, "title")], [notes], header, ...body];
  return {
    name,
    table: undefined,
    part: lastPart,
    widths: widthsOf(rows.slice(2), header.length),
    rows,
    frozen: figuresFirst,
    frozenColumns: 1,
    first: figuresFirst,
    repeated: [figuresFirst - 1, figuresFirst - 1],
    footer: kit.footer,
  };
}

function headerCell(text: string, column: number): Cell {
  const align = column === figuresValueColumn ? "right" : column > figuresValueColumn ? "indented" : "left";
  return { content: { type: "text", text }, style: { role: "header", row: "body", align } };
}

/** The name over the figures of a register's entry: an appraisal by its title. */
export function entryCells({ model, plain }: SheetKit, entry: string, columns: number): readonly Cell[] {
  const appraisal = model.document.registers.data["option-appraisals"]?.[entry];
  const words = appraisal ? `${plain(appraisal.title)} (${entry})` : entry;
  return Array.from({ length: columns }, (_, column) => ({
    content: column === 0 ? { type: "text", text: words } : { type: "blank" },
    style: { role: "text", row: "section", align: "left" },
  }));
}

function figureCells(kit: SheetKit, figure: Figure, row: number): readonly Cell[] {
  const { value } = figure;
  const told = toldOf(figure);
  const unit = value.type === "number" && value.unit !== "number" ? value.unit : "";
  return [
    textCell(figure.name),
    textCell(kit.plain(figure.label, figure.origin)),
    kit.values.cell({
      at: { sheet: ownSheets.figures, row, column: figuresValueColumn },
      value,
      figure,
      computed: told !== undefined,
      format: value.type === "number" ? valueFormat(value, figure.decimals) : "General",
      origin: figure.origin,
      row: "body",
      told,
      // The columns beside it say all that a note would.
      silent: true,
    }),
    textCell(unit, "aside"),
    textCell(told ? "Computed" : "Input", "aside"),
    textCell(told ? shortened(told.sentence) : due(figure), "aside"),
    textCell(kit.source(figure.origin), "aside"),
  ];
}

function due({ value }: Figure): string {
  return value.type === "open" ? `not known yet: due from ${value.owner} by ${value.due}` : "typed";
}

// The formula says the rest.
const longest = 110;

/** The start of a long sentence. */
export function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
}
