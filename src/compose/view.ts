// What a register view is asked and what it gives back. Views make blocks from data; numbers and references come later.
import type { When } from "../../schemas/scalars.ts";
import type { DocumentModel, Model } from "../compute/model.ts";
import type { Control } from "../control/control.ts";
import type { Block, Inline } from "../document/document.ts";
import type { Result } from "../result.ts";
import type { Span } from "../source.ts";

/** Something a leaf directive or a template helper can place. */
export interface View {
  /** Attribute names it understands; any other is reported before `render` is called. */
  readonly attributes: readonly string[];
  /** Attributes that must be given. */
  readonly required?: readonly string[];
  /** Register it reads, where that has another name than the view. */
  readonly register?: string;
  readonly render: (request: ViewRequest) => Result<readonly Block[]>;
}

export interface ViewRequest {
  readonly model: Model;
  readonly document: DocumentModel;
  readonly control: Control;
  /** As written, without `id`; an attribute that is given has a value, perhaps an empty one. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The directive's label; captions are returned with number 0 and numbered in reading order later. */
  readonly caption: readonly Inline[] | undefined;
  /** `{#id}` of the directive. Without one a view may leave out a table's id, or mint a stable one from its data. */
  readonly id: string | undefined;
  /** The directive, or the template expression. */
  readonly origin: Span | undefined;
  readonly kit: ViewKit;
}

export type DateStyle = "full" | "table" | "month" | "year";

/** Registers whose entries can be referred to. */
export type AnchorKind = "risk" | "recommendation" | "milestone" | "reference" | "term" | "objective" | "document";

/** What views share with the text around them; what is wrong in a data text is collected by the kit, not by the view. */
export interface ViewKit {
  /** Markdown of a data text as running text, `{{figures}}` included; blocks other than one paragraph are joined by line breaks. */
  inlines(markdown: string, origin?: Span): readonly Inline[];
  /** Markdown of a data text as blocks: paragraphs, lists, definitions; no headings, no directives that stand on their own line. */
  blocks(markdown: string, origin?: Span): readonly Block[];
  /** A date in the house's style; takes a date as written too. */
  date(when: When | string, style: DateStyle): string;
  /** The id that references to an entry go to; set it on the list item or table row. A repeated one is dropped later, the first place keeps it. */
  anchor(kind: AnchorKind, key: string): string;
}
