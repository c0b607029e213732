import { expect, test } from "vitest";
import { composed } from "./small.ts";

const body = "# One\n\nText\n\n# Two\n\nMore\n";

const wrong: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "an unknown name, in a branch that is not taken": [
    "{{#if is.approved}}{{document.titel}}{{/if}}{{sections}}",
    ["template/unknown-name: document.titel"],
  ],
  "an unknown helper": ['{{sektion "one"}}{{sections}}', ["template/unknown-helper: sektion"]],
  "an unknown argument": ["{{sections requird=true}}", ["template/unknown-argument: requird=true"]],
  "a bare word where a text is meant": ["{{section one}}{{sections}}", ["template/unknown-name: one"]],
  "an expression in brackets": [
    '{{section (lookup document "title")}}{{sections}}',
    ['template/not-allowed: (lookup document "title")'],
  ],
  "what objects have by birth": [
    "{{document.constructor}}{{sections}}",
    ["template/unknown-name: document.constructor"],
  ],
  "an unknown partial": ["{{> nothing}}{{sections}}", ["template/unknown-partial: {{> nothing}}"]],
  "a list that is none": ["{{#each document}}x{{/each}}{{sections}}", ["template/unknown-name: document"]],
  "a name of the whole inside each": [
    "{{#each projects}}{{document.title}}{{/each}}{{sections}}",
    ["template/unknown-name: document.title"],
  ],
  "a view that does not exist": ['{{view "riskz"}}{{sections}}', ['template/unknown-helper: "riskz"']],
  "what stops making sense": ["x\n{{#if is.draft}}\n", ["template/syntax: "]],
};

test.each(Object.entries(wrong))("%s", (_, [template, expected]) => {
  expect(composed({ body, template }).found).toEqual(expected);
});

test("a value can never become markup", () => {
  const story = { body, template: "# {{programme.name}}\n\n- {{document.title}}\n\n{{sections}}\n" };
  const { document } = composed({
    ...story,
    front: "subtitle: '# *x* | y'\n",
    template: `${story.template}\n{{document.subtitle}}\n`,
  });
  const words = JSON.stringify(document.sections);
  expect(words).toContain('"text":"# *x* | y"');
});

test("sections take their places, and the rest follows in source order", () => {
  const { text } = composed({ body: `${body}\n# Three\n`, template: '{{section "two"}}\n{{sections}}\n' });
  expect(text.split("\n").filter((line) => line.startsWith("heading"))).toEqual([
    "heading 1 #two [1] Two",
    "heading 1 #one [2] One",
    "heading 1 #three [3] Three",
  ]);
});

test("a chapter that nothing places is reported and kept", () => {
  const { text, found } = composed({ body, template: '{{section "two"}}\n' });
  expect(found).toEqual(["template/unplaced-section: # One"]);
  expect(text).toContain("heading 1 #one");
});

test("what a template needs is reported at the opening of the front matter", () => {
  const template = '{{section "summary" required=true}}{{sections required="one three"}}{{needs "two four"}}';
  expect(composed({ body, template }).found).toEqual([
    "template/missing-section: ---",
    "template/missing-section: ---",
    "template/missing-section: ---",
  ]);
});

test("a reason stands where the section would", () => {
  const { text, found } = composed({
    body,
    house: "omit-cases: true\n",
    front: "omits: { three: Nothing to say yet, four: Later }\n",
    template: '{{sections required="one three two"}}{{needs "four"}}',
  });
  expect(found).toEqual([]);
  expect(text).toBe(
    [
      "heading 1 #one [1] One",
      "paragraph Text",
      "heading 1 #three [2] Three",
      "paragraph Nothing to say yet",
      "heading 1 #two [3] Two",
      "paragraph More",
      "callout Left out",
      "  definitions",
      "    Four",
      "      paragraph Later",
    ].join("\n"),
  );
});

test.each([
  ["omits: { one: x }\n", "omit-cases: true\n", ["template/omitted-but-present: one"]],
  ["omits: { onne: x }\n", "omit-cases: true\n", ["template/unknown-omission: onne"]],
  ["omits: { three: x }\n", "", ["template/omission-not-allowed: three"]],
])("%s in a house that says %s", (front, house, expected) => {
  expect(composed({ body, front, house, template: '{{sections required="one three"}}' }).found).toEqual(
    expect.arrayContaining(expected),
  );
});

test("a prompt keeps the form's words apart from the answer", () => {
  const template =
    '{{body}}\n# Plan\n\n{{#prompt "1a" title="Aims"}}\nSay what you want.\n\n- First?\n{{/prompt}}\n{{#prompt "1b"}}\nAnd why.\n{{/prompt}}\n';
  const { text, found } = composed({
    body: "# Aims {#1a}\n\nAll of it.\n\n## More\n\nYes\n\n# Why {#1b}\n\nBecause.\n",
    template,
  });
  expect(found).toEqual([]);
  expect(text.split("\n")).toEqual([
    "heading 1 #plan [1] Plan",
    "heading 2 #1a [1.1] Aims",
    "prompt",
    "  paragraph Say what you want.",
    "  list bullet",
    "    •",
    "      paragraph First?",
    "answer to #1a",
    "  paragraph All of it.",
    "  heading 3 #more More",
    "  paragraph Yes",
    "prompt",
    "  paragraph And why.",
    "answer to #1a",
    "  paragraph Because.",
  ]);
});

test("partials, projects and formats", () => {
  const template =
    "{{body}}\n{{> top}}\n{{#each projects}}\n- {{this.name}}\n{{/each}}\n\n{{money pool}}\n\n{{sections}}\n";
  const { text, found } = composed({
    body: "# One\n\nWords\n",
    template,
    partials: { top: "Top of {{document.title}}\n" },
    data: "figures: { pool: { value: 5, unit: £ } }\n",
  });
  expect(found).toEqual([]);
  expect(text.split("\n").slice(0, 6)).toEqual([
    "paragraph Top of {A paper}",
    "list bullet",
    "  •",
    "    paragraph {Project one}",
    "paragraph {£5}",
    "heading 1 #one [1] One",
  ]);
});
