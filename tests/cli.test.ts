// The program as people run it: arguments, screens, exit codes, files.
import { spawn } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { summaryFrontMatter as frontMatter, programmeYaml as programme } from "./support/small-case.ts";
import { discard, exists, writeWorkspace } from "./support/workspace.ts";

const main = join(import.meta.dirname, "../dist/bundle/main.js");
let root = "";
afterEach(() => discard(root));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function fivecase(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...environment } });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

const workspace = (body: string) =>
  writeWorkspace({
    "content/harbour/programme.yaml": programme,
    "content/harbour/data/figures.yaml": "figures:\n  quay: { value: 120, unit: metres }\n",
    "content/harbour/paper/document.md": `${frontMatter}\n${body}`,
    "templates/kinds/savings-summary/template.hbs": "{{sections}}\n",
  });
const good = "# Summary\n\nThe quay is {{number quay}} long.\n";

test("build writes all formats, says what it made and what comes next", async () => {
  root = await workspace(good);
  const run = await fivecase(["-C", root, "build"]);
  expect(run.err).not.toContain("error");
  expect(run.code).toBe(0);
  expect(run.out).toMatch(/Harbour renewal – Savings summary {3}v0\.1 draft/);
  expect(run.out).toMatch(/pdf .*paper\.pdf +1 pages? +\d+ KB +\d+\.\d s/);
  expect(run.out).toMatch(/xlsx .*paper\.xlsx +\d sheets +\d+ KB +\d+\.\d s/);
  expect(run.out).toMatch(/1 document built in \d+\.\d s\. 0 errors/);
  expect(run.out).toContain("Next: ");
  expect((await readdir(join(root, "out/harbour"))).sort()).toEqual(["paper.docx", "paper.pdf", "paper.xlsx"]);
});

test("the same sources give the same bytes in another time zone and language", async () => {
  root = await workspace(good);
  await fivecase(["-C", root, "build", "-o", "one"], { TZ: "UTC", LANG: "C" });
  await fivecase(["-C", root, "build", "-o", "two"], { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" });
  for (const file of ["paper.pdf", "paper.docx", "paper.xlsx"]) {
    const [one, two] = await Promise.all(["one", "two"].map((o) => readFile(join(root, o, "harbour", file))));
    expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1)), file).toBe(0);
  }
});

test("a workbook alone is built without laying out pages", async () => {
  // A letter that no font has is found when pages are laid out.
  root = await workspace(`${good}\nThe letter \u{1F9FE} is in no font.\n`);
  expect((await fivecase(["-C", root, "check"])).code).toBe(0);
  expect((await fivecase(["-C", root, "build", "--to", "docx"])).err).toContain("layout/");
  const run = await fivecase(["-C", root, "build", "--to", "xlsx"]);
  expect(run.err).not.toContain("layout/");
  expect(run.code).toBe(0);
  expect((await readdir(join(root, "out/harbour"))).filter((f) => f !== "paper.docx")).toEqual(["paper.xlsx"]);
});

test("a document with errors leaves the earlier output whole and ends with 1", async () => {
  root = await workspace(good);
  await fivecase(["-C", root, "build", "--to", "pdf"]);
  const before = await readFile(join(root, "out/harbour/paper.pdf"));
  await writeFile(join(root, "content/harbour/paper/document.md"), `${frontMatter}\n# Summary\n\n{{number quy}}\n`);
  const run = await fivecase(["-C", root, "build", "--to", "pdf"]);
  expect(run.code).toBe(1);
  expect(run.err).toContain('help: did you mean "quay"?');
  expect(run.out).toContain("not built  harbour/paper");
  expect(Buffer.compare(before, await readFile(join(root, "out/harbour/paper.pdf")))).toBe(0);
});

test("somebody who stands inside a workspace is told where it begins", async () => {
  root = await workspace(good);
  const inside = await fivecase(["-C", join(root, "content/harbour"), "check", "harbour"]);
  expect(inside.code).toBe(2);
  expect(inside.err).toMatch(
    /^No programme was found in .*harbour: .*\n {2}help: run fivecase in .*, or give -C .*\n$/,
  );
  expect(inside.err).toContain(`-C ${root}\n`);
  const outside = await fivecase(["-C", dirname(root), "check"]);
  expect(outside.err).toContain("help: run fivecase in the folder that holds content/, or give it with -C");
});

