// Figures that stand in no table: what they are called, what they come to and how.
import { type Cell, linkCell, type Sheet, textCell } from "./book.ts";
import { figuresFirst, figuresValueColumn, ownSheets } from "./places.ts";
import { type SheetKit, valueFormat } from "./table-sheet.ts";
import { widthsOf } from "./widths.ts";

/** The Figures sheet; undefined when every figure stands in a table. */
export function figuresSheet(kit: SheetKit): Sheet | undefined {
  const { places, values } = kit;
  if (places.loose.length === 0) return undefined;
  const body = places.loose.map((figure, i): readonly Cell[] => {
    const { value, derivation } = figure;
    const computed = derivation.type === "computed";
    const unit = value.type === "number" && value.unit !== "number" ? value.unit : "";
    const at = { sheet: ownSheets.figures, row: figuresFirst + i, column: figuresValueColumn };
    const format = value.type === "number" ? valueFormat(value, figure.decimals) : "General";
    return [
      textCell(figure.name),
      textCell(kit.plain(figure.label, figure.origin)),
      values.cell({ at, value, figure, computed, format, origin: figure.origin, row: "body" }),
      textCell(unit),
      textCell(computed ? "Computed" : "Input", "aside"),
      textCell(computed ? sentence(derivation.sentence) : "typed", "aside"),
      textCell(kit.source(figure.origin), "aside"),
    ];
  });
  const header = ["Figure", "What it is", "Value", "Unit", "Kind", "How it came about", "Source"];
  const rows = [
    [textCell("Figures that stand in no table", "title")],
    [linkCell("Notes", { sheet: ownSheets.notes, row: 0, column: 0 })],
    header.map(headerCell),
    ...body,
  ];
  return {
    name: ownSheets.figures,
    table: undefined,
    widths: widthsOf(rows.slice(2), header.length),
    rows,
    frozen: figuresFirst,
    first: figuresFirst,
    repeated: [figuresFirst - 1, figuresFirst - 1],
    footer: kit.footer,
  };
}

function headerCell(text: string, column: number): Cell {
  const align = column === figuresValueColumn ? "right" : column > figuresValueColumn + 1 ? "indented" : "left";
  return { content: { type: "text", text }, style: { role: "header", row: "body", align } };
}

const longest = 1000;

function sentence(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}
