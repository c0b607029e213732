// From an offset in a formula to its place in the author's file.
import type { Source, Span } from "../../source.ts";
import type { Place } from "./tokens.ts";

/**
 * Finds parts of a formula in the file. `at` covers the whole value as it stands there, quotes and "=" included; white
 * space may differ, as it does when YAML folds lines. What cannot be followed is placed at the whole value.
 */
export function locator(
  files: ReadonlyMap<string, Source>,
  at: Span | undefined,
  formula: string,
): (place: Place) => Span | undefined {
  const text = at && files.get(at.file)?.text.slice(at.start, at.end);
  if (!at || text === undefined) return () => at;
  const offsets = align(text, formula);
  if (!offsets) return () => at;
  return (place) => {
    const start = offsets[place.start];
    const last = offsets[Math.max(place.start, place.end - 1)];
    if (start === undefined || last === undefined) return at;
    const end = place.end > place.start ? last + 1 : last;
    return { file: at.file, start: at.start + start, end: at.start + Math.max(end, start) };
  };
}

const isSpace = (c: string | undefined) => c !== undefined && /\s/.test(c);

/** Offset in the text of each character of the formula, and of its end. */
function align(text: string, formula: string): readonly number[] | undefined {
  let at = text.indexOf("=");
  at = at < 0 ? 0 : at + 1;
  const offsets: number[] = [];
  for (let i = 0; i < formula.length; i++) {
    const c = formula[i];
    if (isSpace(c)) {
      offsets.push(at);
      if (!isSpace(text[at])) return undefined;
      while (isSpace(text[at]) && !isSpace(formula[i + 1])) at++;
      if (isSpace(formula[i + 1])) at++;
      continue;
    }
    if (i === 0) while (isSpace(text[at])) at++;
    if (text[at] !== c) return undefined;
    offsets.push(at);
    at++;
  }
  offsets.push(at);
  return offsets;
}
