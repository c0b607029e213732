// The ways findings are printed.
import type { Source } from "../../source.ts";
import { arrange, type Diagnostic } from "../diagnostic.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { line } from "./line.ts";
import type { Format } from "./names.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

export { type Format, formats } from "./names.ts";

/** Finds the text of a file, so that offsets become lines and columns. */
export type Lookup = (file: string) => Source | undefined;

const writers = { pretty, line, json, sarif, github } satisfies {
  [F in Format]: (diagnostics: readonly Diagnostic[], source: Lookup, colour: boolean) => string;
};

/** Prints findings in the order given, save that those which name words stand in the order of these; colour is used by `pretty` only. */
export function formatDiagnostics(
  format: Format,
  diagnostics: readonly Diagnostic[],
  source: Lookup,
  colour = false,
): string {
  const [wide, exact] = [diagnostics, diagnostics.map((found) => narrowed(found, source))];
  // Where a finding is moved to its words, the order in which they stand is known only now.
  return writers[format](exact.some((found, i) => found !== wide[i]) ? arrange(exact) : wide, source, colour);
}

/** A finding that names words within its span, at those words. */
function narrowed(found: Diagnostic, source: Lookup): Diagnostic {
  const { span, within } = found;
  const text = span && source(span.file)?.text;
  const start = text !== undefined && within ? text.indexOf(within, span?.start) : -1;
  if (!span || !within || start === -1 || start >= span.end) return found;
  return { ...found, span: { file: span.file, start, end: start + within.length } };
}
