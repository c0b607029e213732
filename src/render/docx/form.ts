// A form's own words and the answers to them, in styles that cannot be mistaken for each other.
import type { Answer, Document, Prompt } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import type { Piece, Place } from "./book.ts";
import { box } from "./boxes.ts";
import { promptSize } from "./looks-box.ts";

/** The form's words, on a ground of their own. */
export function prompt(node: Prompt, place: Place): readonly Piece[] {
  return box(
    {
      kind: "prompt",
      style: "Prompt",
      inCell: "PromptText",
      listStyle: () => "PromptList",
      titles: [],
      blocks: node.blocks,
    },
    { ...place, size: promptSize(place.book.theme) },
  );
}

/** What the author answered. */
export function answer(node: Answer, place: Place): readonly Piece[] {
  return flow(node.blocks, place.style.startsWith("Table") ? place : { ...place, style: "Answer" });
}

/** Whether a document answers the prompts of a form. */
export function isForm({ sections }: Document): boolean {
  return sections.some(({ blocks }) => blocks.some(({ type }) => type === "prompt" || type === "answer"));
}
