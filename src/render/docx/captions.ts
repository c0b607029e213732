// "Table 4: …" with a number that Word keeps counting.
import { Bookmark, type ParagraphChild } from "docx";
import type { Caption } from "../../document/document.ts";
import type { Piece, Place } from "./book.ts";
import { field } from "./fields.ts";
import { inlines, run } from "./inlines.ts";
import { paragraph } from "./paragraph.ts";

/** Caption paragraph; a reference repeats what its bookmark holds, label and number. */
export function caption(node: Caption, id: string | undefined, place: Place): Piece {
  const { book } = place;
  const expected = (book.captions.get(node.label) ?? 0) + 1;
  book.captions.set(node.label, node.number);
  // Word counts captions from one; a number out of turn restarts the count.
  const restart = node.number === expected ? "" : ` \\r ${node.number}`;
  const instruction = `SEQ ${node.label} \\* ARABIC${restart}`;
  const style = { style: "CaptionLabel" } as const;
  const label = [run(`${node.label} `, style), ...field(instruction, [run(String(node.number), style)])];
  const bookmark = id === undefined ? undefined : book.bookmarks.of(id);
  const marked: readonly ParagraphChild[] = bookmark ? [new Bookmark({ id: bookmark, children: label })] : label;
  return paragraph(place, [...marked, run(": ", style), ...inlines(node.children, book)], {
    style: "Caption",
    mark: book.ids.get(node),
  });
}
