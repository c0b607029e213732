// Headings in Word's own heading styles; the style brings the number where the document's scheme does.
import type { Heading } from "../../document/document.ts";
import type { Book, Piece, Place } from "./book.ts";
import { inlines } from "./inlines.ts";
import { dividerStyle, isDivider } from "./numbering.ts";
import { appendixStyle, isAppendix } from "./numbering-appendices.ts";
import { paragraph } from "./paragraph.ts";
import type { ParagraphStyle } from "./styles.ts";

/** A heading, a divider line or a small run-in heading. */
export function heading(node: Heading, place: Place): readonly Piece[] {
  const marker = place.book.numbering.heading(node);
  const style = headingStyle(node, place.book);
  const styleNumbers =
    /^(Divider|Appendix)?Heading/.test(style) && place.book.document.headingScheme[node.level - 1]?.pattern;
  return [
    paragraph({ ...place, indent: 0 }, inlines(node.children, place.book), {
      style,
      bookmark: place.book.bookmarks.of(node.id),
      mark: place.book.ids.get(node),
      ...(marker || styleNumbers ? { numbering: marker ?? false } : {}),
      ...(node.role === "divider" && style !== dividerStyle ? { ruleAbove: true } : {}),
      ...(node.breakBefore ? { breakBefore: true } : {}),
    }),
  ];
}

/** Word's contents take every Heading n, so a heading that is not listed needs a style of another name. */
export function headingStyle(node: Heading, book: Book): ParagraphStyle {
  if (node.role === "run-in") return `RunInHeading${node.level}`;
  if (isDivider(node)) return dividerStyle;
  const unlisted = !node.inContents && node.level <= contentsDepth(book);
  if (unlisted) return `UnlistedHeading${node.level}`;
  const appendix = isAppendix(node, book.document) ? appendixStyle(node.level) : undefined;
  return appendix ?? `Heading${node.level}`;
}

function contentsDepth(book: Book): number {
  const depths = book.document.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.type === "contents" && block.of === "headings" ? [block.depth] : [])),
  );
  return Math.max(0, ...depths);
}
