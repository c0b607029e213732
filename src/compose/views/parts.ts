// Small pieces of the document tree that views are made of.

import { bullets, lineBreak, paragraph, strong, text } from "../../document/build.ts";
import type { Block, Cell, Inline, Paragraph } from "../../document/document.ts";
import type { Span } from "../../source.ts";
import type { ViewKit } from "../view.ts";

/** Printed where there is nothing to say; a cell is never empty. */
const nothing = "–";

export function bold(words: string): Inline {
  return strong([text(words)]);
}

/** A note under a table, of plain words. */
export function note(words: string): Paragraph {
  return paragraph(words, "note");
}

/** Note and source of a register or table, from its Markdown. */
export function notesOf(kit: ViewKit, notes: readonly (string | undefined)[], source?: string): readonly Paragraph[] {
  return [
    ...notes.flatMap((n) => (n ? [paragraph(kit.inlines(n), "note")] : [])),
    ...(source ? [paragraph([text("Source: "), ...kit.inlines(source)], "source")] : []),
  ];
}

export interface More {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly header?: "row" | "column";
  readonly align?: Cell["align"];
  readonly computed?: boolean;
  readonly origin?: Span | undefined;
}

/** A cell of blocks; a dash when there are none. */
export function blocksCell(blocks: readonly Block[], more: More = {}): Cell {
  const { colSpan, rowSpan, header, align, computed, origin } = more;
  return {
    blocks: blocks.length > 0 ? blocks : [paragraph(nothing)],
    ...(colSpan !== undefined && colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan !== undefined && rowSpan > 1 ? { rowSpan } : {}),
    ...(header ? { header } : {}),
    ...(align ? { align } : {}),
    ...(computed ? { computed } : {}),
    ...(origin ? { origin } : {}),
  };
}

/** A cell of running text. */
export function inlineCell(children: readonly Inline[], more: More = {}): Cell {
  return blocksCell(children.length > 0 ? [paragraph(children)] : [], more);
}

/** A cell of plain words. */
export function textCell(words: string | undefined, more: More = {}): Cell {
  return inlineCell(words ? [text(words)] : [], more);
}

/** A cell of Markdown from the data. */
export function markdownCell(kit: ViewKit, markdown: string | undefined, more: More = {}): Cell {
  return blocksCell(markdown ? kit.blocks(markdown, more.origin) : [], more);
}

/** A cell of several texts: bullets, or a paragraph when there is one only. */
export function listCell(kit: ViewKit, texts: readonly string[] | undefined, more: More = {}): Cell {
  const [first, ...others] = texts ?? [];
  if (first === undefined) return blocksCell([], more);
  if (others.length === 0) return markdownCell(kit, first, more);
  return blocksCell([bullets([first, ...others].map((t) => kit.blocks(t, more.origin)))], more);
}

/** Several short texts under each other in one cell. */
export function linesCell(lines: readonly string[], more: More = {}): Cell {
  return inlineCell(
    lines.flatMap((line, i): readonly Inline[] => (i === 0 ? [text(line)] : [lineBreak, text(line)])),
    more,
  );
}

/** "a", "a and b", "a, b and c". */
export function joined(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

/** "1 risk", "3 risks". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Ends a sentence that may have its full stop already. */
export function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
