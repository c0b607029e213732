// Entries of contents repeat a title in its languages, and take their words as Word takes them when it makes the list anew.
import { expect, test } from "vitest";
import type { Contents } from "../../../src/document/document.ts";
import { documentXml } from "../../support/docx-inspect.ts";
import { docxOf } from "../../support/docx-kit.ts";
import { documentOf, paragraph, text } from "../../support/nodes.ts";

test.each(["list", "two-column"] as const)("entries of a %s say where they are in another language", async (look) => {
  const welsh = { type: "foreign", language: "cy", children: [text("Croeso")] } as const;
  const contents: Contents = {
    type: "contents",
    of: "headings",
    title: "",
    look,
    depth: 2,
    entries: [
      {
        target: "h",
        level: 1,
        number: "1",
        text: "On Croeso today",
        children: [{ type: "text", value: "On " }, welsh, { type: "text", value: " today" }],
      },
    ],
  };
  const bytes = await docxOf(
    documentOf([
      contents,
      { type: "heading", level: 1, id: "h", number: "1", children: [text("Title")], inContents: true },
      paragraph("Words."),
    ]),
    new Map([["h", 1]]),
  );
  const [entry = ""] = /<w:hyperlink[\s\S]*?<\/w:hyperlink>/.exec(documentXml(bytes)) ?? [];
  const runs = [...entry.matchAll(/<w:r>([\s\S]*?)<\/w:r>/g)].flatMap(([, run = ""]) => {
    const [, words] = /<w:t[^>]*>([^<]*)</.exec(run) ?? [];
    const [, language = ""] = /<w:lang w:val="([^"]*)"/.exec(run) ?? [];
    return words === undefined ? [] : [`${language}|${words}`];
  });
  expect(runs).toEqual([
    look === "list" ? "|1" : "|1\u2002",
    "|On ",
    "cy|Croeso",
    "| today",
    ...(look === "list" ? ["|1"] : []),
  ]);
});
