// Divides page sections into Sect elements: one for each chapter, one for what stands before the first.
import type { Block, PageSection } from "../../document/document.ts";
import type { Growing, Structure } from "../structure.ts";

export interface Chapter {
  readonly element: Growing;
  readonly blocks: readonly Block[];
}

function isChapter(block: Block): boolean {
  if (block.type === "heading") return block.level === 1 && block.role !== "run-in";
  return block.type === "contents" && block.of === "headings";
}

/** The blocks of each page section by chapter; a landscape section within a chapter goes on in that chapter's element. */
export function chaptersOf(sections: readonly PageSection[], structure: Structure): readonly (readonly Chapter[])[] {
  let element: Growing | undefined;
  return sections.map((section) => {
    const chapters: { readonly element: Growing; readonly blocks: Block[] }[] = [];
    if (section.role === "cover" || section.role === "front") element = undefined;
    for (const block of section.blocks) {
      if (!element || isChapter(block)) element = structure.element(structure.root, "Sect");
      const last = chapters.at(-1);
      if (last?.element === element) last.blocks.push(block);
      else chapters.push({ element, blocks: [block] });
    }
    if (section.role === "cover") element = undefined;
    return chapters;
  });
}
