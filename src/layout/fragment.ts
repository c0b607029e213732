// What a layout is: a tree of meaning in reading order, and pages of placed pieces that point into it. Points from the top left.
import type { Table } from "../document/document.ts";
import type { FaceName } from "./metrics.ts";

export type Role =
  | "Document"
  | "Sect"
  | "Div"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "BlockQuote"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Caption"
  | "Figure"
  | "Note"
  | "Reference"
  | "Link"
  | "Span"
  | "Code"
  | "TOC"
  | "TOCI";

export type ListNumbering = "None" | "Disc" | "Decimal" | "LowerAlpha" | "UpperAlpha" | "LowerRoman" | "UpperRoman";

/** What an element says beside its content. */
export interface Attributes {
  readonly alt?: string;
  /** Read instead of the printed sign. */
  readonly actual?: string;
  readonly language?: string;
  readonly scope?: "Row" | "Column" | "Both";
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly numbering?: ListNumbering;
  readonly summary?: string;
}

export interface Element extends Attributes {
  readonly kind: "element";
  /** Unique among elements and contents of a layout. */
  readonly index: number;
  readonly role: Role;
  readonly children: readonly StructureNode[];
}

/** A place in the tree that printed pieces fill. */
export interface Content {
  readonly kind: "content";
  readonly index: number;
}

export type StructureNode = Element | Content;

/** What is painted. */
interface Painted {
  /** Index of a Content; absent for artifacts. */
  readonly content?: number;
  /** An artifact that is there only because a page ends: a header that is printed again, a sum that is carried over. */
  readonly paged?: true;
}

export interface TextFragment extends Painted {
  readonly kind: "text";
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  /** Degrees anti-clockwise about its start. */
  readonly turn?: number;
  /** The last words of a table's cell: a blank after them keeps them apart from the next cell when they are copied. */
  readonly ends?: true;
}

export interface RectangleFragment extends Painted {
  readonly kind: "rectangle";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly [number, number];
}

export interface LineFragment extends Painted {
  readonly kind: "line";
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash?: readonly [number, number];
}

export interface PathFragment extends Painted {
  readonly kind: "path";
  /** Where the path's own origin stands. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly [number, number];
  readonly evenOdd?: boolean;
  readonly cap?: "round" | "square";
  readonly join?: "round" | "bevel";
}

export interface ImageFragment extends Painted {
  readonly kind: "image";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly asset: string;
}

/** The active area of a link; `element` is its Link element. */
export interface LinkFragment {
  readonly kind: "link";
  readonly element: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly target: LinkTarget;
  /** What the link says. */
  readonly words: string;
}

export type LinkTarget = { readonly url: string } | { readonly id: string };

/** Not painted: the bounds of a figure. */
export interface BoundsFragment {
  readonly kind: "bounds";
  readonly element: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Not painted: a place that links, contents and bookmarks lead to. */
export interface AnchorFragment {
  readonly kind: "anchor";
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Where a page number goes when the pages are known, with leaders before it; gone in a finished layout. */
export interface PageNumberFragment {
  readonly kind: "page-number";
  readonly content: number;
  /** Right edge. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  /** Where the words end. */
  readonly from: number;
  /** Id of what is on the page. */
  readonly of: string;
  readonly size: number;
  readonly face: FaceName;
  readonly colour: string;
  readonly leaders: boolean;
  readonly link?: { readonly element: number; readonly words: string };
  readonly top: number;
  readonly height: number;
}

export type Fragment =
  | PageNumberFragment
  | TextFragment
  | RectangleFragment
  | LineFragment
  | PathFragment
  | ImageFragment
  | LinkFragment
  | BoundsFragment
  | AnchorFragment;

export interface Page {
  /** From 0. */
  readonly index: number;
  /** As printed. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly orientation: "portrait" | "landscape";
  /** Index of the page section it belongs to, from 0. */
  readonly section: number;
  /** Behind everything; artifacts. */
  readonly ground: readonly Fragment[];
  /** In reading order; pieces without content are artifacts. */
  readonly fragments: readonly Fragment[];
  /** Header and footer; artifacts. */
  readonly running: readonly Fragment[];
  /** Share of the room for text that is taken, 0 to 1. */
  readonly fill: number;
  /** Why the next page begins. */
  readonly ended: "full" | "forced" | "section";
}

/** An entry of the bookmarks; levels nest. */
export interface OutlineEntry {
  readonly level: number;
  readonly title: string;
  readonly id: string;
}

export interface Layout {
  /** Tables whose longest words their pages are too narrow for. */
  readonly wide: ReadonlySet<Table>;
  readonly structure: Element;
  readonly pages: readonly Page[];
  readonly outline: readonly OutlineEntry[];
  /** Printed page number of each heading, table, exhibit, picture and anchored list item. */
  readonly pageOf: ReadonlyMap<string, number>;
}
