// What a Markdown tree shows only after parsing: text that was meant as syntax, and syntax that no output can hold.
import type { Nodes, Paragraph, Parents, Root, Table, Text } from "mdast";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { repeatedAttributes } from "./attributes.ts";
import { footnotes, links } from "./definitions.ts";
import { headingAttributes } from "./headings.ts";
import { dropComments } from "./html.ts";
import { type Place, spanAt } from "./place.ts";
import { range, walk } from "./walk.ts";

/** Tidies the tree in place (comments, heading attributes, links by name) and reports what was written wrongly. */
export function review(tree: Root, text: string, place: Place): readonly Diagnostic[] {
  const problems: Diagnostic[] = [...dropComments(tree, text, place)];
  problems.push(...links(tree, place), ...footnotes(tree, text, place));
  walk(tree, (node, above) => {
    if (node.type === "heading") problems.push(...headingAttributes(node, text, place));
    if (node.type === "text") problems.push(...typedSyntax(node, above, text, place));
    if (node.type === "table") problems.push(...raggedRows(node, place));
    if (node.type === "paragraph") problems.push(...failedTable(node, text, place));
    if (node.type === "leafDirective" || node.type === "containerDirective" || node.type === "textDirective")
      problems.push(...repeatedAttributes(node, text, place));
    if (node.type === "containerDirective") problems.push(...openContainer(node, text, place));
    if (node.type === "link" && /\{\{|%7B%7B/i.test(node.url)) {
      problems.push(report("markdown/expression-in-address", spanAt(place, ...range(node)), {}));
    }
    const unsupported = unsupportedNodes[node.type];
    if (unsupported) {
      const [start, end] = range(node);
      const line = text.indexOf("\n", start);
      const stop = line === -1 ? end : Math.min(end, line);
      problems.push(report("markdown/unsupported", spanAt(place, start, stop), unsupported));
    }
  });
  return problems;
}

const unsupportedNodes: { readonly [T in Nodes["type"]]?: { readonly what: string; readonly instead: string } } = {
  code: {
    what: "A block of code",
    instead: "take away the indentation of four spaces or more, or the fence of ```, and write text",
  },
  thematicBreak: { what: "A line between paragraphs", instead: "use a heading" },
  image: { what: "A picture inside text", instead: 'write ::image[Caption]{src=images/x.png alt="…"} on its own line' },
  imageReference: {
    what: "A picture inside text",
    instead: 'write ::image[Caption]{src=images/x.png alt="…"} on its own line',
  },
  delete: { what: "Struck-out text", instead: "take the text out; versions are compared for you" },
};

/** Directives, fences and figures that stayed text. */
function typedSyntax(node: Text, above: readonly Parents[], text: string, place: Place): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const [start, end] = range(node);
  const raw = text.slice(start, end);
  for (const line of raw.matchAll(/[^\r\n]+/g)) {
    const at = start + line.index;
    if (!startsLine(text, at)) continue;
    const colons = /^[ \t]*(:{2,})/.exec(line[0]);
    if (!colons) continue;
    const whole = wholeLine(text, at).trim();
    const from = at + line[0].length - line[0].trimStart().length;
    const span = spanAt(place, from, from + whole.length);
    if (/^:+$/.test(whole)) problems.push(report("markdown/fence-alone", span, { fence: whole }));
    else problems.push(report("markdown/directive-not-read", span, { line: whole }));
  }
  for (const open of raw.matchAll(/(\\?)\{\{/g)) {
    if (open[1] !== "") continue;
    const at = start + open.index;
    problems.push(report("markdown/expression-open", spanAt(place, at, at + 2), {}));
    break;
  }
  // [words][name] with a definition is a link; here it stayed text.
  for (const link of raw.matchAll(/(?<!\\)\[[^[\]\r\n]+\]\[([^[\]\r\n]+)\]/g)) {
    const at = start + link.index;
    const details = { label: `[${link[1] ?? ""}]` };
    problems.push(report("markdown/link-undefined", spanAt(place, at, at + link[0].length), details));
  }
  const siblings: readonly Nodes[] = above.at(-1)?.children ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  if (before?.type === "textDirective" && raw.startsWith("{") && range(before)[1] === start) {
    const close = raw.indexOf("}");
    const span = spanAt(place, start, close === -1 ? start + 1 : start + close + 1);
    problems.push(report("markdown/directive-attributes", span, { name: before.name }));
  }
  return problems;
}

/** True where nothing but the marks of quotes and list items stands before on the line. */
function startsLine(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?$/.test(line);
}

function wholeLine(text: string, at: number): string {
  const end = text.slice(at).search(/[\r\n]/);
  return end === -1 ? text.slice(at) : text.slice(at, at + end);
}

function raggedRows(table: Table, place: Place): readonly Diagnostic[] {
  const columns = table.children[0]?.children.length ?? 0;
  return table.children.flatMap((row) => {
    const cells = row.children.length;
    if (cells === columns) return [];
    const extra = row.children[columns];
    const [start, end] = range(row);
    const span = spanAt(place, extra ? range(extra)[0] : start, end);
    return [report("markdown/ragged-row", span, { cells, columns })];
  });
}

/** A paragraph whose second line is a table's line of hyphens: the two lines have different numbers of cells. */
function failedTable(node: Paragraph, text: string, place: Place): readonly Diagnostic[] {
  const [start, end] = range(node);
  const [first = "", second = ""] = text.slice(start, end).split(/\r?\n/, 2);
  if (!first.includes("|") || !/^[\s>]*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/.test(second)) return [];
  const details = { header: cellCount(first), rule: cellCount(second) };
  return [report("markdown/table-not-read", spanAt(place, start, start + first.length), details)];
}

function cellCount(line: string): number {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/).length;
}

function openContainer(
  node: Extract<Nodes, { type: "containerDirective" }>,
  text: string,
  place: Place,
): readonly Diagnostic[] {
  const [start, end] = range(node);
  const lines = text.slice(start, end).trimEnd().split(/\r?\n/);
  const fence = /^:+/.exec(lines[0] ?? "")?.[0] ?? ":::";
  const close = /(:{3,})[ \t]*$/.exec(lines.length > 1 ? (lines.at(-1) ?? "") : "");
  if (close && (close[1] ?? "").length >= fence.length) return [];
  const first = lines[0] ?? "";
  return [report("markdown/container-open", spanAt(place, start, start + first.length), { name: node.name, fence })];
}
