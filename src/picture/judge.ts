// What a document may place: a picture's kind and size, or what is wrong with it.
import type { AssetFact } from "../document/document.ts";
import type { Lettering } from "../exhibit/scene.ts";
import { isFaulty, readDrawing } from "./drawing.ts";
import { readPixels } from "./pixels.ts";
import { sceneOf } from "./svg/scene.ts";
import type { Fault, Place } from "./svg/xml.ts";

export interface Judged {
  readonly fact: AssetFact | undefined;
  readonly reason?: string;
  readonly help?: string;
  /** Of an SVG file. */
  readonly faults: readonly Fault[];
  /** What of an SVG cannot be painted as shapes. */
  readonly obstacle?: Place & { readonly what: string };
}

// Which shapes a drawing has does not depend on how wide its words are.
const anyLetters: Lettering = { measure: (text, size) => text.length * size * 0.5, outline: () => "" };

const known = new WeakMap<Uint8Array, Judged>();

/** Judges the bytes of a picture; `name` tells an SVG file, which has no signature. */
export function judge(bytes: Uint8Array, name: string): Judged {
  const found = known.get(bytes) ?? (isSvg(name) ? drawingOf(bytes) : pixelsOf(bytes));
  known.set(bytes, found);
  return found;
}

export function isSvg(name: string): boolean {
  return /\.svg$/i.test(name);
}

/** Pixels count as 1/96 inch. */
function pixelsOf(bytes: Uint8Array): Judged {
  const read = readPixels(bytes);
  if ("reason" in read) return { fact: undefined, faults: [], ...read };
  return { fact: { type: read.type, width: read.width * 0.75, height: read.height * 0.75 }, faults: [] };
}

function drawingOf(bytes: Uint8Array): Judged {
  const drawing = readDrawing(bytes);
  if (isFaulty(drawing)) return { fact: undefined, faults: drawing };
  const { root, rules, size } = drawing;
  const scene = sceneOf(root, rules, size, anyLetters);
  const short = (n: number) => Math.round(n * 1000) / 1000;
  return {
    fact: { type: "svg", width: short(size.width), height: short(size.height) },
    faults: [],
    ...("what" in scene ? { obstacle: { what: scene.what, start: scene.at.start, end: scene.at.end } } : {}),
  };
}
