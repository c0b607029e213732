import { describe, expect, test } from "vitest";
import { composed, type Story } from "./small.ts";

const printed: Readonly<Record<string, readonly [string | Story, string]>> = {
  "running text": [
    "A *b* **c** `d` <https://x.org> [e](mailto:a@b.org)\\\nnext",
    "paragraph A *b* **c** `d` [https://x.org](https://x.org) [e](mailto:a@b.org) / next",
  ],
  "curly quotes look at what stands before, whatever its looks": [
    `"a" *"b"* it's '90s ("c") -- d... e`,
    "paragraph “a” *“b”* it’s ’90s (“c”) – d… e",
  ],
  "numbers stay with their units, and negatives have a minus sign": [
    "over 5 days at -3 and 06-07",
    "paragraph over 5⍽days at −3 and 06-07",
  ],
  "nested lists and ticks": [
    "- a\n  - b\n- [x] c\n- [ ] d",
    "list bullet\n  •\n    paragraph a\n    list bullet\n      –\n        paragraph b\n  •\n    paragraph <checked-box: done>⍽c\n  •\n    paragraph <box: to do>⍽d",
  ],
  "a list that goes on, past one inside another": [
    "1. a\n2. b\n   1. x\n\n:::list{continue}\n1. c\n:::",
    "list decimal\n  1.\n    paragraph a\n  2.\n    paragraph b\n    list decimal\n      1.\n        paragraph x\nlist decimal\n  3.\n    paragraph c",
  ],
  "list styles": [
    ":::list{style=Roman}\n1. a\n2. b\n:::",
    "list upper-roman\n  I.\n    paragraph a\n  II.\n    paragraph b",
  ],
  definitions: ["Term\n: Meaning", "definitions\n  Term\n    paragraph Meaning"],
  "a quote with its author": ["> Words\n> -- Someone", "quote\n  paragraph Words\n  — Someone"],
  "a quote whose author is a paragraph": [
    "> Words\n>\n> — *Someone*, 2013",
    "quote\n  paragraph Words\n  — *Someone*, 2013",
  ],
  "a plain table": [
    "| A | B |\n|---|--:|\n| *x* | 1 |",
    "table ruled\n  columns c1 (header) | c2 (right)\n  header | A | B\n  body | *x* | 1",
  ],
  "a plain table whose first cells name no rows": [
    "| A | B |\n|---|---|\n| x | 1 |\n| x | 2 |\n\n| A | B |\n|---|---|\n| | 1 |",
    "table ruled\n  columns c1 | c2\n  header | A | B\n  body | x | 1\n  body | x | 2\ntable ruled\n  columns c1 | c2\n  header | A | B\n  body |  | 1",
  ],
  "words in another language": [
    ":words[Croeso *i* Gymru]{lang=cy}, and 'mot' is :words['mot']{lang=fr-CA}",
    "paragraph <cy: Croeso *i* Gymru>, and ‘mot’ is <fr-CA: ‘mot’>",
  ],
  "a callout and a statement": [
    ':::callout[Note]\nText\n:::\n\n:::statement{topic="Carers"}\nWords\n:::',
    "callout Note\n  paragraph Text\ncard Carers\n  paragraph Words",
  ],
  "figures in prose": [
    {
      body: '{{money pool as="£m" word=about}}, {{percent pool of=all}}, {{number all}}, {{count projects as=words}}',
      data: pools(),
    },
    "paragraph {about £11.1m}, {50%}, {22,200,000}, {one}",
  ],
  "names and dates": [
    "{{name organisations.pcc form=short}}, {{name people.pm}}, {{name programme}}, {{date document.date style=month}}, {{date 2014-03-05}}",
    "paragraph {PCC}, {Pat Moss}, {Test programme}, {January 2014}, {5 March 2014}",
  ],
  "abbreviations are written out once": [
    ":term[TUPE] and :term[TUPE]",
    "paragraph Transfer of Undertakings Regulations (TUPE) and TUPE",
  ],
  "an entry is linked only where the register is printed": [
    { body: ":risk[R1] {{rating risks.R1}}", data: "risks: { R1: { title: Costs, likelihood: 3, impact: 4 } }\n" },
    "paragraph R1 <Amber: amber>",
  ],
  "footnotes are numbered in reading order": [
    "a[^x] b[^y] c[^x]\n\n[^y]: second\n\n[^x]: first",
    "paragraph a[^1] b[^2] c[^1]",
  ],
  "a shared block, its headings below the present one": [
    {
      body: "## Two\n\n::include{part=shared/aims}",
      files: { "content/test/shared/aims.md": "# Aims\n\nWords\n\n## More\n\nWords\n" },
    },
    "heading 2 #two [1.1] Two\nheading 3 #aims [1.1.1] Aims\nparagraph Words\nheading 4 #more More\nparagraph Words",
  ],
};

function pools(): string {
  return "figures:\n  pool: { value: 11100000, unit: £ }\n  all: { value: 22200000, unit: £ }\n";
}

describe("Markdown to blocks", () => {
  test.each(Object.entries(printed))("%s", (_, [given, expected]) => {
    const story = typeof given === "string" ? { body: given } : given;
    const { text, found } = composed({ ...story, body: `# One\n\n${story.body}` });
    expect(found).toEqual([]);
    expect(text).toBe(`heading 1 #one [1] One\n${expected}`);
  });

  test("footnotes stand in the order of their numbers", () => {
    const { document } = composed({ body: "# One\n\na[^x] b[^y]\n\n[^y]: second\n\n[^x]: first[^z]\n\n[^z]: third" });
    expect(document.footnotes.map((note) => [note.number, note.id])).toEqual([
      [1, "footnote-1"],
      [2, "footnote-2"],
      [3, "footnote-3"],
    ]);
  });

  test("landscape text has pages of its own", () => {
    const { document } = composed({ body: "# One\n\na\n\n:::landscape\nb\n:::\n\nc" });
    expect(document.sections.map((s) => s.orientation)).toEqual(["portrait", "landscape", "portrait"]);
  });

  test("an exempt document may hold exempt text", () => {
    const body = '# One\n\n:::exempt{paragraph=3 reason="Bidders"}\nSecret\n:::';
    const { text } = composed({ body: body.replace("# One", "# One"), front: "" });
    expect(text).toContain("Secret");
  });
});
