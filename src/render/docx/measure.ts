// How far running text goes to the right; tables, pictures and headings may be wider.
import type { Theme } from "../../../schemas/house.ts";
import type { ParagraphStyle } from "./styles.ts";

/** Points between the margins of an upright page. */
export function pageTextWidth({ width, margin }: Theme["page"]): number {
  return width - margin.left - margin.right;
}

/** Points that running text keeps free on the right of a column, so that lines stay readable. */
export function freeRight(theme: Theme, width: number): number {
  return Math.max(0, width - theme.body.measure - 1);
}

/** The same on an upright page, where the styles of running text say it. */
export function runningRight(theme: Theme): number {
  return freeRight(theme, pageTextWidth(theme.page));
}

/** Styles of running text. */
export const measuredStyles: ReadonlySet<string> = new Set<ParagraphStyle>([
  "BodyText",
  "Lead",
  "Strapline",
  "Instruction",
  "ListBullet",
  "ListBullet2",
  "ListBullet3",
  "ListNumber",
  "ListNumber2",
  "ListNumber3",
  "ListContinue",
  "DefinitionTerm",
  "Definition",
  "Answer",
  "Quote",
  "QuoteAttribution",
  "Callout",
  "CalloutTitle",
  "Card",
  "CardBrand",
  "CardTopic",
  "Prompt",
  "RunInHeading1",
  "RunInHeading2",
  "RunInHeading3",
  "RunInHeading4",
  "RunInHeading5",
  "RunInHeading6",
]);
