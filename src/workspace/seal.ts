// Commits and tags that fivecase makes for the user, under the user's own name, hooks and signing key.
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
  const before = (await git(root, ["rev-parse", "--verify", "--quiet", "HEAD"])).out.trim();
  const untracked = (await git(root, ["ls-files", "--others", "-z", "--", ...files])).out
    .split("\0")
    .filter((f) => f !== "");
  // A file that git does not know cannot be committed by its name.
  if (untracked.length > 0) await git(root, ["add", "--intent-to-add", "--", ...untracked]);
  const signing = sign ? ["-S"] : [];
  const made = await git(
    root,
    ["commit", "--quiet", "--cleanup=verbatim", ...signing, "-F", "-", "--only", "--", ...files],
    message,
  );
  if (!made.ok) {
    if (untracked.length > 0) await git(root, ["reset", "--quiet", "--", ...untracked]);
    return { fault: words(made.err || made.out) };
  }
  const commit = (await git(root, ["rev-parse", "HEAD"])).out.trim();
  if (!tag) return { commit };
  const kind = sign ? "-s" : "-a";
  const tagged = await git(root, ["tag", kind, "--cleanup=verbatim", "-F", "-", "--", tag.name, commit], tag.message);
  if (tagged.ok) return { commit };
  if (before === "") await git(root, ["update-ref", "-d", "HEAD"]);
  else await git(root, ["reset", "--quiet", "--soft", before]);
  await git(root, ["reset", "--quiet", "--", ...files]);
  return { fault: words(tagged.err || tagged.out) };
}

/** Why a tag cannot be made, before anything is written; undefined when it can. */
export async function tagFault(root: string, name: string): Promise<Fault> {
  if (!(await git(root, ["check-ref-format", `refs/tags/${name}`])).ok)
    return `"${name}" cannot be the name of a tag: rename the folder without spaces and the signs ~ ^ : ? * [ \\`;
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
