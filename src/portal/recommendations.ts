// The recommendations of a document as plain text, for an agenda.
import type { Paper } from "../../schemas/papers.ts";
import type { Block, Document, ListItem } from "../document/document.ts";
import { plainText, visitBlocks } from "../document/visit.ts";

type Recommendation = Paper["recommendations"][number];

/** In order, each once, however often the document prints them. */
export function recommendationsOf(document: Document): readonly Recommendation[] {
  const found = new Map<string, Recommendation>();
  for (const section of document.sections)
    visitBlocks(section.blocks, {
      item: (item) => {
        const { id } = item;
        if (id?.startsWith("recommendation-") && !found.has(id))
          found.set(id, { marker: item.marker, lines: item.blocks.flatMap(linesOf) });
      },
    });
  return [...found.values()];
}

/** The lines of blocks that a recommendation may hold; whatever else stands there keeps its words. */
function linesOf(block: Block): string[] {
  if (block.type === "list") return block.items.flatMap(itemLines);
  if (block.type === "paragraph") return [plainText(block.children)];
  const words: string[] = [];
  visitBlocks([block], {
    block: (inner) => {
      if (inner.type === "paragraph") words.push(plainText(inner.children));
    },
  });
  return words;
}

function itemLines({ marker, blocks }: ListItem): string[] {
  const [first = "", ...rest] = blocks.flatMap(linesOf);
  return [`${marker} ${first}`, ...rest];
}
