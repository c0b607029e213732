// Shared blocks, placed where several documents need the same words.

import { parseMarkdown } from "../parse/markdown.ts";
import { problem } from "./context.ts";
import type { ToFlow } from "./directives.ts";
import type { Flow } from "./draft-nodes.ts";
import { programmeFolder } from "./pictures.ts";
import { fileScope, type Markdown, type Scope } from "./scope.ts";
import { suggest } from "./suggest.ts";

/** `::include{part=shared/aims}`: the block's own headings are set below the heading it stands under. */
export function include(node: Markdown, scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const { context } = scope;
  const origin = scope.place(node);
  for (const key of Object.keys(node.attributes ?? {}))
    if (key !== "part")
      problem(
        context,
        "document/unknown-attribute",
        origin,
        { directive: "include", name: key },
        suggest(key, ["part"]),
      );
  const part = (node.attributes?.part ?? "").replace(/\.md$/, "");
  if (part === "") {
    problem(context, "document/missing-attribute", origin, { directive: "include", name: "part=…" });
    return [];
  }
  const folder = programmeFolder(context);
  const path = `${folder}/${part}.md`;
  const { files } = context.model.case.sources;
  const source = files.get(path);
  if (!source) {
    const shared = [...files.keys()].filter((file) => file.startsWith(`${folder}/shared/`) && file.endsWith(".md"));
    const names = shared.map((file) => file.slice(folder.length + 1, -3));
    problem(context, "document/unknown-part", origin, { part }, suggest(part, names));
    return [];
  }
  if (scope.parts.includes(path)) {
    problem(context, "document/include-cycle", origin, { part });
    return [];
  }
  // What is wrong with its syntax was reported when the programme was read.
  const tree: Markdown = parseMarkdown(path, source.text).value;
  const own = fileScope(context, path, tree);
  const shift = scope.level - (highest(tree) - 1);
  const inner: Scope = {
    ...own,
    shift,
    level: scope.level,
    inside: scope.inside,
    depth: scope.depth,
    parts: [...scope.parts, path],
  };
  return toFlow(tree.children ?? [], inner);
}

// The least depth of the block's headings, 1 where it has none.
function highest(tree: Markdown): number {
  const depths = (tree.children ?? []).filter((n) => n.type === "heading").map((n) => n.depth ?? 1);
  return depths.length > 0 ? Math.min(...depths) : 1;
}
