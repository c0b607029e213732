// Chapters in the places a template gives them.
import { heading, paragraph, text } from "../document/build.ts";
import type { Block, DefinitionList } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import { flow } from "./blocks.ts";
import type { Chapter } from "./chapters.ts";
import type { Context } from "./context.ts";
import type { DraftHeading, Flow } from "./draft-nodes.ts";
import { heading as headingOf } from "./headings.ts";
import { missing, reasonFor, titleOf } from "./omissions.ts";
import { typeset } from "./typography.ts";
import { flat, type Of, type Walk } from "./walk.ts";

interface Look {
  /** Level of the headings written with ##, less 2. */
  readonly shift?: number;
  readonly heading?: Partial<DraftHeading> | "none";
}

/** A chapter as blocks; what it holds is noted, and what it leaves out with a reason is said at its end. */
export function chapterFlow(walk: Walk, chapter: Chapter, look: Look = {}): readonly Flow[] {
  const { context, skeleton } = walk;
  walk.placed.add(chapter);
  const shift = look.shift ?? 0;
  const title: readonly DraftHeading[] =
    look.heading === "none" ? [] : [{ ...headingOf(chapter.heading, chapter.scope), ...look.heading }];
  const made = chapter.parts.flatMap((part) => flow(part.nodes, { ...part.scope, shift, level: 1 + shift }));
  const all: readonly Flow[] = [...title, ...made];
  walk.present.set(chapter.id, undefined);
  visitBlocks(all.flatMap(flat), {
    block: (block) => {
      if (block.type === "heading" && block.id !== chapter.id) walk.present.set(block.id, chapter.id);
    },
  });
  const wanted = skeleton.requests.flatMap((r) =>
    r.type === "needs" && !r.recommended && r.inside === chapter.id ? r.ids.map((id) => `${chapter.id}-${id}`) : [],
  );
  return [...all, ...leftOut(context, wanted)];
}

/** `{{section}}`: one chapter, its reason for being left out, or a report. */
export function section(walk: Walk, request: Of<"section">): void {
  const { context, text: source, pages } = walk;
  const chapter = source.chapters.find((c) => c.id === request.id && !walk.placed.has(c));
  const look: Partial<DraftHeading> = {
    ...(request.numbered === undefined ? {} : { numbering: { pattern: request.numbered } }),
    ...(request.divider ? { role: "divider", breakBefore: true } : {}),
  };
  if (chapter) pages.put(chapterFlow(walk, chapter, { heading: look }));
  else if (request.required) pages.put(absent(context, request.id, request.missing, look));
}

// The place of a required chapter that is not there: its reason, or nothing and a report.
function absent(
  context: Context,
  id: string,
  title: string | undefined,
  look: Partial<DraftHeading>,
): readonly Block[] {
  const reason = reasonFor(context, id);
  if (reason === undefined) {
    missing(context, id, "#");
    return [];
  }
  const origin = context.document.document.frontPlaces.value(["omits", id]);
  const made: DraftHeading = { ...heading(1, id, [text(title ?? titleOf(id))], origin ? { origin } : {}), ...look };
  return [made, paragraph(typeset(reason), undefined, origin)];
}

/** `{{sections}}`: the chapters that nothing else names. */
export function sections(walk: Walk, request: Of<"sections">): void {
  const { context, text: source, pages } = walk;
  const rest = source.chapters.filter((c) => !walk.placed.has(c) && !walk.named.has(c.id));
  const there = new Set(rest.map((c) => c.id));
  // A chapter left out with a reason stands after the required one before it, or before the first chapter.
  const gaps = new Map<string, string[]>();
  let after = "";
  for (const id of request.required) {
    if (there.has(id)) after = id;
    else gaps.set(after, [...(gaps.get(after) ?? []), id]);
  }
  const fill = (id: string) => {
    for (const gap of gaps.get(id) ?? []) pages.put(absent(context, gap, undefined, {}));
  };
  fill("");
  for (const chapter of rest) {
    pages.put(chapterFlow(walk, chapter));
    fill(chapter.id);
  }
}

/** What is left out with a reason, and the reasons. */
export function leftOut(context: Context, ids: readonly string[]): readonly Block[] {
  const items = ids.flatMap((id): readonly DefinitionList["items"][number][] => {
    const reason = reasonFor(context, id);
    return reason === undefined ? [] : [{ term: [text(titleOf(id))], blocks: [paragraph(typeset(reason))] }];
  });
  if (items.length === 0) return [];
  return [{ type: "callout", title: "Left out", blocks: [{ type: "definition-list", items }] }];
}
