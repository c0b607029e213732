import { position, type Source, type Span } from "../../source.ts";
import { type Code, catalogue } from "../catalogue.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** SARIF 2.1.0, as code scanning services read it. */
export function sarif(diagnostics: readonly Diagnostic[], source: (file: string) => Source | undefined): string {
  const codes = [...new Set(diagnostics.map((d) => d.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        columnKind: "utf16CodeUnits",
        tool: { driver: { name: "fivecase", rules: codes.map(ruleOf) } },
        results: diagnostics.map((d) => ({
          ruleId: d.code,
          ruleIndex: codes.indexOf(d.code),
          level: d.severity,
          message: { text: d.help ? `${d.message}\n${d.help}` : d.message },
          locations: d.span ? [location(d.span, source)] : [],
          ...(d.notes
            ? {
                relatedLocations: d.notes.flatMap((n) =>
                  n.span ? [{ ...location(n.span, source), message: { text: n.message } }] : [],
                ),
              }
            : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: Code) {
  const { severity, explain } = catalogue[code];
  return { id: code, fullDescription: { text: explain }, defaultConfiguration: { level: severity } };
}

function location(span: Span, source: (file: string) => Source | undefined) {
  const text = source(span.file);
  const start = text ? position(text, span.start) : { line: 1, column: 1 };
  const end = text ? position(text, Math.max(span.start, span.end)) : start;
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(span.file), uriBaseId: "%SRCROOT%" },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}
