// The exact place of words that stand somewhere inside a longer text.
import { type Source, type Span, spanText } from "../source.ts";
import { type Line, typedAt } from "./lines.ts";

type Files = ReadonlyMap<string, Source>;

/** Letters on each side of a place by which it is found again in a data file. */
const around = 24;

/**
 * Place of a stretch of a line in the author's file; undefined where nobody typed it. A text of data that came without its
 * own place, such as a note, is looked for in the files of the programme.
 */
export function placeOf(files: Files, line: Line, start: number, end: number): Span | undefined {
  const typed = typedAt(line, start, end);
  const origin = typed?.node.origin;
  const source = origin && files.get(origin.file);
  if (!typed || !origin || !source) return undefined;
  const pattern = patternOf(line.text.slice(start, end));
  // The same words may stand there before: as many are passed over as the printed text has.
  const nth = [...typed.before.matchAll(pattern)].length;
  const found = [...spanText(source, origin).matchAll(pattern)][nth];
  if (found) {
    const at = origin.start + found.index;
    return { file: origin.file, start: at, end: at + found[0].length };
  }
  return inData(files, line, typed.piece, start, end);
}

function inData(
  files: Files,
  line: Line,
  piece: { readonly start: number; readonly end: number },
  start: number,
  end: number,
): Span | undefined {
  const from = Math.max(piece.start, start - around);
  const to = Math.min(piece.end, end + around);
  if (to - from < end - start + 8) return undefined;
  const [before, words, after] = [
    line.text.slice(from, start),
    line.text.slice(start, end),
    line.text.slice(end, to),
  ].map((text) => patternOf(text).source);
  const pattern = new RegExp(`(${before})(${words})${after}`, "u");
  for (const [file, source] of files) {
    if (!file.startsWith("content/") || !file.includes("/data/")) continue;
    const found = pattern.exec(source.text);
    if (!found) continue;
    const at = found.index + (found[1] ?? "").length;
    return { file, start: at, end: at + (found[2] ?? "").length };
  }
  return undefined;
}

function patternOf(words: string): RegExp {
  return new RegExp([...words].map(written).join(""), "gu");
}

// What typography made of a sign.
function written(character: string): string {
  if (/\s/u.test(character)) return String.raw`\s+`;
  if (character === "−") return "[−-]";
  if (character === "–" || character === "—") return "(?:[–—]|---?)";
  if (character === "’" || character === "‘") return "['‘’]{1,2}";
  if (character === "“" || character === "”") return `["“”]`;
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
}
