// The files as pdf.js shows them in browsers: what people copy, follow and hear there is the document.
import { expect, test } from "vitest";
import { documentWords } from "../../support/document-words.ts";
import { type Example, useExamples } from "../../support/pdf-examples.ts";
import { isTag, isWords, linksOf, type Tag } from "../../support/pdf-file.ts";
import { keysOf, type SeenPage, type SeenTag } from "../../support/pdf-js.ts";
import { bodyWords, oneLine, printed, unequal } from "../../support/pdf-source.ts";

const { faults } = useExamples();

/** On pages, a row divided between them is copied in pieces, and the torture document cites its notes out of turn. */
const plain = ({ tree }: Example): boolean => !tree.id.startsWith("torture");

/** Where a text does not say some words in turn, each apart from the next; a line may end within a word. */
function misread(text: string, words: readonly string[]): readonly string[] {
  let at = 0;
  for (const word of words) {
    const start = at;
    while (/\s/.test(text[at] ?? "")) at++;
    let whole = at > start || start === 0;
    for (const letter of word) {
      while (text[at] === "\n") at++;
      whole &&= text.startsWith(letter, at);
      at += letter.length;
    }
    if (!whole) return [`"${word}" is read as ${JSON.stringify(text.slice(Math.max(0, start - 20), start + 40))}`];
  }
  return text.slice(at).trim() === "" ? [] : [`more is read: ${text.slice(at, at + 40)}`];
}

/** Words of a page in the order of its stream, as people copy them; numbers of footnotes are the output's own. */
function copied(page: SeenPage, keys: readonly string[]): string {
  const kept = new Set(keys);
  return [...page.marked].map(([key, words]) => (kept.has(key) ? words : "")).join("");
}

const isNumber = (words: string): boolean => /^\s*\d+\s*$/.test(words);

/** Keys of the words in tags of one role, the outermost ones. */
function keysIn(tag: SeenTag, role: string): readonly string[] {
  return tag.children.flatMap((child) =>
    typeof child === "string" ? [] : child.role === role ? keysOf(child) : keysIn(child, role),
  );
}

test("the words of a document are copied in their order, each apart from the next and with every letter", () => {
  const body = (page: SeenPage): string => {
    const citations = keysIn(page.tags, "Reference").filter((key) => isNumber(page.marked.get(key) ?? ""));
    const keys = keysOf(page.tags, "TOC", "Figure", "Note").filter((key) => !citations.includes(key));
    return copied(page, keys);
  };
  expect(faults((e) => (plain(e) ? misread(e.seen.pages.map(body).join("\n"), bodyWords(e.tree)) : []))).toEqual({});
});

test("and so are its footnotes, from page to page", () => {
  expect(
    faults((e) => {
      if (!plain(e)) return [];
      const { tree, seen } = e;
      const notes = tree.footnotes.flatMap((note) => [
        String(note.number),
        ...documentWords({ ...tree, sections: [], footnotes: [note] }).map(printed),
      ]);
      return misread(seen.pages.map((page) => copied(page, keysIn(page.tags, "Note"))).join("\n"), notes);
    }),
  ).toEqual({});
});

test("the tags that assistive software is given are those of the file, with their words, texts and languages", () => {
  const bare = (words: string): string => words.replace(/\s+/g, "");
  const said = ({ role, alt, language }: Tag | SeenTag): string => [role, alt, language].filter(Boolean).join(" ");
  // pdf.js reads out the words that stand for a sign as its alternative.
  const alike = (tag: Tag): Tag => (tag.actual === undefined ? tag : { ...tag, alt: tag.actual });
  const heard = (tag: SeenTag, page: SeenPage): readonly string[] =>
    tag.children.flatMap((child) =>
      typeof child === "string" ? [`${said(tag)}: ${bare(page.marked.get(child) ?? "")}`] : heard(child, page),
    );
  const written = (tag: Tag, page: number): readonly string[] =>
    tag.children.flatMap((child) => {
      if (isTag(child)) return written(child, page);
      return isWords(child) && child.page === page ? [`${said(alike(tag))}: ${bare(child.words)}`] : [];
    });
  expect(
    faults(({ file, seen }) => seen.pages.flatMap((page, i) => unequal(heard(page.tags, page), written(file.root, i)))),
  ).toEqual({});
});

test("every link says in words where it leads, and leads there", () => {
  expect(
    faults(({ file, seen }) => {
      const links = linksOf(file.root);
      return seen.pages.flatMap((page, i) => {
        const there = links.filter((link) => link.page === i);
        const told = there.map(({ words, url, to }) => JSON.stringify({ words: oneLine(words), url, to }));
        return unequal(
          page.links.map(({ words, url, to }) => JSON.stringify({ words: oneLine(words), url, to })).sort(),
          told.sort(),
        );
      });
    }),
  ).toEqual({});
});
