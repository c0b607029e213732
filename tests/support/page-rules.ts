// What a typesetter would send back: pages that waste room, torn rows, headings left behind, words too small to read.
import type { Element, Fragment, Layout, Page, Role, StructureNode } from "../../src/layout/fragment.ts";

/** A page emptier than this may only end a section. */
const leastFill = 1 / 3;
/** A row higher than this share of a page may be divided. */
const tallShare = 0.5;
const smallestWords = 7;

interface Placed {
  readonly page: Page;
  readonly part: Fragment & { readonly kind: "text" };
}

/** Contents below a node, without those of cells that reach over several rows. */
function contentsOf(node: StructureNode): readonly number[] {
  if (node.kind === "content") return [node.index];
  return (node.rowSpan ?? 1) > 1 ? [] : node.children.flatMap(contentsOf);
}

function elementsOf(node: StructureNode, role: Role): readonly Element[] {
  if (node.kind === "content") return [];
  const below = node.children.flatMap((child) => elementsOf(child, role));
  return node.role === role ? [node, ...below] : below;
}

function placesOf(layout: Layout): ReadonlyMap<number, readonly Placed[]> {
  const places = new Map<number, Placed[]>();
  for (const page of layout.pages) {
    for (const part of page.fragments) {
      if (part.kind !== "text" || part.content === undefined) continue;
      const known = places.get(part.content);
      if (known) known.push({ page, part });
      else places.set(part.content, [{ page, part }]);
    }
  }
  return places;
}

function heightOn(placed: readonly Placed[], page: Page): number {
  const heights = placed.filter((p) => p.page === page).map((p) => p.part.y);
  return Math.max(...heights) - Math.min(...heights) + 14;
}

function tornRows(layout: Layout, places: ReadonlyMap<number, readonly Placed[]>): readonly string[] {
  return elementsOf(layout.structure, "TR").flatMap((row) => {
    const placed = contentsOf(row).flatMap((content) => places.get(content) ?? []);
    const pages = [...new Set(placed.map((p) => p.page))];
    const [first] = pages;
    if (!first || pages.length < 2) return [];
    const height = pages.reduce((sum, page) => sum + heightOn(placed, page), 0);
    return height < first.height * tallShare ? [`page ${first.number} tears the row "${placed[0]?.part.text}"`] : [];
  });
}

const headings: readonly Role[] = ["H1", "H2", "H3", "H4", "H5", "H6"];

/** The faults of a layout's pages, in words. */
export function faultsOf(layout: Layout): readonly string[] {
  const places = placesOf(layout);
  const inHeadings = new Set(
    headings.flatMap((role) => elementsOf(layout.structure, role).flatMap((heading) => contentsOf(heading))),
  );
  const inFigures = new Set(elementsOf(layout.structure, "Figure").flatMap((figure) => contentsOf(figure)));
  const byPage = layout.pages.flatMap((page) => {
    const words = page.fragments.flatMap((part) => (part.kind === "text" ? [part] : []));
    const last = words.at(-1);
    return [
      ...(page.ended === "full" && page.fill < leastFill ? [`page ${page.number} is nearly empty`] : []),
      ...(last && inHeadings.has(last.content ?? -1)
        ? [`page ${page.number} ends with the heading "${last.text}"`]
        : []),
      ...words
        .filter((part) => inFigures.has(part.content ?? -1) && part.size < smallestWords)
        .map((part) => `page ${page.number} prints "${part.text}" at ${part.size.toFixed(1)} pt`),
    ];
  });
  return [...byPage, ...tornRows(layout, places)];
}
