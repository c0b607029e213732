// Turns the pages of tables that are too wide for an upright one.
import type { Block, Document, PageSection, Table } from "../document/document.ts";

/** Blocks that stay with what follows them. */
function leadOf(blocks: readonly Block[]): number {
  let from = blocks.length;
  while (from > 0 && blocks[from - 1]?.type === "heading") from--;
  return from;
}

function cut(section: PageSection, isWide: (block: Block) => boolean): readonly PageSection[] {
  const made: PageSection[] = [];
  let open: readonly Block[] = [];
  const upright = (blocks: readonly Block[]): void => {
    if (blocks.length > 0) made.push({ ...section, blocks });
  };
  for (const block of section.blocks) {
    if (!isWide(block)) {
      open = [...open, block];
      continue;
    }
    const from = leadOf(open);
    upright(open.slice(0, from));
    const blocks = [...open.slice(from), block];
    open = [];
    const last = made.at(-1);
    // Tables one after another share their pages.
    if (last?.orientation === "landscape") made[made.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
    else made.push({ ...section, orientation: "landscape", blocks });
  }
  upright(open);
  return made;
}

/** The document with these tables on landscape pages, under the headings that open on them; the same one when there is nothing to turn. */
export function turned(document: Document, wide: ReadonlySet<Table>): Document {
  const isWide = (block: Block): boolean => block.type === "table" && wide.has(block);
  const canTurn = (section: PageSection): boolean =>
    section.orientation === "portrait" && section.role !== "cover" && section.blocks.some(isWide);
  if (!document.sections.some(canTurn)) return document;
  const sections = document.sections.flatMap((section) => (canTurn(section) ? cut(section, isWide) : [section]));
  return { ...document, sections };
}
