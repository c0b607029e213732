// Named character styles, so that an editor can change the look of all links or ratings at once.
import type { ICharacterStyleOptions, XmlComponent } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { RatingTone } from "../../document/document.ts";
import { characterStyle } from "./style-element.ts";
import { colour } from "./theme.ts";
import { hex } from "./units.ts";

/** Id of the style of a rating chip. */
export const ratingStyle = {
  green: "RatingGreen",
  "amber-green": "RatingAmberGreen",
  amber: "RatingAmber",
  "amber-red": "RatingAmberRed",
  red: "RatingRed",
  neutral: "RatingNeutral",
} as const satisfies Record<RatingTone, string>;

const tones: readonly RatingTone[] = ["green", "amber-green", "amber", "amber-red", "red", "neutral"];

const ratingNames: Readonly<Record<RatingTone, string>> = {
  green: "Rating Green",
  "amber-green": "Rating Amber Green",
  amber: "Rating Amber",
  "amber-red": "Rating Amber Red",
  red: "Rating Red",
  neutral: "Rating Neutral",
};

export type CharacterStyle =
  | "Strong"
  | "Emphasis"
  | "Code"
  | "Hyperlink"
  | "CrossReference"
  | "FootnoteReference"
  | "Symbol"
  | "CoverLabel"
  | "Computed"
  | "ComputedStrong"
  | "CaptionLabel"
  | "MarkingText"
  | (typeof ratingStyle)[RatingTone];

/** Faces with a glyph for ticks and boxes; Word replaces a missing one by the nearest it has. */
export const symbolFace = "Segoe UI Symbol";

/** Faces of typewriter text, present on every system with Word. */
const codeFace = "Courier New";

/** Styles for writing with; the others are for what the program sets. */
const offered = /^(Strong|Emphasis|Code|Rating)/;

/** All character styles of the file. */
export function characterStyles(theme: Theme): readonly XmlComponent[] {
  const style = (id: CharacterStyle, name: string, run: ICharacterStyleOptions["run"]): XmlComponent =>
    characterStyle({
      id,
      name,
      basedOn: "DefaultParagraphFont",
      ...(offered.test(id) ? { uiPriority: 20, quickFormat: true } : {}),
      run,
    });
  return [
    style("Strong", "Strong", { bold: true }),
    style("Emphasis", "Emphasis", { italics: true }),
    style("Code", "Code", { font: codeFace }),
    style("Hyperlink", "Hyperlink", { color: colour(theme, "link"), underline: { type: "single" } }),
    style("CrossReference", "Cross-reference", { color: colour(theme, "link") }),
    style("FootnoteReference", "footnote reference", { superScript: true }),
    style("Symbol", "Symbol", { font: symbolFace }),
    // Without a look of its own: it says which words the machine wrote.
    style("Computed", "Computed", {}),
    style("ComputedStrong", "Computed Strong", { bold: true }),
    style("CoverLabel", "Cover Label", { color: colour(theme, "quiet") }),
    style("CaptionLabel", "Caption Label", { color: colour(theme, "accentText") }),
    style("MarkingText", "Marking Text", { bold: true, color: colour(theme, "text") }),
    ...tones.map((tone) => style(ratingStyle[tone], ratingNames[tone], rating(theme, tone))),
  ];
}

function rating(theme: Theme, tone: RatingTone): ICharacterStyleOptions["run"] {
  const look = theme.colours.ratings[tone] ?? {
    fill: "#ffffff",
    border: theme.colours.quiet,
    text: theme.colours.text,
  };
  return {
    bold: true,
    color: hex(look.text),
    shading: { type: "clear", fill: hex(look.fill) },
    border: { style: "single", size: 4, color: hex(look.border), space: 0 },
  };
}
