// The build and check commands: which documents, what went wrong, what was written.
import { relative, resolve } from "node:path";
import type { Model } from "../compute/model.ts";
import { arrange, type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Format } from "../diagnostics/formats/format.ts";
import type { Document } from "../document/document.ts";
import { document, docx, type Kit, pdf, place, xlsx } from "../pipeline.ts";
import type { Source } from "../source.ts";
import { openRepository } from "../workspace/git.ts";
import { findDocuments, findProgrammes } from "../workspace/read.ts";
import { fonts } from "./fonts.ts";
import { explainDocuments } from "./headlines.ts";
import { type Loaded, load, type Unusable } from "./load.ts";
import type { ExitCode, Output } from "./main.ts";
import { packageVersion } from "./package.ts";
import { printFindings, Screen } from "./screen.ts";
import { type Selection, select } from "./select.ts";
import { writeWhole } from "./write.ts";

export interface CheckOptions {
  readonly directory: string;
  readonly documents: readonly string[];
  readonly format: Format;
  readonly color: boolean;
  readonly strict: boolean;
}

interface ExplainedCheckOptions extends CheckOptions {
  /** Says how the figures of each text came about, after the findings. */
  readonly explain: boolean;
}

export interface BuildOptions extends CheckOptions {
  readonly to: readonly Output[];
  readonly out: string;
}

/** One document after composing, with what was found that concerns it. */
interface Composed {
  readonly id: string;
  readonly tree: Document;
  readonly blocked: boolean;
}

interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, Source>;
}

/** Reports everything that can be found without building. */
export async function check(options: ExplainedCheckOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const repository = openRepository(root);
  const selection = await chosen(options, root);
  if (!selection) return 2;
  const found: Found[] = [];
  const explanations: (() => void)[] = [];
  const screen = new Screen(process.stdout, options);
  let documents = 0;
  for (const id of selection.programmes) {
    const loaded = await load(root, id, repository);
    const composed = loaded.model ? composeAll(loaded, selection, id) : { documents: [], diagnostics: [] };
    documents += composed.documents.length;
    if (loaded.model && options.explain)
      explanations.push(() => explainDocuments({ ...loaded, trees: composed.documents }, screen));
    found.push({ diagnostics: [...loaded.diagnostics, ...composed.diagnostics], files: loaded.sources.files });
  }
  const { errors, warnings } = print(found, options);
  for (const say of options.format === "pretty" ? explanations : []) say();
  if (options.format === "pretty") screen.verdict(`${count(documents, "document")} checked`, errors, warnings);
  return errors > 0 ? 1 : 0;
}

/** Builds what is asked for; a document with errors is not written, the others are. */
export async function build(options: BuildOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const repository = openRepository(root);
  const selection = await chosen(options, root);
  if (!selection) return 2;
  const screen = new Screen(options.format === "pretty" ? process.stdout : process.stderr, options);
  screen.title(`fivecase ${packageVersion()}`);
  const started = performance.now();
  const found: Found[] = [];
  const skipped: string[] = [];
  let written = 0;
  for (const id of selection.programmes) {
    const loaded = await load(root, id, repository);
    const diagnostics = [...loaded.diagnostics];
    if (loaded.model) {
      const composed = composeAll(loaded, selection, id);
      diagnostics.push(...composed.diagnostics);
      for (const one of composed.documents) {
        const blocked = one.blocked || (options.strict && concerning(diagnostics, id, one.id).length > 0);
        const rendered = blocked ? [] : await writeDocument(loaded.model, one, loaded, options, root, screen);
        diagnostics.push(...rendered);
        if (blocked || hasErrors(rendered)) skipped.push(`${id}/${one.id}`);
        else written++;
      }
      skipped.push(...missing(loaded, selection, id));
    } else skipped.push(id);
    found.push({ diagnostics, files: loaded.sources.files });
  }
  const { errors, warnings } = print(found, options);
  for (const name of skipped) screen.skipped(name);
  screen.verdict(`${count(written, "document")} built in ${seconds(performance.now() - started)}`, errors, warnings);
  screen.next(errors > 0 ? "correct the findings above, then run fivecase build again" : nextStep(options.out));
  return errors > 0 ? 1 : 0;
}

