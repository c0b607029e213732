// Page numbers of everything that can be referred to, and the contents lists that print them.
import type { Fragment, LinkFragment, Page, PageNumberFragment } from "../fragment.ts";
import { type Faces, widthOf } from "../metrics.ts";

const leaderGap = 6;

function resolved(
  part: PageNumberFragment,
  page: number | undefined,
  colour: string,
  faces: Faces,
): readonly Fragment[] {
  if (page === undefined) return [];
  const text = ` ${page}`;
  const width = widthOf(faces, part.face, text, part.size);
  const digits = widthOf(faces, part.face, String(page), part.size);
  const base = { content: part.content, y: part.y, size: part.size, face: part.face, colour: part.colour };
  const number: Fragment = { kind: "text", ...base, x: part.x - width, width, text };
  const from = part.from + leaderGap;
  const to = part.x - digits - leaderGap;
  const y = part.y - 0.8;
  const leaders: readonly Fragment[] =
    part.leaders && to - from > 12
      ? [{ kind: "line", x: from, y, toX: to, toY: y, stroke: colour, strokeWidth: 0.7, dash: [0.7, 3.3] }]
      : [];
  const link: readonly LinkFragment[] = part.link
    ? [
        {
          kind: "link",
          element: part.link.element,
          x: part.x - width,
          y: part.top,
          width,
          height: part.height,
          target: { id: part.of },
          words: part.link.words,
        },
      ]
    : [];
  return [...leaders, number, ...link];
}

/** One area for the parts of a link on a line: each area is a stop of the tab key. */
function joinedLinks(parts: readonly Fragment[]): readonly Fragment[] {
  const made: Fragment[] = [];
  const open = new Map<number, number>();
  for (const part of parts) {
    if (part.kind !== "link") {
      made.push(part);
      continue;
    }
    const at = open.get(part.element);
    const last = at === undefined ? undefined : made[at];
    if (at !== undefined && last?.kind === "link" && last.y === part.y && last.height === part.height) {
      const x = Math.min(last.x, part.x);
      made[at] = { ...last, x, width: Math.max(last.x + last.width, part.x + part.width) - x };
      continue;
    }
    open.set(part.element, made.length);
    made.push(part);
  }
  return made;
}

/** Fills in page numbers, in a colour for their leaders; the finished pages hold no place-holders. */
export function numbered(
  pages: readonly Page[],
  faces: Faces,
  colour: string,
): { readonly pages: readonly Page[]; readonly pageOf: ReadonlyMap<string, number> } {
  const pageOf = new Map<string, number>();
  for (const page of pages) {
    for (const part of page.fragments)
      if (part.kind === "anchor" && !pageOf.has(part.id)) pageOf.set(part.id, page.number);
  }
  const done = pages.map((page): Page => {
    if (!page.fragments.some((part) => part.kind === "page-number")) {
      return { ...page, fragments: joinedLinks(page.fragments) };
    }
    const parts = page.fragments.flatMap((part) =>
      part.kind === "page-number" ? resolved(part, pageOf.get(part.of), colour, faces) : [part],
    );
    const leaders = parts.filter((part) => part.kind === "line" && part.content === undefined);
    return {
      ...page,
      ground: [...page.ground, ...leaders],
      fragments: joinedLinks(parts.filter((part) => !leaders.includes(part))),
    };
  });
  return { pages: done, pageOf };
}
