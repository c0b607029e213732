// Forms: prompts keep the words of a national template apart from the answers.
import { heading, paragraph, text } from "../document/build.ts";
import type { Block } from "../document/document.ts";
import { flow } from "./blocks.ts";
import { problem } from "./context.ts";
import type { DraftHeading } from "./draft-nodes.ts";
import { levelOf } from "./headings.ts";
import { missing, reasonFor } from "./omissions.ts";
import { chapterFlow } from "./place-chapters.ts";
import type { Markdown, Scope } from "./scope.ts";
import { typeset } from "./typography.ts";
import { body, flat, type Of, type Walk } from "./walk.ts";

/** `{{#prompt}}`: the title, the form's words, and the chapter with the prompt's id as the answer. */
export function prompt(walk: Walk, request: Of<"prompt">, words: readonly Markdown[], scope: Scope): void {
  const { context, pages, state, text: source } = walk;
  body(walk);
  const { id, title, level } = request;
  const { front } = context.document.document;
  if (title !== undefined) {
    const made: DraftHeading = {
      ...heading(levelOf(level), id, [text(typeset(title))]),
      explicit: true,
      origin: request.place,
    };
    pages.put([made]);
    state.promptHeading = id;
  }
  const to = state.promptHeading;
  if (to === undefined) {
    problem(context, "document/answer-before-prompt", request.place, {});
    return;
  }
  const shown = front.kind !== "bcf-plan" || front.prompts !== "hidden";
  const asked = flow(words, { ...scope, inside: "a prompt" }).flatMap(flat);
  if (shown && asked.length > 0) pages.put([{ type: "prompt", blocks: asked, origin: request.place }]);
  const chapter = source.chapters.find((c) => c.id === id && !walk.placed.has(c));
  if (!chapter) {
    if (request.required) unanswered(walk, id, to);
    return;
  }
  const form = title ?? "";
  const same = (a: string) => a.trim().toLowerCase().replace(/\s+/g, " ");
  if (form !== "" && same(chapter.title) !== same(form))
    problem(context, "template/prompt-title", chapter.scope.place(chapter.heading), { written: chapter.title, form });
  const blocks = chapterFlow(walk, chapter, { shift: level - 1, heading: "none" })
    .flatMap(flat)
    .map(unnumbered);
  pages.put([{ type: "answer", to, blocks }]);
}

function unanswered(walk: Walk, id: string, to: string): void {
  const reason = reasonFor(walk.context, id);
  if (reason === undefined) missing(walk.context, id, "#");
  else walk.pages.put([{ type: "answer", to, blocks: [paragraph(typeset(reason))] }]);
}

// The form's numbers belong to its prompts.
function unnumbered(block: Block): Block {
  if (block.type !== "heading") return block;
  const plain: DraftHeading = { ...block, numbering: "none" };
  return plain;
}
