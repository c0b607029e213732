// The one place that makes paragraphs, so that numbering, bookmarks, page breaks and indents are applied alike.
import { Bookmark, type IBorderOptions, type IIndentAttributesProperties, Paragraph, type ParagraphChild } from "docx";
import type { Paragraph as ParagraphNode } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import { type Lead, type Piece, type Place, room, type Style } from "./book.ts";
import { inlines } from "./inlines.ts";
import { boxInset } from "./looks-box.ts";
import { measuredStyles, runningRight } from "./measure.ts";
import { dividerStyle, type Marker } from "./numbering.ts";
import type { ParagraphStyle } from "./styles.ts";
import { colour } from "./theme.ts";
import { eighths, twips } from "./units.ts";

interface Shape {
  readonly style?: Style;
  /** Left indent that the style has by itself, in points. */
  readonly inset?: number;
  /** Numbering of its own, false for none where the style would bring one. */
  readonly numbering?: Marker | false;
  readonly keepNext?: boolean;
  readonly bookmark?: string;
  /** Hidden bookmark by which the paragraph is found again. */
  readonly mark?: string;
  readonly ruleAbove?: boolean;
  readonly breakBefore?: boolean;
}

const stylesWithSpaceBefore = /^(Heading|Appendix|Unlisted|Caption|Note|Source|ContentsTitle|RunIn|TOC|CoverKind)/;
const stylesOfFullWidth =
  /^(Heading|Divider|Appendix|Unlisted|Caption|Title|Subtitle|Cover|TOC|Contents|Figure|Header|Footer|Note|Source|Gap)/;

/** A paragraph at a place; what is direct formatting here is only what no style can know. */
export function paragraph(place: Place, children: readonly ParagraphChild[], shape: Shape = {}): Paragraph {
  const { lead } = place;
  const style = shape.style ?? place.style;
  const numbering = lead.marker ?? shape.numbering;
  const bookmarks = [lead.bookmark, shape.bookmark, shape.mark, ...(lead.marks ?? [])].filter(
    (name) => name !== undefined,
  );
  const carried = numbering !== false && numbering?.by === style;
  const indent = indents(place, style, shape, Boolean(numbering));
  const breakBefore = (lead.breakBefore || shape.breakBefore) && style !== dividerStyle;
  const before = spaceBefore(style, lead, lead.top || breakBefore);
  const after = place.after === undefined ? undefined : twips(place.after);
  return new Paragraph({
    style,
    children: [
      ...(lead.prefix ?? []),
      ...bookmarks.reduce<readonly ParagraphChild[]>((inner, id) => [new Bookmark({ id, children: inner })], children),
    ],
    ...(numbering === undefined || carried ? {} : { numbering }),
    ...(breakBefore ? { pageBreakBefore: true } : {}),
    ...(shape.keepNext || place.keepNext ? { keepNext: true } : {}),
    ...(shape.ruleAbove ? { border: { top: divider(place) } } : {}),
    ...(Object.keys(indent).length > 0 ? { indent } : {}),
    ...(before === undefined && after === undefined ? {} : { spacing: { before, after } }),
  });
}

/** Edges that are not those of the style; numbered paragraphs have their left one from the numbering. */
function indents(place: Place, style: Style, shape: Shape, numbered: boolean): IIndentAttributesProperties {
  const { theme } = place.book;
  const left = numbered ? 0 : place.indent;
  const right = stylesOfFullWidth.test(style) ? 0 : place.right;
  const usualLeft = style === "Definition" ? theme.list.indent : 0;
  const usualRight = measuredStyles.has(style) ? runningRight(theme) : 0;
  return {
    ...(left > 0 && left !== usualLeft ? { left: twips(left + (shape.inset ?? 0)) } : {}),
    ...(twips(right) === twips(usualRight) ? {} : { right: twips(right + (shape.inset ? 11 : 0)) }),
  };
}

/** Distance above, where the style's own does not fit: none at the top of a page. */
function spaceBefore(style: Style, { space }: Lead, atTop: boolean | undefined): number | undefined {
  if (stylesWithSpaceBefore.test(style)) return atTop ? 0 : undefined;
  return space === undefined ? undefined : twips(space);
}

function divider(place: Place): IBorderOptions {
  return { style: "single", size: eighths(1), color: colour(place.book.theme, "accent"), space: 8 };
}

/** An unnumbered, unmarked place after the first paragraph has taken the lead. */
export function withoutLead(place: Place): Place {
  return { ...place, lead: {} };
}

const roleStyles = {
  lead: "Lead",
  strapline: "Strapline",
  note: "Note",
  source: "Source",
  instruction: "Instruction",
} as const satisfies Record<NonNullable<ParagraphNode["role"]>, ParagraphStyle>;

/** A paragraph of text. */
export function textParagraph(node: ParagraphNode, place: Place): readonly Piece[] {
  return text(node, node.role, place);
}

function text(node: ParagraphNode, role: ParagraphNode["role"], place: Place): readonly Piece[] {
  const style = role ? roleStyles[role] : place.style;
  const inset = insets[style];
  const mark = place.book.ids.get(node);
  // A sentence that announces a list or table stays with it.
  const keepNext = /:\s*$/.test(plainText(node.children));
  const { computed } = place;
  const look = computed === undefined ? {} : computed ? { style: "Computed" as const } : { typed: true };
  const words = inlines(node.children, place.book, look);
  return [paragraph(place, words, { style, keepNext, mark, ...(inset ? { inset } : {}) })];
}

/** Indents of the box styles. */
const insets: Partial<Record<Style, number>> = { Quote: boxInset, Callout: boxInset, Card: boxInset, Prompt: boxInset };

/** Notes up to so many lines stay together; longer ones may go on to the next page. */
const wholeNotes = 3;

/** Notes and sources under a table or picture; the last one keeps the distance to what follows. */
export function notes(nodes: readonly ParagraphNode[], place: Place): readonly Piece[] {
  const { faces, theme } = place.book;
  const width = room(place);
  const lines = nodes.reduce(
    (sum, node) => sum + Math.ceil(faces.measure(plainText(node.children), theme.small.size, false) / width),
    0,
  );
  const together = lines <= wholeNotes;
  return nodes.flatMap((node, i) =>
    text(node, node.role ?? "note", {
      ...withoutLead(place),
      after: i === nodes.length - 1 ? place.book.theme.body.after * 1.6 : 0,
      keepNext: together && i < nodes.length - 1,
    }),
  );
}
