// A zip package as its parts, written in one fixed form: order, dates and compression are the same everywhere.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** Parts of a package by their paths. */
export type Parts = Map<string, Uint8Array>;

/** The parts of a package. */
export function readParts(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** A package of these parts. */
export function writeParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  // fflate writes local time, so a local date gives the same bytes in every zone.
  for (const path of [...parts.keys()].sort(byPlace)) {
    const content = parts.get(path);
    if (content) files[path] = [content, { mtime: new Date(1980, 0, 1), os: 0, level: 6 }];
  }
  return zipSync(files);
}

/** The part as text; undefined when there is none. */
export function textOf(parts: Parts, path: string): string | undefined {
  const content = parts.get(path);
  return content ? strFromU8(content) : undefined;
}

/** Changes the text of a part, where there is one. */
export function change(parts: Parts, path: string, by: (xml: string) => string): void {
  const before = textOf(parts, path);
  if (before === undefined) return;
  const after = by(before);
  if (after !== before) parts.set(path, strToU8(after));
}

/** The content types come first, then the package's relationships, as readers expect. */
function byPlace(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2);
  return rank(a) - rank(b) || byBytes(a, b);
}

/** Order of paths that no language of a machine changes. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
