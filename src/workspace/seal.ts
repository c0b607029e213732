// Commits and tags that fivecase makes for the user, under the user's own name, hooks and signing key.
import { readFile, rename, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { git } from "./git-call.ts";

/** What went wrong, in git's own words; undefined when nothing did. */
export type Fault = string | undefined;

export interface Sealing {
  /** Paths of the files that are committed, and nothing else. */
  readonly files: readonly string[];
  readonly message: string;
  /** An annotated tag on the commit. */
  readonly tag?: { readonly name: string; readonly message: string };
  readonly sign: boolean;
}

/** Commits files as they stand and tags the commit. When something fails, branch and index are as they were before. */
export async function seal(
  root: string,
  sealing: Sealing,
): Promise<{ readonly commit: string } | { readonly fault: string }> {
  const { files, message, tag, sign } = sealing;
  const index = await keepIndex(root);
  const before = (await git(root, ["rev-parse", "--verify", "--quiet", "HEAD"])).out.trim();
  const untracked = (await git(root, [...literal, "ls-files", "--others", "-z", "--", ...files])).out
    .split("\0")
    .filter((f) => f !== "");
  if (untracked.length > 0) {
    // A file that git does not know cannot be committed by its name.
    const known = await git(root, [...literal, "add", "--intent-to-add", "--", ...untracked]);
    if (!known.ok) return { fault: words(known.err || known.out) };
  }
  const signing = sign ? ["-S"] : [];
  const commitOnly = ["commit", "--quiet", "--cleanup=verbatim", ...signing, "-F", "-", "--only", "--", ...files];
  const made = await git(root, [...literal, ...commitOnly], message);
  if (!made.ok) {
    await index.restore();
    return { fault: words(made.err || made.out) };
  }
  const commit = (await git(root, ["rev-parse", "HEAD"])).out.trim();
  if (!tag) return { commit };
  const kind = sign ? "-s" : "-a";
  const tagged = await git(root, ["tag", kind, "--cleanup=verbatim", "-F", "-", "--", tag.name, commit], tag.message);
  if (tagged.ok) return { commit };
  const back = before === "" ? ["-d", "HEAD", commit] : ["HEAD", before, commit];
  await git(root, ["update-ref", "-m", `commit undone: ${tag.name} cannot be made`, ...back]);
  await index.restore();
  return { fault: words(tagged.err || tagged.out) };
}

/** Paths are names of files, whatever signs stand in them. */
const literal = ["--literal-pathspecs"];

/** The index as it is now, with all that the user has staged; brought back under git's own lock. */
async function keepIndex(root: string): Promise<{ restore(): Promise<void> }> {
  const named = (await git(root, ["rev-parse", "--git-path", "index"])).out.replace(/\r?\n$/, "");
  const path = isAbsolute(named) ? named : join(root, named);
  const read = () => readFile(path).catch(() => undefined);
  const before = await read();
  return {
    async restore() {
      if (before === undefined || (await read())?.equals(before)) return;
      try {
        await writeFile(`${path}.lock`, before, { flag: "wx" });
        await rename(`${path}.lock`, path);
      } catch {
        // Another git is at work, and the index is its own for now.
      }
    },
  };
}

/** Why a tag cannot be made, before anything is written; undefined when it can. */
export async function tagFault(root: string, name: string): Promise<Fault> {
  // Git takes a tag whose name begins with a hyphen for an option, though it may be the name of a ref.
  if (name.startsWith("-") || !(await git(root, ["check-ref-format", `refs/tags/${name}`])).ok)
    return `"${name}" cannot be the name of a tag: rename the folder with letters, digits and hyphens between them`;
  const there = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `refs/tags/${name}`]);
  return there.ok ? `the tag ${name} is there already, on ${there.out.trim().slice(0, 7)}` : undefined;
}

/** Who git takes the user for, by the names of .mailmap; undefined where git has not been told. */
export async function gitUser(root: string): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const { ok, out } = await git(root, ["var", "GIT_COMMITTER_IDENT"]);
  const who = /^(.*<[^<>]*>)/.exec(out)?.[1];
  if (!ok || who === undefined) return undefined;
  const mapped = (await git(root, ["check-mailmap", "--stdin"], `${who}\n`)).out.trim();
  const [, name = "", email = ""] = /^(.*?)\s*<([^<>]*)>$/.exec(mapped === "" ? who : mapped) ?? [];
  return name === "" ? undefined : { name, email };
}

/** Branch that is checked out; undefined for a detached head. */
export async function branch(root: string): Promise<string | undefined> {
  const { ok, out } = await git(root, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  return ok ? out.trim() : undefined;
}

function words(said: string): string {
  return said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("hint:"))
    .join("; ");
}
