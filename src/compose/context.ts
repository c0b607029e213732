// What every step of composing one document can see. Findings are collected in `problems`; nothing else is changed through it
// but the notebooks of ids and footnotes, which are filled in reading order.
import type { DocumentModel, Model } from "../compute/model.ts";
import type { Control } from "../control/control.ts";
import type { Code, DetailsOf } from "../diagnostics/catalogue.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Block } from "../document/document.ts";
import type { Span } from "../source.ts";
import type { View, ViewKit } from "./view.ts";

export interface Context {
  readonly model: Model;
  readonly document: DocumentModel;
  readonly control: Control;
  readonly views: Readonly<Record<string, View>>;
  /** What views and mentions print data texts with. */
  readonly kit: ViewKit;
  readonly problems: Diagnostic[];
  readonly notebook: Notebook;
}

export interface Notebook {
  /** Ids of headings, so that no slug is given twice. */
  readonly ids: Set<string>;
  /** Footnotes by id, as they were met. */
  readonly footnotes: Map<string, { readonly blocks: readonly Block[]; readonly origin: Span | undefined }>;
  /** Ids that the author gave, with their places. */
  readonly given: Map<string, Span | undefined>;
  /** Abbreviations that were written out already. */
  readonly terms: Set<string>;
  /** Kinds of the tables that were placed. */
  readonly tables: Set<string>;
}

export function emptyNotebook(): Notebook {
  return { ids: new Set(), footnotes: new Map(), given: new Map(), terms: new Set(), tables: new Set() };
}

/** Adds a finding to the document's. */
export function problem<C extends Code>(
  context: Context,
  code: C,
  span: Span | undefined,
  details: DetailsOf<C>,
  more: Parameters<typeof report<C>>[3] = {},
): void {
  context.problems.push(report(code, span, details, more));
}

/** Notes an id that the author wrote; a second one of the same name is a mistake. */
export function claim(context: Context, id: string, origin: Span | undefined): void {
  const { given } = context.notebook;
  if (!given.has(id)) {
    given.set(id, origin);
    return;
  }
  const first = given.get(id);
  const notes = [{ message: `"${id}" is given first here`, ...(first ? { span: first } : {}) }];
  problem(context, "document/duplicate-id", origin, { id }, { notes });
}

/** The registers as this document sees them. */
export function registersOf(context: Context) {
  return context.document.document.registers.data;
}
