import fc from "fast-check";
import { expect, test } from "vitest";
import { printDocument } from "../../src/document/print.ts";
import { runs } from "../support/runs.ts";
import { composed } from "../unit/compose/small.ts";

const words = fc.constantFrom(
  "# One {#a}",
  "## Two",
  "#### Deep {.run-in}",
  "text *and **more***",
  "> quote\n> -- someone",
  "- item\n  - nested",
  "3. third\n4. fourth",
  ":::list{continue style=alpha}\n1. x\n:::",
  ":::landscape",
  ":::appendix[More]{#b}",
  ":::exempt{paragraph=9}",
  ":::",
  "::include{part=shared/a}",
  "::table[T]{of=x}",
  "::risks{columns=id}",
  "::image[P]{src=x.png width=0%}",
  "| a | b |\n|---|---|\n| 1 |",
  "Term\n: Meaning",
  "[^n]: note[^n]",
  "x[^n] y[^m]",
  "{{money x}} {{ {{count risks}}",
  "[](#a) [](#nothing) [x](javascript:x)",
  ":risk[R1] :term[TUPE] :ref[]",
  "<b>html</b> <!-- c -->",
  "```\ncode\n```",
  "---",
);
const markdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.string({ maxLength: 40 }) }), {
    maxLength: 12,
  })
  .map((parts) => parts.join("\n\n"));

test("no Markdown makes composing throw, and the tree survives JSON", () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { document } = composed({ body, files: { "content/test/shared/a.md": body } });
      expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      printDocument(document);
    }),
    { numRuns: runs(80) },
  );
});

test("no template makes composing throw", () => {
  const pieces = fc.constantFrom(
    "{{sections}}",
    '{{section "one"}}',
    "{{#if is.draft}}",
    "{{/if}}",
    "{{#each projects}}",
    "{{/each}}",
    "{{this.id}}",
    "{{document.title}}",
    "{{contents of='tables'}}",
    "{{> x}}",
    "{{#prompt '1'}}",
    "{{/prompt}}",
    "{{#landscape}}",
    "{{/landscape}}",
    "{{risks}}",
    "{{__proto__}}",
    "- ",
    "# ",
    "{{else}}",
    "\n\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      composed({ body: "# One\n\nText\n", template: parts.join(""), partials: { x: "{{> x}} words" } });
    }),
    { numRuns: runs(80) },
  );
});
