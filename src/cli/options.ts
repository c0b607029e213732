// What commands share: their options and the documents these choose.
import { dirname, resolve } from "node:path";
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
  if (programmes.length === 0) {
    process.stderr.write(`${await noProgramme(root)}\n`);
    return undefined;
  }
  const selection = select(options.documents, documents);
  for (const words of selection.unknown) process.stderr.write(`${words}\n`);
  if (selection.unknown.length > 0) return undefined;
  return selection.programmes.map((id) => ({
    id,
    documents: (documents.get(id) ?? []).filter((document) => selection.wants(id, document)),
  }));
}

/** What is wrong with a folder that is no workspace; somebody who stands inside of one is told where it begins. */
async function noProgramme(root: string): Promise<string> {
  const words = `No programme was found in ${root}: a programme is a folder under content/ with a programme.yaml.`;
  for (let folder = dirname(root); folder !== dirname(folder); folder = dirname(folder))
    if ((await findProgrammes(folder)).length > 0)
      return `${words}\n  help: run fivecase in ${folder}, or give -C ${folder}`;
  return `${words}\n  help: run fivecase in the folder that holds content/, or give it with -C`;
}
