// Widths of text in the faces that Word will use, and scenes as pictures.
import { Resvg } from "@resvg/resvg-js";
import type { Lettering, Measure, Scene, Shape } from "../../exhibit/scene.ts";
import { toSvg } from "../../exhibit/svg.ts";

export interface Faces {
  /** Width in points; Arimo has the widths of Arial. */
  readonly measure: Measure;
  /** PNG of a scene, its words drawn as outlines so that no installed face matters. */
  readonly rasterise: (scene: Scene) => Uint8Array;
}

/** Points round a drawing, or what draws it would cut the strokes on its edge. */
export const bleed = 0.75;

/** Pixels a point: fine enough for paper. */
const density = 2;

/** The faces as the renderer uses them. */
export function facesOf({ measure, outline }: Lettering): Faces {
  const outlined = (shape: Shape): Shape => {
    if (shape.type !== "words") return shape;
    const width = shape.anchor === "start" ? 0 : measure(shape.value, shape.size, shape.bold);
    const x = shape.x - (shape.anchor === "middle" ? width / 2 : width);
    return { type: "path", d: outline(shape.value, x, shape.y, shape.size, shape.bold), fill: shape.fill };
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
