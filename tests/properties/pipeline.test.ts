// Laws of the whole line: whatever stands in the sources, there are findings with places, never an exception.
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { printDocument } from "../../src/document/print.ts";
import { document, programme } from "../../src/pipeline.ts";
import type { Source } from "../../src/source.ts";
import { readProgramme } from "../../src/workspace/read.ts";
import type { Sources } from "../../src/workspace/sources.ts";
import { runs } from "../support/runs.ts";
import { discard, stageCase } from "../support/workspace.ts";

const cases = join(import.meta.dirname, "../cases");
const small = ["lists-notes-and-containers", "a-table-with-totals-and-a-rounding-note", "stated-figures"];
const roots = await Promise.all(small.map((name) => stageCase(join(cases, name))));
afterAll(() => Promise.all(roots.map(discard)));

/** Small cases on a laptop; the whole examples too where laws are tried many times. */
const examples = await Promise.all([
  ...roots.map((root) => readProgramme(root, "case", "templates")),
  ...(runs(1) > 1 ? ["wirral", "plymouth"].map((id) => readProgramme(process.cwd(), id, "templates")) : []),
]);

/** A cut, a repeat, a foreign text or a swap somewhere in one file. */
const scar = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 60 }),
  text: fc.oneof(
    fc.constantFrom(
      "",
      "\t",
      "\n",
      "{{",
      "}}",
      ":::",
      "::table{of=}",
      "---\n",
      "&a *a",
      "= 1 / 0",
      "[^x]",
      "|",
      "\u0000",
      "\ue000",
      "\ud800",
      "  - {",
      "]",
      "'",
    ),
    fc.string({ maxLength: 12, unit: "grapheme" }),
  ),
});

function scarred(
  sources: Sources,
  scars: readonly { file: number; at: number; length: number; text: string }[],
): Sources {
  const files = new Map(sources.files);
  const paths = [...files.keys()].filter((p) => !p.startsWith("templates/")).sort();
  for (const s of scars) {
    const path = paths[s.file % paths.length] ?? "";
    const source: Source | undefined = files.get(path);
    if (!source) continue;
    const at = s.at % (source.text.length + 1);
    files.set(path, { file: path, text: source.text.slice(0, at) + s.text + source.text.slice(at + s.length) });
  }
  return { ...sources, files };
}

test("no damage to a source makes the program throw, and every finding lies inside its file", () => {
  fc.assert(
    fc.property(fc.nat(examples.length - 1), fc.array(scar, { minLength: 1, maxLength: 3 }), (which, scars) => {
      const example = examples[which];
      if (!example) return;
      const sources = scarred(example.value, scars);
      const model = programme(sources);
      const results = [...(model.value?.documents.keys() ?? [])].map((id) =>
        model.value ? document(model.value, id) : undefined,
      );
      for (const d of [...model.diagnostics, ...results.flatMap((r) => r?.diagnostics ?? [])]) {
        const length = d.span ? (sources.files.get(d.span.file)?.text.length ?? 0) : 0;
        if (d.span) expect(d.span.end, `${d.code} in ${d.span.file}`).toBeLessThanOrEqual(length);
        expect(d.message).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    { numRuns: runs(40) },
  );
});

test("a document is plain JSON: it survives being written and read", () => {
  for (const example of examples) {
    const model = programme(example.value).value;
    for (const id of model?.documents.keys() ?? []) {
      if (!model) continue;
      const tree = document(model, id).value;
      expect(printDocument(JSON.parse(JSON.stringify(tree)))).toBe(printDocument(tree));
    }
  }
});
