// The list of outputs, and what becomes of files under names that documents no longer have.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Manifest } from "../../src/cli/manifest.ts";
import { programmeYaml, summaryFrontMatter } from "../support/small-case.ts";
import { discard, exists, writeWorkspace } from "../support/workspace.ts";

const main = join(import.meta.dirname, "../../dist/bundle/main.js");
let root = "";

const profile = await readFile(join(import.meta.dirname, "../../templates/houses/wirral/profile.yaml"), "utf8");
const paper = (title: string) => `${summaryFrontMatter.replace("Harbour renewal", title)}\n# Summary\n\nThe quay.\n`;

beforeEach(async () => {
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programmeYaml,
    "content/harbour/first/document.md": paper("First"),
    "content/harbour/first/history.yaml":
      "history:\n  - { version: 0.1, date: 2026-11-02, author: lead, change: First draft }\n",
    "content/harbour/second/document.md": paper("Second").replace("classification: public", "classification: exempt"),
    "templates/kinds/savings-summary/template.hbs": "{{sections}}\n",
  });
  // The house of the small programme, so that a test can change its rule for names.
  const house = /^profile: (\S+)$/m.exec(programmeYaml)?.[1] ?? "plymouth";
  await mkdir(join(root, "templates/houses", house), { recursive: true });
  await writeFile(join(root, "templates/houses", house, "profile.yaml"), profile);
});
afterEach(() => discard(root));

function build(...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const run = spawnSync(process.execPath, [main, "-C", root, "build", "--to", "xlsx", ...args], { encoding: "utf8" });
  return { code: run.status, out: run.stdout };
}

const text = () => readFile(join(root, "out/manifest.json"), "utf8");
const manifest = async (): Promise<Manifest> => JSON.parse(await text());
const listed = async () => (await manifest()).outputs.map((o) => `${o.document} ${o.file} ${o.version}`);
const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Gives the house a rule for names, or another one. */
async function name(pattern: string): Promise<void> {
  for (const house of await readdir(join(root, "templates/houses")))
    await writeFile(join(root, "templates/houses", house, "profile.yaml"), `${profile}file-name: "${pattern}"\n`);
}

test("the manifest says of every output what it is, what it is made from, and holds no clock and no machine's path", async () => {
  expect(build("harbour/first", "--to", "pdf,docx,xlsx").code).toBe(0);
  const { schema, tool, outputs, inputs } = await manifest();
  expect(schema).toBe("fivecase/manifest@1");
  expect(tool.name).toBe("fivecase");
  expect(outputs.map((o) => o.format)).toEqual(["docx", "pdf", "xlsx"]);
  const pdf = outputs.find((o) => o.format === "pdf");
  const bytes = await readFile(join(root, "out/harbour/first.pdf"));
  expect(pdf).toMatchObject({
    document: "harbour/first",
    programme: "harbour",
    kind: "savings-summary",
    title: "First",
    version: "0.1",
    status: "draft",
    date: "2026-11-02",
    classification: "public",
    edition: "public",
    file: "harbour/first.pdf",
    pages: 1,
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    source: { uncommitted: false },
  });
  expect(pdf?.source).not.toHaveProperty("commit");
  expect(outputs.find((o) => o.format === "xlsx")?.sheets).toBeGreaterThan(0);
  const from = inputs[pdf?.inputs ?? ""] ?? [];
  expect(from.filter((i) => i.role === "record").map((i) => i.path)).toEqual(["content/harbour/first/history.yaml"]);
  const source = await readFile(join(root, "content/harbour/first/document.md"));
  expect(from.find((i) => i.path === "content/harbour/first/document.md")?.sha256).toBe(sha256(source));
  expect(await text()).not.toContain(root);
});

test("line ends of another system change no hash of an input", async () => {
  build();
  const before = (await manifest()).inputs;
  const path = join(root, "content/harbour/first/document.md");
  await writeFile(path, (await readFile(path, "utf8")).replaceAll("\n", "\r\n"));
  build();
  expect((await manifest()).inputs).toEqual(before);
});

test("two builds give the same manifest, whether or not anything was built again", async () => {
  build("--to", "pdf,xlsx");
  const before = await text();
  expect(build("--to", "pdf,xlsx").code).toBe(0);
  expect(await text()).toBe(before);
  build("--to", "pdf,xlsx", "--fresh");
  expect(await text()).toBe(before);
  await rm(join(root, "out/manifest.json"));
  build("--to", "pdf,xlsx");
  expect(await text()).toBe(before);
});

