// Changes to files that people keep: whole or not at all, and what a text editor would leave alone stays as it is.
import { constants } from "node:fs";
import { access, chmod, readFile, realpath, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { writeWhole } from "./write.ts";

export interface Rewriting {
  /** Paths of the files in the workspace that are written: those that links lead to. */
  readonly files: readonly string[];
  /** Writes all of them; why it cannot be done, with everything as it was before, or undefined. */
  write(): Promise<string | undefined>;
  /** Brings back what was there before, byte for byte. */
  restore(): Promise<void>;
}

interface Kept {
  readonly target: string;
  readonly text: string;
  /** Undefined for a file that is new. */
  readonly before: { readonly bytes: Uint8Array; readonly mode: number } | undefined;
}

const mark = Buffer.from("\uFEFF");

/** New texts for files of a workspace, by path. A byte order mark, the mode of a file and a link to it are kept. */
export async function rewriting(root: string, texts: ReadonlyMap<string, string>): Promise<Rewriting> {
  const top = await realpath(root);
  const kept: Kept[] = [];
  for (const [path, text] of texts) kept.push(await keep(join(top, path), text));
  const restore = async (): Promise<void> => {
    for (const { target, before } of kept) {
      if (before === undefined) await rm(target, { force: true });
      else await put(target, before.bytes, before.mode);
    }
  };
  return {
    files: kept.map(({ target }) => relative(top, target).split(sep).join("/")),
    restore,
    async write() {
      try {
        // A file may be replaced where it may not be written; who made it read-only did not mean that.
        for (const { target, before } of kept) if (before) await access(target, constants.W_OK);
        for (const { target, text, before } of kept) {
          const marked = before !== undefined && mark.equals(before.bytes.subarray(0, mark.length));
          await put(target, marked ? `\uFEFF${text}` : text, before?.mode);
        }
        return undefined;
      } catch (error) {
        await restore().catch(() => undefined);
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

async function keep(path: string, text: string): Promise<Kept> {
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return { target: path, text, before: undefined };
  return { target, text, before: { bytes: await readFile(target), mode: (await stat(target)).mode } };
}

async function put(target: string, content: Uint8Array | string, mode: number | undefined): Promise<void> {
  await writeWhole(target, content);
  if (mode !== undefined) await chmod(target, mode);
}
