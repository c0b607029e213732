// One programme from its sources to files. What goes in and comes out is plain data, so that a thread can do it.
import { join } from "node:path";
import type { Model } from "../compute/model.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { docx, type Kit, pdf, place, xlsx } from "../pipeline.ts";
import type { Result } from "../result.ts";
import type { Sources } from "../workspace/sources.ts";
import { type Composed, composed, concerning } from "./composed.ts";
import { openPast } from "./evidence.ts";
import { fonts } from "./fonts.ts";
import { type Loaded, modelled } from "./load.ts";
import type { Output } from "./main.ts";
import { type Built, type BuiltDocument, type BuiltFile, sha256 } from "./record.ts";
import { count } from "./screen.ts";
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
  if (!loaded.model) return { documents: [], skipped: [id], diagnostics };
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
  return { documents, skipped, diagnostics };
}

async function writeDocument(one: Composed, loaded: Loaded, task: Task): Promise<Result<BuiltDocument>> {
  const { title, subject, version, status } = one.tree.properties;
  const rendered = await render(one, loaded.model, loaded.sources, task);
  const files: BuiltFile[] = [];
  for (const { ending, bytes, extent, milliseconds } of rendered.value) {
    const path = `${join(task.out, one.tree.id)}.${ending}`;
    await writeWhole(path, bytes);
    files.push({ path, size: bytes.byteLength, sha256: sha256(bytes), extent, milliseconds });
  }
  return { value: { title, subject, version, status, files }, diagnostics: rendered.diagnostics };
}

interface Rendered {
  readonly ending: Output;
  readonly bytes: Uint8Array;
  /** "12 pages", "5 sheets"; "" where it is not known. */
  readonly extent: string;
  readonly milliseconds: number;
}

/** The outputs of one document; none when its pages have errors. */
async function render(
  one: Composed,
  model: Model,
  sources: Sources,
  { to }: Task,
): Promise<Result<readonly Rendered[]>> {
  const rendered: Rendered[] = [];
  let found: readonly Diagnostic[] = [];
  const { theme, base } = model.documents.get(one.id)?.document ?? {};
  if (theme && (to.includes("pdf") || to.includes("docx"))) {
    const faces = await fonts(theme.face.text);
    const kit: Kit = { theme, ...(base ? { base } : {}), fonts: faces, assets: sources.binaries };
    // The layout is what finds a glyph that no font has, so it runs even when only DOCX is wanted.
    const { value: placed, milliseconds } = await timed(() => place(one.tree, kit));
    found = placed.diagnostics;
    if (hasErrors(found)) return { value: [], diagnostics: found };
    if (to.includes("pdf")) {
      const made = await timed(() => pdf(placed.value));
      const extent = count(placed.value.layout.pages.length, "page");
      rendered.push({ ending: "pdf", bytes: made.value, extent, milliseconds: milliseconds + made.milliseconds });
    }
    if (to.includes("docx")) {
      const made = await timed(() => docx(placed.value));
      rendered.push({ ending: "docx", bytes: made.value, extent: "", milliseconds: made.milliseconds });
    }
  }
  if (to.includes("xlsx")) {
    const made = await timed(() => xlsx(model, one.id, one.evidence));
    const extent = count(made.value.workbook.sheets.length, "sheet");
    rendered.push({ ending: "xlsx", bytes: made.value.bytes, extent, milliseconds: made.milliseconds });
  }
  return { value: rendered, diagnostics: found };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - started };
}
