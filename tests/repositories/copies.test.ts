// Copies of a repository, and machines on which git knows less: each builds, and says what it could not know.

import { execFileSync, spawnSync } from "node:child_process";
import { chmod, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { changed, elsewhere, type Ran, type Repository, repository, temporary } from "../support/repository.ts";

const document = "content/harbour/paper/document.md";
const main = join(import.meta.dirname, "../../dist/bundle/main.js");

/** Outputs of a build, as text that can be compared. */
async function built(one: Repository): Promise<readonly [number, readonly string[], string]> {
  const out = temporary();
  const ran = await one.build(out);
  const bytes = ["pdf", "docx"].map((ending) =>
    readFile(join(out, `harbour/paper.${ending}`)).then((b) => b.toString("base64")),
  );
  return [ran.code, ran.codes, (await Promise.all(bytes)).join("\n")];
}

test("a released commit gives the same bytes after later releases, in a clone, in a worktree and without git", async () => {
  const one = await repository();
  await one.release({ change: "First outline" });
  await one.approve();
  await one.release({ major: true, date: "2026-11-20", change: "Approved by Cabinet", status: "for-approval" });
  const released = one.git("rev-parse", "HEAD");
  const [code, codes, bytes] = await built(one);
  expect([code, codes]).toEqual([0, []]);

  await one.approve({ date: "2026-11-21", body: "Scrutiny Committee", outcome: "noted" });
  await one.edit(document, "Storms", "Storms and tides");
  one.commit();
  await one.release({ date: "2026-11-22" });
  one.tag("harbour/paper/v1.2", "By hand, later");

  const folder = temporary();
  one.git("worktree", "add", "-q", join(folder, "worktree"), released);
  one.git("clone", "-q", `file://${one.top}`, join(folder, "clone"));
  one.git("checkout", "-q", released);
  await mkdir(join(folder, "copy"));
  execFileSync("tar", ["xf", "-", "-C", join(folder, "copy")], {
    input: execFileSync("git", ["archive", "HEAD"], { cwd: one.top }),
  });
  const copies = ["worktree", "clone", "copy"].map((name) => elsewhere(one, join(folder, name)));
  for (const copy of copies.slice(1, 2)) copy.git("-c", "advice.detachedHead=false", "checkout", "-q", released);
  const results = [await built(one)];
  for (const copy of copies) results.push(await built(copy));
  expect(results.map(([c, k]) => [c, k])).toEqual([
    [0, []],
    [0, []],
    [0, []],
    [0, ["control/no-git"]],
  ]);
  for (const [, , other] of results) expect(other === bytes).toBe(true);
});

test("that an approval has lapsed is known in every copy, in which sections only with the approved commit", async () => {
  const one = await repository();
  await one.release();
  await one.approve();
  await one.edit(document, "Storms", "Tides");
  one.commit();
  await one.release();
  const folder = temporary();
  one.git("clone", "-q", `file://${one.top}`, join(folder, "clone"));
  one.git("clone", "-q", "--depth", "1", `file://${one.top}`, join(folder, "shallow"));
  const [clone, shallow] = ["clone", "shallow"].map((name) => elsewhere(one, join(folder, name)));
  expect(await one.words()).toContain("Held: approved at version 0.1; changed since in 3 Risks");
  expect(await clone?.words()).toBe(await one.words());
  expect(await shallow?.words()).toContain("Held: approved at version 0.1; its sources have changed since");
});

describe("a version history", () => {
  const rows = async (one: Repository) =>
    [...(await one.words()).matchAll(/body \| ([\d.]+) \| \d\d\/.* \| (.*) \| .*$/gm)].map((m) => `${m[1]} ${m[2]}`);

  async function history(inside = ""): Promise<Repository> {
    const one = await repository({ [document]: changed("version: 0.1", "version: 0.9") }, inside);
    one.tag("harbour/paper/v0.7", "By hand");
    one.git("checkout", "-qb", "side");
    one.commit("Aside");
    one.git("checkout", "-q", "main");
    one.commit("Later");
    one.git("merge", "-q", "--no-ff", "-m", "Merge", "side");
    one.tag("harbour/paper/v0.8", "After the merge");
    one.commit("Last");
    return one;
  }
  const whole = ["0.7 By hand", "0.8 After the merge", "0.9 Working draft"];

  test.each(["", "cases/of/the council"])(
    "is the same in a clone, in a worktree and on a detached head, workspace in “%s”",
    async (inside) => {
      const one = await history(inside);
      const folder = temporary();
      one.git("clone", "-q", `file://${one.top}`, join(folder, "clone"));
      one.git("worktree", "add", "-q", "--detach", join(folder, "worktree"), "HEAD");
      for (const name of ["clone", "worktree"]) {
        const copy = elsewhere(one, join(folder, name), inside);
        expect(await rows(copy)).toEqual(whole);
        expect((await copy.check()).codes).toEqual((await one.check()).codes);
      }
      // A release in a worktree is sealed there and seen everywhere.
      const worktree = elsewhere(one, join(folder, "worktree"), inside);
      expect((await worktree.release({ version: "0.9" })).err).not.toContain("Not released");
      expect(worktree.git("status", "--porcelain")).toBe("");
      expect(one.tags()).toContain("harbour/paper/v0.9");
      expect(await rows(one)).toEqual(whole);
    },
  );

  test("lacks what a shallow clone, a clone without tags and a checkout of a merge lack, and says so where it can know", async () => {
    const one = await history();
    const folder = temporary();
    const origin = `file://${one.top}`;
    one.git("clone", "-q", "--depth", "1", origin, join(folder, "shallow"));
    one.git("clone", "-q", "--single-branch", "--no-tags", origin, join(folder, "untagged"));
    one.git("init", "-q", join(folder, "ci"));
    const [shallow, untagged, ci] = ["shallow", "untagged", "ci"].map((name) => elsewhere(one, join(folder, name)));
    if (!shallow || !untagged || !ci) throw new Error("three copies were made");
    ci.git("fetch", "-q", "--depth", "1", "--no-tags", origin, one.git("rev-parse", "HEAD^"));
    ci.git("-c", "advice.detachedHead=false", "checkout", "-q", "FETCH_HEAD");
    expect(await rows(shallow)).toEqual(["0.9 Working draft"]);
    expect((await shallow.check()).err).toContain("this is a shallow clone");
    expect(await rows(untagged)).toEqual(["0.9 Working draft"]);
    expect((await untagged.check()).codes).toEqual([]);
    expect(await rows(ci)).toEqual(["0.9 Working draft"]);
    expect((await ci.check()).codes).toEqual(["control/no-git"]);
    const ran = await shallow.release();
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining("This is a shallow clone")]);
    expect((await ci.build(temporary())).code).toBe(0);
  });

  test("is asked of the repository around the files, not of one that the environment names", async () => {
    const one = await history();
    const other = await repository();
    const before = process.env["GIT_DIR"];
    process.env["GIT_DIR"] = join(other.top, ".git");
    try {
      expect(await rows(one)).toEqual(whole);
    } finally {
      if (before === undefined) delete process.env["GIT_DIR"];
      else process.env["GIT_DIR"] = before;
    }
  });
});

