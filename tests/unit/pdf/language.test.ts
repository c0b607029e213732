// Entries of contents repeat a title in its languages, each run marked as a tag of its own.
import { expect, test } from "vitest";
import type { Contents, Inline } from "../../../src/document/document.ts";
import { documentOf, paragraph, text } from "../../support/nodes.ts";
import { painted } from "../../support/pdf-examples.ts";
import { isTag, isWords, linksOf, type Tag, tagsOf } from "../../support/pdf-file.ts";

const welsh: Inline = { type: "foreign", language: "cy", children: [text("Croeso i Gymru")] };

const contents = (look: Contents["look"]): Contents => ({
  type: "contents",
  of: "headings",
  title: "Contents",
  look,
  depth: 2,
  entries: [
    {
      target: "h",
      level: 1,
      number: "1",
      text: "On Croeso i Gymru today",
      children: [{ type: "text", value: "On " }, welsh, { type: "text", value: " today" }],
    },
    { target: "w", level: 1, text: "Croeso i Gymru", children: [welsh] },
  ],
});

/** What a tag says, run by run, with the language where it is another. */
const runs = (tag: Tag): readonly string[] =>
  tag.children.flatMap((child) => {
    if (isWords(child)) return [`${tag.language ?? ""}|${child.words}`];
    return isTag(child) ? runs(child) : [];
  });

test.each([
  ["list", ["|1 On ", "cy|Croeso i Gymru", "| today 1"], ["cy|Croeso i Gymru", "| 1"]],
  ["two-column", ["|1 On ", "cy|Croeso i Gymru", "| today"], ["cy|Croeso i Gymru"]],
] as const)("in a %s they are read out as Welsh where they are Welsh, under one link", async (look, first, second) => {
  const heading = { type: "heading", level: 1, inContents: true } as const;
  const { file } = await painted(
    documentOf([
      contents(look),
      { ...heading, id: "h", number: "1", children: [text("On "), welsh, text(" today")] },
      paragraph("Words."),
      { ...heading, id: "w", children: [welsh] },
      paragraph("Words."),
    ]),
  );
  const items = tagsOf(file.root, "TOCI");
  expect(items.map(runs)).toEqual([first, second]);
  expect(items.map((item) => linksOf(item).map((link) => link.words))).toEqual([
    ["1 On Croeso i Gymru today"],
    ["Croeso i Gymru"],
  ]);
});
