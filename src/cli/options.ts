// What commands share: their options and the documents these choose.
import { resolve } from "node:path";
import type { Format } from "../diagnostics/formats/names.ts";
import { findDocuments, findProgrammes } from "../workspace/read.ts";
import type { Output } from "./outputs.ts";
import { select } from "./select.ts";

export interface CheckOptions {
  readonly directory: string;
  readonly documents: readonly string[];
  readonly format: Format;
  readonly color: boolean;
  readonly strict: boolean;
}

export interface BuildOptions extends CheckOptions {
  readonly to: readonly Output[];
  readonly out: string;
  /** Builds also what has not changed since it was built last. */
  readonly fresh: boolean;
}

/** A programme that a command is about, and those of its documents that are meant. */
export interface Chosen {
  readonly id: string;
  readonly documents: readonly string[];
}

/** The programmes asked for; undefined, with the reason said, when a name is not known or there is none. */
export async function chosen(options: CheckOptions): Promise<readonly Chosen[] | undefined> {
  const root = resolve(options.directory);
  const programmes = await findProgrammes(root);
  const documents = new Map<string, readonly string[]>();
  for (const id of programmes) documents.set(id, await findDocuments(root, id));
  const selection = select(options.documents, documents);
  for (const words of selection.unknown) process.stderr.write(`${words}\n`);
  if (programmes.length === 0)
    process.stderr.write(`No programme was found: a programme is a folder under content/ with a programme.yaml.\n`);
  if (selection.unknown.length > 0 || programmes.length === 0) return undefined;
  return selection.programmes.map((id) => ({
    id,
    documents: (documents.get(id) ?? []).filter((document) => selection.wants(id, document)),
  }));
}
