// Headings, bookmarks and contents of the files say what the documents say.
import { describe, expect, test } from "vitest";
import type { Contents, Document } from "../../../src/document/document.ts";
import { useExamples } from "../../support/pdf-examples.ts";
import { childrenOf, linksOf, placeOf, type Tag, wordsOf } from "../../support/pdf-file.ts";
import {
  blocksOf,
  different,
  leadsTo,
  oneLine,
  printed,
  targetPlaces,
  titleOf,
  titlesOf,
  titleTags,
  unequal,
} from "../../support/pdf-source.ts";

const { faults } = useExamples();
describe("headings", () => {
  test("are tagged as the document has them, in its order", () => {
    expect(
      faults((e) =>
        unequal(
          titleTags(e).map(titleOf),
          titlesOf(e.tree).map(({ level, words }) => ({ level, words })),
        ),
      ),
    ).toEqual({});
  });

  test("begin at the first level and skip none downwards", () => {
    expect(
      faults((e) => {
        const levels = titleTags(e).map((tag) => titleOf(tag).level);
        return levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
      }),
    ).toEqual({});
  });

  test("are the bookmarks, nested alike, each leading to its line", () => {
    expect(
      faults((e) => {
        const { bookmarks } = e.seen;
        const titles = titleTags(e).filter((tag) => titleOf(tag).words !== "");
        const missed = titles.filter((tag, i) => !leadsTo(bookmarks[i]?.to, placeOf(tag)));
        return [
          ...unequal(
            bookmarks.map(({ level, title }) => ({ level, words: printed(title) })),
            titles.map(titleOf),
          ),
          ...missed.map(titleOf),
        ];
      }),
    ).toEqual({});
  });
});

describe("contents", () => {
  const contentsOf = (tree: Document) => blocksOf(tree).filter((block): block is Contents => block.type === "contents");
  const items = (tag: Tag): readonly Tag[] =>
    childrenOf(tag).flatMap((child) => (child.role === "TOCI" ? [child] : child.role === "TOC" ? items(child) : []));
  const outer = (tag: Tag): readonly Tag[] =>
    childrenOf(tag).flatMap((child) => (child.role === "TOC" ? [child] : outer(child)));

  test("have an entry each, nested by level, that leads to what it names and prints its page", () => {
    expect(
      faults((e) => {
        const lists = outer(e.file.root);
        const places = targetPlaces(e);
        const wanted = contentsOf(e.tree).filter((block) => block.entries.length > 0);
        if (lists.length !== wanted.length) return [`${lists.length} lists for ${wanted.length}`];
        return wanted.flatMap((block, i) => {
          const entries = block.entries.filter((entry) => block.of !== "headings" || entry.level <= block.depth);
          const found = items(lists[i] ?? e.file.root);
          if (found.length !== entries.length) return [`${found.length} entries for ${entries.length}`];
          return entries.flatMap((entry, at) => {
            const tag = found[at];
            const place = places.get(entry.target);
            const page = place ? ` ${e.seen.pages[place.page]?.label}` : "";
            const words = printed(`${entry.number ?? ""} ${entry.text}`);
            const shown = block.look === "list" ? `${words}${page}` : words;
            if (!tag || oneLine(wordsOf(tag)) !== shown) return [`"${tag && wordsOf(tag)}" is not "${shown}"`];
            const areas = linksOf(tag);
            const works =
              areas.length > 0 && areas.every((area) => leadsTo(area.to, place) && printed(area.words) === words);
            return works && !different(pathTo(tag).slice(0, 2), ["Reference", "Link"])
              ? []
              : [`${words} does not lead to its place`];
          });
        });
      }),
    ).toEqual({});
  });

  test("nest by level", () => {
    const depth = (tag: Tag): number =>
      1 +
      Math.max(
        0,
        ...childrenOf(tag)
          .filter((c) => c.role === "TOC")
          .map(depth),
      );
    expect(
      faults((e) =>
        unequal(
          outer(e.file.root).map(depth),
          contentsOf(e.tree)
            .filter((block) => block.entries.length > 0)
            .map((block) => {
              const levels = block.entries
                .map((x) => x.level)
                .filter((l) => block.of !== "headings" || l <= block.depth);
              return Math.max(...levels) - (levels[0] ?? 1) + 1;
            }),
        ),
      ),
    ).toEqual({});
  });
});

/** Roles of the only tags below each other. */
function pathTo(tag: Tag): readonly string[] {
  const [only] = childrenOf(tag);
  return only ? [only.role, ...pathTo(only)] : [];
}
