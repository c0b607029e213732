// What the faces tell drawings: widths of words, and their outlines as paths.
import type { Lettering } from "../exhibit/scene.ts";
import { type Faces, faceFor, measureWith } from "./metrics.ts";

const letters = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

/** Two decimals of a point are finer than any printer. */
function short(n: number): string {
  return String(Math.round(n * 100) / 100);
}

/** Widths and outlines of the regular and bold faces, with the symbols face behind them. */
export function lettering(faces: Faces): Lettering {
  const width = measureWith(faces);
  // The same words come again and again: in cells, and in each pass of an estimate.
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return {
    measure(text, size, bold) {
      const widths = bold ? known.bold : known.regular;
      const found = widths.get(text) ?? width(text, 1, bold);
      widths.set(text, found);
      return found * size;
    },
    outline(text, x, y, size, bold) {
      let at = x;
      let d = "";
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        const face = faceFor(faces, bold ? faces.bold : faces.regular, codePoint);
        if (!face) continue;
        const scale = size / face.font.unitsPerEm;
        for (const { command, args } of face.font.glyphForCodePoint(face.printed(codePoint)).path.commands) {
          const points = args.map((n, i) => short(i % 2 === 0 ? at + n * scale : y - n * scale));
          d += letters[command] + points.join(" ");
        }
        at += face.advance(codePoint) * size;
      }
      return d;
    },
  };
}
