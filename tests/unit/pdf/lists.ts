// Lists and footnotes of the files.
import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/document/document.ts";
import { documentWords } from "../../support/document-words.ts";
import { type Example, useExamples } from "../../support/pdf-examples.ts";
import { childrenOf, linksOf, placeOf, type Tag, tagsOf, wordsOf } from "../../support/pdf-file.ts";
import { leadsTo, oneLine, printed, unequal } from "../../support/pdf-source.ts";

const { faults, all } = useExamples();
type Shape = readonly (readonly Shape[])[];

/** Lists in a list's items, without those of notes. */
function shapeOf(tag: Tag): Shape {
  return childrenOf(tag).map((item) => listsIn(item));
}

function listsIn(tag: Tag): readonly Shape[] {
  return childrenOf(tag).flatMap((child) =>
    child.role === "L" ? [shapeOf(child)] : child.role === "Note" ? [] : listsIn(child),
  );
}

function sourceLists(blocks: readonly Block[]): readonly Shape[] {
  return blocks.flatMap((block): readonly Shape[] => {
    switch (block.type) {
      case "list":
      case "definition-list":
        return [block.items.map((item) => sourceLists(item.blocks))];
      case "cover":
        return block.facts.length > 0 ? [block.facts.map(() => [])] : [];
      case "sign-off":
        return [block.fields.map(() => [])];
      case "quote":
      case "card":
      case "callout":
      case "prompt":
      case "answer":
        return sourceLists(block.blocks);
      case "card-grid":
        return block.cards.flatMap((card) => sourceLists(card.blocks));
      case "table":
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => sourceLists(cell.blocks)));
      default:
        return [];
    }
  });
}

describe("lists", () => {
  test("nest as in the source", () => {
    expect(
      faults((e) =>
        unequal(
          listsIn(e.file.root),
          e.tree.sections.flatMap((s) => sourceLists(s.blocks)),
        ),
      ),
    ).toEqual({});
  });

  test("have items of a label and a body, and say how they count", () => {
    expect(
      faults((e) =>
        tagsOf(e.file.root, "L").flatMap((list) => [
          ...childrenOf(list).flatMap((item) => {
            const parts = childrenOf(item).map((part) => part.role);
            return item.role === "LI" && parts.join() === "Lbl,LBody" ? [] : [`${item.role} of ${parts}`];
          }),
          ...(list.attributes["ListNumbering"] ? [] : ["a list that does not say how it counts"]),
        ]),
      ),
    ).toEqual({});
  });
});

describe("footnotes", () => {
  const notesOf = (e: Example) => tagsOf(e.file.root, "Note");
  /** Citations of a note: references that are not in contents. */
  const citations = (tag: Tag): readonly Tag[] =>
    childrenOf(tag).flatMap((child) =>
      child.role === "TOC" ? [] : child.role === "Reference" ? [child] : citations(child),
    );

  test("each have a tag, an own key and their words", () => {
    expect(
      faults((e) => {
        const notes = notesOf(e);
        const wanted = e.tree.footnotes.map(
          (note) => `${note.number}${documentWords({ ...e.tree, sections: [], footnotes: [note] }).join("")}`,
        );
        const bare = (words: string): string => printed(words).replaceAll(" ", "");
        const found = notes.map((tag) => bare(wordsOf(tag, "Figure"))).sort();
        const keys = new Set(notes.map((tag) => tag.key));
        const words = unequal(found, wanted.map(bare).sort());
        return keys.size === notes.length && !keys.has(undefined)
          ? words
          : [...words, "notes without keys of their own"];
      }),
    ).toEqual({});
  });

  test("are linked from where they are cited and back", () => {
    expect(
      faults((e) => {
        const notes = new Map(notesOf(e).map((tag) => [oneLine(wordsOf(childrenOf(tag)[0] ?? tag)), tag]));
        const cited = citations(e.file.root);
        const first = new Map([...cited].reverse().map((tag) => [oneLine(wordsOf(tag)), tag]));
        const there = cited.flatMap((tag) => {
          const note = notes.get(oneLine(wordsOf(tag)));
          const [link] = linksOf(tag);
          return note && leadsTo(link?.to, placeOf(note)) ? [] : [`${wordsOf(tag)} does not lead to its note`];
        });
        const back = [...first].flatMap(([number, tag]) => {
          const label = childrenOf(notes.get(number) ?? tag)[0];
          const [link] = label ? linksOf(label) : [];
          return label?.role === "Lbl" && leadsTo(link?.to, placeOf(tag)) ? [] : [`note ${number} does not lead back`];
        });
        return [...there, ...back];
      }),
    ).toEqual({});
    expect(notesOf(all().get("torture") as Example)).toHaveLength(6);
  });
});
