// What git knows about the workspace, in a few calls. It never fails: what is not known is said.
import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import type { GitFacts, TagFact } from "./sources.ts";

const nothing = { shallow: false, changed: [], tags: [] } as const;

/** What git says of a workspace, asked once for all its programmes. */
export type Repository = (paths: readonly string[]) => Promise<GitFacts>;

/** Asks git about the whole workspace; a programme's facts are those of its paths. */
export function openRepository(root: string): Repository {
  const whole = gitFacts(root, ["content", "templates"]);
  return async (paths) => {
    const facts = await whole;
    return {
      ...facts,
      changed: facts.changed.filter((file) => paths.some((p) => file === p || file.startsWith(`${p}/`))),
    };
  };
}

/** Facts about the commit, uncommitted changes below `paths` and annotated tags that are ancestors of the commit. */
export async function gitFacts(root: string, paths: readonly string[]): Promise<GitFacts> {
  // Asked all at once: without a repository or a commit the other answers are empty and not used.
  const [place, head, status, tags] = await Promise.all([
    git(root, ["rev-parse", "--show-toplevel", "--is-shallow-repository"]),
    git(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]),
    git(root, ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ...paths]),
    git(root, ["for-each-ref", "--merged", "HEAD", `--format=${tagFormat}`, "refs/tags"]),
  ]);
  if (place === undefined) return { absent: "no git", ...nothing };
  const [top, shallow] = place.split("\n");
  if (!top) return { absent: "no repository", ...nothing };
  const commit = head?.trim();
  if (!commit) return { absent: "no commits", ...nothing };
  const prefix = await prefixOf(root, top);
  return {
    shallow: shallow?.trim() === "true",
    commit,
    changed: readStatus(status ?? "", prefix),
    tags: readTags(tags ?? ""),
  };
}

// %00 cannot stand in a ref name or a message.
const tagFormat =
  "%(objecttype)%00%(refname:strip=2)%00%(taggerdate:short)%00%(taggername)%00%(contents:subject)%00%(*objectname)";

/** Reads the output of for-each-ref; lightweight tags carry no word of their own and are left out. */
export function readTags(output: string): readonly TagFact[] {
  const tags: TagFact[] = [];
  for (const line of output.split("\n")) {
    const [type, name, date, author, subject, commit] = line.split("\0");
    if (type !== "tag" || !name || !date || !commit) continue;
    tags.push({ name, date, author: author ?? "", subject: subject ?? "", commit });
  }
  return tags;
}

/** Reads `status --porcelain -z`: paths are those of the repository and are made relative to the workspace. */
export function readStatus(output: string, prefix: string): readonly string[] {
  return output
    .split("\0")
    .filter((entry) => entry.length > 3)
    .map((entry) => entry.slice(3))
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
    .sort();
}

/** Path of the workspace in its repository, with a slash at its end; "" for the repository's own top. */
async function prefixOf(root: string, top: string): Promise<string> {
  try {
    const inside = relative(await realpath(top), await realpath(root))
      .split(sep)
      .join("/");
    return inside === "" ? "" : `${inside}/`;
  } catch {
    return "";
  }
}

/** Output of a git command, "" when it fails, undefined when there is no git. */
function git(directory: string, args: readonly string[]): Promise<string | undefined> {
  const options = { cwd: directory, env: environment(), maxBuffer: 32 * 1024 * 1024, windowsHide: true };
  const settings = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];
  return new Promise((resolve) => {
    try {
      execFile("git", [...settings, ...args], options, (error, stdout) => {
        if (!error) resolve(stdout);
        else resolve(error.code === "ENOENT" ? undefined : "");
      });
    } catch {
      resolve(undefined);
    }
  });
}

/** The environment without git's own settings, which could point at another repository, and with plain English output. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC", GIT_TERMINAL_PROMPT: "0" };
}
