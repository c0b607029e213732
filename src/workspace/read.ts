// Finds programmes and gathers what they are made from. No meaning, only text.
import { report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import { inCommit } from "./commit.ts";
import { onDisk } from "./disk.ts";
import type { Files } from "./files.ts";
import { gitFactsAt, openRepository, type Repository } from "./git.ts";
import { exists, list, newReader, pathIn, type Reader, type Root, readPicture, readText } from "./reader.ts";
import type { DocumentSources, Sources } from "./sources.ts";
import { isPicture, readTemplates } from "./templates.ts";

/** Folder names under content/ that hold a programme.yaml, in order. */
export async function findProgrammes(root: string): Promise<readonly string[]> {
  return programmesIn(onDisk(root));
}

/** Folder names of a programme's documents, in order. */
export async function findDocuments(root: string, programme: string): Promise<readonly string[]> {
  return documentsIn(onDisk(root), programme);
}

/** The documents of each programme as they were at a commit. */
export async function findDocumentsAt(root: string, commit: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const at = await inCommit(root, commit, ["content"]);
  return new Map(programmesIn(at).map((programme) => [programme, documentsIn(at, programme)]));
}

/** The same in other files than those on disk. */
export function programmesIn(at: Files): readonly string[] {
  const workspace: Root = { at, prefix: "" };
  const { folders } = list(newReader(), workspace, "content");
  return folders.filter((folder) => exists(workspace, "content", folder, "programme.yaml"));
}

export function documentsIn(at: Files, programme: string): readonly string[] {
  const workspace: Root = { at, prefix: "" };
  const { folders } = list(newReader(), workspace, "content", programme);
  return folders.filter(
    (folder) => !ownFolders.has(folder) && exists(workspace, "content", programme, folder, "document.md"),
  );
}

/** Reads a programme, its documents, the templates that apply and the facts git knows. Never throws at a workspace's state. */
export async function readProgramme(
  root: string,
  id: string,
  shippedTemplates: string,
  repository: Repository = openRepository(root),
): Promise<Result<Sources>> {
  // Git answers while the files are read.
  const facts = repository(isFolderName(id) ? [`content/${id}`, "templates"] : ["templates"]);
  const read = readFiles(onDisk(root), id, shippedTemplates);
  return ok({ ...read.value, git: await facts }, read.diagnostics);
}

/** The same as it was at a commit, with the templates that ship now: what the present tool makes of what was committed then. */
export async function readProgrammeAt(
  root: string,
  commit: string,
  id: string,
  shippedTemplates: string,
): Promise<Result<Sources>> {
  const [at, git] = await Promise.all([
    inCommit(root, commit, isFolderName(id) ? [`content/${id}`, "templates"] : ["templates"]),
    gitFactsAt(root, commit),
  ]);
  const read = readFiles(at, id, shippedTemplates);
  return ok({ ...read.value, git }, read.diagnostics);
}

const isFolderName = (id: string) => id !== "" && !/[/\\]/.test(id) && !id.startsWith(".");

function readFiles(at: Files, id: string, shippedTemplates: string): Result<Omit<Sources, "git">> {
  const reader = newReader();
  const workspace: Root = { at, prefix: "" };
  const plain = isFolderName(id);
  const present = plain && exists(workspace, "content", id, "programme.yaml");
  if (!present) {
    const file = plain ? `content/${id}/programme.yaml` : "content";
    reader.problems.push(report("source/no-programme", { file, start: 0, end: 0 }, { programme: id }));
  }
  const documents = plain ? readContent(reader, workspace, id) : [];
  if (present && documents.length === 0) {
    const span = { file: `content/${id}/programme.yaml`, start: 0, end: 0 };
    reader.problems.push(report("source/no-documents", span, { programme: id }));
  }
  const { templates, shipped } = readTemplates(reader, onDisk(shippedTemplates), at);
  const { files, binaries } = reader;
  return ok({ programme: id, files, binaries, documents, templates, shipped }, reader.problems);
}

const ownFolders = new Set(["data", "shared", "images"]);

function readContent(reader: Reader, workspace: Root, id: string): readonly DocumentSources[] {
  const base = ["content", id];
  const { files, folders } = list(reader, workspace, ...base);
  for (const file of files) {
    if (file === "programme.yaml") readText(reader, workspace, ...base, file);
    else if (file !== "README.md") ignored(reader, workspace, [...base, file], "only programme.yaml stands here");
  }
  readData(reader, workspace, [...base, "data"]);
  readShared(reader, workspace, [...base, "shared"]);
  readImages(reader, workspace, [...base, "images"]);
  const documents: DocumentSources[] = [];
  for (const folder of folders) {
    if (ownFolders.has(folder)) continue;
    const document = readDocument(reader, workspace, [...base, folder], folder);
    if (document) documents.push(document);
  }
  return documents;
}

function readDocument(
  reader: Reader,
  workspace: Root,
  folder: readonly string[],
  id: string,
): DocumentSources | undefined {
  const { files } = list(reader, workspace, ...folder);
  if (!files.includes("document.md")) {
    ignored(reader, workspace, folder, "a document's folder holds a document.md");
    return undefined;
  }
  const main = readText(reader, workspace, ...folder, "document.md");
  const parts: string[] = [];
  let history: string | undefined;
  for (const file of files) {
    if (file === "document.md") continue;
    if (file === "history.yaml") history = readText(reader, workspace, ...folder, file);
    else if (file.endsWith(".md")) push(parts, readText(reader, workspace, ...folder, file));
    else ignored(reader, workspace, [...folder, file], "a document's folder holds *.md and history.yaml");
  }
  const data = readData(reader, workspace, [...folder, "data"]);
  readImages(reader, workspace, [...folder, "images"]);
  if (main === undefined) return undefined;
  return { id, main, parts, data, ...(history === undefined ? {} : { history }) };
}

function readData(reader: Reader, workspace: Root, folder: readonly string[]): readonly string[] {
  const paths: string[] = [];
  for (const file of list(reader, workspace, ...folder).files) {
    if (file.endsWith(".yaml") || file.endsWith(".csv")) {
      push(paths, readText(reader, workspace, ...folder, file));
    } else {
      const reason = file.endsWith(".yml") ? "its name must end in .yaml" : "data/ holds *.yaml and *.csv";
      ignored(reader, workspace, [...folder, file], reason);
    }
  }
  return paths;
}

function readShared(reader: Reader, workspace: Root, folder: readonly string[]): void {
  for (const file of list(reader, workspace, ...folder).files) {
    if (file.endsWith(".md")) readText(reader, workspace, ...folder, file);
    else ignored(reader, workspace, [...folder, file], "shared/ holds *.md");
  }
}

function readImages(reader: Reader, workspace: Root, folder: readonly string[]): void {
  for (const file of list(reader, workspace, ...folder).files) {
    if (isPicture(file)) readPicture(reader, workspace, ...folder, file);
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
