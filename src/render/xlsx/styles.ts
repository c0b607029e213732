// Looks of cells from what they are. The words of the Notes sheet and of each cell's note say the same without colour.
import type { CellStyle } from "hucre/xlsx";
import type { Palette, Style } from "./book.ts";

const face = "Arial";
const size = 10;
/** Pale yellow, as finance workbooks mark what is typed. */
const inputFill = "FFF6D5";
const plainFill = "F3F4F5";

const hex = (colour: string) => colour.replace("#", "").toUpperCase();

/** Answers with the same object for the same style, so that a large sheet has few. */
export function styles(palette: Palette): (style: Style, format: string | undefined) => CellStyle {
  const made = new Map<string, CellStyle>();
  return (style, format) => {
    const key = `${style.role} ${style.row} ${style.align ?? ""} ${format ?? ""}`;
    const known = made.get(key);
    if (known) return known;
    const fresh = lookOf(style, format, palette);
    made.set(key, fresh);
    return fresh;
  };
}

function lookOf({ role, row, align }: Style, format: string | undefined, palette: Palette): CellStyle {
  const strong = role === "title" || role === "header" || row === "total" || row === "subtotal" || row === "section";
  const fill = fillOf(role, row, palette);
  const rule = { style: "thin" as const, color: { rgb: hex(palette.rule) } };
  const numeric = role === "input" || role === "computed" || role === "value-only";
  const horizontal =
    align === "across" ? "centerContinuous" : align === "centre" ? "center" : align === "indented" ? "left" : align;
  return {
    font: {
      name: face,
      size: role === "title" ? 14 : size,
      color: { rgb: hex(colourOf(role, palette)) },
      ...(strong || row === "group" ? { bold: true } : {}),
      ...(role === "value-only" ? { italic: true } : {}),
      ...(role === "link" ? { underline: true } : {}),
    },
    ...(fill === undefined
      ? {}
      : { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill } } }),
    ...(role === "header"
      ? { border: { bottom: rule } }
      : row === "total" || row === "subtotal"
        ? { border: { top: rule } }
        : {}),
    alignment: {
      vertical: "top",
      ...(horizontal === undefined ? {} : { horizontal }),
      ...(role === "title" || numeric || align === "across" ? {} : { wrapText: true }),
      ...(role === "aside" || align === "indented" ? { horizontal: "left" as const, indent: 1 } : {}),
    },
    ...(format === undefined || format === "General" ? {} : { numFmt: format }),
  };
}

function fillOf(role: Style["role"], row: Style["row"], palette: Palette): string | undefined {
  if (role === "input") return inputFill;
  if (role === "value-only") return plainFill;
  if (role === "header") return hex(palette.tint);
  return row === "section" || row === "group" ? hex(palette.groupTint) : undefined;
}

function colourOf(role: Style["role"], palette: Palette): string {
  switch (role) {
    case "title":
      return palette.accent;
    case "header":
      return palette.accentText;
    case "quiet":
    case "aside":
      return palette.quiet;
    case "link":
      return palette.link;
    case "text":
    case "input":
    case "computed":
    case "value-only":
      return palette.text;
  }
}
