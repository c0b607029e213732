// One folder is one story of two states of a document; what a reviewer is told stands beside them.
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasErrors } from "../src/diagnostics/diagnostic.ts";
import { compare } from "../src/diff/compare.ts";
import { describeJson } from "../src/diff/describe-json.ts";
import { describeMarkdown } from "../src/diff/describe-markdown.ts";
import { describeText } from "../src/diff/describe-text.ts";
import { describe } from "../src/diff/description.ts";
import { position, type Span } from "../src/source.ts";
import { type Built, composeProgramme, discard, stageCase } from "./support/workspace.ts";

const folder = join(import.meta.dirname, "diff-cases");
const updating = process.env["UPDATE_EXPECTED"] === "1";

async function built(name: string, side: "before" | "after"): Promise<Built> {
  const root = await stageCase(join(folder, name, side));
  try {
    return await composeProgramme(root, "case");
  } finally {
    await discard(root);
  }
}

async function told(name: string): Promise<Readonly<Record<string, string>>> {
  const sides = { before: await built(name, "before"), after: await built(name, "after") };
  const [from, to] = [sides.before, sides.after].map(({ documents, diagnostics }) => {
    expect(
      diagnostics.filter((d) => hasErrors([d])),
      "errors in the story",
    ).toEqual([]);
    return documents.get("paper");
  });
  if (!from || !to) throw new Error("a story has a document on both sides");
  const place = (span: Span, side: "before" | "after") => {
    const source = sides[side].sources.files.get(span.file);
    return source ? `${span.file}:${position(source, span.start).line}` : "";
  };
  const comparison = compare(from, to);
  const described = describe(comparison, place);
  return {
    "expect.txt": describeText(described),
    "expect.md": describeMarkdown(described),
    "expect.json": `${JSON.stringify(describeJson(comparison, place), undefined, 2)}\n`,
  };
}

test.each(readdirSync(folder).sort())("%s", async (name) => {
  const made = await told(name);
  // The whole comparison stands beside one story, and the others are read as people read them.
  const kept = Object.entries(made).filter(([file]) => file !== "expect.json" || name === "what-a-reviewer-asks-first");
  if (updating) {
    for (const [file, text] of kept) await writeFile(join(folder, name, file), text);
    return;
  }
  for (const [file, text] of kept) expect(text, file).toBe(await readFile(join(folder, name, file), "utf8"));
});
