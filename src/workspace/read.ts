// Finds programmes and gathers what they are made from. No meaning, only text.
import { report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import { openRepository, type Repository } from "./git.ts";
import { exists, list, newReader, pathIn, type Reader, type Root, readPicture, readText } from "./reader.ts";
import type { DocumentSources, Sources } from "./sources.ts";
import { isPicture, readTemplates } from "./templates.ts";

/** Folder names under content/ that hold a programme.yaml, in order. */
export async function findProgrammes(root: string): Promise<readonly string[]> {
  const workspace: Root = { directory: root, prefix: "" };
  const found: string[] = [];
  for (const folder of (await list(newReader(), workspace, "content")).folders) {
    if (await exists(workspace, "content", folder, "programme.yaml")) found.push(folder);
  }
  return found;
}

/** Folder names of a programme's documents, in order. */
export async function findDocuments(root: string, programme: string): Promise<readonly string[]> {
  const workspace: Root = { directory: root, prefix: "" };
  const found: string[] = [];
  for (const folder of (await list(newReader(), workspace, "content", programme)).folders) {
    if (ownFolders.has(folder)) continue;
    if (await exists(workspace, "content", programme, folder, "document.md")) found.push(folder);
  }
  return found;
}

/** Reads a programme, its documents, the templates that apply and the facts git knows. Never throws at a workspace's state. */
export async function readProgramme(
  root: string,
  id: string,
  shippedTemplates: string,
  repository: Repository = openRepository(root),
): Promise<Result<Sources>> {
  const reader = newReader();
  const workspace: Root = { directory: root, prefix: "" };
  const plain = id !== "" && !/[/\\]/.test(id) && !id.startsWith(".");
  // Git answers while the files are read.
  const facts = repository(plain ? [`content/${id}`, "templates"] : ["templates"]);
  const present = plain && (await exists(workspace, "content", id, "programme.yaml"));
  if (!present) {
    const file = plain ? `content/${id}/programme.yaml` : "content";
    reader.problems.push(report("source/no-programme", { file, start: 0, end: 0 }, { programme: id }));
  }
  const documents = plain ? await readContent(reader, workspace, id) : [];
  if (present && documents.length === 0) {
    const span = { file: `content/${id}/programme.yaml`, start: 0, end: 0 };
    reader.problems.push(report("source/no-documents", span, { programme: id }));
  }
  const templates = await readTemplates(reader, shippedTemplates, root);
  const git = await facts;
  const { files, binaries } = reader;
  return ok({ programme: id, files, binaries, documents, templates, git }, reader.problems);
}

const ownFolders = new Set(["data", "shared", "images"]);

async function readContent(reader: Reader, workspace: Root, id: string): Promise<readonly DocumentSources[]> {
  const base = ["content", id];
  const { files, folders } = await list(reader, workspace, ...base);
  for (const file of files) {
    if (file === "programme.yaml") await readText(reader, workspace, ...base, file);
    else if (file !== "README.md") ignored(reader, workspace, [...base, file], "only programme.yaml stands here");
  }
  await readData(reader, workspace, [...base, "data"]);
  await readShared(reader, workspace, [...base, "shared"]);
  await readImages(reader, workspace, [...base, "images"]);
  const documents: DocumentSources[] = [];
  for (const folder of folders) {
    if (ownFolders.has(folder)) continue;
    const document = await readDocument(reader, workspace, [...base, folder], folder);
    if (document) documents.push(document);
  }
  return documents;
}

async function readDocument(
  reader: Reader,
  workspace: Root,
  folder: readonly string[],
  id: string,
): Promise<DocumentSources | undefined> {
  const { files } = await list(reader, workspace, ...folder);
  if (!files.includes("document.md")) {
    ignored(reader, workspace, folder, "a document's folder holds a document.md");
    return undefined;
  }
  const main = await readText(reader, workspace, ...folder, "document.md");
  const parts: string[] = [];
  let history: string | undefined;
  for (const file of files) {
    if (file === "document.md") continue;
    if (file === "history.yaml") history = await readText(reader, workspace, ...folder, file);
    else if (file.endsWith(".md")) push(parts, await readText(reader, workspace, ...folder, file));
    else ignored(reader, workspace, [...folder, file], "a document's folder holds *.md and history.yaml");
  }
  const data = await readData(reader, workspace, [...folder, "data"]);
  await readImages(reader, workspace, [...folder, "images"]);
  if (main === undefined) return undefined;
  return { id, main, parts, data, ...(history === undefined ? {} : { history }) };
}

async function readData(reader: Reader, workspace: Root, folder: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const file of (await list(reader, workspace, ...folder)).files) {
    if (file.endsWith(".yaml") || file.endsWith(".csv")) {
      push(paths, await readText(reader, workspace, ...folder, file));
    } else {
      const reason = file.endsWith(".yml") ? "its name must end in .yaml" : "data/ holds *.yaml and *.csv";
      ignored(reader, workspace, [...folder, file], reason);
    }
  }
  return paths;
}

async function readShared(reader: Reader, workspace: Root, folder: readonly string[]): Promise<void> {
  for (const file of (await list(reader, workspace, ...folder)).files) {
    if (file.endsWith(".md")) await readText(reader, workspace, ...folder, file);
    else ignored(reader, workspace, [...folder, file], "shared/ holds *.md");
  }
}

async function readImages(reader: Reader, workspace: Root, folder: readonly string[]): Promise<void> {
  for (const file of (await list(reader, workspace, ...folder)).files) {
    if (isPicture(file)) await readPicture(reader, workspace, ...folder, file);
    else ignored(reader, workspace, [...folder, file], "images/ holds PNG, JPEG and SVG pictures");
  }
}

function ignored(reader: Reader, root: Root, parts: readonly string[], reason: string): void {
  const path = pathIn(root, ...parts);
  reader.problems.push(report("source/ignored-file", { file: path, start: 0, end: 0 }, { path, reason }));
}

function push(list: string[], path: string | undefined): void {
  if (path !== undefined) list.push(path);
}
