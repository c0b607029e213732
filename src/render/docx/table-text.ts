// Styles of text in table cells: what a row is, how its column is aligned, and whether the table is a wide one.
import type { IParagraphStyleOptions } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { lines } from "./spacing.ts";
import { colour } from "./theme.ts";
import { halfPoints } from "./units.ts";

const parts = {
  Text: { name: "Table Text", bold: false },
  Heading: { name: "Table Heading", bold: true },
  Section: { name: "Table Section", bold: true },
  Total: { name: "Table Total", bold: true },
  List: { name: "Table List", bold: false },
} as const;
const aligns = { Left: "", Right: " Right", Centre: " Centre" } as const;
const sizes = { Usual: "", Small: " Small" } as const;

export type TablePart = keyof typeof parts;
export type TableAlign = keyof typeof aligns;
export type TableSize = keyof typeof sizes;
export type TableTextStyle = `Table${TablePart}${TableAlign}${TableSize}`;

/** Id of the style for text of a cell. */
export function tableText(part: TablePart, align: TableAlign, size: TableSize): TableTextStyle {
  return `Table${part}${align}${size}`;
}

/** Size of table text in points. */
export function tableTextSize(theme: Theme, size: TableSize): number {
  return size === "Small" ? theme.table.smallest : theme.table.size;
}

/** All of them; "Table Text", "Table Heading Right", "Table Total Right Small" … */
export function tableStyles(theme: Theme): readonly IParagraphStyleOptions[] {
  const leading = {
    Usual: theme.table.leading,
    Small: theme.table.leading - (theme.table.size - theme.table.smallest),
  };
  return keys(parts).flatMap((part) =>
    keys(aligns).flatMap((align) =>
      keys(sizes).map((size) => ({
        id: tableText(part, align, size),
        name: `${parts[part].name}${aligns[align]}${sizes[size]}`,
        basedOn: "Normal",
        run: {
          size: halfPoints(tableTextSize(theme, size)),
          bold: parts[part].bold,
          ...(part === "Heading" || part === "Section" ? { color: colour(theme, "accentText") } : {}),
        },
        paragraph: {
          spacing: lines(leading[size], 0, 0),
          ...(align === "Left" ? {} : { alignment: align === "Right" ? ("right" as const) : ("center" as const) }),
        },
      })),
    ),
  );
}

function keys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record).filter((key): key is K => key in record);
}
