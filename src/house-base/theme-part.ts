// Colours and faces of a Word theme.
import { type HouseColours, type Slot, slots, type Xml } from "./base.ts";
import { below, child } from "./xml.ts";

/** Undefined when the theme lacks one of its colours or faces. */
export function readTheme(part: Xml | undefined): HouseColours | undefined {
  const scheme = below(part, "a:themeElements", "a:clrScheme");
  const fonts = below(part, "a:themeElements", "a:fontScheme");
  const major = below(fonts, "a:majorFont", "a:latin")?.attributes["typeface"];
  const minor = below(fonts, "a:minorFont", "a:latin")?.attributes["typeface"];
  const colours: Partial<Record<Slot, string>> = {};
  for (const slot of slots) {
    const colour = colourOf(child(scheme, `a:${slot}`));
    if (colour === undefined) return undefined;
    colours[slot] = colour;
  }
  if (!major || !minor || !isWhole(colours)) return undefined;
  return { name: part?.attributes["name"] ?? "House", colours, major, minor };
}

function isWhole(colours: Partial<Record<Slot, string>>): colours is Record<Slot, string> {
  return slots.every((slot) => colours[slot] !== undefined);
}

/** A plain colour, or the last one that the system showed. */
function colourOf(element: Xml | undefined): string | undefined {
  const plain = child(element, "a:srgbClr")?.attributes["val"];
  const colour = plain ?? child(element, "a:sysClr")?.attributes["lastClr"];
  return colour !== undefined && /^[0-9a-f]{6}$/i.test(colour) ? `#${colour.toLowerCase()}` : undefined;
}
