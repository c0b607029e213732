// Walking Markdown trees.
import type { Nodes, Parents } from "mdast";

/** Calls `visit` for each node with the nodes above it, nearest last, in source order. */
export function walk(
  node: Nodes,
  visit: (node: Nodes, ancestors: readonly Parents[]) => void,
  above: readonly Parents[] = [],
): void {
  visit(node, above);
  if (!("children" in node)) return;
  const inside = [...above, node];
  for (const child of node.children) walk(child, visit, inside);
}

/** First and last offset of a node. */
export function range(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
