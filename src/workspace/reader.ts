// The only place that opens files: inside the roots, up to a size, text strictly as UTF-8. Waiting for each of some hundred
// small calls in turn costs several times what the calls do, so they are made at once; git works meanwhile.
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { largestFile, tooLarge } from "../house-base/refusal.ts";
import type { Source } from "../source.ts";
import { decode } from "./text.ts";

/** Largest file that is read, in bytes. */
export const sizeLimit = 5 * 1024 * 1024;

/** A folder on disk and the path its files go by in the program. */
export interface Root {
  readonly directory: string;
  /** Path in front of every file of this root: "" or "templates". */
  readonly prefix: string;
}

/** What a folder holds, names in code unit order, links resolved. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Gathers files and what went wrong with them. */
export interface Reader {
  readonly files: Map<string, Source>;
  readonly binaries: Map<string, Uint8Array>;
  readonly problems: Diagnostic[];
}

export function newReader(): Reader {
  return { files: new Map(), binaries: new Map(), problems: [] };
}

/** Path of a file in the program, with forward slashes. */
export function pathIn(root: Root, ...parts: readonly string[]): string {
  return [root.prefix, ...parts].filter((p) => p !== "").join("/");
}

/** Lists a folder; an absent one is empty. Hidden files and editors' leftovers are passed over. */
export async function list(reader: Reader, root: Root, ...parts: readonly string[]): Promise<Listing> {
  const directory = join(root.directory, ...parts);
  const files: string[] = [];
  const folders: string[] = [];
  let entries: readonly { readonly name: string }[];
  try {
    if ((await resolved(root, parts)) === "outside") {
      outside(reader, pathIn(root, ...parts));
      return { files, folders };
    }
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) unreadable(reader, pathIn(root, ...parts), error);
    return { files, folders };
  }
  const names = entries.map((e) => e.name).filter((name) => !passedOver(name));
  for (const name of names.sort()) {
    const kind = await kindOf(reader, root, [...parts, name]);
    if (kind === "file") files.push(name);
    if (kind === "folder") folders.push(name);
  }
  return { files, folders };
}

/** Reads a text file into the reader; its path, or undefined when it could not be read. */
export async function readText(reader: Reader, root: Root, ...parts: readonly string[]): Promise<string | undefined> {
  const bytes = await readBytes(reader, root, parts);
  if (!bytes) return undefined;
  const file = pathIn(root, ...parts);
  const { value, diagnostics } = decode(file, bytes);
  reader.files.set(file, value);
  reader.problems.push(...diagnostics);
  return file;
}

/** Reads a picture into the reader; an SVG file as text too, so that what is wrong in it has a place. */
export async function readPicture(reader: Reader, root: Root, ...parts: readonly string[]): Promise<void> {
  const bytes = await readBytes(reader, root, parts);
  if (!bytes) return;
  const file = pathIn(root, ...parts);
  reader.binaries.set(file, bytes);
  if (!/\.svg$/i.test(file)) return;
  const { value, diagnostics } = decode(file, bytes);
  reader.files.set(file, value);
  reader.problems.push(...diagnostics);
}

/** Reads a house's Word file into the reader; one that is too large is passed over, as if it were not there. */
export async function readBase(reader: Reader, root: Root, ...parts: readonly string[]): Promise<void> {
  const file = pathIn(root, ...parts);
  // The workspace's own takes the place of the shipped one, even when it cannot be used.
  reader.binaries.delete(file);
  const bytes = await readBytes(reader, root, parts, largestFile, (size) =>
    report("template/base-refused", { file, start: 0, end: 0 }, tooLarge(size).refusal),
  );
  if (bytes) reader.binaries.set(file, bytes);
}

/** True when the file or folder exists inside the root. */
export async function exists(root: Root, ...parts: readonly string[]): Promise<boolean> {
  return (await resolved(root, parts)) !== undefined;
}

async function readBytes(
  reader: Reader,
  root: Root,
  parts: readonly string[],
  limit: number = sizeLimit,
  refused?: (size: number) => Diagnostic,
): Promise<Uint8Array | undefined> {
  const file = pathIn(root, ...parts);
  const path = join(root.directory, ...parts);
  try {
    const { size } = statSync(path);
    if (size > limit) {
      const details = { size: megabytes(size), limit: megabytes(limit) };
      reader.problems.push(refused?.(size) ?? report("source/too-large", { file, start: 0, end: 0 }, details));
      return undefined;
    }
    const buffer = readFileSync(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (error) {
    unreadable(reader, file, error);
    return undefined;
  }
}

async function kindOf(
  reader: Reader,
  root: Root,
  parts: readonly string[],
): Promise<"file" | "folder" | "other" | undefined> {
  const file = pathIn(root, ...parts);
  try {
    const real = await resolved(root, parts);
    if (real === undefined) return undefined;
    if (real === "outside") {
      outside(reader, file);
      return undefined;
    }
    const facts = statSync(real);
    return facts.isFile() ? "file" : facts.isDirectory() ? "folder" : "other";
  } catch (error) {
    unreadable(reader, file, error);
    return undefined;
  }
}

/** Reports a link once, though a folder is met both in its parent and when it is listed. */
function outside(reader: Reader, path: string): void {
  if (reader.problems.some((d) => d.code === "source/outside-workspace" && d.span?.file === path)) return;
  reader.problems.push(report("source/outside-workspace", { file: path, start: 0, end: 0 }, { path }));
}

/** Real path inside the root, "outside" for one that leaves it, undefined when absent or a dangling link. */
async function resolved(root: Root, parts: readonly string[]): Promise<string | undefined> {
  try {
    const base = realpathSync.native(root.directory);
    const real = realpathSync.native(join(root.directory, ...parts));
    return real === base || real.startsWith(base.endsWith(sep) ? base : base + sep) ? real : "outside";
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function unreadable(reader: Reader, path: string, error: unknown): void {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  reader.problems.push(report("source/unreadable", { file: path, start: 0, end: 0 }, { path, reason: words(reason) }));
}

function words(code: string): string {
  if (code === "EACCES" || code === "EPERM") return "permission is denied";
  if (code === "ELOOP") return "its links lead in a circle";
  return `the system answers ${code}`;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function passedOver(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || name.endsWith("~") || name.endsWith(".tmp");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
