// Where a value or key stands, by its path in the data.
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Span } from "../source.ts";
import type { Path, Places } from "./draft.ts";

/** A key as text; undefined for one that is refused. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  const text = typeof key.value === "string" ? key.value : (key.source ?? "");
  return text === "" || text === "__proto__" ? undefined : text;
}

type ToSpan = (start: number, end: number) => Span;

/** Places in a tree of YAML nodes; looked up only when something is to be said about them. */
export function placesOf(root: Node | undefined, span: ToSpan, anchors: ReadonlyMap<Node, Node>): Places {
  const pairs = new WeakMap<object, ReadonlyMap<string, Pair>>();

  function pairOf(map: { readonly items: readonly Pair[] }, key: string): Pair | undefined {
    let index = pairs.get(map);
    if (!index) {
      const made = new Map<string, Pair>();
      for (const pair of map.items) {
        const text = keyText(pair.key);
        if (text !== undefined && !made.has(text)) made.set(text, pair);
      }
      index = made;
      pairs.set(map, made);
    }
    return index.get(key);
  }

  function find(path: Path): Found | undefined {
    let found: Found = { node: root, key: undefined, alias: undefined };
    for (const step of path) {
      const behind: Node | undefined = isAlias(found.node) ? anchors.get(found.node) : found.node;
      const alias: Node | undefined = found.alias ?? (isAlias(found.node) ? found.node : undefined);
      if (isMap(behind)) {
        const pair = pairOf(behind, String(step));
        if (!pair) return undefined;
        found = { node: asNode(pair.value), key: asNode(pair.key), alias };
      } else if (isSeq(behind)) {
        const item = behind.items[Number(step)];
        if (item === undefined) return undefined;
        found = { node: asNode(item), key: undefined, alias };
      } else return undefined;
    }
    return found;
  }

  const of = (node: Node | undefined): Span | undefined =>
    node?.range ? span(node.range[0], node.range[1]) : undefined;

  return {
    value(path) {
      const found = find(path);
      if (!found) return undefined;
      if (found.alias) return of(found.alias);
      if (isMap(found.node) || isSeq(found.node)) return of(found.key) ?? opening(found.node);
      return empty(found.node) ? of(found.key) : (of(found.node) ?? of(found.key));
    },
    key(path) {
      const found = find(path);
      return found?.alias ? of(found.alias) : of(found?.key);
    },
    anchor(path) {
      const found = find(path);
      return found?.alias ? (behindAlias(found) ?? of(anchors.get(found.alias))) : undefined;
    },
  };

  /** What is wrong itself, in the anchored value. */
  function behindAlias(found: Found): Span | undefined {
    if (isAlias(found.node)) return undefined;
    return isMap(found.node) || isSeq(found.node) ? of(found.key) : of(found.node);
  }

  /** A map or list without a key of its own is shown by the first key in it. */
  function opening(node: Node): Span | undefined {
    if (isMap(node)) {
      const key = asNode(node.items[0]?.key);
      if (key) return of(key);
    }
    return node.range ? span(node.range[0], Math.min(node.range[0] + 1, node.range[1])) : undefined;
  }
}

interface Found {
  readonly node: Node | undefined;
  readonly key: Node | undefined;
  /** The alias the path went through, which stands where the value is used. */
  readonly alias: Node | undefined;
}

function empty(node: Node | undefined): boolean {
  return node?.range !== undefined && node.range !== null && node.range[0] === node.range[1];
}

function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}
