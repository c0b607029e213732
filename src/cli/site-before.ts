// What an earlier run wrote into a site: pages that a document with errors keeps, and files that no longer belong there.
import { readFile, realpath, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Paper, type PaperProgramme, Papers } from "../../schemas/papers.ts";
import { papersPath } from "../portal/site.ts";

export interface Earlier {
  /** By programme and document. */
  readonly papers: ReadonlyMap<string, Paper>;
  /** By programme. */
  readonly programmes: ReadonlyMap<string, PaperProgramme>;
  /** Paths of everything the earlier run wrote. */
  readonly written: readonly string[];
  /** The catalogue, where there is one that cannot be read. */
  readonly unreadable?: string;
}

/** Reads the catalogue of an earlier run; a document is known where all its files are still there. */
export async function readEarlier(folder: string): Promise<Earlier> {
  const none: Earlier = { papers: new Map(), programmes: new Map(), written: [] };
  const path = join(folder, papersPath);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return none;
  }
  const read = parsed(text);
  if (!read) return { ...none, unreadable: path };
  const papers = new Map<string, Paper>();
  const all = read.programmes.flatMap((programme) => programme.papers);
  for (const paper of all) {
    const sizes = await Promise.all(
      paper.files.map(async (file) => (await sizeOf(join(folder, file.path))) === file.bytes),
    );
    if (sizes.every((same) => same)) papers.set(paper.id, paper);
  }
  return {
    papers,
    programmes: new Map(read.programmes.map((programme) => [programme.id, programme])),
    written: [...read.pages, ...all.flatMap(filesOf)],
  };
}

function parsed(text: string): Papers | undefined {
  try {
    return Papers.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** Paths of the files that a paper lists. */
export function filesOf({ files, versions }: Paper): readonly string[] {
  return [...files, ...versions.flatMap((version) => version.files)].map(({ path }) => path);
}

/** Removes what the earlier run wrote and this one did not, and folders that are then empty; how many files went. */
export async function removeOld(folder: string, { written }: Earlier, wanted: ReadonlySet<string>): Promise<number> {
  const top = await realpath(folder);
  let removed = 0;
  for (const path of written) {
    if (wanted.has(path)) continue;
    const file = join(folder, path);
    // A folder may have become a link to somewhere else.
    const real = await realpath(dirname(file)).catch(() => undefined);
    if (real === undefined || !`${real}${sep}`.startsWith(`${top}${sep}`)) continue;
    if ((await sizeOf(file)) === undefined) continue;
    await rm(file);
    removed++;
    await removeEmpty(real, top);
  }
  return removed;
}

async function removeEmpty(folder: string, top: string): Promise<void> {
  for (let at = folder; at !== top; at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}
