// Where Word shows a style: its place in the list, and whether the gallery of quick styles offers it.

import { linkedId } from "./style-element.ts";
import type { ParagraphStyle } from "./styles.ts";

interface Standing {
  readonly uiPriority: number;
  readonly quickFormat?: boolean;
  readonly unhideWhenUsed?: boolean;
  readonly link?: string;
}

/** Styles for writing with, in the order of Word's lists; the others are for what the program sets. */
const offered: readonly (readonly [number, readonly ParagraphStyle[]])[] = [
  [0, ["Normal"]],
  [1, ["BodyText", "Lead"]],
  [9, ["Heading1", "Heading2", "Heading3", "Heading4"]],
  [10, ["Title"]],
  [11, ["Subtitle"]],
  [12, ["ListBullet", "ListBullet2", "ListBullet3", "ListNumber", "ListNumber2", "ListNumber3"]],
  [13, ["Definition", "DefinitionTerm", "Strapline", "Instruction"]],
  [29, ["Quote", "QuoteAttribution", "Callout", "CalloutTitle", "Card", "CardBrand", "CardTopic", "Answer"]],
  [35, ["Caption", "Note", "Source"]],
];

const behind: readonly (readonly [RegExp, number])[] = [
  [/^(Heading|Divider|Appendix|Unlisted|RunIn)/, 9],
  [/^(TOC|Contents)/, 39],
  [/^Cover/, 40],
];

const linked: ReadonlySet<string> = new Set<ParagraphStyle>([
  "Heading1",
  "Heading2",
  "Heading3",
  "Heading4",
  "Heading5",
  "Heading6",
  "Title",
  "Subtitle",
  "Quote",
  "Header",
  "Footer",
  "FootnoteText",
]);

/** True for a style that parts of a paragraph can be given too. */
export function isLinked(id: string): boolean {
  return linked.has(id);
}

/** Place and flags of a style. */
export function standing(id: ParagraphStyle): Standing {
  const link = isLinked(id) ? { link: linkedId(id) } : {};
  const found = offered.find(([, ids]) => ids.includes(id));
  if (found) return { ...link, uiPriority: found[0], quickFormat: true };
  return { ...link, uiPriority: behind.find(([ids]) => ids.test(id))?.[1] ?? 99, unhideWhenUsed: true };
}
