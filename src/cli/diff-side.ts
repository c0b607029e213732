// One side of a comparison: the files as they are, or as they were at a commit.

import type { Document } from "../document/document.ts";
import { position, type Span } from "../source.ts";
import { findDocuments, findDocumentsAt, findProgrammes, readProgramme, readProgrammeAt } from "../workspace/read.ts";
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
  /** By folder name; empty where programme.yaml cannot be used. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly usable: boolean;
  readonly errors: number;
  /** `file:line`, "" where the file is not one of the programme's. */
  readonly place: (span: Span) => string;
}

/** Composes those documents of a programme that are wanted, their records judged as of that side; errors are counted and stop nothing. */
export async function readSide(
  past: Past,
  side: Side,
  programme: string,
  wants: (document: string) => boolean,
): Promise<SideProgramme> {
  const loaded = modelled(
    side.commit === undefined
      ? await readProgramme(past.root, programme, shippedTemplates())
      : await readProgrammeAt(past.root, side.commit, programme, shippedTemplates()),
  );
  const { sources, diagnostics } = loaded;
  const place = ({ file, start }: Span) => {
    const source = sources.files.get(file);
    return source ? `${file}:${position(source, start).line}` : "";
  };
  const wanted = (side.documents.get(programme) ?? []).filter(wants);
  const made = loaded.model ? await composed(loaded, programme, wanted, past) : { documents: [], diagnostics: [] };
  return {
    documents: new Map(made.documents.map(({ id, tree }) => [id, tree])),
    usable: loaded.model !== undefined,
    errors: [...diagnostics, ...made.diagnostics].filter((d) => d.severity === "error").length,
    place,
  };
}
