// Releases in real repositories: what is written, committed and sealed, and what is refused without a trace.
import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ReleaseOptions } from "../../src/cli/release.ts";
import { changed, paper, type Ran, type Repository, repository } from "../support/repository.ts";

const document = "content/harbour/paper/document.md";
const history = "content/harbour/paper/history.yaml";

/** The command is refused, says why, and leaves everything as it was. */
async function refused(one: Repository, run: () => Promise<Ran>, code: number, words: string | RegExp): Promise<void> {
  const before = one.state();
  const ran = await run();
  expect(ran.err).toMatch(words instanceof RegExp ? words : new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  expect(ran.code).toBe(code);
  expect(ran.out).toBe("");
  expect(one.state()).toEqual(before);
}

describe("a release", () => {
  test("writes version, date and status and a row, commits exactly these files and seals the commit", async () => {
    const one = await repository();
    await one.write("content/harbour/note.txt", "");
    one.commit("A file that nothing reads");
    const ran = await one.release({ change: "First outline" });
    expect(ran.code).toBe(0);
    expect(one.read(document)).toBe(
      paper.replace("version: 0.1", 'version: "0.1"').replace("2026-11-02", "2026-11-10"),
    );
    expect(one.read(history)).toBe(`# yaml-language-server: $schema=../../../schemas/json/history.schema.json
history:
  - version: "0.1"
    date: 2026-11-10
    author: Ann Coles
    change: First outline
    sections: All
    status: draft
`);
    expect(one.git("show", "--format=%an|%s|%b", "--name-only").split("\n")).toEqual([
      "Ann Coles|Release harbour/paper v0.1|First outline",
      "",
      "",
      document,
      history,
    ]);
    expect(one.git("cat-file", "-t", "harbour/paper/v0.1")).toBe("tag");
    expect(one.git("rev-parse", "harbour/paper/v0.1^{commit}")).toBe(one.git("rev-parse", "HEAD"));
    expect(one.git("tag", "-l", "--format=%(contents)")).toBe(
      "First outline\n\nVersion-date: 2026-11-10\nVersion-status: draft\n",
    );
    expect(one.git("status", "--porcelain")).toBe("");
    expect((await one.check()).codes).toEqual(["source/ignored-file"]);
  });

  test("goes up by minor, by major and to a version that is named, 0.10 after 0.9", async () => {
    const one = await repository({
      [history]: "history:\n  - { version: 0.9, date: 2026-10-01, author: lead, change: Before }\n",
      [document]: changed("version: 0.1", "version: 0.9"),
    });
    const asked: readonly (readonly [Partial<ReleaseOptions>, string, string])[] = [
      [{ minor: true }, "0.10", "draft"],
      [{ major: true }, "1.0", "approved"],
      [{ minor: true }, "1.1", "draft"],
      [{ version: "v3.9", status: "for-review" }, "3.9", "for review"],
      [{ minor: true }, "3.10", "for review"],
    ];
    for (const [options, version, status] of asked) {
      await one.edit(document, "Storms", `Storms ${version}`);
      one.commit();
      const ran = await one.release(options);
      expect(ran.code).toBe(0);
      expect(one.read(document)).toContain(`version: "${version}"\nstatus: ${status}\n`);
    }
    expect(one.tags()).toEqual(["0.10", "1.0", "1.1", "3.10", "3.9"].map((v) => `harbour/paper/v${v}`));
    const words = await one.words();
    expect([...words.matchAll(/body \| ([\d.]+) .*\| (.*)$/gm)].map((m) => `${m[1]} ${m[2]}`).slice(0, 6)).toEqual([
      "0.9 –",
      "0.10 –",
      "1.0 3 Risks",
      "1.1 3 Risks",
      "3.9 3 Risks",
      "3.10 3 Risks",
    ]);
    expect((await one.check()).codes).toEqual(["control/version-gap"]);
    const listed: { versions: { version: string; present: boolean }[] } = JSON.parse(
      (await one.versions({ format: "json" })).out,
    );
    expect(listed.versions.map((v) => v.version)).toEqual(["0.9", "0.10", "1.0", "1.1", "3.9", "3.10"]);
    expect(listed.versions.at(-1)?.present).toBe(true);
  });

  test("without a commit writes the files and makes neither commit nor tag", async () => {
    const one = await repository();
    const head = one.git("rev-parse", "HEAD");
    const ran = await one.release({ commit: false });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Written: harbour/paper v0.1 draft, 2026-11-10");
    expect(ran.out).toContain(`git add ${document} ${history} && git commit, then git tag -a harbour/paper/v0.1`);
    expect([one.git("rev-parse", "HEAD"), one.tags()]).toEqual([head, []]);
    expect(one.git("status", "--porcelain", "-uall").split("\n")).toEqual([` M ${document}`, `?? ${history}`]);
  });

  test("of two documents in one commit is sealed by two tags", async () => {
    const one = await repository({ "content/harbour/other/document.md": paper });
    expect((await one.release({ commit: false })).code).toBe(0);
    expect((await one.release({ commit: false, document: "harbour/other", dirty: true })).code).toBe(0);
    one.commit("Release both");
    one.tag("harbour/paper/v0.1", "Both go to the board");
    one.tag("harbour/other/v0.1", "Both go to the board");
    const ran = await one.check();
    expect([ran.code, ran.codes]).toEqual([0, []]);
    expect(await one.words("harbour/other")).toContain("0.1 | 10/11/2026 | Ann Coles | Comments from Finance | All");
  });

  test("takes the files whole and leaves the author's other changes as they were, staged ones staged", async () => {
    const one = await repository();
    await one.edit("content/harbour/data/boards.yaml", "Cabinet", "The Cabinet");
    one.git("add", "-A");
    await one.edit("content/harbour/data/figures.yaml", "120", "121");
    const ran = await one.release({ dirty: true });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(one.git("status", "--porcelain").split("\n")).toEqual([
      "M  content/harbour/data/boards.yaml",
      " M content/harbour/data/figures.yaml",
    ]);
  });

  test("on a detached head is kept by its tag, and that is said", async () => {
    const one = await repository();
    one.git("checkout", "-q", "--detach");
    const ran = await one.release();
    expect(ran.out).toContain("no branch is checked out: only the tag keeps this commit");
    expect(one.git("rev-parse", "harbour/paper/v0.1^{commit}")).toBe(one.git("rev-parse", "HEAD"));
  });

  test("in a workspace below the top of its repository concerns that workspace alone", async () => {
    const one = await repository({}, "cases/2026");
    await writeFile(join(one.top, "elsewhere.txt"), "not of this workspace");
    const ran = await one.release();
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(one.git("show", "--format=", "--name-only").split("\n")).toEqual([
      `cases/2026/${document}`,
      `cases/2026/${history}`,
    ]);
    expect((await one.check()).codes).toEqual([]);
  });

  test("keeps a byte order mark, Windows line ends, comments, links and the mode of its files", async () => {
    const windows = paper.replaceAll("\n", "\r\n").replace("version: 0.1\r\n", "version: '0.1'   # the issue\r\n");
    const rows =
      "\uFEFF# ours\r\nhistory:\r\n  # the first\r\n  - version: 0.0\r\n    date: 2026-10-01\r\n    author: lead\r\n    change: Before # note\r\n# end\r\n";
    const one = await repository({ [document]: `\uFEFF${windows}` });
    await one.write("texts/history.yaml", rows);
    await mkdir(join(one.root, "texts"), { recursive: true });
    await symlink("../../../texts/history.yaml", join(one.root, history));
    await chmod(join(one.root, document), 0o755);
    one.commit("In Windows's way");
    const ran = await one.release();
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(one.read(document)).toBe(`\uFEFF${windows.replace("'0.1'", '"0.1"').replace("2026-11-02", "2026-11-10")}`);
    expect(one.read("texts/history.yaml")).toBe(
      rows.replace(
        "# end",
        '  - version: "0.1"\r\n    date: 2026-11-10\r\n    author: Ann Coles\r\n    change: Comments from Finance\r\n    status: draft\r\n# end',
      ),
    );
    expect(one.git("ls-files", "--stage", document, history)).toMatch(/^100755 .*\n120000 /);
    expect(one.git("status", "--porcelain")).toBe("");
  });
});

describe("sections affected", () => {
  test.each<readonly [string, (one: Repository) => Promise<void>, string]>([
    ["prose", (one) => one.edit(document, "Storms", "Storms and tides"), "3 Risks"],
    ["a figure of the programme", (one) => one.edit("content/harbour/data/figures.yaml", "5000", "6000"), "2 Costs"],
    [
      "a section that was taken out",
      (one) => one.edit(document, "# Costs\n\nThe crane costs {{money crane as=£}}.\n\n", ""),
      "2 Costs",
    ],
    [
      "the template",
      (one) =>
        one.edit("templates/kinds/savings-summary/template.hbs", "{{sections}}", '{{section "risks"}}\n\n{{sections}}'),
      "1 Risks",
    ],
    ["what no reader sees", (one) => one.edit("content/harbour/data/figures.yaml", "value: 7", "value: 8"), ""],
    [
      "everything",
      (one) =>
        one.write(document, `${changed("version: 0.1", "version: 0.2").split("# Summary")[0]}# A\n\nB\n\n# C\n\nD\n`),
      "All",
    ],
  ])("name what %s changes", async (_what, change, expected) => {
    const one = await repository();
    await one.release();
    await change(one);
    one.commit();
    const ran = await one.release();
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toContain(expected === "" ? "no section reads differently" : `sections affected: ${expected}`);
    const row = one.read(history).split('version: "0.2"')[1] ?? "";
    expect(/sections: (.*)/.exec(row)?.[1] ?? "").toBe(expected);
  });

  test("follow a document and a programme whose folders were renamed", async () => {
    const one = await repository();
    await one.release();
    one.git("mv", "content/harbour/paper", "content/harbour/renewal");
    one.commit("Rename the document");
    one.git("mv", "content/harbour", "content/port");
    one.commit("Rename the programme");
    await one.edit("content/port/renewal/document.md", "Storms", "Tides");
    one.commit();
    const ran = await one.release({ document: "port/renewal" });
    expect(ran.out).toContain("Released: port/renewal v0.2");
    expect(ran.out).toContain("sections affected: 3 Risks");
  });

  test("are not known, and said not to be, where the version before was never sealed", async () => {
    const one = await repository({
      [history]: "history:\n  - { version: 0.0, date: 2026-10-01, author: lead, change: Before }\n",
    });
    const ran = await one.release();
    expect(ran.out).toContain("sections affected are not known: the version before has no tag here");
  });
});

describe("a release is refused, and nothing has changed", () => {
  test("where the command line asks for nothing that can be", async () => {
    const one = await repository();
    await one.release();
    const asked: readonly (readonly [Partial<ReleaseOptions>, string | RegExp])[] = [
      [{ version: "next" }, '"next" is no version.'],
      [{ version: "--force" }, '"--force" is no version.'],
      [{ version: "1.2-rc1" }, '"1.2-rc1" is no version.'],
      [{ version: "0.1" }, "Version 0.1 does not come after 0.1, the latest there is."],
      [{ version: "0.1.0" }, "Version 0.1.0 does not come after 0.1"],
      [{ version: "0.0.9" }, "does not come after"],
      [{ major: true, version: "2.0" }, "Say which version it is to be."],
      [{ date: "10/11/2026" }, '"10/11/2026" is no date.'],
      [{ status: "final" }, '"final" is no status.'],
      [{ author: "XX" }, 'the id or initials "XX"'],
      [{ author: "" }, "--author says nothing."],
      [{ change: "  \n " }, "--change says nothing."],
    ];
    for (const [options, words] of asked) await refused(one, () => one.release(options), 2, words);
  });

  test("where the document has errors", async () => {
    const one = await repository({ [document]: changed("number quay", "number key") });
    await refused(one, () => one.release(), 1, /compute\/unknown|unknown/);
  });

  test.each([
    ["the front matter lacks its version", { [document]: changed("version: 0.1\n", "") }],
    ["the front matter cannot be read", { [document]: changed("status: draft", "status: [draft") }],
    ["a row of the history is wrong", { [history]: "history:\n  - { version: 0.0, date: soon, change: 1 }\n" }],
    ["the history is no list", { [history]: "history: none\n" }],
    ["the history is no YAML", { [history]: "history:\n  - { version: 0.0\n" }],
    ["the history is a list of words", { [history]: "- one\n" }],
  ])("where %s", async (_what, files) => {
    const one = await repository(files);
    await refused(one, () => one.release(), 1, /Not released|error/);
  });

  test("where there are changes that are not committed", async () => {
    const one = await repository();
    await one.write("content/harbour/paper/more.md", "# More\n\nText.\n");
    await refused(
      one,
      () => one.release(),
      1,
      "there are changes that are not committed:\n    content/harbour/paper/more.md",
    );
  });

  test("where the tag is there already, or a tag stands where its folder must be", async () => {
    const one = await repository();
    one.git("tag", "harbour/paper/v0.1.0.0");
    await refused(one, () => one.release({ version: "0.1" }), 2, "does not come after 0.1.0.0");
    one.git("tag", "-d", "harbour/paper/v0.1.0.0");
    one.git("tag", "harbour/paper");
    await refused(one, () => one.release(), 1, "refs/tags/harbour/paper");
  });

  test("where git does not know who commits", async () => {
    const one = await repository();
    await one.configure("[user]\n\tuseConfigOnly = true\n");
    await refused(
      one,
      () => one.release(),
      1,
      /git says: .*(user\.name|user\.email|tell me who you are|no email was given)/i,
    );
    await one.release({ commit: false });
  });

  test.each([
    ["pre-commit", "the board is not asked yet"],
    ["commit-msg", "no ticket is named"],
    ["reference-transaction", "tags are frozen"],
  ])("where a %s hook refuses", async (hook, words) => {
    const one = await repository();
    await one.edit("content/harbour/data/boards.yaml", "Cabinet", "The Cabinet");
    await one.edit(document, "Storms", "Staged storms");
    one.git("add", "-A");
    await one.edit(document, "Staged storms", "Storms that are not staged");
    const script = hook === "reference-transaction" ? `grep -q refs/tags || exit 0\n[ "$1" = prepared ] || exit 0` : "";
    await writeFile(join(one.top, `.git/hooks/${hook}`), `#!/bin/sh\n${script}\necho "${words}" >&2\nexit 1\n`, {
      mode: 0o755,
    });
    await refused(one, () => one.release({ dirty: true }), 1, words);
  });

  test("where the tag cannot be signed, though the commit was made", async () => {
    const one = await repository();
    await one.edit("content/harbour/data/boards.yaml", "Cabinet", "The Cabinet");
    await one.edit(document, "Storms", "Staged storms");
    one.git("add", "-A");
    await one.edit(document, "Staged storms", "Storms that are not staged");
    one.git("config", "tag.gpgSign", "true");
    one.git("config", "gpg.program", "false");
    await refused(one, () => one.release({ dirty: true }), 1, /gpg failed to sign|unable to sign/);
  });

  test("where a merge is under way", async () => {
    const one = await repository();
    one.git("checkout", "-qb", "side");
    await one.write("content/harbour/paper/a.md", "# A\n\nOne.\n");
    one.commit();
    one.git("checkout", "-q", "main");
    one.commit("Later");
    one.git("merge", "-q", "--no-ff", "--no-commit", "side");
    await refused(one, () => one.release({ dirty: true }), 1, /git says: .*merge/);
  });

  test("where another git is at work", async () => {
    const one = await repository();
    await writeFile(join(one.top, ".git/index.lock"), "");
    await refused(one, () => one.release(), 1, "index.lock");
  });

  test("where the folder has a name that no tag can have", async () => {
    const names = ["a b", "a~b", "a..b", "x.lock", "a[b]", "@{", "a:b", "a*"];
    const one = await repository();
    for (const name of names) {
      await one.write(`content/${name}/programme.yaml`, one.read("content/harbour/programme.yaml"));
      await one.write(`content/${name}/data/figures.yaml`, one.read("content/harbour/data/figures.yaml"));
      await one.write(`content/${name}/paper/document.md`, paper);
    }
    one.commit();
    const before = one.state();
    for (const name of names) {
      const ran = await one.release({ document: `${name}/paper` });
      expect([name, ran.code, ran.err]).toEqual([name, 1, expect.stringContaining("cannot be the name of a tag")]);
    }
    expect(one.state()).toEqual(before);
  });

  test("where nothing was ever committed", async () => {
    const one = await repository();
    one.git("checkout", "-q", "--orphan", "empty");
    await refused(one, () => one.release(), 1, "nothing has been committed yet");
  });
});

describe("words for what changed", () => {
  test("are kept to the letter in the row, the commit and the tag", async () => {
    const one = await repository();
    const changes = [
      `It's "quoted": key # no comment`,
      "--force",
      "$(touch pwned) `touch pwned`; touch pwned -m evil",
      "*bold* _and_ [a link](https://example.org) 🚢 für Àlvarez",
      "Version-date: 1999-01-01",
      "!tag &anchor *alias %directive @at",
      "1.0",
      "~",
      "Long words ".repeat(180).trim(),
    ];
    for (const change of changes) {
      const ran = await one.release({ change });
      expect([ran.code, ran.err]).toEqual([0, ""]);
      expect(one.git("log", "-1", "--format=%b").trimEnd()).toBe(change);
      expect(one.git("tag", "-l", "--points-at", "HEAD", "--format=%(contents:subject)")).toBe(change);
    }
    const listed: { versions: { change: string }[] } = JSON.parse((await one.versions({ format: "json" })).out);
    expect(listed.versions.map((v) => v.change)).toEqual(changes);
    expect((await one.check()).codes).toEqual([]);
    expect(one.git("status", "--porcelain")).toBe("");
  });

  test("that begin as a block would are a line all the same, and lines are joined", async () => {
    const one = await repository();
    const said = ["# Heading", "1. first", "[a]: b", "--- ---", "Two\n\n  lines\r\n"];
    for (const change of said) expect((await one.release({ change })).err).toBe("");
    const words = await one.words();
    const rows = [...words.matchAll(/body \| 0\.\d+ \| 10\/11\/2026 \| Ann Coles \| (.*) \|/g)].map((m) => m[1]);
    expect(rows).toEqual(["# Heading", "1. first", "[a]: b", "— —", "Two lines"]);
    expect(one.git("log", "-1", "--format=%b").trimEnd()).toBe("Two lines");
  });

  test.each([
    ["<b>html</b>", 1, "markdown/html"],
    ["a {{number nothing}}", 1, "nothing"],
    ["\u0007bell", 2, "--change holds a character that cannot be printed."],
    ["private \uE000", 2, "--change holds a character that cannot be printed."],
  ])("that no document can print are refused: %j", async (change, code, words) => {
    const one = await repository();
    await refused(one, () => one.release({ change }), code, words);
  });
});

test("folders whose names look like options are folders", async () => {
  const one = await repository();
  one.git("mv", "content/harbour", "content/--force");
  one.git("mv", "content/--force/paper", "content/--force/$(touch pwned);rm -m");
  one.commit();
  await refused(one, () => one.release({ document: "--force/$(touch pwned);rm -m" }), 1, "cannot be the name of a tag");
  one.git("mv", "content/--force/$(touch pwned);rm -m", "content/--force/$(id);rm");
  one.commit();
  await refused(one, () => one.release({ document: "--force/$(id);rm" }), 1, "cannot be the name of a tag");
  one.git("mv", "content/--force", "content/f--force");
  one.commit();
  const ran = await one.release({ document: "f--force/$(id);rm" });
  expect([ran.code, ran.err]).toEqual([0, ""]);
  expect(one.tags()).toEqual(["f--force/$(id);rm/v0.1"]);
});
