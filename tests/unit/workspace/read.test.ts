import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { spanText } from "../../../src/source.ts";
import { gitFacts, readStatus, readTags } from "../../../src/workspace/git.ts";
import { findProgrammes, readProgramme } from "../../../src/workspace/read.ts";
import { sizeLimit } from "../../../src/workspace/reader.ts";
import { decode } from "../../../src/workspace/text.ts";

let root: string;
let shipped: string;

beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), "fivecase-read-"));
  root = join(base, "workspace");
  shipped = join(base, "shipped");
  await mkdir(root);
  await mkdir(shipped);
});

afterEach(() => rm(dirname(root), { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array, base = root): Promise<void> {
  await mkdir(dirname(join(base, path)), { recursive: true });
  await writeFile(join(base, path), content);
}

const codes = (found: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  found.diagnostics.map((d) => d.code);

describe("reading a programme", () => {
  test("finds programmes, documents, parts, data, history, shared text and pictures", async () => {
    await put("content/b/programme.yaml", "programme: B");
    await put("content/a/programme.yaml", "programme: A");
    await put("content/none/readme.md", "");
    await put("content/a/data/risks.yaml", "risks: {}");
    await put("content/a/data/rows.csv", "a,b\n");
    await put("content/a/shared/aims.md", "Aims");
    await put("content/a/images/map.png", new Uint8Array([1, 2]));
    await put("content/a/obc/document.md", "---\n---\n");
    await put("content/a/obc/20-b.md", "b");
    await put("content/a/obc/10-a.md", "a");
    await put("content/a/obc/history.yaml", "history: []");
    await put("content/a/obc/data/own.yaml", "figures: {}");
    await put("content/a/obc/~$document.md", "lock file of an editor");
    expect(await findProgrammes(root)).toEqual(["a", "b"]);
    const read = await readProgramme(root, "a", shipped);
    expect(read.diagnostics).toEqual([]);
    expect(read.value.documents).toEqual([
      {
        id: "obc",
        main: "content/a/obc/document.md",
        parts: ["content/a/obc/10-a.md", "content/a/obc/20-b.md"],
        data: ["content/a/obc/data/own.yaml"],
        history: "content/a/obc/history.yaml",
      },
    ]);
    expect([...read.value.files.keys()]).toContain("content/a/data/rows.csv");
    expect([...read.value.files.keys()]).toContain("content/a/shared/aims.md");
    expect(read.value.binaries.get("content/a/images/map.png")).toEqual(new Uint8Array([1, 2]));
  });

  test("a workspace's template wins over the shipped one of the same name", async () => {
    await put("content/a/programme.yaml", "programme: A");
    await put("content/a/obc/document.md", "");
    await put("kinds/obc/template.hbs", "shipped", shipped);
    await put("kinds/fbc/template.hbs", "shipped", shipped);
    await put("houses/x/profile.yaml", "name: X", shipped);
    await put("houses/x/kinds/fbc/template.hbs", "x", shipped);
    await put("houses/x/logo.png", new Uint8Array([9]), shipped);
    await put("partials/p.hbs", "p", shipped);
    await put("themes/council.yaml", "name: c", shipped);
    await put("templates/kinds/obc/template.hbs", "own");
    const { value, diagnostics } = await readProgramme(root, "a", shipped);
    expect(diagnostics).toEqual([]);
    expect([...value.templates.kinds]).toEqual([
      ["fbc", "templates/kinds/fbc/template.hbs"],
      ["obc", "templates/kinds/obc/template.hbs"],
      ["x/fbc", "templates/houses/x/kinds/fbc/template.hbs"],
    ]);
    expect(value.files.get("templates/kinds/obc/template.hbs")?.text).toBe("own");
    expect([...value.templates.houses.keys()]).toEqual(["x"]);
    expect([...value.templates.partials.keys()]).toEqual(["p"]);
    expect([...value.templates.themes.keys()]).toEqual(["council"]);
    expect(value.binaries.has("templates/houses/x/logo.png")).toBe(true);
  });

  test.each(["../outside", "a/b", "..", "", "missing"])("there is no programme %j", async (id) => {
    const read = await readProgramme(root, id, shipped);
    expect(codes(read)).toEqual(["source/no-programme"]);
  });

  test("a link that leaves the workspace is refused, one inside is followed", async () => {
    await put("content/a/programme.yaml", "programme: A");
    await put("content/a/obc/document.md", "");
    await put("secret.md", "secret", dirname(root));
    await put("elsewhere/note.md", "inside");
    await symlink(join(dirname(root), "secret.md"), join(root, "content/a/obc/leak.md"));
    await symlink(dirname(root), join(root, "content/a/shared"));
    await symlink(join(root, "elsewhere/note.md"), join(root, "content/a/obc/note.md"));
    const read = await readProgramme(root, "a", shipped);
    expect(read.diagnostics.map((d) => [d.code, d.span?.file])).toEqual([
      ["source/outside-workspace", "content/a/shared"],
      ["source/outside-workspace", "content/a/obc/leak.md"],
    ]);
    expect([...read.value.files.values()].map((f) => f.text).join()).not.toContain("secret");
    expect(read.value.documents[0]?.parts).toEqual(["content/a/obc/note.md"]);
  });

  test("names what is too large, of the wrong kind, or without a document.md", async () => {
    await put("content/a/programme.yaml", "programme: A");
    await put("content/a/obc/document.md", "");
    await put("content/a/obc/big.md", new Uint8Array(sizeLimit + 1).fill(97));
    await put("content/a/data/risks.yml", "risks: {}");
    await put("content/a/images/plan.gif", new Uint8Array([1]));
    await put("content/a/empty-folder/notes.md", "");
    const read = await readProgramme(root, "a", shipped);
    expect(read.diagnostics.map((d) => [d.code, d.span?.file]).sort()).toEqual([
      ["source/ignored-file", "content/a/data/risks.yml"],
      ["source/ignored-file", "content/a/empty-folder"],
      ["source/ignored-file", "content/a/images/plan.gif"],
      ["source/too-large", "content/a/obc/big.md"],
    ]);
  });
});

describe("text", () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((p) => (typeof p === "number" ? Buffer.from([p]) : Buffer.from(p))));

  test("a byte order mark is taken off and line ends are kept", () => {
    const { value, diagnostics } = decode("a.md", bytes(0xef, 0xbb, 0xbf, "a\r\nb"));
    expect(value.text).toBe("a\r\nb");
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ["a Windows pound sign", bytes("é: ", 0xa3, "5\n"), 3],
    ["after a byte order mark", bytes(0xef, 0xbb, 0xbf, "ab", 0x80), 2],
    ["a cut-off character at the end", bytes("ab\nc", 0xe2, 0x82), 4],
    ["a surrogate", bytes("x", 0xed, 0xa0, 0x80), 1],
  ])("%s is reported at its place", (_, input, offset) => {
    const { value, diagnostics } = decode("a.md", input);
    expect(diagnostics.map((d) => [d.code, d.span?.start])).toEqual([["source/not-utf8", offset]]);
    expect(diagnostics[0]?.span && spanText(value, diagnostics[0].span)).toBe("\uFFFD");
  });

  test("UTF-16 is named", () => {
    const { diagnostics } = decode("a.csv", bytes(0xff, 0xfe, "a", 0));
    expect(diagnostics[0]?.help).toContain("UTF-16");
  });
});

describe("git", () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false", ...args], {
      cwd: root,
      stdio: "pipe",
      env: { ...process.env, GIT_AUTHOR_DATE: "2014-01-28T12:00:00Z", GIT_COMMITTER_DATE: "2014-01-28T12:00:00Z" },
    });

  test("a folder without git, and a repository without commits, are facts", async () => {
    expect(await gitFacts(root, ["content"])).toMatchObject({ absent: "no repository", tags: [] });
    git("init", "-q");
    expect(await gitFacts(root, ["content"])).toMatchObject({ absent: "no commits", tags: [] });
  });

  test("annotated tags that are ancestors, and uncommitted changes relative to the workspace", async () => {
    git("init", "-q");
    await put("sub/content/a/x y é.md", "1");
    await put("other.md", "1");
    git("add", ".");
    git("commit", "-qm", "one");
    git("tag", "-a", "a/obc/v1.0", "-m", "First baseline\n\nbody");
    git("tag", "light");
    git("checkout", "-qb", "side");
    git("commit", "-qm", "aside", "--allow-empty");
    git("tag", "-a", "a/obc/v9", "-m", "elsewhere");
    git("checkout", "-q", "-");
    await put("sub/content/a/x y é.md", "2");
    await put("sub/content/a/new.md", "2");
    await put("other.md", "2");
    const facts = await gitFacts(join(root, "sub"), ["content", "templates"]);
    expect(facts.absent).toBeUndefined();
    expect(facts.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(facts.changed).toEqual(["content/a/new.md", "content/a/x y é.md"]);
    expect(facts.tags).toEqual([
      {
        name: "a/obc/v1.0",
        annotated: true,
        ancestor: true,
        date: "2014-01-28",
        author: "Ann",
        email: expect.stringMatching(/^<.*>$/),
        subject: "First baseline",
        body: "body\n",
        commit: facts.commit,
      },
      expect.objectContaining({ name: "a/obc/v9", annotated: true, ancestor: false }),
    ]);
  });

  test("reads porcelain output", () => {
    expect(readStatus(" M sub/a.md\0?? sub/b.md\0 D other.md\0", "sub/")).toEqual(["a.md", "b.md"]);
    const output = [
      ["commit", "a/b/light", "c1", "", "", "", "", "x", ""],
      ["tag", "a/b/v1", "t2", "c2", "2014-01-28", "Ann\x07", "<a@example.org>", "Word\x01", "two\nlines\n"],
      ["tree", "a/b/odd", "t3", "", "", "", "", "", ""],
    ];
    const tags = readTags(output.map((fields) => `${fields.join("\0")}\x01\n`).join(""), new Set(["a/b/v1"]));
    const none = { date: "", author: "", email: "", subject: "", body: "" };
    const word = {
      date: "2014-01-28",
      author: "Ann\uFFFD",
      email: "<a@example.org>",
      subject: "Word\uFFFD",
      body: "two\nlines\n",
    };
    expect(tags).toEqual([
      { name: "a/b/light", annotated: false, ancestor: false, ...none, commit: "c1" },
      { name: "a/b/v1", annotated: true, ancestor: true, ...word, commit: "c2" },
    ]);
  });
});
