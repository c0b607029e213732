// Page numbers for the contents, worked out by laying the body out as Word does, so that Word has nothing to ask.
import type { PageNumberEstimator } from "docx";
import type { Document } from "../../document/document.ts";
import type { Bookmarks } from "./bookmarks.ts";
import type { Faces } from "./faces.ts";
import { lastPageBookmark } from "./running.ts";

/** Width of a character of Courier New at size 1. */
const typewriterWidth = 0.6001;

/** Pages known from elsewhere, by id of what begins on them. */
export type KnownPages = ReadonlyMap<string, number>;

/**
 * The estimate for a document that prints page numbers of its parts; others need none, since Word counts pages itself.
 * It is most of the work of writing a file, so a caller that can do without Word's own page breaks gives `known` pages.
 */
export async function pageEstimate(
  document: Document,
  faces: Faces,
  bookmarks: Bookmarks,
  known: KnownPages | undefined,
): Promise<PageNumberEstimator | undefined> {
  const listed = document.sections.some((section) =>
    section.blocks.some((block) => block.type === "contents" && block.look === "list" && block.entries.length > 0),
  );
  if (!listed && document.running.firstPage === 1) return undefined;
  if (known) {
    const pages = [...known].map(([id, page]) => [bookmarks.of(id) ?? "", String(page)] as const);
    const last = Math.max(document.running.firstPage, ...known.values());
    return () => ({ bookmarks: new Map([...pages, [lastPageBookmark, String(last)]]) });
  }
  const { estimatePageNumbersWith } = await import("docx/layout");
  const estimate = estimatePageNumbersWith({
    // A character outside the known widths is guessed; the alternative is no page number after it.
    guess: true,
    measureWidth: (text, { name, size, bold }) =>
      name === "Courier New" ? [...text].length * typewriterWidth * size : faces.measure(text, size, bold),
  });
  // Without its `listNumbers`: entries carry their numbers already.
  return (body, context) => estimate(body, context);
}
