// Marks that a typewriter lacks: curly quotes, dashes, ellipses and spaces that do not break.
import type { Inline } from "../document/document.ts";
import { plainText } from "../document/visit.ts";

const nbsp = "\u00a0";
const unit =
  "per cent|percent|million|billion|thousand|days?|weeks?|months?|years?|hours?|people|pages?|staff|beds?|homes?|FTE|km|miles?";
const numberAndUnit = new RegExp(`(\\d) (?=(?:${unit})(?![\\p{L}\\p{N}]))`, "gu");

// Quotes need what stands before them, so they are left to `curl`.
function marks(text: string): string {
  return text
    .replace(/(?<!-)---(?!-)/g, "—")
    .replace(/(?<!-)--(?!-)/g, "–")
    .replace(/(?<!\.)\.\.\.(?!\.)/g, "…")
    .replace(/(?<![\p{L}\p{N}.,/-])-(?=£?\d)/gu, "\u2212")
    .replace(numberAndUnit, `$1${nbsp}`);
}

const opens = (last: string) => last === "" || /[\s([{–—‘“/]/u.test(last);
const beginsWithApostrophe = /^'(?:\d0s|tis|twas|em|til)(?![\p{L}\p{N}])/iu;

function curl(text: string, before: string): string {
  let out = "";
  let last = before;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (c === '"') last = opens(last) ? "“" : "”";
    else if (c === "'") last = opens(last) && !beginsWithApostrophe.test(text.slice(i)) ? "‘" : "’";
    else last = c;
    out += last;
  }
  return out;
}

/** Plain words as printed. */
export function typeset(text: string, before = ""): string {
  return curl(marks(text), before);
}

/** Running text as printed; a quote is opened or closed by what stands before it, whatever its looks. */
export function typesetInlines(nodes: readonly Inline[]): readonly Inline[] {
  return run(nodes, "").nodes;
}

interface Run {
  readonly nodes: readonly Inline[];
  readonly last: string;
}

function run(nodes: readonly Inline[], start: string): Run {
  const out: Inline[] = [];
  let last = start;
  for (const node of nodes) {
    const set = one(node, last);
    out.push(set.node);
    last = set.last;
  }
  return { nodes: out, last };
}

function one(node: Inline, before: string): { readonly node: Inline; readonly last: string } {
  switch (node.type) {
    case "text": {
      const value = typeset(node.value, before);
      return { node: { ...node, value }, last: value.at(-1) ?? before };
    }
    case "emphasis":
    case "strong":
    case "superscript":
    case "reference":
    case "foreign": {
      const inside = run(node.children, before);
      return { node: { ...node, children: inside.nodes }, last: inside.last };
    }
    case "link": {
      // An address that is its own text is printed as it is.
      const words = plainText(node.children);
      if (node.url.endsWith(words)) return { node, last: words.at(-1) ?? before };
      const inside = run(node.children, before);
      return { node: { ...node, children: inside.nodes }, last: inside.last };
    }
    case "code":
      return { node, last: node.value.at(-1) ?? before };
    case "value":
    case "rating":
      return { node, last: node.text.at(-1) ?? before };
    case "line-break":
      return { node, last: "" };
    case "footnote-reference":
    case "tick":
      return { node, last: "a" };
  }
}
