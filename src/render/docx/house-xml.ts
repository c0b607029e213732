// Parts of the document as trees, so that styles of another file can take places in them.
import type { Xml } from "../../house-base/base.ts";
import { type Element, readXml } from "../../picture/svg/xml.ts";

/** More than any document of ours has in its styles. */
const mostElements = 100_000;

/** A part of our own, whose elements hold elements alone. */
export function tree(xml: string): Xml {
  const root = readXml(xml, mostElements);
  if ("reason" in root) throw new Error(`a part of our own cannot be read: ${root.reason}`);
  return plain(root);
}

function plain(element: Element): Xml {
  return {
    name: element.name,
    attributes: Object.fromEntries([...element.attributes].map(([key, { value }]) => [key, value])),
    children: element.children.flatMap((child) => (child.type === "element" ? [plain(child)] : [])),
  };
}

/** The tree as text. */
export function written({ name, attributes, children }: Xml): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map(written).join("");
  return inner === "" ? `<${name}${head.join("")}/>` : `<${name}${head.join("")}>${inner}</${name}>`;
}

/** A value as it stands between quotes. */
export function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** An element with children, or without. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Xml[] = [],
): Xml {
  return { name, attributes, children };
}
