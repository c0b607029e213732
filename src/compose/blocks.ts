// Markdown blocks to the blocks of the document.
import type { Block } from "../document/document.ts";
import { problem } from "./context.ts";
import { container, leaf } from "./directives.ts";
import type { Flow } from "./draft-nodes.ts";
import { heading } from "./headings.ts";
import { inlines } from "./inlines.ts";
import { definitionList, list } from "./lists.ts";
import { plainTable } from "./plain-tables.ts";
import { quote } from "./quotes.ts";
import { type Markdown, type Scope, wordsOf } from "./scope.ts";

/** How a block asks for the blocks inside it. */
export type Blocks = (nodes: readonly Markdown[], scope: Scope) => readonly Block[];

/** Blocks that may turn the page: the text of a section. */
export function flow(nodes: readonly Markdown[], scope: Scope): readonly Flow[] {
  let level = scope.level;
  return nodes.flatMap((node) => {
    const made = block(node, { ...scope, level });
    if (node.type === "heading") level = Math.min(6, (node.depth ?? 1) + scope.shift);
    return made;
  });
}

/** Blocks inside others, where the page cannot be turned. */
export function blocks(nodes: readonly Markdown[], scope: Scope): readonly Block[] {
  return flow(nodes, scope).flatMap((made) => (made.type === "landscape" ? made.blocks : [made]));
}

function block(node: Markdown, scope: Scope): readonly Flow[] {
  const { context } = scope;
  switch (node.type) {
    case "paragraph": {
      const children = inlines(node.children ?? [], scope);
      const origin = scope.place(node);
      return children.length > 0 ? [{ type: "paragraph", children, ...(origin ? { origin } : {}) }] : [];
    }
    case "heading": {
      if (scope.inside !== undefined) {
        problem(context, "document/heading-inside", scope.place(node), { where: scope.inside });
        return [{ type: "paragraph", children: [{ type: "strong", children: inlines(node.children ?? [], scope) }] }];
      }
      return [heading(node, scope)];
    }
    case "list":
      return [list(node, scope, blocks)];
    case "defList":
      return [definitionList(node, scope, blocks)];
    case "blockquote":
      return [quote(node, scope, blocks)];
    case "table":
      return [plainTable(node, scope)];
    case "leafDirective":
      return leaf(node, scope, flow);
    case "containerDirective":
      return container(node, scope, flow);
    case "footnoteDefinition":
      footnote(node, scope);
      return [];
    // Reported when the file was parsed; definitions serve links.
    case "html":
    case "code":
    case "thematicBreak":
    case "definition":
      return [];
    default: {
      problem(context, "document/not-supported", scope.place(node), { what: node.type });
      const value = wordsOf(node);
      return value === "" ? [] : [{ type: "paragraph", children: [{ type: "text", value }] }];
    }
  }
}

// A second definition of the same name, and one that nothing refers to, were reported when the file was parsed.
function footnote(node: Markdown, scope: Scope): void {
  const { footnotes } = scope.context.notebook;
  const id = `${scope.file}#${node.identifier ?? ""}`;
  if (footnotes.has(id)) return;
  footnotes.set(id, {
    blocks: blocks(node.children ?? [], { ...scope, inside: "a footnote" }),
    origin: scope.place(node),
  });
}
