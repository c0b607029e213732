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

/** Full hash of the commit that last touched any of the paths; undefined where git cannot say. */
export async function lastTouched(root: string, paths: Pathspec): Promise<string | undefined> {
  const { ok, out } = await git(root, ["log", "-1", "--format=%H", "--", ...asArguments(paths)]);
  return ok && out.trim() !== "" ? out.trim() : undefined;
}

/** True when a commit after `since` touched any of the paths, up to the one checked out. */
export async function touchedSince(root: string, since: string, paths: Pathspec): Promise<boolean> {
  const range = ["log", "-1", "--format=%H", "--end-of-options", `${since}..HEAD`, "--", ...asArguments(paths)];
  const { ok, out } = await git(root, range);
  return !ok || out.trim() !== "";
}

/** The path that a file had at an earlier commit, where it was renamed since; both are paths in the workspace. */
export async function earlierName(root: string, commit: string, path: string): Promise<string | undefined> {
  const log = ["log", "--follow", "-M", "--diff-filter=R", "--name-status", "-z", "--format="];
  const { out } = await git(root, [...log, "--relative", "--end-of-options", `${commit}..HEAD`, "--", path]);
  // R<similarity> NUL old NUL new NUL …, newest first.
  const fields = out.split("\0").filter((field) => field.trim() !== "");
  const last = fields.findLastIndex((field) => /^\s*R\d+$/.test(field));
  return last < 0 ? undefined : fields[last + 1];
}
