import { entry } from "./entry.ts";

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** So many signs of a word are named one by one. */
const namedSigns = 5;
const longestWord = 24;

/** A script without blanks makes a sentence one word. */
function shortened(word: string): string {
  const letters = [...word];
  return letters.length > longestWord ? `${letters.slice(0, longestWord).join("")}…` : word;
}

export const layoutCodes = {
  "layout/missing-glyph": entry<{ word: string; signs: readonly string[] }>({
    severity: "error",
    message: ({ word, signs }) => {
      const points = signs.slice(0, namedSigns).map(codePoint);
      const more = signs.length > namedSigns ? ` and ${signs.length - namedSigns} more` : "";
      if (signs.join("") === word)
        return `The typefaces have no ${signs.length === 1 ? "sign" : "signs"} for "${shortened(word)}" (${points.join(", ")}${more}).`;
      const named = signs.slice(0, namedSigns).map((sign, i) => `"${sign}" (${points[i]})`);
      return `The typefaces have no ${signs.length === 1 ? "sign" : "signs"} for ${named.join(", ")}${more} in "${shortened(word)}".`;
    },
    help: () => "write it in words, or use a common sign such as ✓ ✗ ☐ ☑ • → ≥ ≤ ×",
    explain:
      "A PDF carries its own typefaces. A character that neither the text face nor the face for symbols has would print as an empty box and be lost to readers who listen to the document, so it is not printed.",
  }),
  "layout/right-to-left": entry<{ words: string }>({
    severity: "error",
    message: ({ words }) => `"${words}" is written from right to left, and pages here are set from left to right only.`,
    help: () => "write it in Latin letters, or show it as a picture with a text alternative",
    explain:
      "Hebrew, Arabic and scripts like them run from right to left, and their letters change with their neighbours. Pages are set letter by letter from left to right, so such words would come out backwards; they are told instead of printed wrongly.",
  }),
  "layout/table-too-wide": entry<{ caption: string; points: number; upright: boolean }>({
    severity: "warning",
    message: ({ caption, points }) =>
      `${caption} needs ${points} points more than the page is wide, so its longest words are cut.`,
    help: ({ upright }) =>
      upright
        ? "take `upright` out, or give the table fewer columns"
        : "put the table in :::landscape{size=a3}, or give it fewer columns",
    explain:
      "A table is set smaller when it is wide, down to the theme's smallest size, and then on a landscape page of its own unless it stands inside something or is to stay `upright`. When even the longest words of its columns do not fit beside each other, words are cut between letters. An A3 page, fewer columns or shorter words cure it.",
  }),
  "layout/unusable-picture": entry<{ asset: string; reason: string }>({
    severity: "error",
    message: ({ asset, reason }) => `The picture ${asset} cannot be placed: ${reason}.`,
    help: () => "save it as PNG, SVG, or JPEG in RGB",
    explain:
      "Pictures are PNG, SVG, or JPEG in grey or RGB. Other kinds, CMYK colours and damaged files cannot be kept in an archivable PDF.",
  }),
  "layout/too-tall": entry<{ points: number }>({
    severity: "warning",
    message: ({ points }) => `Something here is ${points} points taller than a page and is cut off at its foot.`,
    help: () => "divide it, or make it smaller",
    explain:
      "Text and table rows are divided between pages. A piece that cannot be divided and is taller than a page runs past the foot of its page.",
  }),
};
