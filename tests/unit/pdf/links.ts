// Links of the files work, and are read out as what they lead to.
import { describe, expect, test } from "vitest";
import { inlineText } from "../../support/document-words.ts";
import { type Example, useExamples } from "../../support/pdf-examples.ts";
import {
  type Annotation,
  isAnnotation,
  isTag,
  isWords,
  linksOf,
  type Tag,
  tagsOf,
  wordsOf,
} from "../../support/pdf-file.ts";
import { inlinesOf, oneLine, pagesOf, printed, targetPlaces, unequal } from "../../support/pdf-source.ts";

const { faults } = useExamples();
describe("links", () => {
  const linkTags = (e: Example) => tagsOf(e.file.root, "Link");

  test("are areas with words, on the page of those words, owned by their tag", () => {
    const linkFaults = (e: Example, tag: Tag): readonly string[] => {
      const areas = tag.children.filter(isAnnotation);
      const pages = new Set(tag.children.flatMap((child) => (isWords(child) ? [child.page] : pagesWithin(child))));
      const name = oneLine(wordsOf(tag));
      return [
        ...(areas.length === 0 ? [`${name} is no link`] : []),
        ...areas.flatMap((area) => areaFaults(e, tag, area, pages).map((fault) => `${name}: ${fault}`)),
        ...[...pages].flatMap((page) =>
          areas.some((area) => area.page === page) ? [] : [`${name}: none on page ${page}`],
        ),
      ];
    };
    expect(faults((e) => linkTags(e).flatMap((tag) => linkFaults(e, tag)))).toEqual({});
  });

  test("are all in the tree, one area a line", () => {
    expect(
      faults((e) =>
        unequal(
          e.file.pages.map((_, i) => linksOf(e.file.root).filter((area) => area.page === i).length),
          e.file.pages.map((page) => page.links),
        ),
      ),
    ).toEqual({});
    expect(
      faults((e) =>
        linkTags(e).filter((tag) => {
          const lines = linksOf(tag).map((area) => `${area.page} ${area.box[1]}`);
          return new Set(lines).size < lines.length;
        }),
      ),
    ).toEqual({});
  });

  test("of the document are there, with its addresses", () => {
    expect(
      faults((e) => {
        const urls = inlinesOf(e.tree).flatMap((inline) => (inline.type === "link" ? [inline.url] : []));
        const found = new Set(linksOf(e.file.root).flatMap((area) => area.url ?? []));
        return urls.filter((url) => !found.has(encodeURI(decodeURI(url))) && !found.has(url));
      }),
    ).toEqual({});
  });

  test("to headings, tables and figures lead to them", () => {
    expect(
      faults((e) => {
        const places = targetPlaces(e);
        const areas = linksOf(e.file.root);
        return inlinesOf(e.tree).flatMap((inline) => {
          if (inline.type !== "reference" || !places.has(inline.target)) return [];
          const words = printed(inlineText(inline.children));
          const mine = areas.filter((area) => printed(area.words) === words);
          const place = places.get(inline.target);
          return mine.some((area) => area.to?.page === place?.page)
            ? []
            : [`${words} does not lead to ${inline.target}`];
        });
      }),
    ).toEqual({});
  });
});

function pagesWithin(child: Tag["children"][number]): readonly number[] {
  return isTag(child) ? pagesOf(child) : [];
}

function areaFaults(e: Example, tag: Tag, area: Annotation, pages: ReadonlySet<number>): readonly string[] {
  const [left = -1, bottom = -1, right = -1, top = -1] = area.box;
  const page = e.file.pages[area.page];
  return [
    ...(area.words.trim() === "" ? ["no words"] : []),
    ...(area.owner === tag.id ? [] : ["owned by another tag"]),
    ...(pages.has(area.page) ? [] : [`on page ${area.page}, its words on ${[...pages]}`]),
    ...(area.url === undefined && !area.to ? ["leads nowhere"] : []),
    ...(page && left >= 0 && bottom >= 0 && left < right && bottom < top && right <= page.width && top <= page.height
      ? []
      : [`outside its page: ${area.box}`]),
  ];
}
