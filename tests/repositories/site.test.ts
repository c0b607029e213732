// The site of a real repository: what it lists, what it must not list, and what it leaves of an earlier site.
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Paper, Papers } from "../../schemas/papers.ts";
import { build } from "../../src/cli/build.ts";
import { sha256 } from "../../src/cli/hashes.ts";
import { site } from "../../src/cli/site.ts";
import { said } from "../support/said.ts";
import { deadLinks } from "../support/site-links.ts";
import { programmeYaml, summaryFrontMatter } from "../support/small-case.ts";
import { discard, exists, writeWorkspace } from "../support/workspace.ts";

let root = "";
const ofVersion = (version: string, words: string, front = summaryFrontMatter) =>
  `${front.replace("0.1", version)}\n# Summary\n\n${words}\n`;
const paperFile = "content/harbour/paper/document.md";

beforeEach(async () => {
  root = await writeWorkspace({
    ".gitignore": "out/\n.fivecase/\n",
    "content/harbour/programme.yaml": programmeYaml,
    [paperFile]: ofVersion("0.1", "The quay is long."),
    "templates/kinds/savings-summary/template.hbs": "{{version-history}}\n{{sections}}\n",
  });
  git("init", "-q");
});
afterEach(() => discard(root));

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=Ann Coles", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "pipe" });
}

/** Commits everything, with an annotated tag where a version of the paper is released. */
function commit(words: string, version?: string): void {
  git("add", ".");
  git("commit", "-qm", words);
  if (version !== undefined) git("tag", "-a", `harbour/paper/v${version}`, "-m", words);
}

const put = (path: string, text: string) =>
  mkdir(join(root, posix.dirname(path)), { recursive: true }).then(() => writeFile(join(root, path), text));

const look = { color: false, strict: false, format: "line" as const, documents: [], out: "out", fresh: true };
type Wish = Partial<Parameters<typeof site>[0]>;
const made = (wish: Wish = {}) =>
  said(() => site({ ...look, directory: root, to: ["pdf"], earlier: false, includeExempt: false, ...wish }));

const at = (path: string) => join(root, "out/site", path);
const text = (path: string) => readFile(at(path), "utf8");
const papers = async () =>
  Papers.parse(JSON.parse(await text("papers.json"))).programmes.flatMap((programme) => programme.papers);
const only = async (): Promise<Paper> => {
  const [one, ...others] = await papers();
  if (!one || others.length > 0) throw new Error("the site does not list one document");
  return one;
};

/** Every file of the site by path. */
async function files(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(at("."), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(at("."), posix.join(entry.parentPath, entry.name)));
  const bytes = await Promise.all(paths.map((path) => readFile(at(path))));
  return new Map(paths.map((path, i) => [path, sha256(bytes[i] ?? "")]));
}

