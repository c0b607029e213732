// The documents of a programme after composing, and which findings stand in the way of which.
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { document } from "../pipeline.ts";
import type { Loaded } from "./load.ts";

/** One document after composing; `blocked` when a finding that concerns it is an error. */
export interface Composed {
  readonly id: string;
  readonly tree: Document;
  readonly blocked: boolean;
}

/** Composes the documents that are wanted. */
export function composed(
  loaded: Loaded,
  programme: string,
  wanted: readonly string[],
): { readonly documents: readonly Composed[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const documents: Composed[] = [];
  for (const id of loaded.model.documents.keys()) {
    if (!wanted.includes(id)) continue;
    const result = document(loaded.model, id);
    diagnostics.push(...result.diagnostics);
    const earlier = concerning(loaded.diagnostics, programme, id);
    documents.push({ id, tree: result.value, blocked: hasErrors(result.diagnostics) || hasErrors(earlier) });
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
