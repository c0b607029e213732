// The walk through a skeleton: what it reads, what it has placed so far, and the pages it fills.
import type { Block } from "../document/document.ts";
import type { Chapter, Text } from "./chapters.ts";
import type { Context } from "./context.ts";
import type { Flow } from "./draft-nodes.ts";
import type { Pages } from "./pages.ts";
import type { Request } from "./requests.ts";
import type { Skeleton } from "./template.ts";

export interface Walk {
  readonly context: Context;
  readonly skeleton: Skeleton;
  readonly text: Text;
  readonly pages: Pages;
  /** Chapters that some request names, so that `sections` leaves them alone. */
  readonly named: ReadonlySet<string>;
  readonly placed: Set<Chapter>;
  /** Ids of headings by the chapter they stand in, as they are met. */
  readonly present: Map<string, string | undefined>;
  state: { promptHeading: string | undefined; appendices: boolean };
}

/** One kind of request. */
export type Of<T extends Request["type"]> = Extract<Request, { readonly type: T }>;

/** Begins the body of the document where the front has not ended yet. */
export function body(walk: Walk): void {
  if (walk.pages.role === "front") walk.pages.turn("body");
}

/** Blocks without their page turns. */
export const flat = (part: Flow): readonly Block[] => (part.type === "landscape" ? part.blocks : [part]);
