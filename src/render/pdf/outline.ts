// Bookmarks, nested by level.
import type PDFDocument from "pdfkit";
import type { OutlineEntry } from "../../layout/fragment.ts";

export interface Spot {
  readonly page: number;
  readonly y: number;
  readonly pageWidth: number;
}

type Item = PDFDocument["outline"];

/** Writes the bookmarks; `spots` says where each id is. */
export function addOutline(
  paper: PDFDocument,
  entries: readonly OutlineEntry[],
  spots: ReadonlyMap<string, Spot>,
): void {
  const open: { readonly level: number; readonly item: Item }[] = [];
  for (const entry of entries) {
    const spot = spots.get(entry.id);
    if (!spot) continue;
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const parent = open.at(-1)?.item ?? paper.outline;
    // pdfkit takes the left edge from the right one.
    const place = { pageNumber: spot.page, fit: false, top: Math.max(0, spot.y - 8), left: spot.pageWidth };
    open.push({ level: entry.level, item: parent.addItem(entry.title, place) });
  }
  // Chapters show, what is below them opens on demand: a negative count is a closed entry.
  for (const chapter of paper.outline.children) close(chapter);
  if (paper.outline.children.length > 0) paper.outline.outlineData.Count = paper.outline.children.length;
}

function close(item: Item): void {
  if (item.children.length === 0) return;
  item.outlineData.Count = -item.children.length;
  for (const child of item.children) close(child);
}
