// What a build leaves in a repository, and that it follows what git learns without any source being another.
import { execFileSync, spawn } from "node:child_process";
import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { programmeYaml, summaryFrontMatter } from "../support/small-case.ts";
import { discard, exists, writeWorkspace } from "../support/workspace.ts";

const main = join(import.meta.dirname, "../../dist/bundle/main.js");
let root = "";
afterEach(() => Promise.all([root, `${root}-clone`].map(discard)));

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") && name !== "CI");
  const who = { GIT_AUTHOR_NAME: "Ann Coles", GIT_AUTHOR_EMAIL: "a@example.org" };
  return { ...Object.fromEntries(kept), ...who, GIT_COMMITTER_NAME: "Ann Coles", GIT_COMMITTER_EMAIL: "a@example.org" };
}

function git(folder: string, ...args: readonly string[]): string {
  const more = ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"];
  return execFileSync("git", [...more, ...args], { cwd: folder, env: environment(), encoding: "utf8", stdio: "pipe" });
}

/** What the program prints on both streams. */
function fivecase(folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, "-C", folder, ...args], { env: environment() });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}

const text = `${summaryFrontMatter}\n# Summary\n\nThe quay is {{number quay}} long.\n`;

async function repository(): Promise<void> {
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programmeYaml,
    "content/harbour/data/figures.yaml": "figures:\n  quay: { value: 120, unit: metres }\n",
    "content/harbour/paper/document.md": text,
    "templates/kinds/savings-summary/template.hbs": "{{version-history}}\n{{review-and-approval}}\n{{sections}}\n",
  });
  git(root, "init", "-q", "-b", "main");
  git(root, "add", ".");
  git(root, "commit", "-qm", "First");
}

test("a build leaves the tree clean, so that a release can follow; a folder that was there is its owner's", async () => {
  await repository();
  await fivecase(root, "build", "--to", "xlsx");
  expect(git(root, "status", "--porcelain")).toBe("");
  expect(await fivecase(root, "release", "harbour/paper", "--minor", "--change", "First draft")).toContain("Released");
  await fivecase(root, "build", "--to", "xlsx", "-o", "published");
  expect(git(root, "status", "--porcelain")).toBe("?? published/\n");
  await discard(join(root, "out/.gitignore"));
  await fivecase(root, "build", "--to", "xlsx");
  expect(await exists(join(root, "out/.gitignore"))).toBe(false);
});

test("what was built without an approved commit is built again when the commit has arrived", async () => {
  await repository();
  git(root, "switch", "-qc", "approved");
  await fivecase(root, "approve", "harbour/paper", "--body", "Board", "--outcome", "approved", "--date", "2026-11-20");
  git(root, "commit", "-q", "--amend", "-m", "Approved on a branch of its own");
  const approved = git(root, "rev-parse", "approved~1").trim();
  // The same record on a branch that does not hold the approved commit.
  git(root, "switch", "-q", "--orphan", "squashed");
  git(root, "checkout", "approved", "--", ".");
  await appendFile(join(root, "content/harbour/paper/document.md"), "\nIt is new.\n");
  git(root, "commit", "-qam", "All in one");
  git(root, "clone", "-q", "--single-branch", "--branch", "squashed", `file://${root}`, `${root}-clone`);
  const clone = `${root}-clone`;
  const build = () => fivecase(clone, "build", "--to", "xlsx", "--format", "line");
  expect(await build()).toContain("control/approval-unknown");
  expect(await build()).toContain("1 document built");
  git(clone, "fetch", "-q", "origin", "approved");
  git(clone, "cat-file", "-e", approved);
  expect(await build()).toContain("control/approval-lapsed");
  expect(await build()).toContain("1 document unchanged");
});

test("watching follows a commit and a tag that change no file", async () => {
  await repository();
  await writeFile(join(root, "content/harbour/paper/document.md"), `${text}\nIt is long.\n`);
  const child = spawn(process.execPath, [main, "-C", root, "build", "--watch", "--to", "xlsx"], { env: environment() });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const until = async (pattern: RegExp) => {
    for (let i = 0; i < 200 && !pattern.test(said); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).toMatch(pattern);
    said = "";
  };
  try {
    await until(/Watching content/);
    git(root, "commit", "-qam", "Second");
    await until(/Changed: commits, branches or tags[\s\S]*1 document built/);
    git(root, "tag", "-a", "harbour/paper/v0.0", "-m", "By hand");
    await until(/Changed: commits, branches or tags[\s\S]*control\/tag-alone[\s\S]*1 document built/);
  } finally {
    child.kill("SIGINT");
  }
});