/** The program in a process of its own, as another user. */
function apart(one: Repository, args: readonly string[], more: { readonly uid?: number } = {}): Omit<Ran, "codes"> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "-C", one.root, ...args], {
    env: { ...process.env, ...one.environment, HOME: one.top },
    encoding: "utf8",
    ...(more.uid === undefined ? {} : { uid: more.uid, gid: more.uid }),
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** A folder with a `git` that is a script. */
async function falseGit(script: string): Promise<string> {
  const folder = temporary();
  await writeFile(join(folder, "git"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return [folder, process.env["PATH"]].join(delimiter);
}

describe("where git", () => {
  test("is not installed, a build is made of the files, and a release writes them alone", async () => {
    const one = await repository();
    const before = one.state();
    const { variables } = one;
    one.variables = { PATH: temporary() };
    const checked = await one.check();
    expect([checked.code, checked.err]).toEqual([0, expect.stringContaining("git is not installed here")]);
    const refused = await one.release();
    const words = "there is nothing to commit to, since git is not installed here";
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(words)]);
    one.variables = variables;
    expect(one.state()).toEqual(before);
    one.variables = { PATH: temporary() };
    const written = await one.release({ commit: false });
    expect([written.code, written.out]).toEqual([0, expect.stringContaining("Written: harbour/paper v0.1")]);
    expect((await one.versions()).code).toBe(0);
    const recorded = await one.approve();
    expect([recorded.code, recorded.out]).toEqual([
      0,
      expect.stringContaining("commit content/harbour/data/approvals.yaml"),
    ]);
    expect(one.read("content/harbour/data/approvals.yaml")).not.toContain("commit:");
    one.variables = variables;
    expect(await one.words()).toContain("Held: approved at version 0.1");
  });

  test.each([
    [
      "is too old",
      'for a; do case "$a" in rev-parse) echo "$PWD"; echo --is-shallow-repository; exit 0;; for-each-ref) echo "error: unknown option" >&2; exit 129;; esac; done; exit 0',
      "the git installed here is older than 2.15",
    ],
    [
      "does not trust the folder",
      `echo "fatal: detected dubious ownership in repository at '/x'" >&2; exit 128`,
      "git does not trust this folder",
    ],
    ["is broken", "exit 1", "these files are not in a git repository"],
    ["speaks nonsense", "head -c 4096 /dev/urandom; exit 0", ""],
  ])("%s, each command says so and none falls over", async (_what, script, words) => {
    const one = await repository();
    one.variables = { PATH: await falseGit(script) };
    const ran = await one.check();
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining(words)]);
    const refused = await one.release();
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(words)]);
    expect((await one.versions()).code).toBe(0);
    expect((await one.approve({ commit: false })).code).toBe(0);
  });

  test("has never been used here, or nothing was committed, that is said", async () => {
    const one = await repository();
    await rm(join(one.top, ".git"), { recursive: true });
    expect((await one.check()).err).toContain("these files are not in a git repository");
    expect((await one.release()).err).toContain(
      "there is nothing to commit to, since these files are not in a git repository",
    );
    one.git("init", "-q");
    expect((await one.check()).err).toContain("nothing has been committed yet");
    expect((await one.approve()).code).toBe(0);
  });
});