async function chosen(options: CheckOptions, root: string): Promise<Selection | undefined> {
  const programmes = await findProgrammes(root);
  const documents = await Promise.all(programmes.map((id) => findDocuments(root, id)));
  const selection = select(options.documents, new Map(programmes.map((id, i) => [id, documents[i] ?? []])));
  for (const words of selection.unknown) process.stderr.write(`${words}\n`);
  if (programmes.length === 0)
    process.stderr.write(`No programme was found: a programme is a folder under content/ with a programme.yaml.\n`);
  return selection.unknown.length > 0 || programmes.length === 0 ? undefined : selection;
}

function composeAll(
  loaded: Loaded,
  selection: Selection,
  programme: string,
): { readonly documents: readonly Composed[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const documents: Composed[] = [];
  for (const id of loaded.model.documents.keys()) {
    if (!selection.wants(programme, id)) continue;
    const result = document(loaded.model, id);
    diagnostics.push(...result.diagnostics);
    const earlier = concerning(loaded.diagnostics, programme, id);
    documents.push({ id, tree: result.value, blocked: hasErrors(result.diagnostics) || hasErrors(earlier) });
  }
  return { documents, diagnostics };
}

/** Findings in a document's own folder, and those in files that all documents of the programme share. */
function concerning(diagnostics: readonly Diagnostic[], programme: string, id: string): readonly Diagnostic[] {
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

/** Documents of the programme that were dropped before they could be composed. */
function missing(loaded: Loaded | Unusable, selection: Selection, programme: string): readonly string[] {
  return loaded.sources.documents
    .filter((d) => selection.wants(programme, d.id) && !loaded.model?.documents.has(d.id))
    .map((d) => `${programme}/${d.id}`);
}

interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly extent?: string;
  readonly milliseconds: number;
}

async function writeDocument(
  model: Model,
  one: Composed,
  loaded: Loaded,
  options: BuildOptions,
  root: string,
  screen: Screen,
): Promise<readonly Diagnostic[]> {
  const theme = model.documents.get(one.id)?.document.theme;
  if (!theme) return [];
  const stem = resolve(root, options.out, one.tree.id);
  const files: WrittenFile[] = [];
  let found: readonly Diagnostic[] = [];
  if (options.to.some((o) => o === "pdf" || o === "docx")) {
    const kit: Kit = { theme, fonts: await fonts(theme.face.text), assets: loaded.sources.binaries };
    // The layout is what finds a glyph that no font has, so it runs even when only DOCX is wanted.
    const { value: placed, milliseconds } = await timed(() => place(one.tree, kit));
    found = placed.diagnostics;
    if (hasErrors(found)) return found;
    if (options.to.includes("pdf")) {
      const made = await timed(() => pdf(placed.value));
      const extent = count(placed.value.layout.pages.length, "page");
      files.push({
        path: `${stem}.pdf`,
        bytes: made.value,
        extent,
        milliseconds: milliseconds + made.milliseconds,
      });
    }
    if (options.to.includes("docx")) {
      const made = await timed(() => docx(placed.value));
      files.push({ path: `${stem}.docx`, bytes: made.value, milliseconds: made.milliseconds });
    }
  }
  if (options.to.includes("xlsx")) {
    const made = await timed(() => xlsx(model, one.id));
    const extent = count(made.value.workbook.sheets.length, "sheet");
    files.push({ path: `${stem}.xlsx`, bytes: made.value.bytes, extent, milliseconds: made.milliseconds });
  }
  for (const file of files) await writeWhole(file.path, file.bytes);
  screen.document(
    one.tree,
    files.map((f) => ({ ...f, path: relative(process.cwd(), f.path).replaceAll("\\", "/"), size: f.bytes.byteLength })),
  );
  return found;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - started };
}

/** Prints findings of all programmes together; with --strict, warnings count as errors. */
function print(found: readonly Found[], options: CheckOptions): { readonly errors: number; readonly warnings: number } {
  const files = new Map<string, Source>(found.flatMap((f) => [...f.files]));
  const all = arrange(found.flatMap((f) => f.diagnostics)).map((d) =>
    options.strict && d.severity === "warning" ? { ...d, severity: "error" as const } : d,
  );
  printFindings(all, files, options);
  const errors = all.filter((d) => d.severity === "error").length;
  return { errors, warnings: all.length - errors };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function nextStep(out: string): string {
  return `open the files in ${out}/, edit a source under content/, and run fivecase build --watch to see it follow`;
}
