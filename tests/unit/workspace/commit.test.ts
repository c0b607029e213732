import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { resolveCommit } from "../../../src/workspace/git.ts";
import { readProgramme, readProgrammeAt } from "../../../src/workspace/read.ts";

const shipped = join(import.meta.dirname, "../../../templates");
let top = "";
let root = "";

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), "fivecase-commit-"));
  root = join(top, "cases");
  await put("content/a/programme.yaml", "programme: A\n");
  await put("content/a/data/rows.csv", "a,b\n");
  await put("content/a/images/map.png", new Uint8Array([0, 1, 10, 255]));
  await put("content/a/obc/document.md", "---\n---\nFirst é\n");
  await put("content/b/programme.yaml", "programme: B\n");
  await put("templates/themes/own.yaml", "name: Own\n");
  await symlink("../data/rows.csv", join(root, "content/a/shared.csv"));
  await symlink("/etc", join(root, "content/a/data2"));
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "one");
});
afterEach(() => rm(top, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=Ann", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd: top, encoding: "utf8" });
}

test("a commit reads as its folder did, in a workspace below the top of its repository", async () => {
  const before = await readProgramme(root, "a", shipped);
  const commit = (await resolveCommit(root, "HEAD")) ?? "";
  await put("content/a/obc/document.md", "---\n---\nSecond\n");
  await put("content/a/data/more.yaml", "figures: {}\n");
  git("add", ".");
  git("commit", "-qm", "two");
  const after = await readProgrammeAt(root, commit, "a", shipped);
  const { git: _, ...was } = before.value;
  const { git: facts, ...is } = after.value;
  expect(is).toEqual(was);
  expect(after.diagnostics).toEqual(before.diagnostics);
  expect(before.diagnostics.map((d) => d.code)).toContain("source/outside-workspace");
  expect(facts).toMatchObject({ commit, changed: [], shallow: false });
});

test.each(["--help", "-n1", "", "nowhere", "HEAD:cases", "$(touch x)", "main..HEAD"])(
  "%j is no commit",
  async (name) => {
    expect(await resolveCommit(root, name)).toBeUndefined();
  },
);

test("a commit that is not there has no files, and that is said", async () => {
  const read = await readProgrammeAt(root, "0".repeat(40), "a", shipped);
  expect(read.diagnostics.map((d) => d.code)).toEqual(["source/no-programme"]);
});
