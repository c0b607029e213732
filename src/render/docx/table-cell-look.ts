// Ground and rules of a cell that no table style can give: Word's styles know the first row, the last, the first column
// and every second row, and no groups, no second header row and no sums in between.
import type { IBorderOptions, ITableCellOptions } from "docx";
import type { CellAt, Shared } from "./table-cell.ts";
import { type ColourName, colour } from "./theme.ts";
import { eighths, hex } from "./units.ts";

type CellLook = Pick<ITableCellOptions, "shading" | "borders" | "verticalAlign">;

/** What a cell says itself. */
export function cellLook(at: CellAt, shared: Shared): CellLook {
  return {
    ...ground(at, shared),
    ...borders(at, shared),
    // The style's look of a header is for the first row, in some word processors for all of the header.
    ...(at.row.kind === "header" && at.index > 0 ? { verticalAlign: "bottom" } : {}),
  };
}

function ground({ row, index, placed }: CellAt, { node, place, names, stripes }: Shared): Pick<CellLook, "shading"> {
  const { theme } = place.book;
  const shade = (fill: ColourName): Pick<CellLook, "shading"> => ({
    shading: { type: "clear", fill: colour(theme, fill) },
  });
  const { kind } = row;
  if (kind === "header") return node.look === "borderless" || index === 0 ? {} : shade("tint");
  if (kind === "section" || kind === "group") return node.look === "borderless" ? {} : shade("groupTint");
  const isByStyle = node.look === "form" && placed.at === 0 && placed.column.rowHeader === true;
  if (names.isTinted(placed)) return isByStyle ? {} : shade("groupTint");
  const tint = theme.table.stripes;
  const isStriped = tint && stripes?.byStyle === false && stripes.rows[index]?.tinted;
  return isStriped ? { shading: { type: "clear", fill: hex(tint) } } : {};
}

function borders({ row, index, placed }: CellAt, { node, place, stripes }: Shared): Pick<CellLook, "borders"> {
  const rule = (points: number, ink: ColourName): IBorderOptions => ({
    style: "single",
    size: eighths(points),
    color: colour(place.book.theme, ink),
  });
  const isRuled = node.look !== "borderless";
  const isLastRow = row.kind === "total" && index === node.rows.length - 1;
  const divides = placed.column.ruleBefore && placed.at > 0 && row.kind !== "section";
  // The style of striped tables rules none of them between its rows.
  const closesStripe = stripes?.isRuledBelow(index + placed.rowSpan - 1) === true;
  const all = {
    ...(closesStripe ? { bottom: rule(0.5, "rule") } : {}),
    ...(row.kind === "total" && !isLastRow ? { top: rule(1, "text") } : {}),
    ...(row.kind === "subtotal" && isRuled ? { top: rule(0.75, "quiet") } : {}),
    ...(row.kind === "header" && isRuled ? headerRule(index, placed.rowSpan) : {}),
    ...(divides ? { left: rule(0.5, "rule") } : {}),
  };
  return Object.keys(all).length > 0 ? { borders: all } : {};

  /** The style closes each row of a header, in some word processors the first alone; here the last closes it. */
  function headerRule(first: number, rows: number): { readonly bottom?: IBorderOptions } {
    const closes = node.rows[first + rows]?.kind !== "header";
    if (first === 0 && rows === 1 && closes) return {};
    if (closes) return { bottom: rule(1, "accent") };
    return { bottom: stripes ? { style: "nil" } : rule(0.5, "rule") };
  }
}
