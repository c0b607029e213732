// Small workspaces for tests: files on disk in a folder of their own, removed afterwards.
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Model } from "../../src/compute/model.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Document } from "../../src/document/document.ts";
import { document, programme } from "../../src/pipeline.ts";
import { readProgramme } from "../../src/workspace/read.ts";
import type { Sources } from "../../src/workspace/sources.ts";

const shipped = join(import.meta.dirname, "../../templates");
/** Templates that place whatever sections there are, so that a case tells one story and no more. */
const plainTemplates = join(import.meta.dirname, "default-templates");
const defaults = join(import.meta.dirname, "default-programme");

export interface Built {
  readonly sources: Sources;
  readonly model: Model | undefined;
  readonly documents: ReadonlyMap<string, Document>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs every stage before the renderers on one programme of a workspace. */
export async function composeProgramme(root: string, id: string): Promise<Built> {
  const read = await readProgramme(root, id, shipped);
  // What git knows of the folder a test runs in is no part of its story.
  const sources = { ...read, value: { ...read.value, git: { shallow: false, changed: [], tags: [] } } };
  const model = programme(sources.value);
  const composed = [...(model.value?.documents.keys() ?? [])].map(
    (d) => [d, model.value ? document(model.value, d) : undefined] as const,
  );
  return {
    sources: sources.value,
    model: model.value,
    documents: new Map(composed.flatMap(([d, r]) => (r ? [[d, r.value] as const] : []))),
    diagnostics: [...sources.diagnostics, ...model.diagnostics, ...composed.flatMap(([, r]) => r?.diagnostics ?? [])],
  };
}

/** A case folder as a workspace: its own content/ if it has one, else the folder is one programme with one document. */
export async function stageCase(folder: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fivecase-case-"));
  const names = await readdir(folder);
  if (names.includes("content")) {
    await cp(folder, root, { recursive: true, filter: (path) => !/[\\/]expect\.[^\\/]*$/.test(path) });
    return root;
  }
  const programmeFolder = join(root, "content", "case");
  const documentFolder = join(programmeFolder, "paper");
  await mkdir(documentFolder, { recursive: true });
  await cp(defaults, programmeFolder, { recursive: true });
  await cp(plainTemplates, join(root, "templates"), { recursive: true });
  for (const name of names.filter((n) => !n.startsWith("expect."))) {
    const inDocument = name.endsWith(".md") || name === "history.yaml";
    const target = name === "templates" ? join(root, name) : join(inDocument ? documentFolder : programmeFolder, name);
    await cp(join(folder, name), target, { recursive: true });
  }
  return root;
}

/** A workspace from texts by path, for tests that make their files. */
export async function writeWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fivecase-test-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export async function discard(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
}
