// Folders of a workspace that hold what is made, never what is written: git leaves them alone, so that a build dirties no tree.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Makes a folder that git ignores; one that is there already is left as its owner has it. A workspace that may only be read stays so. */
export async function unversioned(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // What cannot be written is told when there is something to write.
  }
}
