// The documents of a programme after composing, and which findings stand in the way of which.
import type { Evidence } from "../control/evidence.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { document } from "../pipeline.ts";
import { evidenceOf, type Past } from "./evidence.ts";
import type { Loaded } from "./load.ts";

/** One document after composing; `blocked` when a finding that concerns it is an error. */
export interface Composed {
  readonly id: string;
  readonly tree: Document;
  readonly evidence: Evidence;
  readonly blocked: boolean;
}

/** Composes the documents that are wanted, with what their records must be judged by. */
export async function composed(
  loaded: Loaded,
  programme: string,
  wanted: readonly string[],
  past: Past,
): Promise<{ readonly documents: readonly Composed[]; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const documents: Composed[] = [];
  for (const id of loaded.model.documents.keys()) {
    if (!wanted.includes(id)) continue;
    const evidence = await evidenceOf(loaded.model, id, past);
    const result = document(loaded.model, id, evidence);
    diagnostics.push(...result.diagnostics);
    const earlier = concerning(loaded.diagnostics, programme, id);
    documents.push({ id, tree: result.value, evidence, blocked: hasErrors(result.diagnostics) || hasErrors(earlier) });
  }
  return { documents, diagnostics };
}

/** Findings in a document's own folder, and those in files that all documents of the programme share. */
export function concerning(diagnostics: readonly Diagnostic[], programme: string, id: string): readonly Diagnostic[] {
  const others = `content/${programme}/`;
  const own = `${others}${id}/`;
  const shared = new Set(["data", "shared", "images"]);
  return diagnostics.filter((d) => {
    const file = d.span?.file ?? "";
    if (!file.startsWith(others) || file.startsWith(own)) return true;
    const [folder, ...below] = file.slice(others.length).split("/");
    return below.length === 0 || shared.has(folder ?? "");
  });
}
