import { entry } from "./entry.ts";

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

export const layoutCodes = {
  "layout/missing-glyph": entry<{ character: string }>({
    severity: "error",
    message: ({ character }) => `The typefaces have no sign for "${character}" (${codePoint(character)}).`,
    help: () => "write it in words, or use a common sign such as ✓ ✗ ☐ ☑ • → ≥ ≤ ×",
    explain:
      "A PDF carries its own typefaces. A character that neither the text face nor the face for symbols has would print as an empty box and be lost to readers who listen to the document, so it is not printed.",
  }),
  "layout/table-too-wide": entry<{ caption: string; points: number }>({
    severity: "warning",
    message: ({ caption, points }) =>
      `${caption} needs ${points} points more than the page is wide, so its longest words are cut.`,
    help: () => "put the table in :::landscape, or give it fewer columns",
    explain:
      "A table is set smaller when it is wide, down to the theme's smallest size. When even the longest words of its columns do not fit beside each other, words are cut between letters. A landscape page, fewer columns or shorter words cure it.",
  }),
  "layout/unusable-picture": entry<{ asset: string; reason: string }>({
    severity: "error",
    message: ({ asset, reason }) => `The picture ${asset} cannot be placed: ${reason}.`,
    help: () => "save it as PNG, or as JPEG in RGB",
    explain:
      "Pictures are PNG, or JPEG in grey or RGB. Other kinds, CMYK colours and damaged files cannot be kept in an archivable PDF.",
  }),
  "layout/too-tall": entry<{ points: number }>({
    severity: "warning",
    message: ({ points }) => `Something here is ${points} points taller than a page and is cut off at its foot.`,
    help: () => "divide it, or make it smaller",
    explain:
      "Text and table rows are divided between pages. A piece that cannot be divided and is taller than a page runs past the foot of its page.",
  }),
};
