// Bad input as its author meets it: a finding at the place with a way out, nothing written for that document, the others built.
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../src/cli/build.ts";
import { sizeLimit } from "../src/workspace/reader.ts";
import { summaryFrontMatter as front, programmeYaml as programme } from "./support/small-case.ts";
import { discard, exists, writeWorkspace } from "./support/workspace.ts";

let root = "";
afterEach(async () => {
  vi.restoreAllMocks();
  await discard(root);
});

const good = `${front}\n# Summary\n\nThe quay is long.\n`;
const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "number" ? Buffer.from([part]) : Buffer.from(part))));

interface Story {
  /** Files below the bad document's folder, `content/harbour/bad/`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: Readonly<Record<string, string>>;
  /** `file:line:column code` of the findings, files below the same folder. */
  readonly found: readonly string[];
}

const text = (body: string) => ({ "document.md": `${front}\n# Summary\n\n${body}\n` });
const data = (yaml: string) => ({ "document.md": good, "data/d.yaml": yaml });

const stories: Readonly<Record<string, Story>> = {
  "an unknown key and the missing key it was meant for": {
    files: { "document.md": good.replace("status:", "statsu:") },
    found: ["document.md:1:1 yaml/missing-key", "document.md:5:1 yaml/unknown-key"],
  },
  "a wrong type": {
    files: { "document.md": good.replace("2026-11-02", "soon") },
    found: ["document.md:6:7 yaml/wrong-value"],
  },
  "a duplicate key": {
    files: { "document.md": good.replace("status: draft", "status: draft\ntitle: Again") },
    found: ["document.md:6:1 yaml/duplicate-key"],
  },
  "broken YAML": {
    files: { "document.md": good.replace("[lead]", "[lead") },
    found: ["document.md:8:1 yaml/syntax"],
  },
  "front matter that would run code": {
    files: { "document.md": good.replace("---", "---js") },
    found: ["document.md:1:1 yaml/front-matter-language"],
  },
  "front matter that never closes": {
    files: { "document.md": front.slice(0, -4) },
    found: ["document.md:1:1 yaml/front-matter-open"],
  },
  "no front matter": { files: { "document.md": "# Title\n" }, found: ["document.md:1:1 yaml/no-front-matter"] },
  "aliases that expand without end": {
    files: data("lists:\n  a: &a [x, *a]\n"),
    found: ["data/d.yaml:2:13 yaml/alias"],
  },
  "a plain value cut by #": {
    files: data("figures:\n  berth:\n    label: Berth #4\n    value: 4\n"),
    found: ["data/d.yaml:3:18 yaml/comment-cuts-text"],
  },
  "a value cut by a comma": {
    files: data("figures:\n  works: { value: 44,000 }\n"),
    found: ["data/d.yaml:2:19 yaml/comma-cuts-value"],
  },
  "Windows line ends and a byte order mark, with exact places": {
    files: { "document.md": `\uFEFF${front}\n# Summary\n\nIt is {{number quay}} long.\n`.replaceAll("\n", "\r\n") },
    found: ["document.md:15:16 document/unknown-figure"],
  },
  "a file over the size that is read": {
    files: { "document.md": good, "20-more.md": new Uint8Array(sizeLimit + 1).fill(97) },
    found: ["20-more.md:1:1 source/too-large"],
  },
  "a document.md over that size": {
    files: { "document.md": new Uint8Array(sizeLimit + 1).fill(97) },
    found: ["document.md:1:1 source/too-large"],
  },
  "bytes that are not UTF-8": {
    files: { "document.md": bytes(good, "The sum is ", 0xa3, "5.\n") },
    found: ["document.md:16:12 source/not-utf8"],
  },
  "a missing shared block and a missing picture": {
    files: text('::include{part=shared/none}\n\n::image[Quay]{src=images/quay.png alt="Quay"}'),
    found: ["document.md:15:1 document/unknown-part", "document.md:17:1 document/no-picture"],
  },
  "paths that leave the workspace": {
    files: text('::include{part=../../secret}\n\n::image[Quay]{src=../../../quay.png alt="Quay"}'),
    found: ["document.md:15:1 document/unknown-part", "document.md:17:1 document/no-picture"],
  },
  "links that leave the workspace": {
    files: text('::image[Quay]{src=images/quay.png alt="Quay"}'),
    links: { "20-more.md": "/etc/passwd", "images/quay.png": "/etc/passwd" },
    found: [
      "20-more.md:1:1 source/outside-workspace",
      "document.md:15:1 document/no-picture",
      "images/quay.png:1:1 source/outside-workspace",
    ],
  },
  "a folder of pictures that is a link out of the workspace": {
    files: { "document.md": good },
    links: { images: "/etc" },
    found: ["images:1:1 source/outside-workspace"],
  },
  "an unknown figure and table": {
    files: text("It is {{number quay}}.\n\n::table{of=works}"),
    found: ["document.md:15:16 document/unknown-figure", "document.md:17:1 register/unknown-entry"],
  },
  "text in a script the fonts lack": {
    files: text("Twinned with 横浜."),
    found: ["document.md:15:14 layout/missing-glyph", "document.md:15:15 layout/missing-glyph"],
  },
  "a table with ragged rows": {
    files: text("| a | b |\n|---|---|\n| 1 |"),
    found: ["document.md:17:1 markdown/ragged-row"],
  },
  "a character that only templates may hold": {
    files: text("A\uE000B"),
    found: ["document.md:15:2 source/character"],
  },
};

/** Builds the workspace; what `--format line` prints, findings of the bad document only. */
async function built(story: Story, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const folder = "content/harbour/bad/";
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programme,
    "content/harbour/good/document.md": good,
    "templates/kinds/savings-summary/template.hbs": "{{sections}}\n",
    ...Object.fromEntries(Object.entries(story.files).map(([path, content]) => [folder + path, content])),
    ...(story.links ? { [`${folder}images/.keep`]: "" } : {}),
    ...more,
  });
  for (const [path, target] of Object.entries(story.links ?? {})) {
    await discard(join(root, folder, path));
    await symlink(target, join(root, folder, path));
  }
  let said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  const options = { directory: root, documents: [], format: "line", color: false, strict: false } as const;
  const code = await build({ ...options, to: ["pdf", "docx"], out: "out" });
  vi.restoreAllMocks();
  expect(code).toBe(1);
  const lines = said.split("\n").filter((line) => line.includes(": error "));
  for (const line of lines) expect(line).toMatch(/^content\/harbour\/bad\//);
  return lines.map((line) => line.slice(folder.length).replace(/: error (\S+?):? .*/, " $1"));
}

test.each(Object.entries(stories))("%s", async (_name, story) => {
  expect(await built(story)).toEqual(story.found);
  for (const ending of ["pdf", "docx"]) {
    expect(await exists(join(root, `out/harbour/bad.${ending}`)), `bad.${ending}`).toBe(false);
    expect(await exists(join(root, `out/harbour/good.${ending}`)), `good.${ending}`).toBe(true);
  }
});
