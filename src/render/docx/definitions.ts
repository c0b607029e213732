// Terms in bold, their meanings indented under them.
import type { DefinitionList } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import type { Piece, Place } from "./book.ts";
import { inlines } from "./inlines.ts";
import { paragraph } from "./paragraph.ts";

/** A list of terms. */
export function definitionList(node: DefinitionList, place: Place): readonly Piece[] {
  const cell = place.style.startsWith("Table");
  return node.items.flatMap((item, i) => [
    paragraph(
      { ...place, lead: i === 0 ? place.lead : {}, after: undefined },
      inlines(item.term, place.book, cell ? { strong: true } : {}),
      {
        style: cell ? place.style : "DefinitionTerm",
        keepNext: item.blocks.length > 0,
        mark: place.book.ids.get(item),
      },
    ),
    ...flow(item.blocks, {
      ...place,
      lead: {},
      indent: place.indent + place.book.theme.list.indent,
      after: i === node.items.length - 1 ? place.after : undefined,
      ...(cell ? {} : { style: "Definition" as const }),
    }),
  ]);
}
