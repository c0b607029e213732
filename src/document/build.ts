// Constructors for the nodes that stages build by hand.
import type { Span } from "../source.ts";
import type { Block, Heading, Inline, List, ListItem, Paragraph, Text } from "./document.ts";

export function text(value: string): Text {
  return { type: "text", value };
}

export function strong(children: readonly Inline[]): Inline {
  return { type: "strong", children };
}

export function emphasis(children: readonly Inline[]): Inline {
  return { type: "emphasis", children };
}

export const lineBreak: Inline = { type: "line-break" };

/** A paragraph of inlines, or of plain words. */
export function paragraph(children: readonly Inline[] | string, role?: Paragraph["role"], origin?: Span): Paragraph {
  return {
    type: "paragraph",
    ...(role ? { role } : {}),
    children: typeof children === "string" ? [text(children)] : children,
    ...(origin ? { origin } : {}),
  };
}

/** A heading before numbering. */
export function heading(
  level: Heading["level"],
  id: string,
  children: readonly Inline[],
  more: Partial<Pick<Heading, "inContents" | "role" | "breakBefore" | "origin">> = {},
): Heading {
  return { type: "heading", level, id, children, inContents: true, ...more };
}

/** A bulleted list. */
export function bullets(items: readonly (readonly Block[])[]): List {
  return { type: "list", style: "bullet", items: items.map((blocks): ListItem => ({ marker: "•", blocks })) };
}
