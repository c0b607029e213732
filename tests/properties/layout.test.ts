import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import type { Layout, StructureNode } from "../../src/layout/fragment.ts";
import { layout } from "../../src/layout/layout.ts";
import type { Result } from "../../src/result.ts";
import { documentWords } from "../support/document-words.ts";
import { councilTheme, testFaces } from "../support/faces.ts";
import { documents } from "../support/generate.ts";
import { brokenLaws, wordsByContent } from "../support/layout-rules.ts";
import { bodyWords, printed } from "../support/pdf-source.ts";
import { runs } from "../support/runs.ts";
import { square, stubDraw, torture } from "../support/torture.ts";

const lay = (document: Document): Result<Layout> =>
  layout(document, councilTheme(), testFaces(), stubDraw, new Map([["square", square]]));

const bare = (words: string): string => words.replace(/\s+/g, "");

/** Words of the text in reading order, then those of the footnotes in theirs; what the output adds is left out. */
function spoken(made: Layout): readonly [string, string] {
  const words = wordsByContent(made);
  const read = (node: StructureNode): string => {
    if (node.kind === "content") return words.get(node.index) ?? "";
    if (node.role === "TOC" || node.role === "Figure" || node.role === "Note") return "";
    const inside = node.children.map(read).join("");
    return node.role === "Reference" && /^\s*\d+\s*$/.test(inside) ? "" : inside;
  };
  const notes = (node: StructureNode): string => {
    if (node.kind === "content") return "";
    return node.children.map((child) => (node.role === "Note" ? read(child) : notes(child))).join("");
  };
  return [bare(read(made.structure)), bare(notes(made.structure))];
}

const wanted = (document: Document): readonly [string, string] => [
  bodyWords(document).join(""),
  document.footnotes
    .map((note) =>
      bare(printed(`${note.number} ${documentWords({ ...document, sections: [], footnotes: [note] }).join(" ")}`)),
    )
    .join(""),
];

test("every word of a document is placed once and in order, on its page, over no other, in a sound tree", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { value } = lay(document);
      expect(spoken(value)).toEqual(wanted(document));
      expect(brokenLaws(value)).toEqual([]);
      expect(lay(document).value).toEqual(value);
    }),
    { numRuns: runs(20), endOnFailure: true },
  );
});

test("the same holds of the document with every kind of node in every place", () => {
  expect(brokenLaws(lay(torture()).value)).toEqual([]);
});
