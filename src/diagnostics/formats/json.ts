import { position, type Source, type Span } from "../../source.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** For programs. `version` changes when a field changes its meaning or goes. */
export function json(diagnostics: readonly Diagnostic[], source: (file: string) => Source | undefined): string {
  const found = diagnostics.map((d) => ({
    code: d.code,
    severity: d.severity,
    message: d.message,
    ...(d.span ? { place: place(d.span, source) } : {}),
    ...(d.path ? { path: d.path } : {}),
    ...(d.help ? { help: d.help } : {}),
    ...(d.notes
      ? { notes: d.notes.map((n) => ({ message: n.message, ...(n.span ? { place: place(n.span, source) } : {}) })) }
      : {}),
  }));
  return `${JSON.stringify({ version: 1, diagnostics: found }, null, 2)}\n`;
}

/** Offsets count UTF-16 units from 0, lines and columns from 1. */
function place(span: Span, source: (file: string) => Source | undefined) {
  const text = source(span.file);
  return {
    file: span.file,
    start: { offset: span.start, ...(text ? position(text, span.start) : {}) },
    end: { offset: span.end, ...(text ? position(text, span.end) : {}) },
  };
}
