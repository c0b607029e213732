// What happens to the examples when one thing in them changes.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { build } from "../src/cli/build.ts";
import { arrange, type Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { printDocument } from "../src/document/print.ts";
import { position } from "../src/source.ts";
import { kitFor } from "./support/kit.ts";
import { faultsOf } from "./support/page-rules.ts";
import { laidOut } from "./support/pdf-inspect.ts";
import { type Built, composeProgramme, discard, exists } from "./support/workspace.ts";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "fivecase-mutation-"));
  await cp("content", join(root, "content"), { recursive: true });
});
afterEach(() => discard(root));

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(root, file);
  const text = await readFile(path, "utf8");
  expect(text, `${file} holds what the test changes`).toContain(from);
  await writeFile(
    path,
    text.replace(from, () => to),
  );
}

/** Lines of every document of a programme as text, by document. */
function printed(built: Built): ReadonlyMap<string, readonly string[]> {
  return new Map([...built.documents].map(([id, tree]) => [id, printDocument(tree).split("\n")]));
}

/** Lines that one text has and the other has not. */
function changed(
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly (readonly [string, string])[] {
  expect(after).toHaveLength(before.length);
  return before.flatMap((line, i) => (line === after[i] ? [] : [[line.trim(), (after[i] ?? "").trim()] as const]));
}

test("one number changed in data moves every place that prints it, in every document, and nothing else", async () => {
  const before = printed(await composeProgramme(root, "plymouth"));
  // £1,000,000 more council spend on community care for children.
  await edit("content/plymouth/data/spend.yaml", "pcc: 11405628", "pcc: 12405628");
  const after = printed(await composeProgramme(root, "plymouth"));
  const moved = [...before.keys()].map((id) => [id, changed(before.get(id), after.get(id))] as const);
  const outline = moved.find(([id]) => id === "outline-business-case")?.[1] ?? [];
  const text = outline.map(([, line]) => line).join("\n");
  // Row, total, prose, chart label and the chart's words for those who cannot see it.
  for (const expected of ["12,405,628", "136,782,043", "£136.8m", "70.67"]) expect(text).toContain(expected);
  for (const [, lines] of moved) {
    for (const [old, now] of lines) {
      const withoutNumbers = (line: string) => line.replace(/[\d,.]+/g, "#");
      expect(withoutNumbers(now)).toBe(withoutNumbers(old));
    }
  }
  expect(moved.filter(([, lines]) => lines.length > 0).map(([id]) => id)).toEqual([
    "outline-business-case",
    "savings-summary-2014-15",
  ]);
});

const places = (built: Built, diagnostics: readonly Diagnostic[]) =>
  arrange(diagnostics)
    .filter((d) => d.severity === "error")
    .map((d) => {
      const source = d.span ? built.sources.files.get(d.span.file) : undefined;
      return `${d.code} ${d.span?.file}:${source && d.span ? position(source, d.span.start).line : 0}`;
    });

test("a misspelt key, a misspelt directive and a register taken away are all found in one run", async () => {
  await edit("content/wirral/full-business-case/document.md", "\nsponsor:", "\nsponser:");
  await edit("content/wirral/data/risks.yaml", "mitigation:", "mitigations:");
  await edit("content/wirral/full-business-case/60-appendices.md", "::gantt[", "::gant[");
  await rm(join(root, "content/wirral/data/references.yaml"));
  const built = await composeProgramme(root, "wirral");
  const found = places(built, built.diagnostics);
  const where = (pattern: RegExp) => found.filter((f) => pattern.test(f)).length;
  expect(where(/^yaml\/unknown-key content\/wirral\/full-business-case\/document\.md:\d+$/), found.join("\n")).toBe(1);
  expect(where(/^yaml\/unknown-key content\/wirral\/data\/risks\.yaml:\d+$/)).toBe(1);
  expect(where(/^document\/unknown-directive content\/wirral\/full-business-case\/60-appendices\.md:5$/)).toBe(1);
  // Every citation of the register that is gone is found where it stands.
  expect(where(/^document\/.* content\/wirral\/full-business-case\/.*\.md:\d+$/)).toBeGreaterThan(3);
  const plymouth = await composeProgramme(root, "plymouth");
  expect(places(plymouth, plymouth.diagnostics)).toEqual([]);
});

test("a document with errors is not written; the others are, and the exit code is 1", async () => {
  await edit(
    "content/wirral/full-business-case/document.md",
    "# Strategic case",
    "# Strategic case\n\n::tabel{of=pots}",
  );
  const options = {
    directory: root,
    documents: ["wirral", "plymouth/scrutiny-report"],
    format: "line",
    color: false,
    strict: false,
    fresh: false,
    to: ["pdf"],
    out: "out",
  } as const;
  expect(await build(options)).toBe(1);
  expect(await exists(join(root, "out/wirral/full-business-case.pdf"))).toBe(false);
  expect(await exists(join(root, "out/plymouth/scrutiny-report.pdf"))).toBe(true);
});

test("no example wastes a page, tears a row that would fit the next page, ends a page with a heading or prints words too small to read", async () => {
  for (const id of ["wirral", "plymouth"]) {
    const built = await composeProgramme(root, id);
    for (const [documentId, tree] of built.documents) {
      const { value } = await laidOut(tree, await kitFor(built, documentId));
      expect(faultsOf(value), `${id}/${documentId}`).toEqual([]);
    }
  }
});