test("what an earlier build wrote stays listed while its file is as it was", async () => {
  build();
  build("harbour/first", "--to", "pdf");
  const all = ["harbour/first harbour/first.pdf 0.1", "harbour/first harbour/first.xlsx 0.1"];
  expect(await listed()).toEqual([...all, "harbour/second harbour/second.xlsx 0.1"]);
  await writeFile(join(root, "out/harbour/second.xlsx"), "saved over");
  build("harbour/first", "--to", "pdf");
  expect(await listed()).toEqual(all);
  expect(await readFile(join(root, "out/harbour/second.xlsx"), "utf8")).toBe("saved over");
});

test("a file under an earlier name of its document is taken away, unless somebody changed it", async () => {
  build();
  await writeFile(join(root, "out/harbour/second.xlsx"), "my notes");
  await writeFile(join(root, "out/harbour/other.xlsx"), "mine");
  await name("{title}-v{version}-{status}-{edition}");
  const run = build();
  expect(run.code).toBe(0);
  expect(run.out).toMatch(/removed .*out\/harbour\/first\.xlsx/);
  expect(run.out).toMatch(/left .*out\/harbour\/second\.xlsx: .*changed/);
  expect((await readdir(join(root, "out/harbour"))).sort()).toEqual([
    "first-v0.1-draft-public.xlsx",
    "other.xlsx",
    "second-v0.1-draft-exempt.xlsx",
    "second.xlsx",
  ]);
  expect(await readFile(join(root, "out/harbour/second.xlsx"), "utf8")).toBe("my notes");
  expect(await listed()).toEqual([
    "harbour/first harbour/first-v0.1-draft-public.xlsx 0.1",
    "harbour/second harbour/second-v0.1-draft-exempt.xlsx 0.1",
  ]);
});

test("documents that exchange their names keep both files", async () => {
  await name("{title}");
  build();
  await writeFile(join(root, "content/harbour/first/document.md"), paper("Second"));
  await writeFile(join(root, "content/harbour/second/document.md"), paper("First"));
  const run = build();
  expect(run.out).not.toContain("removed");
  expect(await listed()).toEqual(["harbour/first harbour/second.xlsx 0.1", "harbour/second harbour/first.xlsx 0.1"]);
});

test.each([
  ["cut short", '{"schema": "fivecase/manifest@1", "outputs": ['],
  ["of another program", '{"name": "A web app", "icons": []}'],
  ["of a later form", '{"schema": "fivecase/manifest@9", "outputs": [], "inputs": {}}'],
])("a manifest that is %s is replaced, and that is said", async (_, foreign) => {
  await mkdir(join(root, "out"));
  await writeFile(join(root, "out/manifest.json"), foreign);
  const run = build();
  expect(run.code).toBe(0);
  expect(run.out).toMatch(/warning .*out\/manifest\.json was damaged/);
  expect(await listed()).toHaveLength(2);
});

test("a manifest cannot have a file outside its folder taken away", async () => {
  build();
  const outside = join(root, "precious.xlsx");
  await writeFile(outside, "precious");
  const { outputs, ...rest } = await manifest();
  for (const file of ["../precious.xlsx", "harbour/../../precious.xlsx", "../../precious.xlsx", outside]) {
    const forged = outputs.map((o) => ({ ...o, file, sha256: sha256("precious") }));
    await writeFile(join(root, "out/manifest.json"), JSON.stringify({ ...rest, outputs: forged }));
    expect(build().out).toMatch(/warning .*manifest\.json/);
    expect(await exists(outside)).toBe(true);
  }
});

test("the manifest names the commit that was built, and says of each document whether its sources were changed", async () => {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: root,
      encoding: "utf8",
      env: Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("GIT_"))),
    });
  git("init", "-q");
  git("add", "content", "templates");
  git("commit", "-qm", "First", "--no-gpg-sign");
  await writeFile(join(root, "content/harbour/second/document.md"), paper("Second, changed"));
  build();
  const commit = git("rev-parse", "HEAD").trim();
  expect((await manifest()).outputs.map((o) => o.source)).toEqual([
    { commit, uncommitted: false },
    { commit, uncommitted: true },
  ]);
});
