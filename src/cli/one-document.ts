// The one document that a command is about, read and composed.
import { resolve } from "node:path";
import type { DocumentModel } from "../compute/model.ts";
import type { Evidence } from "../control/evidence.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { document as compile } from "../pipeline.ts";
import { ok, type Result } from "../result.ts";
import { readProgramme } from "../workspace/read.ts";
import type { Sources } from "../workspace/sources.ts";
import { concerning } from "./composed.ts";
import { evidenceOf, openPast, type Past } from "./evidence.ts";
import { type Loaded, modelled } from "./load.ts";
import { type CheckOptions, chosen } from "./options.ts";
import { shippedTemplates } from "./package.ts";

export interface OneDocument {
  readonly root: string;
  readonly programme: string;
  readonly id: string;
  readonly sources: Sources;
  readonly loaded: Loaded;
  readonly document: DocumentModel["document"];
  readonly evidence: Evidence;
  readonly tree: Document;
  readonly past: Past;
  /** Findings that concern it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly blocked: boolean;
}

/** What a command about one document begins with. */
export type OneOptions = Omit<CheckOptions, "documents"> & { readonly document: string };

/** Reads and composes the document asked for; a number is the exit code, with the reason said. */
export async function oneDocument(options: OneOptions): Promise<OneDocument | 1 | 2> {
  const root = resolve(options.directory);
  const programmes = await chosen({ ...options, documents: [options.document] });
  if (!programmes) return 2;
  const [only] = programmes;
  const [id] = only?.documents ?? [];
  if (!only || id === undefined || only.documents.length > 1) {
    process.stderr.write(
      `Name one document, such as ${only?.id ?? "programme"}/${id ?? "document"}: "${options.document}" is a programme.\n`,
    );
    return 2;
  }
  const made = await composedOne(
    root,
    only.id,
    id,
    await readProgramme(root, only.id, shippedTemplates()),
    openPast(root),
  );
  if ("tree" in made) return made;
  const { printFindings } = await import("./screen.ts");
  await printFindings([{ diagnostics: made.diagnostics, files: made.files }], options);
  return 1;
}

/** A document of sources that have been read, or the findings that leave nothing to compose. */
export async function composedOne(
  root: string,
  programme: string,
  id: string,
  read: Result<Sources>,
  past: Past,
): Promise<OneDocument | { readonly diagnostics: readonly Diagnostic[]; readonly files: Sources["files"] }> {
  const loaded = modelled(read);
  const document = loaded.model?.documents.get(id)?.document;
  if (!loaded.model || !document) return { diagnostics: loaded.diagnostics, files: read.value.files };
  const evidence = await evidenceOf(loaded.model, id, past);
  const { value: tree, diagnostics: found } = compile(loaded.model, id, evidence);
  const diagnostics = [...concerning(loaded.diagnostics, programme, id), ...found];
  const blocked = hasErrors(diagnostics);
  return { root, programme, id, sources: read.value, loaded, document, evidence, tree, past, diagnostics, blocked };
}

/** Sources in which files say something else, as they will once they are written. */
export function withTexts(
  sources: Sources,
  texts: ReadonlyMap<string, string>,
  history?: { readonly id: string; readonly path: string },
): Result<Sources> {
  const files = new Map(sources.files);
  for (const [file, text] of texts) files.set(file, { file, text });
  const documents = sources.documents.map((d) => (d.id === history?.id ? { ...d, history: history.path } : d));
  return ok({ ...sources, files, documents });
}
