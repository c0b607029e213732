// A form's own words and the answers to them, in styles that cannot be mistaken for each other.
import type { Answer, Prompt } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import type { Piece, Place } from "./book.ts";

/** The form's words. */
export function prompt(node: Prompt, place: Place): readonly Piece[] {
  if (place.style.startsWith("Table")) return flow(node.blocks, place);
  return flow(node.blocks, {
    ...place,
    style: "Prompt",
    listStyle: () => "PromptList",
    size: place.book.theme.small.size + 0.5,
  });
}

/** What the author answered. */
export function answer(node: Answer, place: Place): readonly Piece[] {
  if (place.style.startsWith("Table")) return flow(node.blocks, place);
  return flow(node.blocks, { ...place, style: "Answer" });
}
