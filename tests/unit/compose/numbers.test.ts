import { expect, test } from "vitest";
import { referenceWords } from "../../../src/compose/scheme.ts";
import { counter } from "../../../src/document/counting.ts";
import { composed } from "./small.ts";

const headings = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("heading"))
    .map((line) => line.replace(/^heading /, ""));

test("decimal headings, with what stands under an unnumbered one left alone", () => {
  const body = "# A\n\n## B\n\n### C\n\n## D {.run-in}\n\n# E {.unnumbered}\n\n## F\n\n# G\n\n## H\n";
  expect(headings(composed({ body }).text)).toEqual([
    "1 #a [1] A",
    "2 #b [1.1] B",
    "3 #c [1.1.1] C",
    "2 #d D (run-in)",
    "1 #e E",
    "2 #f F",
    "1 #g [2] G",
    "2 #h [2.1] H",
  ]);
});

test("appendices have letters, and sections of their own", () => {
  const body = "# A\n\n[](#more) [](#inner)\n\n:::appendix[More]{#more}\n## Inner\n:::\n\n:::appendix[Last]\nx\n:::\n";
  const { text, document } = composed({ body });
  expect(headings(text)).toEqual([
    "1 #a [1] A",
    "1 #more [Appendix A] More (own-number)",
    "2 #inner [A.1] Inner (own-number)",
    "1 #appendix-last [Appendix B] Last (own-number)",
  ]);
  expect(text).toContain("[Appendix⍽A](#more) [Section⍽A.1](#inner)");
  expect(document.sections.map((s) => s.role)).toEqual(["body", "appendix", "appendix"]);
});

test("a form's numbers", () => {
  const scheme = 'headings: { default: [{ pattern: "%1)" }, { pattern: "%2)", style: lower-alpha }] }';
  const { text } = composed({ body: "# A\n\n## B\n\n## C\n\n# D\n\n## E\n\n[](#c)", headings: scheme });
  expect(headings(text)).toEqual(["1 #a [1)] A", "2 #b [a)] B", "2 #c [b)] C", "1 #d [2)] D", "2 #e [a)] E"]);
  expect(text).toContain("[Section⍽1b](#c)");
});

test("a section with a pattern of its own", () => {
  const template =
    '{{section "b" numbered="SECTION %1 –" divider=true}}\n{{section "a" numbered="SECTION %1 –"}}\n{{sections}}\n';
  const { text } = composed({ body: "# A\n\n[](#b)\n\n# B\n\n# C\n", template });
  expect(headings(text)).toEqual([
    "1 #b [SECTION 1 –] B (divider, own-number, break)",
    "1 #a [SECTION 2 –] A (own-number)",
    "1 #c [1] C",
  ]);
  expect(text).toContain("[Section⍽1](#b)");
});

test("the same words twice make two ids, the one an author gives is kept", () => {
  const { text } = composed({ body: "# Scope\n\n## Scope\n\n## Other {#scope-3}\n\n### Scope\n" });
  expect(headings(text).map((h) => h.split(" ")[1])).toEqual(["#scope", "#scope-2", "#scope-3", "#scope-4"]);
});

test("contents list what stands in the body, to their depth", () => {
  const { document } = composed({
    body: "# A\n\n## B\n\n### C\n\n:::appendix[D]\nx\n:::\n",
    template: "# Front\n\n{{contents depth=2}}\n{{sections}}\n{{appendices}}\n",
  });
  const contents = document.sections.flatMap((s) => s.blocks).find((b) => b.type === "contents");
  expect(contents?.type === "contents" ? contents.entries.map((e) => [e.level, e.number, e.text]) : []).toEqual([
    [1, "1", "A"],
    [2, "1.1", "B"],
    [1, "Appendix A", "D"],
  ]);
});

test("contents repeat titles and captions without their looks, in their languages", () => {
  const { document } = composed({
    body: "# On *the* :words[iaith *Cymru*]{lang=cy} now\n\n## Plain **words**\n\nx\n",
    template: "# Front\n\n{{contents depth=2}}\n{{sections}}\n",
  });
  const contents = document.sections.flatMap((s) => s.blocks).find((b) => b.type === "contents");
  expect(contents?.type === "contents" ? contents.entries.map((e) => [e.text, e.children]) : []).toEqual([
    [
      "On the iaith Cymru now",
      [
        { type: "text", value: "On the " },
        { type: "foreign", language: "cy", children: [{ type: "text", value: "iaith Cymru" }] },
        { type: "text", value: " now" },
      ],
    ],
    ["Plain words", undefined],
  ]);
});

test("a list of figures is left out of a document that has none", () => {
  const { document } = composed({
    body: "# One\n\nWords.\n",
    template: '# Front\n\n{{contents}}\n{{contents of="exhibits"}}\n{{sections}}\n',
  });
  const contents = document.sections.flatMap((s) => s.blocks).filter((b) => b.type === "contents");
  expect(contents.map((b) => b.type === "contents" && b.of)).toEqual(["headings"]);
});

test.each([
  ["decimal", 12, "12"],
  ["lower-alpha", 27, "aa"],
  ["upper-alpha", 2, "B"],
  ["lower-roman", 1994, "mcmxciv"],
  ["upper-roman", 0, "0"],
] as const)("%s %d is %s", (style, value, expected) => {
  expect(counter(style, value)).toBe(expected);
});

test.each([
  ["3.1", "", "Section⍽3.1"],
  ["a)", "2", "Section⍽2a"],
  ["SECTION 2 –", "", "Section⍽2"],
  ["Appendix B", "", "Appendix⍽B"],
])("%s is called %s%s", (number, above, expected) => {
  expect(referenceWords(number, above).replace("\u00a0", "⍽")).toBe(expected);
});
