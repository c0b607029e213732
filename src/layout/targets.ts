// Ids that links can lead to.
import type { Block, Document } from "../document/document.ts";
import { footnoteAnchor } from "./text.ts";

/** Blocks that a block holds, in reading order. */
export function within(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case "list":
      return block.items.map((item) => item.blocks);
    case "definition-list":
      return block.items.map((item) => item.blocks);
    case "quote":
    case "card":
    case "callout":
    case "prompt":
    case "answer":
      return [block.blocks];
    case "card-grid":
      return block.cards.map((card) => card.blocks);
    case "table":
      return block.rows.flatMap((row) => row.cells.map((cell) => cell.blocks));
    default:
      return [];
  }
}

function own(block: Block): readonly string[] {
  switch (block.type) {
    case "heading":
    case "exhibit":
    case "picture":
      return [block.id];
    case "table":
    case "sign-off":
      return block.id === undefined ? [] : [block.id];
    case "list":
      return block.items.flatMap((item) => (item.id === undefined ? [] : [item.id]));
    default:
      return [];
  }
}

/** Ids of headings, tables, exhibits, pictures, list items and footnotes. */
export function targetsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      for (const id of own(block)) found.add(id);
      for (const inner of within(block)) visit(inner);
    }
  };
  for (const section of document.sections) visit(section.blocks);
  for (const note of document.footnotes) {
    found.add(footnoteAnchor(note.id));
    visit(note.blocks);
  }
  return found;
}
