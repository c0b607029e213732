// Size and margins of the pages of a Word file.
import type { HousePage, Xml } from "./base.ts";
import { child } from "./xml.ts";

/** Measures of the last section, which is the file's own; turned upright. Undefined where one is lacking. */
export function readPage(document: Xml): HousePage | undefined {
  const section = child(child(document, "w:body"), "w:sectPr");
  const size = child(section, "w:pgSz")?.attributes;
  const margins = child(section, "w:pgMar")?.attributes;
  const [across, down] = [points(size?.["w:w"]), points(size?.["w:h"])];
  const [left, right] = [points(margins?.["w:left"]), points(margins?.["w:right"])];
  const [top, bottom] = [points(margins?.["w:top"]), points(margins?.["w:bottom"])];
  const [header, footer] = [points(margins?.["w:header"]) ?? 35.4, points(margins?.["w:footer"]) ?? 35.4];
  if (!across || !down || left === undefined || right === undefined || top === undefined || bottom === undefined) {
    return undefined;
  }
  const gutter = points(margins?.["w:gutter"]) ?? 0;
  const turned = across > down;
  return {
    width: Math.min(across, down),
    height: Math.max(across, down),
    // A page that is turned to the left has its upper edge on the right.
    margin: turned
      ? { left: top + gutter, right: bottom, top: right, bottom: left }
      : { left: left + gutter, right, top: Math.abs(top), bottom: Math.abs(bottom) },
    header,
    footer,
  };
}

/** Twentieths of a point, or a measure with its unit as strict files have it. */
function points(written: string | undefined): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(pt|mm|cm|in)?$/.exec(written ?? "");
  if (!match) return undefined;
  // Divided, so that a twentieth stays the number that it is.
  const parts = { pt: 1, mm: 25.4 / 72, cm: 2.54 / 72, in: 1 / 72 }[match[2] ?? ""] ?? 20;
  return Number(match[1]) / parts;
}
