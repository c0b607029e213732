// The only importer of the rasteriser.
import { Resvg } from "@resvg/resvg-js";

/** PNG of an SVG text whose words are outlines; `zoom` is in pixels a unit of its size. */
export function rasterise(svg: string, zoom: number): Uint8Array {
  const image = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: "zoom", value: zoom } });
  return image.render().asPng();
}
