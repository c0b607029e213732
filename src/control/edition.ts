// Which edition of a document a file holds.
import type { FrontMatter } from "../../schemas/case.ts";

export type Edition = "public" | "exempt";

/** Nothing is left out of what is built today, so a document with any exempt part is an exempt edition. */
export function editionOf(classification: FrontMatter["classification"]): Edition {
  return classification === "public" ? "public" : "exempt";
}
