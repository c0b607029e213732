// What all handlers share while one document is written, and where a block stands.
import type { Paragraph as DocxParagraph, Table as DocxTable, ParagraphChild } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { Assets, Document, List } from "../../document/document.ts";
import type { ExhibitContent } from "../../document/exhibit.ts";
import type { Scene } from "../../exhibit/scene.ts";
import type { Bookmarks } from "./bookmarks.ts";
import type { BlockElement } from "./element.ts";
import type { Faces } from "./faces.ts";
import type { Marker, Numbering } from "./numbering.ts";
import type { ParagraphStyle } from "./styles.ts";
import type { TableTextStyle } from "./table-text.ts";

export type Draw = (content: ExhibitContent, width: number) => Scene;

/** Authors' drawings: as scenes, or as the safe text of what is painted as pixels. */
export interface Pictures {
  readonly scenes: ReadonlyMap<string, Scene>;
  readonly safe: ReadonlyMap<string, string>;
}

/** One document on its way into Word. Numbering and sequences count on as blocks are met in order. */
export interface Book {
  readonly document: Document;
  /** Whether it answers the prompts of a form. */
  readonly isForm: boolean;
  readonly theme: Theme;
  readonly assets: Assets;
  readonly draw: Draw;
  readonly pictures: Pictures;
  readonly faces: Faces;
  readonly bookmarks: Bookmarks;
  /** Hidden bookmarks by node, the same in every build. */
  readonly ids: ReadonlyMap<object, string>;
  readonly numbering: Numbering;
  /** Last number of each caption label. */
  readonly captions: Map<"Table" | "Figure", number>;
  /** Footnotes that have been referred to; Word numbers a note at its first reference. */
  readonly notesMet: Set<string>;
}

/** What Word's body is made of. */
export type Piece = DocxParagraph | DocxTable | BlockElement;

export type Style = ParagraphStyle | TableTextStyle;

/** What the first paragraph of a run of blocks takes on. */
export interface Lead {
  readonly marker?: Marker;
  readonly breakBefore?: boolean;
  /** True for what begins a section, and so a page. */
  readonly top?: boolean;
  readonly bookmark?: string;
  /** Hidden bookmarks of what begins with it: an item of a list, a row of a table. */
  readonly marks?: readonly string[];
  /** Points above it, where its style has none: after a table, which cannot keep a distance itself. */
  readonly space?: number;
  /** Runs before its own. */
  readonly prefix?: readonly ParagraphChild[];
}

/** Where a block stands. */
export interface Place {
  readonly book: Book;
  /** Style of plain paragraphs here. */
  readonly style: Style;
  /** Style of list items here. */
  readonly listStyle: (list: List, depth: number) => Style;
  /** Size of the text in points. */
  readonly size: number;
  /** Left edge of the text in the column, in points. */
  readonly indent: number;
  /** Width of the column in points. */
  readonly width: number;
  /** Points kept free on the right of running text, so that lines stay readable on wide pages. */
  readonly right: number;
  /** How many lists this is in. */
  readonly depth: number;
  readonly lead: Lead;
  /** Points under the last paragraph, when its style's own do not fit. */
  readonly after?: number;
  /** Points between blocks, when the styles' own do not fit. */
  readonly between?: number;
  readonly keepNext?: boolean;
  /** True where the machine wrote the words, false where an author wrote even the numbers. */
  readonly computed?: boolean;
}

/** The lead without distance above: inside a cell it would move the words, not the table. */
export function unspaced(lead: Lead): Lead {
  return { ...lead, space: undefined };
}

/** Room for tables and pictures. */
export function room(place: Pick<Place, "width" | "indent">): number {
  return Math.max(36, place.width - place.indent);
}
