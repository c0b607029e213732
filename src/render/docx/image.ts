// Pictures in the line of text, with their text alternative.
import { ImageRun } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { Scene } from "../../exhibit/scene.ts";
import { toSvg } from "../../exhibit/svg.ts";
import type { Book } from "./book.ts";
import { bleed } from "./faces.ts";
import { printable } from "./inlines.ts";
import { pixels } from "./units.ts";

/** A picture of the case, scaled to a width and no higher than allowed; undefined when its bytes are not at hand. */
export function image(asset: string, alt: string, width: number, highest: number, book: Book): ImageRun | undefined {
  const fact = book.document.assets[asset];
  const data = book.assets.get(asset);
  if (!fact || !data) return undefined;
  const scale = Math.min(width / fact.width, highest / fact.height);
  const transformation = size(fact.width * scale, fact.height * scale);
  const altText = alternative("Picture", alt);
  switch (fact.type) {
    case "png":
      return new ImageRun({ type: "png", data, transformation, altText });
    case "jpeg":
      return new ImageRun({ type: "jpg", data, transformation, altText });
    case "svg": {
      const scene = book.pictures.scenes.get(asset);
      const text = scene ? toSvg(scene, familyOf(book.theme.face)) : book.pictures.safe.get(asset);
      if (text === undefined) return undefined;
      const fallback = scene ? book.faces.rasterise(scene, 0) : data;
      return new ImageRun({
        type: "svg",
        data: new TextEncoder().encode(text),
        fallback: { type: "png", data: fallback },
        transformation,
        altText,
      });
    }
  }
}

/** Faces of a drawing's words: Word's, its free twin, and any of the sort. */
function familyOf({ text, word }: Theme["face"]): string {
  const sort = text === "tinos" ? "serif" : "sans-serif";
  return `${word}, ${text[0]?.toUpperCase()}${text.slice(1)}, ${sort}`;
}

/** A drawing: SVG for Word, and the same as PNG for what cannot show SVG. */
export function drawing(scene: Scene, alt: string, width: number, highest: number, book: Book): ImageRun {
  const fit = fitted(scene, width, highest, bleed);
  return new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(toSvg(scene, familyOf(book.theme.face), bleed)),
    fallback: { type: "png", data: book.faces.rasterise(scene, bleed) },
    transformation: size(fit.width, fit.height),
    altText: alternative("Drawing", alt),
  });
}

/** Size of a drawing on the page in points, free space round it taken in: its own, or less where there is less room. */
export function fitted(
  scene: Scene,
  width: number,
  highest: number,
  around: number,
): { readonly width: number; readonly height: number; readonly scale: number } {
  const [wide, high] = [scene.width + 2 * around, scene.height + 2 * around];
  const scale = Math.min(1, width / wide, highest / high);
  return { width: wide * scale, height: high * scale, scale };
}

function size(width: number, height: number): { readonly width: number; readonly height: number } {
  return { width: pixels(width), height: pixels(height) };
}

/** What says the same in words; Word lists it under the name. */
export function alternative(name: string, alt: string): { readonly name: string; readonly description: string } {
  return { name, description: printable(alt) };
}
