// Which sections a release affects: the text now, beside the text of the version before.
import { tagPrefix } from "../control/history.ts";
import { compareVersions } from "../control/versions.ts";
import { changedSections } from "../diff/affected.ts";
import type { Document } from "../document/document.ts";
import { earlierDocument } from "../workspace/past.ts";
import type { OneDocument } from "./one-document.ts";

/** Labels of sections, "All" for a first version or where each section differs; undefined where the version before cannot be had. */
export async function affectedSections(
  one: OneDocument,
  known: readonly string[],
): Promise<readonly string[] | undefined> {
  if (known.length === 0) return ["All"];
  const before = [...known].sort(compareVersions).at(-1) ?? "";
  const tag = await tagOf(one, before);
  const earlier = tag === undefined ? undefined : await one.past.document(tag, one.programme, one.id);
  return earlier && between(earlier, one.tree);
}

/** Sections that differ between two texts, in one word where all do. */
export function between(before: Document, after: Document): readonly string[] {
  const changed = changedSections(before, after).map((section) => section.label);
  const all = after.sections.flatMap((s) => s.blocks).filter((b) => b.type === "heading" && b.level === 1).length;
  return all > 1 && changed.length >= all ? ["All"] : changed;
}

/** Commit of the annotated tag of a version; tags made before a folder was renamed stand under its earlier name. */
export async function tagOf(one: OneDocument, version: string): Promise<string | undefined> {
  const prefix = tagPrefix(one.loaded.model, one.document);
  const same = one.sources.git.tags.flatMap((tag) => {
    const [, folder, number] = /^(.+)\/v(\d+(?:\.\d+)*)$/.exec(tag.name) ?? [];
    const is = tag.annotated && tag.ancestor && number !== undefined && compareVersions(number, version) === 0;
    return is ? [{ commit: tag.commit, folder }] : [];
  });
  const own = same.find(({ folder }) => `${folder}/v` === prefix);
  if (own) return own.commit;
  const until = one.sources.git.commit ?? "HEAD";
  for (const { commit, folder } of same) {
    const old = await earlierDocument(one.root, commit, until, one.programme, one.id);
    if (old && `${old.programme}/${old.document}` === folder) return commit;
  }
  return undefined;
}
