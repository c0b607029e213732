// Bad input as its author meets it: a finding at the place with a way out, nothing written for that document, the others built.
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../src/cli/build.ts";
import { sizeLimit } from "../src/workspace/reader.ts";
import { summaryFrontMatter as front, programmeYaml as programme } from "./support/small-case.ts";
import { square } from "./support/torture.ts";
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
    found: ["document.md:15:14 layout/missing-glyph"],
  },
  "text in a script that runs from right to left": {
    files: text("Twinned with \u05d7\u05d9\u05e4\u05d4, and with \u062d\u064a\u0641\u0627 \u0647\u0646\u0627."),
    found: ["document.md:15:14 layout/right-to-left", "document.md:15:29 layout/right-to-left"],
  },
  "a table with ragged rows": {
    files: text("| a | b |\n|---|---|\n| 1 |"),
    found: ["document.md:17:1 markdown/ragged-row"],
  },
  "a text and a WebP picture under the name of a PNG": {
    files: {
      ...text('::image[A]{src=images/a.png alt="A"}\n\n::image[B]{src=images/b.png alt="B"}'),
      "images/a.png": "This is no picture.",
      "images/b.png": bytes("RIFF", 0, 0, 0, 0, "WEBPVP8 "),
    },
    found: ["document.md:15:1 document/bad-picture", "document.md:17:1 document/bad-picture"],
  },
  "a picture that was cut off, one in CMYK and one of too many pixels": {
    files: {
      ...text(
        '::image[A]{src=images/a.png alt="A"}\n\n::image[B]{src=images/b.jpg alt="B"}\n\n::image[C]{src=images/c.png alt="C"}',
      ),
      "images/a.png": square.subarray(0, 40),
      "images/b.jpg": bytes(0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 9, 0, 9, 4, "............", 0xff, 0xd9),
      "images/c.png": square.map((byte, i) => (i === 17 || i === 21 ? 255 : byte)),
    },
    found: [
      "document.md:15:1 document/bad-picture",
      "document.md:17:1 document/bad-picture",
      "document.md:19:1 document/bad-picture",
    ],
  },
  "a picture without a text alternative": {
    files: { ...text("::image[A]{src=images/a.png}"), "images/a.png": square },
    found: ["document.md:15:1 document/no-alt"],
  },
  "a picture over the size that is read": {
    files: { ...text('::image[A]{src=images/a.png alt="A"}'), "images/a.png": new Uint8Array(sizeLimit + 1) },
    found: ["document.md:15:1 document/no-picture", "images/a.png:1:1 source/too-large"],
  },
  "a drawing with a script, an event and a file of somebody else": {
    files: {
      ...text('::image[A]{src=images/a.svg alt="A"}'),
      "images/a.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script>go()</script>\n<rect onclick="go()" width="9" height="9"/>\n<image href="http://example.org/a.png"/>\n</svg>',
    },
    found: [
      "images/a.svg:2:1 document/unsafe-picture",
      "images/a.svg:3:7 document/unsafe-picture",
      "images/a.svg:4:1 document/unsafe-picture",
      "images/a.svg:4:8 document/unsafe-picture",
    ],
  },
  "a drawing with entities that grow, and one that is not closed": {
    files: {
      ...text('::image[A]{src=images/a.svg alt="A"}\n\n::image[B]{src=images/b.svg alt="B"}'),
      "images/a.svg": '<!DOCTYPE svg [<!ENTITY a "aa">]>\n<svg viewBox="0 0 9 9"><text>&a;</text></svg>',
      "images/b.svg": '<svg viewBox="0 0 9 9">\n  <g>\n</svg>',
    },
    found: ["images/a.svg:1:1 document/unsafe-picture", "images/b.svg:3:1 document/bad-picture"],
  },
  "a character that only templates may hold": {
    files: text("A\uE000B"),
    found: ["document.md:15:2 source/character"],
  },
};

/** Builds the workspace and keeps what it says. */
async function run(): Promise<{ readonly code: number; readonly said: string }> {
  let said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  const options = {
    directory: root,
    documents: [],
    format: "line",
    color: false,
    strict: false,
    fresh: false,
  } as const;
  const code = await build({ ...options, to: ["pdf", "docx"], out: "out" });
  vi.restoreAllMocks();
  return { code, said };
}

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
  const { code, said } = await run();
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

test("drawings are built, as shapes or as pixels, and a logo that is missing is told", async () => {
  const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">${inner}</svg>`;
  const house = await readFile("templates/houses/plymouth/profile.yaml", "utf8");
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programme,
    "content/harbour/images/plain.svg": svg('<rect width="90" height="30" fill="#0b3c5d"/><text y="20">Quay</text>'),
    "content/harbour/images/shade.svg": svg('<rect width="90" height="30" opacity=".5"/>'),
    "content/harbour/good/document.md": `${good}\n::image[A]{src=images/plain.svg alt="A"}\n\n::image[B]{src=images/shade.svg alt="B"}\n`,
    "templates/kinds/savings-summary/template.hbs": "{{cover}}\n\n{{sections}}\n",
    "templates/houses/plymouth/profile.yaml": `${house}\nlogo: crest.svg\n`,
  });
  const without = await run();
  const told = without.said.replace(/:\d+:\d+: /g, " ");
  expect(told).toContain("templates/houses/plymouth/profile.yaml error document/no-logo");
  expect(told).toContain("content/harbour/images/shade.svg warning document/picture-in-pixels");
  expect(without.said).not.toContain("plain.svg:");
  await writeFile(join(root, "templates/houses/plymouth/crest.svg"), svg('<circle cx="15" cy="15" r="14"/>'));
  const { code, said } = await run();
  expect(said).not.toContain(": error ");
  expect(code).toBe(0);
  const parts = unzipSync(await readFile(join(root, "out/harbour/good.docx")));
  expect(
    Object.keys(parts)
      .filter((name) => name.startsWith("word/media/"))
      .map((name) => name.slice(-4))
      .sort(),
  ).toEqual([".png", ".png", ".png", ".svg", ".svg", ".svg"]);
});
