// The same DOCX from the same sources, whoever builds it, where, when and beside what.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { programmeYaml, summaryFrontMatter } from "./support/small-case.ts";
import { discard, writeWorkspace } from "./support/workspace.ts";

const main = join(import.meta.dirname, "../dist/bundle/main.js");
const roots: string[] = [];
afterEach(() => Promise.all(roots.splice(0).map(discard)));

const body = `# Quays

The **quays** cost {{money quays.total.cost}}[^1] and have:

- a wall,
- a crane.

::table[Costs]{of=quays}

::chart[What each part costs]{of=quays kind=bars x=part y="cost" alt="The wall costs most."}

[^1]: See [the survey](https://example.org/survey).
`;

const files = {
  "content/harbour/programme.yaml": programmeYaml,
  "content/harbour/data/quays.yaml": `tables:
  quays:
    title: Costs
    columns: { part: { label: Part, type: text }, cost: { label: Cost, unit: £, as: £k, decimals: 0 } }
    rows:
      - { id: wall, part: Wall, cost: 350000 }
      - { id: crane, part: Crane, cost: 120000 }
    total: true
`,
  "content/harbour/first/document.md": `${summaryFrontMatter}\n${body}`,
  "content/harbour/second/document.md": `${summaryFrontMatter.replace("HR-1", "HR-2")}\n${body}\n# More\n\nWords.\n`,
  "templates/kinds/savings-summary/template.hbs": "{{contents}}\n\n{{sections}}\n",
};

/** Builds documents of a copy of the workspace in a process of its own and gives the first one's DOCX. */
async function built(documents: readonly string[], env: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const root = await writeWorkspace(files);
  roots.push(root);
  const args = ["-C", root, "build", ...documents, "--to", "docx", "--fresh"];
  await promisify(execFile)(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
  return new Uint8Array(await readFile(join(root, "out/harbour/first.docx")));
}

test("two processes, zones, machines, people and orders of building make the same bytes", async () => {
  const [one, two] = await Promise.all([
    built(["harbour/first"], { TZ: "Pacific/Kiritimati", HOSTNAME: "quayside", USER: "ann", LANG: "C" }),
    built(["harbour/second", "harbour/first"], {
      TZ: "America/Los_Angeles",
      HOSTNAME: "lighthouse",
      USER: "ben",
      LANG: "de_DE.UTF-8",
    }),
  ]);
  expect(Buffer.compare(one, two)).toBe(0);
  const parts = Object.entries(unzipSync(one)).map(([path, part]) => `${path} ${strFromU8(part, true)}`);
  expect(parts.filter((part) => /quayside|fivecase-test-/.test(part))).toEqual([]);
  expect(parts.filter((part) => hostname().length > 3 && part.includes(hostname()))).toEqual([]);
  // A workbook inside a chart is a package too.
  expect(parts.some((part) => part.startsWith("word/embeddings/"))).toBe(true);
});
