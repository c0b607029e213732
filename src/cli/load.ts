// Reads a programme and runs the stages that need no renderer.
import type { Figure, Model } from "../compute/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { programme } from "../pipeline.ts";
import type { Result } from "../result.ts";
import { position, type Source } from "../source.ts";
import type { Repository } from "../workspace/git.ts";
import { readProgramme } from "../workspace/read.ts";
import type { Sources } from "../workspace/sources.ts";
import { shippedTemplates } from "./package.ts";

export interface Loaded {
  readonly sources: Sources;
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** `file:line:column` of a figure. */
  readonly place: (figure: Figure) => string;
}

export interface Unusable {
  readonly sources: Sources;
  readonly model: undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything known of one programme; `model` is undefined when programme.yaml is unusable. */
export async function load(root: string, id: string, repository?: Repository): Promise<Loaded | Unusable> {
  return modelled(await readProgramme(root, id, shippedTemplates(), repository));
}

/** The same from sources that have been read. */
export function modelled(sources: Result<Sources>): Loaded | Unusable {
  const result = programme(sources.value);
  const diagnostics = [...sources.diagnostics, ...result.diagnostics];
  if (!result.value) return { sources: sources.value, model: undefined, diagnostics };
  return {
    sources: sources.value,
    model: result.value,
    diagnostics,
    place: (figure) => placeOf(figure, sources.value.files),
  };
}

/** The programme's model, or undefined where it cannot be had. */
export async function modelOf(root: string, id: string): Promise<Loaded | undefined> {
  const loaded = await load(root, id);
  return loaded.model ? loaded : undefined;
}

function placeOf(figure: Figure, files: ReadonlyMap<string, Source>): string {
  const source = figure.origin ? files.get(figure.origin.file) : undefined;
  if (!figure.origin || !source) return "";
  const at = position(source, figure.origin.start);
  return `${source.file}:${at.line}:${at.column}`;
}
