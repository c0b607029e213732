// A page as a tree, printed once. Text and attribute values are escaped where they are printed, and there is no tag or
// attribute that runs or fetches anything, so no title can do so either.

type Tag =
  | "html"
  | "head"
  | "meta"
  | "title"
  | "link"
  | "body"
  | "header"
  | "nav"
  | "main"
  | "footer"
  | "section"
  | "div"
  | "h1"
  | "h2"
  | "h3"
  | "p"
  | "ul"
  | "ol"
  | "li"
  | "dl"
  | "dt"
  | "dd"
  | "table"
  | "caption"
  | "thead"
  | "tbody"
  | "tr"
  | "th"
  | "td"
  | "a"
  | "span"
  | "strong"
  | "code"
  | "time"
  | "br"
  | "feed"
  | "entry"
  | "id"
  | "updated"
  | "author"
  | "name"
  | "summary";

type AttributeName =
  | "aria-current"
  | "aria-label"
  | "aria-labelledby"
  | "charset"
  | "class"
  | "content"
  | "datetime"
  | "href"
  | "id"
  | "lang"
  | "name"
  | "rel"
  | "scope"
  | "tabindex"
  | "type"
  | "xml:lang"
  | "xmlns";

type Attributes = { readonly [name in AttributeName]?: string | undefined };

export interface Element {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** An element, or words as they are read. */
export type Markup = Element | string;

/** Makes an element; what is undefined is left out. */
export function h(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Markup | undefined | readonly Markup[])[]
): Element {
  return { tag, attributes, children: children.flatMap((child) => child ?? []) };
}

/** Elements inside a line; all others stand on a line of their own where no words are beside them. */
const inLine: ReadonlySet<Tag> = new Set(["a", "br", "code", "span", "strong", "time"]);

const withoutEnd: ReadonlySet<Tag> = new Set(["meta", "link", "br"]);

/** A page of HTML. */
export function htmlPage(root: Element): string {
  return `<!DOCTYPE html>\n${printed(root, "", ">")}\n`;
}

/** A document of XML. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${printed(root, "", "/>")}\n`;
}

function printed(node: Markup, indent: string, close: ">" | "/>"): string {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) =>
    value === undefined ? "" : ` ${name}="${escaped(value)}"`,
  );
  const open = `<${node.tag}${attributes.join("")}`;
  if (withoutEnd.has(node.tag)) return `${open}${close}`;
  const words = node.children.some((child) => typeof child === "string");
  const apart = !words && node.children.some((child) => typeof child !== "string" && !inLine.has(child.tag));
  const inside = apart
    ? `${node.children.map((child) => `\n${indent}  ${printed(child, `${indent}  `, close)}`).join("")}\n${indent}`
    : node.children.map((child) => printed(child, indent, close)).join("");
  return `${open}>${inside}</${node.tag}>`;
}

const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Control characters stand in no page; line ends and tabs are blanks there. */
function escaped(text: string): string {
  return text
    .replace(/[\t\n\r]/g, " ")
    .replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"']/g, (sign) => names[sign] ?? "");
}
