// All blocks of a document, outer before inner, in order.
import type { Block, Document } from "../../document/document.ts";

/** Every block of the sections and of the footnotes. */
export function* everyBlock(document: Document): Generator<Block> {
  for (const section of document.sections) yield* within(section.blocks);
  for (const note of document.footnotes) yield* within(note.blocks);
}

function* within(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    for (const inner of innerBlocks(block)) yield* within(inner);
  }
}

function innerBlocks(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case "list":
    case "definition-list":
      return block.items.map((item) => item.blocks);
    case "quote":
    case "card":
    case "callout":
    case "prompt":
    case "answer":
      return [block.blocks];
    case "card-grid":
      return [block.cards];
    case "table":
      return [...block.rows.flatMap((row) => row.cells.map((cell) => cell.blocks)), block.notes];
    case "exhibit":
    case "picture":
      return [block.notes];
    case "cover":
    case "heading":
    case "paragraph":
    case "contents":
    case "sign-off":
    case "page-break":
      return [];
  }
}
