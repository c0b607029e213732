// One walk over the YAML tree: reports what was written differently than it was meant, mends it where that is
// certain so that one slip brings no others, and finds what each alias stands for.
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import type { Span } from "../source.ts";
import { keyText } from "./places.ts";

type ToSpan = (start: number, end: number) => Span;

/** Changes the tree in place; gives what each alias repeats. */
export function tidy(root: Node | null, text: string, span: ToSpan): Result<ReadonlyMap<Node, Node>> {
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();

  function walk(node: unknown): void {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      return;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.anchor) anchors.set(node.anchor, node);
    if (isScalar(node)) comment(node, text, span, diagnostics);
    if (isSeq(node)) {
      if (node.flow) joinList(node, text, span, diagnostics);
      for (const item of node.items) walk(item);
    }
    if (isMap(node)) {
      if (node.flow) joinMap(node, text, span, diagnostics);
      keys(node, text, span, diagnostics);
      for (const pair of node.items) walk(pair.value);
    }
  }

  walk(root);
  return ok(targets, diagnostics);
}

/** A value followed by "#word" on its line: text that was cut off, not a comment. */
function comment(node: Scalar, text: string, span: ToSpan, problems: Diagnostic[]): void {
  if (node.type !== "PLAIN" || !node.range) return;
  const from = node.range[1];
  const end = text.indexOf("\n", from);
  const rest = text.slice(from, end === -1 ? text.length : end);
  const cut = /^([ \t]*)#([\p{L}\p{N}£$€"'(].*?)\s*$/u.exec(rest);
  if (!cut || !/\s/.test(text.charAt(from + (cut[1] ?? "").length - 1))) return;
  const start = from + (cut[1] ?? "").length;
  const words = cut[2] ?? "";
  problems.push(report("yaml/comment-cuts-text", span(start, start + 1 + words.length), { comment: words }));
}

/** Joins the pieces of a plain value that commas cut inside { }: a key without value after it is the rest of it. */
function joinMap(map: YAMLMap, text: string, span: ToSpan, problems: Diagnostic[]): void {
  const kept: Pair[] = [];
  let cut: { readonly start: number; end: number; readonly value: Scalar } | undefined;
  const flush = () => {
    if (!cut) return;
    const { start, end, value } = cut;
    const whole = text.slice(start, end);
    value.value = whole;
    value.source = whole;
    value.range = [start, end, end];
    problems.push(report("yaml/comma-cuts-value", span(start, end), { value: whole, list: false }));
    cut = undefined;
  };
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? pair.key : undefined;
    const alone = pair.value === null && key?.range ? key.range : undefined;
    const before = kept.at(-1)?.value;
    if (!alone) {
      flush();
      kept.push(pair);
    } else if (cut) {
      cut.end = alone[1];
    } else if (isScalar(before) && before.type === "PLAIN" && before.range && before.range[0] < before.range[1]) {
      cut = { start: before.range[0], end: alone[1], value: before };
    } else {
      const name = text.slice(alone[0], alone[1]);
      const code = /^[^\s:]+:[^\s:]/.test(name) ? "yaml/colon-without-space" : "yaml/key-without-value";
      problems.push(report(code, span(alone[0], alone[1]), { key: name }));
    }
  }
  flush();
  map.items = kept;
}

/** Joins `44,000` and `= sum(a, b)` that commas cut inside [ ]. */
function joinList(list: YAMLSeq, text: string, span: ToSpan, problems: Diagnostic[]): void {
  const kept: unknown[] = [];
  let open: Scalar | undefined;
  let joined = false;
  const flush = () => {
    if (open?.range && joined) {
      const [start, end] = open.range;
      problems.push(report("yaml/comma-cuts-value", span(start, end), { value: text.slice(start, end), list: true }));
    }
    open = undefined;
    joined = false;
  };
  for (const item of list.items) {
    const piece = isScalar(item) && item.type === "PLAIN" && item.range ? item : undefined;
    if (open?.range && piece?.range && continues(text, open.range, piece.range)) {
      const [start] = open.range;
      const [, end] = piece.range;
      open.range = [start, end, end];
      open.value = text.slice(start, end);
      joined = true;
      continue;
    }
    flush();
    kept.push(item);
    open = piece;
  }
  flush();
  list.items = kept;
}

type Range = readonly [number, number, number];

function continues(text: string, before: Range, after: Range): boolean {
  const left = text.slice(before[0], before[1]);
  const right = text.slice(after[0], after[1]);
  if (left.startsWith("=")) return left.split("(").length > left.split(")").length;
  return (
    text.slice(before[1], after[0]) === "," && /^-?£?\d{1,3}(,\d{3})*$/.test(left) && /^\d{3}(\.\d+)?$/.test(right)
  );
}

/** Refuses keys that are not names and drops the second of two equal keys. */
function keys(map: YAMLMap, text: string, span: ToSpan, problems: Diagnostic[]): void {
  const seen = new Map<string, Node>();
  map.items = map.items.filter((pair) => {
    const node = isScalar(pair.key) || isMap(pair.key) || isSeq(pair.key) || isAlias(pair.key) ? pair.key : undefined;
    const [start, end] = node?.range ?? [0, 0];
    const key = keyText(pair.key);
    if (key === undefined || !node) {
      const written = text.slice(start, end);
      const found = written === "" ? "nothing" : isScalar(node) ? written : "a list, map or alias";
      problems.push(report("yaml/key", span(start, Math.max(end, start + 1)), { found }));
      return false;
    }
    const first = seen.get(key);
    if (!first) {
      seen.set(key, node);
      return true;
    }
    const [from, to] = first.range ?? [0, 0];
    const notes = [{ message: "it stands here first", span: span(from, to) }];
    problems.push(report("yaml/duplicate-key", span(start, end), { key }, { notes }));
    return false;
  });
}
