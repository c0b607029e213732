// The bookmarks: all that is tagged as a heading, in reading order.
import type { Block, Document } from "../../document/document.ts";
import type { OutlineEntry } from "../fragment.ts";
import { within } from "../targets.ts";
import { plain } from "../text.ts";
import { contentsAnchor } from "./contents.ts";

function entries(blocks: readonly Block[]): readonly OutlineEntry[] {
  return blocks.flatMap((block): readonly OutlineEntry[] => {
    if (block.type === "heading") {
      const title = `${block.number ? `${block.number} ` : ""}${plain(block.children)}`.trim();
      return title === "" ? [] : [{ level: block.level, title, id: block.id }];
    }
    if (block.type === "contents" && block.title !== "") {
      return [{ level: block.of === "headings" ? 1 : 2, title: block.title, id: contentsAnchor(block.of) }];
    }
    return within(block).flatMap(entries);
  });
}

/** Bookmarks of a document. */
export function outlineOf(document: Document): readonly OutlineEntry[] {
  return document.sections.flatMap((section) => entries(section.blocks));
}
