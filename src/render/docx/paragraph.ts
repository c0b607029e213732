// The one place that makes paragraphs, so that numbering, bookmarks, page breaks and indents are applied alike.
import { Bookmark, type IBorderOptions, Paragraph, type ParagraphChild, type TabStopDefinition } from "docx";
import type { Paragraph as ParagraphNode } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import { type Lead, type Piece, type Place, room, type Style } from "./book.ts";
import { inlines } from "./inlines.ts";
import { boxInset } from "./looks-box.ts";
import type { Marker } from "./numbering.ts";
import type { ParagraphStyle } from "./styles.ts";
import { eighths, hex, twips } from "./units.ts";

interface Shape {
  readonly style?: Style;
  /** Left indent that the style has by itself, in points. */
  readonly inset?: number;
  /** Numbering of its own, false for none where the style would bring one. */
  readonly numbering?: Marker | false;
  readonly keepNext?: boolean;
  readonly bookmark?: string;
  readonly tabStops?: readonly TabStopDefinition[];
  readonly outlineLevel?: number;
  readonly ruleAbove?: boolean;
  readonly breakBefore?: boolean;
  /** Points kept free on the right. */
  readonly endBefore?: number;
}

const stylesWithSpaceBefore = /^(Heading|Unlisted|Caption|Note|Source|ContentsTitle|RunIn|TOC|CoverRule)/;
const stylesOfFullWidth = /^(Heading|Unlisted|Caption|Title|Cover|TOC|Figure|Header|Footer|Note|Source)/;

/** A paragraph at a place; what is direct formatting here is only what no style can know. */
export function paragraph(place: Place, children: readonly ParagraphChild[], shape: Shape = {}): Paragraph {
  const { lead } = place;
  const style = shape.style ?? place.style;
  const numbering = lead.marker ?? shape.numbering;
  const bookmarks = [lead.bookmark, shape.bookmark].filter((name) => name !== undefined);
  const right = shape.endBefore ?? (stylesOfFullWidth.test(style) ? 0 : place.right);
  const left = numbering ? 0 : place.indent;
  const breakBefore = lead.breakBefore || shape.breakBefore;
  const before = spaceBefore(style, lead, lead.top || breakBefore);
  const after = place.after === undefined ? undefined : twips(place.after);
  return new Paragraph({
    style,
    children: [
      ...(lead.prefix ?? []),
      ...bookmarks.reduce<readonly ParagraphChild[]>((inner, id) => [new Bookmark({ id, children: inner })], children),
    ],
    ...(numbering === undefined ? {} : { numbering }),
    ...(breakBefore ? { pageBreakBefore: true } : {}),
    ...(shape.keepNext || place.keepNext ? { keepNext: true } : {}),
    ...(shape.tabStops ? { tabStops: shape.tabStops } : {}),
    ...(shape.outlineLevel === undefined ? {} : { outlineLevel: shape.outlineLevel }),
    ...(shape.ruleAbove ? { border: { top: divider(place) } } : {}),
    ...(left > 0 || right > 0
      ? {
          indent: {
            ...(left > 0 ? { left: twips(left + (shape.inset ?? 0)) } : {}),
            ...(right > 0 ? { right: twips(right + (shape.inset ? 11 : 0)) } : {}),
          },
        }
      : {}),
    ...(before === undefined && after === undefined ? {} : { spacing: { before, after } }),
  });
}

/** Distance above, where the style's own does not fit: none at the top of a page. */
function spaceBefore(style: Style, { space }: Lead, atTop: boolean | undefined): number | undefined {
  if (stylesWithSpaceBefore.test(style)) return atTop ? 0 : undefined;
  return space === undefined ? undefined : twips(space);
}

function divider(place: Place): IBorderOptions {
  return { style: "single", size: eighths(1), color: hex(place.book.theme.colours.accent), space: 8 };
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
  const style = node.role ? roleStyles[node.role] : place.style;
  const inset = insets[style];
  // A sentence that announces a list or table stays with it.
  const keepNext = /:\s*$/.test(plainText(node.children));
  return [paragraph(place, inlines(node.children, place.book), { style, keepNext, ...(inset ? { inset } : {}) })];
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
    textParagraph(
      { ...node, role: node.role ?? "note" },
      {
        ...withoutLead(place),
        after: i === nodes.length - 1 ? place.book.theme.body.after * 1.6 : 0,
        keepNext: together && i < nodes.length - 1,
      },
    ),
  );
}
