// Widths of text in the faces that Word will use, and scenes as pictures.
import { Resvg } from "@resvg/resvg-js";
import type { Scene, Shape } from "../../exhibit/scene.ts";
import { toSvg } from "../../exhibit/svg.ts";
import { openTrueType, type TrueType } from "./truetype.ts";

/** Files of the faces; Arimo has the widths of Arial, `symbols` stands in for missing characters. */
export interface FaceFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly symbols: Uint8Array;
}

export interface Faces {
  /** Width in points. */
  readonly measure: (text: string, size: number, bold: boolean) => number;
  /** PNG of a scene, its words drawn as outlines so that no installed face matters. */
  readonly rasterise: (scene: Scene) => Uint8Array;
}

/** Points round a drawing, or what draws it would cut the strokes on its edge. */
export const bleed = 1;

/** Pixels a point: 144 to the inch; only what cannot show SVG shows them. */
const density = 2;

/** Opens the faces; each is parsed when it is first needed. */
export function openFaces(files: FaceFiles): Faces {
  const lazy = (bytes: Uint8Array): (() => TrueType) => {
    let face: TrueType | undefined;
    return () => {
      face ??= openTrueType(bytes);
      return face;
    };
  };
  const faces = { regular: lazy(files.regular), bold: lazy(files.bold), symbols: lazy(files.symbols) };
  const faceOf = (codePoint: number, bold: boolean): TrueType => {
    const face = bold ? faces.bold() : faces.regular();
    return face.advance(codePoint) === undefined ? faces.symbols() : face;
  };
  const advance = (codePoint: number, bold: boolean): number => faceOf(codePoint, bold).advance(codePoint) ?? 0.6;
  // The same words come again and again: in cells, and in each pass of the page estimate.
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const measure = (text: string, size: number, bold: boolean): number => {
    const widths = bold ? known.bold : known.regular;
    let width = widths.get(text);
    if (width === undefined) {
      width = 0;
      for (const character of text) width += advance(character.codePointAt(0) ?? 0, bold);
      widths.set(text, width);
    }
    return width * size;
  };
  const outlined = (shape: Shape): Shape => {
    if (shape.type !== "words") return shape;
    const width = measure(shape.value, shape.size, shape.bold);
    let x = shape.x - (shape.anchor === "start" ? 0 : shape.anchor === "middle" ? width / 2 : width);
    let d = "";
    for (const character of shape.value) {
      const codePoint = character.codePointAt(0) ?? 0;
      d += faceOf(codePoint, shape.bold).outline(codePoint, x, shape.y, shape.size);
      x += advance(codePoint, shape.bold) * shape.size;
    }
    return { type: "path", d, fill: shape.fill };
  };
  return {
    measure,
    rasterise: (scene) => rasteriseSvg(toSvg({ ...scene, shapes: scene.shapes.map(outlined) }, "none", bleed)),
  };
}

/** PNG of an SVG file. */
export function rasteriseSvg(svg: string): Uint8Array {
  const image = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: "zoom", value: density } });
  return image.render().asPng();
}
