// Looks up what a document's record must be judged by: earlier commits, compiled again by the present program.
import type { DocumentModel, Model } from "../compute/model.ts";
import { type Evidence, noEvidence, type Standing } from "../control/evidence.ts";
import { isRecorded } from "../control/fill.ts";
import { folderOf, inputsChanged, inputsOf } from "../control/inputs.ts";
import { absentReason, location } from "../control/location.ts";
import { type Approval, approvalsThatCount, recordsOf } from "../control/records.ts";
import { compareVersions } from "../control/versions.ts";
import { changedSections } from "../diff/affected.ts";
import type { Document } from "../document/document.ts";
import { document as compile, programme } from "../pipeline.ts";
import { resolveCommit } from "../workspace/git.ts";
import { earlierDocument, lastTouched, type Pathspec, touchedSince } from "../workspace/past.ts";
import { readProgrammeAt } from "../workspace/read.ts";
import { contentDigest, sealOf } from "./digest.ts";
import { shippedTemplates } from "./package.ts";

type CaseDocument = DocumentModel["document"];

/** Documents of earlier commits; each commit is read once. */
export interface Past {
  readonly root: string;
  /** A document of `until`, whatever its folders were called, in the programme of an earlier commit; undefined where it cannot be had. */
  at(commit: string, programme: string, id: string, until?: string): Promise<Earlier | undefined>;
  /** The same as the present program composes it. */
  document(commit: string, programme: string, id: string, until?: string): Promise<Document | undefined>;
}

export interface Earlier {
  readonly model: Model;
  /** Folder name that the document had then. */
  readonly id: string;
}

export function openPast(root: string): Past {
  const models = new Map<string, Promise<Model | undefined>>();
  const modelAt = (commit: string, id: string): Promise<Model | undefined> => {
    const key = `${commit} ${id}`;
    const known =
      models.get(key) ?? readProgrammeAt(root, commit, id, shippedTemplates()).then((s) => programme(s.value).value);
    models.set(key, known);
    return known;
  };
  const at: Past["at"] = async (commit, programmeId, id, until = "HEAD") => {
    const model = await modelAt(commit, programmeId);
    if (model?.documents.has(id)) return { model, id };
    const old = await earlierDocument(root, commit, until, programmeId, id);
    if (!old) return undefined;
    const then = await modelAt(commit, old.programme);
    return then?.documents.has(old.document) ? { model: then, id: old.document } : undefined;
  };
  return {
    root,
    at,
    async document(commit, programmeId, id, until) {
      const earlier = await at(commit, programmeId, id, until);
      return earlier && compile(earlier.model, earlier.id).value;
    },
  };
}

/** Everything that is known of a document's record; what needs no looking up costs nothing. */
export async function evidenceOf(model: Model, id: string, past: Past): Promise<Evidence> {
  const document = model.documents.get(id)?.document;
  if (!document) return noEvidence;
  const own = recordsOf(document);
  const digest = own.length === 0 ? "" : contentDigest(model, document);
  // What the present sources come to is needed only where it must be compared with something.
  let made: Document | undefined;
  const present = (): Document => {
    made ??= compile(model, id).value;
    return made;
  };
  const standingAt = (commit: string) => compared(model, id, commit, past, present);

  const edited = new Set(own.filter(([, record]) => sealOf(record) !== record.seal).map(([key]) => key));
  const drafts = new Set<string>();
  for (const [key, record] of own) if (await isDraft(model, document, record, past)) drafts.add(key);
  const approvals = new Map<string, Standing>();
  for (const { id: key, record } of approvalsThatCount(document, { approvals, edited, drafts })) {
    if (record.content === digest) approvals.set(key, { type: "holds" });
    else if (record.commit === undefined)
      approvals.set(key, unknown("the sources have changed, and they were not in git when it was recorded"));
    else approvals.set(key, await standingAt(record.commit));
  }
  const release = await sinceRelease(model, document, past, standingAt);
  const working = inputsChanged(model, document) || release?.type === "changed" || !isRecorded(document);
  const { shallow, commit } = model.case.sources.git;
  // The oldest commit of a shallow clone seems to have touched everything.
  const touched =
    working && commit !== undefined && !shallow
      ? await lastTouched(past.root, commit, specOf(model, document))
      : undefined;
  return { approvals, edited, drafts, ...(release ? { release } : {}), ...(touched === undefined ? {} : { touched }) };
}

/** Whether a version that no row tells of was there at the commit that was approved. Where that cannot be looked up, the seal of the record vouches for it. */
async function isDraft(
  model: Model,
  document: CaseDocument,
  { version, commit }: Pick<Approval, "version" | "commit">,
  past: Past,
): Promise<boolean> {
  const { git } = model.case.sources;
  const known = [document.front.version, ...document.history.map((row) => row.version)];
  if (known.some((one) => compareVersions(one, version) === 0)) return false;
  if (commit === undefined || git.absent !== undefined) return true;
  if ((await resolveCommit(past.root, commit)) === undefined) return true;
  const earlier = await past.at(commit, model.case.id, document.id, git.commit);
  const then = earlier?.model.documents.get(earlier.id)?.document.front.version;
  return then !== undefined && compareVersions(then, version) === 0;
}

async function compared(
  model: Model,
  id: string,
  commit: string,
  past: Past,
  present: () => Document,
): Promise<Standing> {
  const { absent } = model.case.sources.git;
  if (absent !== undefined) return unknown(absentReason(absent));
  if ((await resolveCommit(past.root, commit)) === undefined)
    return unknown(`this copy of the repository lacks the commit ${commit.slice(0, 7)}`);
  const before = await past.document(commit, model.case.id, id, model.case.sources.git.commit);
  if (!before) return unknown(`the document cannot be made again from the commit ${commit.slice(0, 7)}`);
  const sections = changedSections(before, present()).map((section) => section.label);
  return sections.length === 0 ? { type: "holds" } : { type: "changed", sections };
}

const unknown = (reason: string): Standing => ({ type: "unknown", reason });

/** Whether a reader sees anything else than the tag of the present version sealed; undefined without such a tag. */
async function sinceRelease(
  model: Model,
  document: CaseDocument,
  past: Past,
  standingAt: (commit: string) => Promise<Standing>,
): Promise<Standing | undefined> {
  const { git } = model.case.sources;
  const { tag: name } = location(model, document);
  const tag = git.tags.find((t) => t.name === name && t.annotated && t.ancestor);
  if (!tag) return undefined;
  if (tag.commit === git.commit && git.changed.length === 0) return { type: "holds" };
  const touched =
    inputsChanged(model, document) ||
    (await touchedSince(past.root, tag.commit, git.commit ?? "HEAD", withTemplates(specOf(model, document))));
  return touched ? standingAt(tag.commit) : { type: "holds" };
}

/** A template of the workspace that was taken away leaves its place to one that comes with the program. */
function withTemplates({ within, without }: Pathspec): Pathspec {
  return { within: [...within, "templates"], without };
}

/** Paths of a document's sources for git: folders, so that a file that was taken away counts too. */
function specOf(model: Model, document: CaseDocument): Pathspec {
  const own = folderOf(document.file);
  const programmeFolder = folderOf(own);
  const { shipped } = model.case.sources;
  const templates = inputsOf(model, document)
    .map((input) => input.path)
    .filter((path) => path.startsWith("templates/") && !shipped?.has(path));
  const shared = ["programme.yaml", "data", "shared", "images"].map((name) => `${programmeFolder}/${name}`);
  return {
    within: [own, ...shared, ...templates],
    without: [`${own}/history.yaml`, `${programmeFolder}/data/approvals.yaml`],
  };
}
