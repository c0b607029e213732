// Files in a folder on disk. Waiting for each of some hundred small calls in turn costs several times what the calls do, so
// they are made at once; git works meanwhile.
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Files, Kind } from "./files.ts";

/** Files below a folder; links are followed as long as they stay inside it. */
export function onDisk(directory: string): Files {
  const path = (parts: readonly string[]): string => join(directory, ...parts);
  return {
    kind: (parts) => kindOf(directory, path(parts)),
    names: (parts) => readdirSync(path(parts)),
    size: (parts) => statSync(path(parts)).size,
    bytes: (parts) => {
      const buffer = readFileSync(path(parts));
      return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    },
  };
}

function kindOf(directory: string, path: string): Kind {
  const real = resolved(directory, path);
  if (real === undefined || real === "outside") return real;
  const facts = statSync(real);
  return facts.isFile() ? "file" : facts.isDirectory() ? "folder" : "other";
}

/** Real path inside the folder, "outside" for one that leaves it, undefined when absent or a dangling link. */
function resolved(directory: string, path: string): string | undefined {
  try {
    const base = realpathSync.native(directory);
    const real = realpathSync.native(path);
    return real === base || real.startsWith(base.endsWith(sep) ? base : base + sep) ? real : "outside";
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
