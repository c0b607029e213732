// Where the document is kept, and whether what is built is what was committed.
import type { DocumentModel, Model } from "../compute/model.ts";
import type { Location } from "./control.ts";
import { tagPrefix } from "./history.ts";
import { bareVersion } from "./versions.ts";

type CaseDocument = DocumentModel["document"];

const reasons = {
  "no git": "Git is not installed here, so no tag or commit is known.",
  "no repository": "The files are not in a git repository, so no tag or commit is known.",
  "no commits": "Nothing has been committed yet, so no tag or commit is known.",
} as const;

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Folder, tag of the built version and commit, or why they are not known. */
export function location(model: Model, document: CaseDocument): Location {
  const { git } = model.case.sources;
  const path = folderOf(document.file);
  if (git.absent) return { path, unknown: reasons[git.absent] };
  const wanted = `${tagPrefix(model, document)}${bareVersion(document.front.version)}`;
  const tag = git.tags.find((t) => t.name === wanted);
  return {
    path,
    ...(tag ? { tag: tag.name } : {}),
    ...(git.commit ? { commit: git.commit } : {}),
    ...(!tag && git.shallow ? { unknown: "This is a shallow clone: tags of earlier versions may be missing." } : {}),
  };
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
