// Where the document is kept, and what git cannot say about it.
import type { DocumentModel, Model } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Location } from "./control.ts";
import { tagPrefix } from "./history.ts";
import { folderOf } from "./inputs.ts";
import { bareVersion } from "./versions.ts";

type CaseDocument = DocumentModel["document"];

/**
 * Folder and the tag that seals the version. Both follow from names and the front matter alone: what git knows differs
 * between clones of one tree, and the bytes must not.
 */
export function location(model: Model, document: CaseDocument): Location {
  const version = bareVersion(document.front.version);
  return { path: folderOf(document.file), tag: `${tagPrefix(model, document)}${version}` };
}

const reasons = {
  "no git": "git is not installed here",
  "old git": "the git installed here is older than 2.15",
  "no repository": "these files are not in a git repository",
  "not trusted":
    "git does not trust this folder, which belongs to another user (git config --global --add safe.directory <folder>)",
  "no commits": "nothing has been committed yet",
} as const;

/** Why git says nothing, in words that go on a sentence. */
export function absentReason(absent: NonNullable<Model["case"]["sources"]["git"]["absent"]>): string {
  return reasons[absent];
}

/** What the version history may lack because of the copy it is built from; the same words for every document. */
export function gitLacks(model: Model): readonly Diagnostic[] {
  const { absent, shallow } = model.case.sources.git;
  if (absent !== undefined) return [report("control/no-git", undefined, { reason: absentReason(absent) })];
  return shallow ? [report("control/no-git", undefined, { reason: "this is a shallow clone" })] : [];
}
