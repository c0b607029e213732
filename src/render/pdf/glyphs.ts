// Words as glyph numbers of the embedded subsets, without shaping: one look-up a character.
import type PDFDocument from "pdfkit";
import type { EmbeddedFont } from "pdfkit";
import type { Face, FaceName, Faces } from "../../layout/metrics.ts";

export interface Pen {
  /** Name of the font in a page's resources; enters it there. */
  readonly resource: (face: FaceName) => string;
  /** A run as the hexadecimal string of a Tj. */
  readonly encoded: (face: FaceName, text: string) => string;
}

interface Opened {
  readonly face: Face;
  readonly font: EmbeddedFont;
  readonly codes: Map<number, string>;
}

/** What a code point is read back as: a no-break space or hyphen shares its glyph with the common one. */
function readAs(codePoint: number): number {
  if (codePoint === 0xa0 || codePoint === 0x202f || codePoint === 0x2009) return 0x20;
  if (codePoint === 0x2010 || codePoint === 0x2011) return 0x2d;
  return codePoint;
}

/** A pen for a file; a face is embedded when it is first used. */
export function openPen(paper: PDFDocument, faces: Faces): Pen {
  const opened = new Map<FaceName, Opened>();
  function face(name: FaceName): Opened {
    const known = opened.get(name);
    if (known) return known;
    paper.registerFont(name, faces[name].font);
    paper.font(name);
    const made = { face: faces[name], font: paper._font, codes: new Map<number, string>() };
    opened.set(name, made);
    return made;
  }
  function code({ face, font, codes }: Opened, codePoint: number): string {
    const known = codes.get(codePoint);
    if (known !== undefined) return known;
    const glyph = Math.max(0, face.glyph(codePoint));
    const id = font.subset.includeGlyph(glyph);
    font.widths[id] ??= Math.max(0, face.advance(codePoint)) * 1000;
    // Signs that share a glyph read back as the lowest code point, whichever came first.
    const read = readAs(codePoint);
    const before = font.unicode[id]?.[0];
    font.unicode[id] = [before === undefined ? read : Math.min(before, read)];
    const hex = id.toString(16).padStart(4, "0");
    codes.set(codePoint, hex);
    return hex;
  }
  return {
    resource(name) {
      const { font } = face(name);
      paper.page.fonts[font.id] ??= font.ref();
      return font.id;
    },
    encoded(name, text) {
      const own = face(name);
      let hex = "";
      for (const character of text) hex += code(own, character.codePointAt(0) ?? 0);
      return hex;
    },
  };
}
