// Files as they were at a commit, read from git's object store: nothing is checked out.
import { posix } from "node:path";
import type { Files, Kind } from "./files.ts";
import { git } from "./git-call.ts";

interface Entry {
  readonly mode: string;
  readonly size: number;
  readonly object: string;
}

/**
 * The files below `paths` of a commit, by their paths in the workspace. A commit that is not in this clone has no files;
 * `resolveCommit` says so beforehand. Links are followed inside the commit.
 */
export async function inCommit(root: string, commit: string, paths: readonly string[]): Promise<Files> {
  const listed = await git(root, ["ls-tree", "-r", "-z", "-l", "--end-of-options", commit, "--", ...paths]);
  const entries = readTree(listed.out);
  const contents = await readObjects(root, new Set([...entries.values()].map((e) => e.object)));
  return filesOf(entries, contents);
}

/** Reads `ls-tree -r -z -l`: path to mode, size and object. Submodules have no files of their own. */
function readTree(output: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of output.split("\0")) {
    const match = /^(\d+) blob ([0-9a-f]+)\s+(\d+)\t(.+)$/s.exec(line);
    const [, mode = "", object = "", size = "", path = ""] = match ?? [];
    if (match) entries.set(path, { mode, size: Number(size), object });
  }
  return entries;
}

/** Contents of objects, in one call: each answer is a line with the size, the bytes, and a line end. */
async function readObjects(root: string, objects: ReadonlySet<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  if (objects.size === 0) return new Map();
  const { bytes } = await git(root, ["cat-file", "--batch"], [...objects].map((o) => `${o}\n`).join(""));
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const [object = "", type, size] = bytes.toString("latin1", at, end).split(" ");
    if (type !== "blob") {
      // "<object> missing": a clone without all contents; the file counts as unreadable.
      at = end + 1;
      continue;
    }
    const length = Number(size);
    contents.set(object, new Uint8Array(bytes.buffer, bytes.byteOffset + end + 1, length));
    at = end + 1 + length + 1;
  }
  return contents;
}

function filesOf(entries: ReadonlyMap<string, Entry>, contents: ReadonlyMap<string, Uint8Array>): Files {
  const folders = new Map<string, Set<string>>();
  for (const path of entries.keys()) {
    for (let at = path; at !== ""; ) {
      const above = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : "";
      const names = folders.get(above) ?? new Set();
      names.add(at.slice(above === "" ? 0 : above.length + 1));
      folders.set(above, names);
      at = above;
    }
  }
  const text = (object: string): string => Buffer.from(contents.get(object) ?? []).toString("utf8");
  /** Where a path leads when its links are followed; undefined outside the commit. */
  const followed = (path: string, links = 0): string | undefined => {
    const parts = path.split("/");
    for (let n = 1; n <= parts.length; n++) {
      const start = parts.slice(0, n).join("/");
      const entry = entries.get(start);
      if (entry?.mode !== "120000") continue;
      const target = posix.normalize(posix.join(posix.dirname(start), text(entry.object)));
      if (links > 20 || target.startsWith("..") || posix.isAbsolute(text(entry.object))) return undefined;
      return followed(posix.join(target, ...parts.slice(n)), links + 1);
    }
    return path;
  };
  const real = (parts: readonly string[]): string | undefined => followed(parts.join("/"));
  const entryAt = (parts: readonly string[]): Entry => {
    const path = real(parts);
    const entry = path === undefined ? undefined : entries.get(path);
    if (!entry || !contents.has(entry.object)) throw Object.assign(new Error("not in this clone"), { code: "ENODATA" });
    return entry;
  };
  return {
    kind: (parts): Kind => {
      const path = real(parts);
      if (path === undefined) return "outside";
      return entries.has(path) ? "file" : folders.has(path) ? "folder" : undefined;
    },
    names: (parts) => [...(folders.get(real(parts) ?? "\0") ?? [])],
    size: (parts) => entryAt(parts).size,
    bytes: (parts) => contents.get(entryAt(parts).object) ?? new Uint8Array(),
  };
}
