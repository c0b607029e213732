// What stands inside a line of text.
import type { Span } from "../source.ts";

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Superscript
  | Code
  | Link
  | Reference
  | FootnoteReference
  | LineBreak
  | Value
  | Rating
  | Tick
  | Foreign;

export interface Text {
  readonly type: "text";
  readonly value: string;
  readonly origin?: Span;
}

export interface Emphasis {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
}

export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
}

export interface Superscript {
  readonly type: "superscript";
  readonly children: readonly Inline[];
}

export interface Code {
  readonly type: "code";
  readonly value: string;
}

export interface Link {
  readonly type: "link";
  readonly url: string;
  readonly children: readonly Inline[];
}

/** A resolved cross-reference: "Section 3.1", "Table 4", "R7". */
export interface Reference {
  readonly type: "reference";
  /** Id of a heading, table, exhibit, picture, list item or table row; always in the document. */
  readonly target: string;
  readonly to: "heading" | "table" | "exhibit" | "item";
  readonly children: readonly Inline[];
  readonly origin?: Span;
}

export interface FootnoteReference {
  readonly type: "footnote-reference";
  readonly id: string;
  readonly number: number;
}

export interface LineBreak {
  readonly type: "line-break";
}

/** A formatted value of the model. */
export interface Value {
  readonly type: "value";
  readonly text: string;
  /** Name of the figure, "benefits.net". */
  readonly name?: string;
  /** Why a typed number is kept as it is: it belongs to no figure of the model. */
  readonly kept?: string;
  readonly origin?: Span;
}

/** A rating chip: always a word, with a tone for colour. */
export interface Rating {
  readonly type: "rating";
  readonly text: string;
  /** Words that it is one of, where there are no others. */
  readonly options?: readonly string[];
  readonly tone: RatingTone;
}

/** Low to high; two-step ratings have a tone between. */
export type RatingTone = "green" | "amber-green" | "amber" | "amber-red" | "red" | "neutral";

/** A mark in a matrix or a box in a form; `label` is read out. */
export interface Tick {
  readonly type: "tick";
  readonly mark: "tick" | "cross" | "box" | "checked-box";
  readonly label: string;
}

/** A run in another language. */
export interface Foreign {
  readonly type: "foreign";
  readonly language: string;
  readonly children: readonly Inline[];
}