test("a site lists the present files with their digests, and each earlier version as its tag builds it", async () => {
  commit("First draft", "0.1");
  await said(() => build({ ...look, directory: root, to: ["pdf", "docx"] }));
  const first = await Promise.all(["pdf", "docx"].map((e) => readFile(join(root, `out/harbour/paper.${e}`))));
  await put(paperFile, ofVersion("0.2", "The quay is short."));
  commit("Second draft", "0.2");
  await put(paperFile, ofVersion("0.3", "The quay is wide."));
  commit("Third draft");
  git("tag", "harbour/paper/v0.2.1");

  const answer = await made({ earlier: true, to: ["pdf", "docx"], baseUrl: "https://papers.example.org/" });
  expect(answer.code).toBe(0);
  const paper = await only();
  expect(paper.files.map(({ path }) => path)).toEqual([
    "harbour/paper/files/v0.3/paper.pdf",
    "harbour/paper/files/v0.3/paper.docx",
  ]);
  expect(paper.versions.map(({ version, files: built }) => [version, built.map(({ format }) => format)])).toEqual([
    ["0.3", []],
    ["0.2", ["pdf", "docx"]],
    ["0.1", ["pdf", "docx"]],
  ]);
  const page = await text("harbour/paper/index.html");
  for (const file of [...paper.files, ...paper.versions.flatMap((version) => version.files)]) {
    const bytes = await readFile(at(file.path));
    expect([bytes.byteLength, sha256(bytes)]).toEqual([file.bytes, file.sha256]);
    expect(page).toContain(`href="${file.path.slice("harbour/paper/".length)}"`);
  }
  for (const file of paper.files) expect(page).toContain(file.sha256);
  const kept = await Promise.all(["pdf", "docx"].map((e) => readFile(at(`harbour/paper/files/v0.1/paper.${e}`))));
  expect(kept.map((bytes, i) => Buffer.compare(bytes, first[i] ?? Buffer.alloc(0)))).toEqual([0, 0]);
  expect(answer.words).toContain("no files  harbour/paper 0.2.1 (its tag is lightweight): no release tag seals it");

  // Every page is sound, and every link leads somewhere.
  const all = await files();
  const html = new Map<string, string>();
  for (const path of all.keys()) if (path.endsWith(".html")) html.set(path, await text(path));
  expect(deadLinks(html, (path) => all.has(path))).toEqual([]);
  const judge = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
  for (const [path, page] of html) expect((await judge.validateString(page, path)).results).toEqual([]);

  // The same sources give the same site; without the wish for earlier versions their files go.
  await made({ earlier: true, to: ["pdf", "docx"], baseUrl: "https://papers.example.org/", fresh: false });
  expect(await files()).toEqual(all);
  expect((await made({ to: ["pdf", "docx"] })).words).toContain(
    "removed  5 files that an earlier run wrote and this one does not",
  );
  expect((await only()).versions.flatMap((version) => version.files)).toEqual([]);
  expect(await exists(at("harbour/paper/files/v0.1"))).toBe(false);
});

test("an earlier version under another name of its folder, and one that cannot be built any more", async () => {
  await rm(join(root, "content/harbour/paper"), { recursive: true });
  await put("content/harbour/old/document.md", ofVersion("0.1", "The quay is long."));
  git("add", ".");
  git("commit", "-qm", "First");
  git("tag", "-a", "harbour/paper/v0.1", "-m", "First draft");
  git("mv", "content/harbour/old", "content/harbour/paper");
  git("commit", "-qm", "Another name");
  await put(paperFile, ofVersion("0.2", "See [](#nowhere) {{figure nothing}}"));
  commit("Second draft", "0.2");
  await put(paperFile, ofVersion("0.3", "The quay is wide."));
  commit("Third draft");
  const answer = await made({ earlier: true });
  expect(answer.code).toBe(0);
  expect(answer.words).toMatch(
    /no files {2}harbour\/paper 0\.2 cannot be built any more: it has \d+ errors?, such as: /,
  );
  expect((await only()).versions.map(({ files: built }) => built.map(({ path }) => path))).toEqual([
    [],
    [],
    ["harbour/paper/files/v0.1/old.pdf"],
  ]);
});

const exemptFront = summaryFrontMatter.replace("classification: public", "classification: exempt");

test("nothing on a site says that an exempt document exists, also where an earlier site listed it", async () => {
  const hidden = summaryFrontMatter.replace("Harbour renewal", "Price of the dredger");
  await put("content/harbour/prices/document.md", ofVersion("0.1", "Secret.", hidden));
  await made();
  expect((await papers()).length).toBe(2);
  await put("content/harbour/prices/document.md", ofVersion("0.1", "Secret.", hidden.replace("public", "exempt")));
  const answer = await made();
  expect(answer.code).toBe(0);
  expect(answer.words).toContain("left out  harbour/prices is exempt: nothing on the site says that it exists");
  for (const path of (await files()).keys()) {
    expect(path).not.toContain("prices");
    if (!path.endsWith(".pdf")) expect(await text(path), path).not.toMatch(/prices|dredger/i);
  }
  // For a site that the public cannot reach it is listed, and marked; its page does not stay for the public.
  await made({ includeExempt: true });
  expect(await text("harbour/prices/index.html")).toContain("It is not for publication.");
  await put("content/harbour/prices/document.md", `${hidden}\n# Summary\n\n{{figure nothing}}\n`);
  expect((await made()).words).toContain("left out  harbour/prices is exempt");
  expect((await papers()).map(({ id }) => id)).toEqual(["harbour/paper"]);
});

