// Characters that no output can print, and that the templates' placeholders are made of.
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import { type Source, unprintable } from "../source.ts";

/** The text with each refused character replaced by one of the same length, and a report for each kind. */
export function refuseCharacters(source: Source): Result<string> {
  const first = new Map<string, { at: number; count: number }>();
  for (const match of source.text.matchAll(unprintable)) {
    const known = first.get(match[0]);
    if (known) known.count++;
    else first.set(match[0], { at: match.index, count: 1 });
  }
  if (first.size === 0) return ok(source.text);
  const diagnostics: Diagnostic[] = [];
  for (const [character, { at, count }] of first) {
    const code = character.charCodeAt(0);
    const details = { character: `U+${code.toString(16).toUpperCase().padStart(4, "0")}`, name: nameOf(code), count };
    diagnostics.push(report("source/character", { file: source.file, start: at, end: at + 1 }, details));
  }
  return ok(source.text.replace(unprintable, "\uFFFD"), diagnostics);
}

function nameOf(code: number): string {
  if (code >= 0xe000 && code <= 0xf8ff) return "a private-use character";
  if (code === 0x2028 || code === 0x2029) return "a line separator";
  return "a control character";
}
