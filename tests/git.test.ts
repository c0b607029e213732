// What git knows and what it must not change: rows by tags, the mark of uncommitted work, the same bytes in any clone.
import { execFileSync } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { fonts } from "../src/cli/fonts.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import type { Document } from "../src/document/document.ts";
import { printDocument } from "../src/document/print.ts";
import { document, docx, pdf, place, programme } from "../src/pipeline.ts";
import { readProgramme } from "../src/workspace/read.ts";
import { discard, writeWorkspace } from "./support/workspace.ts";

let root = "";
afterEach(() => Promise.all([root, `${root}-clone`, `${root}-copy`].map(discard)));

const programmeYaml = await readFile(join(import.meta.dirname, "support/default-programme/programme.yaml"), "utf8");
const paper = `---
kind: savings-summary
title: Harbour renewal
version: 0.9
status: draft
date: 2026-11-02
authors: [lead]
owners: [owner]
classification: public
reference: HR-1
---

# Summary

The quay is long.
`;

async function workspace(recorded = "0.7"): Promise<string> {
  return writeWorkspace({
    "README.md": "Notes\n",
    "content/harbour/programme.yaml": programmeYaml,
    "content/harbour/data/figures.yaml": "figures:\n  quay: { value: 120, unit: metres }\n",
    "content/harbour/paper/document.md": paper,
    "content/harbour/paper/history.yaml": `history:\n  - { version: ${recorded}, date: 2026-10-01, author: lead, change: First outline }\n`,
    "content/harbour/other/document.md": paper,
    "templates/kinds/savings-summary/template.hbs": "{{version-history}}\n{{file-location}}\n{{sections}}\n",
  });
}

function git(...args: readonly string[]): void {
  const day = "2026-10-20T12:00:00Z";
  const who = ["-c", "user.name=Ann Coles", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const env = { ...Object.fromEntries(kept), GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "pipe", env });
}

interface Made {
  readonly tree: Document;
  readonly words: string;
  readonly found: readonly Diagnostic[];
  readonly bytes: readonly Uint8Array[];
}

/** The paper of a workspace, through every stage. */
async function made(folder = root): Promise<Made> {
  const sources = await readProgramme(folder, "harbour", join(import.meta.dirname, "../templates"));
  const { value: model, diagnostics } = programme(sources.value);
  const built = model && document(model, "paper");
  const theme = model?.documents.get("paper")?.document.theme;
  if (!built || !theme) throw new Error("the workspace of this test does not build");
  const kit = { theme, fonts: await fonts(theme.face.text), assets: sources.value.binaries };
  const placed = (await place(built.value, kit)).value;
  const bytes = [await pdf(placed), await docx(placed)];
  const found = [...sources.diagnostics, ...diagnostics, ...built.diagnostics];
  return { tree: built.value, words: printDocument(built.value), found, bytes };
}

const codes = (one: Made) => one.found.map((d) => d.code);

test("an annotated tag on an ancestor adds a row; a lightweight one and one on another branch do not", async () => {
  root = await workspace();
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "First");
  git("tag", "-a", "harbour/paper/v0.8", "-m", "After the board");
  git("tag", "harbour/paper/v0.8.1");
  git("tag", "-a", "harbour/other/v0.8.2", "-m", "Another document");
  git("checkout", "-qb", "side");
  git("commit", "-qm", "Aside", "--allow-empty");
  git("tag", "-a", "harbour/paper/v0.8.3", "-m", "Aside");
  git("checkout", "-q", "-");
  git("commit", "-qm", "Later", "--allow-empty");
  const one = await made();
  expect(one.words).toContain("After the board");
  expect(one.words).toContain("Ann Coles");
  for (const version of ["0.8.1", "0.8.2", "0.8.3"]) expect(one.words).not.toContain(version);
  // A clone without tags lacks the row, so the author is told to write it down; a lightweight tag records nothing.
  expect(codes(one)).toEqual(["control/tag-alone", "control/tag-lightweight"]);
});

test("one tree gives the same bytes in a repository, in a clone without tags elsewhere and without git", async () => {
  root = await workspace("0.8");
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "First");
  const committed = await made();
  git("tag", "-a", "harbour/paper/v0.8", "-m", "Sealed after its row was written");
  git("tag", "-a", "harbour/paper/v0.9", "-m", "This version");
  git("commit", "-qm", "Later", "--allow-empty");
  const released = await made();
  git("clone", "-q", "--no-tags", "--depth", "1", `file://${root}`, `${root}-clone`);
  await cp(root, `${root}-copy`, { recursive: true });
  await rm(join(`${root}-copy`, ".git"), { recursive: true });
  const clone = await made(`${root}-clone`);
  const copy = await made(`${root}-copy`);
  for (const other of [released, clone, copy]) {
    expect(other.words).toBe(committed.words);
    expect(other.bytes.map((b, i) => Buffer.compare(b, committed.bytes[i] ?? Buffer.alloc(0)))).toEqual([0, 0]);
  }
  expect(committed.words).not.toMatch(/[0-9a-f]{40}/);
  // What the copy cannot know is said to its author, not in the document.
  expect([codes(committed), codes(released), codes(clone), codes(copy)]).toEqual([
    [],
    [],
    ["control/no-git"],
    ["control/no-git"],
  ]);
});

test.each([
  ["data it uses", "content/harbour/data/figures.yaml", true],
  ["its text", "content/harbour/paper/document.md", true],
  ["its template", "templates/kinds/savings-summary/template.hbs", true],
  ["another document", "content/harbour/other/document.md", false],
  ["a file that no document reads", "README.md", false],
])("uncommitted changes to %s", async (_what, path, marked) => {
  root = await workspace();
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "First");
  await writeFile(join(root, path), `${await readFile(join(root, path), "utf8")}\n`);
  const one = await made();
  expect(one.tree.running.footerLeft.includes("uncommitted changes")).toBe(marked);
});
