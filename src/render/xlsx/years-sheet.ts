// Figures of several years that stand in no table: a row for each, years across, as a finance officer lays workings out.
import type { Figure } from "../../compute/model.ts";
import { type Cell, type Sheet, textCell } from "./book.ts";
import { entryCells, figuresFrame, shortened } from "./figures-sheet.ts";
import { figuresFirst, firstYearColumn, ownSheets } from "./places.ts";
import { type SheetKit, valueFormat } from "./table-sheet.ts";
import { toldOf } from "./values.ts";
import type { YearRow } from "./years.ts";

/** The sheet of workings by year; undefined where there are none. */
export function yearsSheet(kit: SheetKit): Sheet | undefined {
  const { years, rows: lines } = kit.places.grid;
  if (lines.length === 0) return undefined;
  const before = ["What it is", "Figure, without its year", "Unit"];
  const after = ["Kind", "How it came about, in its first year", "Source"];
  const header = [...before, ...years, ...after].map((text, column): Cell => {
    const align = column === 0 ? "left" : years.includes(text) ? "right" : "indented";
    return { content: { type: "text", text }, style: { role: "header", row: "body", align } };
  });
  const body = lines.map((line, i) =>
    "figures" in line ? lineCells(kit, line, figuresFirst + i) : entryCells(kit, line.entry, header.length),
  );
  return figuresFrame(kit, ownSheets.years, "Workings by year", header, body);
}

function lineCells(kit: SheetKit, { stem, figures }: YearRow, row: number): readonly (Cell | undefined)[] {
  const { years } = kit.places.grid;
  const all = [...figures.values()];
  const units = new Set(all.map(({ value }) => (value.type === "number" && value.unit !== "number" ? value.unit : "")));
  const [[year, first] = []] = figures;
  const told = first && toldOf(first);
  const computed = all.filter(({ derivation }) => derivation.type === "computed").length;
  const kind = computed === 0 ? "Input" : computed === all.length ? "Computed" : "Input and computed";
  return [
    textCell(first ? withoutYear(kit.plain(first.label, first.origin), year ?? "") : ""),
    textCell(stem, "aside"),
    textCell([...units].filter((unit) => unit !== "").join(", "), "aside"),
    ...years.map((year, i) => {
      const figure = figures.get(year);
      return figure && yearCell(kit, figure, row, firstYearColumn + i);
    }),
    textCell(kind, "aside"),
    textCell(told ? shortened(told.sentence) : "typed", "aside"),
    textCell(kit.source(first?.origin), "aside"),
  ];
}

function yearCell(kit: SheetKit, figure: Figure, row: number, column: number): Cell {
  const { value, derivation, decimals, origin } = figure;
  return kit.values.cell({
    at: { sheet: ownSheets.years, row, column },
    value,
    figure,
    computed: derivation.type === "computed",
    format: value.type === "number" ? valueFormat(value, decimals) : "General",
    origin,
    row: "body",
    // The columns at the end of the row say what notes would.
    silent: true,
  });
}

/** "Building works, 2026/27, in prices of the year" without its own year. */
function withoutYear(label: string, year: string): string {
  return label.replace(`, ${year}`, "");
}