test("what has not changed is not built again, and is still judged", async () => {
  root = await workspace(good);
  const output = join(root, "out/harbour/paper.xlsx");
  const build = (more: readonly string[] = [], environment = { CI: "" }) =>
    fivecase(["-C", root, "build", "--to", "xlsx", "--format", "line", ...more], environment);
  const said = async (...how: Parameters<typeof build>) => {
    const run = await build(...how);
    return [/\d documents? (?:built|unchanged)/.exec(run.err)?.[0], run.out];
  };
  const [built, findings] = await said();
  expect(built).toBe("1 document built");
  expect(findings).toContain("warning control/no-git");
  const before = await readFile(output);
  expect(await said()).toEqual(["1 document unchanged", findings]);
  expect(Buffer.compare(before, await readFile(output))).toBe(0);
  // Someone saved over the output, then deleted it.
  await writeFile(output, "not a workbook");
  expect(await said()).toEqual(["1 document built", findings]);
  expect(Buffer.compare(before, await readFile(output))).toBe(0);
  await rm(output);
  expect(await said()).toEqual(["1 document built", findings]);
  expect(await said(["--fresh"])).toEqual(["1 document built", findings]);
  expect(await said([], { CI: "true" })).toEqual(["1 document built", findings]);
  await writeFile(join(root, "content/harbour/data/figures.yaml"), "figures:\n  quay: { value: 130, unit: metres }\n");
  expect((await said())[0]).toBe("1 document built");
  for (const file of await readdir(join(root, ".fivecase/built")))
    await writeFile(join(root, ".fivecase/built", file), "{");
  expect((await said())[0]).toBe("1 document built");
});

test("programmes built side by side are those built alone", async () => {
  root = await workspace(good);
  await cp(join(root, "content/harbour"), join(root, "content/quay"), { recursive: true });
  await cp(join(root, "content/harbour"), join(root, "content/wharf"), { recursive: true });
  await writeFile(join(root, "content/wharf/paper/document.md"), `${frontMatter}\n# Summary\n\n{{number quy}}\n`);
  const together = await fivecase(["-C", root, "build", "--to", "pdf", "-o", "together"]);
  expect(together.out).toContain("2 documents built");
  expect(together.out).toContain("not built  wharf/paper");
  expect(together.out.indexOf("harbour/paper.pdf")).toBeLessThan(together.out.indexOf("quay/paper.pdf"));
  await fivecase(["-C", root, "build", "quay", "--to", "pdf", "-o", "alone"]);
  const [one, two] = await Promise.all(["together", "alone"].map((o) => readFile(join(root, o, "quay/paper.pdf"))));
  expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1))).toBe(0);
});

test("a build that is killed leaves no half-written output", async () => {
  root = await workspace(good);
  await fivecase(["-C", root, "build"]);
  const before = await readFile(join(root, "out/harbour/paper.pdf"));
  for (const wait of [300, 600]) {
    const child = spawn(process.execPath, [main, "-C", root, "build", "--fresh"]);
    // Heard from the start: a build may be over before it is killed.
    const closed = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await closed;
    expect(Buffer.compare(before, await readFile(join(root, "out/harbour/paper.pdf")))).toBe(0);
  }
});

test.each([
  ["an unknown command", ["bild"], "build"],
  ["an unknown output", ["build", "--to", "html"], "pdf, docx"],
  ["an unknown programme", ["build", "harbor"], "Did you mean harbour?"],
  ["an unknown document", ["build", "harbour/papr"], 'no document "papr" in harbour. Did you mean paper?'],
  ["an unknown document to explain", ["explain", "harbour/papr", "quay"], "Did you mean harbour/paper?"],
  ["a word that is neither finding nor document", ["explain", "toString"], "neither a finding nor a document"],
  ["an unknown format of findings", ["check", "--format", "xml"], "pretty"],
])("%s is answered with a way out and exit code 2", async (_name, args, way) => {
  root = await workspace(good);
  const run = await fivecase(["-C", root, ...args]);
  expect(run.code).toBe(2);
  expect(run.err).toContain(way);
});

