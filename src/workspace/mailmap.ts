// People under the names that the repository's .mailmap gives them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { git } from "./git-call.ts";
import type { TagFact } from "./sources.ts";

/** Taggers by their proper names. Git itself reads the file; without one nothing is asked. */
export async function mapAuthors(root: string, top: string, tags: readonly TagFact[]): Promise<readonly TagFact[]> {
  const written = [...new Set(tags.filter((t) => t.annotated).map(identityOf))];
  if (written.length === 0 || !existsSync(join(top, ".mailmap"))) return tags;
  const answer = await git(root, ["check-mailmap", "--stdin"], written.map((who) => `${who}\n`).join(""));
  const mapped = answer.out.split("\n");
  const names = new Map(written.map((who, i) => [who, mapped[i]?.replace(/\s*<[^<>]*>$/, "")]));
  return tags.map((tag) => (tag.annotated ? { ...tag, author: names.get(identityOf(tag)) || tag.author } : tag));
}

const identityOf = ({ author, email }: TagFact): string => `${author} ${email}`;
