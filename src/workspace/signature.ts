// Signatures of tags and commits, verified by git itself with the keys that the user has told it of (gpg or ssh).
import { git } from "./git-call.ts";

/** What git says of a signature; "unknown" where it lacks the key or the list of allowed signers to judge it. */
export interface Signature {
  readonly state: "none" | "good" | "bad" | "unknown";
  /** Who signed, as the key says; "" where nobody can tell. */
  readonly by: string;
}

const none: Signature = { state: "none", by: "" };

/** The signature of an annotated tag. */
export async function tagSignature(root: string, name: string): Promise<Signature> {
  const text = await git(root, ["cat-file", "tag", `refs/tags/${name}`]);
  if (!text.ok || !/^-----BEGIN (PGP|SSH|SIGNED)/m.test(text.out)) return none;
  const verdict = await git(root, ["verify-tag", "--raw", "--end-of-options", name]);
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
  const { ok, out } = await git(root, ["log", "--reverse", "--format=%H", `-S${text}`, "--", path]);
  return ok ? out.split("\n").find((line) => line !== "") : undefined;
}

/**
 * GnuPG's status lines are those of doc/DETAILS in its sources; ssh's sentences are those of `ssh-keygen -Y verify`.
 */
export function verdictOf(ok: boolean, said: string): Signature {
  const gpg = /^\[GNUPG:\] (GOODSIG|BADSIG|EXPSIG|EXPKEYSIG|REVKEYSIG|ERRSIG) \S+ ?(.*)$/m.exec(said);
  if (gpg) {
    const [, word = "", who = ""] = gpg;
    if (word === "GOODSIG") return { state: ok ? "good" : "unknown", by: who };
    // A signature that cannot be checked names no one: what stands there are numbers of the key.
    return word === "ERRSIG" ? { state: "unknown", by: "" } : { state: "bad", by: who };
  }
  const named = /^Good "[^"]*" signature for (.+) with /m.exec(said);
  if (named) return { state: ok ? "good" : "unknown", by: named[1] ?? "" };
  // The signature fits its key, but nothing says whose key that is.
  if (/^Good "[^"]*" signature with /m.test(said) || /allowedSignersFile|No principal matched/i.test(said))
    return { state: "unknown", by: "" };
  if (/Signature verification failed|incorrect signature|Could not verify signature|BAD signature/i.test(said))
    return { state: "bad", by: "" };
  return { state: ok ? "good" : "unknown", by: "" };
}
