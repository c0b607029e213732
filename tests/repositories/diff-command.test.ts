// The diff command on real repositories: which two states it takes, what it prints, how it ends.
import { execFileSync, spawn } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { programmeYaml, summaryFrontMatter } from "../support/small-case.ts";
import { discard, writeWorkspace } from "../support/workspace.ts";

const main = join(import.meta.dirname, "../../dist/bundle/main.js");
let root = "";
afterEach(() => discard(root));

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=Ann Coles", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return execFileSync("git", [...who, ...args], { cwd: root, stdio: "pipe", env: Object.fromEntries(kept) })
    .toString()
    .trim();
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function diff(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, "-C", root, "diff", ...args]);
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => {
      said.out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said.err += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}

const figures = "content/harbour/data/figures.yaml";
const paper = "content/harbour/paper/document.md";

/** A repository with one commit on main. */
async function repository(): Promise<void> {
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programmeYaml,
    [figures]: "figures:\n  quay: { value: 120, unit: metres }\n",
    [paper]: `${summaryFrontMatter}\n# Summary\n\nThe quay is {{number quay}} long.\n`,
    "templates/kinds/savings-summary/template.hbs": "{{sections}}\n",
  });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "First");
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const file = join(root, path);
  const before = await readFile(file, "utf8");
  expect(before).toContain(from);
  await writeFile(file, before.replace(from, to));
}

test("without words it compares the files as they are with where the branch left main", async () => {
  await repository();
  git("switch", "-qc", "work");
  await edit(figures, "120", "140");
  git("commit", "-qam", "Longer");
  git("switch", "-q", "main");
  await edit(paper, "long.", "long and old.");
  git("commit", "-qam", "What main did meanwhile is not this branch's");
  git("switch", "-q", "work");
  await edit(paper, "# Summary", "# In short");
  const run = await diff();
  expect(run.err).toBe("");
  expect(run.code).toBe(0);
  expect(run.out).toMatch(/Harbour renewal: v0\.1 \(main [0-9a-f]{7} → working tree\)/);
  expect(run.out).toMatch(/quay +120 +140 +▲ \+20 \(\+16\.7%\) +content\/harbour\/paper\/document\.md:15/);
  expect(run.out).toContain("renamed from “1 Summary”");
  expect(run.out).not.toContain("old");
}, 30_000);

test("two commits are compared without a look at the files, and --exit-code says that they differ", async () => {
  await repository();
  await edit(figures, "120", "140");
  git("commit", "-qam", "Longer");
  await rm(join(root, paper));
  const same = await diff("HEAD", "main", "--exit-code");
  expect(same).toMatchObject({ code: 0, err: "" });
  expect(same.out).toMatch(/^No differences between HEAD [0-9a-f]{7} and main [0-9a-f]{7} in harbour\/paper\.\n$/);
  const differs = await diff("HEAD~1", "HEAD", "--exit-code", "--to", "json");
  expect(differs.code).toBe(1);
  const answer: unknown = JSON.parse(differs.out);
  expect(answer).toMatchObject({
    schema: "fivecase/diff@1",
    documents: [
      {
        id: "harbour/paper",
        state: "changed",
        comparison: {
          money: {
            figures: [{ name: "quay", before: "120", after: "140", at: "content/harbour/paper/document.md:15" }],
          },
          affected: [{ id: "summary", label: "1 Summary" }],
        },
      },
    ],
  });
}, 30_000);

test("a comment for a pull request has a hidden mark, and says which documents are new, removed or the same", async () => {
  await repository();
  await writeWorkspaceFile("content/harbour/same/document.md", `${summaryFrontMatter}\n# Summary\n\nAs it was.\n`);
  git("add", "-A");
  git("commit", "-qm", "Another paper");
  await rename(join(root, "content/harbour/paper"), join(root, "content/harbour/report"));
  const run = await diff("--to", "md");
  expect(run.code).toBe(0);
  expect(run.out).toMatch(
    /^<!-- fivecase:diff -->\n\n<!-- fivecase:diff:harbour\/paper -->\n### Harbour renewal: v0\.1\n/,
  );
  expect(run.out).toContain("> Removed: working tree does not have it.");
  expect(run.out).toMatch(
    /<!-- fivecase:diff:harbour\/report -->\n.*\n.*\n> New document: main [0-9a-f]{7} does not have it\./,
  );
  expect(run.out).toMatch(/No differences between .* in harbour\/same\.\n$/);
  const chosen = await diff("--document", "harbour/same");
  expect(chosen.out).not.toContain("Harbour renewal");
}, 30_000);

async function writeWorkspaceFile(path: string, text: string): Promise<void> {
  const { mkdir } = await import("node:fs/promises");
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), text);
}

test("errors on one side are said, and stop nothing that can be compared", async () => {
  await repository();
  await edit(paper, "{{number quay}} long", "{{number pier}} long and new");
  const run = await diff();
  expect(run.code).toBe(0);
  expect(run.err).toBe("harbour in working tree: 1 error; what they leave out may show as a difference.\n");
  expect(run.out).toContain("{+and new+}");
  await writeFile(join(root, "content/harbour/programme.yaml"), "- nothing\n");
  const broken = await diff("--exit-code");
  expect(broken.out).toBe("harbour/paper was not compared: it cannot be made of its sources in working tree.\n");
  expect(broken.code).toBe(1);
}, 30_000);

test("names that mean nothing are refused, those that look like options or commands too", async () => {
  await repository();
  for (const name of ["nowhere", "--output=/tmp/x", "-p", "$(touch gone)", "main;true"]) {
    const run = await diff("--", name);
    expect(run).toMatchObject({
      code: 2,
      out: "",
      err: `There is no commit, branch or tag "${name}" in this clone.\n`,
    });
  }
  expect(await diff("--document", "harbour/papre")).toMatchObject({
    code: 2,
    err: 'There is no document "papre" in harbour. Did you mean paper?\n',
  });
  git("branch", "-m", "trunk");
  expect((await diff()).err).toBe(
    "There is no branch called main or master to compare with: name a commit, branch or tag, such as fivecase diff HEAD~1.\n",
  );
  expect((await diff("trunk")).code).toBe(0);
}, 30_000);

test("outside a repository it says what it needs", async () => {
  await repository();
  await rm(join(root, ".git"), { recursive: true });
  const run = await diff();
  expect(run.code).toBe(2);
  expect(run.err).toMatch(/^fivecase diff compares with a commit, and git knows none here\./);
});
