// The first page: who, what kind, title and a few facts at its foot.
import { type ParagraphChild, Tab, TextRun } from "docx";
import type { Cover } from "../../document/document.ts";
import { type Book, type Piece, type Place, room } from "./book.ts";
import { image } from "./image.ts";
import { run } from "./inlines.ts";
import { type CoverLine, coverLines, coverRule, factIndent } from "./looks-page.ts";
import { paragraph, withoutLead } from "./paragraph.ts";

interface Line {
  readonly style: "CoverLogo" | keyof typeof coverLines;
  readonly children: readonly ParagraphChild[];
  /** Height in points, the distance to the next included. */
  readonly height: number;
}

const highestLogo = 70;

/** Cover page. */
export function cover(node: Cover, place: Place): readonly Piece[] {
  const { book } = place;
  const logos = node.logos.flatMap(({ asset, alt }): readonly ParagraphChild[] => {
    const picture = image(asset, alt, Math.min(150, room(place)), highestLogo, book);
    return picture ? [picture] : [];
  });
  const words = (style: keyof typeof coverLines, text: string): Line => ({
    style,
    children: [run(text)],
    height: height(coverLines[style], text, place.width, book),
  });
  const kind = words("CoverKind", node.kind);
  const head: readonly Line[] = [
    ...(logos.length > 0 ? [{ style: "CoverLogo", children: spaced(logos), height: highestLogo + 18 } as const] : []),
    ...node.organisations.map((name) => words("CoverOrganisation", name)),
    { ...kind, height: kind.height + coverRule(book.theme).height },
    words("Title", node.title),
    ...(node.subtitle ? [words("Subtitle", node.subtitle)] : []),
  ];
  const facts = node.facts.map(({ label, value }): Line => {
    const tab = new TextRun({ children: [new Tab()] });
    return {
      style: "CoverFact",
      children: [run(label, { style: "CoverLabel" }), tab, run(value)],
      height: height(coverLines.CoverFact, value, place.width - factIndent, book),
    };
  });
  const space = pageHeight(book) - [...head, ...facts].reduce((sum, line) => sum + line.height, 0);
  const pieces = [...head, ...facts].map(({ style, children }, i) => {
    const at = i === 0 ? place : withoutLead(place);
    return paragraph(i === head.length ? { ...at, lead: { ...at.lead, space: Math.max(36, space) } } : at, children, {
      style,
    });
  });
  return pieces;
}

/** Words may run to another line in another face, so a line is kept free. */
function pageHeight({ theme: { page } }: Book): number {
  return page.height - page.margin.top - page.margin.bottom - 30;
}

function height({ size, bold, leading, after }: CoverLine, text: string, width: number, { faces }: Book): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<= )/)) {
    const wide = faces.measure(word, size, bold);
    if (used > 0 && used + faces.measure(word.trimEnd(), size, bold) > width) {
      lines++;
      used = 0;
    }
    used += wide;
  }
  return lines * leading + after;
}

function spaced(pictures: readonly ParagraphChild[]): readonly ParagraphChild[] {
  return pictures.flatMap((picture, i) => (i === 0 ? [picture] : [new TextRun({ text: "\u2003" }), picture]));
}
