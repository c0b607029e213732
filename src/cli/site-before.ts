// What an earlier run wrote into a site: pages that a document with errors keeps, and files that no longer belong there.
import { readFile, realpath, rm, rmdir } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Paper, type PaperFile, type PaperProgramme, Papers } from "../../schemas/papers.ts";
import { stateOf } from "./written.ts";

export const papersPath = "papers.json";

export interface Earlier {
  /** By programme and document. */
  readonly papers: ReadonlyMap<string, Paper>;
  /** By programme. */
  readonly programmes: ReadonlyMap<string, PaperProgramme>;
  /** Everything the earlier run wrote but its catalogue. */
  readonly written: readonly Pick<PaperFile, "path" | "sha256">[];
  /** The catalogue, where there is one that cannot be read. */
  readonly unreadable?: string;
}

/** Reads the catalogue of an earlier run; a document is known where all its files are as they were written. */
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
  const whole = async (file: PaperFile) => (await stateOf(join(folder, file.path), file.sha256)) === "as written";
  const papers = new Map<string, Paper>();
  const all = read.programmes.flatMap((programme) => programme.papers);
  for (const paper of all) {
    if ((await chosenBy(paper.files, whole)).length < paper.files.length) continue;
    const versions: Paper["versions"] = [];
    for (const version of paper.versions) versions.push({ ...version, files: await chosenBy(version.files, whole) });
    papers.set(paper.id, { ...paper, versions });
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

async function chosenBy<T>(all: readonly T[], wanted: (one: T) => Promise<boolean>): Promise<T[]> {
  const answers = await Promise.all(all.map(wanted));
  return all.filter((_, i) => answers[i]);
}

/** The files that a paper lists. */
export function filesOf({ files, versions }: Paper): readonly PaperFile[] {
  return [...files, ...versions.flatMap((version) => version.files)];
}

export interface Removal {
  readonly removed: number;
  /** Paths of files that somebody changed since they were written, so they were left. */
  readonly left: readonly string[];
}

/** Removes what the earlier run wrote and this one did not, and folders that are then empty. */
export async function removeOld(folder: string, { written }: Earlier, wanted: ReadonlySet<string>): Promise<Removal> {
  let removed = 0;
  const left: string[] = [];
  const old = written.filter(({ path }) => !wanted.has(path));
  if (old.length === 0) return { removed, left };
  const top = await realpath(folder);
  for (const { path, sha256: expected } of old) {
    const file = join(folder, path);
    // A folder may have become a link to somewhere else.
    const real = await realpath(dirname(file)).catch(() => undefined);
    if (real === undefined || !`${real}${sep}`.startsWith(`${top}${sep}`)) continue;
    const state = await stateOf(file, expected);
    if (state === "changed") left.push(path);
    if (state !== "as written") continue;
    await rm(file);
    removed++;
    await removeEmpty(real, top);
  }
  return { removed, left };
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