/** Nobody's files: as root, everything may be read and written, so such a story needs another user. */
const root = process.getuid?.() === 0;
const stranger = root ? 65534 : undefined;

describe("what may only be read", () => {
  async function sealed(): Promise<Repository> {
    const one = await repository();
    await mkdir(join(one.top, "bin"));
    if (root)
      execFileSync("chown", [
        "-R",
        `${stranger}:${stranger}`,
        one.top,
        join(one.environment["GIT_CONFIG_GLOBAL"] ?? "", ".."),
      ]);
    return one;
  }

  test("is left as it was: files, folders and the git folder", async () => {
    const one = await sealed();
    const release = ["release", "harbour/paper", "--minor", "--change", "Outline"];
    const more = stranger === undefined ? {} : { uid: stranger };
    for (const [path, mode] of [
      [document, 0o444],
      ["content/harbour/paper", 0o555],
      [".git", 0o555],
    ] as const) {
      await chmod(join(one.root, path), mode);
      const before = root ? undefined : one.state();
      const ran = apart(one, release, more);
      expect([path, ran.code, ran.out, ran.err]).toEqual([
        path,
        1,
        "",
        expect.stringMatching(/EACCES|Permission denied|cannot be written/),
      ]);
      if (before) expect(one.state()).toEqual(before);
      await chmod(join(one.root, path), path === document ? 0o644 : 0o755);
      expect(one.read(document)).toContain("version: 0.1\n");
    }
    await chmod(join(one.root, "content/harbour/data"), 0o555);
    const record = apart(one, ["approve", "harbour/paper", "--body", "Cabinet", "--outcome", "approved"], more);
    expect([record.code, record.err]).toEqual([1, expect.stringContaining("cannot be written")]);
    await chmod(join(one.root, "content/harbour/data"), 0o755);
    expect(apart(one, release, more).code).toBe(0);
  });

  test.runIf(root)("and belongs to somebody else is not trusted by git, which is said", async () => {
    const one = await repository();
    execFileSync("chmod", ["-R", "a+rX", one.top, join(one.environment["GIT_CONFIG_GLOBAL"] ?? "", "..")]);
    const ran = apart(one, ["check"], { uid: 65534 });
    expect([ran.code, ran.err]).toEqual([
      0,
      expect.stringContaining("git does not trust this folder, which belongs to another user"),
    ]);
  });
});

test("a workspace that is reached by a link is the same workspace", async () => {
  const one = await repository();
  const link = join(temporary(), "link");
  await symlink(one.top, link);
  const linked = elsewhere(one, link);
  expect((await linked.release()).err).toBe("");
  expect(one.git("status", "--porcelain")).toBe("");
  expect((await linked.check()).codes).toEqual([]);
});
