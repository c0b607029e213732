// YAML to plain values and their places. Scalars stay as they were written, so "1.10" is not 1.1.
import { Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser } from "yaml";
import { type Diagnostic, type Note, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import type { Span } from "../source.ts";
import type { Data } from "./draft.ts";
import { keyText, placesOf } from "./places.ts";
import { explainYamlError } from "./yaml-errors.ts";
import { tidy } from "./yaml-tidy.ts";

const deepest = 64;
/** How many values aliases may repeat in one file. */
const repeats = 10_000;

/** A piece of a file that holds YAML; `at` is where its text starts in the file. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  readonly at: number;
}

/** Reads YAML. After a mistake the value is what could be read around it, and `broken` is set. */
export function parseYaml(yaml: YamlText): Result<Data> {
  const { file, text, at } = yaml;
  // What is missing at the end of a file is missed just after its last character, where there is nothing to point at.
  const within = (offset: number): number => at + Math.min(offset, text.length);
  const span = (start: number, end: number): Span => ({
    file,
    start: within(start),
    end: within(Math.max(start, end)),
  });
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const empty = { file, value: null, places: placesOf(undefined, span, new Map()), broken: true };
    return ok(empty, [report("yaml/too-deep", span(deep, deep + 1), { limit: deepest })]);
  }
  const [document, second] = [...new Composer(options).compose(tokens, true, text.length)];
  const diagnostics: Diagnostic[] = [];
  if (!document) return ok({ file, value: null, places: placesOf(undefined, span, new Map()) });
  diagnostics.push(...syntaxErrors(document, text, span));
  if (second) {
    const start = text.lastIndexOf("---", second.range[0]);
    const words = explainYamlError("MULTIPLE_DOCS", "");
    const from = start === -1 ? second.range[0] : start;
    diagnostics.push(report("yaml/syntax", span(from, from + 3), words));
  }
  const tidied = tidy(document.contents, text, span);
  diagnostics.push(...tidied.diagnostics);
  const anchors = tidied.value;
  const reader = {
    anchors,
    span,
    inside: new Set<Node>(),
    left: repeats,
    full: false,
    depth: 0,
    problems: diagnostics,
  };
  const value = plain(document.contents, reader, false);
  const places = placesOf(document.contents ?? undefined, span, anchors);
  return ok({ file, value: value === undefined ? null : value, places, ...broken(diagnostics) }, diagnostics);
}

function broken(diagnostics: readonly Diagnostic[]): { readonly broken?: true } {
  const cuts = new Set(["yaml/syntax", "yaml/alias", "yaml/key"]);
  return diagnostics.some((d) => cuts.has(d.code)) ? { broken: true } : {};
}

const options = {
  uniqueKeys: false,
  prettyErrors: false,
  merge: false,
  customTags: (tags: readonly unknown[]) => tags.filter((tag) => !isNumberTag(tag)),
} as ConstructorParameters<typeof Composer>[0];

function isNumberTag(tag: unknown): boolean {
  return (
    typeof tag === "object" &&
    tag !== null &&
    "tag" in tag &&
    typeof tag.tag === "string" &&
    /:(int|float)$/.test(tag.tag)
  );
}

/** Findings of the library, the first of each line, since one mistake often brings others with it. */
function syntaxErrors(
  document: Document,
  text: string,
  span: (start: number, end: number) => Span,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = new Set<number>();
  for (const error of document.errors) {
    const [start, end] = error.pos;
    const line = text.lastIndexOf("\n", Math.max(0, start - 1));
    if (lines.has(line)) continue;
    lines.add(line);
    const lineEnd = text.indexOf("\n", start);
    const stop = Math.max(start + 1, Math.min(end, lineEnd === -1 ? end : lineEnd));
    found.push(report("yaml/syntax", span(start, stop), explainYamlError(error.code, error.message)));
  }
  for (const warning of document.warnings) {
    if (warning.code !== "TAG_RESOLVE_FAILED") continue;
    const [start, end] = warning.pos;
    found.push(report("yaml/tag", span(start, end), { tag: text.slice(start, end) }));
  }
  const { yaml } = document.directives ?? {};
  if (yaml?.explicit && yaml.version !== "1.2") {
    const start = Math.max(0, text.indexOf("%YAML"));
    found.push(report("yaml/directive", span(start, start + 5), { version: yaml.version }));
  }
  return found;
}

/** Offset of the first token that stands too deep. Walked without recursion, so that no input can exhaust the stack. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 1 }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { token, depth } = next;
    if (depth > deepest) return token.offset;
    if (token.type === "document" && token.value) stack.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}

interface ValueReader {
  readonly anchors: ReadonlyMap<Node, Node>;
  readonly span: (start: number, end: number) => Span;
  /** Nodes that are being read, to notice an alias inside its own anchor. */
  readonly inside: Set<Node>;
  left: number;
  full: boolean;
  depth: number;
  readonly problems: Diagnostic[];
}

/** A node as maps, lists, text, true, false and null; undefined for what cannot be read. */
function plain(node: unknown, reader: ValueReader, repeated: boolean): unknown {
  if (repeated && reader.left-- <= 0) return undefined;
  if (isAlias(node)) return aliased(node, reader);
  if (isScalar(node)) return scalar(node.value);
  if (isSeq(node)) {
    reader.inside.add(node);
    const list = node.items.map((item) => plain(item, reader, repeated) ?? null);
    reader.inside.delete(node);
    return list;
  }
  if (isMap(node)) {
    reader.inside.add(node);
    const map: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === undefined) continue;
      const value = plain(pair.value, reader, repeated);
      if (value !== undefined) map[key] = value;
    }
    reader.inside.delete(node);
    return map;
  }
  return null;
}

function aliased(alias: Node & { readonly source: string }, reader: ValueReader): unknown {
  const target = reader.anchors.get(alias);
  const refuse = (problem: string): undefined => {
    const [start, end] = alias.range ?? [0, 0];
    const notes = anchorNote(target, reader.span);
    reader.problems.push(report("yaml/alias", reader.span(start, end), { alias: alias.source, problem }, { notes }));
  };
  if (!target) return refuse("repeats a value that was not given an anchor above it");
  if (reader.inside.has(target)) return refuse("contains itself");
  if (reader.left <= 0) return undefined;
  if (reader.depth >= deepest) return refuse("leads through too many other aliases");
  reader.depth++;
  const value = plain(target, reader, true);
  reader.depth--;
  if (reader.left > 0) return value;
  // One alias too many is enough to say; those it stands in are past the limit with it.
  if (reader.full) return undefined;
  reader.full = true;
  return refuse(`brings the values repeated in this file to more than ${repeats}`);
}

function anchorNote(target: Node | undefined, span: ValueReader["span"]): readonly Note[] {
  const [start] = target?.range ?? [];
  return start === undefined ? [] : [{ message: "the value it repeats begins here", span: span(start, start + 1) }];
}

function scalar(value: unknown): unknown {
  return typeof value === "string" || typeof value === "boolean" || value === null ? value : String(value);
}
