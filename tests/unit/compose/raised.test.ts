// Findings that need a particular story: each code with the text that is to blame.
import { expect, test } from "vitest";
import { composed, type Story } from "./small.ts";

const body = "# One\n\nText\n";
const figures =
  "figures:\n  pool: { value: 99.4, unit: £m }\n  share: { value: 5% }\n  heads: { value: 12, unit: people }\n";
const table = (type: string, cell: string) =>
  `tables:\n  t:\n    title: T\n    columns: { name: text, mark: ${type} }\n    rows:\n      - { name: A, mark: ${cell} }\n`;

const stories: Readonly<Record<string, readonly [Story, readonly string[]]>> = {
  "a rounding word that is not true": [
    { body: '# One\n\n{{money pool as="£m" places=0 word=under}}\n', data: figures },
    ['figure/rounding-word: {{money pool as="£m" places=0 word=under}}'],
  ],
  "an amount as a percentage": [
    { body: "# One\n\n{{percent pool}}\n", data: figures },
    ["figure/format-unit: {{percent pool}}"],
  ],
  "places that are none": [
    { body: "# One\n\n{{money pool places=two}}\n", data: figures },
    ["document/bad-attribute: places=two"],
  ],
  "a sum with words in it": [
    {
      body,
      data: "figures:\n  late: { value: = r.payback + 1 }\nappraisals:\n  r:\n    title: R\n    benefits: { 2014/15: 5 }\n    costs: { 2014/15: 1 }\n    rate: { rate: 5%, reason: House rate }\n",
    },
    ["figure/not-a-number: r.payback"],
  ],
  "a tick that is none": [{ body, data: table("tick", "perhaps") }, ["table/not-a-tick: perhaps"]],
  "a date that is none": [{ body, data: table("date", "soon") }, ["table/not-a-date: soon"]],
  "a year that is none": [{ body, data: table("year", "2014/16") }, ["table/not-a-year: 2014/16"]],
  "a rating that no band has": [{ body, data: table("rating", "Purple") }, ["table/unknown-rating: Purple"]],
  "a theme that does not exist": [
    {
      body,
      files: {
        "templates/houses/plain/profile.yaml":
          "name: Plain\ntheme: councl\nheadings: { default: [{ pattern: '%1' }] }\nversion-history: { title: V, columns: [{ column: version, label: V }] }\napprovals: { title: A, columns: [{ column: date, label: D }] }\ntitle-block: { columns: '2' }\ndates: { full: 28 January 2014, table: 28/01/2014 }\n",
      },
    },
    ["register/unknown-theme: councl"],
  ],
  "front matter in a part": [
    { body, files: { "content/test/paper/20-more.md": "---\ntitle: x\n---\n\nWords\n\n## Two\n\nWords\n" } },
    ["yaml/part-front-matter: ---", "markdown/unsupported: ---"],
  ],
  "lists in lists without end": [{ body: `# One\n\n${"> ".repeat(150)}deep\n` }, ["markdown/too-deep: >"]],
  "a link by a name that nothing has": [
    { body: "# One\n\nSee [the plan][plan].\n" },
    ["markdown/link-undefined: [the plan][plan]"],
  ],
  "a reference to what has neither number nor title": [
    { body: "# One\n\n::list{#log of=a}\n\nSee [](#log).\n", data: "lists:\n  a: [One]\n" },
    ["document/reference-without-words: [](#log)"],
  ],
  "a picture that is none": [
    {
      body: '# One\n\n::image[Map]{src=images/map.png alt="A map"}\n',
      binaries: { "content/test/images/map.png": new Uint8Array([1, 2, 3]) },
    },
    ['document/bad-picture: ::image[Map]{src=images/map.png alt="A map"}'],
  ],
  "a section that is recommended": [
    { body, template: '{{sections}}\n{{needs "vision" recommended=true}}\n' },
    ["template/recommended-section: ---"],
  ],
  "a table that a template requires": [
    { body, template: '{{sections}}\n{{needs "funding" tables=true}}\n' },
    ["template/missing-table: ---"],
  ],
  "a table that the data make and nothing prints": [
    {
      body,
      template: '{{sections}}\n{{#if has.figures}}{{needs "table" tables=true recommended=true}}{{/if}}\n',
      data: "figures: { one: { value: 1 } }\n",
    },
    ["template/recommended-table: ---"],
  ],
  "a table that a template requires and the text places": [
    {
      body: "# One\n\n::table{of=t}\n",
      template: '{{sections}}\n{{needs "table" tables=true}}\n',
      data: "tables:\n  t: { title: T, columns: { a: £ }, rows: [{ id: x, a: 1 }] }\n",
    },
    [],
  ],
  "a register that a template requires": [
    { body, template: "{{risks required=true}}\n{{sections}}\n" },
    ["template/missing-register: ---"],
  ],
  "a helper without its name": [
    { body, template: "{{section}}\n{{sections}}\n" },
    ["template/bad-argument: {{section}}"],
  ],
  "a partial that places itself": [
    { body, template: "{{> a}}\n{{sections}}\n", partials: { a: "{{> b}}\n", b: "{{> a}}\n" } },
    ["template/partial-cycle: {{> a}}"],
  ],
  "a prompt under another title": [
    { body: "# Aims {#1}\n\nText\n", template: '{{#prompt "1" title="Vision" level=1}}Say.{{/prompt}}\n' },
    ["template/prompt-title: # Aims {#1}"],
  ],
  "a prompt that goes on under nothing": [
    { body: "# Aims {#1}\n\nText\n", template: '{{#prompt "1"}}Say.{{/prompt}}\n' },
    ['document/answer-before-prompt: {{#prompt "1"}}Say.{{/prompt}}', "template/unplaced-section: # Aims {#1}"],
  ],
  "an attribute given twice": [
    { body: "# One\n\n::table[T]{#a of=t of='t' id=a}\n", data: table("tick", "yes") },
    ["markdown/repeated-attribute: of='t'", "markdown/repeated-attribute: id=a"],
  ],
  "text above the first chapter, which is checked all the same": [
    { body: `{{money poool}}\n\n${body}`, data: figures },
    ["document/text-before-sections: {{money poool}}", "document/unknown-figure: poool"],
  ],
};

test.each(Object.entries(stories))("%s", (_name, [story, expected]) => {
  expect(composed(story).found).toEqual(expected);
});
