// The finished document as plain JSON: numbers, references and notes are resolved, looks are not decided.
// Every output is made from this tree; a word that is not here is in no output.
import type { Span } from "../source.ts";
import type { ExhibitContent } from "./exhibit.ts";
import type { Foreign, Inline, Text } from "./inline.ts";

export type {
  Code,
  Emphasis,
  FootnoteReference,
  Foreign,
  Inline,
  LineBreak,
  Link,
  Rating,
  RatingTone,
  Reference,
  Strong,
  Superscript,
  Text,
  Tick,
  Value,
} from "./inline.ts";

export interface Document {
  /** `<programme folder>/<document folder>` */
  readonly id: string;
  /** BCP 47, "en-GB". */
  readonly language: string;
  /** Its front matter: the place of words that no block brings, such as the running title. */
  readonly origin?: Span;
  readonly properties: Properties;
  readonly running: Running;
  readonly marks: Marks;
  /** Numbering of headings, so that an output with live numbering can carry it; level 1 first. */
  readonly headingScheme: readonly HeadingLevel[];
  readonly sections: readonly PageSection[];
  /** In the order of their numbers. */
  readonly footnotes: readonly Footnote[];
  /** Pictures by asset id; bytes travel beside the tree (see `Assets`). */
  readonly assets: Readonly<Record<string, AssetFact>>;
}

/** What goes into file properties and catalogues. */
export interface Properties {
  readonly title: string;
  /** Word for the kind, "Outline business case". */
  readonly subject: string;
  readonly kind: string;
  readonly programme: string;
  readonly organisations: readonly string[];
  readonly authors: readonly string[];
  readonly owners: readonly string[];
  readonly version: string;
  /** As printed, "For approval". */
  readonly status: string;
  /** ISO date; also the date of the files. */
  readonly date: string;
  /** As printed in this document's date style. */
  readonly dateText: string;
  readonly classification: string;
  /** The author's own mark on each page, without what the status adds: "CONFIDENTIAL". */
  readonly marking?: string;
  readonly keywords: readonly string[];
}

/** Running matter. "Page x of y" is added by the outputs; the section shown on the right of the header is the page's current level 1 heading. */
export interface Running {
  readonly headerLeft: string;
  readonly footerLeft: string;
  /** Classification or marking, "" when public. */
  readonly footerCentre: string;
  /** Number printed on the first page; 1 unless the paper is bound into a pack. */
  readonly firstPage: number;
}

export interface Marks {
  /** Diagonal tint behind the text: "DRAFT". */
  readonly watermark?: string;
  /** Printed in header and footer of each page: "CONFIDENTIAL". */
  readonly marking?: string;
}

export type NumberStyle = "decimal" | "lower-alpha" | "upper-alpha" | "lower-roman" | "upper-roman";

/** `pattern` holds counters as %1 … %6 ("%1.%2", "SECTION %1 – ", "%2)"); empty for a level without numbers. */
export interface HeadingLevel {
  readonly pattern: string;
  /** Style of this level's own counter. */
  readonly style: NumberStyle;
}

export interface PageSection {
  readonly orientation: "portrait" | "landscape";
  /** A landscape sheet of twice the size: A3 where pages are A4. */
  readonly size?: "a3";
  /** The cover has no running matter. */
  readonly role: "cover" | "front" | "body" | "appendix";
  readonly blocks: readonly Block[];
}

export interface Footnote {
  readonly id: string;
  readonly number: number;
  readonly blocks: readonly Block[];
  readonly origin?: Span;
}

export interface AssetFact {
  readonly type: "png" | "jpeg" | "svg";
  /** Intrinsic size in points. */
  readonly width: number;
  readonly height: number;
  /** Tells it from another picture under the same id; bytes are not in the tree. */
  readonly digest?: string;
}

/** Bytes of pictures, by asset id; not part of the tree. */
export type Assets = ReadonlyMap<string, Uint8Array>;

