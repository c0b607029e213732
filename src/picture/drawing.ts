// An SVG file read once: sound and safe, or what is wrong with it.

import { plainName, unsafe } from "./svg/safe.ts";
import { type Size, sizeOf } from "./svg/size.ts";
import { type Rules, rulesOf } from "./svg/style.ts";
import { type Element, type Fault, readXml } from "./svg/xml.ts";

export interface Drawing {
  readonly root: Element;
  readonly rules: Rules;
  readonly size: Size;
}

const mostBytes = 1024 * 1024;

const known = new WeakMap<Uint8Array, Drawing | readonly Fault[]>();

/** The drawing, or everything that is wrong with it, with offsets in its text. */
export function readDrawing(bytes: Uint8Array): Drawing | readonly Fault[] {
  const found = known.get(bytes) ?? read(bytes);
  known.set(bytes, found);
  return found;
}

export function isFaulty(drawing: Drawing | readonly Fault[]): drawing is readonly Fault[] {
  return Array.isArray(drawing);
}

function read(bytes: Uint8Array): Drawing | readonly Fault[] {
  const at = { start: 0, end: 1, isUnsafe: false };
  if (bytes.length > mostBytes) return [{ ...at, reason: "it is larger than 1 MB" }];
  const root = readXml(new TextDecoder("utf-8").decode(bytes));
  if (!("children" in root)) return [root];
  const place = { start: root.start, end: root.end, isUnsafe: false };
  if (plainName(root.name) !== "svg") return [{ ...place, reason: `it is no drawing: its root is <${root.name}>` }];
  const faults = unsafe(root);
  if (faults.length > 0) return faults;
  const size = sizeOf(root);
  return size
    ? { root, rules: rulesOf(root), size }
    : [{ ...place, reason: "its width, height or viewBox gives no size that paper can have" }];
}
