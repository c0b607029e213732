import type { Span } from "../source.ts";
import { type Code, catalogue, type DetailsOf } from "./catalogue.ts";

export type Severity = "error" | "warning";

export interface Note {
  readonly message: string;
  readonly span?: Span;
}

export interface Diagnostic {
  /** Permanent, searchable, never reused: "yaml/duplicate-key". */
  readonly code: Code;
  /** Set by the catalogue, not where the problem is found. */
  readonly severity: Severity;
  /** What is wrong and why; one sentence, no position in it. */
  readonly message: string;
  readonly span?: Span;
  /** The words in the span that are meant, where the finder knew only what stands round them. */
  readonly within?: string;
  /** Path in the data file, when there is one. */
  readonly path?: readonly (string | number)[];
  /** What to write instead. */
  readonly help?: string;
  readonly notes?: readonly Note[];
}

interface More {
  readonly within?: string;
  readonly path?: readonly (string | number)[];
  /** Overrides the catalogue's help, for instance with the nearest known name. */
  readonly help?: string;
  readonly notes?: readonly Note[];
}

/** The only way to make a diagnostic; the catalogue gives `details` its type. */
export function report<C extends Code>(
  code: C,
  span: Span | undefined,
  details: DetailsOf<C>,
  more: More = {},
): Diagnostic {
  const entry = catalogue[code] as unknown as {
    readonly severity: Severity;
    readonly message: (d: DetailsOf<C>) => string;
    readonly help?: (d: DetailsOf<C>) => string | undefined;
  };
  const help = more.help ?? entry.help?.(details);
  return {
    code,
    severity: entry.severity,
    message: entry.message(details),
    ...(span ? { span } : {}),
    ...(more.within ? { within: more.within } : {}),
    ...(more.path ? { path: more.path } : {}),
    ...(help ? { help } : {}),
    ...(more.notes && more.notes.length > 0 ? { notes: more.notes } : {}),
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}

/** Sorted by file and place, each finding once. */
export function arrange(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter((d) => {
    const key = `${d.code}|${d.span?.file ?? ""}|${d.span?.start ?? -1}|${d.span?.end ?? -1}|${d.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return unique.sort(
    (a, b) =>
      byText(a.span?.file ?? "", b.span?.file ?? "") ||
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      byText(a.code, b.code) ||
      byText(a.message, b.message),
  );
}
