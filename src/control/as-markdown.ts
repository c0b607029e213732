// Words that come from outside a text, as the Markdown that prints them.

/** Words that are no Markdown: each sign stands for itself. */
export function literally(words: string): string {
  // CommonMark lets a backslash stand before any punctuation of ASCII.
  return words.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** One line of Markdown that stays a line of a paragraph: no heading, list, quote, fence or definition begins with it. */
export function asLine(words: string): string {
  return words
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(#{1,6}|[-+*])(?=\s|$)|^(>|\[(?=[^\]]*\]:)|```|~~~|::|(?=([-*_])(\s*\3){2,}\s*$))/, "\\$&");
}
