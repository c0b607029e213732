// What preparing blocks needs, and the text styles of the theme.
import type { Theme } from "../../../schemas/house.ts";
import type { Footnote, Inline } from "../../document/document.ts";
import type { Span } from "../../source.ts";
import type { Growing } from "../structure.ts";
import { type PreparedText, type TextKit, type TextStyle, textBuilder } from "../text.ts";
import type { WordRules } from "../word.ts";
import type { Prepared, TextBlock } from "./prepared.ts";

export interface PrepareKit extends TextKit {
  readonly theme: Theme;
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** Filled as footnotes are cited, in that order. */
  readonly notes: Map<string, readonly Prepared[]>;
  /** Set for pages as a word processor makes them. */
  readonly word?: WordRules;
}

/** The kit for what stands at a place; without one the place round it holds. */
export function placedAt(kit: PrepareKit, origin: Span | undefined): PrepareKit {
  return origin ? { ...kit, origin } : kit;
}

const nothing = (): void => {};

/** The kit for words that stand elsewhere too, where what is wrong with them is told. */
export function repeating(kit: PrepareKit): PrepareKit {
  return { ...kit, missing: nothing, rightToLeft: nothing };
}

/** How the blocks inside something are set. */
export interface Setting extends TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly after: number;
  readonly measured: boolean;
  /** In the cell of a table. */
  readonly inCell?: boolean;
}

export function bodySetting(theme: Theme): Setting {
  const { size, leading, after } = theme.body;
  return { size, leading, after, measured: true, bold: false, italic: false, colour: theme.colours.text };
}

export function smallSetting(theme: Theme): Setting {
  const { size, leading } = theme.small;
  return { size, leading, after: 4, measured: true, bold: false, italic: false, colour: theme.colours.quiet };
}

export function tableSetting(theme: Theme): Setting {
  const { size, leading } = theme.table;
  return { size, leading, after: 4, measured: false, bold: false, italic: false, colour: theme.colours.text };
}

/** Inlines as measured text under an element. */
export function prepareText(
  inlines: readonly Inline[],
  style: TextStyle,
  element: Growing,
  kit: PrepareKit,
  origin?: Span,
): PreparedText {
  const builder = textBuilder(kit, origin);
  builder.inlines(inlines, style, element);
  return builder.finish();
}

/** Words as measured text in a content of their own under `element`; an artifact without one. */
export function prepareWords(
  words: string,
  style: TextStyle,
  element: Growing | undefined,
  kit: PrepareKit,
): PreparedText {
  const builder = textBuilder(kit);
  if (words !== "") builder.words(words, style, element && kit.structure.content(element));
  return builder.finish();
}

/** A text block in a setting. */
export function textBlock(text: PreparedText, setting: Setting, more: Partial<TextBlock> = {}): TextBlock {
  return {
    kind: "text",
    text,
    size: setting.size,
    leading: setting.leading,
    before: 0,
    after: setting.after,
    hang: 0,
    keepNext: false,
    measured: setting.measured,
    ...more,
  };
}
