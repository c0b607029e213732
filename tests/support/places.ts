// Laid-out pages as rows and words, for tests of what stands where.
import type { Block, Document } from "../../src/document/document.ts";
import type { Element, Fragment, Layout, Page, StructureNode, TextFragment } from "../../src/layout/fragment.ts";
import { layout } from "../../src/layout/layout.ts";
import type { Result } from "../../src/result.ts";
import { councilTheme, testFaces } from "./faces.ts";
import { stubDraw, torture } from "./torture.ts";

/** Lays out blocks on upright pages of the shipped theme. */
export function set(blocks: readonly Block[], more: Partial<Document> = {}): Result<Layout> {
  const sections: Document["sections"] = [{ orientation: "portrait", role: "body", blocks }];
  const document: Document = { ...torture(), marks: {}, footnotes: [], sections, ...more };
  return layout(document, councilTheme(), testFaces(), stubDraw, new Map());
}

const isText = (part: Fragment): part is TextFragment => part.kind === "text";

/** Words of the tree on a page. */
export const wordsOn = (page: Page): readonly TextFragment[] => page.fragments.filter(isText);

/** Words that are printed besides the tree: repeated headers, sums carried over. */
export const besides = (page: Page): readonly TextFragment[] => page.ground.filter(isText);

/** The same words line by line from the top, those of a line joined by " | ". */
export function linesOf(parts: readonly TextFragment[]): readonly string[] {
  const lines = new Map<number, TextFragment[]>();
  for (const part of parts) {
    const y = Math.round(part.y);
    lines.set(y, [...(lines.get(y) ?? []), part]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, list]) =>
      [...list]
        .sort((a, b) => a.x - b.x)
        .map((part) => part.text.trim())
        .join(" | "),
    );
}

/** Elements of a role in reading order. */
export function elementsOf(node: Element, role: Element["role"]): readonly Element[] {
  const below = node.children.flatMap((child) => (child.kind === "element" ? elementsOf(child, role) : []));
  return node.role === role ? [node, ...below] : below;
}

/** Indices of the contents below a node. */
export function contentsOf(node: StructureNode): readonly number[] {
  return node.kind === "content" ? [node.index] : node.children.flatMap(contentsOf);
}
