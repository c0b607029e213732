import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Document } from "../../src/document/document.ts";
import { stableIds } from "../../src/document/ids.ts";
import { documents } from "../support/generate.ts";
import { paragraph } from "../support/nodes.ts";
import { runs } from "../support/runs.ts";

/** No generated words hold these. */
const stranger: Block = paragraph("Zymurgy quixotically vexes jabbering walruses.");

function withAbove(document: Document): Document {
  const [first, ...rest] = document.sections;
  if (!first) return document;
  return { ...document, sections: [{ ...first, blocks: [stranger, ...first.blocks] }, ...rest] };
}

test("names are unique, of at most 40 letters and digits, and those of a copy are the same", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const names = [...stableIds(document).values()];
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^_fc[sg][a-z0-9]{1,36}$/);
      expect([...stableIds(structuredClone(document)).values()]).toEqual(names);
    }),
    { numRuns: runs(100) },
  );
});

test("a paragraph above changes no other name", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const before = stableIds(document);
      const after = stableIds(withAbove(document));
      for (const [node, name] of before) expect(after.get(node)).toBe(name);
    }),
    { numRuns: runs(100) },
  );
});
