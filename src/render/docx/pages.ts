// Page numbers for the contents, so that Word has nothing to ask. Whoever calls has laid the document out as Word does.
import type { PageNumberEstimator } from "docx";
import type { Document } from "../../document/document.ts";
import type { Bookmarks } from "./bookmarks.ts";
import { lastPageBookmark } from "./running.ts";

/** Pages by id of what begins on them, and the last one by a name that is no id. */
export type KnownPages = ReadonlyMap<string, number>;

/** Stands for the end of the document. */
export const lastPage = "last page";

/** True for a document that prints page numbers of its parts; Word counts the pages of others itself. */
export function printsPages(document: Document): boolean {
  const listed = document.sections.some((section) =>
    section.blocks.some((block) => block.type === "contents" && block.look === "list" && block.entries.length > 0),
  );
  return listed || document.running.firstPage !== 1;
}

/** Fills in the pages that are known, in a document that prints them. */
export function pageNumbers(
  document: Document,
  bookmarks: Bookmarks,
  known: KnownPages,
): PageNumberEstimator | undefined {
  if (!printsPages(document)) return undefined;
  const pages = [...known].flatMap(([id, page]) => {
    const name = bookmarks.of(id);
    return name === undefined ? [] : [[name, String(page)] as const];
  });
  const last = known.get(lastPage) ?? Math.max(document.running.firstPage, ...known.values());
  return () => ({ bookmarks: new Map([...pages, [lastPageBookmark, String(last)]]) });
}
