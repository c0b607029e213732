// Widths of text in the faces that Word will use, and scenes as pictures.
import type { Lettering, Measure, Scene, Shape } from "../../exhibit/scene.ts";
import { toSvg } from "../../exhibit/svg.ts";
import { rasterise } from "../../picture/raster.ts";

export interface Faces {
  /** Width in points; Arimo has the widths of Arial. */
  readonly measure: Measure;
  /** PNG of a scene, its words drawn as outlines so that no installed face matters. */
  readonly rasterise: (scene: Scene, bleed: number) => Uint8Array;
}

/** Points round a drawing, or what draws it would cut the strokes on its edge. */
export const bleed = 0.75;

/** Pixels a point: fine enough for paper. */
const density = 2;

/** The faces as the renderer uses them; `stretch` is how many times wider those are that Word will set. */
export function facesOf({ measure, outline }: Lettering, stretch = 1): Faces {
  const outlined = (shape: Shape): Shape => {
    if (shape.type !== "words") return shape;
    const width = shape.anchor === "start" ? 0 : measure(shape.value, shape.size, shape.bold);
    const x = shape.x - (shape.anchor === "middle" ? width / 2 : width);
    return { type: "path", d: outline(shape.value, x, shape.y, shape.size, shape.bold), fill: shape.fill };
  };
  return {
    measure: stretch === 1 ? measure : (text, size, bold) => measure(text, size, bold) * stretch,
    rasterise: (scene, round) =>
      rasterise(toSvg({ ...scene, shapes: scene.shapes.map(outlined) }, "none", round), density),
  };
}
