// Names that a spreadsheet accepts: of sheets, and of cells.

/** Longest name of a sheet. */
export const sheetLength = 31;
// "History" is kept by Excel for itself.
const keptBack = ["history"];

function legal(words: string): string {
  return words
    .replace(/(?<=\d)\/(?=\d)/g, "-")
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "");
}

// A name does not end in a word that waits for another.
const dangling = /(?:[\s,;:'–-]+(?:a|an|and|at|by|for|from|in|of|on|or|one|per|the|their|to|with))*[\s,;:'–-]*$/i;

/** At most so many characters, cut between words where that leaves most of them. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words;
  const head = words.slice(0, length + 1);
  const space = head.lastIndexOf(" ");
  const kept = space > length / 2 ? head.slice(0, space) : words.slice(0, length);
  return kept.replace(dangling, "").replace(/[\uD800-\uDBFF]$/, "");
}

/** Gives sheets their names: legal, at most 31 characters, none twice whatever the letters' case. */
export class SheetNames {
  readonly #taken = new Set<string>(keptBack);

  /** The first of the wordings that is free; the first with a number when none is. */
  claim(...wordings: readonly string[]): string {
    const tidy = wordings.map((w) => cut(legal(w), sheetLength)).filter((w) => w !== "");
    const free = tidy.find((w) => !this.#taken.has(w.toLowerCase()));
    let name = free ?? tidy[0] ?? "Table";
    for (let i = 2; this.#taken.has(name.toLowerCase()); i++) {
      const suffix = ` ${i}`;
      name = `${cut(tidy[0] ?? "Table", sheetLength - suffix.length)}${suffix}`;
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

// A1 to XFD1048576, R1C1 and its parts: what a formula reads as a cell.
const cellLike = /^([a-z]{1,3}\d+|r\d*c\d*|r\d*|c\d*|true|false)$/i;
const nameLength = 255;

/** A figure's name as a name of a cell: letters, digits, dots and underscores, never like a cell. */
function cellName(figure: string): string {
  const plain = figure.replace(/[^\p{L}\p{N}_.]/gu, "_").slice(0, nameLength - 4);
  return /^[\p{L}_]/u.test(plain) && !cellLike.test(plain) ? plain : `_${plain}`;
}

/** Gives cells their names; LibreOffice reads a dot as an underscore and no program minds the case. */
export class CellNames {
  readonly #taken = new Set<string>();

  claim(figure: string): string {
    const base = cellName(figure);
    let name = base;
    for (let i = 2; this.#taken.has(key(name)); i++) name = `${base}_${i}`;
    this.#taken.add(key(name));
    return name;
  }
}

function key(name: string): string {
  return name.toLowerCase().replaceAll(".", "_");
}
