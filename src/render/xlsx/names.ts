// Names that a spreadsheet accepts: of sheets, and of cells.

/** Longest name of a sheet. */
export const sheetLength = 31;
// "History" is kept by Excel for itself.
const keptBack = ["history"];

function legal(words: string): string {
  return (
    words
      .replace(/(?<=\d)\/(?=\d)/g, "-")
      .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
      // Excel would read this as an escaped character.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, " ")
      .replace(/\s+/g, " ")
      .replace(/^['\s]+|['\s]+$/g, "")
  );
}

// A name does not end in a word that waits for another.
const dangling = /(?:[\s,;:'–-]+(?:a|an|and|as|at|by|for|from|in|of|on|or|one|per|the|their|to|with))*[\s,;:'–-]*$/i;
// Where a title may end and still be whole: before a comma, or before a word that adds to what was said.
const boundaries = [/[,;–(]/g, / (?:and )?(?:at|by|for|from|in|of|on|per|to|with) /gi];
const leastKept = 12;

/** At most so many characters: up to a comma, else up to a preposition, else between words, else anywhere. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words;
  const ends = boundaries.map((pattern) =>
    [...words.matchAll(pattern)].map(({ index }) => index).filter((at) => at >= leastKept && at <= length),
  );
  const end = ends.map((list) => list.at(-1)).find((at) => at !== undefined);
  const space = words.slice(0, length + 1).lastIndexOf(" ");
  const kept = words.slice(0, end ?? (space > length / 2 ? space : length));
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

// A1 to XFD1048576, R1C1 and its parts: what a formula reads as a cell. With a dot behind, newer Excels read a cell's field.
const cellLike = /^(?:[a-z]{1,3}\d+(?:\..*)?|r\d*c\d*|r\d*|c\d*|true|false)$/i;
// Names that Excel gives a meaning of its own.
const builtIn =
  /^(?:print_(?:area|titles)|criteria|database|extract|consolidate_area|sheet_title|recorder|data_form|auto_(?:open|close|activate|deactivate)|_xlnm\..*)$/i;
const nameLength = 255;
const numberLength = 12;

/** A figure's name as a name of a cell: letters, digits, dots and underscores. */
export function underscored(figure: string): string {
  return figure.replace(/[^\p{L}\p{Nd}_.]/gu, "_");
}

/** The same, never like a cell or a word of Excel's own. */
function cellName(figure: string): string {
  const plain = underscored(figure).slice(0, nameLength - numberLength);
  return /^[\p{L}_]/u.test(plain) && !cellLike.test(plain) && !builtIn.test(plain) ? plain : `_${plain}`;
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
