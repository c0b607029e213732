// Every word of the documents is in the files once, in order, marked as what it is.
import { describe, expect, test } from "vitest";
import type { Document, Inline } from "../../../src/document/document.ts";
import { inlineText } from "../../support/document-words.ts";
import { brokenLaws } from "../../support/layout-rules.ts";
import { type Example, painted, useExamples } from "../../support/pdf-examples.ts";
import { childrenOf, isTag, isWords, placeOf, type Tag, tagsOf, wordsOf } from "../../support/pdf-file.ts";
import {
  blocksOf,
  bodyWords,
  different,
  headingTags,
  inlinesOf,
  oneLine,
  printed,
  titleTags,
  unequal,
} from "../../support/pdf-source.ts";
import { paragraph, torture } from "../../support/torture.ts";

const { faults } = useExamples();
test("pages and tree hold what holds for every layout: nothing leaves its page, overlaps or stands out of order", () => {
  expect(faults((e) => brokenLaws(e.layout))).toEqual({});
});

describe("marks", () => {
  test("hold every word, as content of one tag or as an artifact", () => {
    expect(faults((e) => e.file.pages.filter((page) => page.unmarked !== ""))).toEqual({});
    expect(
      faults((e) => {
        const counted = e.file.pages.map(() => 0);
        const walk = (tag: Tag): void => {
          for (const child of tag.children) {
            if (isTag(child)) walk(child);
            else if (isWords(child)) counted[child.page] = (counted[child.page] ?? 0) + 1;
          }
        };
        walk(e.file.root);
        return unequal(
          counted,
          e.file.pages.map((page) => page.marks),
        );
      }),
    ).toEqual({});
  });

  test("leave running matter and watermarks out of the tree", () => {
    expect(
      faults((e) => {
        const { running, marks } = e.tree;
        const last = running.firstPage + e.file.pages.length - 1;
        return e.file.pages.flatMap((page, i) => {
          const number = `Page ${running.firstPage + i} of ${last}`;
          const cover = i === 0 && e.tree.sections[0]?.role === "cover";
          const wanted = [marks.watermark, marks.marking, ...(cover ? [] : [number, running.footerLeft.slice(0, 12)])];
          const lines = page.artifacts.replace(/\n(?=[^\n])/g, "\n");
          return wanted.flatMap((words) =>
            words && !lines.includes(printed(words)) ? [`page ${i + 1} lacks ${words}`] : [],
          );
        });
      }),
    ).toEqual({});
    expect(faults((e) => (/Page \d+ of \d+/.test(wordsOf(e.file.root)) ? ["a page number is read out"] : []))).toEqual(
      {},
    );
  });
});

