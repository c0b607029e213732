// Lists with Word's numbering; markers stand at the text edge of their level.
import type { List, ListItem } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import type { Piece, Place, Style } from "./book.ts";
import { paragraph, withoutLead } from "./paragraph.ts";

/** A list, its nested lists included. */
export function list(node: List, place: Place): readonly Piece[] {
  const { book } = place;
  const style = place.listStyle(node, place.depth);
  const { markers, hanging } = book.numbering.list(node, place.depth, place.indent, place.size, style);
  return node.items.flatMap((item, i) => {
    const last = i === node.items.length - 1;
    const first = i === 0 ? place.lead : {};
    const mark = book.ids.get(item);
    return listItem(item, {
      ...place,
      style,
      indent: place.indent + hanging,
      depth: place.depth + 1,
      lead: {
        ...first,
        marker: markers[i],
        ...(item.id ? { bookmark: book.bookmarks.of(item.id) } : {}),
        ...(mark ? { marks: [...(first.marks ?? []), mark] } : {}),
      },
      after: last ? (place.after ?? (place.depth === 0 ? endOfList(place) : undefined)) : undefined,
      between: undefined,
    });
  });
}

function listItem(item: ListItem, place: Place): readonly Piece[] {
  const [first, ...rest] = item.blocks;
  if (first?.type !== "paragraph") {
    return [
      paragraph({ ...place, after: undefined, keepNext: item.blocks.length > 0 }, []),
      ...flow(item.blocks, continued(place)),
    ];
  }
  return [
    ...flow([first], { ...place, ...(rest.length > 0 ? { after: undefined } : {}) }),
    ...flow(rest, continued(place)),
  ];
}

/** Where an item goes on: in a style that brings no bullet. */
function continued(place: Place): Place {
  const { style } = place;
  const plain = style === "TableListLeftUsual" ? "TableTextLeftUsual" : "TableTextLeftSmall";
  const goesOn = style.startsWith("List") ? "ListContinue" : style.startsWith("TableList") ? plain : style;
  return { ...withoutLead(place), style: goesOn };
}

function endOfList(place: Place): number | undefined {
  return place.style.startsWith("Table") ? undefined : place.book.theme.body.after;
}

/** Styles of list items in running text. */
export function bodyListStyle(node: List, depth: number): Style {
  const kind = node.style === "bullet" ? "ListBullet" : "ListNumber";
  const level = depth === 0 ? "" : depth === 1 ? "2" : "3";
  return `${kind}${level}`;
}
