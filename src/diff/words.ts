// Running text as words that stay whole where a reader takes them as one: amounts, dates, years, ids.

/** Stands between lines: paragraphs, items, rows. */
export const lineEnd = "¶";
/** Stands between the cells of a row. */
export const cellEnd = "|";

const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const piece = new RegExp(`\\d{1,2}(?:–\\d{1,2})?\\s${month}\\s\\d{4}(?![\\d/])|[“"‘([]|[^\\s“"‘([]\\S*`, "gu");
const closing = /[.,;:!?)\]”’"]+$/u;

/** The words of one line; punctuation round a word stands by itself, so that a comma does not make it another word. */
function wordsOfLine(line: string): readonly string[] {
  return (line.match(piece) ?? []).flatMap((found) => {
    const chunk = found.replace(/\s/gu, " ");
    const tail = closing.exec(chunk)?.[0] ?? "";
    const word = chunk.slice(0, chunk.length - tail.length);
    return [...(word === "" ? [] : [word]), ...tail];
  });
}

/** The words of lines, with a mark after each line. */
export function wordsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => [...wordsOfLine(line), lineEnd]);
}

/** True for what a reader counts as a word: not punctuation, not a mark of ours. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** Words as a line of text. */
export function joinWords(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/ (?=[.,;:!?)\]”’])/gu, "")
    .replace(/(?<=[“‘([]) /gu, "")
    .replace(/ ?¶ ?/g, " ¶ ")
    .trim();
}
