// The words of blocks, a line for each paragraph, item and row, for people who compare texts.
import type { Block, Cell, Footnote, Inline } from "../document/document.ts";
import { plainText } from "../document/visit.ts";
import { cellEnd } from "./words.ts";

type Notes = ReadonlyMap<string, Footnote>;

/** Lines of blocks in reading order, each footnote below the block that calls it; control matter is left out. */
export function linesOf(blocks: readonly Block[], notes: Notes): readonly string[] {
  return blocks.flatMap((block) => blockLines(block, notes)).filter((line) => line !== "");
}

function blockLines(block: Block, notes: Notes): readonly string[] {
  const inside = (blocks: readonly Block[]) => linesOf(blocks, notes);
  const words = (children: readonly Inline[]) => [plain(children), ...noteLines(children, notes)];
  switch (block.type) {
    case "heading":
    case "paragraph":
      return words(block.children);
    case "list":
      return block.items.flatMap((item) => inside(item.blocks));
    case "definition-list":
      return block.items.flatMap((item) => [...words(item.term), ...inside(item.blocks)]);
    case "quote":
      return [...inside(block.blocks), ...(block.attribution ? words(block.attribution) : [])];
    case "card":
      return [block.brand ?? "", block.topic ?? "", ...inside(block.blocks)];
    case "card-grid":
      return inside(block.cards);
    case "callout":
      return [block.title ?? "", ...inside(block.blocks)];
    case "prompt":
    case "answer":
      return inside(block.blocks);
    case "table":
      return block.control
        ? []
        : [
            ...(block.caption ? words(block.caption.children) : []),
            ...block.rows.flatMap((row) => rowLines(row.cells, notes)),
            ...inside(block.notes),
          ];
    case "exhibit":
      return block.control ? [] : [...words(block.caption.children), block.alt, ...inside(block.notes)];
    case "picture":
      return [...words(block.caption.children), block.alt, ...inside(block.notes)];
    case "cover":
      return [
        block.organisations.join(", "),
        block.kind,
        block.title,
        block.subtitle ?? "",
        ...block.facts.filter((fact) => !fact.control).map((fact) => `${fact.label}: ${fact.value}`),
      ];
    case "contents":
    case "sign-off":
    case "page-break":
      return [];
  }
}

function rowLines(cells: readonly Cell[], notes: Notes): readonly string[] {
  return [cells.map((cell) => linesOf(cell.blocks, notes).join("; ")).join(` ${cellEnd} `)];
}

/** A line break parts words as a space does. */
const plain = (children: readonly Inline[]): string => plainText(children).trim();

function noteLines(children: readonly Inline[], notes: Notes): readonly string[] {
  return children.flatMap((child): readonly string[] => {
    if ("children" in child) return noteLines(child.children, notes);
    const note = child.type === "footnote-reference" ? notes.get(child.id) : undefined;
    if (!note) return [];
    const others = new Map([...notes].filter(([id]) => id !== note.id));
    return linesOf(note.blocks, others);
  });
}
