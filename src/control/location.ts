// Where the document is kept, what git cannot say about it, and whether what is built is what was committed.
import type { DocumentModel, Model } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Location } from "./control.ts";
import { tagPrefix } from "./history.ts";
import { bareVersion } from "./versions.ts";

type CaseDocument = DocumentModel["document"];

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

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

/** What the version history may lack because of the copy it is built from; the same words for every document. */
export function gitLacks(model: Model): readonly Diagnostic[] {
  const { absent, shallow } = model.case.sources.git;
  if (absent !== undefined) return [report("control/no-git", undefined, { reason: reasons[absent] })];
  return shallow ? [report("control/no-git", undefined, { reason: "this is a shallow clone" })] : [];
}

const read = /\.(ya?ml|csv|md|hbs|png|jpe?g|svg)$/i;

/** True when a file the document is made from has changes that are not committed. */
export function inputsChanged(model: Model, document: CaseDocument): boolean {
  const { git, documents, templates } = model.case.sources;
  const own = `${folderOf(document.file)}/`;
  const programme = `${folderOf(folderOf(document.file))}/`;
  const others = documents.map((d) => `${folderOf(d.main)}/`).filter((folder) => folder !== own);
  const profile = document.front.profile ?? model.case.programme.profile;
  const shared = [
    templates.kinds.get(`${profile}/${document.front.kind}`) ?? templates.kinds.get(document.front.kind),
    templates.houses.get(profile),
    document.base?.file,
    templates.themes.get(document.house.theme),
    ...templates.partials.values(),
  ];
  const isInput = (path: string) =>
    (path.startsWith(programme) && !others.some((folder) => path.startsWith(folder)) && read.test(path)) ||
    shared.includes(path);
  // Git names a new folder as a whole, with a slash at its end.
  return git.changed.some((path) =>
    path.endsWith("/")
      ? [...model.case.sources.files.keys()].some((file) => file.startsWith(path) && isInput(file))
      : isInput(path),
  );
}