test("an earlier version that was exempt is not published", async () => {
  await put(paperFile, ofVersion("0.1", "Secret.", exemptFront));
  commit("First draft", "0.1");
  await put(paperFile, ofVersion("0.2", "The quay is long."));
  commit("Second draft");
  const answer = await made({ earlier: true });
  expect(answer.words).toContain("no files  harbour/paper 0.1 is exempt");
  expect((await only()).versions.flatMap((version) => version.files)).toEqual([]);
  expect(await exists(at("harbour/paper/files/v0.1"))).toBe(false);
});

test("a document with errors keeps the page and the files of an earlier run", async () => {
  await made();
  const before = await files();
  await put(paperFile, ofVersion("0.2", "{{figure nothing}}"));
  await put("content/harbour/new/document.md", ofVersion("0.1", "{{figure nothing}}"));
  const answer = await made();
  expect(answer.code).toBe(1);
  expect(answer.words).toContain(
    "page kept  harbour/paper: the site still shows version 0.1, as an earlier run wrote it",
  );
  expect(answer.words).toContain("no page  harbour/new: it was not built, and no earlier run wrote a page of it");
  expect(await files()).toEqual(before);
  // A page is not kept of files that are not as they were listed.
  await writeFile(at("harbour/paper/files/v0.1/paper.pdf"), "another");
  expect((await made()).words).toContain("no page  harbour/paper: it was not built");
  expect(await papers()).toEqual([]);
});

test("a superseded document says so first, and names the version to use", async () => {
  await put(paperFile, ofVersion("0.1", "Long.", summaryFrontMatter.replace("status: draft", "status: superseded")));
  await made();
  const page = await text("harbour/paper/index.html");
  expect(page).toContain("Not for use: superseded by a later version.");
  expect(page).not.toContain("Current files");
  expect(page).toContain("Files kept for the record");
});

test("hostile words of a document stay words", async () => {
  const title = `title: '"><script>alert(1)</script> & <img src=x onerror=y> javascript:'`;
  await put(paperFile, ofVersion("0.1", "Long.", summaryFrontMatter.replace("title: Harbour renewal", title)));
  expect((await made()).code).toBe(0);
  for (const path of ["index.html", "harbour/paper/index.html"]) {
    expect(await text(path)).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img");
    expect(await text(path)).not.toMatch(/<script|<img|href="javascript/);
  }
});

test("only what an earlier run wrote is removed, and only as it wrote it", async () => {
  await put("content/harbour/other/document.md", ofVersion("0.1", "Another."));
  await made();
  await writeFile(at("harbour/other/index.html"), "somebody's own");
  await writeFile(at("notes.html"), "somebody's own");
  await rm(join(root, "content/harbour/other"), { recursive: true });
  const answer = await made();
  expect(answer.words).toContain("left  harbour/other/index.html: this run does not write it, but it was changed");
  expect(answer.words).toContain("removed  1 file that an earlier run wrote");
  expect(await exists(at("harbour/other/files"))).toBe(false);
  expect([await text("harbour/other/index.html"), await text("notes.html")]).toEqual(Array(2).fill("somebody's own"));
});

test("a list that was damaged, or that leads elsewhere, removes nothing", async () => {
  await put("content/harbour/other/document.md", ofVersion("0.1", "Another."));
  await made();
  await rm(join(root, "content/harbour/other"), { recursive: true });
  const list = await text("papers.json");
  await mkdir(join(root, "elsewhere"));
  await writeFile(join(root, "elsewhere/index.html"), await text("harbour/other/index.html"));
  await rm(at("harbour/other"), { recursive: true });
  await symlink(join(root, "elsewhere"), at("harbour/other"));
  expect((await made()).code).toBe(0);
  expect(await exists(join(root, "elsewhere/index.html"))).toBe(true);

  await writeFile(at("papers.json"), list.replace('"path": "index.html"', '"path": "../harbour/paper.pdf"'));
  const answer = await made();
  expect(answer.words).toMatch(/not tidied .*papers\.json is not as fivecase wrote it, so no earlier file was removed/);
  expect(await exists(join(root, "out/harbour/paper.pdf"))).toBe(true);
});

test("a programme whose documents would be built into the site is refused", async () => {
  await put("content/Site/programme.yaml", programmeYaml);
  const answer = await made();
  expect(answer.code).toBe(2);
  expect(answer.words).toContain(
    'Not written: documents of the programme "Site" are built into the folder of the site.',
  );
});
