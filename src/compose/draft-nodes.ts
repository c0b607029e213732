// Nodes of the tree before it is numbered: the finished types with a few notes for the numbering, which takes them off again.
import type { Block, Heading, List, Table } from "../document/document.ts";

export interface DraftHeading extends Heading {
  /** "none" for no number; a pattern of its own, counted by itself. */
  readonly numbering?: "none" | { readonly pattern: string };
  /** True for the title of an appendix. */
  readonly appendix?: true;
  /** True when the author gave the id, so that a second one is a mistake. */
  readonly explicit?: true;
}

export interface DraftList extends List {
  /** Goes on counting where the last list of its style stopped. */
  readonly continues?: true;
  /** Stands inside another list, so that no list goes on from it. */
  readonly nested?: true;
}

/** A table of the figures that the text prints, which is filled once all of it stands. */
export interface DraftAudit extends Table {
  readonly audit: true;
}

/** Blocks of a page section, or blocks that turn the page. */
export type Flow = Block | Landscape;

interface Landscape {
  readonly type: "landscape";
  readonly size?: "a3";
  readonly blocks: readonly Block[];
}
