import { position, type Source } from "../../source.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** One line a finding, `file:line:column: severity code message`, as compilers and grep print them. */
export function line(diagnostics: readonly Diagnostic[], source: (file: string) => Source | undefined): string {
  return diagnostics
    .map((d) => {
      const text = d.span ? source(d.span.file) : undefined;
      const at = d.span && text ? position(text, d.span.start) : { line: 1, column: 1 };
      const place = d.span ? `${d.span.file}:${at.line}:${at.column}: ` : "";
      const words = `${d.message}${d.help ? ` (${d.help})` : ""}`.replace(/\s+/g, " ");
      return `${place}${d.severity} ${d.code} ${words}\n`;
    })
    .join("");
}
