// Widths and glyphs of the embedded faces. No shaping: a run is the sum of its advances, so kerning never moves a digit.
import { create, type Font } from "fontkit";
import type { Measure } from "../exhibit/scene.ts";

export type FaceName = "regular" | "bold" | "italic" | "boldItalic" | "symbols";

/** One font file, opened once; `font` is handed to the painter as it is. */
export interface Face {
  readonly name: FaceName;
  readonly font: Font;
  /** Share of the type size above and below the baseline. */
  readonly ascent: number;
  readonly descent: number;
  /** The code point whose sign is printed for one: a face without a hyphen of its own kind prints the common one. */
  readonly printed: (codePoint: number) => number;
  /** Glyph of a code point, -1 when the face lacks it. */
  readonly glyph: (codePoint: number) => number;
  /** Width of a code point as a share of the type size, -1 when the face lacks it. */
  readonly advance: (codePoint: number) => number;
}

export type Faces = Readonly<Record<FaceName, Face>>;

const planeSize = 0x10000;
/** Signs that look like another: hyphen and no-break hyphen. */
const standIns: ReadonlyMap<number, number> = new Map([
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);

function open(name: FaceName, bytes: Uint8Array): Face {
  const font = create(bytes);
  leaveOutNames(font, bytes);
  // 0 is not looked up yet, -1 missing; glyph ids are kept one higher.
  const glyphs = new Int32Array(planeSize);
  const advances = new Float64Array(planeSize);
  const rare = new Map<number, { readonly glyph: number; readonly advance: number }>();

  function printed(codePoint: number): number {
    // Carlito's own no-break blank is empty in a way that fontkit cannot read; it looks like the other one.
    if (codePoint === 0xa0) return 0x20;
    const standIn = standIns.get(codePoint);
    return standIn === undefined || font.hasGlyphForCodePoint(codePoint) ? codePoint : standIn;
  }
  function find(wanted: number): { readonly glyph: number; readonly advance: number } {
    const codePoint = printed(wanted);
    if (!font.hasGlyphForCodePoint(codePoint)) return { glyph: -1, advance: -1 };
    const glyph = font.glyphForCodePoint(codePoint);
    return { glyph: glyph.id, advance: glyph.advanceWidth / font.unitsPerEm };
  }
  function learn(codePoint: number): void {
    const found = find(codePoint);
    glyphs[codePoint] = found.glyph < 0 ? -1 : found.glyph + 1;
    advances[codePoint] = found.advance;
  }
  function beyond(codePoint: number): { readonly glyph: number; readonly advance: number } {
    const known = rare.get(codePoint);
    if (known) return known;
    const found = find(codePoint);
    rare.set(codePoint, found);
    return found;
  }
  return {
    name,
    font,
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    printed,
    glyph(codePoint) {
      if (codePoint >= planeSize) return beyond(codePoint).glyph;
      if (glyphs[codePoint] === 0) learn(codePoint);
      const glyph = glyphs[codePoint] ?? -1;
      return glyph < 0 ? -1 : glyph - 1;
    },
    advance(codePoint) {
      if (codePoint >= planeSize) return beyond(codePoint).advance;
      if (glyphs[codePoint] === 0) learn(codePoint);
      return advances[codePoint] ?? -1;
    },
  };
}

/** The names of thousands of glyphs are never asked for, but reading the table that holds them takes as long as all else. */
function leaveOutNames(font: Font, bytes: Uint8Array): void {
  const table = font.directory.tables["post"];
  if (!table || table.length < 32) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset + table.offset, 32);
  font._tables["post"] = {
    version: 3,
    italicAngle: view.getInt32(4) / 0x10000,
    underlinePosition: view.getInt16(8),
    underlineThickness: view.getInt16(10),
    isFixedPitch: view.getUint32(12),
  };
}

// Opening and learning a font is dear; a process opens each file once.
const known = new WeakMap<Uint8Array, Face>();

function openOnce(name: FaceName, bytes: Uint8Array): Face {
  const found = known.get(bytes);
  if (found && found.name === name) return found;
  const made = open(name, bytes);
  known.set(bytes, made);
  return made;
}

/** Opens the font files; the same bytes are opened once a process and serve every document. */
export function openFaces(bytes: Readonly<Record<FaceName, Uint8Array>>): Faces {
  return {
    regular: openOnce("regular", bytes.regular),
    bold: openOnce("bold", bytes.bold),
    italic: openOnce("italic", bytes.italic),
    boldItalic: openOnce("boldItalic", bytes.boldItalic),
    symbols: openOnce("symbols", bytes.symbols),
  };
}

/** Stands for a character that no face has. */
export const replacement = 0xfffd;

/** The face that prints a code point: the wanted one, else the symbols, else none. */
export function faceFor(faces: Faces, wanted: Face, codePoint: number): Face | undefined {
  if (wanted.advance(codePoint) >= 0) return wanted;
  return faces.symbols.advance(codePoint) >= 0 ? faces.symbols : undefined;
}

export interface Stretch {
  readonly face: FaceName;
  readonly text: string;
  /** Share of the type size. */
  readonly width: number;
}

/** Cuts text into stretches of one face each; characters that no face has become U+FFFD. */
export function stretches(faces: Faces, wanted: FaceName, text: string): Stretch[] {
  const result: Stretch[] = [];
  let face: Face = faces[wanted];
  let start = "";
  let width = 0;
  for (const character of text) {
    let printed = character;
    let codePoint = character.codePointAt(0) ?? 0;
    let found = faceFor(faces, faces[wanted], codePoint);
    if (!found) {
      codePoint = replacement;
      printed = "\ufffd";
      found = faceFor(faces, faces[wanted], codePoint) ?? faces.symbols;
    }
    if (found !== face && start !== "") {
      result.push({ face: face.name, text: start, width });
      start = "";
      width = 0;
    }
    face = found;
    start += printed;
    width += Math.max(0, found.advance(codePoint));
  }
  if (start !== "") result.push({ face: face.name, text: start, width });
  return result;
}

/** Width of a run at a size, in the face and its fallback. */
export function widthOf(faces: Faces, wanted: FaceName, text: string, size: number): number {
  const face = faces[wanted];
  let width = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const advance = face.advance(codePoint);
    width += advance >= 0 ? advance : Math.max(0, faces.symbols.advance(codePoint));
  }
  return width * size;
}

/** The measure that drawings are made with. */
export function measureWith(faces: Faces): Measure {
  return (text, size, bold) => widthOf(faces, bold ? "bold" : "regular", text, size);
}

/** Characters that print nothing and break look-ups in shared glyphs (a soft hyphen takes real hyphens with it). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const invisible = /[\u00ad\u200b\ufeff\u2060\u0000-\u0008\u000e-\u001f\u007f]/g;

/** Text as it is measured and printed: composed, without invisible characters, every white space but no-break a blank. */
export function printable(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ");
}