test("check prints findings for machines on standard output", async () => {
  root = await workspace("# Summary\n\n{{number quy}}\n");
  const json = await fivecase(["-C", root, "check", "--format", "json"]);
  expect(json.code).toBe(1);
  const answer: unknown = JSON.parse(json.out);
  expect(JSON.stringify(answer)).toContain("document/unknown-figure");
  const sarif = await fivecase(["-C", root, "check", "--format", "sarif"]);
  expect(JSON.parse(sarif.out)).toMatchObject({ version: "2.1.0" });
  const github = await fivecase(["-C", root, "check", "--format", "github"]);
  expect(github.out).toMatch(/^::error file=content\/harbour\/paper\/document\.md,line=15/m);
  const line = await fivecase(["-C", root, "check", "--format", "line"]);
  expect(line.out).toMatch(/^content\/harbour\/paper\/document\.md:15:10: error document\/unknown-figure/m);
});

test("explain tells a finding and a figure", async () => {
  root = await workspace(good);
  expect((await fivecase(["explain", "yaml/duplicate-key"])).out).toContain("yaml/duplicate-key (error)");
  expect((await fivecase(["explain", "yaml/duplicat-key"])).err).toContain("Did you mean yaml/duplicate-key?");
  const figure = await fivecase(["-C", root, "explain", "harbour/paper", "quay"]);
  expect(figure.out).toMatch(/^quay = 120 metres .*content\/harbour\/data\/figures\.yaml:2:/);
});

test("explain prints a tree, or JSON for machines", async () => {
  root = await workspace(good);
  await writeFile(
    join(root, "content/harbour/data/more.yaml"),
    "figures:\n  both: { value: = quay * 2, unit: metres }\n",
  );
  const tree = await fivecase(["-C", root, "explain", "harbour/paper", "Both"]);
  expect(tree.out.split("\n").slice(0, 3)).toEqual([
    "both = 240 metres   content/harbour/data/more.yaml:2:18",
    expect.stringMatching(/^│ quay .* × 2$/),
    "└─ quay = 120 metres   typed, content/harbour/data/figures.yaml:2:18",
  ]);
  const json = await fivecase(["-C", root, "explain", "harbour/paper", "both", "--format", "json"]);
  expect(JSON.parse(json.out)).toMatchObject({
    name: "both",
    value: "240 metres",
    inputs: [{ name: "quay", folded: 0 }],
  });
});

test("check --explain says how the figures of the text came about", async () => {
  root = await workspace(good);
  const run = await fivecase(["-C", root, "check", "--explain"]);
  expect(run.out).toContain("quay = 120 metres, typed   content/harbour/data/figures.yaml:2:");
  expect(run.code).toBe(0);
});

test("watch builds again when a source changes and goes on after an error", async () => {
  root = await workspace(good);
  const child = spawn(process.execPath, [main, "-C", root, "build", "--watch", "--to", "pdf"]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const until = async (pattern: RegExp) => {
    for (let i = 0; i < 200 && !pattern.test(said); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).toMatch(pattern);
    said = "";
  };
  try {
    await until(/Watching content/);
    const source = join(root, "content/harbour/paper/document.md");
    await writeFile(source, `${frontMatter}\n# Summary\n\n{{number quy}}\n`);
    await until(/0 documents built/);
    await writeFile(source, `${frontMatter}\n# Summary\n\nThe quay is {{number quay}} long and new.\n`);
    await until(/1 document built/);
    await writeFile(
      join(root, "content/harbour/data/figures.yaml"),
      "figures:\n  quay: { value: 130, unit: metres }\n",
    );
    await until(/1 document built/);
    expect(await exists(join(root, "out/harbour/paper.pdf"))).toBe(true);
  } finally {
    child.kill("SIGINT");
  }
});

test("a reader that stops reading early stops nothing", async () => {
  root = await workspace(good);
  const run = await new Promise<{ readonly code: number | null; readonly err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [main, "-C", root, "build", "--to", "xlsx"]);
    let err = "";
    child.stdout.destroy();
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, err }));
  });
  expect(run.code).toBe(0);
  expect(run.err).not.toMatch(/EPIPE|fault/);
  expect(await exists(join(root, "out/harbour/paper.xlsx"))).toBe(true);
});
