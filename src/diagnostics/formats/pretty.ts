import { lineText, position, type Source, type Span } from "../../source.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { frame } from "../frame.ts";

/** For people: place, code, message, the line with a caret, what to write instead. */
export function pretty(
  diagnostics: readonly Diagnostic[],
  source: (file: string) => Source | undefined,
  colour: boolean,
): string {
  const paint = (code: number, off: number) => (text: string) =>
    colour ? `\u001b[${code}m${text}\u001b[${off}m` : text;
  const bold = paint(1, 22);
  const quiet = paint(2, 22);
  const help = paint(36, 39);

  const blocks = diagnostics.map((d) => {
    const tone = d.severity === "error" ? paint(31, 39) : paint(33, 39);
    const head = `${d.span ? `${bold(place(d.span, source))} ` : ""}${tone(d.severity)} ${quiet(d.code)}`;
    const lines = [head, indent(d.message)];
    const text = d.span ? source(d.span.file) : undefined;
    if (d.span && text && text.text.length > 0 && lineText(text, position(text, d.span.start).line).trim() !== "") {
      lines.push(frame(text, d.span, { mark: tone, quiet }));
    }
    for (const note of d.notes ?? []) {
      lines.push(indent(`note: ${note.message}${note.span ? ` (${place(note.span, source)})` : ""}`));
    }
    if (d.help) lines.push(indent(`${help("help:")} ${d.help}`));
    return lines.join("\n");
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

function place(span: Span, source: (file: string) => Source | undefined): string {
  const text = source(span.file);
  if (!text) return span.file;
  const { line, column } = position(text, span.start);
  return `${span.file}:${line}:${column}`;
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
