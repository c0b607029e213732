// The words of a Document in reading order: what every page output must carry, once each.
import type { Block, Caption, Contents, Document, Inline, Paragraph } from "../../src/document/document.ts";

/** Words of all sections, then of the footnotes; running matter is not among them. */
export function documentWords(document: Document): readonly string[] {
  const lines = [
    ...document.sections.flatMap((section) => blockLines(section.blocks)),
    ...document.footnotes.flatMap((note) => blockLines(note.blocks)),
  ];
  return lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== "");
}

function blockLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linesOf);
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case "cover":
      return [
        ...block.organisations,
        block.kind,
        block.title,
        block.subtitle ?? "",
        ...block.facts.map((fact) => `${fact.label} ${fact.value}`),
      ];
    case "heading":
      return [`${block.number ?? ""} ${inlineText(block.children)}`];
    case "paragraph":
      return [inlineText(block.children)];
    case "list":
      return block.items.flatMap((item) => [item.marker, ...blockLines(item.blocks)]);
    case "definition-list":
      return block.items.flatMap((item) => [inlineText(item.term), ...blockLines(item.blocks)]);
    case "quote":
      return [...blockLines(block.blocks), ...(block.attribution ? [inlineText(block.attribution)] : [])];
    case "card":
      return [block.brand ?? "", block.topic ?? "", ...blockLines(block.blocks)];
    case "card-grid":
      return blockLines(block.cards);
    case "callout":
      return [block.title ?? "", ...blockLines(block.blocks)];
    case "table":
      return [
        ...(block.caption ? [captionText(block.caption)] : []),
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => blockLines(cell.blocks))),
        ...noteLines(block.notes),
      ];
    case "exhibit":
    case "picture":
      return [captionText(block.caption), ...noteLines(block.notes)];
    case "contents":
      return [block.title, ...shownEntries(block).map((entry) => `${entry.number ?? ""} ${entry.text}`)];
    case "sign-off":
      return block.fields.map((field) => `${field.label} ${field.value ?? ""}`);
    case "prompt":
    case "answer":
      return blockLines(block.blocks);
    case "page-break":
      return [];
  }
}

function shownEntries(contents: Contents): Contents["entries"] {
  return contents.entries.filter((entry) => contents.of !== "headings" || entry.level <= contents.depth);
}

function noteLines(notes: readonly Paragraph[]): readonly string[] {
  return notes.map((note) => inlineText(note.children));
}

function captionText(caption: Caption): string {
  const words = inlineText(caption.children);
  return `${caption.label} ${caption.number}: ${words}`;
}

const signs = { tick: "✓", cross: "✗", box: "☐", "checked-box": "☑" } as const;

/** Text of inlines; chips stand apart from their neighbours, note numbers are the output's own. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join("");
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "value":
      return inline.text;
    case "rating":
      return ` ${inline.text} `;
    case "tick":
      return signs[inline.mark];
    case "line-break":
      return "\n";
    case "footnote-reference":
      return "";
    case "emphasis":
    case "strong":
    case "superscript":
    case "link":
    case "reference":
    case "foreign":
      return inlineText(inline.children);
  }
}
