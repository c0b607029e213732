// The drawings of a document made ready for its outputs: as scenes, or as pixels with a safe copy of the file.
import type { AssetFact, Assets, Document } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import type { Lettering, Scene } from "../exhibit/scene.ts";
import { isFaulty, readDrawing } from "./drawing.ts";
import { sceneOf } from "./svg/scene.ts";
import { writeSvg } from "./svg/write.ts";

export interface Prepared {
  /** Bytes that every output can hold: PNG in the place of a drawing that is painted as pixels. */
  readonly assets: Assets;
  /** Drawings to be painted as shapes. */
  readonly scenes: ReadonlyMap<string, Scene>;
  /** The safe text of drawings that are painted as pixels, for outputs that show SVG. */
  readonly safe: ReadonlyMap<string, string>;
}

/** Fine enough for print: 300 pixels an inch. */
const density = 300 / 72;
/** An SVG unit is 1/96 inch. */
const unit = 0.75;
const mostPixels = 25_000_000;

/** Prepares every SVG that the document places; `width` is that of its widest text area, in points. */
export async function prepare(
  document: Pick<Document, "assets" | "sections">,
  assets: Assets,
  letters: Lettering,
  width: number,
  family: string,
): Promise<Prepared> {
  const scenes = new Map<string, Scene>();
  const safe = new Map<string, string>();
  const bytes = new Map(assets);
  const shares = sharesOf(document);
  for (const [id, fact] of Object.entries(document.assets)) {
    const file = assets.get(id);
    const drawing = fact.type === "svg" && file ? readDrawing(file) : undefined;
    if (!drawing || isFaulty(drawing)) continue;
    const { root, rules, size } = drawing;
    const scene = sceneOf(root, rules, size, letters);
    if (!("what" in scene)) {
      scenes.set(id, scene);
      continue;
    }
    const { rasterise } = await import("./raster.ts");
    safe.set(id, writeSvg(root, rules, size, letters, family));
    bytes.set(id, rasterise(writeSvg(root, rules, size, letters), zoomOf(fact, width * (shares.get(id) ?? 0.4))));
  }
  return { assets: bytes, scenes, safe };
}

/** The widest share of the text width at which each picture is placed; logos have none. */
function sharesOf(document: Pick<Document, "sections">): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const section of document.sections)
    visitBlocks(section.blocks, {
      block: (block) => {
        if (block.type === "picture") shares.set(block.asset, Math.max(shares.get(block.asset) ?? 0, block.width));
      },
    });
  return shares;
}

/** Pixels a unit, so that the drawing has its density at the width at which it is printed. */
function zoomOf({ width, height }: AssetFact, printed: number): number {
  const wanted = (printed / width) * density;
  return unit * Math.min(wanted, Math.sqrt(mostPixels / (width * height)));
}
