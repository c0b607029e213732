// Colours that words are printed in, against the colours they are printed on.
import type { Theme } from "../../schemas/house.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { placeOfValue, type Subject } from "./locate.ts";

/** Least contrast of words, by WCAG 2.2 success criterion 1.4.3. */
export const leastContrast = 4.5;

const paper = "#ffffff";

/** Relative luminance as in WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

interface Pair {
  /** Names of the two colours in the theme, the one of the words first; "paper" is white. */
  readonly words: readonly string[];
  readonly ground: readonly string[];
  readonly colour: string;
  readonly on: string;
}

const inks = ["text", "quiet", "accentText", "link"] as const;
/** The watermark is a ground too: it stands behind the text. */
const grounds = ["tint", "groupTint", "mark"] as const;

/** Every pair of colours in which a document prints words. */
export function printedPairs({ colours, table }: Theme): readonly Pair[] {
  const stripes = table.stripes === undefined ? [] : [{ ground: ["table", "stripes"], on: table.stripes }];
  const running = inks.flatMap((ink): readonly Pair[] => [
    { words: [ink], ground: ["paper"], colour: colours[ink], on: paper },
    ...grounds.map((ground) => ({ words: [ink], ground: [ground], colour: colours[ink], on: colours[ground] })),
    ...stripes.map((stripe) => ({ words: [ink], colour: colours[ink], ...stripe })),
  ]);
  const ratings = Object.entries(colours.ratings).map(([tone, { fill, text }]): Pair => {
    return { words: ["ratings", tone, "text"], ground: ["ratings", tone, "fill"], colour: text, on: fill };
  });
  // Boxes of drawings are filled with the accent, with white words on it.
  return [...running, ...ratings, { words: ["accent"], ground: ["paper"], colour: colours.accent, on: paper }];
}

/** Tells of words that would be hard to read: for each colour of words, the ground where they are hardest. */
export function checkContrast(theme: Theme, subject: Subject): readonly Diagnostic[] {
  const worst = new Map<string, Pair & { readonly ratio: number }>();
  for (const pair of printedPairs(theme)) {
    const ratio = contrast(pair.colour, pair.on);
    const name = pair.words.join(".");
    if (ratio < Math.min(leastContrast, worst.get(name)?.ratio ?? leastContrast)) worst.set(name, { ...pair, ratio });
  }
  return [...worst].map(([words, { words: path, ground, ratio }]) => {
    // Never rounded up to what is wanted.
    const details = { words, ground: ground.join("."), ratio: Math.floor(ratio * 100) / 100, least: leastContrast };
    return report("template/contrast", placeOfValue(subject, ["colours", ...path]), details);
  });
}
