// The first page: who, what kind, title and a few facts.
import { type ParagraphChild, Tab, TextRun } from "docx";
import type { Cover } from "../../document/document.ts";
import { type Piece, type Place, room } from "./book.ts";
import { image } from "./image.ts";
import { run } from "./inlines.ts";
import { paragraph, withoutLead } from "./paragraph.ts";

/** Cover page. */
export function cover(node: Cover, place: Place): readonly Piece[] {
  const rest = withoutLead(place);
  const logos = node.logos.flatMap(({ asset, alt }): readonly ParagraphChild[] => {
    const picture = image(asset, alt, Math.min(150, room(place)), 70, place.book);
    return picture ? [picture] : [];
  });
  const made = [
    ...(logos.length > 0 ? [{ style: "CoverLogo", children: spaced(logos) } as const] : []),
    ...node.organisations.map((name) => ({ style: "CoverOrganisation", children: [run(name)] }) as const),
    { style: "CoverKind", children: [run(node.kind)] } as const,
    { style: "Title", children: [run(node.title)] } as const,
    ...(node.subtitle ? [{ style: "Subtitle", children: [run(node.subtitle)] } as const] : []),
    ...node.facts.map(
      ({ label, value }) =>
        ({
          style: "CoverFact",
          children: [run(label, { style: "CoverLabel" }), new TextRun({ children: [new Tab()] }), run(value)],
        }) as const,
    ),
  ];
  return made.map(({ style, children }, i) => paragraph(i === 0 ? place : rest, children, { style }));
}

function spaced(pictures: readonly ParagraphChild[]): readonly ParagraphChild[] {
  return pictures.flatMap((picture, i) => (i === 0 ? [picture] : [new TextRun({ text: "\u2003" }), picture]));
}
