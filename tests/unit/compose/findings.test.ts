import { expect, test } from "vitest";
import { composed, type Story } from "./small.ts";

const wrong: Readonly<Record<string, readonly [string | Story, readonly string[]]>> = {
  "unknown directives of each form": [
    "::tabel{of=x}\n\n:::calout\nx\n:::\n\n:rick[R1]",
    [
      "document/unknown-directive: ::tabel{of=x}",
      "document/unknown-directive: :::calout",
      "document/unknown-directive: :rick[R1]",
    ],
  ],
  "a directive in the wrong form": ["::callout[x]", ["document/wrong-form: ::callout[x]"]],
  "unknown attributes": [":::statement{topik=x}\nx\n:::", ["document/unknown-attribute: :::statement{topik=x}"]],
  "an unknown figure": ["{{money pool}}", ["document/unknown-figure: pool"]],
  "an unknown format": ["{{cash pool}}", ["document/unknown-expression: cash"]],
  "a figure that computes": ["{{money (sum a b)}}", ["document/expression-syntax: {{money (sum a b)}}"]],
  "an argument that no format has": ["{{count projects az=words}}", ["document/unknown-attribute: az=words"]],
  "an unknown entry": [":risk[R9]", ["document/unknown-entry: :risk[R9]"]],
  "a reference to nothing": ["[](#nowhere)", ["document/unknown-reference: [](#nowhere)"]],
  "an id given twice": ["## A {#x}\n\n## B {#x}", ["document/duplicate-id: ## B {#x}"]],
  "a level left out": ["### Deep\n\nWords", ["document/heading-skips: ### Deep"]],
  "sections without a word": [
    "Words\n\n## Two\n\n### Deep\n\n### Full\n\nWords\n\n## Three\n\n<!-- later -->\n\n## Four\n\n- words\n\n## Five",
    ["document/empty-section: ### Deep", "document/empty-section: ## Three", "document/empty-section: ## Five"],
  ],
  "words in no language": [":words[Bonjour]", ["document/missing-attribute: :words[Bonjour]"]],
  "words in what is no language": [
    ":words[Bonjour]{lang=French_}",
    ["document/bad-attribute: :words[Bonjour]{lang=French_}"],
  ],
  "a heading inside a quote": ["> ## No", ["document/heading-inside: ## No"]],
  "a link into the repository": ["[x](other.md)", ["document/bad-link: [x](other.md)"]],
  "an unknown shared block": ["::include{part=shared/aims}", ["document/unknown-part: ::include{part=shared/aims}"]],
  "a shared block that places itself": [
    {
      body: "::include{part=shared/a}",
      files: {
        "content/test/shared/a.md": "::include{part=shared/b}\n",
        "content/test/shared/b.md": "::include{part=shared/a}\n",
      },
    },
    ["document/include-cycle: ::include{part=shared/a}"],
  ],
  "exempt text in a public document": [
    ':::exempt{paragraph=3 reason="Bidders"}\nx\n:::',
    ['document/exempt-block: :::exempt{paragraph=3 reason="Bidders"}'],
  ],
  "an exempt block without its ground": [
    ":::exempt\nx\n:::",
    ["document/exempt-block: :::exempt", "document/exempt-paragraph: :::exempt"],
  ],
  "a landscape page inside a callout": ["::::callout\n:::landscape\nx\n:::\n::::", ["document/not-here: :::landscape"]],
  "a picture that is not there, without words": [
    "::image{src=images/x.png}",
    [
      "document/missing-attribute: ::image{src=images/x.png}",
      "document/no-alt: ::image{src=images/x.png}",
      "document/no-picture: ::image{src=images/x.png}",
    ],
  ],
};

test.each(Object.entries(wrong))("%s", (_, [given, expected]) => {
  const story = typeof given === "string" ? { body: given } : given;
  const { found } = composed({ ...story, body: `# One\n\n${story.body}` });
  expect(found).toEqual(expected);
});

test("text above the first heading is reported once", () => {
  expect(composed({ body: "Lost\n\nToo\n\n# One\n" }).found).toEqual(["document/text-before-sections: Lost"]);
});

test("the nearest name is offered", () => {
  const { diagnostics } = composed({ body: "# One\n\n## Spending {#spending}\n\n[](#spendin)\n" });
  expect(diagnostics.map((d) => d.help)).toEqual(['did you mean "spending"?']);
});

test("a reference to something that could not be made is silent", () => {
  const { found } = composed({ body: "# One\n\n::table{#t of=nothing}\n\n[](#t)\n" });
  expect(found).toHaveLength(1);
});
