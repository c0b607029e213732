// Bytes to text. Strict: a wrong byte is an author's problem with a place, never a silent replacement.
import { isUtf8 } from "node:buffer";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import type { Source } from "../source.ts";

const lossy = new TextDecoder("utf-8", { ignoreBOM: false });

/** Reads UTF-8; a byte order mark is taken off, line ends stay as they are. Wrong bytes are reported at the first one. */
export function decode(file: string, bytes: Uint8Array): Result<Source> {
  const text = lossy.decode(bytes);
  const source: Source = { file, text };
  if (isUtf8(bytes)) return ok(source);
  return ok(source, [notUtf8(file, bytes)]);
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const wrong = wrongLines(bytes);
  const at = firstWrongByte(bytes, wrong[0] ?? 0);
  // The text before the first wrong byte is sound, so its length is the offset; TextDecoder takes a byte order mark off.
  const start = lossy.decode(bytes.subarray(0, at)).length;
  const hex = `byte ${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
  return report(
    "source/not-utf8",
    { file, start, end: start + 1 },
    { byte: hex, lines: Math.max(1, wrong.length), looks: guess(bytes) },
  );
}

/** Offsets of the lines that are not UTF-8. */
function wrongLines(bytes: Uint8Array): readonly number[] {
  const found: number[] = [];
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) found.push(start);
    start = end;
  }
  return found;
}

function firstWrongByte(bytes: Uint8Array, lineStart: number): number {
  let at = lineStart;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, Math.min(bytes.length, at + length)))) return at;
    at += length;
  }
  return Math.min(lineStart, bytes.length);
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return 4;
}

function guess(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return "UTF-16";
  return bytes.includes(0) ? undefined : "Windows-1252 or Latin-1";
}
