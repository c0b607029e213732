// Where a piece of Markdown stands: which file it came from and what surrounds it.
import type { Inline } from "../document/document.ts";
import type { Span } from "../source.ts";
import type { Context } from "./context.ts";

/**
 * What composing reads of a Markdown node. The tree comes from plug-ins that each add types of their own;
 * a type nobody knows is reported where it stands, never skipped.
 */
export interface Markdown {
  readonly type: string;
  readonly children?: readonly Markdown[];
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly checked?: boolean | null;
  readonly align?: readonly (string | null | undefined)[] | null;
  readonly url?: string;
  readonly title?: string | null;
  readonly identifier?: string;
  readonly label?: string | null;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null;
  readonly data?: unknown;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

export interface Scope {
  readonly context: Context;
  /** Place of a node in the author's file, or one place for the whole text where it has none of its own. */
  readonly place: (node: Markdown) => Span | undefined;
  /** Tells footnotes of different files apart. */
  readonly file: string;
  /** Link definitions of the file, by identifier. */
  readonly links: ReadonlyMap<string, string>;
  /** Added to the depth of headings. */
  readonly shift: number;
  /** Level of the heading that the text stands under. */
  readonly level: number;
  /** Words for what surrounds the text, where headings and page changes cannot stand: "a list". */
  readonly inside: string | undefined;
  /** How many lists surround the text. */
  readonly depth: number;
  /** Shared blocks that are being placed, outermost first. */
  readonly parts: readonly string[];
  /** Values that stand between private-use characters, for templates. */
  readonly slots: readonly (readonly Inline[])[];
  /** Facts about headings, by node, where they were read beforehand. */
  readonly headings: ReadonlyMap<Markdown, HeadingFacts>;
}

export interface HeadingFacts {
  readonly id: string;
  /** True when the author wrote the id. */
  readonly explicit: boolean;
}

/** The scope of a file whose nodes know their places. */
export function fileScope(context: Context, file: string, root: Markdown): Scope {
  const source = context.model.case.sources.files.get(file);
  return {
    context,
    place: (node) => {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start === undefined || end === undefined) return undefined;
      // A container is pointed at by the line that opens it.
      const line = node.type === "containerDirective" ? (source?.text.slice(start, end).search(/\r?\n/) ?? -1) : -1;
      return { file, start, end: line < 0 ? end : start + line };
    },
    file,
    links: linksOf(root),
    shift: 0,
    level: 1,
    inside: undefined,
    depth: 0,
    parts: [],
    slots: [],
    headings: new Map(),
  };
}

/** The scope of a text of data, where a heading or a page turn cannot stand. */
export function textScope(context: Context, origin: Span, root: Markdown, inside: string): Scope {
  const scope = fileScope(context, origin.file, root);
  return { ...scope, place: (node) => scope.place(node) ?? origin, file: `${origin.file}:${origin.start}`, inside };
}

function linksOf(root: Markdown): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  const visit = (node: Markdown) => {
    if (node.type === "definition" && node.identifier !== undefined && node.url !== undefined)
      if (!links.has(node.identifier)) links.set(node.identifier, node.url);
    node.children?.forEach(visit);
  };
  visit(root);
  return links;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** True for the first paragraph of a container directive that has a label. */
export function isLabel(node: Markdown): boolean {
  return isRecord(node.data) && node.data.directiveLabel === true;
}

/** What braces at the end of a heading say. */
export function headingAttributes(node: Markdown) {
  const found = isRecord(node.data) && isRecord(node.data.attributes) ? node.data.attributes : {};
  return {
    id: typeof found.id === "string" ? found.id : undefined,
    unnumbered: found.unnumbered === true,
    runIn: found.runIn === true,
  };
}

/** The words of a Markdown node, without looks. */
export function wordsOf(node: Markdown): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map(wordsOf).join("");
}
