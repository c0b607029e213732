import fc from "fast-check";
import { expect, test } from "vitest";
import { changedSections, sameForReader } from "../../src/diff/affected.ts";
import { compare, isEmpty } from "../../src/diff/compare.ts";
import { describeMarkdown, mostCharacters } from "../../src/diff/describe-markdown.ts";
import { describeText } from "../../src/diff/describe-text.ts";
import { describe } from "../../src/diff/description.ts";
import { apply, hunks } from "../../src/diff/hunks.ts";
import { match } from "../../src/diff/match.ts";
import { readSections } from "../../src/diff/reading.ts";
import type { Block, Document } from "../../src/document/document.ts";
import { documents } from "../support/generate.ts";
import { runs } from "../support/runs.ts";

/** A document and a later state of it: blocks left out, put elsewhere or taken from another, so that much stays. */
const pairs: fc.Arbitrary<readonly [Document, Document]> = fc
  .tuple(
    documents,
    documents,
    fc.array(fc.tuple(fc.constantFrom("drop", "take", "move"), fc.nat(), fc.nat()), { maxLength: 4 }),
  )
  .map(([before, other, edits]) => [before, edited(before, other, edits)]);

function edited(
  document: Document,
  other: Document,
  edits: readonly (readonly ["drop" | "take" | "move", number, number])[],
): Document {
  const foreign = other.sections.flatMap((s) => s.blocks);
  const sections = document.sections.map((section, n) => {
    const blocks: Block[] = [...section.blocks];
    for (const [edit, from, to] of edits) {
      if (from % document.sections.length !== n || blocks.length === 0) continue;
      const at = to % blocks.length;
      if (edit === "drop") blocks.splice(at, 1);
      if (edit === "take") blocks.splice(at, 0, foreign[from % foreign.length] ?? { type: "page-break" });
      if (edit === "move") blocks.splice(at, 0, ...blocks.splice(from % blocks.length, 1));
    }
    return { ...section, blocks };
  });
  return { ...document, sections };
}

const copy = (document: Document): Document => JSON.parse(JSON.stringify(document));

test("a document and itself do not differ, wherever it came from", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const moved = copy(document);
      const placed = JSON.parse(
        JSON.stringify(moved).replaceAll(
          '{"type":"paragraph"',
          '{"origin":{"file":"a.md","start":1,"end":2},"type":"paragraph"',
        ),
      );
      expect(isEmpty(compare(document, placed))).toBe(true);
    }),
    { numRuns: runs(50) },
  );
});

test("no chapter has changed just where a reader finds the same text, and each that has is told section by section", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changed = changedSections(before, after);
      expect(changed.length === 0).toBe(sameForReader(before, after));
      expect(compare(before, after).sections.length > 0).toBe(changed.length > 0);
    }),
    { numRuns: runs(100) },
  );
});

test("the other way round, the words that went are the words that come", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const amounts = (a: Document, b: Document) => {
        const { sections } = compare(a, b);
        const sum = (which: "wordsIn" | "wordsOut") => sections.reduce((total, s) => total + s[which], 0);
        return { in: sum("wordsIn"), out: sum("wordsOut") };
      };
      const there = amounts(before, after);
      expect(amounts(after, before)).toEqual({ in: there.out, out: there.in });
    }),
    { numRuns: runs(100) },
  );
});

test("the hunks of a section make its later words of its earlier ones", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const [earlier, later] = [readSections(before), readSections(after)];
      for (const [b, a] of match(earlier, later)) {
        const [from, to] = [earlier[b]?.words ?? [], later[a]?.words ?? []];
        expect(apply(from, hunks(from, to))).toEqual(to);
      }
    }),
    { numRuns: runs(100) },
  );
});

test("a comment is below its size, and no author's word is a mark in it", () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 900, max: 6000 }), ([before, after], limit) => {
      const described = describe(compare(before, after), () => "content/a.md:1");
      expect(describeMarkdown(described, limit).length).toBeLessThanOrEqual(limit);
      const whole = describeMarkdown(described);
      expect(whole.length).toBeLessThan(mostCharacters);
      expect(whole.replace(/<\/?(?:details|summary|b|i|del|ins)>|<!-- fivecase:diff:[\w/.-]+ -->/g, "")).not.toMatch(
        /(?<!\\)<(?!!)/,
      );
      expect(describeText(described)).toContain(described.verdict.text);
    }),
    { numRuns: runs(50) },
  );
});
