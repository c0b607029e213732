// Signatures of tags and commits, verified by git itself with the keys that the user has told it of (gpg or ssh).
import { git } from "./git-call.ts";

/**
 * What git says of a signature: "expired" where it was good until its key ran out, "revoked" where its key was taken back,
 * "unknown" where git lacks the key or the list of allowed signers to judge it.
 */
export interface Signature {
  readonly state: "none" | "good" | "expired" | "revoked" | "bad" | "unknown";
  /** Who signed, as the key says; "" where nobody can tell. */
  readonly by: string;
}

const none: Signature = { state: "none", by: "" };

/** Names of the tags below a folder of tags that carry a signature, asked in one call: most carry none. */
export async function signedTags(root: string, folder: string): Promise<ReadonlySet<string>> {
  const format = "--format=%(if)%(contents:signature)%(then)%(refname:strip=2)%(end)";
  const { out } = await git(root, ["for-each-ref", format, `refs/tags/${folder}`]);
  return new Set(out.split("\n").filter((name) => name !== ""));
}

/** The signature of an annotated tag that carries one. */
export async function tagSignature(root: string, name: string): Promise<Signature> {
  const verdict = await git(root, ["verify-tag", "--raw", "--end-of-options", `refs/tags/${name}`]);
  return verdictOf(verdict.ok, `${verdict.err}\n${verdict.out}`);
}

/** The signature of a commit. */
export async function commitSignature(root: string, commit: string): Promise<Signature> {
  const text = await git(root, ["cat-file", "commit", commit]);
  if (!text.ok || !/^gpgsig(-sha256)? /m.test(text.out)) return none;
  const verdict = await git(root, ["verify-commit", "--raw", "--end-of-options", commit]);
  return verdictOf(verdict.ok, `${verdict.err}\n${verdict.out}`);
}

/** The commit that brought a text into a file first, as far back as this clone goes. */
export async function commitThatAdded(root: string, text: string, path: string): Promise<string | undefined> {
  // The folders above the file may have been renamed since.
  const log = ["--literal-pathspecs", "log", "--follow", "--format=%H", `-S${text}`, "--", path];
  const { ok, out } = await git(root, log);
  return ok ? out.split("\n").findLast((line) => line !== "") : undefined;
}

const gpgStates: Readonly<Record<string, Signature["state"]>> = {
  BADSIG: "bad",
  EXPSIG: "expired",
  EXPKEYSIG: "expired",
  REVKEYSIG: "revoked",
};

/**
 * GnuPG's status lines are those of doc/DETAILS in its sources; ssh's sentences are those of `ssh-keygen -Y verify`.
 */
export function verdictOf(ok: boolean, said: string): Signature {
  const gpg = /^\[GNUPG:\] (GOODSIG|BADSIG|EXPSIG|EXPKEYSIG|REVKEYSIG|ERRSIG) \S+ ?(.*)$/m.exec(said);
  if (gpg) {
    const [, word = "", who = ""] = gpg;
    // A signature that cannot be checked names no one: what stands there are numbers of the key.
    if (word === "ERRSIG") return { state: "unknown", by: "" };
    return { state: gpgStates[word] ?? (ok ? "good" : "unknown"), by: who };
  }
  // Whose key it is does not matter where the words are not those that were signed.
  if (/Signature verification failed|incorrect signature/i.test(said)) return { state: "bad", by: "" };
  const named = /^Good "[^"]*" signature for (.+) with /m.exec(said);
  if (named) return { state: ok ? "good" : "unknown", by: named[1] ?? "" };
  if (/key has expired/i.test(said)) return { state: "expired", by: "" };
  // The signature fits its key, but nothing says whose key that is.
  if (/^Good "[^"]*" signature with /m.test(said) || /allowedSignersFile|No principal matched/i.test(said))
    return { state: "unknown", by: "" };
  if (/Could not verify signature|BAD signature/i.test(said)) return { state: "bad", by: "" };
  return { state: ok ? "good" : "unknown", by: "" };
}
