// Parts of a Word file as trees with one spelling of names, whatever prefixes the file uses.
import { type Element, readXml } from "../picture/svg/xml.ts";
import type { Xml } from "./base.ts";
import { damaged, Refused } from "./refusal.ts";

const word = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const drawing = ["http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"];
const relations = [
  "http://schemas.openxmlformats.org/package/2006/relationships",
  "http://schemas.openxmlformats.org/package/2006/content-types",
];

const mostElements = 200_000;

/**
 * A part as a tree: names begin with "w:", "a:" or nothing, elements and attributes of other kinds are left out.
 * Undefined for a part that is of another kind as a whole.
 */
export function readPart(name: string, content: Uint8Array): Xml | undefined {
  const text = utf8(content);
  refuseTypes(name, text);
  const root = readXml(text, mostElements);
  if ("reason" in root) throw new Refused(`${name} in it cannot be read: ${root.reason}`);
  return named(root, new Map());
}

/**
 * A document's root with its last section alone: a file may come with all the text it was used for, which nobody reads.
 * Without a section of its own the root has no children.
 */
export function readLastSection(name: string, content: Uint8Array): Xml | undefined {
  const text = utf8(content);
  refuseTypes(name, text);
  const [root] = /<[A-Za-z_][^<>]*>/.exec(text) ?? [];
  if (root === undefined) throw damaged();
  const isEmpty = root.endsWith("/>");
  const open = isEmpty ? `${root.slice(0, -2)}>` : root;
  const starts = [...text.matchAll(/<((?:[\w.-]+:)?)sectPr(?=[\s/>])/g)];
  // What a section was before a tracked change stands inside it.
  const last = starts.findLast(
    (at) => !/sectPrChange[^<>]*>\s*$/.test(text.slice(Math.max(0, at.index - 400), at.index)),
  );
  const whole = last ? readXml(`${open}<${last[1]}body>${text.slice(last.index)}`, mostElements) : undefined;
  if (whole && !("reason" in whole)) return named(whole, new Map());
  const bare = readXml(`${open}</${/[^<\s>]+/.exec(open)?.[0] ?? ""}>`);
  return "reason" in bare ? undefined : named(bare, new Map());
}

function refuseTypes(name: string, text: string): void {
  if (!/<!(DOCTYPE|ENTITY)/i.test(text)) return;
  throw new Refused(`${name} in it has a document type of its own, which could fetch or multiply text`);
}

function utf8(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    throw damaged();
  }
}

function named(element: Element, outer: ReadonlyMap<string, string>): Xml | undefined {
  let spaces = outer;
  for (const [key, { value }] of element.attributes) {
    if (key === "xmlns" || key.startsWith("xmlns:")) {
      spaces = new Map([...spaces, [key.slice(6), prefixOf(value)]]);
    }
  }
  const name = spelt(element.name, spaces, spaces.get(""));
  if (name === undefined) return undefined;
  const attributes: Record<string, string> = {};
  for (const [key, { value }] of element.attributes) {
    if (key === "xmlns" || key.startsWith("xmlns:")) continue;
    const attribute = spelt(key, spaces, "");
    if (attribute !== undefined) attributes[attribute] = value;
  }
  const children = element.children.flatMap((child) => {
    const made = child.type === "element" ? named(child, spaces) : undefined;
    return made ? [made] : [];
  });
  return { name, attributes, children };
}

/** undefined for what belongs to another vocabulary. */
function spelt(name: string, spaces: ReadonlyMap<string, string>, unprefixed: string | undefined): string | undefined {
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? unprefixed : spaces.get(name.slice(0, colon));
  if (prefix === undefined || prefix === "other") return undefined;
  return prefix + name.slice(colon + 1);
}

function prefixOf(space: string): string {
  if (word.includes(space)) return "w:";
  if (drawing.includes(space)) return "a:";
  return relations.includes(space) ? "" : "other";
}

/** First child of a name. */
export function child(of: Xml | undefined, name: string): Xml | undefined {
  return of?.children.find((c) => c.name === name);
}

/** First child of a name at the end of a path. */
export function below(of: Xml | undefined, ...path: readonly string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((at, name) => child(at, name), of);
}

/** The value that most elements of Word carry. */
export function val(of: Xml | undefined): string | undefined {
  return of?.attributes["w:val"];
}
