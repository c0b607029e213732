// The theme of the file: Word's twelve colours and two faces, so that changing one in Word changes all that uses it.
import type { IRunStylePropertiesOptions, IThemeOptions, ThemeColor } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { hex } from "./units.ts";

/** Colours that a theme names. */
export type ColourName = Exclude<keyof Theme["colours"], "ratings" | "series">;

/** Colours with a place of their own in Word's theme. */
const slots = {
  accent: "accent1",
  text: "dark1",
  quiet: "dark2",
  tint: "light2",
  link: "hyperlink",
} as const satisfies Partial<Record<ColourName, ThemeColor["theme"]>>;

/** Slots that another colour may share when it is the same; a link's colour is for links alone. */
const shared = ["accent", "text", "quiet", "tint"] as const;

/** A colour as the slot of Word's theme that holds it, or as hex digits where none does. */
export function colour(theme: Theme, name: ColourName): ThemeColor | string {
  if (isSlotted(name)) return { theme: slots[name] };
  const value = theme.colours[name];
  const same = shared.find((slot) => theme.colours[slot].toLowerCase() === value.toLowerCase());
  return same ? { theme: slots[same] } : hex(value);
}

/** The same for elements written by hand: `w:color` and `w:themeColor`, or `w:fill` and `w:themeFill`. */
export function colourAttributes(
  theme: Theme,
  name: ColourName,
  as: "color" | "fill" | "val" = "color",
): Readonly<Record<string, string>> {
  const found = colour(theme, name);
  const slot = as === "fill" ? "w:themeFill" : "w:themeColor";
  return { [`w:${as}`]: hex(theme.colours[name]), ...(typeof found === "string" ? {} : { [slot]: found.theme }) };
}

/** Face of body text. */
export const bodyFont = { theme: "body" } as const satisfies IRunStylePropertiesOptions["font"];

/** Face of headings. */
export const headingFont = { theme: "headings" } as const satisfies IRunStylePropertiesOptions["font"];

/** Word's theme part. */
export function documentTheme({ name, face, colours }: Theme): IThemeOptions {
  const [, ...series] = colours.series;
  // Signs that Word counts among other scripts stay in the same face.
  const everyScript = { latin: face.word, eastAsia: face.word, complexScript: face.word };
  const accents = ["accent2", "accent3", "accent4", "accent5", "accent6"] as const;
  return {
    name,
    fonts: { headings: everyScript, body: everyScript },
    colors: {
      dark1: hex(colours.text),
      light1: "FFFFFF",
      dark2: hex(colours.quiet),
      light2: hex(colours.tint),
      accent1: hex(colours.accent),
      ...Object.fromEntries(accents.flatMap((slot, i) => (series[i] ? [[slot, hex(series[i])]] : []))),
      hyperlink: hex(colours.link),
      followedHyperlink: hex(colours.link),
    },
  };
}

function isSlotted(name: ColourName): name is keyof typeof slots {
  return name in slots;
}
