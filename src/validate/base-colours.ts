// Colours of a house's Word file in the places of the theme's own, as far as words and marks in them can be seen.
import type { Theme } from "../../schemas/house.ts";
import type { HouseColours, Slot } from "../house-base/base.ts";
import type { Look } from "../house-base/look.ts";
import { contrast, leastContrast, printedPairs } from "./contrast.ts";

/** Least contrast of marks that carry meaning, by WCAG 2.2 success criterion 1.4.11. */
const leastOfMarks = 3;
const paper = "#ffffff";

type Colours = Theme["colours"];
type Ink = "text" | "quiet" | "accent" | "accentText" | "link";

export interface Coloured {
  readonly colours: Colours;
  /** Places of the file's theme that are not taken. */
  readonly pale: readonly Slot[];
}

/** The theme's colours with the house's. */
export function houseColours(theme: Theme, house: HouseColours): Coloured {
  const own = theme.colours;
  const pale = new Set<Slot>();
  const taken = (slot: Slot, instead: string, least: number): string => {
    if (contrast(house.colours[slot], paper) >= least) return house.colours[slot];
    pale.add(slot);
    return instead;
  };
  const accent = taken("accent1", own.accent, leastContrast);
  const inks: Record<Ink, string> = {
    text: taken("dk1", own.text, leastContrast),
    quiet: taken("dk2", own.quiet, leastContrast),
    accent,
    accentText: accent,
    link: taken("hlink", own.link, leastContrast),
  };
  // Paper is white in print, whatever the file calls its light colour.
  if (house.colours.lt1 !== paper) pale.add("lt1");
  if (contrast(house.colours.folHlink, paper) < leastContrast) pale.add("folHlink");
  const others: readonly Slot[] = ["accent2", "accent3", "accent4", "accent5", "accent6"];
  const series = [accent, ...others.map((slot, i) => taken(slot, own.series[i + 1] ?? accent, leastOfMarks))];
  const all = { ...own, ...inks, series };

  const tint = [0, 0.5, 0.75, 0.9]
    .map((share) => lighter(house.colours.lt2, share))
    .find((ground) => readable(theme, { ...all, tint: ground, groupTint: lighter(ground, 0.5) }));
  if (tint !== house.colours.lt2) pale.add("lt2");
  if (tint !== undefined) return { colours: { ...all, tint, groupTint: lighter(tint, 0.5) }, pale: [...pale] };
  // An ink that only paper is light enough for gives way to the theme's own.
  const rest = { ...all };
  const places = { text: "dk1", quiet: "dk2", accent: "accent1", accentText: "accent1", link: "hlink" } as const;
  for (const { words } of unreadable(theme, rest)) {
    const ink = words[0];
    if (!isInk(ink)) continue;
    rest[ink] = own[ink];
    pale.add(places[ink]);
  }
  if (readable(theme, rest)) return { colours: rest, pale: [...pale] };
  return { colours: own, pale: ["dk1", "dk2", "lt2", "accent1", ...others, "hlink", "folHlink"] };
}

/** The same with headings in the colour that the house gives them, or in that of its text where it gives none. */
export function withHeadings(theme: Theme, colours: Colours, heading: Look | undefined): Colours {
  if (!heading) return colours;
  const all = { ...colours, accentText: heading.colour ?? colours.text };
  return readable(theme, all) ? all : colours;
}

function unreadable(theme: Theme, colours: Colours): ReturnType<typeof printedPairs> {
  return printedPairs({ ...theme, colours }).filter(({ colour, on }) => contrast(colour, on) < leastContrast);
}

function readable(theme: Theme, colours: Colours): boolean {
  return unreadable(theme, colours).length === 0;
}

function isInk(word: string | undefined): word is Ink {
  return word === "text" || word === "quiet" || word === "accentText" || word === "link";
}

/** A colour with a share of white in it. */
function lighter(colour: string, share: number): string {
  const channel = (at: number): string => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(value + (255 - value) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
