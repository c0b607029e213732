// Exhibits and pictures: caption above, notes below. A chart is Word's own wherever that can show it.
import type { Exhibit, Picture } from "../../document/document.ts";
import { type Piece, type Place, room } from "./book.ts";
import { caption } from "./captions.ts";
import { nativeChart } from "./charts.ts";
import { drawing, image } from "./image.ts";
import { notes, paragraph, withoutLead } from "./paragraph.ts";

/** A chart or diagram. */
export function exhibit(node: Exhibit, place: Place): readonly Piece[] {
  const width = room(place);
  const scene = place.book.draw(node.content, width);
  const chart = nativeChart(node.content, scene, node.alt, width, highest(place), place.book);
  return framed(node, [chart ?? drawing(scene, node.alt, width, highest(place), place.book)], place);
}

/** A picture of the case. */
export function picture(node: Picture, place: Place): readonly Piece[] {
  const found = image(node.asset, node.alt, room(place) * Math.min(1, node.width), highest(place), place.book);
  return framed(node, found ? [found] : [], place);
}

function framed(node: Exhibit | Picture, pictures: Parameters<typeof paragraph>[1], place: Place): readonly Piece[] {
  return [
    caption(node.caption, node.id, { ...place, after: undefined }),
    ...(pictures.length > 0
      ? [paragraph(withoutLead(place), pictures, { style: "Figure", keepNext: node.notes.length > 0 })]
      : []),
    ...notes(node.notes, place),
  ];
}

/** A picture shares its page with its caption and a line of text at least. */
function highest(place: Place): number {
  const { page } = place.book.theme;
  const portrait = place.width <= page.width - page.margin.left - page.margin.right + 1;
  return (portrait ? page.height : page.width) - page.margin.top - page.margin.bottom - 70;
}
