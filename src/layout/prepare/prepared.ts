// Blocks with their words measured and their place in the tree of meaning made; widths and pages are still open.
import type { Block, Column, Exhibit, Picture, Table } from "../../document/document.ts";
import type { Reaching, Stripe } from "../../document/stripes.ts";
import type { PreparedText } from "../text.ts";

/** Sizes are for running text; tables set them smaller by a factor. */
export interface TextBlock {
  readonly kind: "text";
  readonly text: PreparedText;
  readonly size: number;
  readonly leading: number;
  readonly before: number;
  readonly after: number;
  /** Indent of all lines but the first, at type size 1. */
  readonly hang: number;
  readonly keepNext: boolean;
  /** No wider than the theme's measure. */
  readonly measured: boolean;
  /** Lines about equally long. */
  readonly balanced?: boolean;
  readonly align?: "left" | "right" | "centre";
  readonly anchor?: string;
  readonly forced?: boolean;
  /** Words of a level 1 heading, for the running header. */
  readonly chapter?: string;
  /** A rule above, as wide as the text may be. */
  readonly ruleAbove?: boolean;
}

export interface ListBlock {
  readonly kind: "list";
  readonly size: number;
  readonly leading: number;
  readonly indent: number;
  readonly items: readonly {
    readonly marker: PreparedText;
    readonly body: readonly Prepared[];
    readonly anchor?: string;
  }[];
  readonly between: number;
  readonly after: number;
}

export type FrameLook = "quote" | "prompt";

export interface FrameBlock {
  readonly kind: "frame";
  readonly look: FrameLook;
  readonly body: readonly Prepared[];
}

export interface IndentBlock {
  readonly kind: "indent";
  readonly by: number;
  readonly body: readonly Prepared[];
}

/** Frames beside each other, row by row. */
export interface GridBlock {
  readonly kind: "grid";
  readonly columns: number;
  readonly cells: readonly (readonly Prepared[])[];
}

/** A label with what belongs to it on its right. */
export interface PairsRow {
  readonly label: readonly Prepared[];
  /** Absent where a line to write on is printed. */
  readonly value?: readonly Prepared[];
  /** What stands on that line for those who cannot see it. */
  readonly line?: readonly Prepared[];
}

export interface PairsBlock {
  readonly kind: "pairs";
  readonly rows: readonly PairsRow[];
  /** Share of the width that labels take at most. */
  readonly share: number;
  readonly ruled: boolean;
  readonly anchor?: string;
}

export interface EntryBlock {
  readonly kind: "entry";
  readonly text: PreparedText;
  readonly size: number;
  readonly leading: number;
  readonly indent: number;
  readonly hang: number;
  readonly before: number;
  readonly target: string;
  readonly content: number;
  readonly link: { readonly element: number; readonly words: string } | undefined;
  readonly bold: boolean;
  readonly keepNext: boolean;
}

export interface PreparedCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly body: readonly Prepared[];
  readonly align: "left" | "right" | "centre" | "decimal";
  readonly tinted: boolean;
}

export interface PreparedRow extends Reaching {
  readonly cells: readonly PreparedCell[];
  readonly carried?: CarriedRows;
}

/** What stands below a row where a page ends there, and above the next one where that page begins. */
export interface CarriedRows {
  readonly forward: PreparedRow;
  readonly brought: PreparedRow;
}

export interface TableBlock {
  readonly kind: "table";
  readonly node: Table;
  readonly look: "ruled" | "borderless" | "grid" | "form";
  readonly columns: readonly Column[];
  readonly rows: readonly PreparedRow[];
  readonly headers: number;
  /** By row, where the theme sets rows apart by stripes and not by rules. */
  readonly stripes?: readonly Stripe[];
  readonly caption?: TextBlock;
  /** Printed above the repeated header, an artifact. */
  readonly continued?: TextBlock;
  readonly notes: readonly Prepared[];
  /** Least height of a row with an empty cell. */
  readonly emptyRow?: number;
  readonly anchor?: string;
  readonly origin: Block["origin"];
}

export interface FigureBlock {
  readonly kind: "figure";
  readonly node: Exhibit | Picture;
  readonly caption: TextBlock;
  readonly element: number;
  readonly content: number;
  readonly notes: readonly Prepared[];
}

/** Empty height, as a share of the page, that is not dropped at the top of a page; `stretch` grows until the page is full. */
export interface SpaceBlock {
  readonly kind: "space";
  readonly height: number;
  readonly stretch: boolean;
}

export interface RuleBlock {
  readonly kind: "rule";
  readonly width: number;
  readonly weight: number;
  readonly after: number;
}

export interface LogosBlock {
  readonly kind: "logos";
  readonly logos: readonly { readonly asset: string; readonly element: number; readonly content: number }[];
}

export interface BreakBlock {
  readonly kind: "break";
}

export type Prepared =
  | TextBlock
  | ListBlock
  | FrameBlock
  | IndentBlock
  | GridBlock
  | PairsBlock
  | EntryBlock
  | TableBlock
  | FigureBlock
  | SpaceBlock
  | RuleBlock
  | LogosBlock
  | BreakBlock;
