// One programme from its sources to files. What goes in and comes out is plain data, so that a thread can do it.
import { join } from "node:path";
import { editionOf } from "../control/edition.ts";
import type { Evidence } from "../control/evidence.ts";
import { fileStem } from "../control/file-name.ts";
import { inputsChanged, inputsOf } from "../control/inputs.ts";
import { bareVersion } from "../control/versions.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import type { Sources } from "../workspace/sources.ts";
import { type Composed, composed, concerning } from "./composed.ts";
import { openPast } from "./evidence.ts";
import { hashInputs, sha256 } from "./hashes.ts";
import { type Loaded, modelled } from "./load.ts";
import type { Output } from "./outputs.ts";
import type { Built, BuiltDocument, BuiltFile } from "./record.ts";
import { render } from "./rendered.ts";
import { writeWhole } from "./write.ts";

/** A programme to build. */
export interface Task {
  readonly id: string;
  /** Folder of the workspace, absolute. */
  readonly root: string;
  readonly sources: Result<Sources>;
  readonly documents: readonly string[];
  readonly to: readonly Output[];
  /** Folder for the outputs, absolute. */
  readonly out: string;
  readonly strict: boolean;
}

/** Builds the documents wanted; one with errors is not written, the others are. */
export async function buildProgramme(task: Task): Promise<Built> {
  const { id } = task;
  const loaded = modelled(task.sources);
  const diagnostics = [...loaded.diagnostics];
  if (!loaded.model) return { documents: [], skipped: [id], diagnostics, lacking: false };
  const made = await composed(loaded, id, task.documents, openPast(task.root));
  diagnostics.push(...made.diagnostics);
  const documents: BuiltDocument[] = [];
  const skipped: string[] = [];
  for (const one of made.documents) {
    const blocked = one.blocked || (task.strict && concerning(diagnostics, id, one.id).length > 0);
    const written = blocked ? undefined : await writeDocument(one, loaded, task);
    diagnostics.push(...(written?.diagnostics ?? []));
    if (written && !hasErrors(written.diagnostics)) documents.push(written.value);
    else skipped.push(`${id}/${one.id}`);
  }
  // Documents that were dropped before they could be composed.
  for (const wanted of task.documents) if (!loaded.model.documents.has(wanted)) skipped.push(`${id}/${wanted}`);
  return { documents, skipped, diagnostics, lacking: made.documents.some((one) => lacks(one.evidence)) };
}

function lacks({ approvals, release }: Evidence): boolean {
  return [...approvals.values(), release].some((standing) => standing?.type === "unknown");
}

async function writeDocument(one: Composed, loaded: Loaded, task: Task): Promise<Result<BuiltDocument>> {
  const { model, sources } = loaded;
  const document = model.documents.get(one.id)?.document;
  if (!document) throw new Error(`a document is to be written that the model does not have: ${one.id}`);
  const rendered = await render(one, model, sources.binaries, task.to);
  const stem = fileStem(model, document);
  const files: BuiltFile[] = [];
  for (const { bytes, ...facts } of rendered.value) {
    const path = join(task.out, task.id, `${stem}.${facts.format}`);
    await writeWhole(path, bytes);
    files.push({ ...facts, path, size: bytes.byteLength, sha256: sha256(bytes) });
  }
  const { kind, title, version, status, date, classification } = document.front;
  const { commit } = sources.git;
  const built: BuiltDocument = {
    document: one.tree.id,
    programme: task.id,
    kind,
    title,
    version: bareVersion(version),
    status,
    date,
    classification,
    edition: editionOf(classification),
    source: { ...(commit === undefined ? {} : { commit }), uncommitted: inputsChanged(model, document) },
    subject: one.tree.properties.subject,
    inputs: hashInputs(inputsOf(model, document)),
    files,
  };
  return { value: built, diagnostics: rendered.diagnostics };
}
