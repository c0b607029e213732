// Texts of data, parsed where they are printed.
import type { Block, Inline } from "../document/document.ts";
import { type Place, parseBlocks, parseInline, scalarPlace, wholePlace } from "../parse/markdown.ts";
import type { Span } from "../source.ts";
import { blocks } from "./blocks.ts";
import type { Context } from "./context.ts";
import { inlines } from "./inlines.ts";
import { type Markdown, textScope } from "./scope.ts";

/** A text of data as running text. */
export function dataInlines(context: Context, text: string, origin: Span | undefined): readonly Inline[] {
  const span = origin ?? context.document.document.opening;
  const parsed = parseInline(text, placeOf(context, span, text));
  context.problems.push(...parsed.diagnostics);
  const root: Markdown = { type: "root", children: parsed.value };
  return inlines(parsed.value, textScope(context, span, root, "a data text"));
}

/** A text of data as blocks. */
export function dataBlocks(context: Context, text: string, origin: Span | undefined): readonly Block[] {
  const span = origin ?? context.document.document.opening;
  const parsed = parseBlocks(text, placeOf(context, span, text));
  context.problems.push(...parsed.diagnostics);
  return blocks(parsed.value.children, textScope(context, span, parsed.value, "a data text"));
}

// An origin that is a key, or a whole row, holds other words than the text.
function placeOf(context: Context, span: Span, text: string): Place {
  const source = context.model.case.sources.files.get(span.file);
  const first = text.split("\n", 1)[0] ?? "";
  const there = source !== undefined && first !== "" && source.text.slice(span.start, span.end).includes(first);
  return there ? scalarPlace(source, span, text) : wholePlace(span);
}