describe("words", () => {
  const blocks = new Set([
    "P",
    "LI",
    "Lbl",
    "LBody",
    "TH",
    "TD",
    "Caption",
    "BlockQuote",
    "Div",
    "Table",
    ...headingTags,
  ]);
  /** Words in the order of the tree; contents, drawings, notes and their numbers left out. */
  const spoken = (tag: Tag): string =>
    tag.children
      .map((child) => {
        if (isWords(child)) return child.words;
        if (!isTag(child) || ["TOC", "Figure", "Note"].includes(child.role)) return "";
        if (child.role === "Reference" && /^\d+$/.test(wordsOf(child).trim())) return "";
        return blocks.has(child.role) ? `\n${spoken(child)}\n` : spoken(child);
      })
      .join("");

  test("are read in the order of the document, hyphens, dashes and every letter as written", () => {
    const bare = (words: string): string => words.replace(/\s+/g, "");
    expect(
      faults((e) => {
        const wanted = bodyWords(e.tree);
        const found = spoken(e.file.root);
        const clean = bare(found) === bare(wanted.join(""));
        return clean ? [] : [firstDifference(bare(found), bare(wanted.join("")))];
      }),
    ).toEqual({});
  });

  test("in another language say so, and signs and lines to sign on are read as words", () => {
    const spans = (e: Example) => tagsOf(e.file.root, "Span");
    expect(
      faults((e) =>
        unequal(
          spans(e)
            .flatMap((tag) => (tag.language ? [[tag.language, oneLine(wordsOf(tag))]] : []))
            .sort(),
          [...inlinesOf(e.tree), ...entriesOf(e.tree)]
            .flatMap((inline) =>
              inline.type === "foreign" ? [[inline.language, printed(inlineText(inline.children))]] : [],
            )
            .sort(),
        ),
      ),
    ).toEqual({});
    expect(
      faults((e) =>
        unequal(
          spans(e)
            .flatMap((tag) => tag.actual ?? [])
            .sort(),
          [
            ...inlinesOf(e.tree).flatMap((inline) => (inline.type === "tick" ? [inline.label] : [])),
            ...blocksOf(e.tree).flatMap((block) =>
              block.type === "sign-off" ? block.fields.flatMap(({ value }) => (value ? [] : ["To be filled in"])) : [],
            ),
          ].sort(),
        ),
      ),
    ).toEqual({});
  });

  test("of quotes and cards are quotes, and a callout is a group that its title opens", () => {
    expect(
      faults((e) => {
        const quoted = blocksOf(e.tree).flatMap((block) =>
          block.type === "quote"
            ? [""]
            : block.type === "card"
              ? [block.topic ?? ""]
              : block.type === "card-grid"
                ? block.cards.map((c) => c.topic ?? "")
                : [],
        );
        const cards = tagsOf(e.file.root, "Div").filter(
          (tag) =>
            childrenOf(tag).some((c) => c.role === "BlockQuote") &&
            childrenOf(tag).every((c) => c.role === "P" || c.role === "BlockQuote"),
        );
        const topics = quoted.filter((topic) => topic !== "");
        const missed = topics.filter((topic) => !cards.some((tag) => wordsOf(tag).includes(printed(topic))));
        const titles = blocksOf(e.tree).flatMap((block) =>
          block.type === "callout" && block.title ? [printed(block.title)] : [],
        );
        const groups = tagsOf(e.file.root, "Div").map((tag) => oneLine(wordsOf(childrenOf(tag)[0] ?? tag)));
        const count = tagsOf(e.file.root, "BlockQuote").length;
        return [
          ...(count === quoted.length ? [] : [`${count} quotes for ${quoted.length}`]),
          ...missed,
          ...titles.filter((title) => !groups.includes(title)),
        ];
      }),
    ).toEqual({});
  });
});

/** Inlines of contents, which repeat those of titles. */
function entriesOf(tree: Document): readonly Inline[] {
  const all = blocksOf(tree).flatMap((block) => (block.type === "contents" ? block.entries : []));
  return all.flatMap((entry) => entry.children ?? []);
}

function firstDifference(a: string, b: string): string {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return `read "${a.slice(Math.max(0, i - 40), i + 40)}" for "${b.slice(Math.max(0, i - 40), i + 40)}"`;
}

describe("the file", () => {
  test("shows its title and says its language", () => {
    expect(
      faults((e) => {
        const said = [e.seen.language, e.file.preferences["DisplayDocTitle"], e.seen.title];
        return different(said, [e.tree.language, true, e.tree.properties.title]) ? [said] : [];
      }),
    ).toEqual({});
  });

  test("names its pages as they are printed", () => {
    const labels = (e: Example) => e.seen.pages.map((page) => page.label);
    expect(
      faults((e) =>
        unequal(
          labels(e),
          labels(e).map((_, i) => String(e.tree.running.firstPage + i)),
        ),
      ),
    ).toEqual({});
  });

  test("of an agenda pack begins with the number it is given, in labels, footers and contents", async () => {
    const tree = torture();
    const e = await painted({ ...tree, running: { ...tree.running, firstPage: 117 } });
    const count = e.file.pages.length;
    expect(e.seen.pages.map((page) => page.label)).toEqual(Array.from({ length: count }, (_, i) => String(117 + i)));
    expect(e.file.pages[1]?.artifacts).toContain(`Page 118 of ${116 + count}`);
    const [entry] = tagsOf(e.file.root, "TOCI");
    const at = placeOf(titleTags(e).find((tag) => wordsOf(tag).includes("Executive summary")) ?? e.file.root);
    expect(entry && oneLine(wordsOf(entry))).toBe(`1 Executive summary ${117 + (at?.page ?? 0)}`);
  });

  test("keeps ligatures, hyphens and signs apart in its text", async () => {
    const words =
      "office affluent fjord co-operate non\u2011stop 2014\u201315 \u221212 \u2264 \u2265 \u00bd caf\u00e9 \u201cquoted\u201d";
    const e = await painted({
      ...torture(),
      footnotes: [],
      sections: [{ orientation: "portrait", role: "body", blocks: [paragraph(words)] }],
    });
    expect(oneLine(wordsOf(e.file.root))).toBe(words.replace("\u2011", "-"));
  });
});
