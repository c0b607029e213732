// Where the words of a laid-out document stand, as text people can review.
import type { Document } from "../../src/document/document.ts";
import type { Layout } from "../../src/layout/fragment.ts";
import { type Kit, place } from "../../src/pipeline.ts";
import { ok, type Result } from "../../src/result.ts";

/** The layout that the PDF is painted from. */
export async function laidOut(tree: Document, kit: Kit): Promise<Result<Layout>> {
  const { value, diagnostics } = await place(tree, kit);
  return ok(value.layout, diagnostics);
}

/** One run a line: `page x y text`, in reading order; running matter is marked with a tilde. */
export async function placedText(tree: Document, kit: Kit): Promise<string> {
  const { value } = await laidOut(tree, kit);
  const lines = value.pages.flatMap((page) => [
    ...page.fragments.flatMap((f) =>
      f.kind === "text" ? [`${page.number} ${f.x.toFixed(1)} ${f.y.toFixed(1)} ${f.text}`] : [],
    ),
    ...page.running.flatMap((f) => (f.kind === "text" ? [`${page.number} ~ ${f.text}`] : [])),
  ]);
  return `${lines.join("\n")}\n`;
}
