// A heading with nothing under it, found in the finished tree: a slip of the author, or of what should have filled it.
import type { Block, Heading, PageSection } from "../document/document.ts";
import { type Context, problem } from "./context.ts";

/** Headings and what stands between them, in reading order. */
function* steps(blocks: readonly Block[]): Generator<Heading | "content"> {
  for (const block of blocks) {
    if (block.type === "heading") yield block;
    else if (block.type === "prompt" || block.type === "answer") yield* steps(block.blocks);
    else if (block.type !== "page-break") yield "content";
  }
}

/** Tells of sections without a word, table or figure; those of a template are its own matter. */
export function checkEmptySections(context: Context, sections: readonly PageSection[]): void {
  // Where something could not be placed, its section is empty for that reason.
  const { broken } = context.document.document;
  if (broken.size > 0 || context.problems.some(({ severity }) => severity === "error")) return;
  let open: Heading | undefined;
  const tell = (next: Heading | undefined): void => {
    if (!open || (next && next.level > open.level)) return;
    const { origin } = open;
    if (origin && origin.end > origin.start) problem(context, "document/empty-section", origin, {});
  };
  for (const step of sections.flatMap((section) => [...steps(section.blocks)])) {
    if (step === "content") {
      open = undefined;
      continue;
    }
    tell(step);
    open = step;
  }
  tell(undefined);
}
