// The only place that takes in files: inside the roots, up to a size, text strictly as UTF-8.
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { largestFile, tooLarge } from "../house-base/refusal.ts";
import type { Source } from "../source.ts";
import type { Files, Kind } from "./files.ts";
import { decode } from "./text.ts";

/** Largest file that is read, in bytes. */
export const sizeLimit = 5 * 1024 * 1024;

/** Files and the path they go by in the program. */
export interface Root {
  readonly at: Files;
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
export function list(reader: Reader, root: Root, ...parts: readonly string[]): Listing {
  const files: string[] = [];
  const folders: string[] = [];
  if (kindOf(reader, root, parts) !== "folder") return { files, folders };
  let names: readonly string[];
  try {
    names = root.at.names(parts);
  } catch (error) {
    unreadable(reader, pathIn(root, ...parts), error);
    return { files, folders };
  }
  for (const name of names.filter((n) => !passedOver(n)).sort()) {
    const kind = kindOf(reader, root, [...parts, name]);
    if (kind === "file") files.push(name);
    if (kind === "folder") folders.push(name);
  }
  return { files, folders };
}

/** Reads a text file into the reader; its path, or undefined when it could not be read. */
export function readText(reader: Reader, root: Root, ...parts: readonly string[]): string | undefined {
  const bytes = readBytes(reader, root, parts);
  if (!bytes) return undefined;
  const file = pathIn(root, ...parts);
  const { value, diagnostics } = decode(file, bytes);
  reader.files.set(file, value);
  reader.problems.push(...diagnostics);
  return file;
}

/** Reads a picture into the reader; an SVG file as text too, so that what is wrong in it has a place. */
export function readPicture(reader: Reader, root: Root, ...parts: readonly string[]): void {
  const bytes = readBytes(reader, root, parts);
  if (!bytes) return;
  const file = pathIn(root, ...parts);
  reader.binaries.set(file, bytes);
  if (!/\.svg$/i.test(file)) return;
  const { value, diagnostics } = decode(file, bytes);
  reader.files.set(file, value);
  reader.problems.push(...diagnostics);
}

/** Reads a house's Word file into the reader; one that is too large is passed over, as if it were not there. */
export function readBase(reader: Reader, root: Root, ...parts: readonly string[]): void {
  const file = pathIn(root, ...parts);
  // The workspace's own takes the place of the shipped one, even when it cannot be used.
  reader.binaries.delete(file);
  const bytes = readBytes(reader, root, parts, largestFile, (size) =>
    report("template/base-refused", { file, start: 0, end: 0 }, tooLarge(size).refusal),
  );
  if (bytes) reader.binaries.set(file, bytes);
}

/** True when the file or folder exists, inside the root or as a link that leaves it. */
export function exists(root: Root, ...parts: readonly string[]): boolean {
  return root.at.kind(parts) !== undefined;
}

function readBytes(
  reader: Reader,
  root: Root,
  parts: readonly string[],
  limit: number = sizeLimit,
  refused?: (size: number) => Diagnostic,
): Uint8Array | undefined {
  const file = pathIn(root, ...parts);
  try {
    const size = root.at.size(parts);
    if (size > limit) {
      const details = { size: megabytes(size), limit: megabytes(limit) };
      reader.problems.push(refused?.(size) ?? report("source/too-large", { file, start: 0, end: 0 }, details));
      return undefined;
    }
    return root.at.bytes(parts);
  } catch (error) {
    unreadable(reader, file, error);
    return undefined;
  }
}

function kindOf(reader: Reader, root: Root, parts: readonly string[]): Kind {
  const file = pathIn(root, ...parts);
  try {
    const kind = root.at.kind(parts);
    if (kind === "outside") outside(reader, file);
    return kind;
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

function unreadable(reader: Reader, path: string, error: unknown): void {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  reader.problems.push(report("source/unreadable", { file: path, start: 0, end: 0 }, { path, reason: words(reason) }));
}

function words(code: string): string {
  if (code === "EACCES" || code === "EPERM") return "permission is denied";
  if (code === "ELOOP") return "its links lead in a circle";
  return `the system answers ${code}`;
}

function passedOver(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || name.endsWith("~") || name.endsWith(".tmp");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
