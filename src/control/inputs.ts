// Which files a document is made from: one list for the mark of uncommitted work, the manifest and approvals.
import { usualCalendar } from "../../schemas/route.ts";
import type { DocumentModel, Model } from "../compute/model.ts";

type CaseDocument = DocumentModel["document"];

/** A record tells of the document itself (its versions, its approvals); all else is a source of what it says. */
export type InputRole = "source" | "record";

export interface Input {
  /** From the workspace; a shipped template is told as the workspace's own of that path would be. */
  readonly path: string;
  readonly role: InputRole;
  /** As read: text, line ends as they stand, or the bytes of a picture or a Word file. */
  readonly content: string | Uint8Array;
}

/** Folder of a path, without a slash at its end; "" at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Everything that was read and that the document may show, by path. */
export function inputsOf(model: Model, document: CaseDocument): readonly Input[] {
  const { files, binaries } = model.case.sources;
  const roleOf = inputRule(model, document);
  const inputs: Input[] = [];
  for (const path of [...new Set([...files.keys(), ...binaries.keys()])].sort()) {
    const role = roleOf(path);
    const content = files.get(path)?.text ?? binaries.get(path);
    if (role !== undefined && content !== undefined) inputs.push({ path, role, content });
  }
  return inputs;
}

/** What a path is to the document, whether or not a file stands there now; undefined for what it is not made from. */
export function inputRule(model: Model, document: CaseDocument): (path: string) => InputRole | undefined {
  const own = `${folderOf(document.file)}/`;
  const programme = `${folderOf(folderOf(document.file))}/`;
  const shared = sharedFiles(model, document);
  return (path) => {
    if (shared.has(path)) return "source";
    if (path === `${own}history.yaml` || path === `${programme}data/approvals.yaml`) return "record";
    const read =
      (path.startsWith(own) && ownFile.test(path.slice(own.length))) ||
      (path.startsWith(programme) && programmeFile.test(path.slice(programme.length)));
    return read ? "source" : undefined;
  };
}

// What is read of a document's folder and of its programme's.
const ownFile = /^([^/]+\.md|data\/[^/]+\.(yaml|csv)|images\/[^/]+\.(png|jpe?g|svg))$/i;
const programmeFile = /^(programme\.yaml|data\/[^/]+\.(yaml|csv)|shared\/[^/]+\.md|images\/[^/]+\.(png|jpe?g|svg))$/i;

/** Template, house, theme and calendar of a document, and all partials: which of them a template takes depends on the data. */
function sharedFiles(model: Model, document: CaseDocument): ReadonlySet<string> {
  const { templates } = model.case.sources;
  const name = document.front.profile ?? model.case.programme.profile;
  const profile = templates.houses.get(name);
  const house = profile === undefined ? undefined : folderOf(profile);
  const paths = [
    templates.kinds.get(`${name}/${document.front.kind}`) ?? templates.kinds.get(document.front.kind),
    profile,
    house === undefined || document.house.logo === undefined ? undefined : `${house}/${document.house.logo}`,
    house === undefined ? undefined : `${house}/theme.docx`,
    templates.themes.get(document.house.theme),
    document.calendar && templates.calendars.get(document.house.route?.calendar ?? usualCalendar),
    ...templates.partials.values(),
  ];
  return new Set(paths.filter((path) => path !== undefined));
}

/** True when a file the document is made from has changes that are not committed. */
export function inputsChanged(model: Model, document: CaseDocument): boolean {
  const { git, files } = model.case.sources;
  const roleOf = inputRule(model, document);
  // Git names a new folder as a whole, with a slash at its end.
  return git.changed.some((path) =>
    path.endsWith("/")
      ? [...files.keys()].some((file) => file.startsWith(path) && roleOf(file) !== undefined)
      : roleOf(path) !== undefined,
  );
}
