// What an earlier run built, so that a programme whose sources did not change is not built again.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type HashedInput, sha256 } from "./hashes.ts";
import type { Task } from "./made.ts";
import type { DocumentFacts } from "./manifest.ts";
import type { Output } from "./outputs.ts";
import { programIdentity } from "./package.ts";
import { writeWhole } from "./write.ts";

/** What building a programme came to. */
export interface Built {
  readonly documents: readonly BuiltDocument[];
  /** Names of documents that were not written. */
  readonly skipped: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** An earlier commit that a document is judged by could not be had; one that is fetched later changes what is built. */
  readonly lacking: boolean;
}

export interface BuiltDocument extends DocumentFacts {
  /** "Full business case". */
  readonly subject: string;
  readonly inputs: readonly HashedInput[];
  readonly files: readonly BuiltFile[];
}

export interface BuiltFile {
  readonly format: Output;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Of a PDF. */
  readonly pages?: number;
  /** Of a workbook. */
  readonly sheets?: number;
  readonly milliseconds: number;
}

interface Record {
  readonly key: string;
  readonly documents: readonly BuiltDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds and keeps records of builds in a workspace. */
export interface Records {
  /** What an earlier run built from the same sources, when its files are still as it wrote them. */
  find(task: Task): Promise<Built | undefined>;
  keep(task: Task, built: Built): Promise<void>;
}

/**
 * Records in `.fivecase/built/` of a workspace. A record holds for the same program, sources, pictures, templates, facts
 * of git and options, and while the files it tells of have the bytes it tells of. None is kept of a build with errors, nor of
 * one that lacked an earlier commit: it may arrive, by a fetch, without any of these being another.
 */
export function openRecords(root: string): Records {
  const program = programIdentity();
  if (program === undefined) return { find: async () => undefined, keep: async () => {} };
  return {
    async find(task) {
      const record = await readRecord(recordFile(root, task));
      if (record?.key !== keyOf(task, program)) return undefined;
      const documents = record.documents.map((d) => ({
        ...d,
        files: d.files.map((f) => ({ ...f, path: resolve(root, f.path) })),
      }));
      for (const file of documents.flatMap((d) => d.files)) if (!(await asWritten(file))) return undefined;
      return { documents, skipped: [], diagnostics: record.diagnostics, lacking: false };
    },
    async keep(task, { documents, skipped, diagnostics, lacking }) {
      if (skipped.length > 0 || lacking) return;
      const inside = documents.map((d) => ({
        ...d,
        files: d.files.map((f) => ({ ...f, path: relative(root, f.path) })),
      }));
      const record: Record = { key: keyOf(task, program), documents: inside, diagnostics };
      // A workspace that may only be read still builds into another folder.
      await writeWhole(recordFile(root, task), JSON.stringify(record)).catch(() => undefined);
    },
  };
}

/** One file for each set of options, so that building one document does not forget the others. */
function recordFile(root: string, task: Task): string {
  const { documents, to, out, strict } = task;
  const asked = JSON.stringify([documents, to, relative(root, out), strict]);
  return join(root, ".fivecase", "built", `${task.id}-${sha256(asked).slice(0, 12)}.json`);
}

function keyOf(task: Task, program: string): string {
  const { files, binaries, documents, templates, shipped, git } = task.sources.value;
  const hash = createHash("sha256");
  const maps = Object.values(templates).map((paths: ReadonlyMap<string, string>) => [...paths]);
  hash.update(JSON.stringify([program, task.sources.diagnostics, documents, maps, [...(shipped ?? [])], git]));
  for (const [path, { text }] of files) hash.update(JSON.stringify([path, text]));
  for (const [path, bytes] of binaries) hash.update(JSON.stringify([path, bytes.byteLength])).update(bytes);
  return hash.digest("hex");
}

async function readRecord(path: string): Promise<Record | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(path, "utf8"));
    return isRecord(read) ? read : undefined;
  } catch {
    // None yet, or one that was cut short: the programme is built.
    return undefined;
  }
}

function isRecord(read: unknown): read is Record {
  return typeof read === "object" && read !== null && "key" in read && "documents" in read && "diagnostics" in read;
}

async function asWritten({ path, size, sha256: expected }: BuiltFile): Promise<boolean> {
  try {
    const bytes = await readFile(path);
    return bytes.byteLength === size && sha256(bytes) === expected;
  } catch {
    return false;
  }
}
