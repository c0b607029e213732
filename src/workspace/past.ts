// Questions about earlier commits: what touched a file last, and under which name it was known.
import { git } from "./git-call.ts";

/** Paths below which a change counts, and paths that do not count, as git takes them. */
export interface Pathspec {
  readonly within: readonly string[];
  readonly without: readonly string[];
}

function asArguments({ within, without }: Pathspec): readonly string[] {
  return [...within.map((path) => `:(literal)${path}`), ...without.map((path) => `:(exclude,literal)${path}`)];
}

/** Full hash of the commit, up to `until`, that last touched any of the paths; undefined where git cannot say. */
export async function lastTouched(root: string, until: string, paths: Pathspec): Promise<string | undefined> {
  const log = ["log", "-1", "--format=%H", "--end-of-options", until, "--", ...asArguments(paths)];
  const { ok, out } = await git(root, log);
  return ok && out.trim() !== "" ? out.trim() : undefined;
}

/** True when a commit after `since` touched any of the paths, up to `until`. */
export async function touchedSince(root: string, since: string, until: string, paths: Pathspec): Promise<boolean> {
  const range = ["log", "-1", "--format=%H", "--end-of-options", `${since}..${until}`, "--", ...asArguments(paths)];
  const { ok, out } = await git(root, range);
  return !ok || out.trim() !== "";
}

/** Full hashes of the commits after `since`, or of all, that touched any of the paths, newest first, and no more than `most`. */
export async function commitsThatTouched(
  root: string,
  { since, until, most }: { readonly since: string | undefined; readonly until: string; readonly most: number },
  paths: Pathspec,
): Promise<readonly string[]> {
  const range = since === undefined ? until : `${since}..${until}`;
  const log = ["log", `-${most}`, "--format=%H", "--end-of-options", range, "--", ...asArguments(paths)];
  const { out } = await git(root, log);
  return out.split("\n").filter((hash) => hash !== "");
}

/** The path that a file of `until` had at an earlier commit, where it was renamed since; both are paths in the workspace. */
async function earlierName(root: string, commit: string, until: string, path: string): Promise<string | undefined> {
  const log = ["--literal-pathspecs", "log", "--follow", "-M", "--diff-filter=R", "--name-status", "-z", "--format="];
  const { out } = await git(root, [...log, "--relative", "--end-of-options", `${commit}..${until}`, "--", path]);
  // R<similarity> NUL old NUL new NUL …, newest first.
  const fields = out.split("\0").filter((field) => field.trim() !== "");
  const last = fields.findLastIndex((field) => /^\s*R\d+$/.test(field));
  return last < 0 ? undefined : fields[last + 1];
}

/** Folder names that a document of `until` had at an earlier commit, where either was another then. */
export async function earlierDocument(
  root: string,
  commit: string,
  until: string,
  programme: string,
  document: string,
): Promise<{ readonly programme: string; readonly document: string } | undefined> {
  const name = await earlierName(root, commit, until, `content/${programme}/${document}/document.md`);
  const [, oldProgramme, oldDocument] = /^content\/([^/]+)\/([^/]+)\/document\.md$/.exec(name ?? "") ?? [];
  return oldProgramme === undefined || oldDocument === undefined
    ? undefined
    : { programme: oldProgramme, document: oldDocument };
}
