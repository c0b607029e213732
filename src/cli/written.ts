// Whether a file is still as an earlier run wrote it: only such a file is taken away again.
import { lstat, readFile } from "node:fs/promises";
import { sha256 } from "./hashes.ts";

export type State = "as written" | "changed" | "gone";

/** A link or folder in the place of the file counts as changed. */
export async function stateOf(path: string, expected: string): Promise<State> {
  try {
    if (!(await lstat(path)).isFile()) return "changed";
    return sha256(await readFile(path)) === expected ? "as written" : "changed";
  } catch {
    return "gone";
  }
}
