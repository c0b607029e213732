// Every version of a document that history, tags or front matter know of, and what each of them says.
import type { DocumentModel, Model } from "../compute/model.ts";
import type { TagFact } from "../workspace/sources.ts";
import { tagPrefix } from "./history.ts";
import { bareVersion, compareVersions } from "./versions.ts";

type CaseDocument = DocumentModel["document"];
type Row = CaseDocument["history"][number];

export interface ListedVersion {
  readonly version: string;
  /** Rows of history.yaml; several where rounds of comments share a version. */
  readonly rows: readonly Row[];
  readonly tag?: TagFact;
  /** The front matter bears it. */
  readonly present: boolean;
}

/** Oldest first. */
export function listVersions(model: Model, document: CaseDocument): readonly ListedVersion[] {
  const prefix = tagPrefix(model, document);
  const tags = model.case.sources.git.tags
    .filter((t) => t.name.startsWith(prefix))
    .map((tag) => ({ tag, version: tag.name.slice(prefix.length) }))
    .filter(({ version }) => /^\d+(\.\d+)*$/.test(version));
  const all = [document.front.version, ...document.history.map((row) => row.version), ...tags.map((t) => t.version)];
  const versions: string[] = [];
  for (const version of all.map(bareVersion))
    if (!versions.some((v) => compareVersions(v, version) === 0)) versions.push(version);
  return versions.sort(compareVersions).map((version) => {
    const is = (other: string) => compareVersions(other, version) === 0;
    const tag = tags.find((t) => is(t.version))?.tag;
    return {
      version,
      rows: document.history.filter((row) => is(row.version)),
      present: is(document.front.version),
      ...(tag ? { tag } : {}),
    };
  });
}

/** What a tag is worth as a record, in a word. */
export function tagState(tag: TagFact | undefined): "none" | "sealed" | "lightweight" | "on another branch" {
  if (!tag) return "none";
  if (!tag.ancestor) return "on another branch";
  return tag.annotated ? "sealed" : "lightweight";
}
