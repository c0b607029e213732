// What git knows about the workspace, in a few calls made at once. It never fails: what is not known is said.
import { realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { unprintable } from "../source.ts";
import { type GitAnswer, git } from "./git-call.ts";
import { mapAuthors } from "./mailmap.ts";
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

/** Where git keeps what these facts come from: which commit is checked out, and branches and tags. None outside a repository. */
export async function gitPlaces(root: string): Promise<readonly string[]> {
  const names = ["HEAD", "refs", "packed-refs", "reftable"].flatMap((name) => ["--git-path", name]);
  const { ok, out } = await git(root, ["rev-parse", ...names]);
  const paths = out.split("\n").filter((path) => path !== "");
  return ok ? paths.map((path) => resolve(root, path)) : [];
}

/** Facts about the commit that is checked out, uncommitted changes below `paths` and the tags of documents. */
export async function gitFacts(root: string, paths: readonly string[]): Promise<GitFacts> {
  const status = git(root, ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ...paths]);
  const facts = await factsAt(root, "HEAD");
  if (facts.absent !== undefined) return facts;
  return { ...facts, changed: readStatus((await status).out, facts.prefix ?? "") };
}

/** Facts as they are for a commit: nothing is uncommitted, and only its own ancestors count. */
export async function gitFactsAt(root: string, commit: string): Promise<GitFacts> {
  return factsAt(root, commit);
}

async function factsAt(root: string, at: string): Promise<GitFacts> {
  // Asked all at once: without a repository or a commit the other answers are empty and not used.
  const [place, head, tags, merged] = await Promise.all([
    git(root, ["rev-parse", "--show-toplevel", "--is-shallow-repository"]),
    resolveCommit(root, at),
    git(root, ["for-each-ref", `--format=${tagFormat}`, "refs/tags/*/*/*"]),
    git(root, ["for-each-ref", "--merged", at, "--format=%(refname:strip=2)", "refs/tags/*/*/*"]),
  ]);
  const absent = lacking(place);
  if (absent !== undefined) return { absent, ...nothing };
  const [top = "", shallow = ""] = place.out.split("\n").map((line) => line.trim());
  // An older git repeats a question that it does not know.
  if (shallow !== "true" && shallow !== "false") return { absent: "old git", ...nothing };
  if (head === undefined) return { absent: "no commits", ...nothing };
  if (!tags.ok || !merged.ok) return { absent: "old git", ...nothing };
  const ancestors = new Set(merged.out.split("\n"));
  const found = await ancestry(root, head, readTags(tags.out, ancestors));
  const [prefix, read] = await Promise.all([prefixOf(root, top), mapAuthors(root, top, found)]);
  return { shallow: shallow === "true", commit: head, prefix, changed: [], tags: read };
}

/**
 * Git leaves off looking for ancestors where the dates of commits run backwards for long, so what it has not found is looked
 * for among all of them.
 */
async function ancestry(root: string, head: string, tags: readonly TagFact[]): Promise<readonly TagFact[]> {
  if (tags.every((tag) => tag.ancestor)) return tags;
  const { out } = await git(root, ["rev-list", head]);
  const reached = new Set(out.split("\n"));
  return tags.map((tag) => (tag.ancestor ? tag : { ...tag, ancestor: reached.has(tag.commit) }));
}

function lacking(place: GitAnswer): GitFacts["absent"] {
  if (place.missing) return "no git";
  if (place.ok) return undefined;
  return place.err.includes("dubious ownership") ? "not trusted" : "no repository";
}

/** Full hash of the commit that a name means, or undefined. Names that look like options are names all the same. */
export async function resolveCommit(root: string, name: string): Promise<string | undefined> {
  if (name === "" || name.startsWith("-")) return undefined;
  const answer = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  const hash = answer.out.trim();
  return answer.ok && /^[0-9a-f]{40,64}$/.test(hash) ? hash : undefined;
}

/** Names that the branch has which others are merged into, the remote's own first. */
const mainBranches = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];

/** The commit at which the one that is checked out left the main branch, and what that branch is called here. */
export async function forkPoint(
  root: string,
): Promise<{ readonly commit: string; readonly branch: string } | undefined> {
  for (const branch of mainBranches) {
    const tip = await resolveCommit(root, branch);
    if (tip === undefined) continue;
    const commit = (await git(root, ["merge-base", tip, "HEAD"])).out.trim();
    if (commit !== "") return { commit, branch };
  }
  return undefined;
}

// %00 cannot stand in a ref name or a message; a message has lines, so %01 ends a tag. What a message holds in spite of that comes last.
const tagFormat = [
  "objecttype",
  "refname:strip=2",
  "objectname",
  "*objectname",
  "taggerdate:short",
  "taggername",
  "taggeremail",
  "contents:subject",
  "contents:body",
]
  .map((field) => `%(${field})`)
  .join("%00")
  .concat("%01");

/** Reads the output of for-each-ref; a lightweight tag carries no word of its own. `ancestors` holds the names of tags that the commit has behind it. */
export function readTags(output: string, ancestors: ReadonlySet<string>): readonly TagFact[] {
  const tags: TagFact[] = [];
  for (const record of output.split("\x01\n")) {
    const [type, name, object = "", target = "", date = "", author = "", email = "", subject = "", body = ""] = record
      .replace(unprintable, (c) => (c === "\0" ? c : "\uFFFD"))
      .split("\0");
    if (!name) continue;
    const ancestor = ancestors.has(name);
    if (type === "tag" && target)
      tags.push({ name, annotated: true, ancestor, date, author, email, subject, body, commit: target });
    if (type === "commit")
      tags.push({
        name,
        annotated: false,
        ancestor,
        date: "",
        author: "",
        email: "",
        subject: "",
        body: "",
        commit: object,
      });
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