// ---------------------------------------------------------------- blocks

export type Block =
  | Cover
  | Heading
  | Paragraph
  | List
  | DefinitionList
  | Quote
  | Card
  | CardGrid
  | Callout
  | Table
  | Exhibit
  | Picture
  | Contents
  | SignOff
  | Prompt
  | Answer
  | PageBreak;

interface Node {
  /** Where it came from; generated nodes point at the data or template that made them. */
  readonly origin?: Span;
}

/** First page: who, what kind, title, programme and a few facts. */
export interface Cover extends Node {
  readonly type: "cover";
  readonly organisations: readonly string[];
  /** Asset ids of logos. */
  readonly logos: readonly { readonly asset: string; readonly alt: string }[];
  readonly kind: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly facts: readonly CoverFact[];
}

export interface CoverFact {
  readonly label: string;
  readonly value: string;
  /** Tells of the document itself (version, status, date), as control tables do. */
  readonly control?: true;
}

export interface Heading extends Node {
  readonly type: "heading";
  /** 1 to 6; never skips a level downwards. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Unique in the document. */
  readonly id: string;
  /** Resolved number with its punctuation as printed before the title: "3.1", "SECTION 2 –", "a)", "Appendix B". */
  readonly number?: string;
  /** Set when the number does not follow `headingScheme` (appendices, a section under its own pattern). */
  readonly ownNumber?: boolean;
  readonly children: readonly Inline[];
  readonly inContents: boolean;
  /** Starts on a new page. */
  readonly breakBefore?: boolean;
  /** A divider line above the heading, such as "SECTION 2 – ECONOMIC"; printed, not in contents unless it is a heading itself. */
  readonly role?: "divider" | "run-in";
}

export interface Paragraph extends Node {
  readonly type: "paragraph";
  /** `source` and `note` stand below tables and exhibits; `strapline` is a motto. */
  readonly role?: "lead" | "strapline" | "note" | "source" | "instruction";
  readonly children: readonly Inline[];
}

