// Cards, callouts, quotes and a form's own words: an accent rule on the left, a tint, and room round the text.
import type { IBorderOptions, IParagraphStylePropertiesOptions, ThemeColor } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { lines } from "./spacing.ts";
import type { Looks } from "./styles.ts";
import { colour } from "./theme.ts";
import { eighths, halfPoints, twips } from "./units.ts";

/** Text edge of a box, from the left. */
export const boxInset = 13;

export type BoxKind = "rule" | "prompt";

/** Ground of a box. */
export function boxFill(theme: Theme, kind: BoxKind): ThemeColor | string {
  return colour(theme, kind === "rule" ? "tint" : "groupTint");
}

/** The accent rule of cards, callouts and quotes. */
export function accentRule(theme: Theme): IBorderOptions {
  return { style: "single", size: eighths(3), color: colour(theme, "accent") };
}

/** Boxes of paragraphs; Word joins neighbours with the same borders into one. */
export function boxLooks(
  theme: Theme,
): Looks<
  | "Quote"
  | "QuoteAttribution"
  | "Callout"
  | "CalloutTitle"
  | "Card"
  | "CardBrand"
  | "CardTopic"
  | "BoxText"
  | "BoxTitle"
  | "BoxBrand"
  | "Prompt"
  | "PromptText"
  | "PromptList"
> {
  const { body, small } = theme;
  const box = (kind: BoxKind, leading: number, after: number): IParagraphStylePropertiesOptions => {
    // Borders in the colour of the ground are its padding.
    const pad = (space: number): IBorderOptions => ({ style: "single", size: 4, color: boxFill(theme, kind), space });
    return {
      border: {
        left: kind === "rule" ? { ...accentRule(theme), space: 10 } : pad(12),
        right: pad(10),
        top: pad(6),
        bottom: pad(4),
      },
      shading: { type: "clear", fill: boxFill(theme, kind) },
      indent: { left: twips(boxInset), right: twips(11) },
      spacing: lines(leading, 0, after),
    };
  };
  const text = box("rule", body.leading, body.after);
  const title = { bold: true, color: colour(theme, "accentText") };
  const brand = { size: halfPoints(small.size), color: colour(theme, "quiet") };
  const prompt = { size: halfPoints(promptSize(theme)), color: colour(theme, "quiet") };
  return {
    Quote: { paragraph: text },
    QuoteAttribution: { run: brand, paragraph: text },
    Callout: { paragraph: text },
    CalloutTitle: { next: "Callout", run: title, paragraph: { ...box("rule", body.leading, 3), keepNext: true } },
    Card: { paragraph: text },
    CardBrand: { next: "Card", run: brand, paragraph: { ...box("rule", small.leading, 2), keepNext: true } },
    CardTopic: { next: "Card", run: title, paragraph: { ...box("rule", body.leading, 3), keepNext: true } },
    BoxText: { run: { size: halfPoints(body.size) }, paragraph: { spacing: lines(body.leading, 0, body.after) } },
    BoxTitle: { run: title, paragraph: { keepNext: true, spacing: lines(body.leading, 0, 3) } },
    BoxBrand: { run: brand, paragraph: { keepNext: true, spacing: lines(small.leading, 0, 2) } },
    Prompt: { run: prompt, paragraph: { ...box("prompt", body.leading * 0.9, body.after), keepNext: true } },
    PromptText: { run: prompt, paragraph: { spacing: lines(body.leading * 0.9, 0, 6) } },
    PromptList: { run: prompt, paragraph: { spacing: lines(body.leading * 0.9, 0, theme.list.after), keepNext: true } },
  };
}

/** Size of a form's own words. */
export function promptSize(theme: Theme): number {
  return Math.round(theme.body.size * 1.8) / 2;
}
