// Earlier versions for a site, each built anew from its release tag.
import { join } from "node:path";
import { type ListedVersion, listVersions, tagState } from "../control/listing.ts";
import { earlierDocument } from "../workspace/past.ts";
import { readProgrammeAt } from "../workspace/read.ts";
import type { Loaded } from "./load.ts";
import type { Task } from "./made.ts";
import type { Output } from "./outputs.ts";
import { shippedTemplates } from "./package.ts";
import type { EarlierVersion } from "./paper.ts";
import { type Outcome, run } from "./run.ts";
import { count, type Screen } from "./screen.ts";

/** An earlier version that a tag seals. */
interface Sealed {
  /** As it is called now: `programme/document`. */
  readonly document: string;
  readonly version: string;
  readonly commit: string;
  readonly task: Task;
}

export interface EarlierVersions {
  readonly versions: ReadonlyMap<string, readonly EarlierVersion[]>;
  /** Of which versions there are no files, and why: a sentence each. */
  readonly absent: readonly string[];
}

/** Builds the versions that release tags seal, of documents of the model that are to be shown. */
export async function buildEarlier(
  root: string,
  shown: readonly { readonly loaded: Loaded; readonly id: string }[],
  { to, fresh, includeExempt }: { to: readonly Output[]; fresh: boolean; includeExempt: boolean },
  screen: Screen,
): Promise<EarlierVersions> {
  const absent: string[] = [];
  const sealed: Sealed[] = [];
  for (const { loaded, id } of shown) {
    const document = loaded.model.documents.get(id)?.document;
    if (!document) continue;
    const name = `${loaded.model.case.id}/${id}`;
    const earlier = listVersions(loaded.model, document).filter(({ present }) => !present);
    const untagged = earlier.filter(({ tag }) => tagState(tag) !== "sealed");
    if (untagged.length > 0) absent.push(untaggedWords(name, untagged));
    for (const { version, tag } of earlier)
      if (tag && tagState(tag) === "sealed")
        sealed.push({
          document: name,
          version,
          commit: tag.commit,
          task: await taskAt(root, loaded, id, tag.commit, to),
        });
  }
  if (sealed.length > 0) screen.heading("Earlier versions, from their release tags");
  const outcomes = await run(
    root,
    sealed.map(({ task }) => task),
    fresh,
    screen,
  );
  const versions = new Map<string, readonly EarlierVersion[]>();
  for (const [i, { document, version, commit }] of sealed.entries()) {
    const outcome = outcomes[i];
    const built = outcome?.built.documents[0];
    if (!built) absent.push(`${document} ${version} cannot be built any more: ${reason(outcome)}`);
    else if (built.classification === "exempt" && !includeExempt) absent.push(`${document} ${version} is exempt`);
    else versions.set(document, [...(versions.get(document) ?? []), { version, commit, built }]);
  }
  return { versions, absent };
}

/** Builds beside the caches, so that nothing in the output folder is taken for the present version. */
async function taskAt(
  root: string,
  { model }: Loaded,
  id: string,
  commit: string,
  to: readonly Output[],
): Promise<Task> {
  const now = { programme: model.case.id, document: id };
  const { programme, document } = (await earlierDocument(root, commit, "HEAD", now.programme, now.document)) ?? now;
  const sources = await readProgrammeAt(root, commit, programme, shippedTemplates());
  const out = join(root, ".fivecase", "versions", commit.slice(0, 16));
  return { id: programme, root, sources, documents: [document], to, out, strict: false };
}

function untaggedWords(name: string, versions: readonly ListedVersion[]): string {
  const which = versions.map(({ version, tag }) => {
    const state = tagState(tag);
    return state === "lightweight"
      ? `${version} (its tag is lightweight)`
      : state === "none"
        ? version
        : `${version} (its tag is ${state})`;
  });
  return `${name} ${which.join(", ")}: no release tag seals ${versions.length === 1 ? "it" : "them"}`;
}

function reason(outcome: Outcome | undefined): string {
  const errors = (outcome?.built.diagnostics ?? []).filter(({ severity }) => severity === "error");
  const [first] = errors;
  return first ? `it has ${count(errors.length, "error")}, such as: ${first.message}` : "the document is not there";
}