export interface List extends Node {
  readonly type: "list";
  readonly style: "bullet" | NumberStyle;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Node {
  /** As printed, "•", "4.", "iii." */
  readonly marker: string;
  /** Its number, for numbered lists. */
  readonly value?: number;
  /** Anchor for references, such as a recommendation. */
  readonly id?: string;
  readonly blocks: readonly Block[];
}

export interface DefinitionList extends Node {
  readonly type: "definition-list";
  readonly items: readonly { readonly term: readonly Inline[]; readonly blocks: readonly Block[] }[];
}

export interface Quote extends Node {
  readonly type: "quote";
  readonly blocks: readonly Block[];
  readonly attribution?: readonly Inline[];
}

/** A statement card: topic and quotation. */
export interface Card extends Node {
  readonly type: "card";
  readonly brand?: string;
  readonly topic?: string;
  readonly blocks: readonly Block[];
}

export interface CardGrid extends Node {
  readonly type: "card-grid";
  readonly columns: number;
  readonly cards: readonly Card[];
}

export interface Callout extends Node {
  readonly type: "callout";
  readonly title?: string;
  readonly blocks: readonly Block[];
}

export interface Caption {
  readonly label: "Table" | "Figure";
  readonly number: number;
  readonly children: readonly Inline[];
}

/** What the rows of a table are entries of, where two documents are compared entry by entry. */
export type TableSubject = "approvals" | "benefits" | "dependencies" | "milestones" | "options" | "outcomes" | "risks";

export interface Table extends Node {
  readonly type: "table";
  readonly id?: string;
  readonly caption?: Caption;
  /** What the table shows, for readers who cannot see it. */
  readonly summary: string;
  readonly look: "ruled" | "borderless" | "grid" | "form";
  readonly columns: readonly Column[];
  /** Rows of kind "header" come first; they repeat on every page. */
  readonly rows: readonly Row[];
  /** Stays on an upright page, however wide it is. */
  readonly upright?: boolean;
  /** Tells of the document itself (versions, approvals, route): no part of what is approved, and passed over when texts are compared. */
  readonly control?: true;
  /** Set where rows are entries of a register. */
  readonly subject?: TableSubject;
  /** Notes, rounding note and sources under the table. */
  readonly notes: readonly Paragraph[];
}

export interface Column {
  /** Unique in its table. */
  readonly key: string;
  readonly align: "left" | "right" | "centre" | "decimal";
  /** Share of the width, when declared; otherwise from the content. */
  readonly weight?: number;
  /** Cells of this column name their row. */
  readonly rowHeader?: boolean;
  /** A thin vertical rule before this column (between groups). */
  readonly ruleBefore?: boolean;
}

export interface Row extends Node {
  /** `section` spans all columns; `group` is a tinted row with its own cells; `total` and `subtotal` are bold with a rule above. */
  readonly kind: "header" | "body" | "section" | "group" | "subtotal" | "total";
  /** Anchor for references, such as a risk; unique in the document. */
  readonly id?: string;
  /** Key of the entry that the row shows, in every table that shows it. */
  readonly entry?: string;
  /** The option that the document prefers. */
  readonly preferred?: true;
  /** Cells that start in this row, from left; spans of earlier rows are left out, as in HTML. */
  readonly cells: readonly Cell[];
  /**
   * What the rows come to down to this one, for a page that ends below it: a text for each column, "" where nothing adds up.
   * Absent where the table carries no sums.
   */
  readonly carried?: readonly string[];
}

export interface Cell extends Node {
  readonly blocks: readonly Block[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Marks header cells that are not in a header row. */
  readonly header?: "row" | "column";
  readonly align?: "left" | "right" | "centre" | "decimal";
  /** True where the machine wrote the cell (computed), false or absent where an author did. */
  readonly computed?: boolean;
}

/** A chart or diagram drawn from data; numbered with pictures as "Figure n". */
export interface Exhibit extends Node {
  readonly type: "exhibit";
  readonly id: string;
  readonly caption: Caption;
  /** Text alternative; says what the exhibit shows. */
  readonly alt: string;
  readonly content: ExhibitContent;
  /** Tells of the document itself, as control tables do. */
  readonly control?: true;
  readonly notes: readonly Paragraph[];
}

export interface Picture extends Node {
  readonly type: "picture";
  readonly id: string;
  readonly caption: Caption;
  readonly asset: string;
  readonly alt: string;
  /** Share of the text width, 0 to 1. */
  readonly width: number;
  readonly notes: readonly Paragraph[];
}

export interface Contents extends Node {
  readonly type: "contents";
  readonly of: "headings" | "tables" | "exhibits";
  readonly title: string;
  /** `two-column` prints sections beside their sub-sections, without page numbers. */
  readonly look: "list" | "two-column";
  readonly depth: number;
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  /** Id of the heading, table or exhibit. */
  readonly target: string;
  readonly level: number;
  readonly number?: string;
  readonly text: string;
  /** The same words where some of them are in another language than the document, which a run each says. */
  readonly children?: readonly (Text | Foreign)[];
}

/** Who authorises, for signature; an empty value prints a line to sign on. */
export interface SignOff extends Node {
  readonly type: "sign-off";
  readonly id?: string;
  readonly fields: readonly SignOffField[];
}

export interface SignOffField {
  readonly label: string;
  /** Left out where there is something to sign or fill in. */
  readonly value?: string;
  /** True for the day of the signature. */
  readonly isDate?: boolean;
}

/** A form's own words, kept apart from the answer. */
export interface Prompt extends Node {
  readonly type: "prompt";
  readonly blocks: readonly Block[];
}

export interface Answer extends Node {
  readonly type: "answer";
  /** Id of the prompt's heading. */
  readonly to: string;
  readonly blocks: readonly Block[];
}

export interface PageBreak extends Node {
  readonly type: "page-break";
}
