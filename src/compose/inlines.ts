// Running text: Markdown phrasing to inlines.
import type { Inline, Text } from "../document/document.ts";
import { problem } from "./context.ts";
import { figure } from "./figures.ts";
import { foreign, foreignName } from "./foreign.ts";
import { textDirective } from "./mentions.ts";
import { type Markdown, type Scope, wordsOf } from "./scope.ts";
import { typesetInlines } from "./typography.ts";

/** Running text of a paragraph, heading or cell, with the marks of print. */
export function inlines(nodes: readonly Markdown[], scope: Scope): readonly Inline[] {
  return typesetInlines(trim(nodes.flatMap((node) => inline(node, scope))));
}

function children(node: Markdown, scope: Scope): readonly Inline[] {
  return (node.children ?? []).flatMap((child) => inline(child, scope));
}

function inline(node: Markdown, scope: Scope): readonly Inline[] {
  const { context } = scope;
  switch (node.type) {
    case "text":
      return words(node, scope);
    case "emphasis":
      return [{ type: "emphasis", children: children(node, scope) }];
    case "strong":
      return [{ type: "strong", children: children(node, scope) }];
    case "inlineCode":
      return [{ type: "code", value: node.value ?? "" }];
    case "break":
      return [{ type: "line-break" }];
    case "link":
      return link(node, node.url ?? "", scope);
    case "linkReference":
      return link(node, scope.links.get(node.identifier ?? "") ?? "", scope);
    case "footnoteReference": {
      const id = `${scope.file}#${node.identifier ?? ""}`;
      return [{ type: "footnote-reference", id, number: 0 }];
    }
    case "textDirective":
      return node.name === foreignName ? foreign(node, children(node, scope), scope) : textDirective(node, scope);
    case "expression":
      return figure(context, node.value ?? "", scope.place(node));
    // Reported when the file was parsed.
    case "image":
    case "imageReference":
    case "html":
      return [];
    case "delete":
      return children(node, scope);
    default:
      problem(context, "document/not-supported", scope.place(node), { what: node.type });
      return [{ type: "text", value: wordsOf(node) }];
  }
}

function words(node: Markdown, scope: Scope): readonly Inline[] {
  const value = (node.value ?? "").replace(/\s*\n\s*/g, " ");
  const origin = scope.place(node);
  const plain = (text: string): readonly Text[] =>
    text === "" ? [] : [{ type: "text", value: text, ...(origin ? { origin } : {}) }];
  if (scope.slots.length === 0) return plain(value);
  return value.split(/(\uE000\d+\uE001)/u).flatMap((part) => {
    const slot = /^\uE000(\d+)\uE001$/u.exec(part);
    return slot ? (scope.slots[Number(slot[1])] ?? []) : plain(part);
  });
}

function link(node: Markdown, url: string, scope: Scope): readonly Inline[] {
  const origin = scope.place(node);
  const inside = children(node, scope);
  if (url.startsWith("#")) {
    const target = decode(url.slice(1));
    return [{ type: "reference", target, to: "heading", children: inside, ...(origin ? { origin } : {}) }];
  }
  if (!/^(https?:\/\/|mailto:)[^\s]+$/i.test(url)) {
    problem(scope.context, "document/bad-link", origin, { url: url === "" ? "without an address" : url });
    return inside;
  }
  return [{ type: "link", url, children: inside.length > 0 ? inside : [{ type: "text", value: url }] }];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Spaces at the ends of a paragraph come from braces that were taken off or comments between words.
function trim(nodes: readonly Inline[]): readonly Inline[] {
  const first = nodes[0];
  if (first?.type === "text" && /^\s/.test(first.value))
    return trim(replaced(nodes, 0, first.value.trimStart(), first));
  const at = nodes.length - 1;
  const last = nodes[at];
  if (last?.type === "text" && /\s$/.test(last.value)) return trim(replaced(nodes, at, last.value.trimEnd(), last));
  return nodes;
}

function replaced(nodes: readonly Inline[], at: number, value: string, node: Text): readonly Inline[] {
  return [...nodes.slice(0, at), ...(value === "" ? [] : [{ ...node, value }]), ...nodes.slice(at + 1)];
}
