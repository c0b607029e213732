// Whether a file is what a commit builds: asked of real repositories, with files that are right, changed and foreign.
import { execFileSync } from "node:child_process";
import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { build } from "../../src/cli/build.ts";
import { verify } from "../../src/cli/verify.ts";
import { said } from "../support/said.ts";
import { programmeYaml, summaryFrontMatter } from "../support/small-case.ts";
import { discard, writeWorkspace } from "../support/workspace.ts";

let root = "";
const text = (words: string) => `${summaryFrontMatter}\n# Summary\n\n${words}\n`;

beforeEach(async () => {
  root = await writeWorkspace({
    ".gitignore": "out/\n.fivecase/\n",
    "content/harbour/programme.yaml": programmeYaml,
    "content/harbour/paper/document.md": text("The quay is long."),
    "templates/kinds/savings-summary/template.hbs": "{{version-history}}\n{{sections}}\n",
  });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "First");
  git("tag", "-a", "harbour/paper/v0.1", "-m", "First draft");
});
afterEach(() => discard(root));

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=Ann Coles", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "pipe" });
}

const look = { color: false, strict: false, format: "line" as const };
const made = (to: readonly ("pdf" | "docx" | "xlsx")[]) =>
  said(() => build({ ...look, directory: root, documents: [], fresh: true, to, out: "out" }));
const asked = (
  file: string,
  more: { readonly at?: string; readonly document?: string; readonly format?: string } = {},
) => said(() => verify({ format: "pretty", ...more, directory: root, file: join(root, file) }));

test("files of a release are what its tag builds, also after later releases; a changed one is not", async () => {
  await made(["pdf", "docx", "xlsx"]);
  await cp(join(root, "out/harbour"), join(root, "kept"), { recursive: true });
  await rm(join(root, "out"), { recursive: true });
  await writeFile(join(root, "content/harbour/paper/document.md"), text("The quay is short.").replace("0.1", "0.2"));
  git("commit", "-qam", "Second");
  git("tag", "-a", "harbour/paper/v0.2", "-m", "Second draft");

  for (const file of ["kept/paper.pdf", "kept/paper.docx"]) {
    const answer = await asked(file);
    expect(answer.words).toContain("says that it is harbour/paper, version 0.1.");
    expect(answer.words).toMatch(
      /It is, byte for byte, what is built from tag harbour\/paper\/v0\.1 \([0-9a-f]{7}\)\./,
    );
    expect(answer.code).toBe(0);
    const now = await asked(file, { at: "HEAD" });
    expect(now.words).toMatch(/It is not what is built from HEAD \([0-9a-f]{7}\)\.\nIt was changed after it was built/);
    expect(now.code).toBe(1);
  }
  // A workbook says nothing of itself: the list beside it does, or it is asked for by name.
  expect(await asked("kept/paper.xlsx")).toMatchObject({ code: 2 });
  expect(await asked("kept/paper.xlsx", { document: "harbour/paper", at: "harbour/paper/v0.1" })).toMatchObject({
    code: 0,
  });

  await appendFile(join(root, "kept/paper.pdf"), "\n% changed\n");
  const changed = await asked("kept/paper.pdf", { format: "json" });
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.words)).toMatchObject({
    schema: "fivecase/verify@1",
    ok: false,
    claim: { document: "harbour/paper", version: "0.1" },
    compared: [
      { name: "tag harbour/paper/v0.1", verdict: "different" },
      { name: expect.stringMatching(/^commit [0-9a-f]{7}, which is checked out$/), verdict: "different" },
    ],
  });
});

test("what was built between two releases is found too, and told from the version that is checked out", async () => {
  const commit = async (words: string, version: string) => {
    await writeFile(join(root, "content/harbour/paper/document.md"), text(words).replace("0.1", version));
    git("commit", "-qam", words);
  };
  await commit("The quay is wide.", "0.1");
  await made(["pdf"]);
  await cp(join(root, "out/harbour"), join(root, "kept"), { recursive: true });
  await commit("The quay is narrow.", "0.1");
  await commit("The quay is new.", "0.2");
  // The list of what is in the folder has moved on.
  await made(["pdf"]);
  const kept = await asked("kept/paper.pdf");
  expect(kept.words).toMatch(
    /byte for byte, what is built from commit [0-9a-f]{7}\.\nVersion 0\.2 is checked out here \(draft\): the file is another version\.\n$/,
  );
  expect(kept.code).toBe(0);
  expect((await asked("out/harbour/paper.pdf")).words).not.toContain("another version");
});

test("a working build is found in the commit that the manifest names, or in the folder", async () => {
  await writeFile(join(root, "content/harbour/paper/document.md"), text("The quay is wide."));
  await made(["pdf"]);
  const loose = await asked("out/harbour/paper.pdf");
  expect(loose.words).toContain(
    "It is, byte for byte, what is built from the folder as it stands, which no commit holds.",
  );
  git("commit", "-qam", "Wider");
  await made(["pdf"]);
  await writeFile(join(root, "content/harbour/paper/document.md"), text("The quay is narrow."));
  git("commit", "-qam", "Narrower");
  const earlier = await asked("out/harbour/paper.pdf");
  expect(earlier.words).toMatch(/byte for byte, what is built from commit [0-9a-f]{7}\.\n$/);
  expect(earlier.code).toBe(0);
});

test("without git a file is held against the folder", async () => {
  await rm(join(root, ".git"), { recursive: true });
  await made(["docx"]);
  expect(await asked("out/harbour/paper.docx")).toMatchObject({ code: 0 });
  await writeFile(join(root, "content/harbour/paper/document.md"), text("Other words."));
  expect(await asked("out/harbour/paper.docx")).toMatchObject({ code: 1 });
});

test("what cannot be verified is said, with a way out", async () => {
  await writeFile(join(root, "note.txt"), "no document");
  await writeFile(join(root, "foreign.pdf"), "%PDF-1.7\n%%EOF\n");
  await made(["pdf"]);
  await writeFile(join(root, "content/harbour/paper/document.md"), "---\nkind: nothing\n---\n");
  git("commit", "-qam", "Broken");
  const cases: readonly (readonly [string, Parameters<typeof asked>[1], RegExp, number])[] = [
    ["nowhere.pdf", {}, /there is no file .*nowhere\.pdf/, 2],
    ["content", {}, /it is no file/, 2],
    ["note.txt", {}, /neither a PDF nor an Office file/, 2],
    ["foreign.pdf", {}, /does not say which document it is[\s\S]*--document/, 2],
    ["foreign.pdf", { document: "harbour/paper", at: "HEAD~1" }, /It is not what is built from/, 1],
    ["out/harbour/paper.pdf", { at: "--all" }, /"--all" is no commit/, 2],
    ["out/harbour/paper.pdf", { at: "HEAD" }, /It cannot be held against HEAD/, 1],
    ["out/harbour/paper.pdf", { document: "harbour/elsewhere", at: "HEAD" }, /It cannot be held against HEAD/, 1],
  ];
  for (const [file, more, words, code] of cases) {
    const answer = await asked(file, more);
    expect([file, answer.words, answer.code]).toEqual([file, expect.stringMatching(words), code]);
  }
  expect((await readFile(join(root, "foreign.pdf"), "utf8")).startsWith("%PDF")).toBe(true);
});
