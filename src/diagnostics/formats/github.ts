import { position, type Source } from "../../source.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** Workflow commands that GitHub turns into annotations of the changed lines. */
export function github(diagnostics: readonly Diagnostic[], source: (file: string) => Source | undefined): string {
  return diagnostics
    .map((d) => {
      const text = d.span ? source(d.span.file) : undefined;
      const properties: [string, string | number][] = [];
      if (d.span) properties.push(["file", d.span.file]);
      if (d.span && text) {
        const start = position(text, d.span.start);
        const end = position(text, Math.max(d.span.start, d.span.end));
        properties.push(["line", start.line], ["col", start.column], ["endLine", end.line]);
        // GitHub takes an end column on the same line only.
        if (end.line === start.line) properties.push(["endColumn", end.column]);
      }
      properties.push(["title", d.code]);
      const list = properties.map(([key, value]) => `${key}=${property(String(value))}`).join(",");
      return `::${d.severity} ${list}::${message(d.help ? `${d.message}\n${d.help}` : d.message)}\n`;
    })
    .join("");
}

function message(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return message(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
