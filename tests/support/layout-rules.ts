// What holds for every layout, whatever the document: its pieces on their pages and its tree of meaning.
import type { Content, Element, Fragment, Layout, Page, Role, TextFragment } from "../../src/layout/fragment.ts";

/** Faults of a layout that no document may lead to, in words. */
export function brokenLaws(layout: Layout): readonly string[] {
  return [...marksOf(layout), ...treeFaults(layout.structure), ...layout.pages.flatMap(pageFaults), ...orderOf(layout)];
}

const elements = (node: Element): readonly Element[] => [
  node,
  ...node.children.flatMap((child) => (child.kind === "element" ? elements(child) : [])),
];

/** Contents below a node in reading order, those in the roles of `without` left out. */
export function contents(node: Element, ...without: readonly Role[]): readonly Content[] {
  return node.children.flatMap((child) =>
    child.kind === "content" ? [child] : without.includes(child.role) ? [] : contents(child, ...without),
  );
}

/** The words of each content, over all pages. */
export function wordsByContent(layout: Layout): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const part of layout.pages.flatMap((page) => page.fragments)) {
    if (part.kind !== "text" || part.content === undefined) continue;
    words.set(part.content, (words.get(part.content) ?? "") + part.text);
  }
  return words;
}

/** Every content of the tree is printed, everything printed is in the tree or an artifact, running matter always is one. */
function marksOf({ structure, pages }: Layout): readonly string[] {
  const wanted = contents(structure).map((content) => content.index);
  const contentOf = (part: Fragment) => ("content" in part ? part.content : undefined);
  const printed = new Set(pages.flatMap((page) => page.fragments.flatMap((part) => contentOf(part) ?? [])));
  const indexes = [...wanted, ...elements(structure).map((element) => element.index)];
  const known = new Set(wanted);
  const links = new Set(elements(structure).flatMap((e) => (e.role === "Link" ? [e.index] : [])));
  return [
    ...(new Set(indexes).size === indexes.length ? [] : ["the tree holds a node twice"]),
    ...wanted.filter((index) => !printed.has(index)).map((index) => `content ${index} is on no page`),
    ...[...printed].filter((index) => !known.has(index)).map((index) => `content ${index} is in no tree`),
    ...pages.flatMap((page) => [
      ...[...page.ground, ...page.running]
        .filter((part) => contentOf(part) !== undefined)
        .map(() => `page ${page.number} has running matter in the tree`),
      ...page.fragments
        .filter((part) => part.kind === "link" && !links.has(part.element))
        .map(() => `page ${page.number} has a link without a tag`),
    ]),
  ];
}

/** Roles that hold nothing but others; and roles that stand only in them. */
const holds: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  L: ["LI"],
  LI: ["Lbl", "LBody"],
  Table: ["Caption", "THead", "TBody"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
  TOC: ["TOCI", "TOC"],
  TOCI: ["Reference"],
};
const standsIn: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  LI: ["L"],
  Lbl: ["LI", "Note"],
  LBody: ["LI"],
  THead: ["Table"],
  TBody: ["Table"],
  TR: ["THead", "TBody"],
  TH: ["TR"],
  TD: ["TR"],
  TOCI: ["TOC"],
  Caption: ["Table", "Div"],
};

function treeFaults(element: Element): readonly string[] {
  const allowed = holds[element.role];
  return element.children.flatMap((child) => {
    if (child.kind === "content") return allowed ? [`${element.role} holds words of its own`] : [];
    const parents = standsIn[child.role];
    const fits = (allowed?.includes(child.role) ?? true) && (parents?.includes(element.role) ?? true);
    return [...(fits ? [] : [`${child.role} in ${element.role}`]), ...treeFaults(child)];
  });
}

const slack = 0.5;

function pageFaults(page: Page): readonly string[] {
  const parts = [...page.ground, ...page.fragments, ...page.running];
  const outside = parts.flatMap((part) => {
    const [left, top, right, bottom] = boxOf(part);
    const on = left >= -slack && top >= -slack && right <= page.width + slack && bottom <= page.height + slack;
    return on || part.kind === "path" ? [] : [`page ${page.number}: ${nameOf(part)} leaves the page`];
  });
  // Rows without words have rules at least.
  const idle = page.ended === "full" && ![...page.ground, ...page.fragments].some((part) => isMatter(part));
  return [...outside, ...(idle ? [`page ${page.number} is full of nothing`] : []), ...overlapsOn(page)];
}

const isMatter = (part: Fragment): boolean => part.kind === "line" || (part.kind === "text" && !part.turn);

type Box = readonly [left: number, top: number, right: number, bottom: number];

function boxOf(part: Fragment): Box {
  switch (part.kind) {
    case "text":
      // A turned word turns about its start: a watermark is as wide as the page at most.
      return part.turn
        ? [part.x, part.y, part.x, part.y]
        : [part.x, part.y - part.size * 0.7, part.x + part.width, part.y];
    case "line":
      return [
        Math.min(part.x, part.toX),
        Math.min(part.y, part.toY),
        Math.max(part.x, part.toX),
        Math.max(part.y, part.toY),
      ];
    case "path":
    case "anchor":
    case "page-number":
      return [part.x, part.y, part.x, part.y];
    default:
      return [part.x, part.y, part.x + part.width, part.y + part.height];
  }
}

const nameOf = (part: Fragment): string => (part.kind === "text" ? `"${part.text}"` : `a ${part.kind}`);

/** Words printed over each other. */
function overlapsOn(page: Page): readonly string[] {
  const upright = (part: Fragment): part is TextFragment =>
    part.kind === "text" && !part.turn && part.text.trim() !== "";
  const words = [...page.fragments, ...page.running].filter(upright).sort((a, b) => a.y - b.y);
  return words.flatMap((one, i) => {
    const [left, , right, bottom] = boxOf(one);
    const found: string[] = [];
    for (let at = i + 1; at < words.length; at++) {
      const other = words[at];
      if (!other || other.y - other.size > bottom) break;
      const [otherLeft, otherTop, otherRight] = boxOf(other);
      if (otherTop < bottom - slack && otherLeft < right - slack && left < otherRight - slack)
        found.push(`page ${page.number}: ${nameOf(one)} and ${nameOf(other)} overlap`);
    }
    return found;
  });
}

/** What stands side by side or at the foot of a page may begin before what is read earlier ends. */
const beside: readonly Role[] = ["Table", "Note", "Figure", "TOC"];

/** In reading order one never goes back a page, nor up on one. */
function orderOf({ structure, pages }: Layout): readonly string[] {
  const places = new Map<number, { readonly page: number; readonly y: number; readonly text: string }>();
  for (const page of pages) {
    for (const part of page.fragments) {
      if (part.kind !== "text" || part.content === undefined || places.has(part.content)) continue;
      places.set(part.content, { page: page.index, y: part.y, text: part.text });
    }
  }
  const sections = structure.children.flatMap((child) => (child.kind === "element" ? [child] : []));
  const tops = sections
    .flatMap((section) => section.children)
    .flatMap((child) => (child.kind === "element" && child.role !== "Note" ? [child] : []));
  const starts = tops.flatMap((top) => places.get(contents(top, ...beside)[0]?.index ?? -1) ?? []);
  return starts.flatMap((start, i) => {
    const before = starts[i - 1];
    const back = before && (start.page < before.page || (start.page === before.page && start.y < before.y));
    return back ? [`"${start.text}" stands before "${before.text}"`] : [];
  });
}
