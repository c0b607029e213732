// One side of a comparison: the files as they are, or as they were at a commit.

import type { Document } from "../document/document.ts";
import type { Result } from "../result.ts";
import { position, type Span } from "../source.ts";
import { findDocuments, findDocumentsAt, findProgrammes, readProgramme, readProgrammeAt } from "../workspace/read.ts";
import type { Sources } from "../workspace/sources.ts";
import { composed } from "./composed.ts";
import type { Past } from "./evidence.ts";
import { modelled } from "./load.ts";
import { shippedTemplates } from "./package.ts";

export interface Side {
  /** For people: "main 9f1c2aa", "working tree". */
  readonly name: string;
  /** Full hash; undefined for the files as they are. */
  readonly commit: string | undefined;
  /** Documents by programme. */
  readonly documents: ReadonlyMap<string, readonly string[]>;
}

/** A side of the workspace; without a commit the files on disk. */
export async function sideOf(root: string, name: string, commit: string | undefined): Promise<Side> {
  if (commit !== undefined) return { name, commit, documents: await findDocumentsAt(root, commit) };
  const documents = new Map<string, readonly string[]>();
  for (const programme of await findProgrammes(root)) documents.set(programme, await findDocuments(root, programme));
  return { name, commit, documents };
}

/** A programme as a side has it. */
export interface SideProgramme {
  /** By folder name; without those that cannot be made. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly errors: number;
  /** `file:line`, "" where the file is not one of the programme's. */
  readonly place: (span: Span) => string;
}

/** What a programme is made from on a side; undefined where it has no such programme. */
export async function readSources(root: string, side: Side, programme: string): Promise<Result<Sources> | undefined> {
  if (!side.documents.has(programme)) return undefined;
  return side.commit === undefined
    ? readProgramme(root, programme, shippedTemplates())
    : readProgrammeAt(root, side.commit, programme, shippedTemplates());
}

/** True where both are made from the same files: nothing is to be composed to know that nothing differs. */
export function sameSources(before: Sources, after: Sources): boolean {
  const texts = (sources: Sources) => JSON.stringify([...sources.files].sort(([a], [b]) => (a < b ? -1 : 1)));
  const { binaries } = after;
  const samePictures = [...before.binaries].every(([path, bytes]) => {
    const other = binaries.get(path);
    return other !== undefined && Buffer.compare(bytes, other) === 0;
  });
  return samePictures && before.binaries.size === binaries.size && texts(before) === texts(after);
}

/** Composes those documents of a programme that are wanted, their records judged as of that side; errors are counted and stop nothing. */
export async function composeSide(
  past: Past,
  read: Result<Sources>,
  programme: string,
  wanted: readonly string[],
): Promise<SideProgramme> {
  const loaded = modelled(read);
  const { sources, diagnostics } = loaded;
  const place = ({ file, start }: Span) => {
    const source = sources.files.get(file);
    return source ? `${file}:${position(source, start).line}` : "";
  };
  const made = loaded.model ? await composed(loaded, programme, wanted, past) : { documents: [], diagnostics: [] };
  return {
    documents: new Map(made.documents.map(({ id, tree }) => [id, tree])),
    errors: [...diagnostics, ...made.diagnostics].filter((d) => d.severity === "error").length,
    place,
  };
}
