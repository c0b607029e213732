// Grows the tree of meaning while the document is read; the finished tree is plain data.
import type { Attributes, Content, Element, ListNumbering, Role, StructureNode } from "./fragment.ts";

/** An element that still takes children. */
export interface Growing extends Attributes {
  readonly kind: "element";
  readonly index: number;
  readonly role: Role;
  readonly children: StructureNode[];
}

export interface Structure {
  readonly root: Growing;
  readonly element: (parent: Growing, role: Role, attributes?: Attributes) => Growing;
  readonly content: (parent: Growing) => number;
}

/** A new tree with its Document element. */
export function growStructure(): Structure {
  let next = 1;
  const root: Growing = { kind: "element", index: 0, role: "Document", children: [] };
  return {
    root,
    element(parent, role, attributes = {}) {
      const made: Growing = { ...attributes, kind: "element", index: next++, role, children: [] };
      parent.children.push(made);
      return made;
    },
    content(parent) {
      const made: Content = { kind: "content", index: next++ };
      parent.children.push(made);
      return made.index;
    },
  };
}

const mayBeEmpty: ReadonlySet<Role> = new Set<Role>(["TD", "TH", "LBody", "Figure"]);

/** The tree without elements that hold nothing, such as the paragraph of an empty cell. */
export function pruned(element: Element): Element {
  const children = element.children.flatMap((child): readonly StructureNode[] => {
    if (child.kind === "content") return [child];
    const kept = pruned(child);
    return kept.children.length === 0 && !mayBeEmpty.has(kept.role) ? [] : [kept];
  });
  return { ...element, children };
}

const numberings: Readonly<Record<string, ListNumbering>> = {
  bullet: "Disc",
  decimal: "Decimal",
  "lower-alpha": "LowerAlpha",
  "upper-alpha": "UpperAlpha",
  "lower-roman": "LowerRoman",
  "upper-roman": "UpperRoman",
};

/** The ListNumbering of a list style. */
export function numberingOf(style: string): ListNumbering {
  return numberings[style] ?? "None";
}
